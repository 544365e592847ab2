// SPDX-License-Identifier: EUPL-1.2
// store/sessions.cpp

#include "store/sessions.hpp"

namespace etabli::store {

namespace {

constexpr std::chrono::hours touch_every { 1 };

} // namespace

Result<std::string> open_session(Transaction& transaction, const AccountId& account, Instant now, Random& random)
{
    const auto token = random.token();
    TRY(transaction.execute(R"sql(
        insert into session (token_hash, id, account_id, created_at, seen_at, expires_at)
        values (:token_hash, :id, :account, :now, :now, :expires)
    )sql",
        { { "token_hash", sha256_hex(token) }, { "id", random.id_text() }, { "account", account }, { "now", now },
            { "expires", now.plus(session_idle) } }));
    return token;
}

Result<std::optional<AccountId>> find_session(Reader& reader, std::string_view token, Instant now)
{
    const auto rows
        = TRY(reader.query("select account_id from session where token_hash = :token_hash and expires_at > :now",
            { { "token_hash", sha256_hex(token) }, { "now", now } }));
    if (rows.empty())
        return std::optional<AccountId>();
    return std::optional(AccountId::trusted(rows.text(0, "account_id")));
}

Result<bool> session_needs_touch(Reader& reader, std::string_view token, Instant now)
{
    const auto old = TRY(reader.count(
        "select count(*) from session where token_hash = :token_hash and seen_at < :before",
        { { "token_hash", sha256_hex(token) }, { "before", now.plus(-touch_every) } }));
    return old == 1;
}

Result<void> touch_session(Transaction& transaction, std::string_view token, Instant now)
{
    TRY(transaction.execute(
        "update session set seen_at = :now, expires_at = :expires where token_hash = :token_hash",
        { { "token_hash", sha256_hex(token) }, { "now", now }, { "expires", now.plus(session_idle) } }));
    return {};
}

Result<void> close_session(Transaction& transaction, std::string_view token)
{
    TRY(transaction.execute(
        "delete from session where token_hash = :token_hash", { { "token_hash", sha256_hex(token) } }));
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
        { { "token_hash", sha256_hex(token) }, { "account", account }, { "purpose", purpose },
            { "expires", expires_at } }));
    return token;
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
    return UsedLink { AccountId::trusted(rows.text(0, "account_id")),
        enum_from<LinkPurpose>(rows.text(0, "purpose")).value_or(LinkPurpose::SignIn) };
}

Result<void> void_links(Transaction& transaction, LinkPurpose purpose)
{
    TRY(transaction.execute("delete from one_time_link where purpose = :purpose and used_at is null",
        { { "purpose", purpose } }));
    return {};
}

} // namespace etabli::store
