// SPDX-License-Identifier: EUPL-1.2
// server/resources/sheet_views.hpp
//
// A sheet as it is read: its page, its line in a list, the template it follows.

#pragma once

#include "domain/places/places.hpp"
#include "domain/programmes/audit_actions.hpp"
#include "domain/sheets/rules.hpp"
#include "engine/texts/differences.hpp"
#include "server/http/routes.hpp"
#include "store/sheets.hpp"

namespace etabli::resources {

struct SheetVersionLine {
    std::int64_t number = 1;
    Date written_on;
    std::string by_function;
    CollegeKind by_college = CollegeKind::Professionals;
    std::string note;
};
struct SheetSourceView {
    ObjectKind kind = ObjectKind::Experiment;
    std::string object_id;
    std::string title;
    Date happened_on;
};
/// A gate asked for this sheet that has not closed yet.
struct SheetPassage {
    GateId gate_id;
    std::string passage;
    std::int64_t number = 1;
    Date asked_on;
    std::optional<SheetFigures> figures; // of the version that is asked about: what a yes would let out
};
/// What it still lacks before being shared.
struct SheetLack {
    std::string pointer;
    std::string code;
};
/// One circle of readers, and the version it reads.
struct SheetCircle {
    Audience audience = Audience::Authors;
    std::optional<std::int64_t> number;
    std::optional<Date> since_on;
};

struct SheetView {
    SheetId id;
    std::string template_id;
    json::value of; // the template, as it was when the sheet was begun
    PlaceId establishment_id;
    std::string establishment_name;
    std::string place_name;
    std::optional<ProgrammeId> programme_id;
    std::vector<CollegeKind> written_with;
    Audience audience = Audience::Authors;
    std::string state; // "mine", "shared", "settled"
    std::optional<Date> settled_on;
    std::optional<std::int64_t> settled_version;
    std::optional<Date> no_reply_on;
    std::int64_t version = 1; // the one shown
    Date written_on;
    SheetContents contents;
    std::vector<SheetVersionLine> versions;
    std::vector<SheetCircle> circles;
    std::vector<SheetPassage> passages;
    std::vector<SheetLack> lacks;
    std::vector<SheetSourceView> sources;
    std::optional<SheetFigures> figures; // of the version shown
    std::vector<SheetComment> comments;
};

struct SheetSummary {
    SheetId id;
    std::string template_id;
    std::string title;
    std::string authors;
    std::string state;
    Audience audience = Audience::Authors;
    std::string establishment_name;
    std::string place_name;
    PlaceId establishment_id;
    std::optional<ProgrammeId> programme_id;
    Date written_on;
};

struct SheetTemplateLine {
    std::string id;
    std::string offered; // "first" or "on_demand"
    std::string room;
    std::int64_t minutes = 0;
    json::value title;
    json::value purpose;
    Audience widest = Audience::Establishment;
};

/// A place somebody may write about.
struct SheetPlace {
    PlaceId id;
    PlaceKind kind = PlaceKind::Unit;
    std::string name;
    PlaceId establishment_id;
};

struct SheetDraftView {
    std::optional<SheetContents> contents; // nothing: no draft is kept
    std::optional<std::int64_t> base_version;
    std::optional<Instant> saved_at;
};

/// What looks like somebody, and where.
struct FoundWords {
    std::string pointer;
    std::string code;
    std::string words;
};
struct FoundWordsList {
    std::vector<FoundWords> items;
};

struct SectionDifference {
    std::string key;
    std::optional<CollegeKind> college;
    std::vector<texts::Piece> pieces;
};
struct SheetDifferences {
    std::int64_t from = 1;
    std::int64_t to = 1;
    std::vector<SectionDifference> sections;
};

} // namespace etabli::resources

