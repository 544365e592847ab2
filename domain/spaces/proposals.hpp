// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/proposals.hpp
//
// What a group asks for, and the dated answer it is owed; what it decides itself, as a dated local rule. Only the
// college it was asked of answers, or the person that college gave it to. Pure.

#pragma once

#include <optional>
#include <string>

#include "base/fields.hpp"
#include "domain/people/people.hpp"
#include "domain/spaces/sentences.hpp"

namespace etabli {

using LocalRuleId = Id<struct LocalRuleTag>;

enum class ProposalState { DecidedByTeam, Awaited, Accepted, Done, NotDone, Tried, PassedOn, Refused };

template <>
struct Names<ProposalState> {
    static constexpr std::array table {
        std::pair { ProposalState::DecidedByTeam, std::string_view("decided_by_team") },
        std::pair { ProposalState::Awaited, std::string_view("awaited") },
        std::pair { ProposalState::Accepted, std::string_view("accepted") },
        std::pair { ProposalState::Done, std::string_view("accepted_done") },
        std::pair { ProposalState::NotDone, std::string_view("accepted_not_done") },
        std::pair { ProposalState::Tried, std::string_view("tried") },
        std::pair { ProposalState::PassedOn, std::string_view("passed_on") },
        std::pair { ProposalState::Refused, std::string_view("refused") },
    };
};

enum class AnswerKind { Accepted, Tried, PassedOn, Refused };

template <>
struct Names<AnswerKind> {
    static constexpr std::array table {
        std::pair { AnswerKind::Accepted, std::string_view("accepted") },
        std::pair { AnswerKind::Tried, std::string_view("tried") },
        std::pair { AnswerKind::PassedOn, std::string_view("passed_on") },
        std::pair { AnswerKind::Refused, std::string_view("refused") },
    };
};

struct Proposal {
    ProposalId id;
    PlaceId establishment_id;
    PlaceId place_id;
    std::optional<ProgrammeId> programme_id;
    std::optional<SpaceId> space_id;
    std::optional<IdeaId> idea_id;
    std::string title; // as the group said it
    std::optional<Lived> lived;
    ProposalState state = ProposalState::Awaited;
    std::optional<CollegeId> answer_college_id;
    Date asked_on;
    std::optional<Date> due_on; // the day something is owed: an answer, what was promised, the next answer
    std::optional<AccountId> assigned_to;
    std::string level; // who can decide, when it was passed on
    std::string meanwhile; // what people do until then
    std::int64_t version = 1;
};

template <>
struct Describe<Proposal> {
    static constexpr std::string_view name = "Proposal";
    static constexpr auto fields = std::tuple {
        field("id", &Proposal::id),
        field("establishment_id", &Proposal::establishment_id),
        field("place_id", &Proposal::place_id),
        field("programme_id", &Proposal::programme_id),
        field("space_id", &Proposal::space_id),
        field("idea_id", &Proposal::idea_id),
        field("title", &Proposal::title, { .min = 1, .max = 2000 }),
        field("lived", &Proposal::lived),
        field("state", &Proposal::state),
        field("answer_college_id", &Proposal::answer_college_id),
        field("asked_on", &Proposal::asked_on),
        field("due_on", &Proposal::due_on),
        field("assigned_to", &Proposal::assigned_to),
        field("level", &Proposal::level, { .min = 0, .max = 200 }),
        field("meanwhile", &Proposal::meanwhile, { .min = 0, .max = 600 }),
        field("version", &Proposal::version, { .min = 1, .max = INT64_MAX }),
    };
};

enum class EntryKind { Asked, Decided, Assigned, Accepted, Tried, PassedOn, Refused, Done, NotDone, Note, TeamWords, Reviewed };

template <>
struct Names<EntryKind> {
    static constexpr std::array table {
        std::pair { EntryKind::Asked, std::string_view("asked") },
        std::pair { EntryKind::Decided, std::string_view("decided") },
        std::pair { EntryKind::Assigned, std::string_view("assigned") },
        std::pair { EntryKind::Accepted, std::string_view("accepted") },
        std::pair { EntryKind::Tried, std::string_view("tried") },
        std::pair { EntryKind::PassedOn, std::string_view("passed_on") },
        std::pair { EntryKind::Refused, std::string_view("refused") },
        std::pair { EntryKind::Done, std::string_view("done") },
        std::pair { EntryKind::NotDone, std::string_view("not_done") },
        std::pair { EntryKind::Note, std::string_view("note") },
        std::pair { EntryKind::TeamWords, std::string_view("team_words") },
        std::pair { EntryKind::Reviewed, std::string_view("reviewed") },
    };
};

/// One line of a proposal's history: what was answered or noted, on what day, by what function.
struct ProposalEntry {
    EntryId id;
    ProposalId proposal_id;
    std::int64_t number = 1;
    EntryKind kind = EntryKind::Note;
    Date entered_on;
    std::string words;
    std::string by_function;
    std::optional<CollegeKind> by_college;
    std::optional<Date> until_on;
    std::string level;
};

template <>
struct Describe<ProposalEntry> {
    static constexpr std::string_view name = "ProposalEntry";
    static constexpr auto fields = std::tuple {
        field("id", &ProposalEntry::id),
        field("proposal_id", &ProposalEntry::proposal_id),
        field("number", &ProposalEntry::number, { .min = 1, .max = 1000 }),
        field("kind", &ProposalEntry::kind),
        field("entered_on", &ProposalEntry::entered_on),
        field("words", &ProposalEntry::words, { .min = 0, .max = 2000 }),
        field("by_function", &ProposalEntry::by_function, { .min = 0, .max = 200 }),
        field("by_college", &ProposalEntry::by_college),
        field("until_on", &ProposalEntry::until_on),
        field("level", &ProposalEntry::level, { .min = 0, .max = 200 }),
    };
};

enum class Holds { Yes, Partly, No };

template <>
struct Names<Holds> {
    static constexpr std::array table {
        std::pair { Holds::Yes, std::string_view("yes") },
        std::pair { Holds::Partly, std::string_view("partly") },
        std::pair { Holds::No, std::string_view("no") },
    };
};

/// What a team decided within its margin. Three months later it is asked: does it still hold?
struct LocalRule {
    LocalRuleId id;
    ProposalId proposal_id;
    PlaceId establishment_id;
    PlaceId place_id;
    std::string words;
    Date decided_on;
    std::optional<Date> review_on;
    std::optional<Holds> holds;
    std::string review_words;
    std::optional<Date> reviewed_on;
    std::int64_t version = 1;
};

template <>
struct Describe<LocalRule> {
    static constexpr std::string_view name = "LocalRule";
    static constexpr auto fields = std::tuple {
        field("id", &LocalRule::id),
        field("proposal_id", &LocalRule::proposal_id),
        field("establishment_id", &LocalRule::establishment_id),
        field("place_id", &LocalRule::place_id),
        field("words", &LocalRule::words, { .min = 1, .max = 2000 }),
        field("decided_on", &LocalRule::decided_on),
        field("review_on", &LocalRule::review_on),
        field("holds", &LocalRule::holds),
        field("review_words", &LocalRule::review_words, { .min = 0, .max = 2000 }),
        field("reviewed_on", &LocalRule::reviewed_on),
        field("version", &LocalRule::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// The answer as its author writes it. A reason always; a day for all but a refusal.
struct ProposalAnswer {
    AnswerKind kind = AnswerKind::Accepted;
    std::string reason;
    std::optional<Date> until_on;
    std::optional<std::string> level; // who can decide, when it is passed on
    std::int64_t version = 1;
};

template <>
struct Describe<ProposalAnswer> {
    static constexpr std::string_view name = "ProposalAnswer";
    static constexpr auto fields = std::tuple {
        field("kind", &ProposalAnswer::kind),
        field("reason", &ProposalAnswer::reason, { .min = 1, .max = 2000 }),
        field("until_on", &ProposalAnswer::until_on),
        field("level", &ProposalAnswer::level, { .min = 0, .max = 200 }),
        field("version", &ProposalAnswer::version, { .min = 1, .max = INT64_MAX }),
    };
};

namespace proposals {

/// Three months: long enough to have lived with a rule in both good and bad weeks.
inline constexpr int review_after_months = 3;
/// A promise further away than this is not a date.
inline constexpr int until_days_max = 731;
inline constexpr std::int64_t entries_max = 200;

bool may_read(const Reader& reader, const Proposal& proposal);
/// In the name of the college it was asked of, and of no other; or as the person that college gave it to.
bool may_answer(const Reader& reader, const Proposal& proposal);
bool may_assign(const Reader& reader, const Proposal& proposal);
bool may_note(const Reader& reader, const Proposal& proposal);
/// Says whether what was accepted was done; again later, when it was not.
bool may_record_outcome(const Reader& reader, const Proposal& proposal);
/// Whether a team's rule holds is said by those who live with it, never by direction.
bool may_review(const Reader& reader, const LocalRule& rule);

bool is_awaiting_an_answer(const Proposal& proposal);
/// An answer, or what was promised, is due on its day.
bool is_owed(const Proposal& proposal);
/// On the desk: what is owed, by its day; then the rest, the latest asked first.
bool comes_before(const Proposal& one, const Proposal& other);
/// What is wrong with an answer; nothing when it can be given.
std::vector<FieldProblem> answer_gaps(const ProposalAnswer& answer, Date today);
/// The proposal once answered.
Proposal answered(Proposal proposal, const ProposalAnswer& answer);

} // namespace proposals

} // namespace etabli
