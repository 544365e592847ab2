// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/tabulate.cpp

#include "engine/tabulation/tabulate.hpp"

#include <limits>

namespace etabli::tabulation {

Placed place_ballots(const Cut& cut, std::int64_t k, const std::vector<std::string>& profiles)
{
    Placed placed { lattice_of(cut, k), {}, 0 };
    const CutCells cells(cut, placed.places);
    for (const auto& text : profiles) {
        const auto profile = ballots::profile_in(text);
        placed.cell.push_back(profile.ok() ? cells.of_person(profile.value().place, profile.value().category) : std::nullopt);
        placed.unreadable += placed.cell.back() ? 0 : 1;
    }
    return placed;
}

publication::ReleaseRules release_rules(std::int64_t k)
{
    publication::ReleaseRules rules;
    rules.rules.k = k;
    return rules;
}

Result<publication::Release> count_places(const Placed& placed, std::int64_t k)
{
    publication::Answers answers;
    for (const auto& cell : placed.cell)
        if (cell)
            answers.cell.push_back(*cell);
    return publication::make_release(placed.places, {}, answers, release_rules(k));
}

instruments::Answers kept_answers(const instruments::Form& form, const std::string& text)
{
    const auto given = parse_json(text);
    const auto* object = given.ok() ? given.value().if_object() : nullptr;
    return form.kept(object == nullptr ? json::object {} : *object);
}

std::vector<publication::Item> items_of(const std::vector<CountedItem>& counted)
{
    std::vector<publication::Item> items;
    for (const auto& each : counted)
        items.push_back(each.item);
    return items;
}

Result<publication::Release> count_answers(const Placed& placed, std::int64_t k, const instruments::Form& form,
    const std::vector<std::string>& texts, Sensitive sensitive)
{
    VERIFY(texts.size() == placed.cell.size());
    const auto counted = counted_items(form);
    publication::Answers answers;
    answers.by_item.resize(counted.size());
    for (std::size_t ballot = 0; ballot < texts.size(); ++ballot) {
        if (!placed.cell[ballot])
            continue;
        answers.cell.push_back(*placed.cell[ballot]);
        const auto bytes = counted_answers(form, counted, kept_answers(form, texts[ballot]));
        for (std::size_t item = 0; item < bytes.size(); ++item)
            answers.by_item[item].push_back(bytes[item]);
    }
    auto items = items_of(counted);
    for (auto& item : items)
        if (item.is_sensitive && sensitive == Sensitive::Withheld)
            item.of_all_from = std::numeric_limits<std::int64_t>::max();
    return publication::make_release(placed.places, items, answers, release_rules(k));
}

} // namespace etabli::tabulation
