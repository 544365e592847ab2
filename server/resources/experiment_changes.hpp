// SPDX-License-Identifier: EUPL-1.2
// server/resources/experiment_changes.hpp
//
// What every request about one experiment does: finds it for whoever may read it, changes it in one transaction, tells
// whoever looks at it, and answers the whole page.

#pragma once

#include "domain/experiments/rules.hpp"
#include "server/resources/experiment_views.hpp"
#include "store/audit.hpp"
#include "store/experiments.hpp"

namespace etabli::resources {

/// "asked", "not_agreed" or "withdrawn" while colleges have not said yes where they are asked; "to_come", "under_way", "to_conclude", or
/// the outcome.
std::string state_of(const Experiment& experiment, const std::optional<SharedConclusion>& conclusion,
    const std::optional<GateState>& agreement, Date today);

/// The experiment, or `not_found` for whoever holds no mandate there.
Result<Experiment> experiment_for(store::Reader& reader, const Reader& person, const ExperimentId& id);

Result<http::Answer<ExperimentView>> view_of(store::Reader& reader, const http::Call& call, const Experiment& experiment);

/// Its figures, and what they say together.
Result<ExperimentInFields> experiment_in_fields(store::Reader& reader, const http::Call& call, const Experiment& experiment);

/// Where charts of the experiment begin again.
Result<std::vector<ChartBreak>> chart_breaks(store::Reader& reader, const Experiment& experiment);

/// Changes an experiment: find, may I, do, answer. `change` is given the transaction, the experiment, and whether it is
/// concluded.
template <class Change>
Result<http::Answer<ExperimentView>> changing(http::Call& call, Change&& change)
{
    const auto id = TRY(call.id<ExperimentId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<http::Answer<ExperimentView>> {
        auto experiment = TRY(experiment_for(transaction, call.reader(), id));
        const bool is_concluded = TRY(store::find_conclusion(transaction, id)).has_value();
        TRY(change(transaction, experiment, is_concluded));
        transaction.announce("experiments/" + id.text());
        return view_of(transaction, call, experiment);
    });
}

/// In the chain of its démarche, or of its establishment.
Result<void> audit(store::Transaction& transaction, const http::Call& call, const Experiment& experiment, AuditAction action,
    json::object details = {});

/// `experiment.concluded`.
Result<void> require_going_on(bool is_concluded);

/// Nobody had to be asked, or every college has said yes.
Result<bool> is_agreed_to(store::Reader& reader, const Experiment& experiment);
/// Nothing is judged before colleges that are asked have said yes: `experiment.not_agreed`.
Result<void> require_agreed(store::Reader& reader, const Experiment& experiment);
/// What colleges are answering does not change under their eyes: `experiment.being_answered`.
Result<void> require_not_asked(store::Reader& reader, const Experiment& experiment);

} // namespace etabli::resources