namespace etabli {

inline constexpr Bounds sheet_number { .min = 1, .max = INT64_MAX };
inline constexpr Bounds few { .min = 0, .max = 500 };

template <>
struct Describe<resources::SheetVersionLine> {
    static constexpr std::string_view name = "SheetVersionLine";
    static constexpr auto fields = std::tuple {
        field("number", &resources::SheetVersionLine::number, sheet_number),
        field("written_on", &resources::SheetVersionLine::written_on),
        field("by_function", &resources::SheetVersionLine::by_function),
        field("by_college", &resources::SheetVersionLine::by_college),
        field("note", &resources::SheetVersionLine::note),
    };
};
template <>
struct Describe<resources::SheetSourceView> {
    static constexpr std::string_view name = "SheetSourceView";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::SheetSourceView::kind),
        field("object_id", &resources::SheetSourceView::object_id),
        field("title", &resources::SheetSourceView::title),
        field("happened_on", &resources::SheetSourceView::happened_on),
    };
};
template <>
struct Describe<resources::SheetPassage> {
    static constexpr std::string_view name = "SheetPassage";
    static constexpr auto fields = std::tuple {
        field("gate_id", &resources::SheetPassage::gate_id),
        field("passage", &resources::SheetPassage::passage),
        field("number", &resources::SheetPassage::number, sheet_number),
        field("asked_on", &resources::SheetPassage::asked_on),
        field("figures", &resources::SheetPassage::figures),
    };
};
template <>
struct Describe<resources::SheetLack> {
    static constexpr std::string_view name = "SheetLack";
    static constexpr auto fields = std::tuple {
        field("pointer", &resources::SheetLack::pointer),
        field("code", &resources::SheetLack::code),
    };
};
template <>
struct Describe<resources::SheetCircle> {
    static constexpr std::string_view name = "SheetCircle";
    static constexpr auto fields = std::tuple {
        field("audience", &resources::SheetCircle::audience),
        field("number", &resources::SheetCircle::number, sheet_number),
        field("since_on", &resources::SheetCircle::since_on),
    };
};
template <>
struct Describe<resources::SheetView> {
    static constexpr std::string_view name = "SheetView";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SheetView::id),
        field("template_id", &resources::SheetView::template_id),
        field("template", &resources::SheetView::of),
        field("establishment_id", &resources::SheetView::establishment_id),
        field("establishment_name", &resources::SheetView::establishment_name),
        field("place_name", &resources::SheetView::place_name),
        field("programme_id", &resources::SheetView::programme_id),
        field("written_with", &resources::SheetView::written_with, few),
        field("audience", &resources::SheetView::audience),
        field("state", &resources::SheetView::state),
        field("settled_on", &resources::SheetView::settled_on),
        field("settled_version", &resources::SheetView::settled_version, sheet_number),
        field("no_reply_on", &resources::SheetView::no_reply_on),
        field("version", &resources::SheetView::version, sheet_number),
        field("written_on", &resources::SheetView::written_on),
        field("contents", &resources::SheetView::contents),
        field("versions", &resources::SheetView::versions, few),
        field("circles", &resources::SheetView::circles, few),
        field("passages", &resources::SheetView::passages, few),
        field("lacks", &resources::SheetView::lacks, few),
        field("sources", &resources::SheetView::sources, few),
        field("figures", &resources::SheetView::figures),
        field("comments", &resources::SheetView::comments, few),
    };
};
template <>
struct Describe<resources::SheetSummary> {
    static constexpr std::string_view name = "SheetSummary";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SheetSummary::id),
        field("template_id", &resources::SheetSummary::template_id),
        field("title", &resources::SheetSummary::title),
        field("authors", &resources::SheetSummary::authors),
        field("state", &resources::SheetSummary::state),
        field("audience", &resources::SheetSummary::audience),
        field("establishment_name", &resources::SheetSummary::establishment_name),
        field("place_name", &resources::SheetSummary::place_name),
        field("establishment_id", &resources::SheetSummary::establishment_id),
        field("programme_id", &resources::SheetSummary::programme_id),
        field("written_on", &resources::SheetSummary::written_on),
    };
};
template <>
struct Describe<resources::SheetTemplateLine> {
    static constexpr std::string_view name = "SheetTemplateLine";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SheetTemplateLine::id),
        field("offered", &resources::SheetTemplateLine::offered),
        field("room", &resources::SheetTemplateLine::room),
        field("minutes", &resources::SheetTemplateLine::minutes),
        field("title", &resources::SheetTemplateLine::title),
        field("purpose", &resources::SheetTemplateLine::purpose),
        field("widest", &resources::SheetTemplateLine::widest),
    };
};
template <>
struct Describe<resources::SheetPlace> {
    static constexpr std::string_view name = "SheetPlace";
    static constexpr auto fields = std::tuple {
        field("id", &resources::SheetPlace::id),
        field("kind", &resources::SheetPlace::kind),
        field("name", &resources::SheetPlace::name),
        field("establishment_id", &resources::SheetPlace::establishment_id),
    };
};
template <>
struct Describe<resources::SheetDraftView> {
    static constexpr std::string_view name = "SheetDraft";
    static constexpr auto fields = std::tuple {
        field("contents", &resources::SheetDraftView::contents),
        field("base_version", &resources::SheetDraftView::base_version, sheet_number),
        field("saved_at", &resources::SheetDraftView::saved_at),
    };
};
template <>
struct Describe<resources::FoundWords> {
    static constexpr std::string_view name = "FoundWords";
    static constexpr auto fields = std::tuple {
        field("pointer", &resources::FoundWords::pointer),
        field("code", &resources::FoundWords::code),
        field("words", &resources::FoundWords::words),
    };
};
template <>
struct Describe<resources::FoundWordsList> {
    static constexpr std::string_view name = "FoundWordsList";
    static constexpr auto fields = std::tuple { field("items", &resources::FoundWordsList::items, few) };
};
template <>
struct Describe<resources::SectionDifference> {
    static constexpr std::string_view name = "SectionDifference";
    static constexpr auto fields = std::tuple {
        field("key", &resources::SectionDifference::key),
        field("college", &resources::SectionDifference::college),
        field("pieces", &resources::SectionDifference::pieces, { .min = 0, .max = 20'000 }),
    };
};
template <>
struct Describe<resources::SheetDifferences> {
    static constexpr std::string_view name = "SheetDifferences";
    static constexpr auto fields = std::tuple {
        field("from", &resources::SheetDifferences::from, sheet_number),
        field("to", &resources::SheetDifferences::to, sheet_number),
        field("sections", &resources::SheetDifferences::sections, few),
    };
};

} // namespace etabli

namespace etabli::resources {

/// A sheet somebody may read, with what they may read of it.
struct ReadableSheet {
    Sheet sheet;
    SheetTemplate of;
    bool at_home = false;
    std::int64_t number = 1; // the version they read
};

/// `not_found` for whoever it was not opened to.
Result<ReadableSheet> readable_sheet(store::Reader& reader, const http::Call& call, const SheetId& id);
Result<http::Answer<SheetView>> sheet_view(store::Reader& reader, const http::Call& call, const ReadableSheet& readable);
/// The same again after a write.
Result<http::Answer<SheetView>> sheet_view_of(store::Reader& reader, const http::Call& call, const SheetId& id);

/// Against the template and, whatever the template, against what names somebody.
Result<void> check_written(const SheetContents& contents, const SheetTemplate& of);
std::vector<FoundWords> words_found(const SheetContents& contents, const SheetTemplate& of);

/// Who writes, as a version says it: their function and the college they sit in there.
struct Writer {
    std::string function_title;
    CollegeKind college = CollegeKind::Professionals;
};
Result<Writer> writer_of(const Reader& reader, const PlaceId& establishment);
/// The next version, kept; the sheet is updated with it.
Result<void> write_version(store::Transaction& transaction, const http::Call& call, Sheet& sheet, const EntryId& id,
    SheetContents contents, const std::string& note);
/// What its experiments have counted today is kept with the version just written, where its authors want it.
Result<void> take_figures(
    store::Transaction& transaction, const http::Call& call, const Sheet& sheet, const SheetContents& contents);
Result<void> audit_sheet(
    store::Transaction& transaction, const http::Call& call, const Sheet& sheet, AuditAction action, json::object details = {});

} // namespace etabli::resources
