// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/fhir_in.cpp

#include <algorithm>

#include <fmt/format.h>

#include "engine/instruments/exchange/build.hpp"
#include "engine/instruments/exchange/fhir_parts.hpp"
#include "engine/instruments/exchange/json_read.hpp"
#include "engine/instruments/exchange/outline.hpp"
#include "engine/instruments/exchange/resolve.hpp"
#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

class Reader {
public:
    Reader(const json::object& source, std::vector<Lost>& lost) : source_(source), lost_(lost), outline_(lost) { }

    Result<void> read(Draft& draft)
    {
        TRY(read_items(source_, "", {}));
        outline_.finish(draft);
        return {};
    }

private:
    void lose(const std::string& where, LossKind kind, std::string_view what)
    {
        lost_.push_back({ where, kind, shortened(what) });
    }

    /// Items within a question are hidden with it: `within` is its rule.
    Result<void> read_items(const json::object& parent, const std::string& where, const std::vector<Rule>& within)
    {
        const auto* items = parent.if_contains("item");
        if (items == nullptr)
            return {};
        if (!items->is_array())
            return Problem("request.invalid", where + "/item: a list is wanted");
        for (std::size_t at = 0; at < items->as_array().size(); ++at) {
            const auto here = fmt::format("{}/item/{}", where, at);
            const auto* item = items->as_array()[at].if_object();
            if (item == nullptr)
                return Problem("request.invalid", here + ": a record is wanted");
            TRY(read_item(*item, here, within));
        }
        return {};
    }

    Result<void> read_item(const json::object& item, const std::string& where, std::vector<Rule> within)
    {
        const auto type = text_in(item, "type");
        auto rule = rule_of(item);
        if (!rule && !within.empty() && !rule_source_of(item).empty())
            lose(where, LossKind::Condition, rule_source_of(item));
        if (rule)
            within.push_back(*rule);
        rule = within.empty() ? std::nullopt : std::optional(all_of(within));
        lose_details(item, where);
        if (type == "display") {
            read_display(item, where);
            return {};
        }
        if (type == "group") {
            if (auto grid = grid_of(item, where)) {
                grid->rule = rule;
                outline_.add(std::move(*grid));
                return {};
            }
            if (is_true_in(item, "repeats"))
                lose(where, LossKind::Repeat, text_in(item, "linkId"));
            DraftSection group { where, text_in(item, "linkId"), words_of(item, "text"), {}, rule, rule_source_of(item), {} };
            if (!outline_.open(std::move(group)))
                return Problem("request.invalid", where + ": too many groups within one another");
            TRY(read_items(item, where, {})); // the outline remembers the rules of its groups
            outline_.close();
            return {};
        }
        if (auto question = question_of(item, where)) {
            question->rule = rule;
            outline_.add(std::move(*question));
        } else {
            lose(where, LossKind::QuestionType, type);
        }
        if (has_questions(item))
            lose(where, LossKind::Nesting, text_in(item, "linkId"));
        return read_items(item, where, within);
    }

    /// More than words of help.
    static bool has_questions(const json::object& item)
    {
        const auto items = records_in(item, "item");
        return std::any_of(
            items.begin(), items.end(), [](const json::object* each) { return text_in(*each, "type") != "display"; });
    }

    void read_display(const json::object& item, const std::string& where)
    {
        if (has_control(item, { "help" }))
            return; // read with its question
        auto words = words_of(item, "text");
        if (item.contains("enableWhen"))
            lose(where, LossKind::Note, any_words(words));
        else
            outline_.note(where, std::move(words));
    }

