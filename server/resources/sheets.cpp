// SPDX-License-Identifier: EUPL-1.2
// server/resources/sheets.cpp
//
// Sheets: which kinds there are, beginning one, reading it, sharing it, and asking for a wider circle. What is
// written in them is in sheet_writing.cpp.

#include <algorithm>

#include "server/content/packs.hpp"
#include "server/resources/all.hpp"
#include "server/resources/sheet_bodies.hpp"
#include "store/circle.hpp"
#include "store/gates.hpp"
#include "store/places.hpp"
#include "store/programmes.hpp"
#include "store/sheet_passages.hpp"
#include "store/thread.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// The diagnosis has a page and a beginning of its own.
constexpr std::string_view diagnosis = "diagnosis";

const json::value& member(const json::value& of, std::string_view name)
{
    static const json::value none;
    const auto* found = of.is_object() ? of.as_object().if_contains(name) : nullptr;
    return found == nullptr ? none : *found;
}

std::string text_member(const json::value& of, std::string_view name)
{
    const auto* text = member(of, name).if_string();
    return text == nullptr ? std::string() : std::string(*text);
}

Result<Answer<ListOf<SheetTemplateLine>>> list_templates(Call& call)
{
    Answer<ListOf<SheetTemplateLine>> answer;
    for (const auto* wanted : { "first", "on_demand" })
        for (const auto& [id, content] : call.context.packs.all("sheets")) {
            const auto of = TRY(sheet_template_from(*content));
            if (text_member(*content, "offered") != wanted || id == diagnosis)
                continue;
            const auto& minutes = member(*content, "minutes");
            answer.data.items.push_back(
                { id, wanted, text_member(*content, "room"), minutes.is_int64() ? minutes.as_int64() : 0,
                    member(*content, "title"), member(*content, "purpose"), of.widest });
        }
    return answer;
}

Result<Answer<ListOf<SheetSummary>>> sheets_listed(Call& call, bool of_diagnoses)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<SheetSummary>>> {
        const auto circle = TRY(store::reading_circle(reader, call.reader()));
        std::vector<Sheet> all;
        for (const auto& place : circle.own)
            for (auto& sheet : TRY(store::sheets_of(reader, place)))
                all.push_back(std::move(sheet));
        if (!of_diagnoses)
            for (auto& sheet : TRY(store::sheets_released(reader)))
                if (!circle.own.contains(sheet.establishment_id))
                    all.push_back(std::move(sheet));
        Answer<ListOf<SheetSummary>> answer;
        for (const auto& sheet : all) {
            if ((sheet.template_id == diagnosis) != of_diagnoses)
                continue;
            const auto readable = readable_sheet(reader, call, sheet.id);
            if (!readable.ok())
                continue;
            const auto version = TRY(store::load_version(reader, sheet.id, readable.value().number));
            answer.data.items.push_back({ sheet.id, sheet.template_id, version.contents.title, version.contents.authors,
                sheet.settled_on                          ? "settled"
                    : sheet.audience == Audience::Authors ? "mine"
                                                          : "shared",
                sheet.audience, TRY(store::load_place(reader, sheet.establishment_id)).name,
                TRY(store::load_place(reader, sheet.place_id)).name, sheet.establishment_id, sheet.programme_id,
                version.written_on });
        }
        if (std::any_of(call.reader().mandates.begin(), call.reader().mandates.end(), [](const HeldMandate& mandate) {
                return mandate.kind != CollegeKind::Agency && mandate.kind != CollegeKind::Researcher;
            }))
            answer.abilities.emplace_back("begin");
        return answer;
    });
}

Result<Answer<ListOf<SheetSummary>>> list_sheets(Call& call)
{
    return sheets_listed(call, false);
}

Result<Answer<ListOf<SheetSummary>>> list_diagnoses(Call& call)
{
    return sheets_listed(call, true);
}

Result<Answer<ListOf<SheetPlace>>> list_sheet_places(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<SheetPlace>>> {
        const auto circle = TRY(store::reading_circle(reader, call.reader()));
        Answer<ListOf<SheetPlace>> answer;
        for (const auto& establishment : circle.own)
            for (const auto& place : TRY(store::places_of_establishment(reader, establishment)))
                if (!place.closed_on)
                    answer.data.items.push_back({ place.id, place.kind, place.name, establishment });
        return answer;
    });
}

