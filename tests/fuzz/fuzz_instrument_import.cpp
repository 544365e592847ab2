// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_instrument_import.cpp
//
// Any bytes as a questionnaire of another program, the first byte choosing which: refused, or an instrument that holds together,
// that every format can be written from and that can be read again.

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/instruments/check.hpp"
#include "engine/instruments/exchange/exchange.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace etabli;
    using namespace etabli::instruments;
    constexpr std::array formats { Format::LimeSurvey, Format::XlsForm, Format::Fhir, Format::SurveyJs };
    if (size == 0)
        return 0;
    const std::string_view content(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto imported = import_instrument(content, formats[bytes[0] % formats.size()], "fuzz");
    if (!imported.ok())
        return 0;
    const auto& instrument = imported.value().instrument;
    VERIFY(instrument_from(instrument_json(instrument)).ok() && troubles_of(instrument).empty());
    for (const auto format : formats) {
        const auto exported = export_instrument(instrument, format);
        VERIFY(exported.ok());
        VERIFY(import_instrument(exported.value().bytes, format, exported.value().file_name).ok());
    }
    return 0;
}
