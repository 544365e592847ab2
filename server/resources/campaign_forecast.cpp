// SPDX-License-Identifier: EUPL-1.2
// server/resources/campaign_forecast.cpp
//
// What a campaign's cut will be able to show, before anybody is bothered.

#include "engine/tabulation/forecast.hpp"
#include "server/resources/all.hpp"
#include "server/resources/campaign_views.hpp"

namespace etabli::resources {

struct ForecastCellView {
    std::optional<std::string> category;
    bool open = false;
    bool too_small = false;
};

struct ForecastPlaceView {
    std::string code;
    std::string name;
    std::optional<std::string> parent;
    std::int64_t headcount = 0;
    std::int64_t respondents = 0;
    std::int64_t minutes_year = 0; // asked of each person in the year up to its first day, this campaign included
    std::vector<ForecastCellView> cells;
};

struct ForecastView {
    std::int64_t share = 60;
    std::int64_t minutes_asked = 0; // of everybody together
    std::int64_t eligible = 0;
    std::vector<ForecastPlaceView> places;
    std::int64_t open_cells = 0;
    std::int64_t closed_cells = 0;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::ForecastCellView> {
    using T = resources::ForecastCellView;
    static constexpr std::string_view name = "ForecastCell";
    static constexpr auto fields
        = std::tuple { field("category", &T::category), field("open", &T::open), field("too_small", &T::too_small) };
};
template <>
struct Describe<resources::ForecastPlaceView> {
    using T = resources::ForecastPlaceView;
    static constexpr std::string_view name = "ForecastPlace";
    static constexpr auto fields = std::tuple { field("code", &T::code), field("name", &T::name, one_line),
        field("parent", &T::parent), field("headcount", &T::headcount, { .min = 0, .max = INT64_MAX }),
        field("respondents", &T::respondents, { .min = 0, .max = INT64_MAX }),
        field("minutes_year", &T::minutes_year, { .min = 0, .max = INT64_MAX }),
        field("cells", &T::cells, { .min = 0, .max = 40 }) };
};
template <>
struct Describe<resources::ForecastView> {
    using T = resources::ForecastView;
    static constexpr std::string_view name = "Forecast";
    static constexpr auto fields = std::tuple { field("share", &T::share, { .min = 1, .max = 100 }),
        field("minutes_asked", &T::minutes_asked, { .min = 0, .max = INT64_MAX }),
        field("eligible", &T::eligible, { .min = 0, .max = INT64_MAX }), field("places", &T::places, tabulation::places_bounds),
        field("open_cells", &T::open_cells, { .min = 0, .max = INT64_MAX }),
        field("closed_cells", &T::closed_cells, { .min = 0, .max = INT64_MAX }) };
};
} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<std::vector<surveys::AskedBefore>> asked_before(store::Reader& reader, const Campaign& campaign, Date today)
{
    std::vector<surveys::AskedBefore> before;
    for (auto& other : TRY(store::campaigns_of(reader, campaign.establishment_id)))
        if (other.id != campaign.id && surveys::asked_in_the_year(other, campaign.opens_on.value_or(today)))
            if (const auto form = TRY(form_of(reader, other)))
                before.push_back({ std::move(other), form->instrument().minutes });
    return before;
}

Result<Answer<ForecastView>> show_forecast(Call& call)
{
    const auto share = whole_number(call.query("share").value_or("60"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ForecastView>> {
        const auto campaign = TRY(readable_campaign(reader, call));
        if (!share || *share < 1 || *share > 100)
            return Problem::of_field("/share", "request.invalid");
        if (auto troubles = tabulation::troubles_of(campaign.cut, campaign.k); !troubles.empty())
            return Problem::of_fields(std::move(troubles));
        const auto form = TRY(form_of(reader, campaign));
        Answer<ForecastView> answer;
        auto& view = answer.data;
        view.share = *share;
        view.eligible = tabulation::eligible(campaign.cut);
        const auto minutes = form ? form->instrument().minutes : 0;
        view.minutes_asked = view.eligible * minutes;
        const auto before = TRY(asked_before(reader, campaign, call.today()));
        const auto lines = tabulation::forecast(campaign.cut, campaign.k, *share);
        for (std::size_t number = 0; number < lines.size(); ++number) {
            const auto& place = campaign.cut.places[number];
            auto& line = view.places.emplace_back();
            line.code = place.code;
            line.name = place.name;
            line.parent = place.parent;
            line.headcount = lines[number].headcount;
            line.respondents = lines[number].cells.front().respondents;
            line.minutes_year = minutes + surveys::minutes_asked_of(place, before);
            for (const auto& cell : lines[number].cells) {
                line.cells.push_back({ cell.category, cell.open, cell.too_small });
                ++(cell.open ? view.open_cells : view.closed_cells);
            }
        }
        return answer;
    });
}

} // namespace

RouteTable campaign_forecast_routes()
{
    return {
        get("/api/campaigns/{id}/forecast", Access::SignedIn,
            "What its cut will be able to show (?share= of people who answer)", show_forecast),
    };
}

} // namespace etabli::resources
