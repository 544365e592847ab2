// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/check.cpp

#include "engine/instruments/check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/instruments/condition.hpp"

namespace etabli::instruments {

namespace {

/// "Health items: 30, of the establishment as a whole" (docs/anonymity.md, thresholds).
constexpr std::int64_t health_group_min = 30;

bool is_code(std::string_view code, bool is_item)
{
    const auto is_letter = [](char each) { return each >= 'a' && each <= 'z'; };
    return !code.empty() && (!is_item || is_letter(code.front())) && std::all_of(code.begin(), code.end(), [&](char each) {
        return is_letter(each) || (each >= '0' && each <= '9') || each == '_';
    });
}

bool is_id(std::string_view id)
{
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
    });
}

/// What conditions and scores may refer to, as far as the page has come.
struct Known {
    QuestionType type = QuestionType::Single;
    const std::vector<Option>* options = nullptr; // of what is ticked
};

class Check {
public:
    explicit Check(const Instrument& instrument) : instrument_(instrument) { }

    std::vector<FieldProblem> run()
    {
        if (!is_id(instrument_.id))
            report("/id", "instrument.code_invalid");
        check_rights();
        check_languages();
        if (instrument_.sections.empty())
            report("/sections", "instrument.section_empty");
        check_wording("/title", instrument_.title);
        if (instrument_.intro)
            check_wording("/intro", *instrument_.intro);
        if (instrument_.closing)
            check_wording("/closing", *instrument_.closing);
        for (std::size_t scale = 0; scale < instrument_.scales.size(); ++scale)
            check_scale(fmt::format("/scales/{}", scale), instrument_.scales[scale]);
        for (std::size_t section = 0; section < instrument_.sections.size(); ++section)
            check_section(fmt::format("/sections/{}", section), instrument_.sections[section]);
        if (static_cast<std::int64_t>(items_.size()) > items_max)
            report("/sections", "instrument.too_many_items");
        if (instrument_.health_data && instrument_.min_group < health_group_min)
            report("/min_group", "instrument.health_group_too_small");
        for (std::size_t score = 0; score < instrument_.scores.size(); ++score)
            check_score(fmt::format("/scores/{}", score), instrument_.scores[score]);
        return std::move(troubles_);
    }

private:
    void report(std::string pointer, ProblemCode code) { troubles_.push_back({ std::move(pointer), code }); }

    void check_rights()
    {
        if (trimmed(instrument_.rights.licence).empty())
            report("/rights/licence", "field.required");
        if (trimmed(instrument_.rights.source).empty())
            report("/rights/source", "field.required");
    }

    void check_languages()
    {
        if (instrument_.languages.empty())
            report("/languages", "field.required");
        std::set<std::string_view> spoken;
        for (std::size_t each = 0; each < instrument_.languages.size(); ++each) {
            const auto& language = instrument_.languages[each];
            if (language != "fr" && language != "en")
                report(fmt::format("/languages/{}", each), "instrument.language_unknown");
            else if (!spoken.insert(language).second)
                report(fmt::format("/languages/{}", each), "instrument.code_twice");
        }
        speaks_french_ = spoken.contains("fr");
        speaks_english_ = spoken.contains("en");
    }

    void check_wording(const std::string& pointer, const Wording& wording)
    {
        if (speaks_french_ && trimmed(wording.fr).empty())
            report(pointer + "/fr", "instrument.wording_missing");
        if (speaks_english_ && trimmed(wording.en).empty())
            report(pointer + "/en", "instrument.wording_missing");
    }

    void check_scale(const std::string& pointer, const Scale& scale)
    {
        check_code(pointer, scale.code, scales_);
        check_options(pointer + "/options", scale.options);
    }

