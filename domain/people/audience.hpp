// SPDX-License-Identifier: EUPL-1.2
// domain/people/audience.hpp
//
// Who may read a thing, circle by circle. The thread and the sheets both say it, in these words.

#pragma once

#include <array>

#include "base/fields.hpp"

namespace etabli {

/// Who may read an object, narrow to wide. Widened only by a gate.
enum class Audience { Authors, Establishment, Cluster, Region, Public };

template <>
struct Names<Audience> {
    static constexpr std::array table {
        std::pair { Audience::Authors, std::string_view("authors") },
        std::pair { Audience::Establishment, std::string_view("establishment") },
        std::pair { Audience::Cluster, std::string_view("cluster") },
        std::pair { Audience::Region, std::string_view("region") },
        std::pair { Audience::Public, std::string_view("public") },
    };
};

} // namespace etabli
