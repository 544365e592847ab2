// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/surveyjs_in.cpp

#include <algorithm>

#include <fmt/format.h>

#include "engine/instruments/exchange/build.hpp"
#include "engine/instruments/exchange/json_read.hpp"
#include "engine/instruments/exchange/outline.hpp"
#include "engine/instruments/exchange/surveyjs_parts.hpp"
#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

class Reader {
public:
    explicit Reader(std::vector<Lost>& lost) : lost_(lost), outline_(lost) { }

    Result<void> read(const json::object& source, Draft& draft)
    {
        const auto* pages = source.if_contains("pages");
        if (pages != nullptr && !pages->is_array())
            return Problem("request.invalid", "/pages: a list is wanted");
        const auto all = records_in(source, "pages");
        for (std::size_t page = 0; page < all.size(); ++page)
            TRY(read_group(*all[page], fmt::format("/pages/{}", page), "elements"));
        if (pages == nullptr)
            for (const auto* member : { "elements", "questions" })
                TRY(read_elements(source, "", member));
        outline_.finish(draft);
        return {};
    }

private:
    void lose(const std::string& where, LossKind kind, std::string_view what)
    {
        lost_.push_back({ where, kind, shortened(what) });
    }

    Result<void> read_group(const json::object& group, const std::string& where, std::string_view member)
    {
        DraftSection head { where, text_in(group, "name"), words_of_member(group, "title"),
            words_of_member(group, "description"), {}, rule_source_of_element(group), {} };
        head.rule = rule_from(text_in(group, "visibleIf"), Dialect::SurveyJs);
        if (!outline_.open(std::move(head)))
            return Problem("request.invalid", where + ": too many panels within one another");
        TRY(read_elements(group, where, member));
        outline_.close();
        return {};
    }

    Result<void> read_elements(const json::object& parent, const std::string& where, std::string_view member)
    {
        const auto* elements = parent.if_contains(json::string_view(member.data(), member.size()));
        if (elements == nullptr)
            return {};
        if (!elements->is_array())
            return Problem("request.invalid", fmt::format("{}/{}: a list is wanted", where, member));
        for (std::size_t at = 0; at < elements->as_array().size(); ++at) {
            const auto here = fmt::format("{}/{}/{}", where, member, at);
            const auto* element = elements->as_array()[at].if_object();
            if (element == nullptr)
                return Problem("request.invalid", here + ": a record is wanted");
            TRY(read_element(*element, here));
        }
        return {};
    }

    Result<void> read_element(const json::object& element, const std::string& where)
    {
        const auto type = text_in(element, "type");
        if (type == "panel")
            return read_group(element, where, "elements");
        if (type == "paneldynamic") {
            lose(where, LossKind::Repeat, text_in(element, "name"));
            return read_group(element, where, "templateElements");
        }
        if (type == "html") {
            auto words = words_of_member(element, "html");
            if (element.contains("visibleIf"))
                lose(where, LossKind::Note, any_words(words));
            else
                outline_.note(where, std::move(words));
        } else if (type == "multipletext") {
            read_texts(element, where);
        } else if (type == "image" || type == "imagepicker") {
            lose(where, LossKind::Media, text_in(element, "name"));
        } else if (type == "expression") {
            lose(where, LossKind::Calculation, text_in(element, "expression"));
        } else if (auto question = question_of(element, where, type)) {
            outline_.add(std::move(*question));
        } else {
            lose(where, LossKind::QuestionType, trimmed(type + " " + text_in(element, "inputType")));
        }
        return {};
    }

    /// Several fields under one question: a question each.
    void read_texts(const json::object& element, const std::string& where)
    {
        lose(where, LossKind::TypeChanged, "multipletext " + text_in(element, "name"));
        for (const auto* item : records_in(element, "items")) {
            DraftQuestion question = head_of(element, where);
            const auto name = text_in(*item, "name");
            question.references.push_back(question.name + "." + name);
            question.name += "_" + name;
            append(question.text, words_of_member(*item, item->contains("title") ? "title" : "name"));
            outline_.add(std::move(question));
        }
    }

