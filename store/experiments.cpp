// SPDX-License-Identifier: EUPL-1.2
// store/experiments.cpp

#include "store/experiments.hpp"

#include "store/audit.hpp"
#include "store/figures.hpp"
#include "store/gates.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

std::string words_of(const Experiment& experiment)
{
    std::string words;
    for (const auto& part : { experiment.title, experiment.hypothesis, experiment.care_stake, experiment.work_stake,
             experiment.perimeter, experiment.with_whom, experiment.way_back, experiment.works_if, experiment.harms_if,
             experiment.why_not_smaller.value_or(""), experiment.teams_asked.value_or("") })
        words.append(part).append("\n");
    return words;
}

Result<void> put_experiment_node(Transaction& transaction, const Experiment& experiment, std::string state)
{
    return put_node(transaction,
        { ObjectKind::Experiment, experiment.id.text(), experiment.establishment_id, experiment.programme_id, experiment.title,
            experiment.starts_on, std::move(state), Audience::Establishment, false },
        words_of(experiment));
}

/// As the thread says it.
Result<std::string> node_state(Reader& reader, const ExperimentId& id)
{
    if (const auto conclusion = TRY(find_conclusion(reader, id)))
        return std::string(name_of(conclusion->outcome));
    const auto asked = TRY(agreement_of(reader, id));
    const auto state = asked ? std::optional(asked->state) : std::nullopt;
    return std::string(is_agreed(state) ? "under_way" : state == GateState::Open ? "asked" : "not_agreed");
}

/// What was to be counted until the end is counted until the new one.
Result<void> lengthen_counting(Transaction& transaction, const Experiment& experiment, int days)
{
    for (auto indicator : TRY(indicators_of(transaction, experiment.id)))
        if (indicator.expires_on && *indicator.expires_on >= experiment.ends_on) {
            indicator.expires_on = indicator.expires_on->plus_days(days);
            TRY(transaction.update("indicator", indicator));
        }
    return {};
}

ObjectKind object_kind_of(ExperimentOrigin origin)
{
    switch (origin) {
    case ExperimentOrigin::Proposal:
        return ObjectKind::Proposal;
    case ExperimentOrigin::Axis:
        return ObjectKind::Axis;
    case ExperimentOrigin::Conclusion:
        return ObjectKind::Conclusion;
    }
    VERIFY(false);
}

std::string first_line(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

} // namespace

Result<Experiment> load_experiment(Reader& reader, const ExperimentId& id)
{
    return reader.load<Experiment>("select * from experiment where id = :id", { { "id", id } });
}

Result<std::vector<Experiment>> experiments_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<Experiment>(
        "select * from experiment where establishment_id = :place order by starts_on desc, id limit 500",
        { { "place", establishment } });
}

Result<void> insert_experiment(Transaction& transaction, const Experiment& experiment, Date today)
{
    TRY(transaction.insert("experiment", experiment));
    TRY(put_experiment_node(transaction, experiment, "under_way"));
    if (!experiment.from_kind || !experiment.from_id)
        return {};
    return link_nodes(transaction,
        { object_kind_of(*experiment.from_kind), *experiment.from_id, ObjectKind::Experiment, experiment.id.text(), "tried_in",
            today });
}

Result<void> keep_experiment(Transaction& transaction, const Experiment& experiment)
{
    TRY(transaction.update("experiment", experiment));
    return put_experiment_node(transaction, experiment, TRY(node_state(transaction, experiment.id)));
}

Result<std::optional<Gate>> agreement_of(Reader& reader, const ExperimentId& experiment)
{
    const auto askings = TRY(gates_about(reader, "experiment", experiment.text()));
    return askings.empty() ? std::nullopt : std::optional(askings.back());
}

Result<std::map<std::string, GateState>> agreements_of(Reader& reader, const PlaceId& establishment)
{
    std::map<std::string, GateState> last;
    for (const auto& gate : TRY(reader.all<Gate>(
             "select * from gate where subject_kind = 'experiment' and establishment_id = :place order by attempt",
             { { "place", establishment } })))
        last[gate.subject_id] = gate.state;
    return last;
}

