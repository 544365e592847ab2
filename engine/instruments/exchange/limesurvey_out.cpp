// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey_out.cpp

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/instruments/exchange/codes.hpp"
#include "engine/instruments/exchange/condition_text.hpp"
#include "engine/instruments/exchange/departure.hpp"
#include "engine/instruments/exchange/limesurvey.hpp"
#include "engine/instruments/exchange/wording.hpp"
#include "engine/instruments/exchange/xml.hpp"

namespace etabli::instruments::exchange {

namespace {

/// LimeSurvey 5.0; it gives a survey another number when this one is taken.
constexpr auto database_version = "447";
constexpr auto survey_id = "111111";

constexpr NameRules question_names { 20, "q" };
constexpr NameRules row_names { 20, "r" };
constexpr NameRules option_names { 5, "" };
constexpr NameRules ticked_names { 20, "" }; // an option of a multiple choice is a row of its own

using Cells = std::vector<std::pair<const char*, std::string>>;

/// Tables as LimeSurvey lists them: the names of columns, then rows of them.
class Tables {
public:
    explicit Tables(pugi::xml_node document) : document_(document) { }

    void add(const char* table, const Cells& cells)
    {
        auto node = document_.child(table);
        if (!node) {
            node = document_.append_child(table);
            auto fields = node.append_child("fields");
            for (const auto& [column, text] : cells)
                fields.append_child("fieldname").text().set(column);
            node.append_child("rows");
        }
        auto row = node.child("rows").append_child("row");
        for (const auto& [column, text] : cells) {
            auto cell = row.append_child(column);
            if (!text.empty())
                cell.append_child(pugi::node_cdata).set_value(text.c_str());
        }
    }

private:
    pugi::xml_node document_;
};

class Writer {
public:
    explicit Writer(const Instrument& instrument) : instrument_(instrument), tables_(document_.append_child("document"))
    {
        name_everything();
    }

    Exported written()
    {
        auto document = document_.child("document");
        document.append_child("LimeSurveyDocType").text().set("Survey");
        document.append_child("DBVersion").text().set(database_version);
        auto languages = document.append_child("languages");
        for (const auto& language : instrument_.languages)
            languages.append_child("language").text().set(language.c_str());
        lose_terms(instrument_, {}, lost_);
        for (const auto& scale : instrument_.scales)
            lose_member(scale.code, "scale", true, lost_);
        for (std::size_t number = 0; number < instrument_.sections.size(); ++number)
            add_section(instrument_.sections[number], std::to_string(number + 1));
        add_survey();
        return { xml_text(document_), instrument_.id + ".lss", std::move(lost_) };
    }

private:
    /// Letters and digits only: what had another code is listed, and conditions ask for it by its new name.
    void name_everything()
    {
        std::set<std::string, std::less<>> questions;
        for (const auto& section : instrument_.sections)
            for (const auto& question : section.questions) {
                auto& names = names_[question.code];
                names.own = renamed(question.code, question.code, question_names, questions);
                std::set<std::string, std::less<>> options;
                Reference reference { names.own, question.type, {} };
                const auto rules = question.type == QuestionType::Multiple ? ticked_names : option_names;
                for (const auto& option : options_of(instrument_, question)) {
                    auto name = renamed(question.code, option.code, rules, options);
                    reference.options.emplace_back(option.code, std::move(name));
                }
                names.options = reference.options;
                if (!question.rows)
                    references_.emplace(question.code, reference);
                reference.type = QuestionType::Single;
                std::set<std::string, std::less<>> rows;
                for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row) {
                    const auto& code = (*question.rows)[row].code;
                    names.rows.push_back(renamed(question.code, code, row_names, rows));
                    reference.name = names.own + "_" + names.rows.back();
                    references_.emplace(code, reference);
                }
            }
    }

    std::string renamed(
        const std::string& where, const std::string& code, NameRules rules, std::set<std::string, std::less<>>& taken)
    {
        auto name = bare_name_from(code, rules, taken);
        if (name != code)
            lost_.push_back({ where, LossKind::CodeRenamed, code + " -> " + name });
        return name;
    }

