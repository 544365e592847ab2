// SPDX-License-Identifier: EUPL-1.2
// server/resources/results.cpp
//
// What a campaign published: every number is looked up in its one signed file; the rest of an establishment is two of them, one less the
// other, where both are open. docs/methods/publication.md.

#include <algorithm>

#include "engine/publication/publication.hpp"
#include "engine/tabulation/tabulate.hpp"
#include "server/resources/all.hpp"
#include "server/resources/result_views.hpp"
#include "store/places.hpp"

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
            view.sections.push_back({ { "code", section.code }, { "title", to_json(section.title) } });
        for (const auto& item : release.items)
            view.items.push_back(item_view(release, item));
        view.others = TRY(others_of(reader, release.campaign));
        return answer;
    });
}

/// Everybody of the establishment less these, where both are open and enough people are on both sides; question by question as well.
std::optional<RestShown> rest_of(const Released& release, std::size_t rank, const std::optional<std::string>& category)
{
    const auto& publication = release.publication;
    const auto all = release.rank(release.campaign.cut.places[0].code, category);
    if (!all || *all == rank)
        return {};
    RestShown rest { publication.people(*all) - publication.people(rank), {} };
    const auto enough = std::max(release.campaign.k, tabulation::comparison_people_min);
    if (rest.people < enough || publication.people(rank) < enough)
        return {};
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
