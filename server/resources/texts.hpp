// SPDX-License-Identifier: EUPL-1.2
// server/resources/texts.hpp
//
// One question asked of every text that will be read by others: does it look like it names somebody?

#pragma once

#include <set>

#include "engine/texts/identifiers.hpp"

namespace etabli::resources {

/// `text.person_name` and its like; what a person is told, they can put otherwise.
ProblemCode code_of(texts::IdentifierKind kind);

/// Everybody's: what no text about work needs.
inline const std::set<texts::IdentifierKind> names_nobody { texts::IdentifierKind::HealthNumber,
    texts::IdentifierKind::BirthDate, texts::IdentifierKind::PersonName, texts::IdentifierKind::RecordNumber };

/// Adds one problem per kind found, each once.
void find_identifiers(const std::string& text, const std::string& pointer, const std::set<texts::IdentifierKind>& refused,
    std::vector<FieldProblem>& problems);

Result<void> refuse_identifiers(const std::string& text, const std::string& pointer);

} // namespace etabli::resources
