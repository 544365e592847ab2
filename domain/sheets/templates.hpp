// SPDX-License-Identifier: EUPL-1.2
// domain/sheets/templates.hpp
//
// A kind of sheet, as its pack says it: sections, the context it does not travel without, who writes it, how far it
// may be read, and the promises the program keeps for it. The words of a template stay in the pack.

#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "domain/people/audience.hpp"
#include "domain/people/people.hpp"

namespace etabli {

enum class SectionType { Text, List, Quote, Choice, ByCollege };

template <>
struct Names<SectionType> {
    static constexpr std::array table {
        std::pair { SectionType::Text, std::string_view("text") },
        std::pair { SectionType::List, std::string_view("list") },
        std::pair { SectionType::Quote, std::string_view("quote") },
        std::pair { SectionType::Choice, std::string_view("choice") },
        std::pair { SectionType::ByCollege, std::string_view("by_college") },
    };
};

struct TemplateSection {
    std::string key;
    SectionType type = SectionType::Text;
    std::size_t length_max = 0; // code points, of the text or of each item
    std::size_t items_max = 1;
    bool required = false;
    std::set<std::string> options; // of a choice
};

struct TemplateContext {
    std::string key;
    bool required = false;
};

struct SheetTemplate {
    std::string id;
    std::int64_t version = 1;
    std::vector<TemplateSection> sections;
    std::vector<TemplateContext> context;
    std::set<CollegeKind> writers;
    std::set<std::string> rules;
    Audience widest = Audience::Establishment;

    bool promises(std::string_view rule) const { return rules.contains(std::string(rule)); }
    const TemplateSection* find_section(std::string_view key) const;
    const TemplateContext* find_context(std::string_view key) const;
};

/// `pack.invalid` when it is no template, or when it asks for somebody's fault, a score or a name.
Result<SheetTemplate> sheet_template_from(const json::value& pack);

} // namespace etabli
