// SPDX-License-Identifier: EUPL-1.2
// domain/people/openness.hpp
//
// What people are called to, before anybody speaks. Discussions and programmes both say it, in these words.

#pragma once

#include <array>

#include "base/fields.hpp"

namespace etabli {

/// Being consulted is not taking part: every opening says which of the three it is.
enum class Openness { Inform, Consult, Participate };

template <>
struct Names<Openness> {
    static constexpr std::array table {
        std::pair { Openness::Inform, std::string_view("inform") },
        std::pair { Openness::Consult, std::string_view("consult") },
        std::pair { Openness::Participate, std::string_view("participate") },
    };
};

} // namespace etabli
