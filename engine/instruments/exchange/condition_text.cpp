// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/condition_text.cpp

#include "engine/instruments/exchange/condition_text.hpp"

#include <fmt/format.h>

namespace etabli::instruments::exchange {

namespace {

using Kind = Condition::Kind;

class Writer {
public:
    Writer(Dialect dialect, const References& references) : dialect_(dialect), references_(references) { }

    std::optional<std::string> written(const Condition& condition) const
    {
        switch (condition.kind()) {
        case Kind::And:
            return of_parts(condition, " and ");
        case Kind::Or:
            return of_parts(condition, " or ");
        case Kind::Not: {
            const auto part = written(condition.parts().front());
            if (!part)
                return {};
            return (dialect_ == Dialect::XPath ? "not(" : "!(") + *part + ")";
        }
        default:
            break;
        }
        const auto found = references_.find(condition.item());
        return found == references_.end() ? std::nullopt : of_item(condition, found->second);
    }

private:
    std::optional<std::string> of_parts(const Condition& condition, std::string_view joint) const
    {
        std::vector<std::string> parts;
        for (const auto& part : condition.parts()) {
            auto text = written(part);
            if (!text)
                return {};
            parts.push_back("(" + std::move(*text) + ")");
        }
        return fmt::format("{}", fmt::join(parts, joint));
    }

    std::optional<std::string> of_item(const Condition& condition, const Reference& reference) const
    {
        switch (condition.kind()) {
        case Kind::Answered:
            return answered(reference);
        case Kind::In:
            return ticked(condition, reference, " or ");
        case Kind::All:
            return ticked(condition, reference, " and ");
        default:
            return compared(condition, reference);
        }
    }

    std::string name_of(const Reference& reference) const
    {
        if (dialect_ == Dialect::LimeSurvey)
            return reference.name + ".NAOK";
        return (dialect_ == Dialect::XPath ? "${" : "{") + reference.name + "}";
    }

    std::string answered(const Reference& reference) const
    {
        if (dialect_ == Dialect::XPath)
            return name_of(reference) + " != ''";
        if (dialect_ == Dialect::SurveyJs)
            return name_of(reference) + " notempty";
        if (reference.type != QuestionType::Multiple)
            return "!is_empty(" + name_of(reference) + ")";
        std::vector<std::string> parts;
        for (const auto& [code, name] : reference.options)
            parts.push_back(one_ticked(reference, name));
        return fmt::format("{}", fmt::join(parts, " or "));
    }

    std::string one_ticked(const Reference& reference, const std::string& option) const
    {
        const bool is_multiple = reference.type == QuestionType::Multiple;
        if (dialect_ == Dialect::LimeSurvey)
            return is_multiple ? fmt::format("{}_{}.NAOK == \"Y\"", reference.name, option)
                               : fmt::format("{} == \"{}\"", name_of(reference), option);
        if (dialect_ == Dialect::XPath && is_multiple)
            return fmt::format("selected({}, '{}')", name_of(reference), option);
        return fmt::format("{} {} '{}'", name_of(reference), is_multiple ? "contains" : "=", option);
    }

    std::optional<std::string> ticked(const Condition& condition, const Reference& reference, std::string_view joint) const
    {
        std::vector<std::string> parts;
        for (const auto& code : condition.codes())
            for (const auto& [ours, name] : reference.options)
                if (ours == code)
                    parts.push_back(one_ticked(reference, name));
        return parts.size() < condition.codes().size() ? std::nullopt
                                                       : std::optional(fmt::format("{}", fmt::join(parts, joint)));
    }

    std::optional<std::string> compared(const Condition& condition, const Reference& reference) const
    {
        const auto sign = sign_of(condition.kind());
        if (const auto* number = std::get_if<double>(&condition.bound()))
            return fmt::format("{} {} {}", name_of(reference), sign, number_text(*number));
        const auto& day = std::get<std::string>(condition.bound());
        if (dialect_ == Dialect::XPath)
            return fmt::format("{} {} date('{}')", name_of(reference), sign, day);
        if (dialect_ == Dialect::SurveyJs)
            return fmt::format("{} {} '{}'", name_of(reference), sign, day);
        return {};
    }

    std::string_view sign_of(Kind kind) const
    {
        switch (kind) {
        case Kind::Less:
            return "<";
        case Kind::LessOrEqual:
            return "<=";
        case Kind::More:
            return ">";
        case Kind::MoreOrEqual:
            return ">=";
        default:
            return dialect_ == Dialect::LimeSurvey ? "==" : "=";
        }
    }

    Dialect dialect_;
    const References& references_;
};

} // namespace

References references_of(const Instrument& instrument, std::string (*row_name)(const Question&, const Row&))
{
    References references;
    for (const auto& section : instrument.sections)
        for (const auto& question : section.questions) {
            Reference reference { question.code, question.type, {} };
            for (const auto& option : options_of(instrument, question))
                reference.options.emplace_back(option.code, option.code);
            if (!question.rows)
                references.emplace(question.code, reference);
            reference.type = QuestionType::Single;
            for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row) {
                reference.name = row_name(question, (*question.rows)[row]);
                references.emplace((*question.rows)[row].code, reference);
            }
        }
    return references;
}

std::optional<std::string> condition_text(const json::value& condition, Dialect dialect, const References& references)
{
    const auto read = Condition::create(condition);
    return read ? Writer(dialect, references).written(*read) : std::nullopt;
}

std::string number_text(double number)
{
    return fmt::format("{}", number);
}

} // namespace etabli::instruments::exchange
