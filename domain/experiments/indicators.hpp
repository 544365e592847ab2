// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/indicators.hpp
//
// Figures a team chose to judge its own experiment. An indicator has a purpose and an end, or it is not shown; a
// share comes with its base, or it is refused; one point of it brings several people together, or it is refused.

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

/// A count of what happens; a share of a whole (so many of so many); a rate, which may exceed its base (falls for a thousand
/// days); the mean of what was measured (minutes, over so many times).
enum class Counting { Count, Ratio, Rate, Measure };

template <>
struct Names<Counting> {
    static constexpr std::array table {
        std::pair { Counting::Count, std::string_view("count") },
        std::pair { Counting::Ratio, std::string_view("ratio") },
        std::pair { Counting::Rate, std::string_view("rate") },
        std::pair { Counting::Measure, std::string_view("measure") },
    };
};

/// How long one point lasts.
enum class Rhythm { Day, Week, Month };

template <>
struct Names<Rhythm> {
    static constexpr std::array table {
        std::pair { Rhythm::Day, std::string_view("day") },
        std::pair { Rhythm::Week, std::string_view("week") },
        std::pair { Rhythm::Month, std::string_view("month") },
    };
};

/// The first day of the period a day falls in: itself, its Monday, the first of its month.
Date period_start(Rhythm rhythm, Date day);
/// The first day of the next.
Date period_after(Rhythm rhythm, Date start);

/// How figures come in: written or pasted here; ticked on telephones, each adding to the sum of its period; or one question
/// that each answers by yes or no, of which only the sum of a period that is over is shown.
enum class EntryWay { Hand, Tally, Pulse };

template <>
struct Names<EntryWay> {
    static constexpr std::array table {
        std::pair { EntryWay::Hand, std::string_view("hand") },
        std::pair { EntryWay::Tally, std::string_view("tally") },
        std::pair { EntryWay::Pulse, std::string_view("pulse") },
    };
};

/// What the team hopes to see of it, said before counting. Watched: a figure that should not get worse, or of which nobody
/// knows which way is better.
enum class Hoped { Less, More, Watched };

template <>
struct Names<Hoped> {
    static constexpr std::array table {
        std::pair { Hoped::Less, std::string_view("less") },
        std::pair { Hoped::More, std::string_view("more") },
        std::pair { Hoped::Watched, std::string_view("watched") },
    };
};

/// The header's names in the last file that was read into it, so that the next need not be asked about.
struct FigureColumns {
    std::string day;
    std::string numerator;
    std::string base; // empty: none
};

template <>
struct Describe<FigureColumns> {
    static constexpr std::string_view name = "FigureColumns";
    static constexpr auto fields = std::tuple {
        field("day", &FigureColumns::day, one_line),
        field("numerator", &FigureColumns::numerator, one_line),
        field("base", &FigureColumns::base, { .min = 0, .max = 200 }),
    };
};

/// What a team says of an indicator when it chooses it.
struct IndicatorDefinition {
    std::string title;
    std::optional<std::string> purpose;
    std::string definition;
    Counting counting = Counting::Count;
    std::string unit; // the numerator: "interruptions"
    std::string base_unit; // the denominator: "handovers"; empty for a count
    EvaluationField field = EvaluationField::Activity;
    std::string source; // on what it is counted
    std::string entered_by; // who counts
    Rhythm rhythm = Rhythm::Week;
    EntryWay entry = EntryWay::Hand;
    Hoped hoped = Hoped::Watched;
    std::int64_t people = 0; // whose work one point brings together
    std::string library_code; // of packs/references/indicators.json; empty: the team's own words
    std::optional<Date> expires_on;
};

template <>
struct Describe<IndicatorDefinition> {
    static constexpr std::string_view name = "IndicatorDefinition";
    static constexpr auto fields = std::tuple {
        etabli::field("title", &IndicatorDefinition::title, one_line),
        etabli::field("purpose", &IndicatorDefinition::purpose, { .min = 0, .max = 300 }),
        etabli::field("definition", &IndicatorDefinition::definition, { .min = 1, .max = 400 }),
        etabli::field("counting", &IndicatorDefinition::counting),
        etabli::field("unit", &IndicatorDefinition::unit, { .min = 1, .max = 60 }),
        etabli::field("base_unit", &IndicatorDefinition::base_unit, { .min = 0, .max = 60 }),
        etabli::field("field", &IndicatorDefinition::field),
        etabli::field("source", &IndicatorDefinition::source, { .min = 1, .max = 300 }),
        etabli::field("entered_by", &IndicatorDefinition::entered_by, { .min = 0, .max = 200 }),
        etabli::field("rhythm", &IndicatorDefinition::rhythm),
        etabli::field("entry", &IndicatorDefinition::entry),
        etabli::field("hoped", &IndicatorDefinition::hoped),
        etabli::field("people", &IndicatorDefinition::people, { .min = 0, .max = 100'000 }),
        etabli::field("library_code", &IndicatorDefinition::library_code, { .min = 0, .max = 64 }),
        etabli::field("expires_on", &IndicatorDefinition::expires_on),
    };
};

struct Indicator : IndicatorDefinition {
    IndicatorId id;
    ExperimentId experiment_id;
    std::optional<FigureColumns> columns;
    std::int64_t version = 1;
};

template <>
struct Describe<Indicator> {
    static constexpr std::string_view name = "Indicator";
    static constexpr auto fields = std::tuple_cat(
        std::tuple {
            etabli::field("id", &Indicator::id),
            etabli::field("experiment_id", &Indicator::experiment_id),
            etabli::field("columns", &Indicator::columns),
            etabli::field("version", &Indicator::version, { .min = 1, .max = INT64_MAX }),
        },
        Describe<IndicatorDefinition>::fields);
};

/// What was counted in the period that begins that day. Of a measure, the sum of what was measured, and how many times.
struct IndicatorValue {
    EntryId id;
    IndicatorId indicator_id;
    Date counted_on;
    double numerator = 0;
    std::optional<std::int64_t> base;
    std::int64_t entries = 1; // how many times somebody added to it
    std::string set_aside; // why lines and rules leave it out; empty: they do not
};

/// Nobody counts more than this by hand in a month.
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
        field("entries", &IndicatorValue::entries, { .min = 1, .max = counted_max }),
        field("set_aside", &IndicatorValue::set_aside, { .min = 0, .max = 200 }),
    };
};

} // namespace etabli
