// SPDX-License-Identifier: EUPL-1.2
// store/sheets.cpp

#include "store/sheets.hpp"

#include "domain/sheets/rules.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

std::string state_of(const Sheet& sheet)
{
    if (sheet.settled_on)
        return "settled";
    return sheet.audience == Audience::Authors ? "mine" : "shared";
}

/// Beyond the establishment only what its widest circle reads may be found; at home, what is written now.
Result<void> put_sheet_node(Transaction& transaction, const Sheet& sheet)
{
    auto number = sheet.version;
    if (sheet.audience > Audience::Establishment)
        number = TRY(number_read_by(transaction, sheet.id, sheet.audience)).value_or(sheet.version);
    const auto version = TRY(load_version(transaction, sheet.id, number));
    std::string words;
    for (const auto& [pointer, text] : sheets::texts_of(version.contents))
        words.append(text).append("\n");
    return put_node(transaction,
        { ObjectKind::Sheet, sheet.id.text(), sheet.establishment_id, sheet.programme_id, version.contents.title,
            sheet.shared_on.value_or(sheet.begun_on), state_of(sheet), sheet.audience, false },
        words);
}

} // namespace

Result<Sheet> load_sheet(Reader& reader, const SheetId& id)
{
    return reader.load<Sheet>("select * from sheet where id = :id", { { "id", id } });
}

Result<json::value> load_template_content(Reader& reader, const Sheet& sheet)
{
    const auto rows = TRY(reader.query("select content from sheet_template where id = :id and version = :version",
        { { "id", sheet.template_id }, { "version", sheet.template_version } }));
    if (rows.empty())
        return Problem("storage.altered", "a sheet without its template");
    return parse_json(rows.text(0, "content"));
}

Result<SheetTemplate> load_sheet_template(Reader& reader, const Sheet& sheet)
{
    return sheet_template_from(TRY(load_template_content(reader, sheet)));
}

Result<std::vector<Sheet>> sheets_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<Sheet>("select * from sheet where establishment_id = :place order by begun_on desc, id limit 500",
        { { "place", establishment } });
}

Result<std::vector<Sheet>> sheets_released(Reader& reader)
{
    return reader.all<Sheet>(
        "select * from sheet where audience in ('cluster', 'region', 'public') order by begun_on desc, id limit 500");
}

Result<void> insert_sheet(Transaction& transaction, const Sheet& sheet, const SheetVersion& first, const json::value& pack)
{
    TRY(transaction.execute("insert into sheet_template (id, version, content) values (:id, :version, :content)"
                            " on conflict (id, version) do nothing",
        { { "id", sheet.template_id }, { "version", sheet.template_version }, { "content", pack } }));
    TRY(transaction.insert("sheet", sheet));
    TRY(transaction.insert("sheet_version", first));
    return put_sheet_node(transaction, sheet);
}

Result<void> keep_sheet(Transaction& transaction, const Sheet& sheet)
{
    TRY(transaction.update("sheet", sheet));
    return put_sheet_node(transaction, sheet);
}

Result<SheetVersion> load_version(Reader& reader, const SheetId& sheet, std::int64_t number)
{
    return reader.load<SheetVersion>("select * from sheet_version where sheet_id = :sheet and number = :number",
        { { "sheet", sheet }, { "number", number } });
}

Result<std::vector<SheetVersion>> versions_of(Reader& reader, const SheetId& sheet)
{
    return reader.all<SheetVersion>(
        "select * from sheet_version where sheet_id = :sheet order by number desc limit 500", { { "sheet", sheet } });
}

Result<void> insert_version(Transaction& transaction, const SheetVersion& version)
{
    return transaction.insert("sheet_version", version);
}

Result<void> insert_figures(Transaction& transaction, const SheetFigures& figures)
{
    return transaction.insert("sheet_figures", figures);
}

Result<std::optional<SheetFigures>> find_figures(Reader& reader, const SheetId& sheet, std::int64_t number)
{
    return reader.find<SheetFigures>("select * from sheet_figures where sheet_id = :sheet and number = :number",
        { { "sheet", sheet }, { "number", number } });
}

Result<std::optional<SheetDraft>> find_draft(Reader& reader, const SheetId& sheet, const AccountId& account)
{
    return reader.find<SheetDraft>("select * from sheet_draft where sheet_id = :sheet and account_id = :account",
        { { "sheet", sheet }, { "account", account } });
}

Result<void> keep_draft(Transaction& transaction, const SheetDraft& draft)
{
    TRY(drop_draft(transaction, draft.sheet_id, draft.account_id));
    return transaction.insert("sheet_draft", draft);
}

Result<void> drop_draft(Transaction& transaction, const SheetId& sheet, const AccountId& account)
{
    TRY(transaction.execute("delete from sheet_draft where sheet_id = :sheet and account_id = :account",
        { { "sheet", sheet }, { "account", account } }));
    return {};
}

Result<std::vector<SheetRelease>> releases_of(Reader& reader, const SheetId& sheet)
{
    return reader.all<SheetRelease>(
        "select * from sheet_release where sheet_id = :sheet order by released_on, number, id", { { "sheet", sheet } });
}

Result<std::optional<std::int64_t>> number_read_by(Reader& reader, const SheetId& sheet, Audience circle)
{
    std::optional<std::int64_t> number;
    for (const auto& release : TRY(releases_of(reader, sheet)))
        if (release.audience >= circle)
            number = std::max(number.value_or(0), release.number);
    return number;
}

Result<std::vector<SheetComment>> comments_of(Reader& reader, const SheetId& sheet)
{
    return reader.all<SheetComment>(
        "select * from sheet_comment where sheet_id = :sheet order by written_on, id limit 500", { { "sheet", sheet } });
}

Result<void> insert_comment(Transaction& transaction, const SheetComment& comment)
{
    return transaction.insert("sheet_comment", comment);
}

Result<std::vector<SheetSource>> sources_of(Reader& reader, const SheetId& sheet)
{
    return reader.all<SheetSource>(
        "select kind, object_id from sheet_source where sheet_id = :sheet order by kind, object_id", { { "sheet", sheet } });
}

Result<void> add_source(Transaction& transaction, const SheetId& sheet, const SheetSource& source, Date today)
{
    TRY(transaction.execute("insert into sheet_source (sheet_id, kind, object_id) values (:sheet, :kind, :object)"
                            " on conflict (sheet_id, kind, object_id) do nothing",
        { { "sheet", sheet }, { "kind", source.kind }, { "object", source.object_id } }));
    if (source.kind == ObjectKind::Contribution || source.kind == ObjectKind::Situation)
        return link_nodes(transaction, { ObjectKind::Sheet, sheet.text(), source.kind, source.object_id, "cites", today });
    return link_nodes(transaction, { source.kind, source.object_id, ObjectKind::Sheet, sheet.text(), "told_in", today });
}

} // namespace etabli::store
