// SPDX-License-Identifier: EUPL-1.2
// server/content/mails.hpp
//
// The few mails Établi sends, in the words of locales/<language>/mail.json. They say who asks for what and hold one
// link; nothing anybody said in a discussion is ever in them.

#pragma once

#include "domain/people/mandates.hpp"
#include "server/http/call.hpp"
#include "store/database.hpp"

namespace etabli::content {

/// The address of the page where a secret is used. It stands after #, which no server and no proxy is sent.
std::string link_address(const http::Settings& settings, std::string_view token);

Result<void> mail_invitation(store::Transaction& transaction, const http::Context& context, const Invitation& invitation,
    const College& college, const std::string& place_name, std::string_view token, const std::string& locale);
Result<void> mail_sign_in_link(
    store::Transaction& transaction, const http::Context& context, const Account& account, std::string_view token);

} // namespace etabli::content
