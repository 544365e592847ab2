// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/questions.cpp

#include "engine/tabulation/questions.hpp"

#include <algorithm>

namespace etabli::tabulation {

using instruments::Form;
using instruments::Item;
using instruments::Option;
using instruments::QuestionType;
using instruments::Sensitivity;

namespace {

/// Options that count, in the order of counting, and from which one they are favourable.
void lay_out(CountedItem& counted, const Item& item, const std::vector<Option>& all)
{
    std::vector<const Option*> options;
    for (const auto& option : all)
        if (option.value)
            options.push_back(&option);
    if (options.empty()) // kinds without an order: each counts, none is better
        for (const auto& option : all)
            options.push_back(&option);
    else
        // Among equals in the scale's own order: it is where they stand.
        std::sort(options.begin(), options.end(),
            [](const auto* one, const auto* other) { return std::pair(*one->value, one) < std::pair(*other->value, other); });
    const auto favourable = [](const Option* option) { return option->favourable == true; };
    const auto good = std::count_if(options.begin(), options.end(), favourable);
    const auto size = static_cast<std::ptrdiff_t>(options.size());
    const bool at_top = std::all_of(options.end() - good, options.end(), favourable);
    if (item.reversed)
        std::reverse(options.begin(), options.end());
    for (const auto* option : options)
        counted.options.push_back(option->code);
    counted.item.options = static_cast<int>(size);
    if (at_top && good > 0 && good < size)
        counted.item.first_favourable = static_cast<int>(size - good + 1);
}

/// The first counted item that decides who is asked this one.
std::optional<std::size_t> filter_of(const Form& form, const Item& item, const std::vector<CountedItem>& before)
{
    for (const auto& code : form.filters(item)) {
        const auto found
            = std::find_if(before.begin(), before.end(), [&](const CountedItem& each) { return each.code == code; });
        if (found != before.end())
            return static_cast<std::size_t>(found - before.begin());
    }
    return {};
}

std::size_t json_bytes(const json::value& value)
{
    return json_text(value).size();
}

} // namespace

std::vector<CountedItem> counted_items(const Form& form)
{
    std::vector<CountedItem> items;
    for (const auto& item : form.items()) {
        const auto& all = instruments::options_of(form.instrument(), form.question_of(item));
        if (item.type != QuestionType::Single && item.type != QuestionType::Multiple)
            continue;
        CountedItem counted;
        counted.code = item.code;
        counted.item.id = item.code;
        counted.item.asked_if = filter_of(form, item, items);
        counted.item.is_sensitive = item.sensitivity != Sensitivity::None
            || (counted.item.asked_if && items[*counted.item.asked_if].item.is_sensitive);
        if (item.sensitivity == Sensitivity::Health)
            counted.item.of_all_from = health_group_min;
        if (item.type == QuestionType::Single) {
            lay_out(counted, item, all);
            items.push_back(std::move(counted));
            continue;
        }
        counted.is_ticked_or_not = true;
        counted.item.options = 2;
        for (const auto& option : all) {
            counted.options = { option.code };
            counted.item.id = item.code + ":" + option.code;
            items.push_back(counted);
        }
    }
    return items;
}

std::vector<std::uint8_t> counted_answers(
    const Form& form, const std::vector<CountedItem>& items, const instruments::Answers& kept)
{
    std::vector<std::uint8_t> bytes;
    for (const auto& counted : items) {
        const auto found = kept.find(counted.code);
        if (found == kept.end()) {
            bytes.push_back(form.is_asked(*form.find(counted.code), kept) ? publication::no_answer : publication::not_asked);
            continue;
        }
        if (const auto* ticked = std::get_if<std::vector<std::string>>(&found->second)) {
            const bool is_ticked = std::find(ticked->begin(), ticked->end(), counted.options.front()) != ticked->end();
            bytes.push_back(is_ticked ? 2 : 1);
            continue;
        }
        const auto& code = std::get<std::string>(found->second);
        const auto option = std::find(counted.options.begin(), counted.options.end(), code);
        bytes.push_back(option == counted.options.end() ? publication::no_answer
                                                        : static_cast<std::uint8_t>(option - counted.options.begin() + 1));
    }
    return bytes;
}

bool reads_everything(const Form& form)
{
    const auto is_words = [&](const std::string& code) { return form.find(code)->type == QuestionType::Text; };
    return std::all_of(form.items().begin(), form.items().end(), [&](const Item& item) {
        const auto filters = form.filters(item);
        if (item.type == QuestionType::Text) // asked of everybody: who wrote would tell what they answered before
            return item.sensitivity == Sensitivity::None && filters.empty();
        return (item.type == QuestionType::Single || item.type == QuestionType::Multiple)
            && std::none_of(filters.begin(), filters.end(), is_words);
    });
}

bool asks_for_words(const Form& form)
{
    return std::any_of(
        form.items().begin(), form.items().end(), [](const Item& item) { return item.type == QuestionType::Text; });
}

std::size_t answers_bytes_max(const Form& form)
{
    constexpr std::size_t code_point_bytes = 4; // in UTF-8; an escaped quote or line end takes two
    constexpr std::size_t number_bytes = 25;
    std::size_t bytes = 2;
    for (const auto& item : form.items()) {
        const auto& question = form.question_of(item);
        bytes += json_bytes(json::value(item.code)) + 2; // colon and comma
        std::size_t longest = 2;
        std::size_t all = 2;
        for (const auto& option : instruments::options_of(form.instrument(), question)) {
            longest = std::max(longest, json_bytes(json::value(option.code)));
            all += json_bytes(json::value(option.code)) + 1;
        }
        switch (item.type) {
        case QuestionType::Multiple:
            bytes += all;
            break;
        case QuestionType::Number:
            bytes += number_bytes;
            break;
        case QuestionType::Date:
            bytes += 12;
            break;
        case QuestionType::Text:
            bytes += 2
                + code_point_bytes * static_cast<std::size_t>(question.length_max.value_or(instruments::length_max_default));
            break;
        default:
            bytes += longest;
        }
    }
    return bytes;
}

} // namespace etabli::tabulation
