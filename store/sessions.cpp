// SPDX-License-Identifier: EUPL-1.2
// store/sessions.cpp

#include "store/sessions.hpp"

namespace etabli::store {

namespace {

constexpr std::chrono::hours touch_every { 1 };

/// An account made by an invitation was opened by whoever held the link, its sender included. The first time somebody
/// comes in by a link sent to the address itself, the password and the sessions from before are no longer good.
Result<void> prove_address(Transaction& transaction, const AccountId& account, Instant now)
{
    const auto proven = TRY(
        transaction.execute("update account set address_proven_on = :day where id = :account and address_proven_on is null",
            { { "day", now.day_in_paris() }, { "account", account } }));
    if (proven == 0)
        return {};
    TRY(transaction.execute("delete from credential where account_id = :account", { { "account", account } }));
    TRY(revoke_sessions(transaction, account, ""));
    return {};
}

} // namespace

Result<std::string> open_session(
    Transaction& transaction, const AccountId& account, Instant now, Random& random, CameBy came_by)
{
    const auto token = random.token();
    TRY(transaction.execute(R"sql(
        insert into session (token_hash, id, account_id, created_at, seen_at, expires_at, by_link)
        values (:token_hash, :id, :account, :now, :now, :expires, :by_link)
    )sql",
        { { "token_hash", sha256_hex(token) }, { "id", random.id_text() }, { "account", account }, { "now", now },
            { "expires", now.plus(session_idle) }, { "by_link", came_by == CameBy::Link } }));
    return token;
}

Result<std::vector<SessionRecord>> sessions_of(Reader& reader, const AccountId& account, Instant now)
{
    return reader.all<SessionRecord>(
        "select * from session where account_id = :account and expires_at > :now order by seen_at desc, id",
        { { "account", account }, { "now", now } });
}

Result<std::optional<SessionRecord>> find_session_record(Reader& reader, std::string_view token, Instant now)
{
    return reader.find<SessionRecord>("select * from session where token_hash = :token_hash and expires_at > :now",
        { { "token_hash", sha256_hex(token) }, { "now", now } });
}

Result<void> revoke_session(Transaction& transaction, const AccountId& account, const std::string& session_id)
{
    const auto ended = TRY(transaction.execute(
        "delete from session where id = :id and account_id = :account", { { "id", session_id }, { "account", account } }));
    if (ended == 0)
        return Problem("not_found");
    return {};
}

Result<std::int64_t> revoke_sessions(Transaction& transaction, const AccountId& account, const std::string& kept_id)
{
    return transaction.execute(
        "delete from session where account_id = :account and id <> :kept", { { "account", account }, { "kept", kept_id } });
}

Result<std::optional<AccountId>> find_session(Reader& reader, std::string_view token, Instant now)
{
    const auto rows = TRY(reader.query("select account_id from session where token_hash = :token_hash and expires_at > :now",
        { { "token_hash", sha256_hex(token) }, { "now", now } }));
    if (rows.empty())
        return std::optional<AccountId>();
    return std::optional(AccountId::trusted(rows.text(0, "account_id")));
}

Result<bool> session_needs_touch(Reader& reader, std::string_view token, Instant now)
{
    const auto old = TRY(reader.count("select count(*) from session where token_hash = :token_hash and seen_at < :before",
        { { "token_hash", sha256_hex(token) }, { "before", now.plus(-touch_every) } }));
    return old == 1;
}

Result<void> touch_session(Transaction& transaction, std::string_view token, Instant now)
{
    TRY(transaction.execute("update session set seen_at = :now, expires_at = :expires where token_hash = :token_hash",
        { { "token_hash", sha256_hex(token) }, { "now", now }, { "expires", now.plus(session_idle) } }));
    return {};
}

Result<void> close_session(Transaction& transaction, std::string_view token)
{
    TRY(transaction.execute("delete from session where token_hash = :token_hash", { { "token_hash", sha256_hex(token) } }));
    return {};
}

Result<std::string> make_link(
    Transaction& transaction, const AccountId& account, LinkPurpose purpose, Instant expires_at, Random& random)
{
    const auto token = random.token();
    TRY(transaction.execute(R"sql(
        insert into one_time_link (token_hash, account_id, purpose, expires_at)
        values (:token_hash, :account, :purpose, :expires)
    )sql",
        { { "token_hash", sha256_hex(token) }, { "account", account }, { "purpose", purpose }, { "expires", expires_at } }));
    return token;
}

Result<std::optional<UsedLink>> look_at_link(Reader& reader, std::string_view token, Instant now)
{
    const auto rows = TRY(reader.query("select account_id, purpose from one_time_link where token_hash = :token_hash and "
                                       "used_at is null and expires_at > :now",
        { { "token_hash", sha256_hex(token) }, { "now", now } }));
    if (rows.empty())
        return std::optional<UsedLink>();
    return std::optional(UsedLink { AccountId::trusted(rows.text(0, "account_id")),
        enum_from<LinkPurpose>(rows.text(0, "purpose")).value_or(LinkPurpose::SignIn) });
}

Result<std::int64_t> open_links(Reader& reader, const AccountId& account, Instant now)
{
    return reader.count(
        "select count(*) from one_time_link where account_id = :account and used_at is null and expires_at > :now",
        { { "account", account }, { "now", now } });
}

Result<UsedLink> use_link(Transaction& transaction, std::string_view token, Instant now)
{
    const Params which { { "token_hash", sha256_hex(token) }, { "now", now } };
    const auto used = TRY(transaction.execute(R"sql(
        update one_time_link set used_at = :now
         where token_hash = :token_hash and used_at is null and expires_at > :now
    )sql",
        which));
    if (used == 0)
        return Problem("session.link_not_valid");
    const auto rows = TRY(transaction.query("select account_id, purpose from one_time_link where token_hash = :token_hash",
        { { "token_hash", sha256_hex(token) } }));
    const UsedLink link { AccountId::trusted(rows.text(0, "account_id")),
        enum_from<LinkPurpose>(rows.text(0, "purpose")).value_or(LinkPurpose::SignIn) };
    TRY(prove_address(transaction, link.account_id, now));
    return link;
}

Result<void> void_links(Transaction& transaction, LinkPurpose purpose)
{
    TRY(transaction.execute(
        "delete from one_time_link where purpose = :purpose and used_at is null", { { "purpose", purpose } }));
    return {};
}

} // namespace etabli::store
