// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/gates.hpp
//
// Gates: what only opens when the colleges have said yes, each in the way it declared. Silence past the delay is
// recorded and is never a yes; work may go on, with the disagreement written down, but nothing opens or widens.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "domain/people/people.hpp"

namespace etabli {

enum class GateState { Open, Passed, Refused, Withdrawn };

template <>
struct Names<GateState> {
    static constexpr std::array table {
        std::pair { GateState::Open, std::string_view("open") },
        std::pair { GateState::Passed, std::string_view("passed") },
        std::pair { GateState::Refused, std::string_view("refused") },
        std::pair { GateState::Withdrawn, std::string_view("withdrawn") },
    };
};

enum class GateAnswerKind { Yes, No, Opinion };

template <>
struct Names<GateAnswerKind> {
    static constexpr std::array table {
        std::pair { GateAnswerKind::Yes, std::string_view("yes") },
        std::pair { GateAnswerKind::No, std::string_view("no") },
        std::pair { GateAnswerKind::Opinion, std::string_view("opinion") },
    };
};

/// Where one college stands.
enum class Stand { Yes, No, Awaited, Silent, Opinion, NoVote };

template <>
struct Names<Stand> {
    static constexpr std::array table {
        std::pair { Stand::Yes, std::string_view("yes") },
        std::pair { Stand::No, std::string_view("no") },
        std::pair { Stand::Awaited, std::string_view("awaited") },
        std::pair { Stand::Silent, std::string_view("silent") },
        std::pair { Stand::Opinion, std::string_view("opinion") },
        std::pair { Stand::NoVote, std::string_view("no_vote") },
    };
};

/// How a college said yes when the gate was asked: a rule that changes meanwhile is for the next gate.
struct AskedRule {
    CollegeId college_id;
    ConsentRule rule = ConsentRule::AnyHolder;
    std::optional<std::int64_t> count;
};

template <>
struct Describe<AskedRule> {
    static constexpr std::string_view name = "AskedRule";
    static constexpr auto fields = std::tuple {
        field("college_id", &AskedRule::college_id),
        field("rule", &AskedRule::rule),
        field("count", &AskedRule::count, { .min = 1, .max = 1000 }),
    };
};

/// One asking. Asked again after a refusal, it is another gate with the next attempt number.
struct Gate {
    GateId id;
    PlaceId establishment_id;
    std::optional<ProgrammeId> programme_id;
    std::string subject_kind; // "phase", "diagnosis", "sheet_readers", "experiment": who opens what when it passes
    std::string subject_id;
    std::string passage; // "conception-diagnostic", "to_cluster"
    std::string title;
    Date asked_on;
    Date due_on;
    std::vector<CollegeId> asked_of;
    std::vector<CollegeId> opinion_of;
    GateState state = GateState::Open;
    std::int64_t attempt = 1;
    std::optional<Date> closed_on;
    bool silence_recorded = false;
    std::string note; // what changed since the last attempt, or why it was withdrawn
    std::int64_t version = 1;
    std::optional<CollegeId> asked_by; // the college in whose name it was asked
    std::vector<AskedRule> asked_rules {};
};

template <>
struct Describe<Gate> {
    static constexpr std::string_view name = "Gate";
    static constexpr auto fields = std::tuple {
        field("id", &Gate::id),
        field("establishment_id", &Gate::establishment_id),
        field("programme_id", &Gate::programme_id),
        field("subject_kind", &Gate::subject_kind, one_line),
        field("subject_id", &Gate::subject_id, one_line),
        field("passage", &Gate::passage, one_line),
        field("title", &Gate::title, one_line),
        field("asked_on", &Gate::asked_on),
        field("due_on", &Gate::due_on),
        field("asked_of", &Gate::asked_of, { .min = 0, .max = 20 }),
        field("opinion_of", &Gate::opinion_of, { .min = 0, .max = 20 }),
        field("state", &Gate::state),
        field("attempt", &Gate::attempt, { .min = 1, .max = 99 }),
        field("closed_on", &Gate::closed_on),
        field("silence_recorded", &Gate::silence_recorded),
        field("note", &Gate::note, { .min = 0, .max = 2000 }),
        field("version", &Gate::version, { .min = 1, .max = INT64_MAX }),
        field("asked_by", &Gate::asked_by),
        field("asked_rules", &Gate::asked_rules),
    };
};

/// What one holder of a mandate said for their college. A team's agreement carries the day of its meeting.
struct GateAnswer {
    EntryId id;
    GateId gate_id;
    CollegeId college_id;
    MandateId mandate_id;
    GateAnswerKind answer = GateAnswerKind::Yes;
    std::string reason;
    std::optional<Date> met_on;
    Date answered_on;
};

template <>
struct Describe<GateAnswer> {
    static constexpr std::string_view name = "GateAnswer";
    static constexpr auto fields = std::tuple {
        field("id", &GateAnswer::id),
        field("gate_id", &GateAnswer::gate_id),
        field("college_id", &GateAnswer::college_id),
        field("mandate_id", &GateAnswer::mandate_id),
        field("answer", &GateAnswer::answer),
        field("reason", &GateAnswer::reason, { .min = 0, .max = 2000 }),
        field("met_on", &GateAnswer::met_on),
        field("answered_on", &GateAnswer::answered_on),
    };
};

/// A college that is asked, with how many hold its mandate today.
struct AskedCollege {
    College college;
    int holders = 0;
    bool opinion_only = false;
};

/// Whom a gate asks unless a template says otherwise: all who work there and their representatives; users advise.
inline constexpr std::array deciding_kinds { CollegeKind::Direction, CollegeKind::Management, CollegeKind::Medical,
    CollegeKind::StaffRepresentatives, CollegeKind::Professionals };
inline constexpr std::array advising_kinds { CollegeKind::Users };

/// Nobody had to be asked, or every college said yes: `last` is the last asking.
constexpr bool is_agreed(const std::optional<GateState>& last)
{
    return !last || *last == GateState::Passed;
}

/// Where the college stands, by its own rule. `answers` are those of this gate and this college.
Stand stand_of(const AskedCollege& asked, const std::vector<GateAnswer>& answers, Date due_on, Date today);

/// Passed when every college that is asked says yes; refused as soon as one says no; open otherwise.
GateState outcome_of(const std::vector<Stand>& stands_of_asked);

/// A gate asked without direction, or without staff representatives or their elected substitute, opens nothing; nor does
/// one that waits for a yes nobody can give. `has_facilitator`: somebody may write down what a team agreed.
Result<void> may_be_asked(const std::vector<AskedCollege>& asked, bool has_facilitator);

/// May this person answer for this college: they hold its mandate, and it has a voice here. For a team's
/// agreement, the facilitator may record what the meeting said.
bool may_answer(const Reader& reader, const AskedCollege& asked);

/// The college that asked, or the facilitator: nobody takes back what another college wants answered.
bool may_withdraw(const Reader& reader, const Gate& gate);

/// Refused or withdrawn, what was asked for is left there by whoever could have taken the asking back.
bool may_give_up(const Reader& reader, const Gate& gate);

/// A no carries its reason; a team's agreement the day of its meeting, not in the future.
Result<void> is_complete(const GateAnswer& answer, const AskedCollege& asked, Date today);

} // namespace etabli
