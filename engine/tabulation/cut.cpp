// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/cut.cpp

#include "engine/tabulation/cut.hpp"

#include <algorithm>
#include <set>

#include "engine/disclosure/names.hpp"

namespace etabli::tabulation {

using disclosure::index;
using disclosure::Lattice;

namespace {

constexpr std::string_view group_level = "group";
constexpr std::string_view unit_level = "unit";

std::string pointer(std::string_view list, std::size_t number, std::string_view member)
{
    return "/cut/" + std::string(list) + "/" + std::to_string(number) + "/" + std::string(member);
}

bool is_code(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
    });
}

std::set<std::string, std::less<>> parents_of(const Cut& cut)
{
    std::set<std::string, std::less<>> parents;
    for (const auto& place : cut.places)
        if (place.parent)
            parents.insert(*place.parent);
    return parents;
}

/// Of a smallest place, by occupation; those who were asked none under not_asked_code.
std::map<std::string, std::int64_t> asked_people(
    const Cut& cut, const CutPlace& place, const std::vector<std::string>& categories)
{
    std::map<std::string, std::int64_t> people;
    auto others = place.headcount;
    for (const auto& each : cut.people)
        if (each.place == place.code && each.category
            && std::find(categories.begin(), categories.end(), *each.category) != categories.end()) {
            people[*each.category] += each.headcount;
            others -= each.headcount;
        }
    if (others > 0 || people.empty())
        people[std::string(not_asked_code)] = others;
    return people;
}

void find_place_troubles(const Cut& cut, std::int64_t k, std::vector<FieldProblem>& troubles)
{
    std::set<std::string, std::less<>> seen;
    const auto parents = parents_of(cut);
    for (std::size_t number = 0; number < cut.places.size(); ++number) {
        const auto& place = cut.places[number];
        if (!is_code(place.code) || !seen.insert(place.code).second)
            troubles.push_back({ pointer("places", number, "code"), "campaign.cut_invalid" });
        if ((number == 0) != !place.parent || (place.parent && (!seen.contains(*place.parent) || *place.parent == place.code)))
            troubles.push_back({ pointer("places", number, "parent"), "campaign.cut_invalid" });
        // Whoever has a parent below the establishment holds nobody else.
        if (place.parent && number > 0 && *place.parent != cut.places[0].code && parents.contains(place.code))
            troubles.push_back({ pointer("places", number, "parent"), "campaign.cut_invalid" });
        if (!parents.contains(place.code) && place.headcount < k)
            troubles.push_back({ pointer("places", number, "headcount"), "campaign.place_too_small" });
    }
}

void find_people_troubles(const Cut& cut, std::vector<FieldProblem>& troubles)
{
    std::set<std::string, std::less<>> categories;
    for (std::size_t number = 0; number < cut.categories.size(); ++number)
        if (!is_code(cut.categories[number].code) || !categories.insert(cut.categories[number].code).second)
            troubles.push_back({ pointer("categories", number, "code"), "campaign.cut_invalid" });
    std::map<std::string, std::int64_t> left;
    for (const auto number : smallest_places(cut))
        left[cut.places[number].code] = cut.places[number].headcount;
    std::set<std::pair<std::string, std::optional<std::string>>> seen;
    for (std::size_t number = 0; number < cut.people.size(); ++number) {
        const auto& each = cut.people[number];
        const auto found = left.find(each.place);
        const bool is_known = !each.category || categories.contains(*each.category);
        if (found == left.end() || !is_known || !seen.emplace(each.place, each.category).second) {
            troubles.push_back({ pointer("people", number, "place"), "campaign.cut_invalid" });
            continue;
        }
        found->second -= each.headcount;
        if (found->second < 0)
            troubles.push_back({ pointer("people", number, "headcount"), "campaign.people_do_not_add_up" });
    }
}

} // namespace

std::vector<std::size_t> smallest_places(const Cut& cut)
{
    const auto parents = parents_of(cut);
    std::vector<std::size_t> smallest;
    for (std::size_t number = 0; number < cut.places.size(); ++number)
        if (!parents.contains(cut.places[number].code))
            smallest.push_back(number);
    return smallest;
}

