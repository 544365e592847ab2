// SPDX-License-Identifier: EUPL-1.2
// domain/places/import.hpp
//
// Places out of a table: our own simple layout (name, kind, parent, finess, headcount), or the identification file
// of the yearly statistics of establishments (DREES, SAE). First the rows are read, then compared with the places
// there are; nothing is written here. Every line gets an outcome and, when it was not taken, a reason.

#pragma once

#include <map>
#include <set>

#include "base/random.hpp"
#include "domain/places/places.hpp"
#include "domain/places/table.hpp"

namespace etabli {

enum class ImportLayout { Simple, Sae };
enum class ImportOutcome { Created, Changed, Unchanged, NotTaken };
enum class ImportReason {
    None,
    EncodingLost,
    QuoteNotClosed,
    ColumnsMissing,
    ColumnsTooMany,
    NameMissing,
    NameTooLong,
    KindUnknown,
    FinessWrongLength,
    FinessNotDigits,
    FinessWrongKey,
    FinessZeroLost,
    FinessTwice,
    FinessElsewhere,
    PlaceTwice,
    ParentMissing,
    ParentUnknown,
    ParentAmbiguous,
    ParentDoesNotFit,
    RegionUnknown,
    HeadcountNotNumber,
    NotInYourPart
};

template <>
struct Names<ImportLayout> {
    static constexpr std::array table {
        std::pair { ImportLayout::Simple, std::string_view("simple") },
        std::pair { ImportLayout::Sae, std::string_view("sae") },
    };
};
template <>
struct Names<ImportOutcome> {
    static constexpr std::array table {
        std::pair { ImportOutcome::Created, std::string_view("created") },
        std::pair { ImportOutcome::Changed, std::string_view("changed") },
        std::pair { ImportOutcome::Unchanged, std::string_view("unchanged") },
        std::pair { ImportOutcome::NotTaken, std::string_view("not_taken") },
    };
};
template <>
struct Names<ImportReason> {
    static constexpr std::array table {
        std::pair { ImportReason::None, std::string_view("none") },
        std::pair { ImportReason::EncodingLost, std::string_view("encoding_lost") },
        std::pair { ImportReason::QuoteNotClosed, std::string_view("quote_not_closed") },
        std::pair { ImportReason::ColumnsMissing, std::string_view("columns_missing") },
        std::pair { ImportReason::ColumnsTooMany, std::string_view("columns_too_many") },
        std::pair { ImportReason::NameMissing, std::string_view("name_missing") },
        std::pair { ImportReason::NameTooLong, std::string_view("name_too_long") },
        std::pair { ImportReason::KindUnknown, std::string_view("kind_unknown") },
        std::pair { ImportReason::FinessWrongLength, std::string_view("finess_wrong_length") },
        std::pair { ImportReason::FinessNotDigits, std::string_view("finess_not_digits") },
        std::pair { ImportReason::FinessWrongKey, std::string_view("finess_wrong_key") },
        std::pair { ImportReason::FinessZeroLost, std::string_view("finess_zero_lost") },
        std::pair { ImportReason::FinessTwice, std::string_view("finess_twice") },
        std::pair { ImportReason::FinessElsewhere, std::string_view("finess_elsewhere") },
        std::pair { ImportReason::PlaceTwice, std::string_view("place_twice") },
        std::pair { ImportReason::ParentMissing, std::string_view("parent_missing") },
        std::pair { ImportReason::ParentUnknown, std::string_view("parent_unknown") },
        std::pair { ImportReason::ParentAmbiguous, std::string_view("parent_ambiguous") },
        std::pair { ImportReason::ParentDoesNotFit, std::string_view("parent_does_not_fit") },
        std::pair { ImportReason::RegionUnknown, std::string_view("region_unknown") },
        std::pair { ImportReason::HeadcountNotNumber, std::string_view("headcount_not_number") },
        std::pair { ImportReason::NotInYourPart, std::string_view("not_in_your_part") },
    };
};

/// What became, or would become, of one line.
struct ImportLine {
    std::int64_t line = 0;
    ImportOutcome outcome = ImportOutcome::Created;
    ImportReason reason = ImportReason::None;
    std::string name;
    std::optional<PlaceKind> kind;
    std::optional<std::string> finess;
    std::optional<std::string> name_before; // when a known FINESS comes with another name
};

template <>
struct Describe<ImportLine> {
    static constexpr std::string_view name = "ImportLine";
    static constexpr auto fields = std::tuple {
        field("line", &ImportLine::line, { .min = 1, .max = INT32_MAX }),
        field("outcome", &ImportLine::outcome),
        field("reason", &ImportLine::reason),
        field("name", &ImportLine::name),
        field("kind", &ImportLine::kind),
        field("finess", &ImportLine::finess),
        field("name_before", &ImportLine::name_before),
    };
};

/// One line that could be read, before it is compared with anything.
struct ImportRow {
    int line = 0;
    PlaceKind kind = PlaceKind::Unit;
    std::string name;
    std::string parent; // a name or a FINESS number, as written; empty under the place the import is for
    std::optional<std::string> finess_entity;
    std::optional<std::string> finess_site;
    std::optional<std::int64_t> headcount;
    std::optional<std::string> region_code;
    std::optional<std::string> department_code;
};

struct ImportFile {
    ImportLayout layout = ImportLayout::Simple;
    std::vector<ImportRow> rows;
    std::vector<ImportLine> not_taken;
};

/// `file.unknown_format` when the header is neither layout's.
Result<ImportFile> read_import(std::string_view bytes);

struct ImportScope {
    /// The places an import may meet: the directory, and the inside of the establishments it names.
    std::vector<Place> existing;
    /// FINESS numbers of places outside `existing`.
    std::set<std::string, std::less<>> finess_elsewhere;
    /// The establishment whose inside is imported; nothing for the directory.
    std::optional<PlaceId> under;
    /// INSEE code → name of the regions.
    std::map<std::string, std::string, std::less<>> region_names;
    std::string nation_name; // made when there is none
    Date today;
};

struct ImportChange {
    Place before;
    Place after;
};

struct ImportPlan {
    std::vector<Place> created; // parents before children
    std::vector<ImportChange> changed;
    std::vector<ImportLine> lines; // in the file's order
};

ImportPlan plan_import(const ImportFile& file, const ImportScope& scope, Random& random);

/// Names are compared without case and outer blanks: "MÉDECINE" and "médecine" are one.
std::string compared_name(std::string_view name);

} // namespace etabli
