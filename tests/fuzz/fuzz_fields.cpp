// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_fields.cpp
//
// Any bytes as a JSON body: refused with pointers, or a record that says itself again the same.

#include <cstddef>
#include <cstdint>

#include "domain/people/people.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace etabli;
    const auto parsed = parse_json({ reinterpret_cast<const char*>(bytes), size });
    if (!parsed.ok())
        return 0;
    const auto college = from_json<College>(parsed.value());
    if (college.ok()) {
        const auto again = from_json<College>(to_json(college.value()));
        VERIFY(again.ok());
        VERIFY(to_json(again.value()) == to_json(college.value()));
    } else {
        VERIFY(!college.problem().fields().empty());
    }
    return 0;
}