std::int64_t eligible(const Cut& cut)
{
    std::int64_t people = 0;
    for (const auto number : smallest_places(cut))
        people += cut.places[number].headcount;
    return people;
}

std::vector<FieldProblem> troubles_of(const Cut& cut, std::int64_t k)
{
    std::vector<FieldProblem> troubles;
    if (cut.places.empty()) {
        troubles.push_back({ "/cut/places", "campaign.cut_invalid" });
        return troubles;
    }
    find_place_troubles(cut, k, troubles);
    find_people_troubles(cut, troubles);
    if (eligible(cut) > eligible_max)
        troubles.push_back({ "/cut/places", "campaign.cut_invalid" });
    if (eligible(cut) < k)
        troubles.push_back({ "/cut/places", "campaign.too_few_people" });
    return troubles;
}

std::map<std::string, std::vector<std::string>> offered(const Cut& cut, std::int64_t k)
{
    std::map<std::string, std::vector<std::string>> categories;
    for (const auto number : smallest_places(cut)) {
        const auto& place = cut.places[number];
        std::vector<std::pair<std::int64_t, std::string>> asked; // people first
        auto rest = place.headcount;
        for (const auto& each : cut.people)
            if (each.place == place.code && each.category && each.headcount >= k) {
                asked.emplace_back(each.headcount, *each.category);
                rest -= each.headcount;
            }
        for (std::sort(asked.begin(), asked.end(), std::greater<>()); rest > 0 && rest < k && !asked.empty(); asked.pop_back())
            rest += asked.back().first;
        auto& here = categories[place.code];
        for (const auto& category : cut.categories)
            if (std::any_of(asked.begin(), asked.end(), [&](const auto& each) { return each.second == category.code; }))
                here.push_back(category.code);
    }
    return categories;
}

Lattice lattice_of(const Cut& cut, std::int64_t k)
{
    disclosure::LatticeBuilder builder({ std::string(group_level), std::string(unit_level) });
    const auto asked = offered(cut, k);
    for (const auto number : smallest_places(cut)) {
        const auto& place = cut.places[number];
        const bool is_grouped = place.parent && *place.parent != cut.places[0].code;
        const std::array<std::string_view, 2> path { is_grouped ? *place.parent : place.code, place.code };
        for (const auto& [category, people] : asked_people(cut, place, asked.at(place.code)))
            VERIFY(!builder.add(path, category, people, people)); // the cut has no troubles
    }
    return std::move(builder).finish();
}

CutCells::CutCells(const Cut& cut, const Lattice& lattice) : lattice_(lattice)
{
    disclosure::NodesByName nodes(lattice);
    const auto parents = parents_of(cut);
    for (const auto& place : cut.places) {
        const bool holds_others = parents.contains(place.code);
        if (!holds_others)
            smallest_[place.code] = nodes.find(unit_level, place.code);
        nodes_[place.code] = !place.parent ? 0 : nodes.find(holds_others ? group_level : unit_level, place.code);
    }
    for (const auto& category : cut.categories)
        categories_[category.code] = disclosure::cell_named(lattice, category.code);
    categories_[std::string(not_asked_code)] = disclosure::cell_named(lattice, not_asked_code);
}

int CutCells::node(std::string_view place) const
{
    const auto found = nodes_.find(place);
    return found == nodes_.end() ? -1 : found->second;
}

int CutCells::cell(const std::optional<std::string>& category) const
{
    if (!category)
        return 0;
    const auto found = categories_.find(*category);
    return found == categories_.end() ? -1 : found->second;
}

std::optional<std::uint32_t> CutCells::of_person(std::string_view place, const std::optional<std::string>& category) const
{
    const auto found = smallest_.find(place);
    const int number = cell(category.value_or(std::string(not_asked_code)));
    if (found == smallest_.end() || number < 1 || (lattice_.present(found->second) & disclosure::cell_at(number)) == 0)
        return {};
    return static_cast<std::uint32_t>(lattice_.at(found->second, number));
}

} // namespace etabli::tabulation
