// SPDX-License-Identifier: EUPL-1.2
// engine/publication/charts.cpp

#include "engine/publication/charts.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "engine/disclosure/elimination.hpp"

namespace etabli::publication {

using disclosure::index;
using disclosure::Lattice;

namespace {

/// Pairs of cells that are looked at; beyond, whole establishments were rearranged.
constexpr std::size_t overlaps_max = 2'000'000;
/// Groups of so many times k people are kept in sight: of any question fewer answered.
constexpr std::int64_t few_of_k = 3;

} // namespace

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
