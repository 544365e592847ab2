// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/exchange.cpp

#include "engine/instruments/exchange/exchange.hpp"

#include <algorithm>

#include "engine/instruments/check.hpp"
#include "engine/instruments/exchange/fhir.hpp"
#include "engine/instruments/exchange/limesurvey.hpp"
#include "engine/instruments/exchange/surveyjs.hpp"
#include "engine/instruments/exchange/xlsform.hpp"

namespace etabli::instruments {

namespace {

struct Ending {
    std::string_view ending;
    Format format;
};
constexpr std::array endings { Ending { ".lss", Format::LimeSurvey }, Ending { ".lsg", Format::LimeSurvey },
    Ending { ".lsq", Format::LimeSurvey }, Ending { ".xlsx", Format::XlsForm }, Ending { ".xls", Format::XlsForm },
    Ending { ".csv", Format::XlsForm } };

/// How far into a file its kind is looked for.
constexpr std::size_t head_bytes = 4096;

/// The name of a file without its folder and its last ending.
std::string_view stem_of(std::string_view file_name)
{
    if (const auto slash = file_name.find_last_of("/\\"); slash != std::string_view::npos)
        file_name.remove_prefix(slash + 1);
    const auto dot = file_name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? file_name : file_name.substr(0, dot);
}

} // namespace

std::optional<Format> guess_format(std::string_view file_name, std::string_view bytes)
{
    const auto name = lower_ascii(file_name);
    for (const auto& [ending, format] : endings)
        if (name.ends_with(ending))
            return format;
    const auto head = bytes.substr(0, head_bytes);
    if (head.find("<LimeSurveyDocType>") != std::string_view::npos)
        return Format::LimeSurvey;
    if (head.starts_with("PK"))
        return Format::XlsForm;
    const auto read = bytes.size() > import_bytes_max ? std::nullopt : std::optional(parse_json(bytes));
    const auto* members = read && read->ok() ? read->value().if_object() : nullptr;
    if (members == nullptr)
        return {};
    if (members->contains("resourceType"))
        return Format::Fhir;
    const bool has_elements = members->contains("pages") || members->contains("elements");
    return has_elements ? std::optional(Format::SurveyJs) : std::nullopt;
}

Result<Imported> import_instrument(std::string_view bytes, Format format, std::string_view file_name)
{
    if (bytes.size() > import_bytes_max)
        return Problem("request.too_large");
    const auto name = stem_of(file_name);
    switch (format) {
    case Format::LimeSurvey:
        return exchange::import_limesurvey(bytes, name);
    case Format::XlsForm:
        return exchange::import_xlsform(bytes, name);
    case Format::Fhir:
        return exchange::import_fhir(bytes, name);
    case Format::SurveyJs:
        return exchange::import_surveyjs(bytes, name);
    }
    return Problem("file.unknown_format");
}

Result<Exported> export_instrument(const Instrument& instrument, Format format)
{
    if (!instrument.rights.may_export_items)
        return Problem("instrument.may_not_export");
    if (auto troubles = troubles_of(instrument); !troubles.empty())
        return Problem::of_fields(std::move(troubles));
    switch (format) {
    case Format::LimeSurvey:
        return exchange::export_limesurvey(instrument);
    case Format::XlsForm:
        return exchange::export_xlsform(instrument);
    case Format::Fhir:
        return exchange::export_fhir(instrument);
    case Format::SurveyJs:
        return exchange::export_surveyjs(instrument);
    }
    return Problem("file.unknown_format");
}

} // namespace etabli::instruments
