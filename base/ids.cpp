// SPDX-License-Identifier: EUPL-1.2
// base/ids.cpp

#include "base/ids.hpp"

#include <algorithm>

namespace etabli {

bool is_id_text(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    return text.size() == id_length
        && std::all_of(text.begin(), text.end(), [](char c) { return digits.find(c) != digits.npos; });
}

} // namespace etabli