Result<void> insert_asked_page(Transaction& transaction, const AskedPage& page)
{
    return transaction.insert("experiment_asked", page);
}

Result<std::optional<AskedPage>> agreed_page(Reader& reader, const ExperimentId& experiment)
{
    const auto asked = TRY(agreement_of(reader, experiment));
    if (!asked || asked->state != GateState::Passed)
        return std::optional<AskedPage> {};
    return reader.find<AskedPage>("select * from experiment_asked where gate_id = :gate", { { "gate", asked->id } });
}

Result<void> begin_agreed(Transaction& transaction, const Gate& gate, const AccountId& actor, Instant now)
{
    const auto id = ExperimentId::parse(gate.subject_id);
    if (!id)
        return Problem("not_found");
    auto experiment = TRY(load_experiment(transaction, *id));
    const auto today = now.day_in_paris();
    AuditRecord begun { audit_chain_of(gate), actor, "experiment.begun", "experiment", gate.subject_id, {} };
    if (experiment.starts_on < today) {
        const auto late = experiment.starts_on.days_until(today);
        begun.details = { { "before", experiment.starts_on.text() }, { "after", today.text() } };
        TRY(lengthen_counting(transaction, experiment, late));
        const auto later = [&](ExperimentCanvas& page) {
            if (page.means.until_on && *page.means.until_on >= page.ends_on)
                page.means.until_on = page.means.until_on->plus_days(late);
            page.ends_on = page.ends_on.plus_days(late);
            page.starts_on = today;
        };
        later(experiment);
        ++experiment.version;
        TRY(transaction.update("experiment", experiment));
        // What was agreed is as long as before: it is no change of anybody's.
        if (auto agreed = TRY(agreed_page(transaction, *id))) {
            later(agreed->page);
            TRY(transaction.execute("delete from experiment_asked where gate_id = :gate", { { "gate", agreed->gate_id } }));
            TRY(insert_asked_page(transaction, *agreed));
        }
    }
    begun.details["ends_on"] = experiment.ends_on.text();
    TRY(record_audit(transaction, begun, now));
    return refresh_experiment(transaction, gate.subject_id);
}

Result<void> refresh_experiment(Transaction& transaction, const std::string& id)
{
    const auto parsed = ExperimentId::parse(id);
    if (!parsed)
        return Problem("not_found");
    const auto experiment = TRY(load_experiment(transaction, *parsed));
    TRY(put_experiment_node(transaction, experiment, TRY(node_state(transaction, *parsed))));
    transaction.announce("experiments");
    transaction.announce("experiments/" + id);
    return {};
}

Result<std::vector<ExperimentEvent>> events_of(Reader& reader, const ExperimentId& experiment)
{
    return reader.all<ExperimentEvent>(
        "select * from experiment_event where experiment_id = :experiment order by happened_on, id limit 500",
        { { "experiment", experiment } });
}

Result<void> insert_event(Transaction& transaction, const ExperimentEvent& entry)
{
    return transaction.insert("experiment_event", entry);
}

Result<std::vector<Reservation>> reservations_of(Reader& reader, const ExperimentId& experiment)
{
    return reader.all<Reservation>(
        "select * from experiment_reservation where experiment_id = :experiment order by joined_on, college_kind, id",
        { { "experiment", experiment } });
}

Result<void> keep_reservation(Transaction& transaction, const Reservation& reservation)
{
    TRY(transaction.execute("delete from experiment_reservation where experiment_id = :experiment and college_id = :college",
        { { "experiment", reservation.experiment_id }, { "college", reservation.college_id } }));
    return transaction.insert("experiment_reservation", reservation);
}

