// SPDX-License-Identifier: EUPL-1.2
// store/spaces.cpp

#include "store/spaces.hpp"

#include "domain/spaces/rules.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

/// One in a billion is taken: more tries than this is a broken source of randomness.
constexpr int code_tries = 20;

std::string found_text(const Rows& rows, std::string_view column)
{
    return rows.empty() ? std::string() : rows.text(0, column);
}

} // namespace

Result<Space> load_space(Reader& reader, const SpaceId& id)
{
    return reader.load<Space>("select * from space where id = :id", { { "id", id } });
}

Result<std::vector<Space>> spaces_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<Space>("select * from space where establishment_id = :establishment order by held_on desc, id limit 500",
        { { "establishment", establishment } });
}

Result<std::vector<Space>> spaces_to_follow(Reader& reader, const AccountId& facilitator)
{
    return reader.all<Space>("select * from space where facilitator_id = :facilitator and state in ('closed', 'destroyed') "
                             "order by held_on, id limit 100",
        { { "facilitator", facilitator } });
}

Result<void> insert_space(Transaction& transaction, const Space& space, const SpaceKeys& keys)
{
    TRY(transaction.insert("space", space));
    TRY(transaction.execute("insert into space_key (space_id, code, salt, follow_token) values (:space, :code, :salt, :token)",
        { { "space", space.id }, { "code", keys.code }, { "salt", keys.salt }, { "token", keys.follow_token } }));
    return put_node(transaction,
        { ObjectKind::Space, space.id.text(), space.establishment_id, space.programme_id, space.title, space.held_on,
            std::string(name_of(space.state)), Audience::Establishment, false },
        space.title);
}

Result<void> keep_space(Transaction& transaction, const Space& space)
{
    TRY(transaction.update("space", space));
    return put_node(transaction,
        { ObjectKind::Space, space.id.text(), space.establishment_id, space.programme_id, space.title, space.held_on,
            std::string(name_of(space.state)), Audience::Establishment, false },
        space.title);
}

Result<SpaceKeys> space_keys(Reader& reader, const SpaceId& id)
{
    const auto rows = TRY(reader.query("select coalesce(code, '') as code, salt, coalesce(follow_token, '') as follow_token "
                                       "from space_key where space_id = :space",
        { { "space", id } }));
    return SpaceKeys { found_text(rows, "code"), found_text(rows, "salt"), found_text(rows, "follow_token") };
}

Result<Space> space_by_code(Reader& reader, const std::string& code)
{
    return reader.load<Space>(
        "select space.* from space join space_key on space_key.space_id = space.id where space_key.code = :code",
        { { "code", code } });
}

Result<Space> space_by_follow_token(Reader& reader, const std::string& token)
{
    return reader.load<Space>(
        "select space.* from space join space_key on space_key.space_id = space.id where space_key.follow_token = :token",
        { { "token", token } });
}

Result<void> keep_follow_token(Transaction& transaction, const SpaceId& id, const std::string& token)
{
    const std::optional<std::string> kept = token.empty() ? std::nullopt : std::optional(token);
    TRY(transaction.execute(
        "update space_key set follow_token = :token where space_id = :space", { { "token", kept }, { "space", id } }));
    return {};
}

Result<std::string> free_code(Reader& reader, Random& random)
{
    for (int tried = 0; tried < code_tries; ++tried) {
        const auto code = spaces::make_code(random);
        if (TRY(reader.count("select count(*) from space_key where code = :code", { { "code", code } })) == 0)
            return code;
    }
    return Problem("server.internal", "no free code");
}

Result<std::vector<Situation>> situations_of(Reader& reader, const SpaceId& space)
{
    return reader.all<Situation>("select * from situation where space_id = :space order by id", { { "space", space } });
}

Result<Situation> load_situation(Reader& reader, const SituationId& id)
{
    return reader.load<Situation>("select * from situation where id = :id", { { "id", id } });
}

Result<std::vector<MinutesVersion>> minutes_of(Reader& reader, const SpaceId& space)
{
    return reader.all<MinutesVersion>(
        "select * from space_minutes where space_id = :space order by number", { { "space", space } });
}

Result<void> keep_minutes(Transaction& transaction, const SpaceId& space, const std::string& words, Date today)
{
    const auto versions = TRY(minutes_of(transaction, space));
    if (!versions.empty() && versions.back().words == words)
        return {};
    const auto number = versions.empty() ? 1 : versions.back().number + 1;
    if (number > 99)
        return Problem::of_field("/words", "list.too_long");
    return transaction.insert("space_minutes", MinutesVersion { space, number, words, today });
}

Result<std::vector<DueItem>> due_of_spaces(Reader& reader, const PlaceId& establishment, Date)
{
    const auto spaces = TRY(reader.all<Space>(
        "select * from space where establishment_id = :establishment and state <> 'destroyed' order by held_on, id limit 500",
        { { "establishment", establishment } }));
    std::vector<DueItem> due;
    for (const auto& space : spaces) {
        const auto item = [&](DueKind kind, Date on, std::optional<std::int64_t> minutes) {
            due.push_back({ on, kind, space.title, ObjectKind::Space, space.id.text(), minutes, {}, space.establishment_id,
                space.programme_id });
        };
        if (space.state == SpaceState::Prepared)
            item(DueKind::SpaceToPrepare, space.held_on, space.minutes);
        if (space.state == SpaceState::Open)
            item(DueKind::SpaceOpen, space.open_until.value_or(space.held_on), {});
        if (space.state == SpaceState::Closed && space.return_on && !space.returned_on)
            item(DueKind::SpaceReturn, *space.return_on, {});
        if (space.state == SpaceState::Open || space.state == SpaceState::Closed)
            item(DueKind::ContributionsDestroyed, space.destroy_on, {});
    }
    return due;
}

} // namespace etabli::store
