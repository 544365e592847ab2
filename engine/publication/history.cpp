// SPDX-License-Identifier: EUPL-1.2
// engine/publication/history.cpp

#include "engine/publication/history.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/csv_table.hpp"
#include "engine/disclosure/halves.hpp"
#include "engine/disclosure/names.hpp"
#include "engine/publication/publication.hpp"

namespace etabli::publication {

using disclosure::Cells;
using disclosure::index;
using disclosure::Lattice;
using disclosure::Mask;

namespace {

/// The places of a publication, nobody in them.
Result<Lattice> places_of(const Publication& publication)
{
    disclosure::LatticeBuilder builder({ publication.levels().begin() + 1, publication.levels().end() });
    const auto& places = publication.places();
    std::vector<std::string_view> path(publication.levels().size() - 1);
    for (const auto& place : places) {
        if (index(place.level) != path.size())
            continue;
        for (const auto* at = &place; at->parent >= 0; at = &places[index(at->parent)])
            path[index(at->level - 1)] = at->name;
        for (const auto& category : publication.categories())
            if (builder.add(path, category, 0))
                return Problem("request.invalid", "this publication names a place twice");
    }
    auto made = std::move(builder).finish();
    const bool is_same = std::equal(places.begin(), places.end(), made.nodes().begin(), made.nodes().end(),
        [](const auto& one, const auto& other) { return one.name == other.name && one.parent == other.parent; });
    if (!is_same || made.categories() != publication.categories())
        return Problem("request.invalid", "the places of this publication are not in their order");
    return made;
}

/// Every number it shows is what these answers give.
bool is_made_of(const Publication& publication, const Lattice& respondents, const std::vector<Item>& items,
    const Answers& within, const std::vector<std::optional<std::size_t>>& item_there)
{
    const auto& open = publication.open();
    const CountingOrder order(respondents, open, within);
    const Rows rows(within, items, order, 1);
    Counts counts(rows, open.size());
    counts.count(rows, order, 1);
    for (std::size_t rank = 0; rank < open.size(); ++rank) {
        const auto [node, cell] = open.all()[rank];
        if (publication.people(rank) != respondents.count(node, cell))
            return false;
        for (std::size_t item = 0; item < items.size(); ++item) {
            const auto shown = item_there[item] ? publication.look_up(rank, *item_there[item]) : std::nullopt;
            if (!shown)
                continue;
            bool is_same = shown->no_answer == counts.of(rank, item, no_answer);
            for (int option = 1; option <= items[item].options; ++option)
                is_same = is_same && shown->by_option[index(option - 1)] == counts.of(rank, item, option);
            if (!is_same)
                return false;
        }
    }
    return true;
}

/// What it shows of each of the new release's questions.
std::vector<Mask> masks_of(const Publication& publication, const std::vector<std::optional<std::size_t>>& item_there)
{
    std::vector<Mask> masks;
    for (const auto& there : item_there) {
        Mask mask { std::vector<Cells>(publication.places().size(), disclosure::no_cell) };
        for (std::size_t rank = 0; there && rank < publication.open().size(); ++rank) {
            const auto [node, cell] = publication.open().all()[rank];
            if (publication.look_up(rank, *there))
                mask.open[index(node)] |= disclosure::cell_at(cell);
        }
        masks.push_back(std::move(mask));
    }
    return masks;
}

} // namespace

Result<Earlier> read_earlier(const Publication& publication, std::string_view answers_text, const AnswersColumns& columns,
    const std::vector<Item>& items, const Answers& answers)
{
    const auto places = TRY(places_of(publication));
    std::vector<std::optional<std::size_t>> item_there;
    for (const auto& item : items) {
        const auto& theirs = publication.items();
        const auto found = std::find_if(theirs.begin(), theirs.end(), [&](const Item& other) { return other.id == item.id; });
        if (found != theirs.end() && found->options != item.options)
            return Problem("request.invalid", fmt::format("question {} had {} options before", item.id, found->options));
        if (found != theirs.end() && found->is_sensitive && !item.is_sensitive)
            return Problem("request.invalid", fmt::format("question {} was sensitive before", item.id));
        item_there.push_back(
            found == theirs.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - theirs.begin())));
    }

    auto table = TRY(CsvTable::create(answers_text));
    const auto place_column = TRY(table.column(columns.place));
    const auto category_column = TRY(table.column(columns.category));
    disclosure::NodesByName nodes(places);
    std::vector<std::int64_t> cells;
    Answers within; // of those it asked
    within.by_item.resize(items.size());
    while (TRY(table.next())) {
        const int node = nodes.find(places.levels().back(), table[place_column]);
        const int cell = disclosure::cell_named(places, table[category_column]);
        const auto person = cells.size();
        cells.push_back(node < 0 || cell < 1 ? -1 : static_cast<std::int64_t>(places.at(node, cell)));
        if (cells.back() < 0)
            continue;
        within.cell.push_back(static_cast<std::uint32_t>(cells.back()));
        for (std::size_t item = 0; item < items.size(); ++item)
            within.by_item[item].push_back(answers.by_item[item][person]);
    }
    auto respondents = respondents_of(places, within);
    if (!is_made_of(publication, respondents, items, within, item_there))
        return Problem(
            "request.invalid", "these answers are not those of the publication that came before: what was closed is closed");
    Mask mask { std::vector<Cells>(publication.places().size(), disclosure::no_cell) };
    for (const auto& [node, cell] : publication.open().all())
        mask.open[index(node)] |= disclosure::cell_at(cell);
    return Earlier { publication.identity(), std::move(respondents), std::move(mask), masks_of(publication, item_there),
        std::move(cells) };
}

