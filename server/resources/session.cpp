// SPDX-License-Identifier: EUPL-1.2
// server/resources/session.cpp
//
// Coming in and going out: by password, by a one-time link, and in the demonstration by choosing whom to be.

#include "server/http/passwords.hpp"
#include "server/http/sessions.hpp"
#include "server/resources/all.hpp"
#include "store/people.hpp"
#include "store/sessions.hpp"
#include "store/settings.hpp"

namespace etabli::resources {

/// Somebody of the demonstration one may enter as.
struct DemoPerson {
    std::string key;
    std::string name;
    std::string place_name;
    std::optional<std::string> path; // where somebody without an account enters
};

struct SessionAccount {
    AccountId id;
    std::string name;
    std::string email;
    std::string locale;
    bool administrator = false;
    std::vector<HeldMandate> mandates;
};

struct SessionView {
    std::optional<SessionAccount> account;
    std::vector<DemoPerson> demo_people;
    bool demo = false;
    Date today;
};

struct SignIn {
    std::string email;
    std::string password;
};

struct LinkSignIn {
    std::string token;
};

struct DemoSignIn {
    std::string key;
};

struct NewPassword {
    std::string password;
    std::optional<std::string> current_password; // unless there is none yet, or they came by a link
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::DemoPerson> {
    static constexpr std::string_view name = "DemoPerson";
    static constexpr auto fields = std::tuple {
        field("key", &resources::DemoPerson::key, one_line),
        field("name", &resources::DemoPerson::name, one_line),
        field("place_name", &resources::DemoPerson::place_name, any_text),
        field("path", &resources::DemoPerson::path, one_line),
    };
};
template <>
struct Describe<resources::SessionAccount> {
    static constexpr std::string_view name = "SessionAccount";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SessionAccount::id),
        field("name", &resources::SessionAccount::name),
        field("email", &resources::SessionAccount::email),
        field("locale", &resources::SessionAccount::locale),
        field("administrator", &resources::SessionAccount::administrator),
        field("mandates", &resources::SessionAccount::mandates),
    };
};
template <>
struct Describe<resources::SessionView> {
    static constexpr std::string_view name = "SessionView";
    static constexpr auto fields = std::tuple {
        field("account", &resources::SessionView::account),
        field("demo_people", &resources::SessionView::demo_people),
        field("demo", &resources::SessionView::demo),
        field("today", &resources::SessionView::today),
    };
};
template <>
struct Describe<resources::SignIn> {
    static constexpr std::string_view name = "SignIn";
    static constexpr auto fields = std::tuple {
        field("email", &resources::SignIn::email, { .min = 3, .max = 254 }),
        field("password", &resources::SignIn::password, { .min = 1, .max = 200 }),
    };
};
template <>
struct Describe<resources::LinkSignIn> {
    static constexpr std::string_view name = "LinkSignIn";
    static constexpr auto fields = std::tuple { field("token", &resources::LinkSignIn::token, { .min = 43, .max = 43 }) };
};
template <>
struct Describe<resources::DemoSignIn> {
    static constexpr std::string_view name = "DemoSignIn";
    static constexpr auto fields = std::tuple { field("key", &resources::DemoSignIn::key, one_line) };
};
template <>
struct Describe<resources::NewPassword> {
    static constexpr std::string_view name = "NewPassword";
    static constexpr auto fields = std::tuple {
        field("password", &resources::NewPassword::password, { .min = 1, .max = 200 }),
        field("current_password", &resources::NewPassword::current_password, { .min = 1, .max = 200 }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

SessionAccount shown(const Reader& person, const std::string& email)
{
    return { person.account_id, person.name, email, person.locale, person.administrator, person.mandates };
}

/// Reads the demonstration's people; empty anywhere else.
Result<std::vector<DemoPerson>> demo_people(Call& call, store::Reader& reader)
{
    if (!call.context.settings.demo)
        return std::vector<DemoPerson>();
    const auto kept = TRY(store::find_setting(reader, "demo.people"));
    if (!kept)
        return std::vector<DemoPerson>();
    return from_json<std::vector<DemoPerson>>(TRY(parse_json(*kept)), { .min = 0, .max = 200 });
}

Result<Answer<SessionView>> view_of(Call& call, const std::optional<AccountId>& account)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<SessionView>> {
        Answer<SessionView> answer;
        answer.data.demo = call.context.settings.demo;
        answer.data.today = call.today();
        answer.data.demo_people = TRY(demo_people(call, reader));
        if (!account)
            return answer;
        const auto person = TRY(store::load_person(reader, *account, call.today()));
        answer.data.account = shown(person, TRY(store::load_account(reader, *account)).email);
        answer.abilities = { "sign_out" };
        if (person.administrator)
            answer.abilities.emplace_back("administer");
        if (!person.mandates.empty())
            answer.abilities.emplace_back("begin_space");
        return answer;
    });
}

Result<Answer<SessionView>> enter(Call& call, const AccountId& account, store::CameBy came_by)
{
    const auto token = TRY(call.context.database.write([&](store::Transaction& transaction) {
        return store::open_session(transaction, account, call.now(), call.context.random, came_by);
    }));
    call.answer_headers.emplace_back("Set-Cookie", session_cookie_header(token, call.context.settings));
    return view_of(call, account);
}

Result<Answer<SessionView>> show_session(Call& call)
{
    return view_of(call, call.signed_in ? std::optional(call.signed_in->account_id) : std::nullopt);
}

Result<Answer<SessionView>> sign_in(Call& call, const SignIn& given)
{
    struct Known {
        std::optional<Account> account;
        std::optional<std::string> hash;
    };
    const auto known = TRY(call.context.database.read([&](store::Reader& reader) -> Result<Known> {
        Known found { TRY(store::find_account_by_email(reader, given.email)), {} };
        if (found.account)
            found.hash = TRY(store::find_password_hash(reader, found.account->id));
        return found;
    }));
    if (!known.hash) {
        TRY(waste_a_hash(given.password));
        return Problem("session.wrong_credentials");
    }
    if (!TRY(password_fits(*known.hash, given.password)))
        return Problem("session.wrong_credentials");
    return enter(call, known.account->id, store::CameBy::Password);
}

Result<Answer<SessionView>> sign_in_by_link(Call& call, const LinkSignIn& given)
{
    const auto used = TRY(call.context.database.write(
        [&](store::Transaction& transaction) { return store::use_link(transaction, given.token, call.now()); }));
    return enter(call, used.account_id, store::CameBy::Link);
}

Result<Answer<SessionView>> enter_as(Call& call, const DemoSignIn& given)
{
    if (!call.context.settings.demo)
        return Problem("demo.only");
    const auto account = TRY(call.context.database.read([&](store::Reader& reader) -> Result<AccountId> {
        const auto kept = TRY(store::find_setting(reader, "demo.person." + given.key));
        const auto id = kept ? AccountId::parse(*kept) : std::nullopt;
        if (!id)
            return Problem("not_found");
        return *id;
    }));
    return enter(call, account, store::CameBy::Password);
}

Result<Answer<SessionView>> sign_out(Call& call)
{
    if (const auto token = call.request.cookie(session_cookie))
        TRY(call.context.database.write(
            [&](store::Transaction& transaction) { return store::close_session(transaction, *token); }));
    call.answer_headers.emplace_back("Set-Cookie", ended_session_cookie_header(call.context.settings));
    return view_of(call, std::nullopt);
}

/// Who found an open session must not take the account: the former password is asked, unless there is none or the
/// session came from a link sent to the address itself.
Result<void> knows_current_password(Call& call, const NewPassword& given)
{
    const auto token = call.request.cookie(session_cookie).value_or("");
    const auto hash = TRY(call.context.database.read([&](store::Reader& reader) -> Result<std::optional<std::string>> {
        const auto session = TRY(store::find_session_record(reader, token, call.now()));
        if (session && session->by_link)
            return std::optional<std::string>();
        return store::find_password_hash(reader, call.reader().account_id);
    }));
    if (hash && !TRY(password_fits(*hash, given.current_password.value_or(""))))
        return Problem::of_field("/current_password", "password.wrong");
    return {};
}

/// A new password ends the account's other sessions: somebody may have learnt the former one.
Result<Answer<SessionView>> change_password(Call& call, const NewPassword& given)
{
    TRY(knows_current_password(call, given));
    const auto hash = TRY(password_hash(given.password));
    const auto token = call.request.cookie(session_cookie).value_or("");
    TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<void> {
        TRY(store::keep_password_hash(transaction, call.reader().account_id, hash));
        const auto session = TRY(store::find_session_record(transaction, token, call.now()));
        TRY(store::revoke_sessions(transaction, call.reader().account_id, session ? session->id : std::string()));
        return {};
    }));
    return view_of(call, call.reader().account_id);
}

} // namespace

RouteTable session_routes()
{
    return {
        get("/api/session", Access::Public, "Who is signed in, and what they hold today", show_session),
        post("/api/session", Access::Public, "Sign in with a password", sign_in),
        post("/api/session/link", Access::Public, "Sign in with a one-time link", sign_in_by_link),
        post("/api/session/demo", Access::Public, "In the demonstration, enter as somebody", enter_as),
        remove("/api/session", Access::Public, "Sign out", sign_out),
        put("/api/session/password", Access::SignedIn, "Choose a password", change_password),
    };
}

} // namespace etabli::resources
