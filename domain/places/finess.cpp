// SPDX-License-Identifier: EUPL-1.2
// domain/places/finess.cpp

#include "domain/places/finess.hpp"

#include <algorithm>
#include <string>

namespace etabli {

namespace {

constexpr std::size_t finess_length = 9;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// ISO/IEC 7812-1, annex B: from the right, every second digit doubled, digits added, a multiple of ten.
bool luhn_holds(std::string_view digits)
{
    int sum = 0;
    bool doubled = false;
    for (std::size_t at = digits.size(); at-- > 0; doubled = !doubled) {
        const int digit = digits[at] - '0';
        sum += doubled ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
    }
    return sum % 10 == 0;
}

} // namespace

FinessFault finess_fault(std::string_view text)
{
    // All 209 sites of the 2022 statistics for Bretagne hold the key; in Corsica the letter has no published value.
    const bool corsica = text.size() == finess_length && text[0] == '2' && (text[1] == 'A' || text[1] == 'B');
    if (!std::all_of(text.begin() + (corsica ? 2 : 0), text.end(), is_digit))
        return FinessFault::NotDigits;
    if (text.size() == finess_length - 1 && luhn_holds(text))
        return FinessFault::ZeroLost; // a zero in front changes no Luhn sum
    if (text.size() != finess_length)
        return FinessFault::WrongLength;
    if (!corsica && !luhn_holds(text))
        return FinessFault::WrongKey;
    return FinessFault::None;
}

} // namespace etabli
