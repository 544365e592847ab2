// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/sheets.cpp
//
// Sheets: begun by their team, rewritten, read by the house, each against its template and with its context.

#include "server/content/demo/sheets.hpp"

#include "domain/sheets/rules.hpp"
#include "store/sheet_passages.hpp"
#include "store/sheets.hpp"

namespace etabli::content::demo {

namespace {

void read_section(const Record& told, SheetContents& contents)
{
    SectionContent section { told.code("key"), told.text("text"), told.texts("items"), {} };
    for (const auto& reading : told.list("readings"))
        section.readings.push_back(
            { enum_from<CollegeKind>(reading.code("college")).value_or(CollegeKind::Professionals), reading.text("text") });
    for (auto& written : contents.sections)
        if (written.key == section.key) {
            written = std::move(section);
            return;
        }
    contents.sections.push_back(std::move(section));
}

/// The sheet as a version had it: its last words, with what that version said otherwise.
SheetContents contents_of(const Record& told, const Record& version)
{
    SheetContents contents { told.text("title"), told.text("authors"), {}, {} };
    for (const auto& section : told.list("sections"))
        read_section(section, contents);
    for (const auto& line : told.list("context"))
        contents.context.push_back({ line.code("key"), line.text("text") });
    for (const auto& change : version.list("changes"))
        read_section(change, contents);
    if (const auto silent = enum_from<CollegeKind>(version.code("without_reading")))
        for (auto& section : contents.sections)
            std::erase_if(section.readings, [&](const CollegeWords& words) { return words.college == *silent; });
    return contents;
}

Result<void> record(Story& story, const Sheet& sheet, AuditAction action, Date day)
{
    const auto chain = sheet.programme_id ? sheet.programme_id->text() : sheet.establishment_id.text();
    return store::record_audit(
        story.transaction, { chain, sheet.owner_id, action, "sheet", sheet.id.text(), {} }, morning(day));
}

Result<SheetVersion> version_told(Story& story, const Record& told, const Record& version, const Sheet& sheet,
    const SheetTemplate& of, std::int64_t number, Date day)
{
    const auto owner = TRY(story.person(told.code("owner"), day));
    if (owner.mandates.empty())
        return Problem("pack.invalid", "demo: the owner of " + told.code("key") + " holds nothing on " + day.text());
    const auto& seat = owner.mandates.front();
    SheetVersion written { EntryId::make(story.random), sheet.id, number, day, seat.function_title, seat.kind,
        version.text("text"), contents_of(told, version) };
    if (auto problems = sheets::problems_of(written.contents, of); !problems.empty())
        return Problem::of_fields(std::move(problems));
    return written;
}

Result<void> begin(Story& story, const Record& told, const Record& version, Sheet sheet, Date day)
{
    const auto* pack_content = story.packs.find("sheets", sheet.template_id);
    if (pack_content == nullptr)
        return Problem("pack.invalid", "demo: no template " + sheet.template_id);
    const auto of = TRY(sheet_template_from(*pack_content));
    sheet.template_version = of.version;
    sheet.owner_id = TRY(story.person(told.code("owner"), day)).account_id;
    sheet.begun_on = day;
    TRY(store::insert_sheet(
        story.transaction, sheet, TRY(version_told(story, told, version, sheet, of, 1, day)), *pack_content));
    story.objects[told.code("key")] = { ObjectKind::Sheet, sheet.id.text() };
    for (const auto& section : told.list("sections")) {
        std::int64_t position = 0;
        for (const auto& key : section.codes("keys"))
            story.objects[key] = { ObjectKind::Axis, store::axis_id(sheet.id, ++position) };
    }
    TRY(record(story, sheet, "sheet.begun", day));
    for (const auto& source : told.codes("sources"))
        if (const auto found = story.objects.find(source); found != story.objects.end())
            TRY(store::add_source(story.transaction, sheet.id, { found->second.first, found->second.second }, day));
    return {};
}

Result<void> write_again(
    Story& story, const Record& told, const Record& version, const SheetId& id, std::int64_t number, Date day)
{
    auto sheet = TRY(store::load_sheet(story.transaction, id));
    const auto of = TRY(store::load_sheet_template(story.transaction, sheet));
    TRY(store::insert_version(story.transaction, TRY(version_told(story, told, version, sheet, of, number, day))));
    sheet.version = number;
    return store::keep_sheet(story.transaction, sheet);
}

Result<void> share(Story& story, const SheetId& id, Date day)
{
    auto sheet = TRY(store::load_sheet(story.transaction, id));
    sheet.audience = std::max(sheet.audience, Audience::Establishment);
    sheet.shared_on = day;
    sheet.shared_version = sheet.version;
    TRY(store::keep_sheet(story.transaction, sheet));
    return record(story, sheet, "sheet.shared", day);
}

} // namespace

Result<void> tell_sheets(Story& story)
{
    for (const auto& told : TRY(story.file("sheets")).list("items")) {
        const auto place = TRY(story.place(told.code("place")));
        Sheet sheet;
        sheet.id = SheetId::make(story.random);
        sheet.template_id = told.code("template");
        sheet.establishment_id = place.establishment_id.value_or(place.id);
        sheet.place_id = place.id;
        if (const auto programme = story.programmes.find(told.code("demarche")); programme != story.programmes.end())
            sheet.programme_id = programme->second;
        sheet.written_with = { CollegeKind::Professionals, CollegeKind::Management, CollegeKind::StaffRepresentatives };
        const auto begun = TRY(told.day("written_at"));
        const auto versions = told.list("versions");
        const auto first = versions.empty() ? told.of("none") : versions.front();
        story.days.on(begun, [&story, told, first, sheet, begun] { return begin(story, told, first, sheet, begun); });
        for (std::size_t number = 2; number <= versions.size(); ++number) {
            const auto& version = versions[number - 1];
            const auto day = TRY(version.day("at"));
            story.days.on(day, [&story, told, version, id = sheet.id, number, day] {
                return write_again(story, told, version, id, static_cast<std::int64_t>(number), day);
            });
        }
        const auto readers = told.list("readers");
        const auto shared = readers.empty() ? begun : TRY(readers.front().day_if_any("at")).value_or(begun);
        story.days.on(
            std::max(begun, shared), [&story, id = sheet.id, day = std::max(begun, shared)] { return share(story, id, day); });
    }
    return {};
}

} // namespace etabli::content::demo
