// SPDX-License-Identifier: EUPL-1.2
// domain/sheets/templates.cpp

#include "domain/sheets/templates.hpp"

#include <algorithm>
#include <array>

namespace etabli {

namespace {

/// No sheet has a place for these, whatever its template says: not to blame, not to mark, not to name.
constexpr std::array<std::string_view, 8> refused_keys { "fault", "culprit", "blame", "error_by", "person", "name", "score",
    "patient" };

std::string text_of(const json::object& from, std::string_view key)
{
    const auto* found = from.if_contains(key);
    const auto* text = found == nullptr ? nullptr : found->if_string();
    return text == nullptr ? std::string() : std::string(*text);
}

std::size_t number_of(const json::object& from, std::string_view key)
{
    const auto* found = from.if_contains(key);
    return found != nullptr && found->is_int64() && found->as_int64() > 0 ? static_cast<std::size_t>(found->as_int64()) : 0;
}

bool truth_of(const json::object& from, std::string_view key)
{
    const auto* found = from.if_contains(key);
    return found != nullptr && found->is_bool() && found->as_bool();
}

const json::array& list_of(const json::object& from, std::string_view key)
{
    static const json::array none;
    const auto* found = from.if_contains(key);
    const auto* items = found == nullptr ? nullptr : found->if_array();
    return items == nullptr ? none : *items;
}

Result<TemplateSection> section_from(const json::value& source)
{
    const auto* section = source.if_object();
    const auto type = section == nullptr ? std::nullopt : enum_from<SectionType>(text_of(*section, "type"));
    if (!type)
        return Problem("pack.invalid", "a section without a type");
    TemplateSection made { text_of(*section, "key"), *type, number_of(*section, "max"), number_of(*section, "items_max"),
        truth_of(*section, "required"), {} };
    for (const auto& option : list_of(*section, "options"))
        if (const auto* each = option.if_object())
            made.options.insert(text_of(*each, "code"));
    if (std::find(refused_keys.begin(), refused_keys.end(), made.key) != refused_keys.end() || made.key.empty())
        return Problem("pack.invalid", "a section no sheet may have: " + made.key);
    return made;
}

/// Packs say "demarche": everybody of the establishment.
std::optional<Audience> audience_from(std::string_view circle)
{
    return circle == "demarche" ? Audience::Establishment : enum_from<Audience>(circle);
}

template <class Items>
auto find_key(const Items& items, std::string_view key)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& each) { return each.key == key; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const TemplateSection* SheetTemplate::find_section(std::string_view key) const
{
    return find_key(sections, key);
}

const TemplateContext* SheetTemplate::find_context(std::string_view key) const
{
    return find_key(context, key);
}

Result<SheetTemplate> sheet_template_from(const json::value& pack)
{
    const auto* source = pack.if_object();
    if (source == nullptr)
        return Problem("pack.invalid", "a template is a record");
    SheetTemplate made { .id = text_of(*source, "id"), .version = static_cast<std::int64_t>(number_of(*source, "version")) };
    for (const auto& section : list_of(*source, "sections"))
        made.sections.push_back(TRY(section_from(section)));
    for (const auto& line : list_of(*source, "context"))
        if (const auto* each = line.if_object())
            made.context.push_back({ text_of(*each, "key"), truth_of(*each, "required") });
    for (const auto& rule : list_of(*source, "rules"))
        if (const auto* text = rule.if_string())
            made.rules.emplace(*text);
    for (const auto& writer : list_of(*source, "writers"))
        if (const auto* text = writer.if_string())
            if (const auto kind = enum_from<CollegeKind>(std::string_view(*text)))
                made.writers.insert(*kind);
    for (const auto& reader : list_of(*source, "readers"))
        if (const auto* text = reader.if_string())
            if (const auto circle = audience_from(std::string_view(*text)))
                made.widest = std::max(made.widest, *circle);
    if (made.id.empty() || made.sections.empty())
        return Problem("pack.invalid", "a template without an id or without a section");
    return made;
}

} // namespace etabli
