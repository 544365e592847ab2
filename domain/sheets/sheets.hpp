// SPDX-License-Identifier: EUPL-1.2
// domain/sheets/sheets.hpp
//
// A sheet: a structured narrative with its versions, its context record, its sources, and who may read which version.
// What was released is one version: putting it better is another version, which asks for its own passage.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.hpp"
#include "domain/sheets/templates.hpp"

namespace etabli {

struct CollegeWords {
    CollegeKind college = CollegeKind::Professionals;
    std::string words;

    bool operator==(const CollegeWords&) const = default;
};

template <>
struct Describe<CollegeWords> {
    static constexpr std::string_view name = "CollegeWords";
    static constexpr auto fields = std::tuple {
        field("college", &CollegeWords::college),
        field("words", &CollegeWords::words),
    };
};

/// What was written in one section: `text` for a text, a quote or a choice; `items` for a list; `readings` by college.
struct SectionContent {
    std::string key;
    std::string text;
    std::vector<std::string> items;
    std::vector<CollegeWords> readings;

    bool operator==(const SectionContent&) const = default;
};

template <>
struct Describe<SectionContent> {
    static constexpr std::string_view name = "SheetSection";
    static constexpr auto fields = std::tuple {
        field("key", &SectionContent::key, one_line),
        field("text", &SectionContent::text),
        field("items", &SectionContent::items, { .min = 0, .max = 40 }),
        field("readings", &SectionContent::readings, { .min = 0, .max = 10 }),
    };
};

struct ContextLine {
    std::string key;
    std::string text;

    bool operator==(const ContextLine&) const = default;
};

template <>
struct Describe<ContextLine> {
    static constexpr std::string_view name = "SheetContextLine";
    static constexpr auto fields = std::tuple {
        field("key", &ContextLine::key, one_line),
        field("text", &ContextLine::text, { .min = 0, .max = 400 }),
    };
};

struct SheetContents {
    std::string title;
    std::string authors; // as they call themselves: "the team of long stay", never a name
    std::vector<SectionContent> sections;
    std::vector<ContextLine> context;
    std::optional<bool> with_figures {}; // what the experiments it comes from have counted goes with it; nothing: no

