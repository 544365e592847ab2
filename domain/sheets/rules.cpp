// SPDX-License-Identifier: EUPL-1.2
// domain/sheets/rules.cpp

#include "domain/sheets/rules.hpp"

#include <algorithm>

namespace etabli {

const SectionContent* SheetContents::find_section(std::string_view key) const
{
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const auto& each) { return each.key == key; });
    return found == sections.end() ? nullptr : &*found;
}

namespace sheets {

namespace {

bool is_blank(const std::string& text)
{
    return trimmed(text).empty();
}

/// Some words of a college in some section, or none.
std::string words_of(const SheetContents& contents, const std::string& key, CollegeKind college)
{
    const auto* section = contents.find_section(key);
    if (section != nullptr)
        for (const auto& reading : section->readings)
            if (reading.college == college)
                return reading.words;
    return {};
}

std::size_t written_items(const SectionContent& section)
{
    return static_cast<std::size_t>(
        std::count_if(section.items.begin(), section.items.end(), [](const auto& item) { return !is_blank(item); }));
}

std::size_t written_readings(const SectionContent& section)
{
    return static_cast<std::size_t>(std::count_if(
        section.readings.begin(), section.readings.end(), [](const auto& reading) { return !is_blank(reading.words); }));
}

bool is_written(const SectionContent* section)
{
    return section != nullptr && (!is_blank(section->text) || written_items(*section) > 0 || written_readings(*section) > 0);
}

constexpr std::array all_college_kinds { CollegeKind::Direction, CollegeKind::Management, CollegeKind::Medical,
    CollegeKind::StaffRepresentatives, CollegeKind::Professionals, CollegeKind::Users, CollegeKind::Facilitator,
    CollegeKind::Agency, CollegeKind::Visitor, CollegeKind::Researcher };

class Checking {
public:
    explicit Checking(const SheetTemplate& of) : template_(of) { }

    void section(const SectionContent& content, std::size_t index)
    {
        const auto at = "/sections/" + std::to_string(index);
        const auto* known = template_.find_section(content.key);
        if (known == nullptr)
            return report(at + "/key", "sheet.section_unknown");
        if (!seen_.insert(content.key).second)
            return report(at + "/key", "sheet.section_twice");
        const bool wants_text
            = known->type == SectionType::Text || known->type == SectionType::Quote || known->type == SectionType::Choice;
        if ((!wants_text && !content.text.empty()) || (known->type != SectionType::List && !content.items.empty())
            || (known->type != SectionType::ByCollege && !content.readings.empty()))
            return report(at, "sheet.section_wrong_kind");
        if (known->type == SectionType::Choice && !content.text.empty() && !known->options.contains(content.text))
            return report(at + "/text", "choice.unknown");
        if (known->type == SectionType::Choice)
            return;
        length(content.text, at + "/text", *known);
        if (content.items.size() > known->items_max && known->type == SectionType::List)
            report(at + "/items", "list.too_long", known->items_max);
        for (std::size_t item = 0; item < content.items.size(); ++item)
            length(content.items[item], at + "/items/" + std::to_string(item), *known);
        readings(content, at, *known);
    }
    void context(const ContextLine& line, std::size_t index)
    {
        const auto at = "/context/" + std::to_string(index) + "/key";
        if (template_.find_context(line.key) == nullptr)
            report(at, "sheet.section_unknown");
        else if (!seen_.insert("context:" + line.key).second)
            report(at, "sheet.section_twice");
    }
    std::vector<FieldProblem> take() { return std::move(problems_); }

private:
    void readings(const SectionContent& content, const std::string& at, const TemplateSection& known)
    {
        std::set<CollegeKind> colleges;
        for (std::size_t each = 0; each < content.readings.size(); ++each) {
            const auto pointer = at + "/readings/" + std::to_string(each);
            if (!colleges.insert(content.readings[each].college).second)
                report(pointer + "/college", "sheet.section_twice");
            length(content.readings[each].words, pointer + "/words", known);
        }
    }
    void length(const std::string& text, const std::string& pointer, const TemplateSection& known)
    {
        if (plain_text_length(text).value_or(0) > known.length_max)
            report(pointer, "text.too_long", known.length_max);
    }
    void report(std::string pointer, ProblemCode code, std::optional<std::size_t> bound = {})
    {
        problems_.push_back(
            { std::move(pointer), code, bound ? std::optional(static_cast<std::int64_t>(*bound)) : std::nullopt });
    }

