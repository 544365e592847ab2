// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey_in.cpp

#include <algorithm>

#include "engine/instruments/exchange/build.hpp"
#include "engine/instruments/exchange/limesurvey.hpp"
#include "engine/instruments/exchange/limesurvey_tables.hpp"
#include "engine/instruments/exchange/limesurvey_types.hpp"
#include "engine/instruments/exchange/outline.hpp"
#include "engine/instruments/exchange/resolve.hpp"
#include "engine/instruments/exchange/wording.hpp"
#include "engine/instruments/exchange/xml.hpp"

namespace etabli::instruments::exchange {

namespace {

/// "1" and nothing are how LimeSurvey says always.
std::string relevance_of(const LimeRow& row, std::string_view column)
{
    const auto relevance = trimmed(cell_of(row, column));
    return relevance == "1" ? std::string() : std::string(relevance);
}

class Reader {
public:
    Reader(pugi::xml_node document, std::vector<Lost>& lost)
        : lost_(lost)
        , outline_(lost)
        , attributes_(lime_attributes(document))
        , conditions_(lime_rows(document, "conditions"))
    {
        const std::vector<std::string_view> asked { "question", "help" };
        groups_ = lime_things(document, { "groups", "group_l10ns", "gid", "group_order", { "group_name", "description" } });
        questions_ = lime_things(document, { "questions", "question_l10ns", "qid", "question_order", asked });
        for (auto& each : lime_things(document, { "subquestions", "question_l10ns", "qid", "question_order", asked }))
            fields_[cell_of(each.row, "parent_qid")].push_back(std::move(each));
        for (auto& each : lime_things(document, { "answers", "answer_l10ns", "aid", "sortorder", { "answer" } }))
            answers_[cell_of(each.row, "qid")].push_back(std::move(each));
        for (const auto& row : lime_rows(document, "quota"))
            lost_.push_back({ "quota", LossKind::Quota, shortened(cell_of(row, "name")) });
        for (const auto& row : lime_rows(document, "assessments"))
            lost_.push_back({ "assessments", LossKind::Calculation, shortened(cell_of(row, "name")) });
        for (const auto& row : lime_rows(document, "defaultvalues"))
            lost_.push_back({ title_of(cell_of(row, "qid")), LossKind::Default, shortened(cell_of(row, "defaultvalue")) });
    }

    void read(Draft& draft)
    {
        for (const auto& group : groups_)
            read_group(group);
        if (groups_.empty()) // a question alone
            for (const auto& question : questions_)
                read_question(question);
        outline_.finish(draft);
    }

private:
    void lose(const LimeThing& question, LossKind kind, std::string_view what)
    {
        lost_.push_back({ shortened(cell_of(question.row, "title")), kind, shortened(what) });
    }

    std::string title_of(const std::string& qid) const
    {
        const auto found = std::find_if(
            questions_.begin(), questions_.end(), [&](const LimeThing& each) { return cell_of(each.row, "qid") == qid; });
        return found == questions_.end() ? qid : shortened(cell_of(found->row, "title"));
    }

    void read_group(const LimeThing& group)
    {
        const auto& gid = cell_of(group.row, "gid");
        DraftSection head { "g" + gid, "g" + gid, words_in(group, "group_name"), words_in(group, "description"), {},
            relevance_of(group.row, "grelevance"), {} };
        if (!head.rule_source.empty())
            head.rule = rule_from(head.rule_source, Dialect::LimeSurvey);
        if (!cell_of(group.row, "randomization_group").empty())
            lost_.push_back({ head.where, LossKind::Order, shortened(cell_of(group.row, "randomization_group")) });
        outline_.open(std::move(head));
        for (const auto& question : questions_)
            if (cell_of(question.row, "gid") == gid)
                read_question(question);
        outline_.close();
    }

    void read_question(const LimeThing& source)
    {
        const auto& letter = cell_of(source.row, "type");
        const auto& parent = cell_of(source.row, "parent_qid");
        if (!parent.empty() && parent != "0")
            return; // read with its question
        if (letter == "X")
            return read_display(source);
        if (letter == "*")
            return lose(source, LossKind::Calculation, any_words(words_in(source, "question")));
        const auto* type = lime_type(letter);
        if (type == nullptr)
            return lose(source, LossKind::QuestionType, letter);
        auto question = head_of(source, type->type);
        give_attributes(source, question);
        if (type->has_comment)
            lose(source, LossKind::OpenOption, "comment");
        if (type->is_split)
            return split_fields(source, question);
        give_options(source, *type, question);
        outline_.add(std::move(question));
    }

    void read_display(const LimeThing& source)
    {
        if (!relevance_of(source.row, "relevance").empty())
            return lose(source, LossKind::Note, any_words(words_in(source, "question")));
        outline_.note(shortened(cell_of(source.row, "title")), words_in(source, "question"));
    }

