// SPDX-License-Identifier: EUPL-1.2
// engine/publication/history.cpp

#include "engine/publication/history.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/csv_table.hpp"
#include "engine/disclosure/elimination.hpp"
#include "engine/disclosure/names.hpp"
#include "engine/publication/publication.hpp"

namespace etabli::publication {

using disclosure::Cells;
using disclosure::index;
using disclosure::Lattice;
using disclosure::Mask;

namespace {

/// Pairs of cells that are looked at; beyond, whole establishments were rearranged.
constexpr std::size_t overlaps_max = 2'000'000;
/// Groups of so many times k people are kept in sight: of any question fewer answered.
constexpr std::int64_t few_of_k = 3;

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

Result<Charts> Charts::create(
    std::vector<const std::vector<std::int64_t>*> cells, std::vector<const Lattice*> places, std::int64_t k)
{
    VERIFY(cells.size() == places.size() && !cells.empty());
    Charts made(k);
    for (const auto* lattice : places)
        made.charts_.push_back({ lattice, std::vector<std::vector<int>>(lattice->cell_numbers()) });
    std::map<std::vector<std::int64_t>, int> groups;
    std::vector<std::int64_t> stand(cells.size());
    for (std::size_t person = 0; person < cells.front()->size(); ++person) {
        for (std::size_t chart = 0; chart < cells.size(); ++chart)
            stand[chart] = (*cells[chart])[person];
        const auto [group, is_new] = groups.emplace(stand, made.groups());
        if (is_new) {
            made.people_.push_back(0);
            for (std::size_t chart = 0; chart < cells.size(); ++chart)
                if (stand[chart] >= 0)
                    made.charts_[chart].groups[static_cast<std::size_t>(stand[chart])].push_back(group->second);
        }
        ++made.people_[index(group->second)];
        made.group_of_.push_back(group->second);
    }
    for (std::size_t chart = 0; chart < cells.size(); ++chart)
        for (std::size_t other = chart + 1; other < cells.size(); ++other)
            if (!made.are_same(chart, other))
                TRY(made.find_parts(chart, other));
    return made;
}

void Charts::collect(const Chart& chart, int node, int cell, std::vector<int>& into) const
{
    const auto& place = chart.places->node(node);
    for (int part = place.first_child; part < place.first_child + place.child_count; ++part)
        collect(chart, part, cell, into);
    for (int category = 1; place.child_count == 0 && category <= chart.places->category_count(); ++category)
        if (cell == 0 || cell == category) {
            const auto& groups = chart.groups[chart.places->at(node, category)];
            into.insert(into.end(), groups.begin(), groups.end());
        }
}

std::vector<int> Charts::members(std::size_t chart, int node, int cell) const
{
    std::vector<int> found;
    collect(charts_[chart], node, cell, found);
    std::sort(found.begin(), found.end());
    return found;
}

/// Two charts with the same places and everybody in them: stars and places say all that two cells have in common.
bool Charts::are_same(std::size_t chart, std::size_t other) const
{
    const auto& one = *charts_[chart].places;
    const auto& another = *charts_[other].places;
    return charts_[chart].groups == charts_[other].groups && one.categories() == another.categories()
        && std::equal(one.nodes().begin(), one.nodes().end(), another.nodes().begin(), another.nodes().end(),
            [](const auto& mine, const auto& theirs) { return mine.name == theirs.name && mine.parent == theirs.parent; });
}

std::vector<std::int64_t> Charts::people_who(const std::function<bool(std::size_t)>& person) const
{
    std::vector<std::int64_t> people(people_.size(), 0);
    for (std::size_t number = 0; number < group_of_.size(); ++number)
        people[index(group_of_[number])] += person(number) ? 1 : 0;
    return people;
}

Result<void> Charts::find_parts(std::size_t chart, std::size_t other)
{
    // Of each group the cells that hold it, from the smallest up: its category's and the total, by number.
    const auto holders = [&](std::size_t of) {
        const auto& places = *charts_[of].places;
        std::vector<std::vector<std::size_t>> cells(people_.size());
        for (int node = 0; node < places.node_count(); ++node)
            for (int cell = 1; places.node(node).child_count == 0 && cell <= places.category_count(); ++cell)
                for (const int group : charts_[of].groups[places.at(node, cell)])
                    for (int at = node; at >= 0; at = places.node(at).parent)
                        for (const int which : { 0, cell })
                            cells[index(group)].push_back(places.at(at, which));
        return cells;
    };
    const auto here = holders(chart);
    const auto there = holders(other);
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> common;
    std::map<std::size_t, std::int64_t> people_here;
    std::map<std::size_t, std::int64_t> people_there;
    for (std::size_t group = 0; group < people_.size(); ++group) {
        for (const auto cell : here[group])
            people_here[cell] += people_[group];
        for (const auto cell : there[group])
            people_there[cell] += people_[group];
        for (std::size_t one = 0; one < here[group].size(); ++one)
            for (std::size_t another = one % 2; another < there[group].size(); another += 2) // totals with totals
                common[{ here[group][one], there[group][another] }] += people_[group];
        if (common.size() > overlaps_max)
            return Problem("request.invalid",
                "too many people moved since what was published before: all that it tells with this cannot be looked at");
    }
    const auto is_few = [&](std::int64_t count) { return count > 0 && count < few_of_k * k_; };
    const auto members_of = [&](std::size_t of, std::size_t number) {
        const auto width = index(charts_[of].places->category_count() + 1);
        return members(of, static_cast<int>(number / width), static_cast<int>(number % width));
    };
    for (const auto& [cells, people] : common) {
        const auto& [one, another] = cells;
        if (!is_few(people) && !is_few(people_here[one] - people) && !is_few(people_there[another] - people))
            continue;
        const auto mine = members_of(chart, one);
        const auto theirs = members_of(other, another);
        std::array<std::vector<int>, 3> parts;
        std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(parts[0]));
        std::set_difference(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(parts[1]));
        std::set_difference(theirs.begin(), theirs.end(), mine.begin(), mine.end(), std::back_inserter(parts[2]));
        const std::array counts { people, people_here[one] - people, people_there[another] - people };
        for (std::size_t part = 0; part < parts.size(); ++part)
            if (is_few(counts[part]))
                small_parts_.insert(std::move(parts[part]));
    }
    return {};
}

std::int64_t Charts::told(
    const std::vector<ChartShown>& shown, const std::vector<std::int64_t>& people, std::int64_t enough) const
{
    VERIFY(shown.size() == charts_.size());
    disclosure::Elimination elimination(groups());
    for (std::size_t chart = 0; chart < shown.size(); ++chart)
        for (int node = shown[chart].lattice->node_count() - 1; node >= 0; --node) // the smallest sums first
            disclosure::each_cell(shown[chart].mask->open[index(node)] & shown[chart].lattice->cells_with_people(node),
                [&](int cell) { elimination.publish(members(chart, node, cell)); });
    std::int64_t found = 0;
    const auto look_at
        = [&](const std::vector<int>& part) { found += found <= enough && elimination.is_derivable(part) ? 1 : 0; };
    for (const auto& part : small_parts_) {
        std::int64_t in_part = 0;
        for (const int group : part)
            in_part += people[index(group)];
        if (is_small(in_part))
            look_at(part);
    }
    for (std::size_t chart = 0; chart < shown.size() && found <= enough; ++chart) {
        const auto& [lattice, mask] = shown[chart];
        for (int node = 0; node < lattice->node_count(); ++node)
            disclosure::each_cell(lattice->cells_with_people(node) & ~mask->open[index(node)], [&](int cell) {
                if (is_small(lattice->count(node, cell)))
                    look_at(members(chart, node, cell));
            });
    }
    return found;
}

} // namespace etabli::publication
