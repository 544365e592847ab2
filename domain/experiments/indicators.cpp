// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/indicators.cpp

#include "domain/experiments/indicators.hpp"

#include <algorithm>

namespace etabli {

namespace {

double median_of(std::vector<std::int64_t> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    const auto half = numbers.size() / 2;
    if (numbers.size() % 2 == 1)
        return static_cast<double>(numbers[half]);
    return (static_cast<double>(numbers[half - 1]) + static_cast<double>(numbers[half])) / 2;
}

} // namespace

std::vector<PeriodSummary> summaries(const std::vector<IndicatorValue>& values, Date starts_on)
{
    std::vector<PeriodSummary> all;
    for (const bool since_start : { false, true }) {
        PeriodSummary period { .since_start = since_start };
        std::vector<std::int64_t> numbers;
        for (const auto& value : values) {
            if ((value.counted_on >= starts_on) != since_start)
                continue;
            numbers.push_back(value.numerator);
            period.numerator += value.numerator;
            period.base += value.base.value_or(0);
        }
        if (numbers.empty())
            continue;
        period.figures = static_cast<std::int64_t>(numbers.size());
        period.median = median_of(std::move(numbers));
        all.push_back(period);
    }
    return all;
}

} // namespace etabli
