// SPDX-License-Identifier: EUPL-1.2
// server/surveys/codes.cpp

#include "server/surveys/codes.hpp"

#include "base/text.hpp"

namespace etabli::surveys {

std::vector<std::string> draw_codes(std::int64_t count, Random& random)
{
    std::vector<std::string> codes;
    for (std::int64_t number = 0; number < count; ++number)
        codes.push_back(random.id_text());
    return codes;
}

std::string code_digest(std::string_view typed)
{
    std::string code;
    for (const char each : lower_ascii(typed)) {
        if (each == ' ' || each == '-')
            continue;
        code.push_back(each == 'i' || each == 'l' ? '1' : each == 'o' ? '0' : each);
    }
    return sha256_hex("etabli.code.1:" + code);
}

} // namespace etabli::surveys