    void check_options(const std::string& pointer, const std::vector<Option>& options)
    {
        if (static_cast<std::int64_t>(options.size()) < options_min)
            report(pointer, "instrument.options_missing");
        std::set<std::string_view> codes;
        for (std::size_t each = 0; each < options.size(); ++each) {
            const auto at = fmt::format("{}/{}", pointer, each);
            if (!is_code(options[each].code, false))
                report(at + "/code", "instrument.code_invalid");
            else if (!codes.insert(options[each].code).second)
                report(at + "/code", "instrument.code_twice");
            check_wording(at + "/label", options[each].label);
        }
    }

    void check_code(const std::string& pointer, const std::string& code, std::set<std::string, std::less<>>& among)
    {
        if (!is_code(code, true))
            report(pointer + "/code", "instrument.code_invalid");
        else if (!among.insert(code).second)
            report(pointer + "/code", "instrument.code_twice");
    }

    void check_section(const std::string& pointer, const Section& section)
    {
        check_code(pointer, section.code, sections_);
        check_wording(pointer + "/title", section.title);
        if (section.intro)
            check_wording(pointer + "/intro", *section.intro);
        check_condition(pointer, section.show_if);
        if (section.questions.empty())
            report(pointer + "/questions", "instrument.section_empty");
        for (std::size_t question = 0; question < section.questions.size(); ++question)
            check_question(fmt::format("{}/questions/{}", pointer, question), section.questions[question]);
    }

