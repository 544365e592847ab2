// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/fhir_parts.cpp

#include "engine/instruments/exchange/fhir_parts.hpp"

#include <algorithm>

#include "engine/instruments/exchange/json_read.hpp"
#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

/// The R4 operators: "!=" holds when no answer equals, so also when there is none.
std::optional<Rule> rule_of_one(const json::object& when)
{
    const auto question = text_in(when, "question");
    const auto sign = text_in(when, "operator");
    const auto* value = any_kind_of(when, "answer");
    if (question.empty() || value == nullptr)
        return {};
    using Kind = Rule::Kind;
    if (sign == "exists") {
        Rule answered { Kind::Answered, question, {}, {}, false };
        return scalar_text(*value) == "true" ? answered : none_of(std::move(answered));
    }
    const auto* coding = value->if_object();
    auto name = coding != nullptr ? std::optional(text_in(*coding, "code")) : scalar_text(*value);
    if (!name || name->empty())
        return {};
    constexpr std::array signs { std::pair { std::string_view("="), Kind::Equal },
        std::pair { std::string_view("!="), Kind::Equal }, std::pair { std::string_view("<"), Kind::Less },
        std::pair { std::string_view("<="), Kind::LessOrEqual }, std::pair { std::string_view(">"), Kind::More },
        std::pair { std::string_view(">="), Kind::MoreOrEqual } };
    for (const auto& [text, kind] : signs) {
        if (sign != text)
            continue;
        const bool is_option = kind == Kind::Equal && (coding != nullptr || value->is_bool());
        Rule rule { is_option ? Kind::In : kind, question, { std::move(*name) }, {}, false };
        return sign == "!=" ? none_of(std::move(rule)) : rule;
    }
    return {};
}

constexpr std::array asked_types { Asked { "boolean", QuestionType::Single, false },
    Asked { "string", QuestionType::Text, false }, Asked { "text", QuestionType::Text, false },
    Asked { "url", QuestionType::Text, true }, Asked { "integer", QuestionType::Number, false },
    Asked { "decimal", QuestionType::Number, false }, Asked { "quantity", QuestionType::Number, true },
    Asked { "date", QuestionType::Date, false }, Asked { "dateTime", QuestionType::Date, true },
    Asked { "choice", QuestionType::Single, false }, Asked { "open-choice", QuestionType::Single, false },
    Asked { "coding", QuestionType::Single, false } };

} // namespace

const json::object* extension_of(const json::object& source, std::string_view base, std::string_view name)
{
    for (const auto* each : records_in(source, "extension"))
        if (text_in(*each, "url") == std::string(base).append(name))
            return each;
    return nullptr;
}

const json::object* standard_extension(const json::object& source, std::string_view name)
{
    return extension_of(source, fhir::standard, name);
}

std::optional<double> number_of_extension(const json::object& source, std::string_view name)
{
    const auto* extension = standard_extension(source, name);
    if (extension == nullptr)
        return {};
    const auto number = number_in(*extension, "valueInteger");
    return number ? number : number_in(*extension, "valueDecimal");
}

Words words_of(const json::object& source, const std::string& member)
{
    Words words;
    if (auto text = text_in(source, member); !text.empty())
        words.emplace("", std::move(text));
    const auto* beside = object_in(source, "_" + member);
    if (beside == nullptr)
        return words;
    for (const auto* extension : records_in(*beside, "extension")) {
        if (text_in(*extension, "url") != std::string(fhir::standard) + "translation")
            continue;
        std::string language;
        std::string content;
        for (const auto* part : records_in(*extension, "extension"))
            if (text_in(*part, "url") == "lang")
                language = language_of(text_in(*part, "valueCode"));
            else if (text_in(*part, "url") == "content")
                content = text_in(*part, "valueString") + text_in(*part, "valueMarkdown");
        if (!language.empty() && !content.empty())
            words.emplace(std::move(language), std::move(content));
    }
    return words;
}

bool has_control(const json::object& item, std::initializer_list<std::string_view> codes)
{
    const auto* extension = standard_extension(item, "questionnaire-itemControl");
    const auto* control = extension == nullptr ? nullptr : object_in(*extension, "valueCodeableConcept");
    if (control == nullptr)
        return false;
    const auto codings = records_in(*control, "coding");
    return std::any_of(codings.begin(), codings.end(), [&](const json::object* coding) {
        return std::find(codes.begin(), codes.end(), text_in(*coding, "code")) != codes.end();
    });
}

const json::value* any_kind_of(const json::object& source, std::string_view prefix)
{
    for (const auto& [name, value] : source)
        if (std::string_view(name).starts_with(prefix))
            return &value;
    return nullptr;
}

std::optional<Rule> rule_of(const json::object& item)
{
    std::vector<Rule> parts;
    for (const auto* when : records_in(item, "enableWhen")) {
        auto part = rule_of_one(*when);
        if (!part)
            return {};
        parts.push_back(std::move(*part));
    }
    if (parts.empty())
        return {};
    return text_in(item, "enableBehavior") == "any" ? any_of(std::move(parts)) : all_of(std::move(parts));
}

std::string rule_source_of(const json::object& item)
{
    if (const auto* when = item.if_contains("enableWhen"))
        return json_text(*when);
    for (const auto* extension : records_in(item, "extension"))
        if (text_in(*extension, "url").ends_with("enableWhenExpression"))
            return json_text(*extension);
    return {};
}

const Asked* asked_type(std::string_view name)
{
    const auto found
        = std::find_if(asked_types.begin(), asked_types.end(), [&](const Asked& each) { return each.name == name; });
    return found == asked_types.end() ? nullptr : &*found;
}

std::optional<DraftOption> option_of(const json::object& source)
{
    const auto* value = any_kind_of(source, "value");
    if (value == nullptr)
        return {};
    DraftOption option;
    if (const auto* coding = value->if_object()) {
        option.label = words_of(*coding, "display");
        option.name = text_in(*coding, "code");
        if (option.name.empty())
            option.name = any_words(option.label);
        option.value = number_of_extension(*coding, "ordinalValue");
    } else if (auto text = scalar_text(*value)) {
        option.name = *text;
        option.label.emplace("", std::move(*text));
        if (value->is_number())
            option.value = value->to_number<double>();
    }
    if (const auto value_there = number_of_extension(source, "ordinalValue"))
        option.value = value_there;
    if (const auto* exclusive = standard_extension(source, "questionnaire-optionExclusive"))
        option.exclusive = bool_in(*exclusive, "valueBoolean");
    if (const auto* favourable = extension_of(source, fhir::ours, "favourable"))
        option.favourable = bool_in(*favourable, "valueBoolean");
    return option.name.empty() ? std::nullopt : std::optional(std::move(option));
}

DraftAbout about_of_extensions(const json::object& item)
{
    json::object kept;
    for (const auto* name : { "reversed", "dimension", "axis", "sensitivity" })
        if (const auto* extension = extension_of(item, fhir::ours, name))
            if (const auto* value = any_kind_of(*extension, "value"))
                kept.emplace(name, *value);
    return about_from(kept);
}

} // namespace etabli::instruments::exchange