    DraftQuestion head_of(const json::object& element, const std::string& where)
    {
        DraftQuestion question;
        question.where = where;
        question.name = text_in(element, "name");
        question.text = words_of_member(element, "title");
        question.help = words_of_member(element, "description");
        question.rule_source = rule_source_of_element(element);
        question.rule = rule_from(text_in(element, "visibleIf"), Dialect::SurveyJs);
        if (const auto required = bool_in(element, "isRequired"))
            question.required = required;
        lose_details(element, where);
        return question;
    }

    std::optional<DraftQuestion> question_of(const json::object& element, const std::string& where, const std::string& type)
    {
        const auto input = text_in(element, "inputType");
        const auto asked = asked_as(type, input);
        if (!asked)
            return {};
        auto question = head_of(element, where);
        question.type = asked->type;
        if (asked->is_changed)
            lose(where, LossKind::TypeChanged, input.empty() ? type : input);
        question.options = options_of_element(element, type);
        question.has_open_option = is_true_in(element, "hasOther") || is_true_in(element, "showOtherItem");
        if (question.type == QuestionType::Grid)
            give_rows(element, question);
        give_bounds(element, question);
        if (const auto* ours = object_in(element, surveyjs_ours)) {
            question.about = about_from(*ours);
            question.list = text_in(*ours, "scale");
            question.unit = words_of_member(*ours, "unit");
        }
        return question;
    }

    static void give_rows(const json::object& element, DraftQuestion& question)
    {
        for (const auto* name : { "isAllRowRequired", "eachRowRequired" })
            if (const auto required = bool_in(element, name))
                question.required = required;
        const auto* rows = element.if_contains("rows");
        if (rows == nullptr || !rows->is_array())
            return;
        for (const auto& each : rows->as_array()) {
            auto [name, words] = item_of(each);
            if (name.empty())
                continue;
            DraftRow row { name, { question.name + "." + name }, std::move(words), {} };
            const auto* record = each.if_object();
            if (const auto* ours = record == nullptr ? nullptr : object_in(*record, surveyjs_ours))
                row.about = about_from(*ours);
            question.rows.push_back(std::move(row));
        }
    }

    void give_bounds(const json::object& element, DraftQuestion& question)
    {
        question.min = number_in(element, "min");
        question.max = number_in(element, "max");
        question.length_max = whole_number_in(element, "maxLength");
        question.choices_max = whole_number_in(element, "maxSelectedChoices");
        question.decimals = decimals_of_step(number_in(element, "step").value_or(1));
        for (const auto* validator : records_in(element, "validators")) {
            const auto type = text_in(*validator, "type");
            if (type == "numeric" && question.type == QuestionType::Number) {
                question.min = number_in(*validator, "minValue");
                question.max = number_in(*validator, "maxValue");
            } else {
                lose(question.where, LossKind::Constraint, json_text(*validator));
            }
        }
    }

    void lose_details(const json::object& element, const std::string& where)
    {
        constexpr std::array members { std::pair { "defaultValue", LossKind::Default },
            std::pair { "defaultValueExpression", LossKind::Default }, std::pair { "defaultRowValue", LossKind::Default },
            std::pair { "correctAnswer", LossKind::Metadata }, std::pair { "setValueExpression", LossKind::Calculation },
            std::pair { "requiredIf", LossKind::Constraint }, std::pair { "enableIf", LossKind::Constraint },
            std::pair { "requiredErrorText", LossKind::Constraint }, std::pair { "minSelectedChoices", LossKind::Constraint },
            std::pair { "choicesByUrl", LossKind::ChoiceFilter }, std::pair { "choicesVisibleIf", LossKind::ChoiceFilter },
            std::pair { "choicesFromQuestion", LossKind::ChoiceFilter }, std::pair { "rowsVisibleIf", LossKind::ChoiceFilter },
            std::pair { "columnsVisibleIf", LossKind::ChoiceFilter } };
        for (const auto& [name, kind] : members)
            if (const auto* value = element.if_contains(name))
                lose(where, kind, std::string(name) + " " + json_text(*value));
        for (const auto* name : { "choicesOrder", "rowOrder", "rowsOrder" })
            if (text_in(element, name) == "random")
                lose(where, LossKind::Order, name);
        if (is_true_in(element, "readOnly"))
            lose(where, LossKind::Constraint, "readOnly");
        if (is_true_in(element, "hasComment") || is_true_in(element, "showCommentArea"))
            lose(where, LossKind::OpenOption, "comment");
        for (const auto* choice : records_in(element, "choices"))
            if (choice->contains("visibleIf") || choice->contains("enableIf"))
                lose(where, LossKind::ChoiceFilter, json_text(*choice));
    }

