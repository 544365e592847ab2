// SPDX-License-Identifier: EUPL-1.2
// domain/places/import_read.cpp
//
// From a table to rows: columns found by the words people write above them, cells checked one by one.

#include "domain/places/import.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/places/finess.hpp"

namespace etabli {

namespace {

/// e with acute, grave and circumflex, o with circumflex, upper and lower, to their plain lower letter: headers and kinds are written in many ways.
std::string folded(std::string_view text)
{
    static constexpr std::array pairs {
        std::pair { std::string_view("\xC3\xA9"), 'e' },
        std::pair { std::string_view("\xC3\x89"), 'e' },
        std::pair { std::string_view("\xC3\xA8"), 'e' },
        std::pair { std::string_view("\xC3\x88"), 'e' },
        std::pair { std::string_view("\xC3\xAA"), 'e' },
        std::pair { std::string_view("\xC3\x8A"), 'e' },
        std::pair { std::string_view("\xC3\xB4"), 'o' },
        std::pair { std::string_view("\xC3\x94"), 'o' },
    };
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto known = std::find_if(
            pairs.begin(), pairs.end(), [&](const auto& pair) { return text.substr(at).starts_with(pair.first); });
        out.push_back(known == pairs.end() ? text[at] : known->second);
        at += known == pairs.end() ? 1 : known->first.size();
    }
    return lower_ascii(trimmed(out));
}

using Synonyms = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, Synonyms synonyms)
{
    return std::find(synonyms.begin(), synonyms.end(), word) != synonyms.end();
}

std::optional<std::size_t> column_of(const Table& table, Synonyms synonyms)
{
    for (std::size_t at = 0; at < table.header.size(); ++at)
        if (is_one_of(folded(table.header[at]), synonyms))
            return at;
    return std::nullopt;
}

std::optional<PlaceKind> kind_from(std::string_view word)
{
    const auto plain = folded(word);
    if (is_one_of(plain, { "nation", "pays" }))
        return PlaceKind::Nation;
    if (is_one_of(plain, { "region" }))
        return PlaceKind::Region;
    if (is_one_of(plain, { "establishment", "etablissement", "site" }))
        return PlaceKind::Establishment;
    if (is_one_of(plain, { "pole", "division", "direction" }))
        return PlaceKind::Pole;
    if (is_one_of(plain, { "unit", "unite", "service" }))
        return PlaceKind::Unit;
    if (is_one_of(plain, { "team", "equipe" }))
        return PlaceKind::Team;
    return std::nullopt;
}

ImportReason reason_of(FinessFault fault)
{
    switch (fault) {
    case FinessFault::None:
        return ImportReason::None;
    case FinessFault::WrongLength:
        return ImportReason::FinessWrongLength;
    case FinessFault::NotDigits:
        return ImportReason::FinessNotDigits;
    case FinessFault::WrongKey:
        return ImportReason::FinessWrongKey;
    case FinessFault::ZeroLost:
        return ImportReason::FinessZeroLost;
    }
    return ImportReason::None;
}

/// U+FFFD: a byte that no encoding explained.
ImportReason fault_of_name(const std::string& name)
{
    const auto length = plain_text_length(name);
    if (name.empty())
        return ImportReason::NameMissing;
    if (!length || name.find("\xEF\xBF\xBD") != name.npos || name.find('\n') != name.npos)
        return ImportReason::EncodingLost;
    if (*length > static_cast<std::size_t>(one_line.max))
        return ImportReason::NameTooLong;
    return ImportReason::None;
}

ImportReason fault_of_shape(const TableRow& row, const Table& table)
{
    if (row.quote_not_closed)
        return ImportReason::QuoteNotClosed;
    if (row.cells.size() > table.header.size())
        return ImportReason::ColumnsTooMany;
    return ImportReason::None;
}

ImportReason read_headcount(const std::string& cell, std::optional<std::int64_t>& headcount)
{
    if (cell.empty())
        return ImportReason::None;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || value < 0 || value > 200'000)
        return ImportReason::HeadcountNotNumber;
    headcount = value;
    return ImportReason::None;
}

ImportReason read_finess(const std::string& cell, std::optional<std::string>& finess)
{
    if (cell.empty())
        return ImportReason::None;
    const auto reason = reason_of(finess_fault(cell));
    if (reason == ImportReason::None)
        finess = cell;
    return reason;
}

