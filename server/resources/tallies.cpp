// SPDX-License-Identifier: EUPL-1.2
// server/resources/tallies.cpp
//
// Counting on a telephone, by link and without an account. What comes in is added to the sum of its period; who sent it,
// when and from where is not kept.

#include "domain/experiments/rules.hpp"
#include "server/resources/all.hpp"
#include "store/experiments.hpp"
#include "store/figures.hpp"
#include "store/places.hpp"

namespace etabli::resources {

/// What the page of a link shows.
struct TallyView {
    std::string title;
    std::string purpose;
    std::string definition;
    std::string unit;
    std::string base_unit;
    Counting counting = Counting::Count;
    EntryWay entry = EntryWay::Tally;
    Rhythm rhythm = Rhythm::Week;
    std::string place_name;
    PlaceId establishment_id; // whose contacts to show
    Date today;
    Date first_day; // the first that is still taken
    Date until;
    bool is_open = true;
};

/// A telephone draws a number for each, so that what is sent twice is added once.
struct Tally {
    std::string id;
    Date counted_on;
    double numerator = 0;
    std::optional<std::int64_t> base;
};

struct Tallies {
    std::vector<Tally> entries;
};

struct RefusedTally {
    std::string id;
    std::string problem;
};

struct TalliesTaken {
    std::vector<std::string> taken;
    std::vector<RefusedTally> refused;
};

} // namespace etabli::resources

namespace etabli {

/// A ward of a hundred ticks ten times a shift, every day of a month; more is a prank, or a program.
inline constexpr std::int64_t tallies_a_period_max = 100'000;
inline constexpr Bounds tally_id { .min = 32, .max = 32 };
inline constexpr Bounds tallies_at_once { .min = 1, .max = 50 };

template <>
struct Describe<resources::TallyView> {
    static constexpr std::string_view name = "TallyView";
    static constexpr auto fields = std::tuple {
        field("title", &resources::TallyView::title),
        field("purpose", &resources::TallyView::purpose),
        field("definition", &resources::TallyView::definition),
        field("unit", &resources::TallyView::unit),
        field("base_unit", &resources::TallyView::base_unit),
        field("counting", &resources::TallyView::counting),
        field("entry", &resources::TallyView::entry),
        field("rhythm", &resources::TallyView::rhythm),
        field("place_name", &resources::TallyView::place_name),
        field("establishment_id", &resources::TallyView::establishment_id),
        field("today", &resources::TallyView::today),
        field("first_day", &resources::TallyView::first_day),
        field("until", &resources::TallyView::until),
        field("is_open", &resources::TallyView::is_open),
    };
};
template <>
struct Describe<resources::Tally> {
    static constexpr std::string_view name = "Tally";
    static constexpr auto fields = std::tuple {
        field("id", &resources::Tally::id, tally_id),
        field("counted_on", &resources::Tally::counted_on),
        field("numerator", &resources::Tally::numerator, { .min = 0, .max = counted_max }),
        field("base", &resources::Tally::base, { .min = 0, .max = counted_max }),
    };
};
template <>
struct Describe<resources::Tallies> {
    static constexpr std::string_view name = "Tallies";
    static constexpr auto fields = std::tuple { field("entries", &resources::Tallies::entries, tallies_at_once) };
};
template <>
struct Describe<resources::RefusedTally> {
    static constexpr std::string_view name = "RefusedTally";
    static constexpr auto fields = std::tuple {
        field("id", &resources::RefusedTally::id),
        field("problem", &resources::RefusedTally::problem),
    };
};
template <>
struct Describe<resources::TalliesTaken> {
    static constexpr std::string_view name = "TalliesTaken";
    static constexpr auto fields = std::tuple {
        field("taken", &resources::TalliesTaken::taken, tallies_at_once),
        field("refused", &resources::TalliesTaken::refused, tallies_at_once),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<Answer<TallyView>> show_tally(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<TallyView>> {
        const auto indicator = TRY(store::indicator_by_link(reader, call.text("token")));
        const auto experiment = TRY(store::load_experiment(reader, indicator.experiment_id));
        TallyView view { indicator.title, indicator.purpose.value_or(""), indicator.definition, indicator.unit,
            indicator.base_unit, indicator.counting, indicator.entry, indicator.rhythm,
            TRY(store::load_place(reader, experiment.place_id)).name, experiment.establishment_id, call.today(),
            experiments::first_tally_day(indicator, call.today()), *indicator.expires_on,
            *indicator.expires_on >= call.today() };
        return Answer<TallyView> { std::move(view), {} };
    });
}

/// The code of the field's own problem, or of the whole.
std::string code_of(const Problem& problem)
{
    return std::string(problem.fields().empty() ? problem.code() : problem.fields().front().code.text());
}

Result<Answer<TalliesTaken>> take_tallies(Call& call, const Tallies& given)
{
    std::vector<EntryId> figures;
    for (std::size_t at = 0; at < given.entries.size(); ++at)
        figures.push_back(EntryId::make(call.context.random));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<TalliesTaken>> {
        const auto indicator = TRY(store::indicator_by_link(transaction, call.text("token")));
        TalliesTaken answer;
        for (std::size_t at = 0; at < given.entries.size(); ++at) {
            const auto& tally = given.entries[at];
            if (TRY(store::tally_was_added(transaction, tally.id))) {
                answer.taken.push_back(tally.id);
                continue;
            }
            IndicatorValue value { EntryId::trusted(tally.id), indicator.id, tally.counted_on, tally.numerator, tally.base, 1,
                {} };
            if (const auto fits = experiments::check_tally(indicator, value, call.today()); !fits.ok()) {
                answer.refused.push_back({ tally.id, code_of(fits.problem()) });
                continue;
            }
            value.counted_on = period_start(indicator.rhythm, value.counted_on);
            if (TRY(store::tallies_added(transaction, indicator.id, value.counted_on)) >= tallies_a_period_max) {
                answer.refused.push_back({ tally.id, "request.too_many" });
                continue;
            }
            TRY(store::add_tally(transaction, value, figures[at]));
            answer.taken.push_back(tally.id);
        }
        if (indicator.entry != EntryWay::Pulse) // when somebody answers is nobody's business
            transaction.announce("experiments/" + indicator.experiment_id.text());
        return Answer<TalliesTaken> { std::move(answer), {} };
    });
}

} // namespace

RouteTable tally_routes()
{
    return {
        get("/api/tallies/{token}", Access::WithoutAccount, "What a telephone counts, by link", show_tally),
        post("/api/tallies/{token}", Access::WithoutAccount, "Add what a telephone ticked to the sums of its periods",
            take_tallies),
    };
}

} // namespace etabli::resources
