// SPDX-License-Identifier: EUPL-1.2
// server/resources/administration.cpp
//
// What the keeper of the machine does for an establishment: make its colleges and give each its first mandate. Of
// the people they see whether a college has begun to sit, never who sits in it, and nothing of what was said.

#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"
#include "store/places.hpp"

namespace etabli::resources {

enum class Begun { NotYet, Offered, Sits, LeftEmpty };

struct CollegeBegun {
    CollegeId id;
    CollegeKind kind = CollegeKind::Direction;
    std::string name;
    Begun begun = Begun::NotYet;
};

struct EstablishmentBegun {
    PlaceId id;
    std::string name;
    std::optional<std::string> region_name;
    std::vector<CollegeBegun> colleges;
};

struct AdministrationView {
    std::int64_t establishment_count = 0;
    std::int64_t region_count = 0;
    std::vector<EstablishmentBegun> establishments; // those that have a college, or the few there are
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Names<resources::Begun> {
    static constexpr std::array table {
        std::pair { resources::Begun::NotYet, std::string_view("not_yet") },
        std::pair { resources::Begun::Offered, std::string_view("offered") },
        std::pair { resources::Begun::Sits, std::string_view("sits") },
        std::pair { resources::Begun::LeftEmpty, std::string_view("left_empty") },
    };
};
template <>
struct Describe<resources::CollegeBegun> {
    static constexpr std::string_view name = "CollegeBegun";
    static constexpr auto fields = std::tuple {
        field("id", &resources::CollegeBegun::id),
        field("kind", &resources::CollegeBegun::kind),
        field("name", &resources::CollegeBegun::name),
        field("begun", &resources::CollegeBegun::begun),
    };
};
template <>
struct Describe<resources::EstablishmentBegun> {
    static constexpr std::string_view name = "EstablishmentBegun";
    static constexpr auto fields = std::tuple {
        field("id", &resources::EstablishmentBegun::id),
        field("name", &resources::EstablishmentBegun::name),
        field("region_name", &resources::EstablishmentBegun::region_name),
        field("colleges", &resources::EstablishmentBegun::colleges),
    };
};
template <>
struct Describe<resources::AdministrationView> {
    static constexpr std::string_view name = "AdministrationView";
    static constexpr auto fields = std::tuple {
        field("establishment_count", &resources::AdministrationView::establishment_count, { .min = 0, .max = INT64_MAX }),
        field("region_count", &resources::AdministrationView::region_count, { .min = 0, .max = INT64_MAX }),
        field("establishments", &resources::AdministrationView::establishments, { .min = 0, .max = 200 }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

constexpr std::int64_t shown_max = 50; // a screen; the others are found through the directory

Result<Begun> begun(Call& call, store::Reader& reader, const College& college)
{
    const auto standing = TRY(store::standing_of(reader, college, call.today()));
    if (standing.holders_today > 0)
        return Begun::Sits;
    if (standing.ever_held)
        return Begun::LeftEmpty;
    for (const auto& offered : TRY(store::open_invitations(reader, college.place_id, call.now())))
        if (offered.college_id == college.id)
            return Begun::Offered;
    return Begun::NotYet;
}

Result<EstablishmentBegun> establishment_begun(Call& call, store::Reader& reader, const Place& place)
{
    EstablishmentBegun view { place.id, place.name, {}, {} };
    if (place.parent_id)
        view.region_name = TRY(store::load_place(reader, *place.parent_id)).name;
    for (const auto& college : TRY(store::colleges_of(reader, place.id)))
        view.colleges.push_back({ college.id, college.kind, college.name, TRY(begun(call, reader, college)) });
    return view;
}

Result<Answer<AdministrationView>> show_administration(Call& call)
{
    TRY(require(call.reader().administrator));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<AdministrationView>> {
        Answer<AdministrationView> answer { {}, { "create_place", "import_places", "create_college" } };
        const auto places = TRY(store::establishments_begun_first(reader, shown_max));
        for (const auto& place : places)
            answer.data.establishments.push_back(TRY(establishment_begun(call, reader, place)));
        answer.data.establishment_count = TRY(store::count_open_places(reader, PlaceKind::Establishment));
        answer.data.region_count = TRY(store::count_open_places(reader, PlaceKind::Region));
        return answer;
    });
}

Result<Answer<EstablishmentBegun>> show_establishment_begun(Call& call)
{
    const auto id = TRY(call.id<PlaceId>("place"));
    if (!call.reader().administrator)
        return Problem("not_found");
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<EstablishmentBegun>> {
        const auto place = TRY(store::load_place(reader, id));
        return Answer<EstablishmentBegun> { TRY(establishment_begun(call, reader, place)), { "create_college" } };
    });
}

/// A college sits at an establishment; those who carry a cluster, at the region or the nation.
Result<void> college_fits(CollegeKind kind, PlaceKind at)
{
    const bool above = kind == CollegeKind::Facilitator || kind == CollegeKind::Agency || kind == CollegeKind::Visitor
        || kind == CollegeKind::Researcher;
    if (at == PlaceKind::Establishment || (above && (at == PlaceKind::Region || at == PlaceKind::Nation)))
        return {};
    return Problem("college.not_of_this_place");
}

Result<Answer<College>> create_college(Call& call, const NewCollege& given)
{
    TRY(require(call.reader().administrator));
    const auto id = TRY(call.id<PlaceId>("place"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<College>> {
        const auto place = TRY(store::load_place(transaction, id));
        TRY(college_fits(given.kind, place.kind));
        for (const auto& known : TRY(store::colleges_of(transaction, id)))
            if (known.kind == given.kind)
                return Problem("duplicate");
        const College made { CollegeId::make(call.context.random), id, given.kind, given.name, first_consent_rule(given.kind),
            {}, "", 1 };
        TRY(transaction.insert("college", made));
        TRY(record(transaction, call, id, "college.created", "college", made.id.text(), { { "kind", to_json(made.kind) } }));
        return Answer<College> { made, {} };
    });
}

} // namespace

RouteTable administration_routes()
{
    return {
        get("/api/administration", Access::SignedIn, "Which establishments have begun, and where", show_administration),
        get("/api/administration/places/{place}", Access::SignedIn, "Which colleges of an establishment sit",
            show_establishment_begun),
        post("/api/places/{place}/colleges", Access::SignedIn, "Make a college of a place", create_college),
    };
}

} // namespace etabli::resources
