// SPDX-License-Identifier: EUPL-1.2
// server/resources/links.cpp
//
// Secrets that travel in links: looking at one without spending it, asking for one by mail, accepting a seat. The
// page reads the secret after the # of its address and sends it in a body: no GET ever spends a link.

#include "server/content/mails.hpp"
#include "server/http/passwords.hpp"
#include "server/http/sessions.hpp"
#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"
#include "store/places.hpp"
#include "store/sessions.hpp"

namespace etabli::resources {

struct LinkSecret {
    std::string token;
};

/// What a link would do, so that its page can say so before anything is done.
struct LinkView {
    std::string purpose; // "first", "sign_in", "recovery" or "invitation"
    std::optional<CollegeKind> college_kind;
    std::optional<std::string> place_name;
    std::optional<std::string> function_title;
    std::optional<bool> substitute;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    bool account_exists = false; // the address it was offered to has an account: come in first
    std::optional<std::string> signed_in_as;
};

struct AskLink {
    std::string email;
};

struct AcceptSeat {
    std::string token;
    std::optional<std::string> name;
    std::optional<std::string> locale;
    std::optional<std::string> password;
    std::optional<bool> as_signed_in; // take it with the account that is signed in here
};

struct SeatTaken {
    PlaceId place_id;
    CollegeKind college_kind = CollegeKind::Direction;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::LinkSecret> {
    static constexpr std::string_view name = "LinkSecret";
    static constexpr auto fields = std::tuple { field("token", &resources::LinkSecret::token, { .min = 43, .max = 43 }) };
};
template <>
struct Describe<resources::LinkView> {
    static constexpr std::string_view name = "LinkView";
    static constexpr auto fields = std::tuple {
        field("purpose", &resources::LinkView::purpose),
        field("college_kind", &resources::LinkView::college_kind),
        field("place_name", &resources::LinkView::place_name),
        field("function_title", &resources::LinkView::function_title),
        field("substitute", &resources::LinkView::substitute),
        field("starts_on", &resources::LinkView::starts_on),
        field("ends_on", &resources::LinkView::ends_on),
        field("account_exists", &resources::LinkView::account_exists),
        field("signed_in_as", &resources::LinkView::signed_in_as),
    };
};
template <>
struct Describe<resources::AskLink> {
    static constexpr std::string_view name = "AskLink";
    static constexpr auto fields = std::tuple { field("email", &resources::AskLink::email, { .min = 3, .max = 254 }) };
};
template <>
struct Describe<resources::AcceptSeat> {
    static constexpr std::string_view name = "AcceptSeat";
    static constexpr auto fields = std::tuple {
        field("token", &resources::AcceptSeat::token, { .min = 43, .max = 43 }),
        field("name", &resources::AcceptSeat::name, one_line),
        field("locale", &resources::AcceptSeat::locale, { .min = 2, .max = 2 }),
        field("password", &resources::AcceptSeat::password, { .min = 1, .max = 200 }),
        field("as_signed_in", &resources::AcceptSeat::as_signed_in),
    };
};
template <>
struct Describe<resources::SeatTaken> {
    static constexpr std::string_view name = "SeatTaken";
    static constexpr auto fields = std::tuple {
        field("place_id", &resources::SeatTaken::place_id),
        field("college_kind", &resources::SeatTaken::college_kind),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

constexpr std::chrono::hours asked_link_life { 1 };
/// Somebody who asks again and again for a colleague fills neither their mailbox nor the table.
constexpr std::int64_t asked_links_max = 3;

Result<Answer<LinkView>> look_at_link(Call& call, const LinkSecret& given)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<LinkView>> {
        LinkView view;
        if (call.signed_in)
            view.signed_in_as = call.signed_in->name;
        if (const auto link = TRY(store::look_at_link(reader, given.token, call.now()))) {
            view.purpose = name_of(link->purpose);
            return Answer<LinkView> { view, { "use" } };
        }
        const auto invitation = TRY(store::find_invitation(reader, given.token, call.now()));
        if (!invitation)
            return Problem("session.link_not_valid");
        const auto college = TRY(store::load_college(reader, invitation->college_id));
        view.purpose = "invitation";
        view.college_kind = college.kind;
        view.place_name = TRY(store::load_place(reader, college.place_id)).name;
        view.function_title = invitation->function_title;
        view.substitute = invitation->substitute;
        view.starts_on = invitation->starts_on;
        view.ends_on = invitation->ends_on;
        view.account_exists = TRY(store::find_account_by_email(reader, invitation->email)).has_value();
        return Answer<LinkView> { view, { "accept" } };
    });
}

/// One answer whether the address is known or not.
Result<Answer<Nothing>> ask_link(Call& call, const AskLink& given)
{
    TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto account = TRY(store::find_account_by_email(transaction, given.email));
        if (!account || TRY(store::open_links(transaction, account->id, call.now())) >= asked_links_max)
            return {};
        const auto token = TRY(store::make_link(
            transaction, account->id, store::LinkPurpose::SignIn, call.now().plus(asked_link_life), call.context.random));
        return content::mail_sign_in_link(transaction, call.context, *account, token);
    }));
    return Answer<Nothing> {};
}

