// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/indicators.hpp
//
// Figures a team chose to judge its own experiment. An indicator has a purpose and an end, or it is not shown; a
// ratio comes with its base, or it is refused.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/experiments/experiments.hpp"

namespace etabli {

/// The three fields read jointly: never one alone.
enum class EvaluationField { Activity, Methods, Practices };

template <>
struct Names<EvaluationField> {
    static constexpr std::array table {
        std::pair { EvaluationField::Activity, std::string_view("activity") },
        std::pair { EvaluationField::Methods, std::string_view("methods") },
        std::pair { EvaluationField::Practices, std::string_view("practices") },
    };
};

enum class Counting { Count, Ratio };

template <>
struct Names<Counting> {
    static constexpr std::array table {
        std::pair { Counting::Count, std::string_view("count") },
        std::pair { Counting::Ratio, std::string_view("ratio") },
    };
};

struct Indicator {
    IndicatorId id;
    ExperimentId experiment_id;
    std::string title;
    std::string purpose;
    std::string definition;
    Counting counting = Counting::Count;
    std::string unit; // "interruptions"
    std::string base_unit; // "treatments", for a ratio
    EvaluationField field = EvaluationField::Activity;
    std::string source; // who counts, on what
    std::optional<Date> expires_on;
    std::int64_t version = 1;
};

template <>
struct Describe<Indicator> {
    static constexpr std::string_view name = "Indicator";
    static constexpr auto fields = std::tuple {
        etabli::field("id", &Indicator::id),
        etabli::field("experiment_id", &Indicator::experiment_id),
        etabli::field("title", &Indicator::title, one_line),
        etabli::field("purpose", &Indicator::purpose, { .min = 1, .max = 300 }),
        etabli::field("definition", &Indicator::definition, { .min = 1, .max = 400 }),
        etabli::field("counting", &Indicator::counting),
        etabli::field("unit", &Indicator::unit, { .min = 1, .max = 60 }),
        etabli::field("base_unit", &Indicator::base_unit, { .min = 0, .max = 60 }),
        etabli::field("field", &Indicator::field),
        etabli::field("source", &Indicator::source, { .min = 1, .max = 300 }),
        etabli::field("expires_on", &Indicator::expires_on),
        etabli::field("version", &Indicator::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// What was counted on a day (or in the week that begins that day).
struct IndicatorValue {
    EntryId id;
    IndicatorId indicator_id;
    Date counted_on;
    std::int64_t numerator = 0;
    std::optional<std::int64_t> base;
};

/// Nobody counts more than this by hand in a week.
inline constexpr std::int64_t counted_max = 1'000'000;

template <>
struct Describe<IndicatorValue> {
    static constexpr std::string_view name = "IndicatorValue";
    static constexpr auto fields = std::tuple {
        field("id", &IndicatorValue::id),
        field("indicator_id", &IndicatorValue::indicator_id),
        field("counted_on", &IndicatorValue::counted_on),
        field("numerator", &IndicatorValue::numerator, { .min = 0, .max = counted_max }),
        field("base", &IndicatorValue::base, { .min = 1, .max = counted_max }),
    };
};

/// The figures of one period, before the change or since: how many, their median, and for a ratio their sums.
struct PeriodSummary {
    bool since_start = false;
    std::int64_t figures = 0;
    double median = 0; // of a count
    std::int64_t numerator = 0;
    std::int64_t base = 0; // of a ratio
};

template <>
struct Describe<PeriodSummary> {
    static constexpr std::string_view name = "PeriodSummary";
    static constexpr Bounds whole { .min = 0, .max = INT64_MAX };
    static constexpr auto fields = std::tuple {
        field("since_start", &PeriodSummary::since_start),
        field("figures", &PeriodSummary::figures, whole),
        field("median", &PeriodSummary::median),
        field("numerator", &PeriodSummary::numerator, whole),
        field("base", &PeriodSummary::base, whole),
    };
};

/// Before, then since; a period without a figure is left out. Nothing is said of causes.
std::vector<PeriodSummary> summaries(const std::vector<IndicatorValue>& values, Date starts_on);

} // namespace etabli
