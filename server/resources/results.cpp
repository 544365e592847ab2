// SPDX-License-Identifier: EUPL-1.2
// server/resources/results.cpp
//
// What a campaign published: every number is looked up in its one signed file; the rest of an establishment is two of them, one less the
// other, where both are open. docs/methods/publication.md.

#include <algorithm>

#include "engine/publication/publication.hpp"
#include "engine/tabulation/tabulate.hpp"
#include "server/resources/all.hpp"
#include "server/resources/campaign_views.hpp"
#include "store/places.hpp"

namespace etabli::resources {

struct ResultCell {
    std::optional<std::string> category;
    bool open = false;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> headcount;
};

struct ResultPlace {
    std::string code;
    std::string name;
    std::optional<std::string> parent;
    std::vector<ResultCell> cells;
};

struct ResultOption {
    json::value label;
    std::optional<bool> favourable;
};

struct ResultItem {
    std::string code;
    json::value text;
    std::optional<json::value> question; // the stem of a grid or of a multiple choice
    std::string section;
    std::vector<ResultOption> options;
    std::optional<std::int64_t> first_favourable;
    std::optional<std::string> dimension;
    std::optional<std::string> axis;
    bool sensitive = false;
};

struct OtherResult {
    CampaignId id;
    std::string title;
    std::optional<Date> closed_on;
};

struct ResultsView {
    std::string title;
    std::string establishment_name;
    PlaceId establishment_id;
    std::optional<Date> closed_on;
    CampaignMode mode = CampaignMode::Sealed;
    std::int64_t k = 11;
    std::string identity;
    std::int64_t people = 0;
    std::int64_t headcount = 0;
    std::vector<ResultPlace> places;
    std::vector<tabulation::CutCategory> categories;
    std::vector<json::value> sections; // {code, title}
    std::vector<ResultItem> items;
    std::vector<OtherResult> others;
};

struct ShownView {
    std::int64_t no_answer = 0;
    std::vector<std::int64_t> by_option;
    std::optional<double> mean;
    std::optional<double> mean_low;
    std::optional<double> mean_high;
    std::optional<double> share;
    std::optional<double> share_low;
    std::optional<double> share_high;
};

struct ItemShown {
    std::string item;
    std::optional<ShownView> shown; // nothing: withheld
};

struct RestShown {
    std::int64_t people = 0;
    std::vector<ItemShown> items;
};

struct PlaceResults {
    std::string place;
    std::optional<std::string> category;
    bool open = false;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> headcount;
    std::vector<ItemShown> items;
    std::optional<RestShown> rest;
};

struct CellShown {
    std::string place;
    std::optional<std::string> category;
    std::optional<ShownView> shown;
};

struct ItemResults {
    std::string item;
    std::vector<CellShown> cells;
};

} // namespace etabli::resources

