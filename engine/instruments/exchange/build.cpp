// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/build.cpp

#include "engine/instruments/exchange/build.hpp"

#include <algorithm>
#include <set>

#include "engine/instruments/exchange/codes.hpp"
#include "engine/instruments/exchange/prune.hpp"
#include "engine/instruments/exchange/resolve.hpp"
#include "engine/instruments/exchange/speech.hpp"
#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

constexpr std::int64_t length_max_bound = 2000; // of a text (instrument.hpp)
constexpr std::int64_t decimals_max = 6; // of a number
constexpr std::size_t licence_length_max = 200;
constexpr std::size_t source_length_max = 4000;
/// Nobody has told us: what the licence says when the file says nothing.
constexpr std::string_view unknown = "unknown";

using Taken = std::set<std::string, std::less<>>;
/// Their name of each option, and our code.
using OptionCodes = std::map<std::string, std::string, std::less<>>;

class Builder {
public:
    Builder(const Draft& draft, std::vector<Lost> lost) : draft_(draft), lost_(std::move(lost)), speech_(draft, lost_) { }

    Result<Imported> run()
    {
        count_row_names();
        write_head();
        for (const auto& section : draft_.sections)
            add_section(section);
        instrument_.scores = draft_.scores;
        TRY(prune(instrument_, lost_));
        instrument_.minutes = minutes_of(instrument_);
        return Imported { std::move(instrument_), std::move(lost_) };
    }

private:
    void lose(const std::string& where, LossKind kind, std::string what) { lost_.push_back({ where, kind, std::move(what) }); }

    /// A row keeps its own name where no other has it, as ours do; else it is called after its question too.
    void count_row_names()
    {
        for (const auto& section : draft_.sections)
            for (const auto& question : section.questions) {
                ++names_[question.name];
                for (const auto& row : question.rows)
                    ++names_[row.name];
            }
    }

    void write_head()
    {
        const auto name = any_words(draft_.title).empty() ? draft_.name : any_words(draft_.title);
        instrument_.title = speech_.wording({}, draft_.title, draft_.name.empty() ? "questionnaire" : draft_.name);
        instrument_.intro = speech_.wording_if_any({}, draft_.intro);
        instrument_.closing = speech_.wording_if_any({}, draft_.closing);
        instrument_.id = id_from(draft_.name.empty() ? name : draft_.name);
        instrument_.version = std::clamp<std::int64_t>(draft_.version.value_or(1), 1, 9999);
        instrument_.languages = speech_.languages();
        auto& rights = instrument_.rights;
        rights.licence = cut(plain(draft_.licence), licence_length_max).first;
        rights.source = cut(plain(draft_.source), source_length_max).first;
        rights.permission_needed = true;
        if (rights.licence.empty())
            rights.licence = unknown;
        if (rights.source.empty())
            rights.source = name.empty() ? std::string(unknown) : cut(plain(name), source_length_max).first;
    }

    void add_section(const DraftSection& draft)
    {
        Section section;
        const std::string name = draft.name.empty() ? "section" : draft.name;
        section.code = draft.name.empty() ? code_from(name, CodeKind::Item, section_codes_)
                                          : renamed(draft.where, name, CodeKind::Item, section_codes_);
        section.title = speech_.wording(draft.where, draft.title, draft.name);
        if (trimmed(section.title.fr).empty() && trimmed(section.title.en).empty())
            section.title = instrument_.title;
        section.intro = speech_.wording_if_any(draft.where, draft.intro);
        section.show_if = condition_of(draft.where, draft.rule, draft.rule_source);
        const bool is_conditional = section.show_if.has_value();
        for (const auto& each : draft.questions) {
            auto question = question_of(each, is_conditional);
            if (!question)
                continue;
            // A longer group goes on under the same title.
            if (static_cast<std::int64_t>(section.questions.size()) == questions_bounds.max) {
                auto rest = section;
                rest.questions.clear();
                rest.intro.reset();
                rest.code = code_from(name, CodeKind::Item, section_codes_);
                instrument_.sections.push_back(std::exchange(section, std::move(rest)));
            }
            section.questions.push_back(std::move(*question));
        }
        if (section.questions.empty())
            return;
        if (static_cast<std::int64_t>(instrument_.sections.size()) == sections_bounds.max)
            return lose(draft.where, LossKind::QuestionInvalid, "sections_max " + section.code);
        instrument_.sections.push_back(std::move(section));
    }

