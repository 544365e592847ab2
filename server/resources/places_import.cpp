// SPDX-License-Identifier: EUPL-1.2
// server/resources/places_import.cpp
//
// Places out of a file or a paste: first what would be done, line by line; then, on confirmation, just that.

#include <algorithm>

#include "domain/places/import.hpp"
#include "domain/places/rules.hpp"
#include "server/content/places_import.hpp"
#include "server/resources/all.hpp"
#include "server/resources/people_views.hpp"
#include "store/places.hpp"

namespace etabli::resources {

struct ImportPlaces {
    std::string content_base64; // the file's bytes: its encoding is part of what we read
    std::optional<PlaceId> under; // the establishment whose inside it is
    std::optional<std::string> preview; // what a preview answered, to do just that
};

struct ImportReport {
    ImportLayout layout = ImportLayout::Simple;
    std::string preview;
    bool done = false;
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t not_taken = 0;
    std::vector<ImportLine> lines;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::ImportPlaces> {
    static constexpr std::string_view name = "ImportPlaces";
    static constexpr auto fields = std::tuple {
        field("content_base64", &resources::ImportPlaces::content_base64, { .min = 1, .max = 4'000'000 }),
        field("under", &resources::ImportPlaces::under),
        field("preview", &resources::ImportPlaces::preview, { .min = 64, .max = 64 }),
    };
};
template <>
struct Describe<resources::ImportReport> {
    static constexpr std::string_view name = "ImportReport";
    static constexpr auto fields = std::tuple {
        field("layout", &resources::ImportReport::layout),
        field("preview", &resources::ImportReport::preview),
        field("done", &resources::ImportReport::done),
        field("created", &resources::ImportReport::created, { .min = 0, .max = INT64_MAX }),
        field("changed", &resources::ImportReport::changed, { .min = 0, .max = INT64_MAX }),
        field("unchanged", &resources::ImportReport::unchanged, { .min = 0, .max = INT64_MAX }),
        field("not_taken", &resources::ImportReport::not_taken, { .min = 0, .max = INT64_MAX }),
        field("lines", &resources::ImportReport::lines, { .min = 0, .max = 2 * store::rows_max }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

ImportReport report_of(const ImportFile& file, const ImportPlan& plan)
{
    ImportReport report { file.layout, {}, false, 0, 0, 0, 0, plan.lines };
    for (const auto& line : plan.lines)
        switch (line.outcome) {
        case ImportOutcome::Created:
            ++report.created;
            break;
        case ImportOutcome::Changed:
            ++report.changed;
            break;
        case ImportOutcome::Unchanged:
            ++report.unchanged;
            break;
        case ImportOutcome::NotTaken:
            ++report.not_taken;
            break;
        }
    report.preview = sha256_hex(json_text(to_json(report.lines)));
    return report;
}

/// The directory is the administrator's; the inside of an establishment also its own people's.
Result<void> may_import(Call& call, store::Reader& reader, const std::optional<PlaceId>& under)
{
    if (!under)
        return require(call.reader().administrator);
    const auto place = TRY(store::load_place(reader, *under));
    if (!may_see_places(call.reader(), place.establishment_id))
        return Problem("not_found");
    if (place.kind != PlaceKind::Establishment)
        return Problem("place.kind_does_not_fit");
    return require(may_shape(call.reader(), PlaceKind::Unit, place.id));
}

Result<Answer<ImportReport>> preview_import(Call& call, const ImportPlaces& given)
{
    const auto file = TRY(read_import(TRY(content::bytes_from_base64(given.content_base64))));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ImportReport>> {
        TRY(may_import(call, reader, given.under));
        const auto scope = TRY(content::import_scope(reader, call.context.packs, file, given.under, call.today()));
        return Answer<ImportReport> { report_of(file, plan_import(file, scope, call.context.random)), { "confirm" } };
    });
}

Result<Answer<ImportReport>> confirm_import(Call& call, const ImportPlaces& given)
{
    const auto file = TRY(read_import(TRY(content::bytes_from_base64(given.content_base64))));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ImportReport>> {
        TRY(may_import(call, transaction, given.under));
        const auto scope = TRY(content::import_scope(transaction, call.context.packs, file, given.under, call.today()));
        const auto plan = plan_import(file, scope, call.context.random);
        auto report = report_of(file, plan);
        // Somebody changed the tree since the preview: what was agreed to is not what would happen.
        if (given.preview && *given.preview != report.preview)
            return Problem("import.changed_since_preview");
        TRY(content::write_import(transaction, plan, call.today(), call.context.random));
        report.done = true;
        if (const auto chain = content::chain_of(scope, plan))
            TRY(record(transaction, call, *chain, "places.imported", "place", chain->text(),
                { { "created", report.created }, { "changed", report.changed }, { "not_taken", report.not_taken } }));
        return Answer<ImportReport> { std::move(report), {} };
    });
}

} // namespace

RouteTable place_import_routes()
{
    return {
        post("/api/places/import/preview", Access::SignedIn, "What an import would do, line by line", preview_import),
        post("/api/places/import", Access::SignedIn, "Do what the preview said", confirm_import),
    };
}

} // namespace etabli::resources
