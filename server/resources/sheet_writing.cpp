// SPDX-License-Identifier: EUPL-1.2
// server/resources/sheet_writing.cpp
//
// Writing in a sheet: drafts, versions, each college's reading, comments, what changed from one version to
// another, and the file to keep, which holds its context and its sources.

#include <algorithm>
#include <set>

#include "server/resources/all.hpp"
#include "server/resources/sheet_bodies.hpp"

namespace etabli::resources {

namespace {

using namespace http;

// ---- Drafts -----------------------------------------------------------------------------------------

Result<Answer<SheetDraftView>> show_draft(Call& call)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<SheetDraftView>> {
        TRY(readable_sheet(reader, call, id));
        const auto draft = TRY(store::find_draft(reader, id, call.reader().account_id));
        Answer<SheetDraftView> answer;
        if (draft)
            answer.data = { draft->contents, draft->base_version, draft->saved_at };
        return answer;
    });
}

Result<Answer<SheetDraftView>> keep_draft(Call& call, const WrittenDraft& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetDraftView>> {
        const auto readable = TRY(readable_sheet(transaction, call, id));
        TRY(require(sheets::may_write(call.reader(), readable.sheet, readable.of)));
        TRY(check_written(given.contents, readable.of));
        TRY(store::keep_draft(transaction, { id, call.reader().account_id, given.base_version, call.now(), given.contents }));
        return Answer<SheetDraftView> { { given.contents, given.base_version, call.now() } };
    });
}

Result<Answer<SheetDraftView>> drop_draft(Call& call)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetDraftView>> {
        TRY(store::drop_draft(transaction, id, call.reader().account_id));
        return Answer<SheetDraftView> {};
    });
}

// ---- Versions ---------------------------------------------------------------------------------------

Result<Answer<SheetView>> keep_version(Call& call, const NewSheetVersion& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    const auto entry = EntryId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        auto [sheet, of, at_home, number] = TRY(readable_sheet(transaction, call, id));
        TRY(require(sheets::may_write(call.reader(), sheet, of)));
        const auto latest = TRY(store::load_version(transaction, id, sheet.version));
        if (given.version != sheet.version)
            return Problem::stale(to_json(latest));
        TRY(check_written(given.contents, of));
        TRY(sheets::check_own_readings(call.reader(), sheet, latest.contents, given.contents));
        TRY(store::drop_draft(transaction, id, call.reader().account_id));
        if (given.contents != latest.contents)
            TRY(write_version(transaction, call, sheet, entry, given.contents, given.note));
        return sheet_view_of(transaction, call, id);
    });
}

void put_reading(SheetContents& contents, const NewSheetReading& given)
{
    auto section = std::find_if(
        contents.sections.begin(), contents.sections.end(), [&](const SectionContent& each) { return each.key == given.key; });
    if (section == contents.sections.end())
        section = contents.sections.insert(contents.sections.end(), { given.key, "", {}, {} });
    auto reading = std::find_if(section->readings.begin(), section->readings.end(),
        [&](const CollegeWords& each) { return each.college == given.college; });
    if (reading == section->readings.end())
        section->readings.push_back({ given.college, given.words });
    else
        reading->words = given.words;
}

std::string reading_in(const SheetContents& contents, const NewSheetReading& given)
{
    if (const auto* section = contents.find_section(given.key))
        for (const auto& reading : section->readings)
            if (reading.college == given.college)
                return reading.words;
    return {};
}

/// What is wrong with these words is told at these words, whatever else the sheet holds.
Result<void> check_reading(const NewSheetReading& given, const SheetTemplate& of)
{
    SheetContents alone;
    put_reading(alone, given);
    const auto checked = check_written(alone, of);
    if (checked.ok())
        return {};
    auto problems = checked.problem().fields();
    for (auto& problem : problems)
        problem.pointer = "/words";
    return Problem::of_fields(std::move(problems));
}

/// A college's own words, whoever else writes elsewhere in the sheet meanwhile.
Result<Answer<SheetView>> write_reading(Call& call, const NewSheetReading& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    const auto entry = EntryId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        auto [sheet, of, at_home, number] = TRY(readable_sheet(transaction, call, id));
        if (!at_home)
            return Problem("not_found");
        if (!sheets::may_write_reading(call.reader(), sheet, of, given.college))
            return Problem("sheet.reading_of_another_college");
        const auto latest = TRY(store::load_version(transaction, id, sheet.version));
        if (reading_in(latest.contents, given) != given.replaces)
            return Problem::stale(to_json(latest));
        TRY(check_reading(given, of));
        auto contents = latest.contents;
        put_reading(contents, given);
        TRY(write_version(transaction, call, sheet, entry, std::move(contents), ""));
        return sheet_view_of(transaction, call, id);
    });
}

/// A visit note becomes final with the establishment's reply, or with the day its absence was noted.
Result<Answer<SheetView>> settle(Call& call, const Nothing&)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        auto [sheet, of, at_home, number] = TRY(readable_sheet(transaction, call, id));
        if (!of.promises("right_of_reply"))
            return Problem("not_found");
        TRY(require(sheets::is_author(call.reader(), sheet, of)));
        const auto latest = TRY(store::load_version(transaction, id, sheet.version));
        const auto replied = TRY(sheets::was_replied(sheet, latest.contents, call.today()));
        sheet.settled_on = call.today();
        sheet.settled_version = sheet.version;
        if (!replied)
            sheet.no_reply_on = call.today();
        TRY(store::keep_sheet(transaction, sheet));
        TRY(audit_sheet(transaction, call, sheet, "sheet.settled", { { "replied", replied } }));
        transaction.announce("sheets/" + id.text());
        return sheet_view_of(transaction, call, id);
    });
}

