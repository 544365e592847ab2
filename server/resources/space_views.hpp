// SPDX-License-Identifier: EUPL-1.2
// server/resources/space_views.hpp
//
// A space as it is shown: to everybody of the establishment, the same bytes for all; and to its facilitator alone,
// the board of the session.

#pragma once

#include "domain/people/people.hpp"
#include "domain/places/places.hpp"
#include "domain/programmes/audit_actions.hpp"
#include "domain/spaces/proposals.hpp"
#include "domain/spaces/sentences.hpp"
#include "domain/spaces/spaces.hpp"
#include "server/http/call.hpp"

namespace etabli::resources {

/// One line of the list.
struct SpaceLine {
    SpaceId id;
    std::string title;
    std::string place_name;
    Occasion occasion = Occasion::Regular;
    Openness openness = Openness::Participate;
    std::string facilitated_by;
    AccountId facilitator_id;
    Date held_on;
    std::int64_t minutes = 0;
    std::optional<Date> open_until;
    SpaceState state = SpaceState::Prepared;
    std::optional<Date> return_on;
    std::optional<Date> returned_on;
    Date destroy_on;
    std::optional<ProgrammeId> programme_id;
};

/// What everybody of the establishment reads; ideas, minutes and situations once the group has read them over.
struct SpaceView {
    Space space;
    std::string place_name;
    std::vector<Idea> ideas;
    std::vector<MinutesVersion> minutes;
    std::vector<Situation> situations;
    std::vector<Proposal> proposals;
};

struct SpaceChoice {
    std::string id;
    std::string name;
    std::string kind;
};

/// What the facilitator drives.
struct Board {
    Space space;
    std::string place_name;
    std::string code;
    std::string join_url;
    std::string follow_url;
    bool ready_to_release = false;
    std::vector<Contribution> contributions;
    std::vector<Idea> ideas;
    std::vector<MinutesVersion> minutes;
    std::vector<Situation> situations;
    std::vector<Proposal> proposals;
    std::vector<SpaceChoice> colleges;
};

/// The space, or `not_found` for whoever has no mandate there.
Result<Space> space_for(const Reader& reader, store::Reader& database, const SpaceId& id);
/// The space, for its facilitator alone.
Result<Space> space_to_drive(const Reader& reader, store::Reader& database, const SpaceId& id);

std::vector<std::string> abilities_on(const Reader& reader, const Space& space, Date today);
/// An entry of the journal, on the démarche's chain or the establishment's.
Result<void> note_space(
    http::Call& call, store::Transaction& transaction, const Space& space, AuditAction action, json::object details = {});
Result<SpaceView> view_of(store::Reader& database, const Space& space);
Result<Board> board_of(http::Call& call, store::Reader& database, const Space& space);

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::SpaceLine> {
    static constexpr std::string_view name = "SpaceLine";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SpaceLine::id),
        field("title", &resources::SpaceLine::title),
        field("place_name", &resources::SpaceLine::place_name),
        field("occasion", &resources::SpaceLine::occasion),
        field("openness", &resources::SpaceLine::openness),
        field("facilitated_by", &resources::SpaceLine::facilitated_by),
        field("facilitator_id", &resources::SpaceLine::facilitator_id),
        field("held_on", &resources::SpaceLine::held_on),
        field("minutes", &resources::SpaceLine::minutes),
        field("open_until", &resources::SpaceLine::open_until),
        field("state", &resources::SpaceLine::state),
        field("return_on", &resources::SpaceLine::return_on),
        field("returned_on", &resources::SpaceLine::returned_on),
        field("destroy_on", &resources::SpaceLine::destroy_on),
        field("programme_id", &resources::SpaceLine::programme_id),
    };
};
template <>
struct Describe<resources::SpaceView> {
    static constexpr std::string_view name = "SpaceView";
    static constexpr auto fields = std::tuple {
        field("space", &resources::SpaceView::space),
        field("place_name", &resources::SpaceView::place_name),
        field("ideas", &resources::SpaceView::ideas),
        field("minutes", &resources::SpaceView::minutes),
        field("situations", &resources::SpaceView::situations),
        field("proposals", &resources::SpaceView::proposals),
    };
};
template <>
struct Describe<resources::SpaceChoice> {
    static constexpr std::string_view name = "SpaceChoice";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SpaceChoice::id),
        field("name", &resources::SpaceChoice::name),
        field("kind", &resources::SpaceChoice::kind),
    };
};
template <>
struct Describe<resources::Board> {
    static constexpr std::string_view name = "Board";
    static constexpr auto fields = std::tuple {
        field("space", &resources::Board::space),
        field("place_name", &resources::Board::place_name),
        field("code", &resources::Board::code),
        field("join_url", &resources::Board::join_url),
        field("follow_url", &resources::Board::follow_url),
        field("ready_to_release", &resources::Board::ready_to_release),
        field("contributions", &resources::Board::contributions),
        field("ideas", &resources::Board::ideas),
        field("minutes", &resources::Board::minutes),
        field("situations", &resources::Board::situations),
        field("proposals", &resources::Board::proposals),
        field("colleges", &resources::Board::colleges),
    };
};

} // namespace etabli