    void lose_details(const json::object& item, const std::string& where)
    {
        if (item.contains("initial"))
            lose(where, LossKind::Default, json_text(item.at("initial")));
        for (const auto* option : records_in(item, "answerOption"))
            if (is_true_in(*option, "initialSelected"))
                lose(where, LossKind::Default, json_text(*option));
        if (item.contains("code"))
            lose(where, LossKind::Coding, json_text(item.at("code")));
        if (const auto prefix = text_in(item, "prefix"); !prefix.empty())
            lose(where, LossKind::Note, prefix);
        if (is_true_in(item, "readOnly"))
            lose(where, LossKind::Constraint, "readOnly");
        for (const auto* extension : records_in(item, "extension")) {
            const auto url = text_in(*extension, "url");
            const bool computes = url.ends_with("Expression") && !url.ends_with("enableWhenExpression");
            if (computes || url.ends_with("variable"))
                lose(where, LossKind::Calculation, json_text(*extension));
            if (url.ends_with("/regex") || url.ends_with("-constraint"))
                lose(where, LossKind::Constraint, json_text(*extension));
        }
        if (const auto* beside = object_in(item, "_text");
            beside != nullptr && standard_extension(*beside, "rendering-xhtml") != nullptr)
            lose(where, LossKind::Html, text_in(item, "text"));
    }

    std::optional<DraftQuestion> question_of(const json::object& item, const std::string& where)
    {
        const auto type = text_in(item, "type");
        const auto* asked = asked_type(type);
        if (asked == nullptr)
            return {};
        DraftQuestion question;
        question.where = where;
        question.name = text_in(item, "linkId");
        question.type = asked->type;
        question.text = words_of(item, "text");
        question.rule_source = rule_source_of(item);
        question.about = about_of_extensions(item);
        if (is_true_in(item, "required"))
            question.required = true;
        if (asked->is_changed)
            lose(where, LossKind::TypeChanged, type);
        give_help(item, question);
        give_options(item, type, question);
        give_bounds(item, type, question);
        return question;
    }

    void give_help(const json::object& item, DraftQuestion& question)
    {
        for (const auto* child : records_in(item, "item"))
            if (text_in(*child, "type") == "display" && has_control(*child, { "help" }))
                append(question.help, words_of(*child, "text"));
    }

    void give_options(const json::object& item, const std::string& type, DraftQuestion& question)
    {
        const bool is_choice = type == "choice" || type == "open-choice" || type == "coding";
        const bool repeats = is_true_in(item, "repeats");
        if (type == "boolean") {
            question.options.push_back({ "true", {}, words_in_both("Oui", "Yes"), {}, {}, {} });
            question.options.push_back({ "false", {}, words_in_both("Non", "No"), {}, {}, {} });
        }
        for (const auto* option : records_in(item, "answerOption"))
            if (auto made = option_of(*option))
                question.options.push_back(std::move(*made));
        if (const auto set = text_in(item, "answerValueSet"); !set.empty())
            give_value_set(set, question);
        if (is_choice || !question.options.empty())
            question.type = repeats ? QuestionType::Multiple : QuestionType::Single;
        else if (repeats)
            lose(question.where, LossKind::Repeat, question.name);
        question.has_open_option = type == "open-choice";
        if (const auto* list = extension_of(item, fhir::ours, "scale"))
            question.list = text_in(*list, "valueCode");
    }

    /// "#id" is in the file; any other is on a server that we do not ask.
    void give_value_set(const std::string& reference, DraftQuestion& question)
    {
        for (const auto* contained : records_in(source_, "contained")) {
            if ("#" + text_in(*contained, "id") != reference)
                continue;
            if (const auto* compose = object_in(*contained, "compose"))
                for (const auto* include : records_in(*compose, "include"))
                    give_codings(records_in(*include, "concept"), question);
            else if (const auto* expansion = object_in(*contained, "expansion"))
                give_codings(records_in(*expansion, "contains"), question);
            return;
        }
        lose(question.where, LossKind::Coding, reference);
    }

    static void give_codings(const std::vector<const json::object*>& codings, DraftQuestion& question)
    {
        for (const auto* coding : codings)
            question.options.push_back({ text_in(*coding, "code"), {}, words_of(*coding, "display"),
                number_of_extension(*coding, "ordinalValue"), {}, {} });
    }