Result<Answer<SheetView>> comment(Call& call, const NewSheetComment& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    const auto entry = EntryId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<SheetView>> {
        const auto readable = TRY(readable_sheet(transaction, call, id));
        TRY(require(readable.at_home));
        if (!given.section_key.empty() && readable.of.find_section(given.section_key) == nullptr)
            return Problem::of_field("/section_key", "sheet.section_unknown");
        SheetContents alone;
        alone.title = given.words;
        const auto found = words_found(alone, readable.of);
        if (!found.empty())
            return Problem::of_field("/words", "text.person_name");
        TRY(store::insert_comment(transaction,
            { entry, id, given.section_key, readable.sheet.version, call.today(),
                TRY(writer_of(call.reader(), readable.sheet.establishment_id)).college, given.words }));
        transaction.announce("sheets/" + id.text());
        return sheet_view_of(transaction, call, id);
    });
}

/// Which words look like somebody, so that a person can put them otherwise; nothing is kept.
Result<Answer<FoundWordsList>> look_for_names(Call& call, const WrittenDraft& given)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<FoundWordsList>> {
        const auto readable = TRY(readable_sheet(reader, call, id));
        return Answer<FoundWordsList> { { words_found(given.contents, readable.of) } };
    });
}

// ---- What changed -----------------------------------------------------------------------------------

Result<std::int64_t> number_of(const Call& call, const std::string& name)
{
    const auto number = whole_number(call.query(name).value_or(""));
    if (!number || *number < 1)
        return Problem::of_field("/" + name, "number.out_of_range");
    return *number;
}

std::string joined(const std::vector<std::string>& items)
{
    std::string text;
    for (const auto& item : items)
        text += (text.empty() ? "" : "\n") + item;
    return text;
}

/// Every text of a version by its place in it, so that two versions can be laid side by side.
using PlacedTexts = std::map<std::pair<std::string, std::optional<CollegeKind>>, std::string>;

PlacedTexts placed_texts(const SheetContents& contents)
{
    PlacedTexts placed { { { "title", {} }, contents.title }, { { "authors", {} }, contents.authors } };
    for (const auto& section : contents.sections) {
        placed[{ section.key, {} }] = section.items.empty() ? section.text : joined(section.items);
        for (const auto& reading : section.readings)
            placed[{ section.key, reading.college }] = reading.words;
    }
    for (const auto& line : contents.context)
        placed[{ "context:" + line.key, {} }] = line.text;
    return placed;
}

Result<Answer<SheetDifferences>> show_differences(Call& call)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<SheetDifferences>> {
        const auto readable = TRY(readable_sheet(reader, call, id));
        const auto from = TRY(number_of(call, "from"));
        const auto to = TRY(number_of(call, "to"));
        const auto oldest = readable.sheet.shared_version.value_or(1);
        if (!readable.at_home || std::min(from, to) < oldest)
            return Problem("not_found");
        auto before = placed_texts(TRY(store::load_version(reader, id, from)).contents);
        auto after = placed_texts(TRY(store::load_version(reader, id, to)).contents);
        std::set<PlacedTexts::key_type> places;
        for (const auto* texts : { &before, &after })
            for (const auto& [place, text] : *texts)
                places.insert(place);
        Answer<SheetDifferences> answer { { from, to, {} } };
        for (const auto& place : places)
            if (before[place] != after[place])
                answer.data.sections.push_back({ place.first, place.second, texts::differences(before[place], after[place]) });
        return answer;
    });
}

// ---- The file to keep -------------------------------------------------------------------------------

/// With its context and its sources, or not at all.
Result<Response> export_sheet(Call& call)
{
    const auto id = TRY(call.id<SheetId>("id"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Response> {
        const auto readable = TRY(readable_sheet(reader, call, id));
        const auto view = TRY(sheet_view(reader, call, readable)).data;
        TRY(sheets::check_complete(view.contents, readable.of));
        const json::value file = json::object { { "format", "etabli-sheet" }, { "format_version", 1 }, { "id", id.text() },
            { "template", view.template_id }, { "version", view.version }, { "written_on", view.written_on.text() },
            { "establishment", view.establishment_name }, { "place", view.place_name },
            { "audience", json::string(name_of(view.audience)) }, { "contents", to_json(view.contents) },
            { "sources", to_json(view.sources) } };
        Response response;
        response.content_type = "application/json; charset=utf-8";
        response.body = json_text_indented(file);
        call.answer_headers.emplace_back("Content-Disposition", "attachment; filename=\"sheet-" + id.text() + ".json\"");
        return response;
    });
}

} // namespace

RouteTable sheet_writing_routes()
{
    return {
        get("/api/sheets/{id}/draft", Access::SignedIn, "One’s own draft, read by nobody else", show_draft),
        put("/api/sheets/{id}/draft", Access::SignedIn, "Keep one’s own draft", keep_draft),
        remove("/api/sheets/{id}/draft", Access::SignedIn, "Drop one’s own draft", drop_draft),
        post("/api/sheets/{id}/words", Access::SignedIn, "Which words look like somebody", look_for_names),
        post("/api/sheets/{id}/versions", Access::SignedIn, "Keep what was written as the next version", keep_version),
        put("/api/sheets/{id}/readings", Access::SignedIn, "Write one’s own college’s reading", write_reading),
        post("/api/sheets/{id}/settlement", Access::SignedIn, "A visit note is final: replied to, or not, on a day", settle),
        post("/api/sheets/{id}/comments", Access::SignedIn, "Say something about it, or about one section", comment),
        get("/api/sheets/{id}/differences", Access::SignedIn, "What changed from one version to another, word by word",
            show_differences),
        raw("/api/sheets/{id}/export", Access::SignedIn, "The sheet as a file, with its context and its sources",
            "application/json", export_sheet),
    };
}

} // namespace etabli::resources
