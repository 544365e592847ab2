// SPDX-License-Identifier: EUPL-1.2
// server/resources/audit.cpp
//
// The audit journal, readable by every college it concerns, with the head to keep; and the whole of it as a file, so
// that it can be verified away from this server.

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "domain/experiments/rules.hpp"
#include "domain/programmes/rules.hpp"
#include "server/content/packs.hpp"
#include "server/content/words.hpp"
#include "server/resources/all.hpp"
#include "server/resources/programme_view.hpp"
#include "store/audit.hpp"
#include "store/experiments.hpp"
#include "store/figures.hpp"
#include "store/gates.hpp"
#include "store/people.hpp"
#include "store/places.hpp"
#include "store/programmes.hpp"

namespace etabli::resources {

/// An entry with the function of whoever acted, as their mandate names it; nobody for what the server did by itself.
struct AuditLine {
    AuditEntry entry;
    std::string actor;
};

/// What a code stands for: a place, a college, a step of the path, a passage.
struct AuditName {
    std::string code;
    PackText name;
};

struct AuditView {
    std::string chain;
    std::string title; // of the programme, or the name of the establishment
    std::int64_t length = 0;
    std::string head;
    std::optional<std::int64_t> broken_at; // the first entry that is not what it was
    std::vector<AuditLine> entries; // the latest first
    std::vector<AuditName> names;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::AuditLine> {
    static constexpr std::string_view name = "AuditLine";
    static constexpr auto fields = std::tuple {
        field("entry", &resources::AuditLine::entry),
        field("actor", &resources::AuditLine::actor),
    };
};
template <>
struct Describe<resources::AuditName> {
    static constexpr std::string_view name = "AuditName";
    static constexpr auto fields
        = std::tuple { field("code", &resources::AuditName::code), field("name", &resources::AuditName::name) };
};
template <>
struct Describe<resources::AuditView> {
    static constexpr std::string_view name = "AuditView";
    static constexpr auto fields = std::tuple {
        field("chain", &resources::AuditView::chain),
        field("title", &resources::AuditView::title),
        field("length", &resources::AuditView::length, { .min = 0, .max = INT64_MAX }),
        field("head", &resources::AuditView::head),
        field("broken_at", &resources::AuditView::broken_at, { .min = 1, .max = INT64_MAX }),
        field("entries", &resources::AuditView::entries, { .min = 0, .max = 200 }),
        field("names", &resources::AuditView::names, { .min = 0, .max = store::rows_max }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// A screen of the journal; the file has all of it.
constexpr std::int64_t lines_shown = 200;
/// A démarche writes a few thousand entries in its life; this is fifty of them, about thirty megabytes.
constexpr std::int64_t lines_exported_max = 50'000;

/// What a chain belongs to, for somebody who may read it.
struct Chain {
    std::string id;
    std::string title;
    std::vector<PlaceId> places;
    std::optional<Programme> programme {};
};

Result<Chain> readable_chain(Call& call, store::Reader& reader)
{
    const auto id = call.text("chain");
    if (const auto place = PlaceId::parse(id); place && call.reader().belongs_to(*place))
        return Chain { id, TRY(store::load_place(reader, *place)).name, { *place } };
    const auto programme = TRY(store::load_programme(reader, TRY(call.id<ProgrammeId>("chain"))));
    const auto places = TRY(store::places_of_programme(reader, programme));
    if (!may_read_programme(call.reader(), places))
        return Problem("not_found");
    return Chain { id, programme.title, places, programme };
}

Result<std::vector<AuditName>> names_in(const Call& call, store::Reader& reader, const Chain& chain)
{
    std::vector<AuditName> names;
    for (const auto& place : chain.places) {
        const auto name = TRY(store::load_place(reader, place)).name;
        names.push_back({ place.text(), { name, name } });
        for (const auto& college : TRY(store::colleges_of(reader, place)))
            names.push_back({ college.id.text(), { college.name, college.name } });
    }
    if (!chain.programme || call.context.packs.find("programmes", chain.programme->template_id) == nullptr)
        return names;
    const auto path = TRY(template_of(call, chain.programme->template_id));
    for (const auto& step : path.steps)
        names.push_back({ step.key, step.title });
    for (const auto& gate : path.gates)
        names.push_back({ gate.key, gate.title });
    return names;
}

/// The title of what a gate asked for; a passage between phases is named by the path of the démarche.
Result<void> add_gate_name(std::vector<AuditName>& names, const Call& call, store::Reader& reader, const GateId& id)
{
    const auto gate = TRY(store::gate_alone(reader, id));
    if (gate.subject_kind == "experiment" && experiments::may_read(call.reader(), gate.establishment_id))
        names.push_back({ id.text(), { gate.title, gate.title } });
    return {};
}

/// Titles of the experiments that entries tell of, and of their figures; those of other homes keep theirs to themselves.
Result<void> add_experiment_names(
    std::vector<AuditName>& names, const Call& call, store::Reader& reader, const std::vector<AuditEntry>& entries)
{
    std::set<std::string> seen;
    for (const auto& entry : entries) {
        if (!seen.insert(entry.object_id).second)
            continue;
        if (const auto gate = GateId::parse(entry.object_id); gate && entry.object_kind == "gate")
            TRY(add_gate_name(names, call, reader, *gate));
        const auto id = ExperimentId::parse(entry.object_id);
        if (entry.object_kind != "experiment" || !id)
            continue;
        const auto experiment = TRY(store::load_experiment(reader, *id));
        if (!experiments::may_read(call.reader(), experiment.establishment_id))
            continue;
        names.push_back({ id->text(), { experiment.title, experiment.title } });
        for (const auto& indicator : TRY(store::indicators_of(reader, *id)))
            names.push_back({ indicator.id.text(), { indicator.title, indicator.title } });
    }
    return {};
}

/// Who acted, by function: several homes of a cluster write in one chain.
Result<std::map<AccountId, std::string>> functions_in(store::Reader& reader, const Chain& chain)
{
    std::map<AccountId, std::string> functions;
    for (const auto& place : chain.places)
        functions.merge(TRY(store::functions_of_actors(reader, chain.id, place)));
    return functions;
}

std::string function_of(const AuditEntry& entry, const std::map<AccountId, std::string>& functions)
{
    const auto known = entry.actor_id ? functions.find(*entry.actor_id) : functions.end();
    return known == functions.end() ? std::string() : known->second;
}

Result<Answer<AuditView>> show_audit(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<AuditView>> {
        const auto chain = TRY(readable_chain(call, reader));
        const auto verdict = TRY(store::verify_audit(reader, chain.id, ""));
        AuditView view { chain.id, chain.title, verdict.length, verdict.head, verdict.broken_at, {},
            TRY(names_in(call, reader, chain)) };
        const auto functions = TRY(functions_in(reader, chain));
        auto entries
            = TRY(store::audit_entries(reader, chain.id, std::max<std::int64_t>(0, verdict.length - lines_shown), lines_shown));
        TRY(add_experiment_names(view.names, call, reader, entries));
        for (auto& entry : entries) {
            auto actor = function_of(entry, functions);
            view.entries.push_back({ std::move(entry), std::move(actor) });
        }
        std::reverse(view.entries.begin(), view.entries.end());
        return Answer<AuditView> { std::move(view) };
    });
}

/// A cell of a table: quoted, and never a formula for the program that opens it.
std::string cell(const std::string& text)
{
    std::string quoted = "\"";
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        quoted += '\'';
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

Result<Response> whole_journal(Call& call, std::string content_type, std::string_view ending, std::string body,
    const std::function<std::string(const AuditEntry&, const std::string& function)>& line)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Response> {
        const auto chain = TRY(readable_chain(call, reader));
        const auto functions = TRY(functions_in(reader, chain));
        Response response;
        response.content_type = content_type;
        response.headers.emplace_back(
            "Content-Disposition", "attachment; filename=\"journal-" + chain.id + std::string(ending) + "\"");
        response.body = body;
        for (std::int64_t after = 0; after < lines_exported_max;) {
            const auto entries = TRY(store::audit_entries(reader, chain.id, after, 1000));
            for (const auto& entry : entries)
                response.body += line(entry, function_of(entry, functions));
            if (entries.empty())
                break;
            after = entries.back().number;
        }
        return response;
    });
}

/// For a meeting that reads it in a spreadsheet: the sentence and the function first, the codes that the digest is
/// made of after them.
Result<Response> journal_as_table(Call& call)
{
    const auto locale = call.signed_in->locale;
    // The mark at the front tells spreadsheets that it is UTF-8.
    std::string heading = "\xEF\xBB\xBF";
    for (const auto* column : { "number", "at", "who", "what" })
        heading += cell(call.context.words.text(locale, "audit.column." + std::string(column))) + ";";
    heading += "actor_id;action;object_kind;object_id;details;hash\r\n";
    return whole_journal(
        call, "text/csv; charset=utf-8", ".csv", heading, [&](const AuditEntry& entry, const std::string& function) {
            std::string line;
            for (const auto& text : { std::to_string(entry.number), entry.at.text(), function,
                     call.context.words.text(locale, "audit.action." + entry.action),
                     entry.actor_id ? entry.actor_id->text() : std::string(), entry.action, entry.object_kind, entry.object_id,
                     json_text(entry.details), entry.hash })
                line += (line.empty() ? "" : ";") + cell(text);
            return line + "\r\n";
        });
}

Result<Response> journal_as_lines(Call& call)
{
    return whole_journal(call, "application/x-ndjson", ".jsonl", "",
        [](const AuditEntry& entry, const std::string&) { return json_text(to_json(entry)) + "\n"; });
}

} // namespace

RouteTable audit_routes()
{
    return {
        get("/api/audit/{chain}", Access::SignedIn, "The audit journal of a programme or an establishment, with its head",
            show_audit),
        raw("/api/audit/{chain}/journal.csv", Access::SignedIn, "The whole journal as a table", "text/csv", journal_as_table),
        raw("/api/audit/{chain}/journal.jsonl", Access::SignedIn, "The whole journal, an entry a line", "application/x-ndjson",
            journal_as_lines),
    };
}

} // namespace etabli::resources
