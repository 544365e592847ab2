// SPDX-License-Identifier: EUPL-1.2
// server/content/mails.cpp

#include "server/content/mails.hpp"

#include "server/content/words.hpp"
#include "store/outbox.hpp"

namespace etabli::content {

std::string link_address(const http::Settings& settings, std::string_view token)
{
    return settings.public_url + "/lien#" + std::string(token);
}

Result<void> mail_invitation(store::Transaction& transaction, const http::Context& context, const Invitation& invitation,
    const College& college, const std::string& place_name, std::string_view token, const std::string& locale)
{
    const auto& words = context.words;
    const std::vector<WordArgument> arguments {
        { "place", place_name },
        { "college", words.text(locale, "mail.college." + std::string(name_of(college.kind))) },
        { "function", invitation.function_title },
        { "link", link_address(context.settings, token) },
        { "day", invitation.expires_at.day_in_paris().text() },
    };
    return store::queue_mail(transaction, invitation.email, words.text(locale, "mail.invitation.subject", arguments),
        words.text(locale, "mail.invitation.body", arguments), context.clock.now(), context.random);
}

Result<void> mail_sign_in_link(
    store::Transaction& transaction, const http::Context& context, const Account& account, std::string_view token)
{
    const std::vector<WordArgument> arguments { { "link", link_address(context.settings, token) } };
    return store::queue_mail(transaction, account.email, context.words.text(account.locale, "mail.link.subject"),
        context.words.text(account.locale, "mail.link.body", arguments), context.clock.now(), context.random);
}

} // namespace etabli::content
