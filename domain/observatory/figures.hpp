// SPDX-License-Identifier: EUPL-1.2
// domain/observatory/figures.hpp
//
// Published figures: what a percentage must carry to be shown at all, when two figures cannot both be right, and
// what a table of ranks must be. Nothing here corrects a figure: it is refused, or shown with what is wrong.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"

namespace etabli {

/// A value a document may have meant.
struct FigureCandidate {
    double value = 0;
    bool is_percentage = false;
    bool printed = true; // false: computed by a reader, never in the document
};

struct PublishedFigure {
    std::string key;
    std::string question;
    bool is_percentage = false;
    std::optional<double> value; // none: nothing was retained
    std::vector<FigureCandidate> candidates;
    std::optional<std::int64_t> base;
    /// The question whose answers decide who was asked this one: its "yes" are this one's base.
    std::string base_from_question;
    bool has_perimeter = false;
    std::string source;
};

enum class FigureFault {
    PercentageWithoutBase,
    PercentageWithoutPerimeter,
    PercentageWithoutSource,
    PercentageOutOfRange,
    ContradictsBase // another figure's base supposes a share that none of the printed values gives
};

template <>
struct Names<FigureFault> {
    static constexpr std::array table {
        std::pair { FigureFault::PercentageWithoutBase, std::string_view("percentage_without_base") },
        std::pair { FigureFault::PercentageWithoutPerimeter, std::string_view("percentage_without_perimeter") },
        std::pair { FigureFault::PercentageWithoutSource, std::string_view("percentage_without_source") },
        std::pair { FigureFault::PercentageOutOfRange, std::string_view("percentage_out_of_range") },
        std::pair { FigureFault::ContradictsBase, std::string_view("contradicts_base") },
    };
};

struct FigureFinding {
    std::string key;
    FigureFault fault = FigureFault::PercentageWithoutBase;
    std::string other_key; // the figure it contradicts
    std::optional<double> implied; // the share, in percent, which that one's base supposes
};

template <>
struct Describe<FigureFinding> {
    static constexpr std::string_view name = "FigureFinding";
    static constexpr auto fields = std::tuple {
        field("key", &FigureFinding::key, one_line),
        field("fault", &FigureFinding::fault),
        field("other_key", &FigureFinding::other_key, { .min = 0, .max = 200 }),
        field("implied", &FigureFinding::implied),
    };
};

/// A figure with such a fault does not enter; a contradiction enters and is said.
bool is_refused(FigureFault fault);

std::vector<FigureFinding> check_figures(const std::vector<PublishedFigure>& figures);

/// Each rank from 1 to the number of rows, once: what a column of ranks is, or a copy went wrong.
bool is_permutation_of_ranks(const std::vector<std::int64_t>& ranks);

} // namespace etabli