    std::optional<Question> question_of(const DraftQuestion& draft, bool is_conditional)
    {
        const auto items = static_cast<std::int64_t>(std::max<std::size_t>(draft.rows.size(), 1));
        if (item_count_ + items > items_max) {
            lose(draft.where, LossKind::QuestionInvalid, "items_max " + shortened(draft.name));
            return {};
        }
        Question question;
        question.type = draft.type;
        OptionCodes options;
        if (!has_what_it_needs(draft) || !give_options(question, draft, options))
            return {};
        item_count_ += items;
        question.code = renamed(draft.where, draft.name, CodeKind::Item, item_codes_);
        question.text = speech_.wording(draft.where, draft.text, draft.name);
        question.help = speech_.wording_if_any(draft.where, draft.help);
        question.required = draft.required;
        question.show_if = condition_of(draft.where, draft.rule, draft.rule_source);
        give_limits(question, draft);
        question.dimension = draft.about.dimension;
        question.axis = draft.about.axis;
        if (draft.type == QuestionType::Single)
            question.reversed = draft.about.reversed;
        // Health questions need an instrument that says so; an imported one does not.
        if (draft.about.sensitivity == Sensitivity::Health)
            lose(draft.where, LossKind::Member, "sensitivity health");
        else
            question.sensitivity = draft.about.sensitivity;
        make_known(question, draft, options, is_conditional || question.show_if);
        return question;
    }

    bool has_what_it_needs(const DraftQuestion& draft)
    {
        const auto rows = static_cast<std::int64_t>(draft.rows.size());
        if (draft.type != QuestionType::Grid || (rows >= rows_min && rows <= rows_bounds.max))
            return true;
        lose(draft.where, LossKind::QuestionInvalid, "rows " + std::to_string(rows));
        return false;
    }

    /// False when there are too few or too many of what needs them.
    bool give_options(Question& question, const DraftQuestion& draft, OptionCodes& codes)
    {
        if (draft.type != QuestionType::Single && draft.type != QuestionType::Multiple && draft.type != QuestionType::Grid)
            return true;
        auto made = options_of_draft(draft, codes);
        const auto count = static_cast<std::int64_t>(made.size());
        if (count < options_min || count > options_bounds.max) {
            lose(draft.where, LossKind::QuestionInvalid, "options " + std::to_string(count));
            return false;
        }
        const bool may_share = !draft.list.empty() && draft.type != QuestionType::Multiple && !draft.has_open_option;
        if (may_share)
            question.scale = scale_of(draft.where, draft.list, made);
        if (!question.scale)
            question.options = std::move(made);
        return true;
    }

    std::vector<Option> options_of_draft(const DraftQuestion& draft, OptionCodes& codes)
    {
        std::vector<Option> options;
        Taken taken;
        for (const auto& each : draft.options) {
            if (codes.contains(each.name)) {
                lose(draft.where, LossKind::OptionTwice, shortened(each.name));
                continue;
            }
            Option option { renamed(draft.where, each.name, CodeKind::Option, taken),
                speech_.wording(draft.where, each.label, each.name), each.value, each.favourable, {} };
            if (draft.type == QuestionType::Multiple)
                option.exclusive = each.exclusive;
            codes.emplace(each.name, option.code);
            options.push_back(std::move(option));
        }
        if (!draft.has_open_option)
            return options;
        lose(draft.where, LossKind::OpenOption, shortened(draft.name));
        if (!codes.contains(open_option_name)) {
            options.push_back({ code_from(open_option_name, CodeKind::Option, taken),
                speech_.wording(draft.where, words_in_both("Autre", "Other"), "") });
            codes.emplace(std::string(open_option_name), options.back().code);
        }
        return options;
    }