/// Whose seat it becomes: who is signed in, if they say so or it was offered to them; else a new account. An address
/// that has an account is never opened by an invitation: whoever offered the seat knows the link too.
Result<Account> taker(Call& call, store::Transaction& transaction, const Invitation& invitation, const AcceptSeat& given)
{
    const auto known = TRY(store::find_account_by_email(transaction, invitation.email));
    if (call.signed_in && (given.as_signed_in.value_or(false) || (known && known->id == call.signed_in->account_id)))
        return store::load_account(transaction, call.signed_in->account_id);
    if (known)
        return Problem("invitation.sign_in_first");
    if (!given.name)
        return Problem::of_field("/name", "field.required");
    const auto locale = given.locale.value_or("fr");
    if (locale != "fr" && locale != "en")
        return Problem::of_field("/locale", "choice.unknown");
    Account made { AccountId::make(call.context.random), invitation.email, *given.name, locale, false, call.now(), {} };
    TRY(store::insert_account(transaction, made));
    return made;
}

/// The seat, if what allowed the offer still holds.
Result<College> take_seat(Call& call, store::Transaction& transaction, Invitation invitation, const Account& account)
{
    const auto college = TRY(store::load_college(transaction, invitation.college_id));
    const auto standing = TRY(store::standing_of(transaction, college, call.today()));
    if (!still_given(invitation.given_as, college, standing, invitation.substitute).ok())
        return Problem("session.link_not_valid");
    const auto held = TRY(store::kinds_held(transaction, account.id, college.place_id, call.today()));
    TRY(not_both_sides(college.kind, held));
    if (TRY(store::holds_seat_from(transaction, account.id, college.id, invitation.starts_on)))
        return Problem("mandate.already_held"); // one person, one voice
    const Mandate mandate { MandateId::make(call.context.random), account.id, college.id, invitation.function_title,
        invitation.substitute, invitation.starts_on, invitation.ends_on, "" };
    TRY(transaction.insert("mandate", mandate));
    invitation.accepted_at = call.now();
    TRY(transaction.update("invitation", invitation));
    TRY(record(transaction, call, college.place_id, "mandate.taken", "mandate", mandate.id.text(),
        { { "account", account.id.text() }, { "college", to_json(college.kind) }, { "given_as", to_json(invitation.given_as) },
            { "substitute", invitation.substitute } }));
    return college;
}

Result<Answer<SeatTaken>> accept_seat(Call& call, const AcceptSeat& given)
{
    // Looked at before anything costly: a made-up link costs nothing.
    if (!TRY(call.context.database.read([&](store::Reader& reader) -> Result<bool> {
            return TRY(store::find_invitation(reader, given.token, call.now())).has_value();
        })))
        return Problem("session.link_not_valid");
    std::optional<std::string> hash;
    if (given.password)
        hash = TRY(password_hash(*given.password));
    struct Outcome {
        College college;
        std::optional<std::string> session;
    };
    const auto outcome = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<Outcome> {
        const auto invitation = TRY(store::find_invitation(transaction, given.token, call.now()));
        if (!invitation)
            return Problem("session.link_not_valid");
        const auto account = TRY(taker(call, transaction, *invitation, given));
        const auto college = TRY(take_seat(call, transaction, *invitation, account));
        if (call.signed_in && call.signed_in->account_id == account.id)
            return Outcome { college, {} };
        if (hash)
            TRY(store::keep_password_hash(transaction, account.id, *hash));
        return Outcome { college,
            TRY(store::open_session(transaction, account.id, call.now(), call.context.random,
                hash ? store::CameBy::Password : store::CameBy::Link)) };
    }));
    if (outcome.session)
        call.answer_headers.emplace_back("Set-Cookie", session_cookie_header(*outcome.session, call.context.settings));
    return Answer<SeatTaken> { { outcome.college.place_id, outcome.college.kind }, {} };
}

} // namespace

RouteTable link_routes()
{
    return {
        post("/api/session/link-request", Access::Public, "Ask for a link to come in, by mail", ask_link),
        post("/api/links/look", Access::Public, "What a link would do, without using it", look_at_link),
        post("/api/invitations/accept", Access::Public, "Take the seat that a link offers", accept_seat),
    };
}

} // namespace etabli::resources
