// SPDX-License-Identifier: EUPL-1.2
// server/resources/account.cpp
//
// My own account: the name I go by, my language, the sessions I have open.

#include "domain/people/mandates.hpp"
#include "server/http/sessions.hpp"
#include "server/resources/all.hpp"
#include "store/people.hpp"
#include "store/sessions.hpp"

namespace etabli::resources {

struct SessionLine {
    std::string id;
    Instant created_at;
    Instant seen_at;
    bool is_this_one = false;
};

struct AccountView {
    AccountId id;
    std::string email;
    std::string name;
    std::string locale;
    bool administrator = false;
    bool has_password = false;
    bool email_is_provisional = false; // of the first administrator, until they give theirs
    bool came_by_link = false; // may choose a password without the former one
    std::vector<HeldMandate> mandates;
    std::vector<SessionLine> sessions;
};

struct EditAccount {
    std::string name;
    std::string locale;
    std::optional<std::string> email; // taken only while the address is provisional
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::SessionLine> {
    static constexpr std::string_view name = "SessionLine";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SessionLine::id),
        field("created_at", &resources::SessionLine::created_at),
        field("seen_at", &resources::SessionLine::seen_at),
        field("is_this_one", &resources::SessionLine::is_this_one),
    };
};
template <>
struct Describe<resources::AccountView> {
    static constexpr std::string_view name = "AccountView";
    static constexpr auto fields = std::tuple {
        field("id", &resources::AccountView::id),
        field("email", &resources::AccountView::email),
        field("name", &resources::AccountView::name),
        field("locale", &resources::AccountView::locale),
        field("administrator", &resources::AccountView::administrator),
        field("has_password", &resources::AccountView::has_password),
        field("email_is_provisional", &resources::AccountView::email_is_provisional),
        field("came_by_link", &resources::AccountView::came_by_link),
        field("mandates", &resources::AccountView::mandates),
        field("sessions", &resources::AccountView::sessions),
    };
};
template <>
struct Describe<resources::EditAccount> {
    static constexpr std::string_view name = "EditAccount";
    static constexpr auto fields = std::tuple {
        field("name", &resources::EditAccount::name, one_line),
        field("locale", &resources::EditAccount::locale, { .min = 2, .max = 2 }),
        field("email", &resources::EditAccount::email, { .min = 3, .max = 254 }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// RFC 2606: no mail ever reaches it.
bool is_provisional(std::string_view email)
{
    return email.ends_with(".invalid");
}

std::string this_token(const Call& call)
{
    return call.request.cookie(session_cookie).value_or("");
}

Result<Answer<AccountView>> show_account(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<AccountView>> {
        const auto& id = call.reader().account_id;
        const auto account = TRY(store::load_account(reader, id));
        const auto person = TRY(store::load_person(reader, id, call.today()));
        const auto here = TRY(store::find_session_record(reader, this_token(call), call.now()));
        AccountView view { id, account.email, account.name, account.locale, account.administrator,
            TRY(store::find_password_hash(reader, id)).has_value(), is_provisional(account.email), here && here->by_link,
            person.mandates, {} };
        for (const auto& session : TRY(store::sessions_of(reader, id, call.now())))
            view.sessions.push_back({ session.id, session.created_at, session.seen_at, here && here->id == session.id });
        return Answer<AccountView> { view, { "edit", "choose_password", "revoke_session" } };
    });
}

Result<Answer<AccountView>> edit_account(Call& call, const EditAccount& given)
{
    if (given.locale != "fr" && given.locale != "en")
        return Problem::of_field("/locale", "choice.unknown");
    if (given.email && !is_email(trimmed(*given.email)))
        return Problem::of_field("/email", "account.email_invalid");
    TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto account = TRY(store::load_account(transaction, call.reader().account_id));
        account.name = given.name;
        account.locale = given.locale;
        if (given.email && is_provisional(account.email)) {
            if (TRY(store::find_account_by_email(transaction, *given.email)))
                return Problem::of_field("/email", "account.email_taken");
            account.email = lower_ascii(trimmed(*given.email));
        }
        return transaction.update("account", account);
    }));
    return show_account(call);
}

Result<Answer<AccountView>> revoke_session(Call& call)
{
    TRY(call.context.database.write([&](store::Transaction& transaction) {
        return store::revoke_session(transaction, call.reader().account_id, call.text("session"));
    }));
    return show_account(call);
}

Result<Answer<AccountView>> revoke_other_sessions(Call& call)
{
    TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto here = TRY(store::find_session_record(transaction, this_token(call), call.now()));
        TRY(store::revoke_sessions(transaction, call.reader().account_id, here ? here->id : std::string()));
        return {};
    }));
    return show_account(call);
}

} // namespace

RouteTable account_routes()
{
    return {
        get("/api/account", Access::SignedIn, "My account, and the sessions it has open", show_account),
        put("/api/account", Access::SignedIn, "My name and my language", edit_account),
        remove("/api/account/sessions/{session}", Access::SignedIn, "End one of my sessions", revoke_session),
        remove("/api/account/sessions", Access::SignedIn, "End all my sessions but this one", revoke_other_sessions),
    };
}

} // namespace etabli::resources
