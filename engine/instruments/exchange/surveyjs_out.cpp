// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/surveyjs_out.cpp

#include <cmath>

#include "engine/instruments/exchange/condition_text.hpp"
#include "engine/instruments/exchange/departure.hpp"
#include "engine/instruments/exchange/json_read.hpp"
#include "engine/instruments/exchange/surveyjs.hpp"
#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

std::string name_in_matrix(const Question& question, const Row& row)
{
    return question.code + "." + row.code;
}

class Writer {
public:
    explicit Writer(const Instrument& instrument)
        : instrument_(instrument)
        , references_(references_of(instrument, name_in_matrix))
    {
    }

    Exported written()
    {
        lose_terms(instrument_, { .scores = true, .version = true, .rights = true }, lost_);
        json::object out { { "title", said(instrument_.title) } };
        if (instrument_.intro)
            out.emplace("description", said(*instrument_.intro));
        out.emplace("locale", instrument_.languages.front());
        json::array pages;
        for (const auto& section : instrument_.sections)
            pages.push_back(page_of(section));
        out.emplace("pages", std::move(pages));
        if (instrument_.closing)
            out.emplace(
                "completedHtml", said({ escaped_html(instrument_.closing->fr), escaped_html(instrument_.closing->en) }));
        json::object ours { { "id", instrument_.id }, { "version", instrument_.version },
            { "licence", instrument_.rights.licence }, { "source", instrument_.rights.source } };
        if (!instrument_.scores.empty())
            ours.emplace("scores", to_json(instrument_.scores));
        out.emplace(surveyjs_ours, std::move(ours));
        return { json_text_indented(out), instrument_.id + ".json", std::move(lost_) };
    }

private:
    /// "default" is English there, whatever the survey's own language.
    json::value said(const Wording& wording) const
    {
        if (instrument_.languages.size() > 1)
            return json::object { { "default", wording.en }, { "fr", wording.fr } };
        return json::string(instrument_.languages.front() == "fr" ? wording.fr : wording.en);
    }

    json::object page_of(const Section& section)
    {
        json::object page { { "name", section.code }, { "title", said(section.title) } };
        if (section.intro)
            page.emplace("description", said(*section.intro));
        give_condition(page, section.code, section.show_if);
        json::array elements;
        for (const auto& question : section.questions)
            elements.push_back(element_of(question));
        page.emplace("elements", std::move(elements));
        return page;
    }

    void give_condition(json::object& target, const std::string& code, const std::optional<json::value>& condition)
    {
        if (!condition)
            return;
        if (const auto text = condition_text(*condition, Dialect::SurveyJs, references_))
            target.emplace("visibleIf", *text);
        else
            lost_.push_back({ code, LossKind::Condition, json_text(*condition) });
    }

    static const char* type_of(QuestionType type)
    {
        switch (type) {
        case QuestionType::Single:
            return "radiogroup";
        case QuestionType::Multiple:
            return "checkbox";
        case QuestionType::Grid:
            return "matrix";
        case QuestionType::Text:
            return "comment";
        default:
            return "text";
        }
    }

    json::object element_of(const Question& question)
    {
        json::object element { { "type", type_of(question.type) }, { "name", question.code },
            { "title", said(question.text) } };
        if (question.help)
            element.emplace("description", said(*question.help));
        if (question.required)
            element.emplace(question.type == QuestionType::Grid ? "isAllRowRequired" : "isRequired", *question.required);
        give_condition(element, question.code, question.show_if);
        give_bounds(element, question);
        const auto& options = options_of(instrument_, question);
        if (!options.empty())
            element.emplace(question.type == QuestionType::Grid ? "columns" : "choices", choices_of(options));
        if (question.rows)
            element.emplace("rows", rows_of(*question.rows));
        auto ours = about_json(about_of(question));
        if (question.scale)
            ours.emplace("scale", *question.scale);
        if (question.unit)
            ours.emplace("unit", said(*question.unit));
        if (!ours.empty())
            element.emplace(surveyjs_ours, std::move(ours));
        return element;
    }

    static void give_bounds(json::object& element, const Question& question)
    {
        if (question.type == QuestionType::Number || question.type == QuestionType::Date)
            element.emplace("inputType", question.type == QuestionType::Number ? "number" : "date");
        if (question.min)
            element.emplace("min", *question.min);
        if (question.max)
            element.emplace("max", *question.max);
        if (question.decimals.value_or(0) > 0)
            element.emplace("step", std::pow(10.0, -static_cast<double>(*question.decimals)));
        if (question.length_max)
            element.emplace("maxLength", *question.length_max);
        if (question.choices_max)
            element.emplace("maxSelectedChoices", *question.choices_max);
    }

    json::array choices_of(const std::vector<Option>& options) const
    {
        json::array choices;
        for (const auto& option : options) {
            json::object choice { { "value", option.code }, { "text", said(option.label) } };
            if (option.value)
                choice.emplace("score", *option.value);
            if (option.exclusive)
                choice.emplace("isExclusive", *option.exclusive);
            if (option.favourable)
                choice.emplace(surveyjs_ours, json::object { { "favourable", *option.favourable } });
            choices.push_back(std::move(choice));
        }
        return choices;
    }

    json::array rows_of(const std::vector<Row>& rows) const
    {
        json::array made;
        for (const auto& row : rows) {
            json::object each { { "value", row.code }, { "text", said(row.text) } };
            if (auto ours = about_json(about_of(row)); !ours.empty())
                each.emplace(surveyjs_ours, std::move(ours));
            made.push_back(std::move(each));
        }
        return made;
    }

    const Instrument& instrument_;
    References references_;
    std::vector<Lost> lost_;
};

} // namespace

Result<Exported> export_surveyjs(const Instrument& instrument)
{
    return Writer(instrument).written();
}

} // namespace etabli::instruments::exchange