    void add_section(const Section& section, const std::string& gid)
    {
        if (section.code != "g" + gid)
            lost_.push_back({ section.code, LossKind::CodeRenamed, section.code + " -> g" + gid });
        tables_.add("groups",
            { { "gid", gid }, { "sid", survey_id }, { "group_order", gid }, { "randomization_group", "" },
                { "grelevance", relevance_of(section.code, section.show_if) } });
        const auto titles = said_in(instrument_, section.title);
        const auto intros = said_in(instrument_, section.intro.value_or(Wording()));
        for (std::size_t each = 0; each < titles.size(); ++each)
            tables_.add("group_l10ns",
                { { "id", next_id() }, { "gid", gid }, { "group_name", escaped_html(titles[each].second) },
                    { "description", escaped_html(intros[each].second) }, { "language", titles[each].first } });
        for (std::size_t number = 0; number < section.questions.size(); ++number)
            add_question(section.questions[number], gid, std::to_string(number + 1));
    }

    /// "1": always.
    std::string relevance_of(const std::string& code, const std::optional<json::value>& condition)
    {
        if (!condition)
            return "1";
        if (auto text = condition_text(*condition, Dialect::LimeSurvey, references_))
            return std::move(*text);
        lost_.push_back({ code, LossKind::Condition, json_text(*condition) });
        return "1";
    }

    static const char* type_of(QuestionType type)
    {
        switch (type) {
        case QuestionType::Single:
            return "L";
        case QuestionType::Multiple:
            return "M";
        case QuestionType::Grid:
            return "F";
        case QuestionType::Number:
            return "N";
        case QuestionType::Date:
            return "D";
        case QuestionType::Text:
            return "T";
        }
        return "T";
    }

    void add_question(const Question& question, const std::string& gid, const std::string& order)
    {
        const auto qid = next_id();
        const auto& names = names_.at(question.code);
        tables_.add("questions",
            { { "qid", qid }, { "parent_qid", "0" }, { "sid", survey_id }, { "gid", gid }, { "type", type_of(question.type) },
                { "title", names.own }, { "preg", "" }, { "other", "N" },
                { "mandatory", question.required == true ? "Y" : "N" }, { "encrypted", "N" }, { "question_order", order },
                { "scale_id", "0" }, { "same_default", "0" }, { "relevance", relevance_of(question.code, question.show_if) },
                { "modulename", "" } });
        add_words(qid, question.text, question.help.value_or(Wording()));
        add_attributes(qid, question);
        lose_about(question, lost_);
        const auto& options = options_of(instrument_, question);
        for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row)
            add_field(qid, gid, names.rows[row], row, (*question.rows)[row].text);
        if (question.type == QuestionType::Multiple) {
            lose_values(question, options, lost_);
            for (std::size_t each = 0; each < options.size(); ++each)
                add_field(qid, gid, names.options[each].second, each, options[each].label);
        } else {
            add_answers(qid, question, options);
        }
    }

    void add_words(const std::string& qid, const Wording& text, const Wording& help)
    {
        const auto texts = said_in(instrument_, text);
        const auto helps = said_in(instrument_, help);
        for (std::size_t each = 0; each < texts.size(); ++each)
            tables_.add("question_l10ns",
                { { "id", next_id() }, { "qid", qid }, { "question", escaped_html(texts[each].second) },
                    { "help", escaped_html(helps[each].second) }, { "script", "" }, { "language", texts[each].first } });
    }

    void add_field(
        const std::string& parent, const std::string& gid, const std::string& name, std::size_t order, const Wording& text)
    {
        const auto qid = next_id();
        tables_.add("subquestions",
            { { "qid", qid }, { "parent_qid", parent }, { "sid", survey_id }, { "gid", gid }, { "type", "T" },
                { "title", name }, { "preg", "" }, { "other", "N" }, { "mandatory", "" }, { "encrypted", "N" },
                { "question_order", std::to_string(order) }, { "scale_id", "0" }, { "same_default", "0" }, { "relevance", "1" },
                { "modulename", "" } });
        add_words(qid, text, {});
    }