    const SheetTemplate& template_;
    std::set<std::string> seen_;
    std::vector<FieldProblem> problems_;
};

} // namespace

bool is_author(const Reader& reader, const Sheet& sheet, const SheetTemplate& of)
{
    if (reader.account_id == sheet.owner_id && reader.belongs_to(sheet.establishment_id))
        return true;
    return !of.promises("stays_with_owner_until_released") && reader.sits_in_one_of(sheet.establishment_id, sheet.written_with);
}

bool may_read_at_home(const Reader& reader, const Sheet& sheet, const SheetTemplate& of)
{
    return reader.belongs_to(sheet.establishment_id)
        && (sheet.audience >= Audience::Establishment || is_author(reader, sheet, of));
}

bool may_begin(const Reader& reader, const PlaceId& establishment, const SheetTemplate& of)
{
    return reader.sits_in_one_of(establishment, of.writers);
}

bool may_write(const Reader& reader, const Sheet& sheet, const SheetTemplate& of)
{
    if (!may_begin(reader, sheet.establishment_id, of))
        return false;
    const bool authors_only = sheet.audience == Audience::Authors || of.promises("stays_with_owner_until_released");
    return !authors_only || is_author(reader, sheet, of);
}

bool may_write_reading(const Reader& reader, const Sheet& sheet, const SheetTemplate& of, CollegeKind college)
{
    return reader.sits_in(sheet.establishment_id, college) && may_read_at_home(reader, sheet, of);
}

bool may_share(const Reader& reader, const Sheet& sheet, const SheetTemplate& of)
{
    return sheet.audience == Audience::Authors && may_write(reader, sheet, of);
}

bool may_ask_to_widen(const Reader& reader, const Sheet& sheet)
{
    constexpr std::array kinds { CollegeKind::Direction, CollegeKind::Management, CollegeKind::Medical,
        CollegeKind::StaffRepresentatives, CollegeKind::Professionals, CollegeKind::Facilitator };
    return sheet.audience >= Audience::Establishment && reader.sits_in_one_of(sheet.establishment_id, kinds);
}

std::vector<FieldProblem> problems_of(const SheetContents& contents, const SheetTemplate& of)
{
    Checking checking(of);
    for (std::size_t index = 0; index < contents.sections.size(); ++index)
        checking.section(contents.sections[index], index);
    for (std::size_t index = 0; index < contents.context.size(); ++index)
        checking.context(contents.context[index], index);
    return checking.take();
}

Result<void> check_own_readings(
    const Reader& reader, const Sheet& sheet, const SheetContents& before, const SheetContents& after)
{
    std::set<std::string> keys;
    for (const auto* contents : { &before, &after })
        for (const auto& section : contents->sections)
            keys.insert(section.key);
    for (const auto& key : keys)
        for (const auto college : all_college_kinds)
            if (words_of(before, key, college) != words_of(after, key, college)
                && !reader.sits_in(sheet.establishment_id, college))
                return Problem("sheet.reading_of_another_college");
    return {};
}

std::vector<FieldProblem> missing_of(const SheetContents& contents, const SheetTemplate& of)
{
    std::vector<FieldProblem> missing;
    for (const auto& section : of.sections)
        // Whether a note is mine, shared or final is known from who reads it; nobody has to write it.
        if (section.required && section.key != "status" && !is_written(contents.find_section(section.key)))
            missing.push_back({ "/sections/" + section.key, "sheet.section_empty" });
    for (const auto& line : of.context) {
        const bool written = std::any_of(contents.context.begin(), contents.context.end(),
            [&](const auto& each) { return each.key == line.key && !is_blank(each.text); });
        if (line.required && !written)
            missing.push_back({ "/context/" + line.key, "sheet.without_context" });
    }
    return missing;
}

Result<void> check_complete(const SheetContents& contents, const SheetTemplate& of)
{
    auto missing = missing_of(contents, of);
    if (!missing.empty())
        return Problem::of_fields(std::move(missing));
    return {};
}

Result<void> check_circle(const Sheet& sheet, const SheetTemplate& of, Audience to, std::optional<std::int64_t> read_there)
{
    if (sheet.audience == Audience::Authors)
        return Problem("sheet.not_shared_yet");
    if (to <= Audience::Establishment)
        return Problem("sheet.already_shared");
    if (to > of.widest)
        return Problem("sheet.circle_too_wide");
    if (static_cast<int>(to) > static_cast<int>(sheet.audience) + 1)
        return Problem("sheet.circle_skipped");
    if (read_there && *read_there >= sheet.version)
        return Problem("sheet.nothing_new");
    return {};
}

std::vector<std::string> axes_of(const SheetContents& contents)
{
    std::vector<std::string> axes;
    if (const auto* section = contents.find_section("axes"))
        for (const auto& item : section->items)
            if (!is_blank(item))
                axes.push_back(item);
    return axes;
}

Result<void> check_diagnosis(const SheetContents& contents)
{
    constexpr std::size_t axes_min = 2;
    constexpr std::size_t axes_max = 3;
    constexpr std::size_t readings_min = 2; // one reading alone is nobody's disagreement
    const auto* helps = contents.find_section("helps");
    if (helps == nullptr || written_items(*helps) == 0)
        return Problem("diagnosis.without_helps");
    const auto axes = axes_of(contents).size();
    if (axes < axes_min || axes > axes_max)
        return Problem("diagnosis.two_or_three_axes");
    const auto* readings = contents.find_section("readings");
    if (readings == nullptr || written_readings(*readings) < readings_min)
        return Problem("diagnosis.without_readings");
    return {};
}

Result<bool> was_replied(const Sheet& sheet, const SheetContents& contents, Date today)
{
    if (!sheet.shared_on)
        return Problem("sheet.not_shared_yet");
    const auto* reply = contents.find_section("reply");
    const bool replied = reply != nullptr && written_readings(*reply) > 0;
    if (!replied && sheet.shared_on->days_until(today) < reply_days)
        return Problem("sheet.reply_still_possible");
    return replied;
}

SheetContents without_first_impression(SheetContents contents, const SheetTemplate& of)
{
    if (of.promises("stays_with_owner_until_released"))
        std::erase_if(contents.sections, [](const auto& section) { return section.key == "first_impression"; });
    return contents;
}

std::vector<std::pair<std::string, std::string>> texts_of(const SheetContents& contents)
{
    std::vector<std::pair<std::string, std::string>> texts { { "/title", contents.title }, { "/authors", contents.authors } };
    for (std::size_t index = 0; index < contents.sections.size(); ++index) {
        const auto& section = contents.sections[index];
        const auto at = "/sections/" + std::to_string(index);
        texts.emplace_back(at + "/text", section.text);
        for (std::size_t item = 0; item < section.items.size(); ++item)
            texts.emplace_back(at + "/items/" + std::to_string(item), section.items[item]);
        for (std::size_t each = 0; each < section.readings.size(); ++each)
            texts.emplace_back(at + "/readings/" + std::to_string(each) + "/words", section.readings[each].words);
    }
    for (std::size_t index = 0; index < contents.context.size(); ++index)
        texts.emplace_back("/context/" + std::to_string(index) + "/text", contents.context[index].text);
    return texts;
}

} // namespace sheets

} // namespace etabli
