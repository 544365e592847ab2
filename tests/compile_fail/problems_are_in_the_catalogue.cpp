// SPDX-License-Identifier: EUPL-1.2
// tests/compile_fail/problems_are_in_the_catalogue.cpp
//
// A problem nobody wrote a sentence for cannot be answered: its code does not compile.

#include "base/result.hpp"

namespace etabli {

Problem refusal()
{
#ifdef MUST_NOT_COMPILE
    return { "no.such_problem" };
#else
    return { "not_found" };
#endif
}

} // namespace etabli
