// SPDX-License-Identifier: EUPL-1.2
// server/resources/edit.hpp
//
// What a person wrote again, with the version they were looking at while they wrote.

#pragma once

#include <string>
#include <tuple>

#include "base/fields.hpp"

namespace etabli::resources {

template <Described Draft>
struct Edit : Draft {
    std::int64_t version = 1;
};

} // namespace etabli::resources

namespace etabli {

template <Described Draft>
struct Describe<resources::Edit<Draft>> {
    static inline const std::string full_name = std::string(Describe<Draft>::name) + "Edit";
    static inline const std::string_view name = full_name;
    static constexpr auto fields = std::tuple_cat(Describe<Draft>::fields,
        std::tuple { field("version", &resources::Edit<Draft>::version, { .min = 1, .max = INT64_MAX }) });
};

} // namespace etabli