    /// "123456X16X796": how older conditions name a question.
    static std::string old_name(const LimeRow& row)
    {
        return cell_of(row, "sid") + "X" + cell_of(row, "gid") + "X" + cell_of(row, "qid");
    }

    DraftQuestion head_of(const LimeThing& source, QuestionType type)
    {
        DraftQuestion question;
        question.where = shortened(cell_of(source.row, "title"));
        question.name = cell_of(source.row, "title");
        question.references.push_back(old_name(source.row));
        question.type = type;
        question.text = words_in(source, "question");
        question.help = words_in(source, "help");
        const auto& mandatory = cell_of(source.row, "mandatory");
        if (mandatory == "Y")
            question.required = true;
        else if (mandatory == "S")
            lose(source, LossKind::Constraint, "mandatory: soft");
        question.has_open_option = cell_of(source.row, "other") == "Y";
        question.rule_source = relevance_of(source.row, "relevance");
        if (!question.rule_source.empty())
            question.rule = rule_from(question.rule_source, Dialect::LimeSurvey);
        else
            give_old_conditions(source, question);
        if (const auto& pattern = cell_of(source.row, "preg"); !pattern.empty())
            lose(source, LossKind::Constraint, pattern);
        return question;
    }

    /// Rows of the table of conditions: any of one question's values, all of a scenario's questions, any of the scenarios.
    void give_old_conditions(const LimeThing& source, DraftQuestion& question)
    {
        std::map<std::string, std::map<std::string, std::vector<Rule>>> scenarios;
        bool is_known = true;
        for (const auto& row : conditions_) {
            if (cell_of(row, "qid") != cell_of(source.row, "qid"))
                continue;
            auto name = cell_of(row, "cfieldname");
            if (name.starts_with('+'))
                name = name.substr(1);
            const auto text
                = name + ".NAOK " + std::string(trimmed(cell_of(row, "method"))) + " \"" + cell_of(row, "value") + "\"";
            question.rule_source += (question.rule_source.empty() ? "" : "; ") + text;
            auto rule = rule_from(text, Dialect::LimeSurvey);
            is_known = is_known && rule.has_value();
            if (rule)
                scenarios[cell_of(row, "scenario")][cell_of(row, "cqid") + name.substr(0, name.find('.'))].push_back(
                    std::move(*rule));
        }
        if (!is_known || scenarios.empty())
            return;
        std::vector<Rule> any;
        for (auto& [number, questions] : scenarios) {
            std::vector<Rule> all;
            for (auto& [name, values] : questions)
                all.push_back(any_of(std::move(values)));
            any.push_back(all_of(std::move(all)));
        }
        question.rule = any_of(std::move(any));
    }

    void give_options(const LimeThing& source, const LimeType& type, DraftQuestion& question)
    {
        question.options = own_options(type.options);
        if (type.options == Options::Answers)
            give_answers(source, question);
        if (type.options == Options::Subquestions)
            for (const auto& field : fields_of(source))
                question.options.push_back({ cell_of(field.row, "title"), references_of_field(source, field),
                    words_in(field, "question"), {}, {}, is_exclusive(source, cell_of(field.row, "title")) });
        if (type.type == QuestionType::Grid)
            for (const auto& field : fields_of(source))
                question.rows.push_back(
                    { cell_of(field.row, "title"), references_of_field(source, field), words_in(field, "question"), {} });
    }

    void give_answers(const LimeThing& source, DraftQuestion& question)
    {
        const auto& answers = answers_[cell_of(source.row, "qid")];
        // Each has a value there, 0 where nobody gave one.
        const bool have_values = std::any_of(
            answers.begin(), answers.end(), [](const LimeThing& each) { return order_of(each.row, "assessment_value") != 0; });
        for (const auto& each : answers) {
            if (order_of(each.row, "scale_id") != 0)
                continue;
            const auto value
                = have_values ? std::optional<double>(order_of(each.row, "assessment_value")) : std::optional<double>();
            question.options.push_back({ cell_of(each.row, "code"), {}, words_in(each, "answer"), value, {}, {} });
        }
    }

    std::vector<LimeThing> fields_of(const LimeThing& source)
    {
        auto fields = fields_[cell_of(source.row, "qid")];
        std::erase_if(fields, [](const LimeThing& each) { return order_of(each.row, "scale_id") != 0; });
        return fields;
    }

    static std::vector<std::string> references_of_field(const LimeThing& source, const LimeThing& field)
    {
        const auto& name = cell_of(field.row, "title");
        return { cell_of(source.row, "title") + "_" + name, old_name(source.row) + name };
    }

