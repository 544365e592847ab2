// SPDX-License-Identifier: EUPL-1.2
// engine/texts/identifiers.hpp
//
// What, in a text about work, looks like somebody: a patient's number, a day of birth, a name after a title, a
// record number, or a sentence that looks for who is to blame. It says which words and why, so that a person can
// put it otherwise; it errs towards asking. It is a help, not a proof: a name alone is not recognised.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"

namespace etabli::texts {

enum class IdentifierKind {
    HealthNumber, // INS or NIR, by its shape and its key
    BirthDate,
    PersonName,
    RecordNumber, // IPP, NIP, file number
    PersonFault // looks for who, where the work should be looked at
};

struct Identifier {
    IdentifierKind kind = IdentifierKind::PersonName;
    std::string words; // as they stand in the text

    bool operator==(const Identifier&) const = default;
};

/// In the order of the text.
std::vector<Identifier> identifiers(std::string_view text);

/// 13 figures of a French social security number, with its key if given (INSEE: 97 − number modulo 97).
bool is_health_number(std::string_view figures);

} // namespace etabli::texts

template <>
struct etabli::Names<etabli::texts::IdentifierKind> {
    static constexpr std::array table {
        std::pair { texts::IdentifierKind::HealthNumber, std::string_view("health_number") },
        std::pair { texts::IdentifierKind::BirthDate, std::string_view("birth_date") },
        std::pair { texts::IdentifierKind::PersonName, std::string_view("person_name") },
        std::pair { texts::IdentifierKind::RecordNumber, std::string_view("record_number") },
        std::pair { texts::IdentifierKind::PersonFault, std::string_view("person_fault") },
    };
};