/// Every source is something the writer may read, of the same establishment.
Result<void> add_sources(
    store::Transaction& transaction, const Call& call, const Sheet& sheet, const std::vector<store::SheetSource>& sources)
{
    for (std::size_t index = 0; index < sources.size(); ++index) {
        const auto node = TRY(store::find_node(transaction, sources[index].kind, sources[index].object_id));
        if (!node || node->destroyed || node->establishment_id != sheet.establishment_id
            || !call.reader().belongs_to(node->establishment_id))
            return Problem::of_field("/sources/" + std::to_string(index) + "/object_id", "not_found");
        TRY(store::add_source(transaction, sheet.id, sources[index], call.today()));
    }
    return {};
}

Result<Answer<SheetView>> begin(Call& call, const NewSheet& given, Audience audience)
{
    const auto* pack = call.context.packs.find("sheets", given.template_id);
    if (pack == nullptr)
        return Problem::of_field("/template_id", "sheet.template_unknown");
    const auto of = TRY(sheet_template_from(*pack));
    TRY(check_written(given.contents, of));
    const auto id = SheetId::make(call.context.random);
    const auto first = EntryId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        const auto place = TRY(store::load_place(transaction, given.place_id));
        if (!place.establishment_id || !call.reader().belongs_to(*place.establishment_id))
            return Problem::of_field("/place_id", "not_found");
        TRY(require(sheets::may_begin(call.reader(), *place.establishment_id, of)));
        TRY(store::programme_is_of(transaction, given.programme_id, *place.establishment_id));
        const auto writer = TRY(writer_of(call.reader(), *place.establishment_id));
        auto written_with = given.written_with;
        if (written_with.empty())
            written_with.push_back(writer.college);
        Sheet sheet { id, of.id, of.version, *place.establishment_id, place.id, given.programme_id, call.reader().account_id,
            std::move(written_with), audience, call.today(), {}, {}, {}, {}, {}, 1 };
        if (audience == Audience::Establishment) {
            sheet.shared_on = call.today();
            sheet.shared_version = 1;
        }
        TRY(sheets::check_own_readings(call.reader(), sheet, {}, given.contents));
        TRY(store::insert_sheet(transaction, sheet,
            { first, id, 1, call.today(), writer.function_title, writer.college, "", given.contents }, *pack));
        TRY(add_sources(transaction, call, sheet, given.sources));
        TRY(take_figures(transaction, call, sheet, given.contents));
        TRY(audit_sheet(transaction, call, sheet, "sheet.begun", { { "template", of.id } }));
        transaction.announce("sheets");
        return sheet_view_of(transaction, call, id);
    });
}

Result<Answer<SheetView>> begin_sheet(Call& call, const NewSheet& given)
{
    if (given.template_id == diagnosis)
        return Problem::of_field("/template_id", "sheet.template_unknown");
    return begin(call, given, Audience::Authors);
}

/// Every college writes its own reading of it: it is the establishment's from its first word.
Result<Answer<SheetView>> begin_diagnosis(Call& call, const NewSheet& given)
{
    if (given.template_id != diagnosis)
        return Problem::of_field("/template_id", "sheet.template_unknown");
    return begin(call, given, Audience::Establishment);
}

Result<Answer<SheetView>> show_sheet(Call& call)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.read(
        [&](store::Reader& reader) -> Result<Answer<SheetView>> { return sheet_view_of(reader, call, id); });
}

Result<Answer<SheetView>> add_sheet_source(Call& call, const store::SheetSource& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        const auto readable = TRY(readable_sheet(transaction, call, id));
        TRY(require(sheets::may_write(call.reader(), readable.sheet, readable.of)));
        TRY(add_sources(transaction, call, readable.sheet, { given }));
        transaction.announce("sheets/" + id.text());
        return sheet_view_of(transaction, call, id);
    });
}

/// From its authors to everybody of the establishment, both sides at the same moment.
Result<Answer<SheetView>> share_sheet(Call& call, const Nothing&)
{
    const auto id = TRY(call.id<SheetId>("id"));
    const auto entry = EntryId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        auto [sheet, of, at_home, number] = TRY(readable_sheet(transaction, call, id));
        if (sheet.audience != Audience::Authors)
            return Problem("sheet.already_shared");
        TRY(require(sheets::may_share(call.reader(), sheet, of)));
        const auto latest = TRY(store::load_version(transaction, id, sheet.version));
        TRY(sheets::check_complete(latest.contents, of));
        auto shared = sheets::without_first_impression(latest.contents, of);
        sheet.audience = Audience::Establishment;
        sheet.shared_on = call.today();
        sheet.shared_version = sheet.version + (shared == latest.contents ? 0 : 1);
        if (shared == latest.contents)
            TRY(store::keep_sheet(transaction, sheet));
        else
            TRY(write_version(transaction, call, sheet, entry, std::move(shared), ""));
        TRY(audit_sheet(transaction, call, sheet, "sheet.shared", { { "number", *sheet.shared_version } }));
        transaction.announce("sheets");
        return sheet_view_of(transaction, call, id);
    });
}

