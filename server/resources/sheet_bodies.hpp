// SPDX-License-Identifier: EUPL-1.2
// server/resources/sheet_bodies.hpp
//
// A sheet as it is written: the bodies of the requests that begin it, change it, answer it and open it wider.

#pragma once

#include "server/resources/sheet_views.hpp"

namespace etabli::resources {

struct NewSheet {
    std::string template_id;
    PlaceId place_id;
    std::optional<ProgrammeId> programme_id;
    std::vector<CollegeKind> written_with;
    SheetContents contents;
    std::vector<store::SheetSource> sources;
};
struct NewSheetVersion {
    std::int64_t version = 1; // the version it was written from
    std::string note;
    SheetContents contents;
};
struct NewSheetReading {
    std::string key;
    CollegeKind college = CollegeKind::Professionals;
    std::string words;
    std::string replaces; // the words one saw while writing; "" for none
};
struct NewSheetComment {
    std::string section_key;
    std::string words;
};
struct SheetWidening {
    Audience to = Audience::Cluster;
    std::string note;
};
struct WrittenDraft {
    std::int64_t base_version = 1;
    SheetContents contents;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::NewSheet> {
    static constexpr std::string_view name = "NewSheet";
    static constexpr auto fields = std::tuple {
        field("template_id", &resources::NewSheet::template_id, one_line),
        field("place_id", &resources::NewSheet::place_id),
        field("programme_id", &resources::NewSheet::programme_id),
        field("written_with", &resources::NewSheet::written_with, { .min = 0, .max = 10 }),
        field("contents", &resources::NewSheet::contents),
        field("sources", &resources::NewSheet::sources, { .min = 0, .max = 40 }),
    };
};
template <>
struct Describe<resources::NewSheetVersion> {
    static constexpr std::string_view name = "NewSheetVersion";
    static constexpr auto fields = std::tuple {
        field("version", &resources::NewSheetVersion::version, sheet_number),
        field("note", &resources::NewSheetVersion::note, { .min = 0, .max = 300 }),
        field("contents", &resources::NewSheetVersion::contents),
    };
};
template <>
struct Describe<resources::NewSheetReading> {
    static constexpr std::string_view name = "NewSheetReading";
    static constexpr auto fields = std::tuple {
        field("key", &resources::NewSheetReading::key, one_line),
        field("college", &resources::NewSheetReading::college),
        field("words", &resources::NewSheetReading::words),
        field("replaces", &resources::NewSheetReading::replaces),
    };
};
template <>
struct Describe<resources::NewSheetComment> {
    static constexpr std::string_view name = "NewSheetComment";
    static constexpr auto fields = std::tuple {
        field("section_key", &resources::NewSheetComment::section_key, { .min = 0, .max = 60 }),
        field("words", &resources::NewSheetComment::words, { .min = 1, .max = 1000 }),
    };
};
template <>
struct Describe<resources::SheetWidening> {
    static constexpr std::string_view name = "SheetWidening";
    static constexpr auto fields = std::tuple {
        field("to", &resources::SheetWidening::to),
        field("note", &resources::SheetWidening::note, { .min = 0, .max = 600 }),
    };
};
template <>
struct Describe<resources::WrittenDraft> {
    static constexpr std::string_view name = "WrittenSheetDraft";
    static constexpr auto fields = std::tuple {
        field("base_version", &resources::WrittenDraft::base_version, sheet_number),
        field("contents", &resources::WrittenDraft::contents),
    };
};

} // namespace etabli
