// SPDX-License-Identifier: EUPL-1.2
// store/exports.cpp

#include "store/exports.hpp"

namespace etabli::store {

namespace {

const std::string of_places = "(select id from place where id = :place or establishment_id = :place)";
const std::string of_colleges = "(select id from college where place_id in " + of_places + ")";
const std::string of_programmes = "(select id from programme where place_id in " + of_places + ")";
const std::string of_gates = "(select id from gate where establishment_id = :place)";
const std::string of_members = "(select id from programme_member where establishment_id = :place)";
const std::string of_spaces = "(select id from space where establishment_id = :place)";
const std::string of_campaigns = "(select id from campaign where establishment_id = :place)";
const std::string of_proposals = "(select id from proposal where establishment_id = :place)";
const std::string of_experiments = "(select id from experiment where establishment_id = :place)";
const std::string of_nodes = "(select object_id from thread_node where establishment_id = :place and audience <> 'authors')";
/// What its authors have not shared yet is theirs.
const std::string of_sheets = "(select id from sheet where establishment_id = :place and audience <> 'authors')";

/// A list or a record is kept as text; anything else is what it is.
json::value as_json(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    if (text != nullptr && (text->starts_with('[') || text->starts_with('{')))
        if (auto parsed = parse_json(*text); parsed.ok())
            return std::move(parsed).value();
    return std::visit([](const auto& held) { return json::value(held); }, value);
}

} // namespace

const std::vector<ExportedTable>& exported_tables()
{
    static const std::vector<ExportedTable> tables {
        { "place", "id in " + of_places },
        { "place_past", "place_id in " + of_places },
        { "local_contact", "place_id = :place" },
        { "college", "place_id in " + of_places },
        { "mandate", "college_id in " + of_colleges },
        { "college_vacancy", "college_id in " + of_colleges },
        { "carence", "place_id in " + of_places },
        { "delegation", "place_id in " + of_places },
        { "programme", "place_id in " + of_places },
        { "programme_step", "programme_id in " + of_programmes },
        { "means", "programme_id in " + of_programmes },
        { "linked_project", "programme_id in " + of_programmes },
        { "trigger_event", "programme_id in " + of_programmes },
        { "journal_entry", "programme_id in " + of_programmes },
        { "programme_session", "programme_id in " + of_programmes },
        { "deliverable_state", "programme_id in " + of_programmes },
        { "programme_handover", "programme_id in " + of_programmes },
        { "programme_member", "establishment_id = :place" },
        { "home_task", "member_id in " + of_members },
        { "cluster_news", "place_id = :place" },
        { "gate", "establishment_id = :place" },
        { "gate_answer", "gate_id in " + of_gates },
        { "space", "establishment_id = :place" },
        { "space_minutes", "space_id in " + of_spaces },
        { "idea", "space_id in " + of_spaces },
        { "proposal", "establishment_id = :place" },
        { "proposal_entry", "proposal_id in " + of_proposals },
        { "local_rule", "establishment_id = :place" },
        { "experiment", "establishment_id = :place" },
        { "experiment_event", "experiment_id in " + of_experiments },
        { "experiment_reservation", "experiment_id in " + of_experiments },
        { "experiment_asked", "experiment_id in " + of_experiments },
        { "experiment_end_revision", "experiment_id in " + of_experiments },
        { "indicator", "experiment_id in " + of_experiments },
        // A pulse is shown period by period, five answers at least: its sums stay where the page keeps them.
        { "indicator_figure",
            "indicator_id in (select id from indicator where entry <> 'pulse' and experiment_id in " + of_experiments + ")" },
        { "experiment_review", "id in " + of_experiments },
        { "evaluation_session", "experiment_id in " + of_experiments },
        { "experiment_conclusion", "experiment_id in " + of_experiments },
        { "campaign", "establishment_id = :place" },
        { "campaign_half", "campaign_id in " + of_campaigns },
        { "campaign_manifest", "campaign_id in " + of_campaigns },
        { "campaign_publication", "campaign_id in " + of_campaigns },
        { "comment_release", "campaign_id in " + of_campaigns },
        { "instrument", "establishment_id = :place" },
        { "instrument_version", "instrument_id in (select id from instrument where establishment_id = :place)" },
        { "sheet", "id in " + of_sheets },
        { "sheet_version",
            "sheet_id in " + of_sheets
                + " and number >= (select shared_version from sheet where sheet.id = sheet_version.sheet_id)" },
        { "sheet_release", "sheet_id in " + of_sheets },
        { "sheet_figures",
            "sheet_id in " + of_sheets
                + " and number >= (select shared_version from sheet where sheet.id = sheet_figures.sheet_id)" },
        { "sheet_widening", "sheet_id in " + of_sheets },
        { "sheet_comment", "sheet_id in " + of_sheets },
        { "sheet_source", "sheet_id in " + of_sheets },
        { "thread_node", "establishment_id = :place and audience <> 'authors'" },
        { "thread_link", "from_id in " + of_nodes + " and to_id in " + of_nodes },
        { "audit_entry", "chain = :place or chain in " + of_programmes },
    };
    return tables;
}

const std::vector<LeftOutTable>& left_out_tables()
{
    static const std::vector<LeftOutTable> tables {
        { "account", "who people are stays with their accounts; a mandate says the function" },
        { "credential", "opens a door" },
        { "session", "opens a door" },
        { "one_time_link", "opens a door" },
        { "invitation", "opens a door" },
        { "cluster_news_link", "opens a door" },
        { "outgoing_mail", "addressed to somebody" },
        { "setting", "of this server" },
        { "job", "of this server" },
        { "audit_chain", "counted again from the entries" },
        { "search_stem", "made again from the words" },
        { "sheet_template", "content of the packs" },
        { "cluster_support", "of the region's cluster" },
        { "indicator_link", "opens counting on phones to whoever has it" },
        { "indicator_tally", "numbers of what phones sent, so that nothing is added twice" },
        { "space_key", "keeps phones apart during a discussion" },
        { "space_phone", "keeps phones apart during a discussion" },
        { "spent_contribution", "keeps phones apart during a discussion" },
        { "sentence_reaction", "becomes one word, never a count" },
        { "waiting_contribution", "not shown yet" },
        { "contribution", "read by whom the charter says, until its day" },
        { "evaluation_key", "keeps phones apart during a session" },
        { "evaluation_phone", "keeps phones apart during a session" },
        { "evaluation_activity", "what the session kept of it stands in the shared conclusion" },
        { "evaluation_lines", "not shown yet" },
        { "evaluation_picks", "become a mark, never a count" },
        { "evaluation_look", "becomes one word a cell, never a count" },
        { "situation", "read by whom the charter says, until its day" },
        { "sheet_draft", "being written" },
        { "urn_campaign", "sealed ballots leave the urn for the colleges alone" },
        { "ballot", "sealed ballots leave the urn for the colleges alone" },
        { "closed_ballot", "sealed ballots leave the urn for the colleges alone" },
        { "urn_manifest", "the urn's own copy" },
        { "campaign_key", "opens what is sealed" },
        { "campaign_opening", "opens what is sealed" },
        { "comment_read", "read by two colleges, not released yet" },
        { "campaign_mask", "which cells are small is for those who sign" },
        { "voter_code", "opens a door" },
        { "ballot_batch", "sealed ballots leave the urn for the colleges alone" },
    };
    return tables;
}

Result<std::int64_t> each_exported_row(Reader& reader, const ExportedTable& table, const PlaceId& establishment,
    const std::function<void(const json::object&)>& visit)
{
    const auto rows = TRY(reader.query(
        "select * from " + table.name + " where " + table.rows + " order by 1, 2", { { "place", establishment } }));
    for (const auto& row : rows.rows) {
        json::object line;
        for (std::size_t column = 0; column < row.size(); ++column)
            line[rows.columns[column]] = as_json(row[column]);
        visit(line);
    }
    return static_cast<std::int64_t>(rows.size());
}

} // namespace etabli::store