    void check_question(const std::string& pointer, const Question& question)
    {
        check_code(pointer, question.code, codes_);
        check_wording(pointer + "/text", question.text);
        if (question.help)
            check_wording(pointer + "/help", *question.help);
        if (question.unit)
            check_wording(pointer + "/unit", *question.unit);
        check_about(pointer, question.dimension, question.axis);
        check_condition(pointer, question.show_if);
        if (question.sensitivity == Sensitivity::Health && !instrument_.health_data)
            report(pointer + "/sensitivity", "instrument.health_not_declared");
        check_members(pointer, question);
        if (question.options)
            check_options(pointer + "/options", *question.options);
        const auto* options = &options_of(instrument_, question);
        if (question.type != QuestionType::Grid)
            items_.emplace(question.code, Known { question.type, options });
        for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row)
            check_row(fmt::format("{}/rows/{}", pointer, row), (*question.rows)[row], options);
    }

    void check_row(const std::string& pointer, const Row& row, const std::vector<Option>* options)
    {
        check_code(pointer, row.code, codes_);
        check_wording(pointer + "/text", row.text);
        check_about(pointer, row.dimension, row.axis);
        items_.emplace(row.code, Known { QuestionType::Single, options });
    }

    void check_about(
        const std::string& pointer, const std::optional<std::string>& dimension, const std::optional<std::string>& axis)
    {
        const auto is_among = [](const auto& codes, const std::string& code) {
            return std::find(codes.begin(), codes.end(), code) != codes.end();
        };
        if (dimension && !is_among(dimension_codes, *dimension))
            report(pointer + "/dimension", "choice.unknown");
        if (axis && !is_among(axis_codes, *axis))
            report(pointer + "/axis", "choice.unknown");
    }

    /// What a type needs, and what it cannot use.
    void check_members(const std::string& pointer, const Question& question)
    {
        using Type = QuestionType;
        const auto type = question.type;
        const auto only = [&](bool is_there, std::string_view member, std::initializer_list<Type> types) {
            if (is_there && std::find(types.begin(), types.end(), type) == types.end())
                report(fmt::format("{}/{}", pointer, member), "instrument.not_for_this_type");
        };
        only(question.scale.has_value(), "scale", { Type::Single, Type::Grid });
        only(question.options.has_value(), "options", { Type::Single, Type::Multiple, Type::Grid });
        only(question.rows.has_value(), "rows", { Type::Grid });
        only(question.min.has_value(), "min", { Type::Number });
        only(question.max.has_value(), "max", { Type::Number });
        only(question.decimals.has_value(), "decimals", { Type::Number });
        only(question.unit.has_value(), "unit", { Type::Number });
        only(question.length_max.has_value(), "length_max", { Type::Text });
        only(question.choices_max.has_value(), "choices_max", { Type::Multiple });
        only(question.reversed.has_value(), "reversed", { Type::Single });
        if (question.scale && question.options)
            report(pointer + "/scale", "instrument.not_for_this_type");
        else if (question.scale && !scales_.contains(*question.scale))
            report(pointer + "/scale", "instrument.scale_unknown");
        const bool is_ticked = type == Type::Single || type == Type::Multiple || type == Type::Grid;
        if (is_ticked && !question.scale && !question.options)
            report(pointer + "/options", "instrument.options_missing");
        if (type == Type::Grid && (!question.rows || question.rows->empty()))
            report(pointer + "/rows", "instrument.rows_missing");
        if (question.min && question.max && *question.min > *question.max)
            report(pointer + "/max", "instrument.bounds_crossed");
    }

    void check_condition(const std::string& pointer, const std::optional<json::value>& source)
    {
        if (!source)
            return;
        const auto condition = Condition::create(*source);
        if (!condition)
            report(pointer + "/show_if", "instrument.condition_invalid");
        else if (const auto code = trouble_in(*condition))
            report(pointer + "/show_if", *code);
    }

    /// Only what was asked before can decide, and only answers that can be given.
    std::optional<ProblemCode> trouble_in(const Condition& condition) const
    {
        for (const auto& part : condition.parts())
            if (const auto code = trouble_in(part))
                return code;
        if (condition.item().empty())
            return {};
        const auto found = items_.find(condition.item());
        if (found == items_.end())
            return ProblemCode("instrument.condition_of_nothing");
        const auto& [type, options] = found->second;
        for (const auto& code : condition.codes())
            if (std::none_of(options->begin(), options->end(), [&](const auto& option) { return option.code == code; }))
                return ProblemCode("instrument.condition_never");
        using Kind = Condition::Kind;
        const bool is_number = std::holds_alternative<double>(condition.bound());
        const bool compares = condition.kind() >= Kind::Less;
        if (compares && type != (is_number ? QuestionType::Number : QuestionType::Date))
            return ProblemCode("instrument.condition_never");
        return condition.kind() == Kind::All && type != QuestionType::Multiple
            ? std::optional(ProblemCode("instrument.condition_never"))
            : std::nullopt;
    }

    void check_score(const std::string& pointer, const Score& score)
    {
        check_code(pointer, score.code, codes_);
        check_wording(pointer + "/title", score.title);
        if (score.items.empty())
            report(pointer + "/items", "field.required");
        std::set<std::string_view> once;
        for (std::size_t each = 0; each < score.items.size(); ++each) {
            const auto at = fmt::format("{}/items/{}", pointer, each);
            const auto found = items_.find(score.items[each]);
            if (found == items_.end())
                report(at, "instrument.item_unknown");
            else if (!once.insert(score.items[each]).second)
                report(at, "instrument.code_twice");
            else if (!has_values(found->second))
                report(at, "instrument.item_without_values");
        }
        if (score.answered_min > static_cast<std::int64_t>(score.items.size()))
            report(pointer + "/answered_min", "number.out_of_range");
    }

    static bool has_values(const Known& item)
    {
        return item.type == QuestionType::Number
            || (item.type == QuestionType::Single
                && std::any_of(
                    item.options->begin(), item.options->end(), [](const auto& option) { return option.value.has_value(); }));
    }

    const Instrument& instrument_;
    bool speaks_french_ = false;
    bool speaks_english_ = false;
    std::set<std::string, std::less<>> scales_;
    std::set<std::string, std::less<>> sections_;
    std::set<std::string, std::less<>> codes_; // of questions, rows and scores
    std::map<std::string, Known, std::less<>> items_;
    std::vector<FieldProblem> troubles_;
};

} // namespace

std::vector<FieldProblem> troubles_of(const Instrument& instrument)
{
    return Check(instrument).run();
}

} // namespace etabli::instruments
