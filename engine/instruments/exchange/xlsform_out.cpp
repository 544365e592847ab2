// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_out.cpp

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/instruments/exchange/codes.hpp"
#include "engine/instruments/exchange/condition_text.hpp"
#include "engine/instruments/exchange/departure.hpp"
#include "engine/instruments/exchange/workbook.hpp"
#include "engine/instruments/exchange/xlsform.hpp"

namespace etabli::instruments::exchange {

namespace {

std::string same_name(const Question&, const Row& row)
{
    return row.code;
}

/// How the columns of a language are called; its code in parentheses is what programs read.
std::string column_in(std::string_view column, std::string_view language)
{
    return fmt::format("{}::{} ({})", column, language == "fr" ? "Fran\u00e7ais" : "English", language);
}

/// A sheet whose cells are named by their column.
class Table {
public:
    Table(std::string name, std::vector<std::string> header) : sheet_ { std::move(name), { std::move(header) } } { }

    void add_row() { sheet_.rows.emplace_back(sheet_.rows.front().size()); }
    void set(std::string_view column, std::string text)
    {
        const auto& header = sheet_.rows.front();
        const auto found = std::find(header.begin(), header.end(), column);
        VERIFY(found != header.end());
        sheet_.rows.back()[static_cast<std::size_t>(found - header.begin())] = std::move(text);
    }
    Sheet take() { return std::move(sheet_); }

private:
    Sheet sheet_;
};

std::vector<std::string> columns_with(const Instrument& instrument, std::vector<std::string> before,
    std::vector<std::string_view> said, std::vector<std::string> after)
{
    for (const auto column : said)
        for (const auto& language : instrument.languages)
            before.push_back(column_in(column, language));
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

class Writer {
public:
    explicit Writer(const Instrument& instrument)
        : instrument_(instrument)
        , references_(references_of(instrument, same_name))
        , survey_("survey",
              columns_with(
                  instrument, { "type", "name" }, { "label", "hint" }, { "required", "relevant", "constraint", "appearance" }))
        , choices_(
              "choices", columns_with(instrument, { "list_name", "name" }, { "label" }, { "score", "favourable", "exclusive" }))
    {
    }

    Result<Exported> written()
    {
        take_names();
        lose_terms(instrument_, { .version = true, .rights = true }, lost_);
        for (const auto& scale : instrument_.scales)
            add_list(list_of_scale(scale.code), scale.options);
        if (instrument_.intro)
            add_note("intro", *instrument_.intro);
        for (const auto& section : instrument_.sections)
            add_section(section);
        if (instrument_.closing)
            add_note("closing", *instrument_.closing);
        auto settings = settings_sheet();
        return Exported { TRY(xlsx_of({ survey_.take(), choices_.take(), std::move(settings) })), instrument_.id + ".xlsx",
            std::move(lost_) };
    }

private:
    /// Groups, notes and questions share one space of names there.
    void take_names()
    {
        for (const auto& section : instrument_.sections)
            for (const auto& question : section.questions) {
                names_.insert(question.code);
                for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row)
                    names_.insert((*question.rows)[row].code);
            }
    }

    void begin_row(std::string type, std::string name)
    {
        survey_.add_row();
        survey_.set("type", std::move(type));
        survey_.set("name", std::move(name));
    }

    void say(Table& table, std::string_view column, const Wording& wording)
    {
        for (auto& [language, text] : said_in(instrument_, wording))
            table.set(column_in(column, language), std::move(text));
    }

    void give_condition(const std::string& code, const std::optional<json::value>& condition)
    {
        if (!condition)
            return;
        if (auto text = condition_text(*condition, Dialect::XPath, references_))
            survey_.set("relevant", std::move(*text));
        else
            lost_.push_back({ code, LossKind::Condition, json_text(*condition) });
    }

    void add_note(std::string_view name, const Wording& words)
    {
        begin_row("note", code_from(name, CodeKind::Item, names_));
        say(survey_, "label", words);
    }

    void add_section(const Section& section)
    {
        auto name = code_from(section.code, CodeKind::Item, names_);
        if (name != section.code)
            lost_.push_back({ section.code, LossKind::CodeRenamed, section.code + " -> " + name });
        begin_row("begin_group", std::move(name));
        say(survey_, "label", section.title);
        give_condition(section.code, section.show_if);
        if (section.intro)
            add_note(section.code + "_intro", *section.intro);
        for (const auto& question : section.questions) {
            lose_about(question, lost_);
            lose_member(question.code, "unit", question.unit.has_value(), lost_);
            if (question.type == QuestionType::Grid)
                add_grid(question);
            else
                add_question(question);
        }
        begin_row("end_group", {});
    }

    void add_question(const Question& question)
    {
        begin_row(type_of(question), question.code);
        say(survey_, "label", question.text);
        if (question.help)
            say(survey_, "hint", *question.help);
        if (question.required == true)
            survey_.set("required", "yes");
        give_condition(question.code, question.show_if);
        survey_.set("constraint", constraint_of(question));
        if (question.options)
            add_list(question.code, *question.options);
    }

    void add_grid(const Question& grid)
    {
        begin_row("begin_group", grid.code);
        say(survey_, "label", grid.text);
        give_condition(grid.code, grid.show_if);
        survey_.set("appearance", "table-list");
        lose_member(grid.code, "help", grid.help.has_value(), lost_);
        const auto list = grid.scale ? list_of_scale(*grid.scale) : grid.code;
        for (const auto& row : *grid.rows) {
            begin_row("select_one " + list, row.code);
            say(survey_, "label", row.text);
            if (grid.required == true)
                survey_.set("required", "yes");
        }
        begin_row("end_group", {});
        if (grid.options)
            add_list(grid.code, *grid.options);
    }

    std::string type_of(const Question& question)
    {
        switch (question.type) {
        case QuestionType::Single:
            return "select_one " + (question.scale ? list_of_scale(*question.scale) : question.code);
        case QuestionType::Multiple:
            return "select_multiple " + question.code;
        case QuestionType::Number:
            if (question.decimals.value_or(0) == 0)
                return "integer";
            lose_member(question.code, "decimals", *question.decimals != decimals_of_a_real, lost_);
            return "decimal";
        case QuestionType::Date:
            return "date";
        default:
            return "text";
        }
    }

    /// A scale called as a question would be taken for that question's own options.
    std::string list_of_scale(const std::string& scale)
    {
        if (!names_.contains(scale))
            return scale;
        lost_.push_back({ scale, LossKind::CodeRenamed, scale + " -> " + scale + "_scale" });
        return scale + "_scale";
    }

    void add_list(const std::string& list, const std::vector<Option>& options)
    {
        for (const auto& option : options) {
            choices_.add_row();
            choices_.set("list_name", list);
            choices_.set("name", option.code);
            say(choices_, "label", option.label);
            if (option.value)
                choices_.set("score", number_text(*option.value));
            if (option.favourable)
                choices_.set("favourable", *option.favourable ? "yes" : "no");
            if (option.exclusive)
                choices_.set("exclusive", *option.exclusive ? "yes" : "no");
        }
    }

    Sheet settings_sheet()
    {
        Table settings("settings", { "form_title", "form_id", "version", "default_language", "licence", "source" });
        settings.add_row();
        const auto titles = said_in(instrument_, instrument_.title);
        settings.set("form_title", titles.front().second);
        if (titles.size() > 1)
            lost_.push_back({ instrument_.id, LossKind::Translation, "title " + titles.back().first });
        settings.set("form_id", instrument_.id);
        settings.set("version", std::to_string(instrument_.version));
        settings.set("default_language", titles.front().first == "fr" ? "Fran\u00e7ais (fr)" : "English (en)");
        settings.set("licence", instrument_.rights.licence);
        settings.set("source", instrument_.rights.source);
        return settings.take();
    }

    const Instrument& instrument_;
    References references_;
    std::vector<Lost> lost_;
    std::set<std::string, std::less<>> names_;
    Table survey_;
    Table choices_;
};

} // namespace

Result<Exported> export_xlsform(const Instrument& instrument)
{
    return Writer(instrument).written();
}

} // namespace etabli::instruments::exchange
