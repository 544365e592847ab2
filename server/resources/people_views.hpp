// SPDX-License-Identifier: EUPL-1.2
// server/resources/people_views.hpp
//
// What the pages about people show and send.

#pragma once

#include "domain/people/delegations.hpp"
#include "domain/programmes/audit_actions.hpp"
#include "server/http/routes.hpp"
#include "store/mandates.hpp"

namespace etabli::resources {

/// A seat that was offered and not taken yet. The address it was offered to is not shown.
struct OfferedSeat {
    EntryId id;
    std::string function_title;
    bool substitute = false;
    Date starts_on;
    std::optional<Date> ends_on;
    GivenAs given_as = GivenAs::College;
};

struct CollegeView {
    College college;
    std::vector<store::Seat> seats;
    std::vector<OfferedSeat> offered;
    bool ever_held = false;
    bool vacancy_noted = false;
};

struct PeopleView {
    PlaceId place_id;
    std::string place_name;
    Date today;
    std::vector<CollegeView> colleges;
    std::vector<Carence> carences;
    std::vector<Delegation> delegations;
};

struct OfferSeat {
    std::string email;
    std::string function_title;
    bool substitute = false;
    Date starts_on;
    std::optional<Date> ends_on;
};

/// The link is shown once, to whoever offered the seat: only its digest is kept.
struct SeatOffered {
    EntryId id;
    std::string link;
    std::string qr_svg;
    bool mail_is_sent = false; // false: nobody configured mail, hand the link over
    Date until;
};

struct EndMandate {
    Date ends_on; // the last day
    std::string handover;
};

struct EditConsent {
    ConsentRule consent_rule = ConsentRule::AnyHolder;
    std::optional<std::int64_t> consent_count;
    std::string consent_text;
    std::int64_t version = 1;
};

struct NewCollege {
    CollegeKind kind = CollegeKind::Direction;
    std::string name;
};

struct RecordCarence {
    Date recorded_on;
    std::string text;
};

struct EndCarence {
    Date ended_on;
};

struct ComposeDelegation {
    std::string title;
    std::vector<MandateId> mandate_ids;
    Date starts_on;
    std::optional<std::int64_t> version; // when it changes one
};

struct EndDelegation {
    Date ends_on;
    std::int64_t version = 1;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::OfferedSeat> {
    static constexpr std::string_view name = "OfferedSeat";
    static constexpr auto fields = std::tuple {
        field("id", &resources::OfferedSeat::id),
        field("function_title", &resources::OfferedSeat::function_title),
        field("substitute", &resources::OfferedSeat::substitute),
        field("starts_on", &resources::OfferedSeat::starts_on),
        field("ends_on", &resources::OfferedSeat::ends_on),
        field("given_as", &resources::OfferedSeat::given_as),
    };
};
template <>
struct Describe<resources::CollegeView> {
    static constexpr std::string_view name = "CollegeView";
    static constexpr auto fields = std::tuple {
        field("college", &resources::CollegeView::college),
        field("seats", &resources::CollegeView::seats),
        field("offered", &resources::CollegeView::offered),
        field("ever_held", &resources::CollegeView::ever_held),
        field("vacancy_noted", &resources::CollegeView::vacancy_noted),
    };
};
template <>
struct Describe<resources::PeopleView> {
    static constexpr std::string_view name = "PeopleView";
    static constexpr auto fields = std::tuple {
        field("place_id", &resources::PeopleView::place_id),
        field("place_name", &resources::PeopleView::place_name),
        field("today", &resources::PeopleView::today),
        field("colleges", &resources::PeopleView::colleges),
        field("carences", &resources::PeopleView::carences),
        field("delegations", &resources::PeopleView::delegations),
    };
};
template <>
struct Describe<resources::OfferSeat> {
    static constexpr std::string_view name = "OfferSeat";
    static constexpr auto fields = std::tuple {
        field("email", &resources::OfferSeat::email, { .min = 3, .max = 254 }),
        field("function_title", &resources::OfferSeat::function_title, one_line),
        field("substitute", &resources::OfferSeat::substitute),
        field("starts_on", &resources::OfferSeat::starts_on),
        field("ends_on", &resources::OfferSeat::ends_on),
    };
};
template <>
struct Describe<resources::SeatOffered> {
    static constexpr std::string_view name = "SeatOffered";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SeatOffered::id),
        field("link", &resources::SeatOffered::link),
        field("qr_svg", &resources::SeatOffered::qr_svg),
        field("mail_is_sent", &resources::SeatOffered::mail_is_sent),
        field("until", &resources::SeatOffered::until),
    };
};
template <>
struct Describe<resources::EndMandate> {
    static constexpr std::string_view name = "EndMandate";
    static constexpr auto fields = std::tuple {
        field("ends_on", &resources::EndMandate::ends_on),
        field("handover", &resources::EndMandate::handover, any_text),
    };
};
template <>
struct Describe<resources::EditConsent> {
    static constexpr std::string_view name = "EditConsent";
    static constexpr auto fields = std::tuple {
        field("consent_rule", &resources::EditConsent::consent_rule),
        field("consent_count", &resources::EditConsent::consent_count, { .min = 1, .max = 99 }),
        field("consent_text", &resources::EditConsent::consent_text, { .min = 0, .max = 400 }),
        field("version", &resources::EditConsent::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::NewCollege> {
    static constexpr std::string_view name = "NewCollege";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::NewCollege::kind),
        field("name", &resources::NewCollege::name, one_line),
    };
};
template <>
struct Describe<resources::RecordCarence> {
    static constexpr std::string_view name = "RecordCarence";
    static constexpr auto fields = std::tuple {
        field("recorded_on", &resources::RecordCarence::recorded_on),
        field("text", &resources::RecordCarence::text, some_text),
    };
};
template <>
struct Describe<resources::EndCarence> {
    static constexpr std::string_view name = "EndCarence";
    static constexpr auto fields = std::tuple { field("ended_on", &resources::EndCarence::ended_on) };
};
template <>
struct Describe<resources::ComposeDelegation> {
    static constexpr std::string_view name = "ComposeDelegation";
    static constexpr auto fields = std::tuple {
        field("title", &resources::ComposeDelegation::title, one_line),
        // Wider than the rule, so that the rule answers in its own words.
        field("mandate_ids", &resources::ComposeDelegation::mandate_ids, { .min = 0, .max = 20 }),
        field("starts_on", &resources::ComposeDelegation::starts_on),
        field("version", &resources::ComposeDelegation::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::EndDelegation> {
    static constexpr std::string_view name = "EndDelegation";
    static constexpr auto fields = std::tuple {
        field("ends_on", &resources::EndDelegation::ends_on),
        field("version", &resources::EndDelegation::version, { .min = 1, .max = INT64_MAX }),
    };
};

} // namespace etabli

namespace etabli::resources {

/// The people of a place as everybody who belongs there reads them, and what this reader may do.
Result<http::Answer<PeopleView>> people_view(http::Call& call, store::Reader& reader, const PlaceId& place);
/// The same after a write, read afresh.
Result<http::Answer<PeopleView>> people_after(http::Call& call, const PlaceId& place);

/// An entry of the journal about people, in the chain of their place.
Result<void> record(store::Transaction& transaction, http::Call& call, const PlaceId& place, AuditAction action,
    std::string object_kind, const std::string& object_id, json::object details = {});

} // namespace etabli::resources