    /// Nothing when another list already goes by that name: these options are then the question's own.
    std::optional<std::string> scale_of(const std::string& where, const std::string& list, const std::vector<Option>& options)
    {
        const auto found = scale_by_list_.find(list);
        if (found == scale_by_list_.end()) {
            if (static_cast<std::int64_t>(instrument_.scales.size()) == scales_bounds.max)
                return {};
            instrument_.scales.push_back({ renamed(where, list, CodeKind::Item, scale_codes_), options });
            scale_by_list_.emplace(list, instrument_.scales.size() - 1);
            return instrument_.scales.back().code;
        }
        const auto& scale = instrument_.scales[found->second];
        return to_json(scale.options) == to_json(options) ? std::optional(scale.code) : std::nullopt;
    }

    void give_limits(Question& question, const DraftQuestion& draft)
    {
        if (draft.type == QuestionType::Number) {
            question.min = draft.min;
            question.max = draft.max;
            if (draft.decimals && *draft.decimals > 0) // none is what we take for granted
                question.decimals = std::min<std::int64_t>(*draft.decimals, decimals_max);
            question.unit = speech_.wording_if_any(draft.where, draft.unit);
            if (draft.min && draft.max && *draft.min > *draft.max) {
                lose(draft.where, LossKind::Constraint, "min, max");
                question.min.reset();
                question.max.reset();
            }
        }
        if (draft.type == QuestionType::Text && draft.length_max && *draft.length_max >= 1)
            question.length_max = std::min(*draft.length_max, length_max_bound);
        if (draft.type == QuestionType::Multiple && draft.choices_max && *draft.choices_max >= 1)
            question.choices_max = std::min(*draft.choices_max, options_bounds.max);
    }

    /// Its rows, and the names by which what follows may ask for it.
    void make_known(Question& question, const DraftQuestion& draft, const OptionCodes& options, bool is_conditional)
    {
        const auto ticked_as = question.type == QuestionType::Grid ? QuestionType::Single : question.type;
        Target target { question.code, ticked_as, is_conditional, options, {} };
        if (question.type != QuestionType::Grid) {
            know(draft.name, target);
            for (const auto& reference : draft.references)
                know(reference, target);
            for (const auto& option : draft.options)
                for (const auto& reference : option.references) {
                    auto of_option = target;
                    of_option.option = options.at(option.name);
                    know(reference, of_option);
                }
            return;
        }
        const bool keep_names
            = std::all_of(draft.rows.begin(), draft.rows.end(), [&](const DraftRow& row) { return names_[row.name] == 1; });
        question.rows.emplace();
        for (const auto& each : draft.rows) {
            const auto name = keep_names ? each.name : draft.name + "_" + each.name;
            auto& row = question.rows->emplace_back();
            row.code = renamed(draft.where, name, CodeKind::Item, item_codes_);
            row.text = speech_.wording(draft.where, each.text, each.name);
            row.reversed = each.about.reversed;
            row.dimension = each.about.dimension;
            row.axis = each.about.axis;
            target.item = row.code;
            for (const auto& reference : each.references)
                know(reference, target);
        }
    }

    /// The first to bear a name keeps it: an expression cannot mean a second one.
    void know(const std::string& name, const Target& target) { targets_.emplace(name, target); }

    std::string renamed(const std::string& where, const std::string& name, CodeKind kind, Taken& taken)
    {
        auto code = code_from(name, kind, taken);
        if (code != name)
            lose(where, LossKind::CodeRenamed, shortened(name) + " -> " + code);
        return code;
    }

    std::optional<json::value> condition_of(
        const std::string& where, const std::optional<Rule>& rule, const std::string& source)
    {
        auto condition = rule ? condition_from(*rule, targets_) : std::nullopt;
        if (!condition && (rule || !source.empty()))
            lose(where, LossKind::Condition, shortened(source));
        return condition;
    }

    const Draft& draft_;
    std::vector<Lost> lost_;
    Speech speech_;
    Instrument instrument_;
    std::map<std::string, int, std::less<>> names_;
    Taken section_codes_;
    Taken item_codes_;
    Taken scale_codes_;
    std::map<std::string, std::size_t, std::less<>> scale_by_list_;
    Targets targets_;
    std::int64_t item_count_ = 0;
};

} // namespace

Result<Imported> build(const Draft& draft, std::vector<Lost> lost)
{
    return Builder(draft, std::move(lost)).run();
}

} // namespace etabli::instruments::exchange
