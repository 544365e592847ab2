// SPDX-License-Identifier: EUPL-1.2
// store/sessions.hpp
//
// Opaque sessions and one-time links. Only digests are kept; a link is used once, within its time.

#pragma once

#include "domain/people/people.hpp"
#include "store/database.hpp"

namespace etabli::store {

enum class LinkPurpose { First, Invitation, SignIn, Recovery };

} // namespace etabli::store

namespace etabli {
template <>
struct Names<store::LinkPurpose> {
    static constexpr std::array table {
        std::pair { store::LinkPurpose::First, std::string_view("first") },
        std::pair { store::LinkPurpose::Invitation, std::string_view("invitation") },
        std::pair { store::LinkPurpose::SignIn, std::string_view("sign_in") },
        std::pair { store::LinkPurpose::Recovery, std::string_view("recovery") },
    };
};
} // namespace etabli

namespace etabli::store {

/// A session unused for this long is over: ward computers are shared, and a shift lasts twelve hours.
inline constexpr std::chrono::hours session_idle { 12 };

struct UsedLink {
    AccountId account_id;
    LinkPurpose purpose = LinkPurpose::SignIn;
};

/// How somebody came in: who came by a link may choose a password without knowing the former one.
enum class CameBy { Password, Link };

struct SessionRecord {
    std::string id;
    AccountId account_id;
    Instant created_at;
    Instant seen_at;
    Instant expires_at;
    bool by_link = false;
};

/// The secret to put in the cookie.
Result<std::string> open_session(
    Transaction& transaction, const AccountId& account, Instant now, Random& random, CameBy came_by = CameBy::Password);
/// The sessions of an account that are not over, the latest first.
Result<std::vector<SessionRecord>> sessions_of(Reader& reader, const AccountId& account, Instant now);
Result<std::optional<SessionRecord>> find_session_record(Reader& reader, std::string_view token, Instant now);
/// `not_found` when it is not one of this account's.
Result<void> revoke_session(Transaction& transaction, const AccountId& account, const std::string& session_id);
/// All but the one that is kept; "" keeps none. Answers how many.
Result<std::int64_t> revoke_sessions(Transaction& transaction, const AccountId& account, const std::string& kept_id);
/// Whose session it is; nothing when it is unknown or over.
Result<std::optional<AccountId>> find_session(Reader& reader, std::string_view token, Instant now);
/// Notes that it is still used; cheap to call often, writes at most once an hour.
Result<bool> session_needs_touch(Reader& reader, std::string_view token, Instant now);
Result<void> touch_session(Transaction& transaction, std::string_view token, Instant now);
Result<void> close_session(Transaction& transaction, std::string_view token);

/// The secret to put in the link.
Result<std::string> make_link(
    Transaction& transaction, const AccountId& account, LinkPurpose purpose, Instant expires_at, Random& random);
/// What a secret would open, without opening it.
Result<std::optional<UsedLink>> look_at_link(Reader& reader, std::string_view token, Instant now);
/// Links of this account that were asked for and could still be used.
Result<std::int64_t> open_links(Reader& reader, const AccountId& account, Instant now);
/// Opens it, once. The first link used after an invitation proves the address: the password and the sessions from
/// before, which whoever sent the invitation could have made, are gone. `session.link_not_valid` whether it never was, was used, or is too old: the difference tells too much.
Result<UsedLink> use_link(Transaction& transaction, std::string_view token, Instant now);
/// Links made for this purpose and never used are worth nothing any more.
Result<void> void_links(Transaction& transaction, LinkPurpose purpose);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::SessionRecord> {
    static constexpr std::string_view name = "SessionRecord";
    static constexpr auto fields = std::tuple {
        field("id", &store::SessionRecord::id),
        field("account_id", &store::SessionRecord::account_id),
        field("created_at", &store::SessionRecord::created_at),
        field("seen_at", &store::SessionRecord::seen_at),
        field("expires_at", &store::SessionRecord::expires_at),
        field("by_link", &store::SessionRecord::by_link),
    };
};
