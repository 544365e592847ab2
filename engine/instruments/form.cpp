// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/form.cpp

#include "engine/instruments/form.hpp"

#include <algorithm>
#include <cmath>

#include "engine/instruments/check.hpp"

namespace etabli::instruments {

namespace {

/// A decimal number is not a binary one.
constexpr double decimals_tolerance = 1e-9;

std::optional<Condition> condition_of(const std::optional<json::value>& source)
{
    return source ? Condition::create(*source) : std::nullopt;
}

const Option* option_named(const std::vector<Option>& options, std::string_view code)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& each) { return each.code == code; });
    return found == options.end() ? nullptr : &*found;
}

std::optional<Answer> ticked_of(const json::value& given, const std::vector<Option>& options)
{
    const auto* code = given.if_string();
    const auto* option = code == nullptr ? nullptr : option_named(options, std::string_view(*code));
    return option == nullptr ? std::nullopt : std::optional<Answer>(option->code);
}

/// In the order of the options, so that the order of ticking is not kept.
std::optional<Answer> several_of(const json::value& given, const Question& question, const std::vector<Option>& options)
{
    const auto* codes = given.if_array();
    if (codes == nullptr || codes->empty())
        return {};
    std::vector<std::string> ticked;
    for (const auto& option : options) {
        const auto times = std::count_if(codes->begin(), codes->end(),
            [&](const json::value& code) { return code.is_string() && std::string_view(code.as_string()) == option.code; });
        if (times > 1 || (times == 1 && option.exclusive == true && codes->size() > 1))
            return {};
        if (times == 1)
            ticked.push_back(option.code);
    }
    if (ticked.size() != codes->size()
        || (question.choices_max && static_cast<std::int64_t>(ticked.size()) > *question.choices_max))
        return {};
    return ticked;
}

std::optional<Answer> number_of(const json::value& given, const Question& question)
{
    if (!given.is_number())
        return {};
    const auto number = given.to_number<double>();
    const auto scaled = number * std::pow(10.0, static_cast<double>(question.decimals.value_or(0)));
    const bool is_round = std::abs(scaled - std::round(scaled)) <= decimals_tolerance * std::max(1.0, std::abs(scaled));
    if (!std::isfinite(number) || !is_round || (question.min && number < *question.min)
        || (question.max && number > *question.max))
        return {};
    return number;
}

std::optional<Answer> day_of(const json::value& given)
{
    const auto* text = given.if_string();
    const auto day = text == nullptr ? std::nullopt : Date::parse(std::string_view(*text));
    return day ? std::optional<Answer>(day->text()) : std::nullopt;
}

std::optional<Answer> text_of(const json::value& given, const Question& question)
{
    const auto* text = given.if_string();
    if (text == nullptr)
        return {};
    const auto written = trimmed(std::string_view(*text));
    const auto length = plain_text_length(written);
    if (!length || *length == 0 || static_cast<std::int64_t>(*length) > question.length_max.value_or(length_max_default))
        return {};
    return std::string(written);
}

std::optional<Answer> answer_of(
    const json::value& given, const Item& item, const Question& question, const std::vector<Option>& options)
{
    switch (item.type) {
    case QuestionType::Single:
    case QuestionType::Grid:
        return ticked_of(given, options);
    case QuestionType::Multiple:
        return several_of(given, question, options);
    case QuestionType::Number:
        return number_of(given, question);
    case QuestionType::Date:
        return day_of(given);
    case QuestionType::Text:
        return text_of(given, question);
    }
    return {};
}

void collect_items(const Condition& condition, std::vector<std::string>& items)
{
    if (!condition.item().empty() && std::find(items.begin(), items.end(), condition.item()) == items.end())
        items.push_back(condition.item());
    for (const auto& part : condition.parts())
        collect_items(part, items);
}

} // namespace

Result<Form> Form::create(Instrument instrument)
{
    if (auto troubles = troubles_of(instrument); !troubles.empty())
        return Problem::of_fields(std::move(troubles));
    return Form(std::move(instrument));
}

