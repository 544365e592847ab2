// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_in.cpp

#include <algorithm>

#include <fmt/format.h>

#include "engine/instruments/exchange/build.hpp"
#include "engine/instruments/exchange/outline.hpp"
#include "engine/instruments/exchange/resolve.hpp"
#include "engine/instruments/exchange/wording.hpp"
#include "engine/instruments/exchange/xlsform.hpp"
#include "engine/instruments/exchange/xlsform_table.hpp"
#include "engine/instruments/exchange/xlsform_types.hpp"

namespace etabli::instruments::exchange {

namespace {

bool says_yes(std::string_view text)
{
    const auto word = lower_ascii(text);
    return word == "yes" || word == "true" || word == "true()" || word == "1" || word == "oui";
}
bool says_no(std::string_view text)
{
    const auto word = lower_ascii(text);
    return word.empty() || word == "no" || word == "false" || word == "false()" || word == "0" || word == "non";
}

using Lists = std::map<std::string, std::vector<DraftOption>, std::less<>>;

std::optional<bool> flag_of(const std::string& cell)
{
    return cell.empty() ? std::nullopt : std::optional(says_yes(cell));
}

Lists lists_of(const XlsFormTable& choices, std::vector<Lost>& lost)
{
    Lists lists;
    for (std::size_t row = 0; row < choices.size(); ++row) {
        DraftOption option { choices.text(row, "name"), {}, choices.words(row, "label"),
            number_from(choices.text(row, "score")), flag_of(choices.text(row, "favourable")),
            flag_of(choices.text(row, "exclusive")) };
        for (const auto* media : { "image", "audio", "video" })
            if (!choices.words(row, media).empty())
                lost.push_back({ choices.where(row), LossKind::Media, shortened(choices.text(row, media)) });
        if (!option.name.empty())
            lists[choices.text(row, "list_name")].push_back(std::move(option));
    }
    return lists;
}

class Reader {
public:
    Reader(const XlsFormTable& survey, const Lists& lists, std::vector<Lost>& lost)
        : survey_(survey)
        , lists_(lists)
        , lost_(lost)
        , outline_(lost)
    {
    }

    Result<void> read(Draft& draft)
    {
        for (std::size_t row = 0; row < survey_.size(); ++row)
            TRY(read_row(row));
        if (outline_.depth() > 0)
            return Problem("request.invalid", "sheet survey: a group is not ended");
        outline_.finish(draft);
        return {};
    }

private:
    void lose(std::size_t row, LossKind kind, std::string_view what)
    {
        lost_.push_back({ survey_.where(row), kind, shortened(what) });
    }
    void lose_if_any(std::size_t row, std::string_view column, LossKind kind)
    {
        if (const auto text = survey_.text(row, column); !text.empty())
            lose(row, kind, text);
    }

    Result<void> read_row(std::size_t& row)
    {
        const auto said = survey_.text(row, "type");
        const auto type = row_type_of(said);
        switch (type.step) {
        case Step::Repeat:
            lose(row, LossKind::Repeat, survey_.text(row, "name"));
            [[fallthrough]];
        case Step::Open:
            if (type.step == Step::Open && read_grid(row))
                return {};
            if (!outline_.open(group_of(row)))
                return Problem("request.invalid", survey_.where(row) + ": too many groups within one another");
            return {};
        case Step::Close:
            if (!outline_.close())
                return Problem("request.invalid", survey_.where(row) + ": ends a group that did not begin");
            return {};
        case Step::Select:
        case Step::Question:
            if (type.is_changed)
                lose(row, LossKind::TypeChanged, said);
            outline_.add(question_of(row, type));
            return {};
        case Step::Note:
            read_note(row);
            return {};
        case Step::Calculation:
            lose(row, LossKind::Calculation, survey_.text(row, "name") + " = " + survey_.text(row, "calculation"));
            return {};
        case Step::Metadata:
            lose(row, LossKind::Metadata, said);
            return {};
        case Step::Nothing:
            if (!said.empty())
                lose(row, LossKind::QuestionType, said);
            return {};
        }
        return {};
    }