Result<History> History::create(
    const Lattice& respondents, const Answers& answers, const std::vector<Earlier>& earlier, std::int64_t k)
{
    const std::vector<std::int64_t> own(answers.cell.begin(), answers.cell.end());
    std::vector<const std::vector<std::int64_t>*> cells;
    std::vector<const Lattice*> places;
    for (const auto& each : earlier) {
        cells.push_back(&each.cell);
        places.push_back(&each.respondents);
    }
    cells.push_back(&own);
    places.push_back(&respondents);
    return History(earlier, TRY(Charts::create(cells, places, k)));
}

std::int64_t History::newly_told(const Lattice& respondents, const Mask& mask) const
{
    const auto all = shown(respondents, mask);
    return charts_.told(all, charts_.people()) - told_before(all, charts_.people());
}

std::int64_t History::newly_told(const Lattice& answered, const Mask& mask, const Answers& answers, std::size_t item) const
{
    const auto has_answered = [&](std::size_t person) {
        const auto answer = answers.by_item[item][person];
        return answer != no_answer && answer != not_asked;
    };
    std::vector<Lattice> lattices;
    for (const auto& each : earlier_) {
        std::vector<std::int64_t> counts(each.respondents.cell_numbers(), 0);
        for (std::size_t person = 0; person < each.cell.size(); ++person)
            if (each.cell[person] >= 0 && has_answered(person))
                ++counts[static_cast<std::size_t>(each.cell[person])];
        lattices.push_back(each.respondents.answered(std::move(counts)));
    }
    std::vector<ChartShown> all;
    for (std::size_t number = 0; number < lattices.size(); ++number)
        all.push_back({ &lattices[number], &earlier_[number].by_item[item] });
    all.push_back({ &answered, &mask });
    const auto people = charts_.people_who(has_answered);
    return charts_.told(all, people) - told_before(all, people);
}

bool History::was_shown(std::size_t item) const
{
    return std::any_of(earlier_.begin(), earlier_.end(), [&](const Earlier& each) {
        const auto& open = each.by_item[item].open;
        return std::any_of(open.begin(), open.end(), [](Cells cells) { return cells != disclosure::no_cell; });
    });
}

std::vector<Cells> History::to_close(const Lattice& respondents, const Mask& mask) const
{
    auto largest_first = OpenCells(mask.open).all();
    std::sort(largest_first.begin(), largest_first.end(), [&](const auto& one, const auto& other) {
        return std::tuple(-respondents.count(one.node, one.cell), one.node, one.cell)
            < std::tuple(-respondents.count(other.node, other.cell), other.node, other.cell);
    });
    Mask opened { std::vector<Cells>(mask.open.size(), disclosure::no_cell) };
    const auto before = told_before(shown(respondents, mask), charts_.people());
    disclosure::take_by_halves(std::span<const OpenCells::Cell>(largest_first), [&](std::span<const OpenCells::Cell> cells) {
        auto tried = opened;
        for (const auto& [node, cell] : cells)
            tried.open[index(node)] |= disclosure::cell_at(cell);
        if (charts_.told(shown(respondents, tried), charts_.people(), before) > before)
            return false;
        opened = std::move(tried);
        return true;
    });
    for (auto& cells : opened.open)
        cells = ~cells;
    return opened.open;
}

std::int64_t History::told_before(std::vector<ChartShown> all, const std::vector<std::int64_t>& people) const
{
    const Mask nothing { std::vector<Cells>(all.back().mask->open.size(), disclosure::no_cell) };
    all.back().mask = &nothing;
    return charts_.told(all, people);
}

std::vector<ChartShown> History::shown(const Lattice& respondents, const Mask& mask) const
{
    std::vector<ChartShown> all;
    for (const auto& each : earlier_)
        all.push_back({ &each.respondents, &each.mask });
    all.push_back({ &respondents, &mask });
    return all;
}

} // namespace etabli::publication
