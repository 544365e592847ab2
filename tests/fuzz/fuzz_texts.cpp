// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_texts.cpp
//
// Any bytes as text, days and search words: never a crash, and what is plain text stays plain text.

#include <cstddef>
#include <cstdint>

#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "engine/texts/stems.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace etabli;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (const auto length = plain_text_length(text)) {
        VERIFY(*length <= size);
        VERIFY(plain_text_length(texts::folded(text)).has_value());
    }
    for (const auto& stem : texts::stems(text))
        VERIFY(!stem.empty());
    VERIFY(split(text, ';').size() >= 1);
    static_cast<void>(utf8_from_windows_1252(text));
    if (const auto day = Date::parse(text))
        VERIFY(day->text() == text);
    if (const auto at = Instant::parse(text))
        VERIFY(at->text() == text);
    return 0;
}