namespace etabli {

inline constexpr Bounds any_count { .min = 0, .max = INT64_MAX };

template <>
struct Describe<resources::ResultCell> {
    using T = resources::ResultCell;
    static constexpr std::string_view name = "ResultCell";
    static constexpr auto fields = std::tuple { field("category", &T::category), field("open", &T::open),
        field("people", &T::people, any_count), field("headcount", &T::headcount, any_count) };
};
template <>
struct Describe<resources::ResultPlace> {
    using T = resources::ResultPlace;
    static constexpr std::string_view name = "ResultPlace";
    static constexpr auto fields = std::tuple { field("code", &T::code), field("name", &T::name, one_line),
        field("parent", &T::parent), field("cells", &T::cells, { .min = 0, .max = 64 }) };
};
template <>
struct Describe<resources::ResultOption> {
    using T = resources::ResultOption;
    static constexpr std::string_view name = "ResultOption";
    static constexpr auto fields = std::tuple { field("label", &T::label), field("favourable", &T::favourable) };
};
template <>
struct Describe<resources::ResultItem> {
    using T = resources::ResultItem;
    static constexpr std::string_view name = "ResultItem";
    static constexpr auto fields = std::tuple { field("code", &T::code), field("text", &T::text),
        field("question", &T::question), field("section", &T::section), field("options", &T::options, { .min = 0, .max = 101 }),
        field("first_favourable", &T::first_favourable, { .min = 1, .max = 101 }), field("dimension", &T::dimension),
        field("axis", &T::axis), field("sensitive", &T::sensitive) };
};
template <>
struct Describe<resources::OtherResult> {
    using T = resources::OtherResult;
    static constexpr std::string_view name = "OtherResult";
    static constexpr auto fields
        = std::tuple { field("id", &T::id), field("title", &T::title, one_line), field("closed_on", &T::closed_on) };
};
template <>
struct Describe<resources::ResultsView> {
    using T = resources::ResultsView;
    static constexpr std::string_view name = "ResultsView";
    static constexpr auto fields
        = std::tuple { field("title", &T::title, one_line), field("establishment_name", &T::establishment_name, one_line),
              field("establishment_id", &T::establishment_id), field("closed_on", &T::closed_on), field("mode", &T::mode),
              field("k", &T::k, any_count), field("identity", &T::identity), field("people", &T::people, any_count),
              field("headcount", &T::headcount, any_count), field("places", &T::places, tabulation::places_bounds),
              field("categories", &T::categories, tabulation::categories_bounds),
              field("sections", &T::sections, { .min = 0, .max = 40 }), field("items", &T::items, { .min = 0, .max = 10'000 }),
              field("others", &T::others, { .min = 0, .max = 200 }) };
};
template <>
struct Describe<resources::ShownView> {
    using T = resources::ShownView;
    static constexpr std::string_view name = "ShownResult";
    static constexpr auto fields = std::tuple { field("no_answer", &T::no_answer, any_count),
        field("by_option", &T::by_option, { .min = 0, .max = 101 }), field("mean", &T::mean), field("mean_low", &T::mean_low),
        field("mean_high", &T::mean_high), field("share", &T::share), field("share_low", &T::share_low),
        field("share_high", &T::share_high) };
};
template <>
struct Describe<resources::ItemShown> {
    using T = resources::ItemShown;
    static constexpr std::string_view name = "ItemShown";
    static constexpr auto fields = std::tuple { field("item", &T::item), field("shown", &T::shown) };
};
template <>
struct Describe<resources::RestShown> {
    using T = resources::RestShown;
    static constexpr std::string_view name = "RestShown";
    static constexpr auto fields
        = std::tuple { field("people", &T::people, any_count), field("items", &T::items, { .min = 0, .max = 10'000 }) };
};
template <>
struct Describe<resources::PlaceResults> {
    using T = resources::PlaceResults;
    static constexpr std::string_view name = "PlaceResults";
    static constexpr auto fields = std::tuple { field("place", &T::place), field("category", &T::category),
        field("open", &T::open), field("people", &T::people, any_count), field("headcount", &T::headcount, any_count),
        field("items", &T::items, { .min = 0, .max = 10'000 }), field("rest", &T::rest) };
};
template <>
struct Describe<resources::CellShown> {
    using T = resources::CellShown;
    static constexpr std::string_view name = "CellShown";
    static constexpr auto fields
        = std::tuple { field("place", &T::place), field("category", &T::category), field("shown", &T::shown) };
};
template <>
struct Describe<resources::ItemResults> {
    using T = resources::ItemResults;
    static constexpr std::string_view name = "ItemResults";
    static constexpr auto fields
        = std::tuple { field("item", &T::item), field("cells", &T::cells, { .min = 0, .max = 50'000 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;
using publication::Publication;

/// A release, and which of its cells a place and an occupation of the cut are.
struct Released {
    Campaign campaign;
    std::string file;
    Publication publication;
    instruments::Form form;
    std::vector<tabulation::CountedItem> items;
    disclosure::Lattice lattice;

    /// Nothing when it is withheld, or was never there.
    std::optional<std::size_t> rank(const std::string& place, const std::optional<std::string>& category) const
    {
        const tabulation::CutCells cells(campaign.cut, lattice);
        const int node = cells.node(place);
        const int cell = cells.cell(category);
        return node < 0 || cell < 0 ? std::nullopt : publication.open().rank(node, cell);
    }
};

Result<Released> released(store::Reader& reader, const Call& call)
{
    auto campaign = TRY(readable_campaign(reader, call));
    const auto kept = TRY(store::find_publication(reader, campaign.id));
    auto form = TRY(form_of(reader, campaign));
    if (!kept || !form)
        return Problem("campaign.not_published");
    auto file = from_base64url(kept->file);
    if (!file)
        return Problem("server.internal", "a publication that is not base64");
    auto publication = TRY(Publication::read(*file));
    auto lattice = tabulation::lattice_of(campaign.cut, campaign.k);
    auto items = tabulation::counted_items(*form);
    return Released { std::move(campaign), *std::move(file), std::move(publication), *std::move(form), std::move(items),
        std::move(lattice) };
}

std::optional<double> number(const std::optional<float>& value)
{
    return value ? std::optional<double>(*value) : std::nullopt;
}

std::optional<ShownView> shown(const std::optional<publication::Shown>& found)
{
    if (!found)
        return {};
    return ShownView { found->no_answer, found->by_option, number(found->mean), number(found->mean_low),
        number(found->mean_high), number(found->share), number(found->share_low), number(found->share_high) };
}

ResultItem item_view(const Released& release, const tabulation::CountedItem& counted)
{
    const auto& instrument = release.form.instrument();
    const auto& item = *release.form.find(counted.code);
    const auto& question = release.form.question_of(item);
    const auto& options = instruments::options_of(instrument, question);
    const auto option = [&](const std::string& code) -> const instruments::Option& {
        return *std::find_if(options.begin(), options.end(), [&](const auto& each) { return each.code == code; });
    };
    ResultItem view;
    view.code = counted.item.id;
    view.section = instrument.sections[item.section].code;
    view.dimension = item.dimension;
    view.axis = item.axis;
    view.sensitive = counted.item.is_sensitive;
    if (counted.item.first_favourable)
        view.first_favourable = *counted.item.first_favourable;
    if (counted.is_ticked_or_not) {
        view.text = to_json(option(counted.options.front()).label);
        view.question = to_json(question.text);
        return view;
    }
    view.text = item.row ? to_json((*question.rows)[*item.row].text) : to_json(question.text);
    if (item.row)
        view.question = to_json(question.text);
    int position = 0;
    for (const auto& code : counted.options) {
        ++position;
        view.options.push_back({ to_json(option(code).label),
            counted.item.first_favourable ? std::optional(position >= *counted.item.first_favourable) : std::nullopt });
    }
    return view;
}

/// Cells that a cut has for readers, place after place in the directory's order: everybody, then occupations.
template <class Visit>
void each_place_cell(const Released& release, Visit&& visit)
{
    const tabulation::CutCells cells(release.campaign.cut, release.lattice);
    for (const auto& place : release.campaign.cut.places) {
        const int node = cells.node(place.code);
        visit(place, std::optional<std::string>(), node, 0);
        for (const auto& category : release.campaign.cut.categories)
            if (const int cell = cells.cell(category.code);
                cell > 0 && (release.lattice.present(node) & disclosure::cell_at(cell)) != 0)
                visit(place, std::optional<std::string>(category.code), node, cell);
    }
}

Result<std::vector<OtherResult>> others_of(store::Reader& reader, const Campaign& campaign)
{
    std::vector<OtherResult> others;
    for (const auto& other : TRY(store::campaigns_of(reader, campaign.establishment_id)))
        if (other.id != campaign.id && other.state == CampaignState::Published && other.instrument_id == campaign.instrument_id)
            others.push_back({ other.id, other.title, other.closes_on });
    return others;
}

Result<Answer<ResultsView>> show_results(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ResultsView>> {
        const auto release = TRY(released(reader, call));
        Answer<ResultsView> answer;
        auto& view = answer.data;
        view.title = release.campaign.title;
        view.establishment_id = release.campaign.establishment_id;
        view.establishment_name = TRY(store::load_place(reader, release.campaign.establishment_id)).name;
        view.closed_on = release.campaign.closes_on;
        view.mode = release.campaign.mode;
        view.k = release.campaign.k;
        view.identity = release.publication.identity();
        view.headcount = tabulation::eligible(release.campaign.cut);
        view.categories = release.campaign.cut.categories;
        if (const auto rank = release.publication.open().rank(0, 0))
            view.people = release.publication.people(*rank);
        each_place_cell(
            release, [&](const tabulation::CutPlace& place, std::optional<std::string> category, int node, int cell) {
                if (!category)
                    view.places.push_back({ place.code, place.name, place.parent, {} });
                const auto rank = release.publication.open().rank(node, cell);
                ResultCell shown { std::move(category), rank.has_value(), {}, {} };
                if (rank) {
                    shown.people = release.publication.people(*rank);
                    shown.headcount = release.publication.headcount(*rank);
                }
                view.places.back().cells.push_back(std::move(shown));
            });
        for (const auto& section : release.form.instrument().sections)
            view.sections.push_back(json::object { { "code", section.code }, { "title", to_json(section.title) } });
        for (const auto& item : release.items)
            view.items.push_back(item_view(release, item));
        view.others = TRY(others_of(reader, release.campaign));
        return answer;
    });
}

/// Everybody of the establishment less these, where both are open and enough people are left; question by question as well.
std::optional<RestShown> rest_of(const Released& release, std::size_t rank, const std::optional<std::string>& category)
{
    const auto& publication = release.publication;
    const auto all = release.rank(release.campaign.cut.places[0].code, category);
    if (!all || *all == rank || publication.people(*all) - publication.people(rank) < release.campaign.k)
        return {};
    RestShown rest { publication.people(*all) - publication.people(rank), {} };
    for (std::size_t item = 0; item < release.items.size(); ++item) {
        auto& line = rest.items.emplace_back();
        line.item = release.items[item].item.id;
        const auto whole = publication.look_up(*all, item);
        const auto part = publication.look_up(rank, item);
        if (!whole || !part)
            continue;
        ShownView left;
        left.no_answer = whole->no_answer - part->no_answer;
        std::int64_t answered = 0;
        std::int64_t favourable = 0;
        double sum = 0;
        for (std::size_t option = 0; option < whole->by_option.size(); ++option) {
            const auto people = whole->by_option[option] - part->by_option[option];
            left.by_option.push_back(people);
            answered += people;
            sum += static_cast<double>(people) * static_cast<double>(option + 1);
            const auto first = release.items[item].item.first_favourable;
            favourable += first && static_cast<int>(option) + 1 >= *first ? people : 0;
        }
        const bool is_alike = std::find(left.by_option.begin(), left.by_option.end(), answered) != left.by_option.end();
        if (answered < release.campaign.k || (release.items[item].item.is_sensitive && is_alike))
            continue;
        left.mean = sum / static_cast<double>(answered);
        if (release.items[item].item.first_favourable)
            left.share = static_cast<double>(favourable) / static_cast<double>(answered);
        line.shown = left;
    }
    return rest;
}

Result<Answer<PlaceResults>> show_place(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<PlaceResults>> {
        const auto release = TRY(released(reader, call));
        const auto code = call.text("place");
        const auto category = call.query("category");
        const tabulation::CutCells cells(release.campaign.cut, release.lattice);
        if (cells.node(code) < 0 || (category && cells.cell(category) < 1))
            return Problem("not_found");
        Answer<PlaceResults> answer;
        auto& view = answer.data;
        view.place = code;
        view.category = category;
        const auto rank = release.rank(code, category);
        if (!rank)
            return answer;
        view.open = true;
        view.people = release.publication.people(*rank);
        view.headcount = release.publication.headcount(*rank);
        for (std::size_t item = 0; item < release.items.size(); ++item)
            view.items.push_back({ release.items[item].item.id, shown(release.publication.look_up(*rank, item)) });
        view.rest = rest_of(release, *rank, category);
        return answer;
    });
}

Result<Answer<ItemResults>> show_item(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ItemResults>> {
        const auto release = TRY(released(reader, call));
        const auto code = call.text("item");
        const auto found
            = std::find_if(release.items.begin(), release.items.end(), [&](const auto& each) { return each.item.id == code; });
        if (found == release.items.end())
            return Problem("not_found");
        const auto item = static_cast<std::size_t>(found - release.items.begin());
        Answer<ItemResults> answer;
        answer.data.item = code;
        each_place_cell(
            release, [&](const tabulation::CutPlace& place, std::optional<std::string> category, int node, int cell) {
                const auto rank = release.publication.open().rank(node, cell);
                answer.data.cells.push_back(
                    { place.code, std::move(category), rank ? shown(release.publication.look_up(*rank, item)) : std::nullopt });
            });
        return answer;
    });
}

Result<Response> publication_file(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Response> {
        auto release = TRY(released(reader, call));
        Response response;
        response.content_type = "application/octet-stream";
        response.headers.emplace_back(
            "Content-Disposition", "attachment; filename=\"" + release.campaign.id.text() + ".etabli\"");
        response.body = std::move(release.file);
        return response;
    });
}

} // namespace

RouteTable result_routes()
{
    return {
        get("/api/campaigns/{id}/results", Access::SignedIn, "What was published: places, questions, how many answered",
            show_results),
        get("/api/campaigns/{id}/results/places/{place}", Access::SignedIn,
            "Every question of one place (?category=), beside the rest of the establishment where both are open", show_place),
        get("/api/campaigns/{id}/results/items/{item}", Access::SignedIn,
            "One question, place by place and occupation by occupation", show_item),
        raw("/api/campaigns/{id}/results/publication", Access::SignedIn, "The signed file that every number is looked up in",
            "application/octet-stream", publication_file),
    };
}

} // namespace etabli::resources