    std::vector<Lost>& lost_;
    Outline outline_;
};

void lose_of_survey(const json::object& source, std::vector<Lost>& lost)
{
    constexpr std::array members { std::pair { "calculatedValues", LossKind::Calculation },
        std::pair { "triggers", LossKind::Calculation }, std::pair { "completedHtmlOnCondition", LossKind::Condition },
        std::pair { "navigateToUrl", LossKind::Metadata }, std::pair { "timeLimit", LossKind::Constraint },
        std::pair { "maxTimeToFinish", LossKind::Constraint }, std::pair { "logo", LossKind::Media } };
    for (const auto& [name, kind] : members)
        if (const auto* value = source.if_contains(name))
            lost.push_back({ std::string("/") + name, kind, shortened(json_text(*value)) });
    for (const auto* name : { "questionsOrder", "questionOrder" })
        if (text_in(source, name) == "random")
            lost.push_back({ std::string("/") + name, LossKind::Order, "random" });
}

void read_ours(const json::object& ours, Draft& draft, std::vector<Lost>& lost)
{
    draft.licence = text_in(ours, "licence");
    draft.source = text_in(ours, "source");
    draft.version = whole_number_in(ours, "version");
    if (auto id = text_in(ours, "id"); !id.empty())
        draft.name = std::move(id);
    const auto* scores = ours.if_contains("scores");
    if (scores == nullptr)
        return;
    auto read = from_json<std::vector<Score>>(*scores, scores_bounds);
    if (read.ok())
        draft.scores = std::move(read).value();
    else
        lost.push_back({ "/etabli/scores", LossKind::Member, "scores" });
}

} // namespace

Result<Imported> import_surveyjs(std::string_view bytes, std::string_view file_name)
{
    const auto parsed = parse_json(bytes);
    if (!parsed.ok())
        return Problem("file.unreadable", "json: " + parsed.problem().detail());
    const auto* source = parsed.value().if_object();
    if (source == nullptr)
        return Problem("request.invalid", "/: a record is wanted");
    if (!source->contains("pages") && !source->contains("elements") && !source->contains("questions"))
        return Problem("request.invalid", "/pages: is missing");
    std::vector<Lost> lost;
    Draft draft;
    draft.placeholder = "{";
    draft.name = file_name;
    draft.title = words_of_member(*source, "title");
    draft.intro = words_of_member(*source, "description");
    draft.closing = words_of_member(*source, "completedHtml");
    for (auto& [language, text] : draft.closing) // HTML, unlike all other words of it
        if (const auto words = without_markup(text); !words.had_meaning)
            text = words.text;
    // Words without a language are in the survey's own, which is English where it does not say.
    const auto locale = text_in(*source, "locale");
    draft.language = locale.empty() ? "en" : language_of(locale);
    lose_of_survey(*source, lost);
    if (const auto* ours = object_in(*source, surveyjs_ours))
        read_ours(*ours, draft, lost);
    TRY(Reader(lost).read(*source, draft));
    return build(draft, std::move(lost));
}

} // namespace etabli::instruments::exchange
