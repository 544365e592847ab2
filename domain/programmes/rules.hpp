// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/rules.hpp
//
// Who may do what with a programme, and what must be on the table before a passage is asked for. What one college
// may read, every college of the place may read.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/people/delegations.hpp"
#include "domain/people/people.hpp"
#include "domain/programmes/entries.hpp"
#include "domain/programmes/members.hpp"
#include "domain/programmes/templates.hpp"

namespace etabli {

/// Anyone with a mandate where it is walked. `places` are its own place and its members' establishments.
bool may_read_programme(const Reader& reader, const std::vector<PlaceId>& places);

/// Direction, staff representatives, management, doctors and facilitators of the place: any of them may begin one.
bool may_begin_programme(const Reader& reader, const PlaceId& place);
/// The same may write its stakes, its means, its links, and ask for a passage.
bool may_lead_programme(const Reader& reader, const Programme& programme);
/// Anyone with a mandate at its place adds to the journal, for their college.
bool may_write_journal(const Reader& reader, const Programme& programme);

/// By what the programme's frame says: an experiment waits for the colleges before it begins.
bool experiment_asks_colleges(const ProgrammeFrame& frame, bool is_wide);

/// Whoever facilitates a cluster in its region: the one who moves it, plans and reminds.
bool may_facilitate(const Reader& reader, const Programme& cluster);
/// A home's tasks, its news and what blocks: the home itself, or whoever facilitates.
bool may_speak_for_home(const Reader& reader, const Programme& cluster, const PlaceId& home);
/// A home comes by itself: whoever leads there, with a delegation that its staff representatives confirmed.
bool may_bring_home(const Reader& reader, const PlaceId& home);
/// `members_serve`: each of the delegation still holds the mandate by which they go.
HomeDelegationState state_of_delegation(const Delegation& delegation, bool members_serve, Date today);
/// The step that follows, when no gate stands before it; `cluster.no_further_step`, `cluster.step_behind_a_gate`.
Result<void> may_step_to(const ProgrammeTemplate& path, std::string_view step, std::string_view next);
/// What is given up carries its reason.
Result<void> task_word_fits(HomeTaskState state, std::string_view state_text);
/// Three lines at most, each with words and none longer than a short message.
Result<void> news_fits(const std::vector<std::string>& lines);
/// "10:00" to "16:00", or nothing; an end comes after its start.
Result<void> hours_fit(const PathSessionDraft& session);

/// How something a gate needs stands. What Établi does not keep itself is looked at together: it holds nothing up.
enum class NeedState { Written, Missing, LookedAtTogether };

template <>
struct Names<NeedState> {
    static constexpr std::array table {
        std::pair { NeedState::Written, std::string_view("written") },
        std::pair { NeedState::Missing, std::string_view("missing") },
        std::pair { NeedState::LookedAtTogether, std::string_view("looked_at_together") },
    };
};

/// What is written so far, as a gate's needs are checked against it.
struct OnTheTable {
    ProgrammeFrame frame;
    std::size_t means_lines = 0;
    std::size_t handovers = 0;
    std::vector<std::string> done_deliverables; // keys
};

NeedState state_of_need(std::string_view need, const OnTheTable& table);
/// `programme.not_ready` while something that is written here is missing.
Result<void> may_be_passed(const TemplateGate& gate, const OnTheTable& table);

} // namespace etabli