    std::optional<bool> is_exclusive(const LimeThing& source, const std::string& name)
    {
        const auto exclusive = attribute_of(source, "exclude_all_others");
        const auto names = split(exclusive, ';');
        return std::find(names.begin(), names.end(), name) == names.end() ? std::nullopt : std::optional(true);
    }

    void split_fields(const LimeThing& source, const DraftQuestion& whole)
    {
        lose(source, LossKind::TypeChanged, cell_of(source.row, "type"));
        for (const auto& field : fields_of(source)) {
            auto question = whole;
            question.references = references_of_field(source, field);
            question.name = question.references.front();
            append(question.text, words_in(field, "question"));
            outline_.add(std::move(question));
        }
    }

    std::string attribute_of(const LimeThing& source, std::string_view name)
    {
        const auto& attributes = attributes_[cell_of(source.row, "qid")];
        const auto found = attributes.find(name);
        return found == attributes.end() ? std::string() : any_words(found->second);
    }

    void give_attributes(const LimeThing& source, DraftQuestion& question)
    {
        const auto whole = [&](std::string_view name) -> std::optional<std::int64_t> {
            const auto number = number_from(attribute_of(source, name));
            return number && *number >= 1 && *number <= 1e6 ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
        };
        question.length_max = whole("maximum_chars");
        question.choices_max = whole("max_answers");
        question.min = number_from(attribute_of(source, "min_num_value_n"));
        question.max = number_from(attribute_of(source, "max_num_value_n"));
        question.decimals = attribute_of(source, "num_value_int_only") == "1" ? 0 : decimals_of_a_real;
        const auto& attributes = attributes_[cell_of(source.row, "qid")];
        if (const auto suffix = attributes.find(std::string_view("suffix")); suffix != attributes.end())
            question.unit = suffix->second;
        constexpr std::array lost_attributes { std::pair { "array_filter", LossKind::ChoiceFilter },
            std::pair { "array_filter_exclude", LossKind::ChoiceFilter }, std::pair { "em_validation_q", LossKind::Constraint },
            std::pair { "em_validation_sq", LossKind::Constraint }, std::pair { "min_answers", LossKind::Constraint },
            std::pair { "random_order", LossKind::Order }, std::pair { "random_group", LossKind::Order },
            std::pair { "time_limit", LossKind::Constraint }, std::pair { "prefix", LossKind::Note },
            std::pair { "date_min", LossKind::Constraint }, std::pair { "date_max", LossKind::Constraint } };
        for (const auto& [name, kind] : lost_attributes)
            if (const auto value = attribute_of(source, name); !value.empty() && value != "0")
                lose(source, kind, std::string(name) + ": " + value);
        if (attribute_of(source, "hidden") == "1") {
            question.rule.reset();
            question.rule_source = "hidden";
        }
    }

    std::vector<Lost>& lost_;
    Outline outline_;
    std::vector<LimeThing> groups_;
    std::vector<LimeThing> questions_;
    std::map<std::string, std::vector<LimeThing>, std::less<>> fields_; // by question
    std::map<std::string, std::vector<LimeThing>, std::less<>> answers_; // by question
    std::map<std::string, LimeAttributes, std::less<>> attributes_; // by question
    std::vector<LimeRow> conditions_;
};

void read_settings(pugi::xml_node document, Draft& draft)
{
    for (const auto& row : lime_rows(document, "surveys"))
        draft.language = language_of(cell_of(row, "language"));
    if (draft.language.empty())
        draft.language = language_of(document.child("languages").child("language").text().get());
    for (const auto& row : lime_rows(document, "surveys_languagesettings")) {
        const auto language = language_of(cell_of(row, "surveyls_language"));
        const auto take = [&](Words& words, std::string_view column) {
            if (const auto& text = cell_of(row, column); !text.empty())
                append(words, { { language, text } });
        };
        take(draft.title, "surveyls_title");
        take(draft.intro, "surveyls_description");
        take(draft.intro, "surveyls_welcometext");
        take(draft.closing, "surveyls_endtext");
    }
}

} // namespace

Result<Imported> import_limesurvey(std::string_view bytes, std::string_view file_name)
{
    const auto file = TRY(xml_from(bytes, "xml"));
    const auto document = file.child("document");
    const std::string type = document.child("LimeSurveyDocType").text().get();
    if (type != "Survey" && type != "Group" && type != "Question")
        return Problem(
            "request.invalid", "document/LimeSurveyDocType: Survey, Group or Question is wanted, not " + shortened(type));
    std::vector<Lost> lost;
    Draft draft;
    draft.markup = Markup::Html;
    draft.placeholder = "{";
    draft.name = file_name;
    read_settings(document, draft);
    Reader(document, lost).read(draft);
    return build(draft, std::move(lost));
}

} // namespace etabli::instruments::exchange
