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

/// The secret to put in the cookie.
Result<std::string> open_session(Transaction& transaction, const AccountId& account, Instant now, Random& random);
/// Whose session it is; nothing when it is unknown or over.
Result<std::optional<AccountId>> find_session(Reader& reader, std::string_view token, Instant now);
/// Notes that it is still used; cheap to call often, writes at most once an hour.
Result<bool> session_needs_touch(Reader& reader, std::string_view token, Instant now);
Result<void> touch_session(Transaction& transaction, std::string_view token, Instant now);
Result<void> close_session(Transaction& transaction, std::string_view token);

/// The secret to put in the link.
Result<std::string> make_link(
    Transaction& transaction, const AccountId& account, LinkPurpose purpose, Instant expires_at, Random& random);
/// `session.link_not_valid` whether it never was, was used, or is too old: the difference tells too much.
Result<UsedLink> use_link(Transaction& transaction, std::string_view token, Instant now);
/// Links made for this purpose and never used are worth nothing any more.
Result<void> void_links(Transaction& transaction, LinkPurpose purpose);

} // namespace etabli::store