    static void give_bounds(const json::object& item, const std::string& type, DraftQuestion& question)
    {
        question.length_max = whole_number_in(item, "maxLength");
        question.min = number_of_extension(item, "minValue");
        question.max = number_of_extension(item, "maxValue");
        if (const auto places = number_of_extension(item, "maxDecimalPlaces"); places && *places >= 0 && *places <= 6)
            question.decimals = static_cast<std::int64_t>(*places);
        else
            question.decimals = type == "integer" ? 0 : decimals_of_a_real;
        if (const auto most = number_of_extension(item, "questionnaire-maxOccurs"); most && *most >= 1 && *most <= 1000)
            question.choices_max = static_cast<std::int64_t>(*most);
        const auto* unit = standard_extension(item, "questionnaire-unit");
        if (const auto* coding = unit == nullptr ? nullptr : object_in(*unit, "valueCoding")) {
            question.unit = words_of(*coding, "display");
            if (question.unit.empty())
                question.unit.emplace("", text_in(*coding, "code"));
        }
    }

    /// A table whose rows are choices among the same options.
    std::optional<DraftQuestion> grid_of(const json::object& item, const std::string& where)
    {
        if (!has_control(item, { "htable", "table", "matrix" }))
            return {};
        std::vector<Lost> kept = lost_;
        DraftQuestion grid;
        std::size_t required = 0;
        const auto children = records_in(item, "item");
        for (std::size_t at = 0; at < children.size(); ++at) {
            const auto* child = children[at];
            if (text_in(*child, "type") == "display" && has_control(*child, { "help" }))
                continue;
            const auto here = fmt::format("{}/item/{}", where, at);
            auto row = question_of(*child, here);
            const bool is_row = row && row->type == QuestionType::Single && child->contains("answerOption")
                && row->rule_source.empty() && !child->contains("item")
                && (grid.rows.empty() || same_options(row->options, grid.options));
            if (!is_row) {
                lost_ = std::move(kept);
                return {};
            }
            lose_details(*child, here);
            grid.options = std::move(row->options);
            grid.has_open_option |= row->has_open_option;
            grid.list = row->list;
            grid.rows.push_back({ row->name, { row->name }, std::move(row->text), row->about });
            required += row->required == true ? 1U : 0U;
        }
        if (grid.rows.empty())
            return {};
        grid.where = where;
        grid.name = text_in(item, "linkId");
        grid.type = QuestionType::Grid;
        grid.text = words_of(item, "text");
        grid.rule_source = rule_source_of(item);
        grid.about = about_of_extensions(item);
        give_help(item, grid);
        if (required == grid.rows.size())
            grid.required = true;
        return grid;
    }

    static bool same_options(const std::vector<DraftOption>& some, const std::vector<DraftOption>& others)
    {
        return std::equal(
            some.begin(), some.end(), others.begin(), others.end(), [](const DraftOption& one, const DraftOption& other) {
                return one.name == other.name && one.label == other.label;
            });
    }

    const json::object& source_;
    std::vector<Lost>& lost_;
    Outline outline_;
};

} // namespace

Result<Imported> import_fhir(std::string_view bytes, std::string_view file_name)
{
    const auto parsed = parse_json(bytes);
    if (!parsed.ok())
        return Problem("file.unreadable", "json: " + parsed.problem().detail());
    const auto* source = parsed.value().if_object();
    const auto type = source == nullptr ? std::string() : text_in(*source, "resourceType");
    if (type != "Questionnaire")
        return Problem("request.invalid", "/resourceType: Questionnaire is wanted, not " + shortened(type));
    Draft draft;
    draft.name = text_in(*source, "id");
    if (draft.name.empty())
        draft.name = file_name;
    draft.title = words_of(*source, "title");
    if (draft.title.empty())
        draft.title = words_of(*source, "name");
    draft.intro = words_of(*source, "description");
    draft.language = language_of(text_in(*source, "language"));
    draft.licence = text_in(*source, "copyright");
    draft.source = text_in(*source, "publisher");
    if (draft.source.empty())
        draft.source = text_in(*source, "url");
    if (const auto version = number_from(text_in(*source, "version")); version && *version >= 1 && *version <= 9999)
        draft.version = static_cast<std::int64_t>(*version);
    std::vector<Lost> lost;
    TRY(Reader(*source, lost).read(draft));
    return build(draft, std::move(lost));
}

} // namespace etabli::instruments::exchange