class Columns {
public:
    explicit Columns(const TableRow& row) : row_(row) { }
    std::string cell(const std::optional<std::size_t>& column) const
    {
        return column && *column < row_.cells.size() ? row_.cells[*column] : std::string();
    }

private:
    const TableRow& row_;
};

struct SimpleColumns {
    std::optional<std::size_t> name, kind, parent, finess, entity, headcount;
};

ImportReason read_simple(const TableRow& table_row, const SimpleColumns& columns, ImportRow& row)
{
    const Columns cells(table_row);
    row.name = cells.cell(columns.name);
    if (const auto fault = fault_of_name(row.name); fault != ImportReason::None)
        return fault;
    const auto kind = kind_from(cells.cell(columns.kind));
    if (!kind)
        return ImportReason::KindUnknown;
    row.kind = *kind;
    row.parent = cells.cell(columns.parent);
    if (const auto fault = read_finess(cells.cell(columns.finess), row.finess_site); fault != ImportReason::None)
        return fault;
    if (const auto fault = read_finess(cells.cell(columns.entity), row.finess_entity); fault != ImportReason::None)
        return fault;
    return read_headcount(cells.cell(columns.headcount), row.headcount);
}

struct SaeColumns {
    std::optional<std::size_t> site, name, second_name, entity, region, department;
};

ImportReason read_sae(const TableRow& table_row, const Table& table, const SaeColumns& columns, ImportRow& row)
{
    const Columns cells(table_row);
    row.kind = PlaceKind::Establishment;
    row.name = cells.cell(columns.name);
    if (const auto second = cells.cell(columns.second_name); !second.empty() && second != row.name)
        row.name += " – " + second;
    if (table_row.cells.size() < table.header.size())
        return ImportReason::ColumnsMissing;
    if (const auto fault = fault_of_name(row.name); fault != ImportReason::None)
        return fault;
    const auto site = cells.cell(columns.site);
    if (site.empty())
        return ImportReason::FinessWrongLength;
    if (const auto fault = read_finess(site, row.finess_site); fault != ImportReason::None)
        return fault;
    if (const auto fault = read_finess(cells.cell(columns.entity), row.finess_entity); fault != ImportReason::None)
        return fault;
    row.region_code = cells.cell(columns.region);
    if (const auto department = cells.cell(columns.department); department.size() == 2 || department.size() == 3)
        row.department_code = department;
    return row.region_code->empty() ? ImportReason::RegionUnknown : ImportReason::None;
}

/// Whether the line was read as far as its kind before it failed.
bool kind_was_read(ImportReason reason)
{
    return reason >= ImportReason::FinessWrongLength;
}

void keep(ImportFile& file, ImportRow row, ImportReason reason)
{
    if (reason == ImportReason::None)
        file.rows.push_back(std::move(row));
    else
        file.not_taken.push_back({ row.line, ImportOutcome::NotTaken, reason, row.name,
            kind_was_read(reason) ? std::optional(row.kind) : std::nullopt, row.finess_site, {} });
}

} // namespace

Result<ImportFile> read_import(std::string_view bytes)
{
    const auto table = TRY(read_table(bytes));
    const SaeColumns sae { column_of(table, { "fi" }), column_of(table, { "rs" }), column_of(table, { "rscom" }),
        column_of(table, { "fi_ej" }), column_of(table, { "reg" }), column_of(table, { "dep" }) };
    const SimpleColumns simple { column_of(table, { "name", "nom", "libelle" }),
        column_of(table, { "kind", "type", "genre", "niveau" }),
        column_of(table, { "parent", "rattachement", "rattache a", "dans" }),
        column_of(table, { "finess", "finess site", "finess_site", "n° finess" }),
        column_of(table, { "finess_entity", "finess entite", "finess juridique" }),
        column_of(table, { "headcount", "effectif", "effectifs" }) };
    ImportFile file;
    if (sae.site && sae.name && sae.entity && sae.region)
        file.layout = ImportLayout::Sae;
    else if (!simple.name || !simple.kind)
        return Problem("file.unknown_format", "neither layout's columns");
    for (const auto& table_row : table.rows) {
        ImportRow row;
        row.line = table_row.line;
        auto reason = fault_of_shape(table_row, table);
        if (reason == ImportReason::None)
            reason
                = file.layout == ImportLayout::Sae ? read_sae(table_row, table, sae, row) : read_simple(table_row, simple, row);
        keep(file, std::move(row), reason);
    }
    return file;
}

} // namespace etabli