    void read_note(std::size_t row)
    {
        const auto words = survey_.words(row, "label");
        lose_media(row);
        if (!survey_.text(row, "relevant").empty())
            lose(row, LossKind::Note, any_words(words)); // words for some only, which our words are not
        else if (!words.empty())
            outline_.note(survey_.where(row), words);
    }

    void lose_media(std::size_t row)
    {
        for (const auto* media : { "image", "audio", "video", "big-image" })
            lose_if_any(row, media, LossKind::Media);
    }

    DraftSection group_of(std::size_t row)
    {
        DraftSection group { survey_.where(row), survey_.text(row, "name"), survey_.words(row, "label"), {}, {},
            survey_.text(row, "relevant"), {} };
        if (!group.rule_source.empty())
            group.rule = rule_from(group.rule_source, Dialect::XPath);
        return group;
    }

    /// A group laid out as a table, all of whose rows offer the same list, is a grid. The row is then that of its end.
    bool read_grid(std::size_t& row)
    {
        if (survey_.text(row, "appearance").find("table-list") == std::string::npos)
            return false;
        DraftQuestion grid;
        auto at = row + 1;
        std::string list;
        std::size_t required = 0;
        for (; at < survey_.size(); ++at) {
            const auto type = row_type_of(survey_.text(at, "type"));
            if (type.step == Step::Close)
                break;
            if (type.step == Step::Nothing && survey_.text(at, "type").empty())
                continue;
            const bool is_row = type.step == Step::Select && type.type == QuestionType::Single && !type.has_open_option
                && survey_.text(at, "relevant").empty() && (list.empty() || list == type.list);
            if (!is_row)
                return false;
            list = type.list;
            const auto name = survey_.text(at, "name");
            grid.rows.push_back({ name, { name }, survey_.words(at, "label"), {} });
            required += says_yes(survey_.text(at, "required")) ? 1U : 0U;
        }
        if (at == survey_.size() || grid.rows.empty())
            return false;
        for (auto each = row + 1; each < at; ++each)
            lose_details(each);
        auto group = group_of(row);
        grid.where = std::move(group.where);
        grid.name = std::move(group.name);
        grid.type = QuestionType::Grid;
        grid.text = std::move(group.title);
        grid.rule = std::move(group.rule);
        grid.rule_source = std::move(group.rule_source);
        if (required == grid.rows.size())
            grid.required = true;
        give_list(grid, list);
        outline_.add(std::move(grid));
        row = at;
        return true;
    }

    DraftQuestion question_of(std::size_t row, const RowType& type)
    {
        DraftQuestion question;
        question.where = survey_.where(row);
        question.name = survey_.text(row, "name");
        question.type = type.type;
        question.text = survey_.words(row, "label");
        question.help = survey_.words(row, "hint");
        question.decimals = type.decimals;
        question.has_open_option = type.has_open_option;
        question.rule_source = survey_.text(row, "relevant");
        if (!question.rule_source.empty())
            question.rule = rule_from(question.rule_source, Dialect::XPath);
        if (type.step == Step::Select)
            give_list(question, type.list);
        const auto required = survey_.text(row, "required");
        if (says_yes(required))
            question.required = true;
        else if (!says_no(required))
            lose(row, LossKind::Constraint, "required " + required);
        if (const auto constraint = survey_.text(row, "constraint"); !constraint.empty())
            if (!take_constraint(constraint, question))
                lose(row, LossKind::Constraint, constraint);
        lose_details(row);
        return question;
    }