Result<std::vector<EndRevision>> end_revisions_of(Reader& reader, const ExperimentId& experiment)
{
    return reader.all<EndRevision>(
        "select * from experiment_end_revision where experiment_id = :experiment order by revised_on, id",
        { { "experiment", experiment } });
}

Result<void> insert_end_revision(Transaction& transaction, const EndRevision& revision)
{
    return transaction.insert("experiment_end_revision", revision);
}

Result<std::optional<SharedReview>> find_review(Reader& reader, const ExperimentId& experiment)
{
    return reader.find<SharedReview>("select * from experiment_review where id = :id", { { "id", experiment } });
}

Result<void> keep_review(Transaction& transaction, const SharedReview& review)
{
    TRY(transaction.execute("delete from experiment_review where id = :id", { { "id", review.id } }));
    return transaction.insert("experiment_review", review);
}

Result<std::optional<SharedConclusion>> find_conclusion(Reader& reader, const ExperimentId& experiment)
{
    return reader.find<SharedConclusion>(
        "select * from experiment_conclusion where experiment_id = :experiment", { { "experiment", experiment } });
}

Result<std::vector<SharedConclusion>> conclusions_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<SharedConclusion>(R"sql(
        select experiment_conclusion.* from experiment_conclusion
          join experiment on experiment.id = experiment_conclusion.experiment_id
         where experiment.establishment_id = :place
         order by concluded_on desc, experiment_conclusion.id limit 500
    )sql",
        { { "place", establishment } });
}

Result<void> insert_conclusion(Transaction& transaction, const Experiment& experiment, const SharedConclusion& conclusion)
{
    const std::string outcome(name_of(conclusion.outcome));
    TRY(transaction.insert("experiment_conclusion", conclusion));
    TRY(put_experiment_node(transaction, experiment, outcome));
    TRY(put_node(transaction,
        { ObjectKind::Conclusion, conclusion.id.text(), experiment.establishment_id, experiment.programme_id,
            first_line(conclusion.words), conclusion.concluded_on, outcome, Audience::Establishment, false },
        conclusion.words + "\n" + conclusion.disagreement + "\n" + conclusion.learnt + "\n" + conclusion.would_need));
    return link_nodes(transaction,
        { ObjectKind::Experiment, experiment.id.text(), ObjectKind::Conclusion, conclusion.id.text(), "judged_by",
            conclusion.concluded_on });
}

Result<std::vector<DueItem>> experiments_due(Reader& reader, const PlaceId& establishment, Date today)
{
    constexpr std::int64_t review_minutes = 45; // a session, as long as a discussion
    constexpr auto unfinished = R"sql(
        select * from experiment
         where establishment_id = :place and id not in (select experiment_id from experiment_conclusion)
           and (id in (select subject_id from gate where subject_kind = 'experiment' and state = 'passed')
                or id not in (select subject_id from gate where subject_kind = 'experiment'))
         order by ends_on, id limit 500
    )sql";
    std::vector<DueItem> due;
    for (const auto& experiment : TRY(reader.all<Experiment>(unfinished, { { "place", establishment } }))) {
        const auto item = [&](Date on, DueKind kind, std::optional<std::int64_t> minutes, std::vector<CollegeKind> of) {
            due.push_back({ on, kind, experiment.title, ObjectKind::Experiment, experiment.id.text(), minutes, std::move(of),
                experiment.establishment_id, experiment.programme_id });
        };
        item(experiment.ends_on, DueKind::ExperimentConclusion, review_minutes,
            { CollegeKind::Management, CollegeKind::Medical, CollegeKind::StaffRepresentatives, CollegeKind::Professionals });
        if (experiment.means.until_on && *experiment.means.until_on >= today)
            item(*experiment.means.until_on, DueKind::MeansEnd, {}, {});
        for (const auto& indicator : TRY(indicators_of(reader, experiment.id)))
            if (indicator.expires_on && *indicator.expires_on >= today)
                item(*indicator.expires_on, DueKind::IndicatorExpiry, {}, {});
    }
    return due;
}

} // namespace etabli::store
