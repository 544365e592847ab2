// SPDX-License-Identifier: EUPL-1.2
// store/sheet_passages.cpp

#include "store/sheet_passages.hpp"

#include "domain/sheets/rules.hpp"
#include "store/sheets.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

constexpr std::string_view prefix = "to_";

std::optional<Audience> audience_of(const std::string& passage)
{
    if (!passage.starts_with(prefix))
        return std::nullopt;
    const auto end = passage.find(':');
    return enum_from<Audience>(passage.substr(prefix.size(), end == std::string::npos ? end : end - prefix.size()));
}

struct Asked {
    Sheet sheet;
    SheetTemplate of;
    SheetVersion version;
};

Result<Asked> what_was_asked(Transaction& transaction, const Gate& gate)
{
    const auto id = SheetId::parse(gate.subject_id);
    if (!id)
        return Problem("not_found");
    auto sheet = TRY(load_sheet(transaction, *id));
    if (sheet.establishment_id != gate.establishment_id)
        return Problem("not_found");
    auto of = TRY(load_sheet_template(transaction, sheet));
    auto version = TRY(load_version(transaction, sheet.id, TRY(number_asked_at(transaction, gate.id)).value_or(sheet.version)));
    return Asked { std::move(sheet), std::move(of), std::move(version) };
}

} // namespace

std::string widening_passage(Audience to, std::optional<std::int64_t> read_there, std::int64_t number)
{
    auto passage = std::string(prefix) + std::string(name_of(to));
    if (read_there)
        passage += ":v" + std::to_string(number);
    return passage;
}

Result<void> keep_widening(Transaction& transaction, const GateId& gate, const SheetId& sheet, Audience to, std::int64_t number)
{
    TRY(transaction.execute(
        "insert into sheet_widening (gate_id, sheet_id, audience, number) values (:gate, :sheet, :audience, :number)",
        { { "gate", gate }, { "sheet", sheet }, { "audience", to }, { "number", number } }));
    return {};
}

Result<std::optional<std::int64_t>> number_asked_at(Reader& reader, const GateId& gate)
{
    const auto rows = TRY(reader.query("select number from sheet_widening where gate_id = :gate", { { "gate", gate } }));
    return rows.empty() ? std::nullopt : std::optional(rows.integer(0, "number"));
}

Result<void> open_sheet_readers(Transaction& transaction, const Gate& gate, Date today)
{
    const auto to = audience_of(gate.passage);
    if (!to)
        return Problem("sheet.circle_too_wide");
    auto [sheet, of, version] = TRY(what_was_asked(transaction, gate));
    const auto read_there = TRY(number_read_by(transaction, sheet.id, *to));
    TRY(sheets::check_circle(sheet, of, *to, read_there));
    TRY(sheets::check_complete(version.contents, of));
    // The gate's own id names the release: one gate opens one circle once.
    TRY(transaction.insert(
        "sheet_release", SheetRelease { EntryId::trusted(gate.id.text()), sheet.id, *to, version.number, today }));
    sheet.audience = std::max(sheet.audience, *to);
    transaction.announce("sheets/" + sheet.id.text());
    transaction.announce("sheets");
    return keep_sheet(transaction, sheet);
}

std::string axis_id(const SheetId& diagnosis, std::int64_t position)
{
    return diagnosis.text() + "-" + std::to_string(position);
}

Result<void> open_diagnosis(Transaction& transaction, const Gate& gate, Date today)
{
    auto [sheet, of, version] = TRY(what_was_asked(transaction, gate));
    TRY(sheets::check_diagnosis(version.contents));
    TRY(sheets::check_complete(version.contents, of));
    sheet.settled_on = today;
    sheet.settled_version = version.number;
    TRY(keep_sheet(transaction, sheet));
    std::int64_t position = 0;
    for (const auto& axis : sheets::axes_of(version.contents)) {
        const auto id = axis_id(sheet.id, ++position);
        TRY(put_node(transaction,
            { ObjectKind::Axis, id, sheet.establishment_id, sheet.programme_id, axis, today, "passed", Audience::Establishment,
                false },
            axis));
        TRY(link_nodes(transaction, { ObjectKind::Sheet, sheet.id.text(), ObjectKind::Axis, id, "became", today }));
    }
    transaction.announce("sheets/" + sheet.id.text());
    return {};
}

} // namespace etabli::store
