// SPDX-License-Identifier: EUPL-1.2
// server/resources/texts.cpp

#include "server/resources/texts.hpp"

namespace etabli::resources {

ProblemCode code_of(texts::IdentifierKind kind)
{
    switch (kind) {
    case texts::IdentifierKind::HealthNumber:
        return "text.health_number";
    case texts::IdentifierKind::BirthDate:
        return "text.birth_date";
    case texts::IdentifierKind::PersonName:
        return "text.person_name";
    case texts::IdentifierKind::RecordNumber:
        return "text.record_number";
    case texts::IdentifierKind::PersonFault:
        return "text.person_fault";
    }
    VERIFY(false);
}

void find_identifiers(const std::string& text, const std::string& pointer, const std::set<texts::IdentifierKind>& refused,
    std::vector<FieldProblem>& problems)
{
    std::set<texts::IdentifierKind> told;
    for (const auto& found : texts::identifiers(text))
        if (refused.contains(found.kind) && told.insert(found.kind).second)
            problems.push_back({ pointer, code_of(found.kind) });
}

Result<void> refuse_identifiers(const std::string& text, const std::string& pointer)
{
    std::vector<FieldProblem> problems;
    find_identifiers(text, pointer, names_nobody, problems);
    if (!problems.empty())
        return Problem::of_fields(std::move(problems));
    return {};
}

} // namespace etabli::resources