// ---- Passages ---------------------------------------------------------------------------------------

struct Asking {
    std::string subject_kind;
    std::string passage;
    Audience to = Audience::Establishment;
    std::string note;
};

Result<void> ask(store::Transaction& transaction, Call& call, const Sheet& sheet, const Asking& asking)
{
    const auto version = TRY(store::load_version(transaction, sheet.id, sheet.version));
    const auto gate = TRY(store::ask_gate(transaction,
        { .establishment_id = sheet.establishment_id,
            .programme_id = sheet.programme_id,
            .subject_kind = asking.subject_kind,
            .subject_id = sheet.id.text(),
            .passage = asking.passage,
            .title = version.contents.title,
            .note = asking.note },
        call.reader().account_id, call.now(), call.context.random));
    TRY(store::keep_widening(transaction, gate.id, sheet.id, asking.to, sheet.version));
    TRY(store::link_nodes(
        transaction, { ObjectKind::Gate, gate.id.text(), ObjectKind::Sheet, sheet.id.text(), "part_of", call.today() }));
    transaction.announce("sheets/" + sheet.id.text());
    transaction.announce("home");
    return {};
}

Result<Answer<SheetView>> ask_to_widen(Call& call, const SheetWidening& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        const auto readable = TRY(readable_sheet(transaction, call, id));
        const auto& sheet = readable.sheet;
        TRY(require(readable.at_home));
        const auto read_there = TRY(store::number_read_by(transaction, id, given.to));
        TRY(sheets::check_circle(sheet, readable.of, given.to, read_there));
        TRY(require(sheets::may_ask_to_widen(call.reader(), sheet)));
        const auto latest = TRY(store::load_version(transaction, id, sheet.version));
        TRY(sheets::check_complete(latest.contents, readable.of));
        TRY(ask(transaction, call, sheet,
            { "sheet_readers", store::widening_passage(given.to, read_there, sheet.version), given.to, given.note }));
        return sheet_view_of(transaction, call, id);
    });
}

Result<Answer<SheetView>> ask_to_pass_diagnosis(Call& call, const SheetWidening& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        const auto readable = TRY(readable_sheet(transaction, call, id));
        const auto& sheet = readable.sheet;
        if (sheet.template_id != diagnosis)
            return Problem("not_found");
        TRY(require(sheets::may_ask_to_widen(call.reader(), sheet)));
        if (sheet.settled_version == sheet.version)
            return Problem("sheet.nothing_new");
        const auto latest = TRY(store::load_version(transaction, id, sheet.version));
        TRY(sheets::check_diagnosis(latest.contents));
        TRY(sheets::check_complete(latest.contents, readable.of));
        const auto passage = std::string(diagnosis) + (sheet.settled_version ? ":v" + std::to_string(sheet.version) : "");
        TRY(ask(transaction, call, sheet, { "diagnosis", passage, Audience::Establishment, given.note }));
        return sheet_view_of(transaction, call, id);
    });
}

} // namespace

RouteTable sheet_routes()
{
    return {
        get("/api/sheet-templates", Access::SignedIn, "The kinds of sheets: three offered first, the rest on demand",
            list_templates),
        get("/api/sheet-places", Access::SignedIn, "The places one may write about", list_sheet_places),
        get("/api/sheets", Access::SignedIn, "The sheets one may read, the latest begun first", list_sheets),
        post("/api/sheets", Access::SignedIn, "Begin a sheet", begin_sheet),
        get("/api/sheets/{id}", Access::SignedIn, "A sheet, its context, its sources, and which circle reads which version",
            show_sheet),
        post("/api/sheets/{id}/sources", Access::SignedIn, "Say what it comes from", add_sheet_source),
        post("/api/sheets/{id}/share", Access::SignedIn, "Share it with the establishment, context and all", share_sheet),
        post("/api/sheets/{id}/widening", Access::SignedIn, "Ask the colleges for one more circle of readers", ask_to_widen),
        get("/api/diagnoses", Access::SignedIn, "The shared diagnoses, the latest begun first", list_diagnoses),
        post("/api/diagnoses", Access::SignedIn, "Begin a shared diagnosis", begin_diagnosis),
        post("/api/diagnoses/{id}/passage", Access::SignedIn, "Ask the colleges to pass the diagnosis", ask_to_pass_diagnosis),
    };
}

} // namespace etabli::resources