    void add_answers(const std::string& qid, const Question& question, const std::vector<Option>& options)
    {
        const auto& names = names_.at(question.code).options;
        const bool has_any
            = std::any_of(options.begin(), options.end(), [](const Option& option) { return option.value.has_value(); });
        const bool holds_all = std::all_of(options.begin(), options.end(),
            [](const Option& option) { return option.value && *option.value == std::round(*option.value); });
        // "Not concerned" would count as 0 beside 1 and 2: better no value at all.
        if (has_any && !holds_all)
            lost_.push_back({ question.code, LossKind::OptionValue, "value" });
        if (std::any_of(options.begin(), options.end(), [](const Option& option) { return option.favourable.has_value(); }))
            lost_.push_back({ question.code, LossKind::OptionValue, "favourable" });
        for (std::size_t each = 0; each < options.size(); ++each) {
            const auto aid = next_id();
            tables_.add("answers",
                { { "aid", aid }, { "qid", qid }, { "code", names[each].second }, { "sortorder", std::to_string(each) },
                    { "assessment_value", holds_all ? number_text(*options[each].value) : "0" }, { "scale_id", "0" } });
            for (const auto& [language, text] : said_in(instrument_, options[each].label))
                tables_.add("answer_l10ns",
                    { { "id", next_id() }, { "aid", aid }, { "answer", escaped_html(text) }, { "language", language } });
        }
    }

    void add_attributes(const std::string& qid, const Question& question)
    {
        const auto add = [&](const char* name, std::string value, const std::string& language) {
            tables_.add("question_attributes",
                { { "qid", qid }, { "attribute", name }, { "value", std::move(value) }, { "language", language } });
        };
        if (question.length_max)
            add("maximum_chars", std::to_string(*question.length_max), "");
        if (question.choices_max)
            add("max_answers", std::to_string(*question.choices_max), "");
        if (question.min)
            add("min_num_value_n", number_text(*question.min), "");
        if (question.max)
            add("max_num_value_n", number_text(*question.max), "");
        if (question.type == QuestionType::Number && question.decimals.value_or(0) == 0)
            add("num_value_int_only", "1", "");
        lose_member(
            question.code, "decimals", question.decimals.value_or(0) != 0 && *question.decimals != decimals_of_a_real, lost_);
        if (question.unit)
            for (const auto& [language, text] : said_in(instrument_, *question.unit))
                add("suffix", escaped_html(text), language);
        std::string exclusive;
        for (std::size_t each = 0; question.options && each < question.options->size(); ++each)
            if ((*question.options)[each].exclusive == true)
                exclusive += (exclusive.empty() ? "" : ";") + names_.at(question.code).options[each].second;
        if (!exclusive.empty())
            add("exclude_all_others", exclusive, "");
    }

    void add_survey()
    {
        tables_.add("surveys",
            { { "sid", survey_id }, { "gsid", "1" }, { "anonymized", "Y" }, { "format", "G" }, { "template", "inherit" },
                { "language", instrument_.languages.front() },
                { "additional_languages", instrument_.languages.size() > 1 ? instrument_.languages.back() : "" },
                { "datestamp", "N" }, { "ipaddr", "N" }, { "refurl", "N" }, { "listpublic", "N" } });
        const auto titles = said_in(instrument_, instrument_.title);
        const auto intros = said_in(instrument_, instrument_.intro.value_or(Wording()));
        const auto closings = said_in(instrument_, instrument_.closing.value_or(Wording()));
        for (std::size_t each = 0; each < titles.size(); ++each)
            tables_.add("surveys_languagesettings",
                { { "surveyls_survey_id", survey_id }, { "surveyls_language", titles[each].first },
                    { "surveyls_title", escaped_html(titles[each].second) },
                    { "surveyls_welcometext", escaped_html(intros[each].second) },
                    { "surveyls_endtext", escaped_html(closings[each].second) } });
    }

    std::string next_id() { return std::to_string(++last_id_); }

    struct NamesOfQuestion {
        std::string own;
        std::vector<std::pair<std::string, std::string>> options; // our code, their name
        std::vector<std::string> rows;
    };

    const Instrument& instrument_;
    pugi::xml_document document_;
    Tables tables_;
    std::map<std::string, NamesOfQuestion, std::less<>> names_;
    References references_;
    std::vector<Lost> lost_;
    int last_id_ = 0;
};

} // namespace

Result<Exported> export_limesurvey(const Instrument& instrument)
{
    return Writer(instrument).written();
}

} // namespace etabli::instruments::exchange
