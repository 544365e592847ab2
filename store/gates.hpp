// SPDX-License-Identifier: EUPL-1.2
// store/gates.hpp
//
// Gates in the database. Asking, answering, passing and silence each write their audit entry and the gate's node
// in the same transaction.

#pragma once

#include <set>

#include "domain/programmes/gates.hpp"
#include "store/database.hpp"
#include "store/people.hpp"

namespace etabli::store {

/// What somebody wants opened. The colleges are named by kind: those the establishment has are asked; all of them, unless a
/// template says otherwise.
struct GateDraft {
    PlaceId establishment_id;
    std::optional<ProgrammeId> programme_id;
    std::string subject_kind;
    std::string subject_id;
    std::string passage;
    std::string title;
    std::vector<CollegeKind> asked_of { deciding_kinds.begin(), deciding_kinds.end() };
    std::vector<CollegeKind> opinion_of { advising_kinds.begin(), advising_kinds.end() };
    int delay_days = 21;
    std::string note;
};

/// A gate with its colleges and what they said.
struct GateFile {
    Gate gate;
    std::vector<AskedCollege> colleges; // those asked, then those whose opinion is wanted
    std::vector<GateAnswer> answers;
    /// Of those who answered, whose mandate is in force: whoever has left speaks for the college no more.
    std::set<MandateId> in_force {};

    std::vector<GateAnswer> answers_of(const CollegeId& college) const;
    /// Today; once the gate is closed, on the day it was.
    Stand stand(const AskedCollege& asked, Date today) const;
};

/// `gate.already_open` while the same passage is being asked; `gate.without_…` when the asking could open nothing.
/// After a refusal it is the next attempt.
Result<Gate> ask_gate(Transaction& transaction, const GateDraft& draft, const AccountId& asker, Instant now, Random& random);
/// Without its colleges and what they said.
Result<Gate> gate_alone(Reader& reader, const GateId& id);
Result<GateFile> load_gate(Reader& reader, const GateId& id, Date today);
/// A gate of this programme is open: what the colleges are answering does not change under their eyes.
Result<bool> is_being_answered(Reader& reader, const ProgrammeId& programme);
Result<std::vector<Gate>> gates_of_establishment(Reader& reader, const PlaceId& establishment);
/// Every attempt at one passage of one subject, oldest first.
Result<std::vector<Gate>> gates_about(Reader& reader, const std::string& subject_kind, const std::string& subject_id);

/// Keeps the answer (a second one of the same holder replaces the first; the journal keeps both), closes the gate
/// when that decides it, and opens the passage. `gate.closed` once it is decided.
Result<Gate> answer_gate(
    Transaction& transaction, const GateFile& file, const GateAnswer& answer, const AccountId& actor, Instant now);
/// `reason` is kept with the gate.
Result<Gate> withdraw_gate(
    Transaction& transaction, const Gate& gate, const std::string& reason, const AccountId& actor, Instant now);
/// Notes, once per gate, that the delay has passed with somebody still silent. Returns how many were noted.
Result<std::int64_t> record_silences(Transaction& transaction, Instant now);

/// The chain its audit entries stand in: the démarche's, else the establishment's.
std::string audit_chain_of(const Gate& gate);

} // namespace etabli::store
