// SPDX-License-Identifier: EUPL-1.2
// server/resources/space_views.cpp

#include "server/resources/space_views.hpp"

#include "domain/spaces/rules.hpp"
#include "store/audit.hpp"
#include "store/people.hpp"
#include "store/places.hpp"
#include "store/proposals.hpp"
#include "store/sentences.hpp"
#include "store/spaces.hpp"

namespace etabli::resources {

namespace {

bool is_over(const Space& space)
{
    return space.state == SpaceState::Closed || space.state == SpaceState::Destroyed;
}

} // namespace

Result<Space> space_for(const Reader& reader, store::Reader& database, const SpaceId& id)
{
    auto space = TRY(store::load_space(database, id));
    if (!spaces::may_read(reader, space))
        return Problem("not_found");
    return space;
}

Result<Space> space_to_drive(const Reader& reader, store::Reader& database, const SpaceId& id)
{
    auto space = TRY(space_for(reader, database, id));
    TRY(require(spaces::may_drive(reader, space)));
    return space;
}

std::vector<std::string> abilities_on(const Reader& reader, const Space& space, Date today)
{
    if (!spaces::may_drive(reader, space))
        return {};
    std::vector<std::string> abilities { "drive", "hand_over" };
    if (space.state == SpaceState::Prepared)
        abilities.insert(abilities.end(), { "edit", "open" });
    if (space.state == SpaceState::Open)
        abilities.insert(abilities.end(), { "run", "close" });
    if (is_over(space))
        abilities.insert(abilities.end(), { "follow", "return" });
    if (spaces::words_are_readable(space, today))
        abilities.emplace_back("read_words");
    return abilities;
}

Result<void> note_space(
    http::Call& call, store::Transaction& transaction, const Space& space, AuditAction action, json::object details)
{
    const auto chain = space.programme_id ? space.programme_id->text() : space.establishment_id.text();
    return store::record_audit(
        transaction, { chain, call.reader().account_id, action, "space", space.id.text(), std::move(details) }, call.now());
}

Result<SpaceView> view_of(store::Reader& database, const Space& space)
{
    SpaceView view { space, TRY(store::load_place(database, space.place_id)).name, {}, {}, {}, {} };
    if (!is_over(space))
        return view;
    view.ideas = TRY(store::ideas_of(database, space.id));
    view.minutes = TRY(store::minutes_of(database, space.id));
    view.situations = TRY(store::situations_of(database, space.id));
    view.proposals = TRY(store::proposals_of_space(database, space.id));
    return view;
}

Result<Board> board_of(http::Call& call, store::Reader& database, const Space& space)
{
    const auto keys = TRY(store::space_keys(database, space.id));
    const auto& address = call.context.settings.public_url;
    Board board;
    board.space = space;
    board.place_name = TRY(store::load_place(database, space.place_id)).name;
    if (!is_over(space)) {
        board.code = spaces::shown_code(keys.code);
        board.join_url = address + "/s/" + keys.code;
    }
    if (!keys.follow_token.empty())
        board.follow_url = address + "/suivi/" + keys.follow_token;
    if (space.state == SpaceState::Open)
        board.ready_to_release = !spaces::batch_of(TRY(store::waiting_without_words(database, space.id))).released.empty();
    if (spaces::words_are_readable(space, call.today()))
        board.contributions = TRY(store::contributions_of(database, space.id));
    board.ideas = TRY(store::ideas_of(database, space.id));
    board.minutes = TRY(store::minutes_of(database, space.id));
    board.situations = TRY(store::situations_of(database, space.id));
    board.proposals = TRY(store::proposals_of_space(database, space.id));
    for (const auto& college : TRY(store::colleges_of(database, space.establishment_id)))
        board.colleges.push_back({ college.id.text(), college.name, std::string(name_of(college.kind)) });
    return board;
}

} // namespace etabli::resources
