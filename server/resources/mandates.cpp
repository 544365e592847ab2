// SPDX-License-Identifier: EUPL-1.2
// server/resources/mandates.cpp
//
// Offering a seat, taking it back before it is taken, ending a mandate.

#include "server/content/mails.hpp"
#include "server/content/qr.hpp"
#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"
#include "store/places.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// A college that the caller may know of: of their place, or any for whoever gives first mandates.
Result<College> load_known_college(Call& call, store::Reader& reader, const CollegeId& id)
{
    auto college = TRY(store::load_college(reader, id));
    if (!call.reader().belongs_to(college.place_id) && !call.reader().administrator)
        return Problem("not_found");
    return college;
}

Result<void> dates_fit(Date starts_on, const std::optional<Date>& ends_on)
{
    if (ends_on && *ends_on < starts_on)
        return Problem::of_field("/ends_on", "date.before_start");
    return {};
}

Result<Answer<SeatOffered>> offer_seat(Call& call, const OfferSeat& given)
{
    const auto id = TRY(call.id<CollegeId>("college"));
    if (!is_email(trimmed(given.email)))
        return Problem::of_field("/email", "account.email_invalid");
    TRY(dates_fit(given.starts_on, given.ends_on));
    if (given.ends_on && *given.ends_on < call.today())
        return Problem::of_field("/ends_on", "date.in_the_past");
    const auto token = call.context.random.token();
    const auto link = content::link_address(call.context.settings, token);
    const auto invitation = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<Invitation> {
        const auto college = TRY(load_known_college(call, transaction, id));
        const auto standing = TRY(store::standing_of(transaction, college, call.today()));
        const auto given_as = TRY(may_give_mandate(call.reader(), college, standing, given.substitute));
        if (given_as == GivenAs::College && given.starts_on < call.today())
            return Problem::of_field("/starts_on", "date.in_the_past"); // nobody sat yesterday who was chosen today
        Invitation made { EntryId::make(call.context.random), id, lower_ascii(trimmed(given.email)), given.function_title,
            given.substitute, given.starts_on, given.ends_on, given_as, sha256_hex(token),
            call.now().plus(store::invitation_life), {}, {} };
        TRY(transaction.insert("invitation", made));
        TRY(content::mail_invitation(transaction, call.context, made, college,
            TRY(store::load_place(transaction, college.place_id)).name, token, call.reader().locale));
        TRY(record(transaction, call, college.place_id, "mandate.offered", "invitation", made.id.text(),
            { { "college", to_json(college.kind) }, { "given_as", to_json(given_as) } }));
        return made;
    }));
    return Answer<SeatOffered> { { invitation.id, link, TRY(content::qr_svg(link)), !call.context.settings.smtp_url.empty(),
                                     invitation.expires_at.day_in_paris() },
        {} };
}

Result<Answer<Nothing>> withdraw_offer(Call& call)
{
    const auto id = TRY(call.id<EntryId>("invitation"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Nothing>> {
        auto invitation = TRY(store::load_invitation(transaction, id));
        const auto college = TRY(load_known_college(call, transaction, invitation.college_id));
        TRY(may_give_mandate(
            call.reader(), college, TRY(store::standing_of(transaction, college, call.today())), invitation.substitute));
        if (invitation.accepted_at || invitation.withdrawn_at)
            return Problem("not_found");
        invitation.withdrawn_at = call.now();
        TRY(transaction.update("invitation", invitation));
        TRY(record(transaction, call, college.place_id, "mandate.offer_withdrawn", "invitation", id.text()));
        return Answer<Nothing> {};
    });
}

Result<Answer<PeopleView>> end_mandate(Call& call, const EndMandate& given)
{
    const auto id = TRY(call.id<MandateId>("mandate"));
    const auto place = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<PlaceId> {
        auto mandate = TRY(store::load_mandate(transaction, id));
        const auto college = TRY(store::load_college(transaction, mandate.college_id));
        if (!call.reader().belongs_to(college.place_id))
            return Problem("not_found");
        if (!may_end_mandate(call.reader(), college))
            return Problem("mandate.not_given_by_its_college");
        if (mandate.ends_on && *mandate.ends_on < call.today())
            return Problem("mandate.ended");
        TRY(dates_fit(mandate.starts_on, given.ends_on));
        if (given.ends_on < call.today())
            return Problem::of_field("/ends_on", "date.in_the_past"); // what was done under it was done
        TRY(leaves_somebody(TRY(store::others_in_force(transaction, college.id, id, given.ends_on.plus_days(1)))));
        mandate.ends_on = given.ends_on;
        mandate.handover = given.handover;
        TRY(transaction.update("mandate", mandate));
        TRY(record(transaction, call, college.place_id, "mandate.ended", "mandate", id.text(),
            { { "ends_on", given.ends_on.text() }, { "college", to_json(college.kind) } }));
        return college.place_id;
    }));
    return people_after(call, place);
}

} // namespace

RouteTable mandate_routes()
{
    return {
        post("/api/colleges/{college}/invitations", Access::SignedIn, "Offer a seat of a college", offer_seat),
        remove("/api/invitations/{invitation}", Access::SignedIn, "Take back an offer nobody took", withdraw_offer),
        put("/api/mandates/{mandate}/end", Access::SignedIn, "End a mandate, with a word for the next", end_mandate),
    };
}

} // namespace etabli::resources
