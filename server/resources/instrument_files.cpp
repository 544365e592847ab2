// SPDX-License-Identifier: EUPL-1.2
// server/resources/instrument_files.cpp
//
// Questionnaires from other programs, and for them; with what could not come along, or cannot leave.

#include "engine/instruments/exchange/exchange.hpp"
#include "server/content/places_import.hpp"
#include "server/resources/all.hpp"
#include "server/resources/instrument_views.hpp"
#include "server/resources/people_views.hpp"
#include "store/instruments.hpp"

namespace etabli::resources {

struct InstrumentFile {
    PlaceId establishment_id;
    std::string file_name;
    std::string content_base64;
};

/// What was begun from a file, and what of the file could not come along.
struct ImportedInstrument {
    InstrumentId id;
    std::vector<instruments::Lost> lost;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::InstrumentFile> {
    using T = resources::InstrumentFile;
    static constexpr std::string_view name = "InstrumentFile";
    static constexpr auto fields
        = std::tuple { field("establishment_id", &T::establishment_id), field("file_name", &T::file_name, one_line),
              field("content_base64", &T::content_base64, { .min = 1, .max = 4 * instruments::import_bytes_max / 3 + 4 }) };
};
template <>
struct Describe<resources::ImportedInstrument> {
    using T = resources::ImportedInstrument;
    static constexpr std::string_view name = "ImportedInstrument";
    static constexpr auto fields = std::tuple { field("id", &T::id), field("lost", &T::lost, { .min = 0, .max = 5000 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// A file of another program. Its words are whoever's they were: permission is still to be shown.
Result<Answer<ImportedInstrument>> import_file(Call& call, const InstrumentFile& given)
{
    TRY(require(surveys::may_compose(call.reader(), given.establishment_id)));
    const auto bytes = TRY(content::bytes_from_base64(given.content_base64));
    const auto format = instruments::guess_format(given.file_name, bytes);
    if (!format)
        return Problem::of_field("/content_base64", "file.unknown_format");
    auto read = instruments::import_instrument(bytes, *format, given.file_name);
    if (!read.ok())
        // Where in the file goes back to whoever sent it, and not to the log: it holds words of theirs.
        return Problem::of_field(read.problem().detail(),
            read.problem().is("request.too_large") ? ProblemCode("request.too_large")
                                                   : ProblemCode("instrument.file_not_understood"));
    const auto& [instrument, lost] = read.value();
    const auto id = InstrumentId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ImportedInstrument>> {
        TRY(store::insert_instrument(transaction,
            { id, given.establishment_id, given.file_name, instruments::instrument_json(instrument), call.today(), 1 }));
        TRY(record(transaction, call, given.establishment_id, "instrument.begun", "instrument", id.text(), {}));
        transaction.announce("instruments");
        return Answer<ImportedInstrument> { { id, lost }, {} };
    });
}

/// GET ?format=: a file for another program; what it cannot hold is told by the route beside.
Result<instruments::Exported> exported(Call& call)
{
    const auto kept = TRY(call.context.database.read([&](store::Reader& reader) { return readable_instrument(reader, call); }));
    const auto format = enum_from<instruments::Format>(call.query("format").value_or(""));
    if (!format)
        return Problem::of_field("/format", "choice.unknown");
    return instruments::export_instrument(read_back(kept.content), *format);
}

Result<Response> download_instrument(Call& call)
{
    auto file = TRY(exported(call));
    Response response;
    response.content_type = "application/octet-stream";
    response.body = std::move(file.bytes);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file.file_name + "\"");
    return response;
}

Result<Answer<ListOf<instruments::Lost>>> list_export_losses(Call& call)
{
    return Answer<ListOf<instruments::Lost>> { { TRY(exported(call)).lost }, {} };
}

} // namespace

RouteTable instrument_file_routes()
{
    return {
        post("/api/instruments/files", Access::SignedIn, "Begin a questionnaire from a file of another program", import_file),
        raw("/api/instruments/{id}/file", Access::SignedIn,
            "The questionnaire for another program (format: limesurvey, xlsform, fhir, surveyjs)", "application/octet-stream",
            download_instrument),
        get("/api/instruments/{id}/file/lost", Access::SignedIn, "What that file cannot hold", list_export_losses),
    };
}

} // namespace etabli::resources
