// SPDX-License-Identifier: EUPL-1.2
// server/resources/sheet_views.cpp

#include "server/resources/sheet_views.hpp"

#include <algorithm>

#include "server/resources/experiment_changes.hpp"
#include "server/resources/texts.hpp"
#include "store/audit.hpp"
#include "store/circle.hpp"
#include "store/gates.hpp"
#include "store/places.hpp"
#include "store/sheet_passages.hpp"
#include "store/thread.hpp"

namespace etabli::resources {

namespace {

using namespace http;

std::string state_of(const Sheet& sheet)
{
    if (sheet.settled_on)
        return "settled";
    return sheet.audience == Audience::Authors ? "mine" : "shared";
}

/// The nearest circle by which somebody from elsewhere reads the sheets of this establishment.
Audience circle_of(const ReadingCircle& circle, const PlaceId& establishment)
{
    if (circle.cluster.contains(establishment))
        return Audience::Cluster;
    return circle.region.contains(establishment) ? Audience::Region : Audience::Public;
}

Result<std::vector<SheetCircle>> circles_of(store::Reader& reader, const ReadableSheet& readable)
{
    std::vector<SheetCircle> circles;
    if (readable.at_home) {
        circles.push_back({ Audience::Authors, readable.sheet.version, readable.sheet.begun_on });
        const bool shared = readable.sheet.audience >= Audience::Establishment;
        circles.push_back({ Audience::Establishment, shared ? std::optional(readable.sheet.version) : std::nullopt,
            readable.sheet.shared_on });
    }
    const auto releases = TRY(store::releases_of(reader, readable.sheet.id));
    for (const auto circle : { Audience::Cluster, Audience::Region, Audience::Public }) {
        if (circle > readable.of.widest)
            break;
        SheetCircle line { circle, {}, {} };
        for (const auto& release : releases)
            if (release.audience >= circle && release.number >= line.number.value_or(0))
                line = { circle, release.number, release.released_on };
        circles.push_back(line);
    }
    return circles;
}

Result<std::vector<SheetPassage>> passages_of(store::Reader& reader, const Sheet& sheet)
{
    std::vector<SheetPassage> open;
    for (const auto* kind : { "sheet_readers", "diagnosis" })
        for (const auto& gate : TRY(store::gates_about(reader, kind, sheet.id.text())))
            if (gate.state == GateState::Open) {
                const auto number = TRY(store::number_asked_at(reader, gate.id)).value_or(sheet.version);
                open.push_back(
                    { gate.id, gate.passage, number, gate.asked_on, TRY(store::find_figures(reader, sheet.id, number)) });
            }
    return open;
}

/// At home, what everybody there reads, whoever asks; elsewhere, what was opened that far.
Result<std::vector<SheetSourceView>> sources_shown(store::Reader& reader, const Call& call, const ReadableSheet& readable)
{
    std::vector<SheetSourceView> shown;
    const auto circle = TRY(store::reading_circle(reader, call.reader()));
    for (const auto& source : TRY(store::sources_of(reader, readable.sheet.id))) {
        const auto node = TRY(store::find_node(reader, source.kind, source.object_id));
        if (node && (readable.at_home ? node->audience >= Audience::Establishment : may_read(circle, *node)))
            shown.push_back({ source.kind, source.object_id, node->title, node->happened_on });
    }
    return shown;
}

std::vector<std::string> abilities_for(const Reader& person, const ReadableSheet& readable)
{
    const auto& [sheet, of, at_home, number] = readable;
    std::vector<std::string> may;
    if (!at_home)
        return may;
    may.emplace_back("comment");
    if (sheets::may_write(person, sheet, of))
        may.emplace_back("write");
    if (sheets::may_share(person, sheet, of))
        may.emplace_back("share");
    if (sheets::may_ask_to_widen(person, sheet))
        may.emplace_back("widen");
    if (of.promises("right_of_reply") && sheets::is_author(person, sheet, of) && sheet.audience >= Audience::Establishment
        && !sheet.settled_on)
        may.emplace_back("settle");
    for (const auto& mandate : person.mandates)
        if (mandate.place_id == sheet.establishment_id)
            may.push_back("read_as:" + std::string(name_of(mandate.kind)));
    return may;
}

} // namespace

Result<ReadableSheet> readable_sheet(store::Reader& reader, const Call& call, const SheetId& id)
{
    ReadableSheet readable { .sheet = TRY(store::load_sheet(reader, id)) };
    readable.of = TRY(store::load_sheet_template(reader, readable.sheet));
    readable.number = readable.sheet.version;
    readable.at_home = sheets::may_read_at_home(call.reader(), readable.sheet, readable.of);
    if (readable.at_home)
        return readable;
    if (call.reader().belongs_to(readable.sheet.establishment_id) || call.reader().mandates.empty())
        return Problem("not_found");
    const auto circle = TRY(store::reading_circle(reader, call.reader()));
    const auto number = TRY(store::number_read_by(reader, id, circle_of(circle, readable.sheet.establishment_id)));
    if (!number)
        return Problem("not_found");
    readable.number = *number;
    return readable;
}

Result<Answer<SheetView>> sheet_view(store::Reader& reader, const Call& call, const ReadableSheet& readable)
{
    const auto& sheet = readable.sheet;
    auto version = TRY(store::load_version(reader, sheet.id, readable.number));
    SheetView view { .id = sheet.id, .template_id = sheet.template_id };
    view.of = TRY(store::load_template_content(reader, sheet));
    view.establishment_id = sheet.establishment_id;
    view.establishment_name = TRY(store::load_place(reader, sheet.establishment_id)).name;
    view.place_name = TRY(store::load_place(reader, sheet.place_id)).name;
    view.programme_id = sheet.programme_id;
    view.audience = sheet.audience;
    view.state = state_of(sheet);
    view.settled_on = sheet.settled_on;
    view.settled_version = sheet.settled_version;
    view.no_reply_on = sheet.no_reply_on;
    view.version = version.number;
    view.written_on = version.written_on;
    view.contents = std::move(version.contents);
    view.circles = TRY(circles_of(reader, readable));
    view.sources = TRY(sources_shown(reader, call, readable));
    view.figures = TRY(store::find_figures(reader, sheet.id, view.version));
    if (readable.at_home) {
        view.written_with = sheet.written_with;
        const auto oldest = sheets::is_author(call.reader(), sheet, readable.of) && sheet.audience == Audience::Authors
            ? 1
            : sheet.shared_version.value_or(1);
        for (const auto& each : TRY(store::versions_of(reader, sheet.id)))
            if (each.number >= oldest)
                view.versions.push_back({ each.number, each.written_on, each.by_function, each.by_college, each.note });
        view.passages = TRY(passages_of(reader, sheet));
        for (const auto& lack : sheets::missing_of(view.contents, readable.of))
            view.lacks.push_back({ lack.pointer, std::string(lack.code.text()) });
        view.comments = TRY(store::comments_of(reader, sheet.id));
    }
    return Answer<SheetView> { std::move(view), abilities_for(call.reader(), readable) };
}

Result<Answer<SheetView>> sheet_view_of(store::Reader& reader, const Call& call, const SheetId& id)
{
    return sheet_view(reader, call, TRY(readable_sheet(reader, call, id)));
}

std::vector<FoundWords> words_found(const SheetContents& contents, const SheetTemplate& of)
{
    std::vector<FoundWords> all;
    for (const auto& [pointer, text] : sheets::texts_of(contents))
        for (const auto& found : texts::identifiers(text))
            if (found.kind != texts::IdentifierKind::PersonFault || of.promises("no_person_fault"))
                all.push_back({ "/contents" + pointer, std::string(code_of(found.kind).text()), found.words });
    return all;
}

Result<void> check_written(const SheetContents& contents, const SheetTemplate& of)
{
    auto problems = sheets::problems_of(contents, of);
    auto refused = names_nobody;
    if (of.promises("no_person_fault"))
        refused.insert(texts::IdentifierKind::PersonFault);
    for (const auto& [pointer, text] : sheets::texts_of(contents))
        find_identifiers(text, pointer, refused, problems);
    for (auto& problem : problems)
        problem.pointer.insert(0, "/contents");
    if (!problems.empty())
        return Problem::of_fields(std::move(problems));
    return {};
}

Result<Writer> writer_of(const Reader& reader, const PlaceId& establishment)
{
    const auto* held = reader.writing_mandate(establishment);
    TRY(require(held != nullptr));
    return Writer { held->function_title, held->kind };
}

Result<void> write_version(store::Transaction& transaction, const Call& call, Sheet& sheet, const EntryId& id,
    SheetContents contents, const std::string& note)
{
    const auto writer = TRY(writer_of(call.reader(), sheet.establishment_id));
    ++sheet.version;
    TRY(take_figures(transaction, call, sheet, contents));
    TRY(store::insert_version(transaction,
        { id, sheet.id, sheet.version, call.today(), writer.function_title, writer.college, note, std::move(contents) }));
    TRY(store::keep_sheet(transaction, sheet));
    transaction.announce("sheets/" + sheet.id.text());
    transaction.announce("sheets");
    return {};
}

namespace {

/// The journal, its words on the chart, what was counted one by one, the columns of a pasted file and the links by which phones
/// count stay at home.
Result<ExperimentInFields> counted_by(store::Reader& reader, const Call& call, const ExperimentId& id)
{
    auto told = TRY(experiment_in_fields(reader, call, TRY(store::load_experiment(reader, id))));
    told.events.clear();
    told.place_name.clear();
    for (auto& each : told.indicators) {
        each.values.clear();
        each.link.reset();
        each.indicator.columns.reset();
        for (auto& part : each.follow_up.parts)
            if (part.reason == PartReason::Adaptation)
                part.words.clear();
    }
    return told;
}

/// What leaves with a sheet names nobody, as its own words do not.
Result<void> check_told(const ExperimentInFields& told)
{
    std::vector<FieldProblem> problems;
    const auto look
        = [&](const std::string& text) { find_identifiers(text, "/contents/with_figures", names_nobody, problems); };
    look(told.title);
    for (const auto& each : told.indicators) {
        const auto& indicator = each.indicator;
        for (const auto& text : { indicator.title, indicator.purpose.value_or(""), indicator.definition, indicator.unit,
                 indicator.base_unit, indicator.source, indicator.entered_by })
            look(text);
        for (const auto& point : each.follow_up.points)
            look(point.set_aside);
    }
    if (problems.empty())
        return {};
    return Problem::of_fields({ problems.front() });
}

} // namespace

Result<void> take_figures(store::Transaction& transaction, const Call& call, const Sheet& sheet, const SheetContents& contents)
{
    if (!contents.with_figures.value_or(false))
        return {};
    json::array experiments;
    for (const auto& source : TRY(store::sources_of(transaction, sheet.id)))
        if (const auto id = ExperimentId::parse(source.object_id); id && source.kind == ObjectKind::Experiment) {
            const auto told = TRY(counted_by(transaction, call, *id));
            TRY(check_told(told));
            experiments.push_back(to_json(told));
        }
    if (experiments.empty())
        return {};
    return store::insert_figures(transaction, { sheet.id, sheet.version, call.today(), std::move(experiments) });
}

Result<void> audit_sheet(
    store::Transaction& transaction, const Call& call, const Sheet& sheet, AuditAction action, json::object details)
{
    const auto chain = sheet.programme_id ? sheet.programme_id->text() : sheet.establishment_id.text();
    return store::record_audit(
        transaction, { chain, call.reader().account_id, action, "sheet", sheet.id.text(), std::move(details) }, call.now());
}

} // namespace etabli::resources
