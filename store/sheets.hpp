// SPDX-License-Identifier: EUPL-1.2
// store/sheets.hpp
//
// Sheets, their versions, drafts, releases, comments and sources; each with its node and its links in the thread.

#pragma once

#include "domain/sheets/sheets.hpp"
#include "domain/thread/thread.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<Sheet> load_sheet(Reader& reader, const SheetId& id);
/// The template as it was when the sheet was begun.
Result<SheetTemplate> load_sheet_template(Reader& reader, const Sheet& sheet);
Result<json::value> load_template_content(Reader& reader, const Sheet& sheet);
/// The latest begun first.
Result<std::vector<Sheet>> sheets_of(Reader& reader, const PlaceId& establishment);
/// Released to the cluster or wider, by the establishments' own order of writing.
Result<std::vector<Sheet>> sheets_released(Reader& reader);

/// With its first version, its template, its sources and its node.
Result<void> insert_sheet(Transaction& transaction, const Sheet& sheet, const SheetVersion& first, const json::value& pack);
/// The sheet as it has become, and its node, which shows what its widest circle reads.
Result<void> keep_sheet(Transaction& transaction, const Sheet& sheet);

Result<SheetVersion> load_version(Reader& reader, const SheetId& sheet, std::int64_t number);
Result<std::vector<SheetVersion>> versions_of(Reader& reader, const SheetId& sheet);
Result<void> insert_version(Transaction& transaction, const SheetVersion& version);

Result<void> insert_figures(Transaction& transaction, const SheetFigures& figures);
/// Nothing when the version was written without.
Result<std::optional<SheetFigures>> find_figures(Reader& reader, const SheetId& sheet, std::int64_t number);

Result<std::optional<SheetDraft>> find_draft(Reader& reader, const SheetId& sheet, const AccountId& account);
Result<void> keep_draft(Transaction& transaction, const SheetDraft& draft);
Result<void> drop_draft(Transaction& transaction, const SheetId& sheet, const AccountId& account);

Result<std::vector<SheetRelease>> releases_of(Reader& reader, const SheetId& sheet);
/// The latest version that circle reads, if any: what a wider circle reads, a nearer one reads too.
Result<std::optional<std::int64_t>> number_read_by(Reader& reader, const SheetId& sheet, Audience circle);

Result<std::vector<SheetComment>> comments_of(Reader& reader, const SheetId& sheet);
Result<void> insert_comment(Transaction& transaction, const SheetComment& comment);

struct SheetSource {
    ObjectKind kind = ObjectKind::Experiment;
    std::string object_id;
};
Result<std::vector<SheetSource>> sources_of(Reader& reader, const SheetId& sheet);
/// A source and its link: words that were said are cited, everything else is told.
Result<void> add_source(Transaction& transaction, const SheetId& sheet, const SheetSource& source, Date today);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::SheetSource> {
    static constexpr std::string_view name = "SheetSource";
    static constexpr auto fields = std::tuple {
        field("kind", &store::SheetSource::kind),
        field("object_id", &store::SheetSource::object_id, one_line),
    };
};
