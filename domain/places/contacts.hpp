// SPDX-License-Identifier: EUPL-1.2
// domain/places/contacts.hpp
//
// Whom to go to, for what Établi is not for: danger, harassment, mediation. The packs say which contacts there should
// be; each establishment writes who they are here, and anybody may read it, with or without an account.

#pragma once

#include <string>

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "domain/people/people.hpp"

namespace etabli {

struct LocalContact {
    PlaceId place_id; // an establishment
    std::string code; // "occupational_doctor", as the packs list them
    std::string words; // a function, a place, a telephone number; nothing: not known any more
    std::int64_t version = 1;
};

template <>
struct Describe<LocalContact> {
    static constexpr std::string_view name = "LocalContact";
    static constexpr auto fields = std::tuple {
        field("place_id", &LocalContact::place_id),
        field("code", &LocalContact::code, one_line),
        field("words", &LocalContact::words, { .min = 0, .max = 400 }),
        field("version", &LocalContact::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// Direction, staff representatives, whoever carries the démarche; the administrator, before anybody sits.
bool may_name_contacts(const Reader& reader, const PlaceId& establishment);

} // namespace etabli