    void lose_details(std::size_t row)
    {
        lose_media(row);
        lose_if_any(row, "default", LossKind::Default);
        lose_if_any(row, "choice_filter", LossKind::ChoiceFilter);
        lose_if_any(row, "calculation", LossKind::Calculation);
        lose_if_any(row, "parameters", LossKind::Constraint);
        lose_if_any(row, "constraint_message", LossKind::Constraint);
        lose_if_any(row, "guidance_hint", LossKind::Note);
        if (!says_no(survey_.text(row, "readonly")))
            lose(row, LossKind::Constraint, "readonly");
    }

    /// A list that goes by the question's own name is its own; any other may stand for several.
    void give_list(DraftQuestion& question, const std::string& list)
    {
        if (const auto found = lists_.find(list); found != lists_.end())
            question.options = found->second;
        if (list != question.name)
            question.list = list;
    }

    const XlsFormTable& survey_;
    const Lists& lists_;
    std::vector<Lost>& lost_;
    Outline outline_;
};

const Sheet* sheet_named(const Workbook& book, std::string_view name)
{
    const auto found
        = std::find_if(book.sheets.begin(), book.sheets.end(), [&](const Sheet& each) { return each.name == name; });
    return found == book.sheets.end() ? nullptr : &*found;
}

Problem missing_sheet(const Workbook& book, std::string_view name)
{
    std::vector<std::string> names;
    for (const auto& each : book.names)
        names.push_back(shortened(each));
    return { "request.invalid", fmt::format("sheet {} is missing; the sheets are: {}", name, fmt::join(names, ", ")) };
}

bool offers_lists(const XlsFormTable& survey)
{
    for (std::size_t row = 0; row < survey.size(); ++row)
        if (row_type_of(survey.text(row, "type")).step == Step::Select)
            return true;
    return false;
}

void read_settings(const Sheet* sheet, Draft& draft)
{
    if (sheet == nullptr || sheet->rows.size() < 2)
        return;
    const auto settings = XlsFormTable::create(*sheet, {});
    if (!settings.ok())
        return; // nothing in it is worth refusing a questionnaire for
    const auto& table = settings.value();
    draft.title = table.words(0, "form_title");
    if (const auto id = table.text(0, "form_id"); !id.empty())
        draft.name = id;
    draft.language = language_of(table.text(0, "default_language"));
    draft.licence = table.text(0, "licence");
    draft.source = table.text(0, "source");
    if (const auto version = number_from(table.text(0, "version")); version && *version >= 1 && *version <= 9999)
        draft.version = static_cast<std::int64_t>(*version);
}

/// What begins a compound document of Microsoft, as .xls files are.
constexpr std::string_view compound_document = "\xD0\xCF\x11\xE0";

} // namespace

Result<Imported> import_xlsform(std::string_view bytes, std::string_view file_name)
{
    if (bytes.starts_with(compound_document))
        return Problem("file.unreadable", "a workbook of before 2007 (.xls): save it as .xlsx");
    const std::vector<std::string_view> wanted { "survey", "choices", "settings" };
    const auto book = TRY(bytes.starts_with("PK") ? workbook_from_xlsx(bytes, wanted) : workbook_from_csv(bytes, wanted));
    const auto* survey_sheet = sheet_named(book, "survey");
    if (survey_sheet == nullptr)
        return missing_sheet(book, "survey");
    const auto survey = TRY(XlsFormTable::create(*survey_sheet, { "type", "name" }));
    std::vector<Lost> lost;
    Lists lists;
    const auto* choices_sheet = sheet_named(book, "choices");
    if (choices_sheet != nullptr && choices_sheet->rows.size() > 1)
        lists = lists_of(TRY(XlsFormTable::create(*choices_sheet, { "list_name", "name" })), lost);
    else if (offers_lists(survey))
        return missing_sheet(book, "choices");
    Draft draft;
    draft.placeholder = "${";
    draft.name = std::string(file_name);
    read_settings(sheet_named(book, "settings"), draft);
    TRY(Reader(survey, lists, lost).read(draft));
    return build(draft, std::move(lost));
}

} // namespace etabli::instruments::exchange
