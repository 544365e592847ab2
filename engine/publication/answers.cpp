// SPDX-License-Identifier: EUPL-1.2
// engine/publication/answers.cpp

#include "engine/publication/answers.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/csv_table.hpp"
#include "engine/disclosure/names.hpp"

namespace etabli::publication {

using disclosure::Lattice;

namespace {

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

Result<std::optional<std::size_t>> column_if_any(const CsvTable& table, std::string_view name)
{
    if (std::find(table.header().begin(), table.header().end(), name) == table.header().end())
        return std::optional<std::size_t>();
    return std::optional(TRY(table.column(name)));
}

struct ItemColumns {
    std::size_t id = 0;
    std::size_t options = 0;
    std::optional<std::size_t> favourable_from;
    std::optional<std::size_t> sensitive;
    std::optional<std::size_t> asked_if;
};

Result<Item> item_in(const CsvTable& table, const ItemColumns& columns)
{
    Item item { std::string(table[columns.id]), number_in(table[columns.options]).value_or(0) };
    if (item.id.empty())
        return table.trouble_in(columns.id, "is empty");
    if (item.options < 1 || item.options > statistics::options_max)
        return table.trouble_in(columns.options, fmt::format("is no number from 1 to {}", statistics::options_max));
    if (columns.favourable_from && !table[*columns.favourable_from].empty()) {
        item.first_favourable = number_in(table[*columns.favourable_from]).value_or(0);
        if (*item.first_favourable < 1 || *item.first_favourable > item.options)
            return table.trouble_in(*columns.favourable_from, fmt::format("is no number from 1 to {}", item.options));
    }
    if (columns.sensitive && !table[*columns.sensitive].empty()) {
        if (table[*columns.sensitive] != "0" && table[*columns.sensitive] != "1")
            return table.trouble_in(*columns.sensitive, "is neither 0 nor 1");
        item.is_sensitive = table[*columns.sensitive] == "1";
    }
    return item;
}

std::optional<std::uint8_t> answer_in(std::string_view text, int options)
{
    if (text.empty())
        return no_answer;
    if (text == "-")
        return not_asked;
    if (text.size() == 1 && text[0] >= '1' && text[0] <= '9' && text[0] - '0' <= options) // nearly always
        return static_cast<std::uint8_t>(text[0] - '0');
    const auto number = number_in(text);
    if (!number || *number < 1 || *number > options)
        return {};
    return static_cast<std::uint8_t>(*number);
}

} // namespace

Lattice respondents_of(const Lattice& places, const Answers& answers)
{
    std::vector<std::int64_t> counts(places.cell_numbers(), 0);
    for (const auto cell : answers.cell)
        ++counts[cell];
    return places.recounted(std::move(counts));
}

Lattice answered_of(const Lattice& respondents, const Answers& answers, std::size_t item)
{
    const auto& column = answers.by_item[item];
    const auto counted = [&](const auto& counts_for) {
        std::vector<std::int64_t> counts(respondents.cell_numbers(), 0);
        for (std::size_t person = 0; person < answers.people(); ++person)
            counts[answers.cell[person]] += counts_for(column[person]) ? 1 : 0;
        return counts;
    };
    auto answered = counted([](std::uint8_t answer) { return answer != not_asked && answer != no_answer; });
    if (std::find(column.begin(), column.end(), not_asked) == column.end())
        return respondents.answered(std::move(answered));
    return respondents.recounted(counted([](std::uint8_t answer) { return answer != not_asked; }))
        .answered(std::move(answered));
}

Result<std::vector<Item>> read_items(std::string_view text)
{
    auto table = TRY(CsvTable::create(text));
    const ItemColumns columns { TRY(table.column("item")), TRY(table.column("options")),
        TRY(column_if_any(table, "favourable_from")), TRY(column_if_any(table, "sensitive")),
        TRY(column_if_any(table, "asked_if")) };
    std::vector<Item> items;
    while (TRY(table.next())) {
        items.push_back(TRY(item_in(table, columns)));
        if (std::any_of(items.begin(), items.end() - 1, [&](const Item& other) { return other.id == items.back().id; }))
            return table.trouble_in(columns.id, "was said already");
        if (!columns.asked_if || table[*columns.asked_if].empty())
            continue;
        const auto filter = std::find_if(
            items.begin(), items.end() - 1, [&](const Item& other) { return other.id == table[*columns.asked_if]; });
        if (filter == items.end() - 1)
            return table.trouble_in(*columns.asked_if, "is no question above");
        items.back().asked_if = static_cast<std::size_t>(filter - items.begin());
        items.back().is_sensitive = items.back().is_sensitive || filter->is_sensitive;
    }
    if (items.empty())
        return Problem("request.invalid", "no question is named");
    return items;
}

Result<Answers> read_answers(
    std::string_view text, const AnswersColumns& columns, const std::vector<Item>& items, const Lattice& places)
{
    auto table = TRY(CsvTable::create(text));
    const auto place_column = TRY(table.column(columns.place));
    const auto category_column = TRY(table.column(columns.category));
    std::vector<std::size_t> item_columns;
    for (const auto& item : items)
        item_columns.push_back(TRY(table.column(item.id)));
    disclosure::NodesByName nodes(places);
    Answers answers;
    answers.by_item.resize(items.size());
    while (TRY(table.next())) {
        const int node = nodes.find(places.levels().back(), table[place_column]);
        if (node < 0)
            return table.trouble_in(place_column, "is none of the places");
        const int cell = disclosure::cell_named(places, table[category_column]);
        if (cell < 1 || (places.present(node) & disclosure::cell_at(cell)) == 0)
            return table.trouble_in(category_column, "is no category of this place");
        answers.cell.push_back(static_cast<std::uint32_t>(places.at(node, cell)));
        for (std::size_t item = 0; item < items.size(); ++item) {
            const auto answer = answer_in(table[item_columns[item]], items[item].options);
            if (!answer)
                return table.trouble_in(item_columns[item], fmt::format("is no option from 1 to {}", items[item].options));
            answers.by_item[item].push_back(*answer);
        }
    }
    // How many were not asked is another question's answer: with a sensitive one, which one has to be known.
    const bool has_sensitive = std::any_of(items.begin(), items.end(), [](const Item& item) { return item.is_sensitive; });
    for (std::size_t item = 0; item < items.size() && has_sensitive; ++item)
        if (const auto& column = answers.by_item[item];
            !items[item].asked_if && std::find(column.begin(), column.end(), not_asked) != column.end())
            return Problem("request.invalid",
                fmt::format("question {} was not asked of all: asked_if must say which question decided it", items[item].id));
    return answers;
}

} // namespace etabli::publication
