// SPDX-License-Identifier: EUPL-1.2
// server/resources/contacts.cpp
//
// Whom to go to in an establishment. Read by anybody who has the establishment's address, as a poster in its hall is;
// written by its colleges.

#include "domain/places/contacts.hpp"
#include "server/content/packs.hpp"
#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"
#include "store/contacts.hpp"
#include "store/places.hpp"

namespace etabli::resources {

struct ContactsView {
    PlaceId place_id;
    std::string place_name;
    std::vector<LocalContact> contacts; // those that were named
};

/// `version` is the one that was read; 0 where nobody was named yet.
struct NameContact {
    std::string words;
    std::int64_t version = 0;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::ContactsView> {
    static constexpr std::string_view name = "Contacts";
    static constexpr auto fields = std::tuple {
        field("place_id", &resources::ContactsView::place_id),
        field("place_name", &resources::ContactsView::place_name, one_line),
        field("contacts", &resources::ContactsView::contacts, { .min = 0, .max = 50 }),
    };
};
template <>
struct Describe<resources::NameContact> {
    static constexpr std::string_view name = "NameContact";
    static constexpr auto fields = std::tuple {
        field("words", &resources::NameContact::words, { .min = 0, .max = 400 }),
        field("version", &resources::NameContact::version, { .min = 0, .max = INT64_MAX }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<Place> known_establishment(Call& call, store::Reader& reader)
{
    auto place = TRY(store::load_place(reader, TRY(call.id<PlaceId>("place"))));
    if (place.kind != PlaceKind::Establishment)
        return Problem("not_found");
    return place;
}

Result<Answer<ContactsView>> contacts_now(Call& call, store::Reader& reader, const Place& place)
{
    Answer<ContactsView> answer { { place.id, place.name, TRY(store::contacts_of(reader, place.id)) }, {} };
    if (call.signed_in && may_name_contacts(*call.signed_in, place.id))
        answer.abilities.emplace_back("name_contacts");
    return answer;
}

Result<Answer<ContactsView>> show_contacts(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ContactsView>> {
        return contacts_now(call, reader, TRY(known_establishment(call, reader)));
    });
}

/// Which contacts there may be is content of the packs.
bool is_listed(const content::Packs& packs, const std::string& code)
{
    const auto* orientation = packs.find("references", "orientation");
    if (orientation == nullptr)
        return false;
    const auto& listed = orientation->at("local_contacts").as_array();
    return std::any_of(listed.begin(), listed.end(), [&](const auto& each) { return each.at("code").as_string() == code; });
}

Result<Answer<ContactsView>> name_contact(Call& call, const NameContact& given)
{
    const auto code = call.text("code");
    if (!is_listed(call.context.packs, code))
        return Problem("not_found");
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ContactsView>> {
        const auto place = TRY(known_establishment(call, transaction));
        TRY(require(may_name_contacts(call.reader(), place.id)));
        const auto before = TRY(store::find_contact(transaction, place.id, code));
        if (given.version != (before ? before->version : 0))
            return Problem::stale(before ? to_json(*before) : json::value(nullptr));
        TRY(store::keep_contact(transaction, { place.id, code, given.words, given.version + 1 }));
        TRY(record(transaction, call, place.id, "contact.named", "place", place.id.text(), {}));
        return contacts_now(call, transaction, place);
    });
}

} // namespace

RouteTable contact_routes()
{
    return {
        get("/api/places/{place}/contacts", Access::Public, "Whom to go to in an establishment", show_contacts),
        put("/api/places/{place}/contacts/{code}", Access::SignedIn, "Name one of them", name_contact),
    };
}

} // namespace etabli::resources