Form::Form(Instrument instrument) : instrument_(std::move(instrument))
{
    for (std::size_t section = 0; section < instrument_.sections.size(); ++section) {
        const auto& questions = instrument_.sections[section].questions;
        for (std::size_t number = 0; number < questions.size(); ++number) {
            const auto& question = questions[number];
            const Shown shown { condition_of(instrument_.sections[section].show_if), condition_of(question.show_if) };
            const auto sensitivity = question.sensitivity.value_or(Sensitivity::None);
            if (!question.rows) {
                items_.push_back({ question.code, question.type, section, number, {}, question.reversed.value_or(false),
                    sensitivity, question.dimension, question.axis });
                shown_.push_back(shown);
            }
            for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row) {
                const auto& each = (*question.rows)[row];
                items_.push_back({ each.code, QuestionType::Single, section, number, row, each.reversed.value_or(false),
                    sensitivity, each.dimension ? each.dimension : question.dimension, each.axis ? each.axis : question.axis });
                shown_.push_back(shown);
            }
        }
    }
    for (std::size_t item = 0; item < items_.size(); ++item)
        by_code_.emplace(items_[item].code, item);
}

const Item* Form::find(std::string_view code) const
{
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &items_[found->second];
}

Answers Form::kept(const json::object& given) const
{
    Answers answers;
    for (std::size_t number = 0; number < items_.size(); ++number) {
        const auto& item = items_[number];
        const auto& [section, question] = shown_[number];
        const auto* value = given.if_contains(item.code);
        if (value == nullptr || (section && !section->holds(answers)) || (question && !question->holds(answers)))
            continue;
        if (auto answer = answer_of(*value, item, question_of(item), options_of(instrument_, question_of(item))))
            answers.emplace(item.code, std::move(*answer));
    }
    return answers;
}

const Form::Shown& Form::shown_of(const Item& item) const
{
    return shown_[by_code_.find(item.code)->second];
}

bool Form::is_asked(const Item& item, const Answers& kept) const
{
    const auto& [section, question] = shown_of(item);
    return (!section || section->holds(kept)) && (!question || question->holds(kept));
}

std::vector<std::string> Form::filters(const Item& item) const
{
    std::vector<std::string> items;
    const auto& [section, question] = shown_of(item);
    for (const auto* condition : { &section, &question })
        if (*condition)
            collect_items(**condition, items);
    return items;
}

std::optional<double> Form::value(const Item& item, const Answers& answers) const
{
    const auto found = answers.find(item.code);
    if (found == answers.end())
        return {};
    if (const auto* number = std::get_if<double>(&found->second))
        return *number;
    const auto* code = std::get_if<std::string>(&found->second);
    if (code == nullptr || item.type != QuestionType::Single)
        return {};
    const auto& options = options_of(instrument_, question_of(item));
    const auto* option = option_named(options, *code);
    if (option == nullptr || !option->value || !item.reversed)
        return option == nullptr ? std::nullopt : option->value;
    // Turned over within the scale: its least and its most change places.
    auto least = *option->value;
    auto most = *option->value;
    for (const auto& each : options)
        if (each.value) {
            least = std::min(least, *each.value);
            most = std::max(most, *each.value);
        }
    return least + most - *option->value;
}

std::vector<std::optional<double>> Form::scores(const Answers& answers) const
{
    std::vector<std::optional<double>> scores;
    for (const auto& score : instrument_.scores) {
        double sum = 0;
        std::int64_t answered = 0;
        for (const auto& code : score.items)
            if (const auto number = value(*find(code), answers)) {
                sum += *number;
                ++answered;
            }
        if (answered < score.answered_min)
            scores.emplace_back();
        else
            scores.emplace_back(score.method == ScoreMethod::Mean ? sum / static_cast<double>(answered) : sum);
    }
    return scores;
}

} // namespace etabli::instruments
