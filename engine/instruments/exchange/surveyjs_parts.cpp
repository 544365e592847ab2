// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/surveyjs_parts.cpp

#include "engine/instruments/exchange/surveyjs_parts.hpp"

#include <algorithm>
#include <cmath>

#include "engine/instruments/exchange/condition_text.hpp"
#include "engine/instruments/exchange/json_read.hpp"
#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

constexpr double rate_max_default = 5;

struct Asked {
    std::string_view type;
    std::string_view input_type;
    AskedAs asked;
};
constexpr std::array asked { Asked { "text", "", { QuestionType::Text, false } },
    Asked { "text", "text", { QuestionType::Text, false } }, Asked { "text", "number", { QuestionType::Number, false } },
    Asked { "text", "range", { QuestionType::Number, true } }, Asked { "text", "date", { QuestionType::Date, false } },
    Asked { "text", "datetime", { QuestionType::Date, true } },
    Asked { "text", "datetime-local", { QuestionType::Date, true } }, Asked { "text", "email", { QuestionType::Text, true } },
    Asked { "text", "tel", { QuestionType::Text, true } }, Asked { "text", "url", { QuestionType::Text, true } },
    Asked { "comment", "", { QuestionType::Text, false } }, Asked { "radiogroup", "", { QuestionType::Single, false } },
    Asked { "dropdown", "", { QuestionType::Single, false } }, Asked { "buttongroup", "", { QuestionType::Single, false } },
    Asked { "rating", "", { QuestionType::Single, false } }, Asked { "boolean", "", { QuestionType::Single, false } },
    Asked { "checkbox", "", { QuestionType::Multiple, false } }, Asked { "tagbox", "", { QuestionType::Multiple, false } },
    Asked { "matrix", "", { QuestionType::Grid, false } } };

DraftOption option_of(const json::value& source)
{
    auto [name, words] = item_of(source);
    DraftOption option { std::move(name), {}, std::move(words), {}, {}, {} };
    const auto* record = source.if_object();
    if (record == nullptr)
        return option;
    option.value = number_in(*record, "score");
    option.exclusive = bool_in(*record, "isExclusive");
    if (const auto* ours = object_in(*record, surveyjs_ours))
        option.favourable = bool_in(*ours, "favourable");
    return option;
}

std::vector<DraftOption> truth_values(const json::object& element)
{
    const auto words = [&](std::string_view member, Words otherwise) {
        auto said = words_of_member(element, member);
        return said.empty() ? std::move(otherwise) : std::move(said);
    };
    const auto name = [&](const char* member, const char* otherwise) {
        const auto* value = element.if_contains(member);
        const auto text = value == nullptr ? std::nullopt : scalar_text(*value);
        return text.value_or(otherwise);
    };
    return { { name("valueTrue", "true"), {}, words("labelTrue", words_in_both("Oui", "Yes")), {}, {}, {} },
        { name("valueFalse", "false"), {}, words("labelFalse", words_in_both("Non", "No")), {}, {}, {} } };
}

std::vector<DraftOption> rates(const json::object& element)
{
    std::vector<DraftOption> options;
    const auto step = std::max(number_in(element, "rateStep").value_or(1), 0.001);
    const auto last = number_in(element, "rateMax").value_or(rate_max_default);
    const auto first = number_in(element, "rateMin").value_or(1);
    for (std::int64_t number = 0; number <= options_bounds.max; ++number) { // one too many is one too many to be asked
        const auto rate = first + static_cast<double>(number) * step;
        if (rate > last)
            break;
        options.push_back({ number_text(rate), {}, { { "", number_text(rate) } }, rate, {}, {} });
    }
    const auto explain = [&](DraftOption& option, std::string_view member) {
        for (const auto& [language, text] : words_of_member(element, member))
            option.label[language] = option.name + " (" + text + ")";
    };
    if (!options.empty()) {
        explain(options.front(), "minRateDescription");
        explain(options.back(), "maxRateDescription");
    }
    return options;
}

} // namespace

Words words_of_member(const json::object& source, std::string_view member)
{
    const auto* value = source.if_contains(json::string_view(member.data(), member.size()));
    if (value == nullptr)
        return {};
    if (const auto* text = value->if_string())
        return text->empty() ? Words() : Words { { "", std::string(*text) } };
    Words words;
    if (const auto* texts = value->if_object())
        for (const auto& [language, text] : *texts)
            if (text.is_string())
                words.emplace(
                    language == "default" ? std::string() : language_of(std::string_view(language)), text.as_string());
    const auto unsaid = words.find("");
    const bool has_french = words.contains("fr");
    const bool has_english = words.contains("en");
    if (unsaid == words.end() || (!has_french && !has_english))
        return words;
    auto text = std::move(unsaid->second);
    words.erase(unsaid);
    if (has_french != has_english)
        words.emplace(has_french ? "en" : "fr", std::move(text));
    return words;
}

std::string rule_source_of_element(const json::object& element)
{
    if (bool_in(element, "visible") == false)
        return "visible: false";
    return text_in(element, "visibleIf");
}

std::optional<AskedAs> asked_as(std::string_view type, std::string_view input_type)
{
    for (const auto& each : asked)
        if (each.type == type && (each.input_type == input_type || type != "text"))
            return each.asked;
    return {};
}

std::pair<std::string, Words> item_of(const json::value& item)
{
    if (const auto* record = item.if_object()) {
        const auto* value = record->if_contains("value");
        auto name = value == nullptr ? std::nullopt : scalar_text(*value);
        auto words = words_of_member(*record, "text");
        if (words.empty() && name)
            words.emplace("", *name);
        return { name.value_or(""), std::move(words) };
    }
    const auto name = scalar_text(item).value_or("");
    return { name, name.empty() ? Words() : Words { { "", name } } };
}

std::vector<DraftOption> options_of_element(const json::object& element, std::string_view type)
{
    if (type == "boolean")
        return truth_values(element);
    const auto* member = type == "matrix" ? "columns" : type == "rating" ? "rateValues" : "choices";
    const auto* list = element.if_contains(member);
    if (type == "rating" && (list == nullptr || !list->is_array() || list->as_array().empty()))
        return rates(element);
    std::vector<DraftOption> options;
    if (list != nullptr && list->is_array())
        for (const auto& each : list->as_array())
            if (auto option = option_of(each); !option.name.empty())
                options.push_back(std::move(option));
    if (bool_in(element, "hasNone") == true || bool_in(element, "showNoneItem") == true) {
        auto words = words_of_member(element, "noneText");
        options.push_back({ "none", {}, words.empty() ? words_in_both("Aucune", "None") : std::move(words), {}, {}, true });
    }
    return options;
}

std::int64_t decimals_of_step(double step)
{
    if (!(step > 0 && step < 1))
        return 0;
    return std::clamp<std::int64_t>(std::llround(-std::log10(step)), 1, 6);
}

} // namespace etabli::instruments::exchange
