// SPDX-License-Identifier: EUPL-1.2
// store/experiments.hpp
//
// Experiments and all that stands on their page but figures (store/figures.hpp); each with its node and its links in the
// thread. Lists are in the order of days, and of nothing else.

#pragma once

#include <map>

#include "domain/experiments/review.hpp"
#include "domain/programmes/gates.hpp"
#include "domain/thread/due.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<Experiment> load_experiment(Reader& reader, const ExperimentId& id);
/// The latest begun first.
Result<std::vector<Experiment>> experiments_of(Reader& reader, const PlaceId& establishment);
/// With its node, and the link from what it came from.
Result<void> insert_experiment(Transaction& transaction, const Experiment& experiment, Date today);
/// The experiment as it has become, and its node. A version check comes first.
Result<void> keep_experiment(Transaction& transaction, const Experiment& experiment);

/// The last asking of the colleges, where the programme wants one before the experiment begins.
Result<std::optional<Gate>> agreement_of(Reader& reader, const ExperimentId& experiment);
/// The last asking of each experiment that was asked for, by its id.
Result<std::map<std::string, GateState>> agreements_of(Reader& reader, const PlaceId& establishment);
Result<void> insert_asked_page(Transaction& transaction, const AskedPage& page);
/// What the colleges said yes to, once they all have.
Result<std::optional<AskedPage>> agreed_page(Reader& reader, const ExperimentId& experiment);
/// The colleges were asked, or one said no: its node and the screens that show it follow.
Result<void> refresh_experiment(Transaction& transaction, const std::string& id);
/// Every college has said yes: it begins, today when its day is past, and lasts as long as was agreed.
Result<void> begin_agreed(Transaction& transaction, const Gate& gate, const AccountId& actor, Instant now);

Result<std::vector<ExperimentEvent>> events_of(Reader& reader, const ExperimentId& experiment);
Result<void> insert_event(Transaction& transaction, const ExperimentEvent& entry);
Result<std::vector<Reservation>> reservations_of(Reader& reader, const ExperimentId& experiment);
/// One per college: the second replaces the first.
Result<void> keep_reservation(Transaction& transaction, const Reservation& reservation);
Result<std::vector<EndRevision>> end_revisions_of(Reader& reader, const ExperimentId& experiment);
Result<void> insert_end_revision(Transaction& transaction, const EndRevision& revision);

Result<std::optional<SharedReview>> find_review(Reader& reader, const ExperimentId& experiment);
Result<void> keep_review(Transaction& transaction, const SharedReview& review);
Result<std::optional<SharedConclusion>> find_conclusion(Reader& reader, const ExperimentId& experiment);
Result<std::vector<SharedConclusion>> conclusions_of(Reader& reader, const PlaceId& establishment);
/// With its node, its link, and the experiment's own node.
Result<void> insert_conclusion(Transaction& transaction, const Experiment& experiment, const SharedConclusion& conclusion);

/// Ends to conclude, indicators whose end comes, means promised until a day.
Result<std::vector<DueItem>> experiments_due(Reader& reader, const PlaceId& establishment, Date today);

} // namespace etabli::store