    const SectionContent* find_section(std::string_view key) const;
    bool operator==(const SheetContents&) const = default;
};

template <>
struct Describe<SheetContents> {
    static constexpr std::string_view name = "SheetContents";
    static constexpr auto fields = std::tuple {
        field("title", &SheetContents::title, one_line),
        field("authors", &SheetContents::authors, { .min = 0, .max = 200 }),
        field("sections", &SheetContents::sections, { .min = 0, .max = 40 }),
        field("context", &SheetContents::context, { .min = 0, .max = 20 }),
        field("with_figures", &SheetContents::with_figures),
    };
};

struct Sheet {
    SheetId id;
    std::string template_id;
    std::int64_t template_version = 1;
    PlaceId establishment_id;
    PlaceId place_id;
    std::optional<ProgrammeId> programme_id;
    AccountId owner_id;
    std::vector<CollegeKind> written_with; // whose members read and write it before it is shared
    Audience audience = Audience::Authors;
    Date begun_on;
    std::optional<Date> shared_on;
    std::optional<std::int64_t> shared_version; // the first version the establishment reads
    std::optional<Date> settled_on; // a diagnosis passed, a visit note final
    std::optional<std::int64_t> settled_version;
    std::optional<Date> no_reply_on; // final without a reply: its absence is dated
    std::int64_t version = 1; // the number of the latest version
};

template <>
struct Describe<Sheet> {
    static constexpr std::string_view name = "Sheet";
    static constexpr Bounds number { .min = 1, .max = INT64_MAX };
    static constexpr auto fields = std::tuple {
        field("id", &Sheet::id),
        field("template_id", &Sheet::template_id, one_line),
        field("template_version", &Sheet::template_version, number),
        field("establishment_id", &Sheet::establishment_id),
        field("place_id", &Sheet::place_id),
        field("programme_id", &Sheet::programme_id),
        field("owner_id", &Sheet::owner_id),
        field("written_with", &Sheet::written_with, { .min = 0, .max = 10 }),
        field("audience", &Sheet::audience),
        field("begun_on", &Sheet::begun_on),
        field("shared_on", &Sheet::shared_on),
        field("shared_version", &Sheet::shared_version, number),
        field("settled_on", &Sheet::settled_on),
        field("settled_version", &Sheet::settled_version, number),
        field("no_reply_on", &Sheet::no_reply_on),
        field("version", &Sheet::version, number),
    };
};

struct SheetVersion {
    EntryId id;
    SheetId sheet_id;
    std::int64_t number = 1;
    Date written_on;
    std::string by_function;
    CollegeKind by_college = CollegeKind::Professionals;
    std::string note; // what changed, in a few words
    SheetContents contents;
};

template <>
struct Describe<SheetVersion> {
    static constexpr std::string_view name = "SheetVersion";
    static constexpr auto fields = std::tuple {
        field("id", &SheetVersion::id),
        field("sheet_id", &SheetVersion::sheet_id),
        field("number", &SheetVersion::number, { .min = 1, .max = INT64_MAX }),
        field("written_on", &SheetVersion::written_on),
        field("by_function", &SheetVersion::by_function, { .min = 0, .max = 200 }),
        field("by_college", &SheetVersion::by_college),
        field("note", &SheetVersion::note, { .min = 0, .max = 300 }),
        field("contents", &SheetVersion::contents),
    };
};

/// What experiments had counted when a version was written; it is read with it and does not move.
struct SheetFigures {
    SheetId sheet_id;
    std::int64_t number = 1;
    Date taken_on;
    json::value experiments; // as `ExperimentInFields` is written, without what stays at home
};

template <>
struct Describe<SheetFigures> {
    static constexpr std::string_view name = "SheetFigures";
    static constexpr auto fields = std::tuple {
        field("sheet_id", &SheetFigures::sheet_id),
        field("number", &SheetFigures::number, { .min = 1, .max = INT64_MAX }),
        field("taken_on", &SheetFigures::taken_on),
        field("experiments", &SheetFigures::experiments),
    };
};

/// A version a circle may read, since a day.
struct SheetRelease {
    EntryId id;
    SheetId sheet_id;
    Audience audience = Audience::Cluster;
    std::int64_t number = 1;
    Date released_on;
};

template <>
struct Describe<SheetRelease> {
    static constexpr std::string_view name = "SheetRelease";
    static constexpr auto fields = std::tuple {
        field("id", &SheetRelease::id),
        field("sheet_id", &SheetRelease::sheet_id),
        field("audience", &SheetRelease::audience),
        field("number", &SheetRelease::number, { .min = 1, .max = INT64_MAX }),
        field("released_on", &SheetRelease::released_on),
    };
};

struct SheetComment {
    EntryId id;
    SheetId sheet_id;
    std::string section_key; // empty: of the whole sheet
    std::int64_t number = 1; // the version it is about
    Date written_on;
    CollegeKind by_college = CollegeKind::Professionals;
    std::string words;
};

template <>
struct Describe<SheetComment> {
    static constexpr std::string_view name = "SheetComment";
    static constexpr auto fields = std::tuple {
        field("id", &SheetComment::id),
        field("sheet_id", &SheetComment::sheet_id),
        field("section_key", &SheetComment::section_key, { .min = 0, .max = 60 }),
        field("number", &SheetComment::number, { .min = 1, .max = INT64_MAX }),
        field("written_on", &SheetComment::written_on),
        field("by_college", &SheetComment::by_college),
        field("words", &SheetComment::words, { .min = 1, .max = 1000 }),
    };
};

/// Somebody's words that are not a version yet; read by them alone.
struct SheetDraft {
    SheetId sheet_id;
    AccountId account_id;
    std::int64_t base_version = 1; // the version it began from
    Instant saved_at;
    SheetContents contents;
};

template <>
struct Describe<SheetDraft> {
    static constexpr std::string_view name = "SheetDraftRow";
    static constexpr auto fields = std::tuple {
        field("sheet_id", &SheetDraft::sheet_id),
        field("account_id", &SheetDraft::account_id),
        field("base_version", &SheetDraft::base_version, { .min = 1, .max = INT64_MAX }),
        field("saved_at", &SheetDraft::saved_at),
        field("contents", &SheetDraft::contents),
    };
};

} // namespace etabli
