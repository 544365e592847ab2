// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/experiments.cpp
//
// Experiments: begun from a proposal, counted week after week on a sheet on the wall, looked at by those who did the
// work, and concluded in their words; going back and stopping are told like the rest.

#include "server/content/demo/experiments.hpp"

#include "domain/experiments/evaluation_session.hpp"
#include "domain/experiments/review.hpp"
#include "domain/experiments/rules.hpp"
#include "store/experiments.hpp"
#include "store/figures.hpp"
#include "store/proposals.hpp"

namespace etabli::content::demo {

namespace {

Result<void> record(Story& story, const Experiment& experiment, AuditAction action, Date day, json::object details)
{
    const auto chain = experiment.programme_id ? experiment.programme_id->text() : experiment.establishment_id.text();
    const auto actor = TRY(story.person("referente-1", day)).account_id;
    return store::record_audit(
        story.transaction, { chain, actor, action, "experiment", experiment.id.text(), std::move(details) }, morning(day));
}

/// "S13" is the thirteenth week.
int number_of(const std::string& week)
{
    int number = 0;
    for (const char digit : week.substr(week.empty() ? 0 : 1))
        number = digit >= '0' && digit <= '9' ? number * 10 + (digit - '0') : number;
    return number;
}

Result<Experiment> canvas_told(Story& story, const Record& told)
{
    const auto place = TRY(story.place(told.code("place")));
    const auto means = told.of("means");
    const auto said
        = [](std::string text) { return text == "aucun" ? std::string() : text; }; // shown as "none" in either language
    Experiment experiment;
    experiment.id = ExperimentId::make(story.random);
    experiment.establishment_id = place.establishment_id.value_or(place.id);
    experiment.place_id = place.id;
    if (const auto programme = story.programmes.find(told.code("demarche")); programme != story.programmes.end())
        experiment.programme_id = programme->second;
    experiment.title = told.text("title");
    experiment.hypothesis = told.text("hypothesis");
    experiment.care_stake = told.text("care_stake");
    experiment.work_stake = told.text("work_stake");
    experiment.perimeter = told.text("perimeter");
    experiment.with_whom = told.text("with_whom");
    experiment.measured_from = TRY(told.day("baseline_from"));
    // The Monday of the first week in which it is tried.
    for (const auto& phase : told.list("phases"))
        if (phase.code("code") == "trial") {
            experiment.starts_on = TRY(story.calendar.week(told.code("baseline_from"), number_of(phase.code("from"))));
            break;
        }
    experiment.ends_on = TRY(told.day("ends"));
    experiment.way_back = told.text("way_back");
    experiment.means = { said(means.text("time")), said(means.text("replaced")), means.text("money_text"),
        TRY(means.until_if_any("until")) };
    experiment.works_if = told.text("works_if");
    experiment.harms_if = told.text("harms_if");
    return experiment;
}

Result<void> begin(Story& story, const Record& told, Experiment experiment, Date day)
{
    const auto from = story.objects.find(told.code("from"));
    if (from != story.objects.end()) {
        experiment.from_kind = enum_from<ExperimentOrigin>(name_of(from->second.first));
        if (experiment.from_kind)
            experiment.from_id = from->second.second;
    }
    TRY(store::insert_experiment(story.transaction, experiment, day));
    story.objects[told.code("key")] = { ObjectKind::Experiment, experiment.id.text() };
    TRY(record(story, experiment, "experiment.begun", day, { { "ends_on", experiment.ends_on.text() } }));
    for (const auto& each : told.list("indicators")) {
        const auto series = each.list("series");
        const bool is_ratio = !series.empty() && series.front().has("n");
        Indicator indicator;
        indicator.id = IndicatorId::make(story.random);
        indicator.experiment_id = experiment.id;
        indicator.title = each.text("title");
        indicator.purpose = each.text("purpose");
        indicator.definition = each.text("definition");
        indicator.counting = is_ratio ? Counting::Ratio : Counting::Count;
        indicator.unit = each.text("unit");
        indicator.base_unit = each.text("base_unit");
        indicator.field = enum_from<EvaluationField>(each.code("field")).value_or(EvaluationField::Activity);
        indicator.source = each.text("source");
        indicator.entered_by = each.text("entered_by");
        indicator.hoped = enum_from<Hoped>(each.code("hoped")).value_or(Hoped::Watched);
        indicator.people = each.number("people");
        indicator.entry = enum_from<EntryWay>(each.code("entry")).value_or(EntryWay::Hand);
        indicator.library_code = each.code("library_code");
        indicator.expires_on = TRY(each.until_if_any("expires"));
        TRY(store::insert_indicator(story.transaction, indicator));
        if (indicator.entry != EntryWay::Hand)
            TRY(store::keep_link_token(story.transaction, indicator.id, story.random.token()));
        story.objects[each.code("key")] = { ObjectKind::Experiment, indicator.id.text() };
    }
    if (told.has("reservation")) {
        const auto college = TRY(story.college("ch-corbrioux/staff_representatives"));
        TRY(store::keep_reservation(story.transaction,
            { EntryId::make(story.random), experiment.id, college.id, college.kind, told.text("reservation"), day }));
    }
    return {};
}

/// What was counted before the canvas was written is copied into it that day.
Result<void> tell_counts(Story& story, const Record& told, const std::string& first, Date begun)
{
    for (const auto& indicator : told.list("indicators"))
        for (const auto& count : indicator.list("series")) {
            const auto day = TRY(story.calendar.week(first, number_of(count.code("week"))));
            story.days.on(std::max(day, begun), [&story, key = indicator.code("key"), count, day]() -> Result<void> {
                IndicatorValue value { EntryId::make(story.random), IndicatorId::trusted(story.objects.at(key).second),
                    period_start(Rhythm::Week, day), static_cast<double>(count.number("y")), {}, 1, {} };
                if (count.has("n"))
                    value.base = count.number("n");
                return store::keep_value(story.transaction, value);
            });
        }
    return {};
}

Result<void> tell_events(Story& story, const Record& told, const std::string& first, const ExperimentId& id)
{
    for (const auto& [list, kind] :
        { std::pair { "journal", EventKind::Event }, std::pair { "adaptations", EventKind::Adaptation } })
        for (const auto& event : told.list(list)) {
            if (kind == EventKind::Event) {
                bool is_adaptation = false; // told once, as what it was
                for (const auto& adaptation : told.list("adaptations"))
                    is_adaptation
                        |= adaptation.code("week") == event.code("week") && adaptation.code("text") == event.code("text");
                if (is_adaptation)
                    continue;
            }
            const auto day = TRY(story.calendar.week(first, number_of(event.code("week"))));
            story.days.on(day, [&story, id, noted = kind, event, day] {
                return store::insert_event(story.transaction,
                    { EntryId::make(story.random), id, noted, day, event.text("text"),
                        noted == EventKind::Adaptation && event.has("begins_part") });
            });
        }
    return {};
}

/// What each phone said that day, read by the rule of sessions; nothing where the group only spoke.
Result<std::optional<SharedLook>> shared_look(Story& story, const Record& session)
{
    const auto phones = session.list("phones");
    if (phones.empty())
        return std::optional<SharedLook>();
    std::vector<SessionActivity> list;
    for (const auto& words : session.texts("activities"))
        list.push_back({ ActivityId::make(story.random), {}, words, false, true });
    std::vector<WaitingLook> all;
    for (const auto& phone : phones) {
        LookDraft look { {}, phone.text("effectiveness"), phone.text("technical"), phone.text("social") };
        const auto marks = phone.list("marks");
        for (std::size_t at = 0; at < marks.size() && at < list.size(); ++at) {
            const auto mark = [&](std::string_view family) { return enum_from<Mark>(marks[at].code(family)); };
            look.activities.push_back({ list[at].id, mark("effectiveness"), mark("technical"), mark("social") });
        }
        TRY(evaluation::check_look(look, list));
        all.push_back({ {}, {}, LookSource::Phone, std::move(look) });
    }
    return std::optional(evaluation::look_of(list, all, story.random));
}

Result<void> conclude(Story& story, const Record& told, const ExperimentId& id, Date day)
{
    const auto experiment = TRY(store::load_experiment(story.transaction, id));
    const auto session = told.of("session");
    const auto criteria = session.of("criteria");
    const auto looked_at = [&](std::string_view name) {
        return BeforeAfter { criteria.of(name).text("before"), criteria.of(name).text("after") };
    };
    TRY(store::keep_review(story.transaction,
        { id, TRY(session.day("at")), session.number("participants"), session.texts("activities"), looked_at("effectiveness"),
            looked_at("technical"), looked_at("social"), 1, TRY(shared_look(story, session)) }));
    const auto words = told.of("conclusion");
    const auto outcome = enum_from<Outcome>(words.code("code"));
    if (!outcome)
        return Problem("pack.invalid", "demo: conclusion " + words.code("code"));
    const SharedConclusion conclusion { EntryId::make(story.random), id, *outcome, day, words.text("words"),
        words.text("disagreement"), words.text("learnt"), words.text("would_need") };
    TRY(store::insert_conclusion(story.transaction, experiment, conclusion));
    story.objects[told.code("key") + "/conclusion"] = { ObjectKind::Conclusion, conclusion.id.text() };
    return record(story, experiment, "experiment.concluded", day, { { "outcome", std::string(name_of(*outcome)) } });
}

} // namespace

Result<void> tell_experiments(Story& story)
{
    for (const auto& told : TRY(story.file("experiments")).list("items")) {
        const auto experiment = TRY(canvas_told(story, told));
        const auto first = told.code("baseline_from");
        // Counting begins before the change: the canvas is there from the first Monday, unless it was kept elsewhere.
        const auto begun = told.has("begun") ? TRY(told.day("begun")) : TRY(story.calendar.week(first, 1));
        story.days.on(begun, [&story, told, experiment, begun] { return begin(story, told, experiment, begun); });
        TRY(tell_counts(story, told, first, begun));
        TRY(tell_events(story, told, first, experiment.id));
        if (!told.has("conclusion"))
            continue; // under way
        const auto concluded = TRY(told.of("conclusion").day("at"));
        story.days.on(
            concluded, [&story, told, id = experiment.id, concluded] { return conclude(story, told, id, concluded); });
    }
    return {};
}

} // namespace etabli::content::demo
