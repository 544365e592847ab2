// SPDX-License-Identifier: EUPL-1.2
// server/resources/experiment_changes.cpp

#include "server/resources/experiment_changes.hpp"

#include "store/figures.hpp"
#include "store/places.hpp"

namespace etabli::resources {

using namespace http;

namespace {

std::vector<std::string> abilities_for(
    const Reader& person, const Experiment& experiment, const std::optional<Gate>& asked, bool is_concluded)
{
    const auto agreement = asked ? std::optional(asked->state) : std::nullopt;
    std::vector<std::string> may;
    const bool may_follow = experiments::may_follow(person, experiment, is_concluded);
    const bool agreed = is_agreed(agreement);
    if (may_follow)
        may.emplace_back("follow");
    if (may_follow && agreement != GateState::Open)
        may.emplace_back("write");
    if (may_follow && !agreed && agreement != GateState::Open)
        may.emplace_back("ask");
    if (experiments::may_count(person, experiment))
        may.emplace_back("count");
    if (agreed && experiments::may_conclude(person, experiment, is_concluded))
        may.emplace_back("conclude");
    if (!is_concluded && asked && may_give_up(person, *asked))
        may.emplace_back("give_up");
    for (const auto& mandate : person.mandates)
        if (experiments::may_join_reservation(person, experiment, mandate.college_id, is_concluded))
            may.push_back("reserve:" + mandate.college_id.text());
    if (is_concluded && agreed && experiments::may_begin(person, experiment.establishment_id))
        may.emplace_back("tell");
    return may;
}

Result<std::vector<IndicatorView>> indicators_shown(store::Reader& reader, const Call& call, const Experiment& experiment)
{
    const auto breaks = TRY(chart_breaks(reader, experiment));
    const bool may_count = experiments::may_count(call.reader(), experiment);
    std::vector<IndicatorView> shown;
    for (auto& indicator : TRY(store::indicators_of(reader, experiment.id))) {
        if (!experiments::is_shown(indicator))
            continue;
        const auto values = TRY(store::values_of(reader, indicator.id));
        IndicatorView view { .is_over = *indicator.expires_on < call.today() };
        view.follow_up = experiments::follow_up(indicator, values, breaks, call.today());
        view.interrupted = experiments::interrupted_of(view.follow_up);
        view.values = experiments::visible(indicator, values, call.today());
        if (const auto token = may_count ? TRY(store::link_token(reader, indicator.id)) : std::string(); !token.empty())
            view.link = call.context.settings.public_url + "/c/" + token;
        view.indicator = std::move(indicator);
        shown.push_back(std::move(view));
    }
    return shown;
}

JointReading joint_of(const std::vector<IndicatorView>& shown)
{
    std::vector<experiments::FieldChange> figures;
    figures.reserve(shown.size());
    for (const auto& each : shown)
        figures.push_back({ each.indicator.field, each.follow_up.change });
    return experiments::read_jointly(figures);
}

} // namespace

std::string state_of(const Experiment& experiment, const std::optional<SharedConclusion>& conclusion,
    const std::optional<GateState>& agreement, Date today)
{
    if (conclusion)
        return is_agreed(agreement) ? std::string(name_of(conclusion->outcome)) : "given_up";
    if (!is_agreed(agreement))
        return *agreement == GateState::Open ? "asked" : *agreement == GateState::Withdrawn ? "withdrawn" : "not_agreed";
    if (today < experiment.starts_on)
        return "to_come";
    return today < experiment.ends_on ? "under_way" : "to_conclude";
}

Result<Experiment> experiment_for(store::Reader& reader, const Reader& person, const ExperimentId& id)
{
    auto experiment = TRY(store::load_experiment(reader, id));
    if (!experiments::may_read(person, experiment.establishment_id))
        return Problem("not_found");
    return experiment;
}

Result<std::vector<ChartBreak>> chart_breaks(store::Reader& reader, const Experiment& experiment)
{
    const auto conclusion = TRY(store::find_conclusion(reader, experiment.id));
    const bool went_back = conclusion && conclusion->outcome == Outcome::GoBack;
    auto breaks = experiments::breaks_of(experiment, TRY(store::events_of(reader, experiment.id)),
        went_back ? std::optional(conclusion->concluded_on) : std::nullopt);
    // What colleges have not agreed to has not begun: there is no since.
    if (!TRY(is_agreed_to(reader, experiment)))
        std::erase_if(breaks, [](const ChartBreak& each) { return each.reason == PartReason::Start; });
    return breaks;
}

Result<Answer<ExperimentView>> view_of(store::Reader& reader, const Call& call, const Experiment& experiment)
{
    ExperimentView view { .experiment = experiment };
    view.conclusion = TRY(store::find_conclusion(reader, experiment.id));
    const auto asked = TRY(store::agreement_of(reader, experiment.id));
    const auto agreement = asked ? std::optional(asked->state) : std::nullopt;
    if (asked)
        view.gate_id = asked->id;
    view.state = state_of(experiment, view.conclusion, agreement, call.today());
    view.agreed = TRY(store::agreed_page(reader, experiment.id));
    view.is_wide = experiments::wide_places(TRY(store::places_of_establishment(reader, experiment.establishment_id)))
                       .contains(experiment.place_id);
    view.place_name = TRY(store::load_place(reader, experiment.place_id)).name;
    view.establishment_name = TRY(store::load_place(reader, experiment.establishment_id)).name;
    view.events = TRY(store::events_of(reader, experiment.id));
    view.reservations = TRY(store::reservations_of(reader, experiment.id));
    view.end_revisions = TRY(store::end_revisions_of(reader, experiment.id));
    view.indicators = TRY(indicators_shown(reader, call, experiment));
    view.review = TRY(store::find_review(reader, experiment.id));
    view.joint = joint_of(view.indicators);
    auto abilities = abilities_for(call.reader(), experiment, asked, view.conclusion.has_value());
    return Answer<ExperimentView> { std::move(view), std::move(abilities) };
}

Result<ExperimentInFields> experiment_in_fields(store::Reader& reader, const Call& call, const Experiment& experiment)
{
    const auto asked = TRY(store::agreement_of(reader, experiment.id));
    ExperimentInFields view { experiment.id, experiment.title,
        state_of(experiment, TRY(store::find_conclusion(reader, experiment.id)),
            asked ? std::optional(asked->state) : std::nullopt, call.today()),
        TRY(store::load_place(reader, experiment.place_id)).name, experiment.starts_on, experiment.ends_on,
        TRY(store::events_of(reader, experiment.id)), TRY(indicators_shown(reader, call, experiment)), {} };
    view.joint = joint_of(view.indicators);
    return view;
}

Result<void> audit(
    store::Transaction& transaction, const Call& call, const Experiment& experiment, AuditAction action, json::object details)
{
    const auto chain = experiment.programme_id ? experiment.programme_id->text() : experiment.establishment_id.text();
    return store::record_audit(transaction,
        { chain, call.reader().account_id, action, "experiment", experiment.id.text(), std::move(details) }, call.now());
}

Result<void> require_going_on(bool is_concluded)
{
    if (is_concluded)
        return Problem("experiment.concluded");
    return {};
}

Result<bool> is_agreed_to(store::Reader& reader, const Experiment& experiment)
{
    const auto asked = TRY(store::agreement_of(reader, experiment.id));
    return is_agreed(asked ? std::optional(asked->state) : std::nullopt);
}

Result<void> require_agreed(store::Reader& reader, const Experiment& experiment)
{
    if (!TRY(is_agreed_to(reader, experiment)))
        return Problem("experiment.not_agreed");
    return {};
}

Result<void> require_not_asked(store::Reader& reader, const Experiment& experiment)
{
    const auto asked = TRY(store::agreement_of(reader, experiment.id));
    if (asked && asked->state == GateState::Open)
        return Problem("experiment.being_answered");
    return {};
}

} // namespace etabli::resources
