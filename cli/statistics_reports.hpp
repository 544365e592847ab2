// SPDX-License-Identifier: EUPL-1.2
// cli/statistics_reports.hpp
//
// What `etabli statistics` answers: one flat JSON object per command, lists of flat objects inside; the same as a table
// for people. A number that does not exist is null.

#pragma once

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "engine/statistics/tables.hpp"

namespace etabli::cli {

struct Report {
    json::object body;
    bool is_defined = true; // false: the statistic does not exist, and the body says why
};

/// One file and everything that can be asked about it; each command reads its own part.
struct StatisticsOptions {
    std::string answers;
    std::string items; // columns, with commas; empty: all
    double confidence = statistics::confidence_default;
    std::string format = "table";

    std::optional<int> factors;

    int options = 0;
    std::optional<int> favourable;
    std::optional<std::int64_t> population;

    std::string unit;
    std::string score;
    std::string headcount;

    std::string by;
    std::string first;
    std::string second;
    std::string again;
    std::optional<std::int64_t> population_first;
    std::optional<std::int64_t> population_second;

    std::string stratum;
    std::string stratum_size;
    std::string weight;
    std::vector<std::string> totals;
    std::vector<std::string> means;
    std::vector<std::string> ratios;

    int groups = 1;
    std::string variant = "ward.D2";
    bool scale = false;
    std::string label;
};

using Answers = statistics::AnswerTable;

Result<Report> report_description(const Answers& answers, const StatisticsOptions& options);
Result<Report> report_reliability(const Answers& answers, const StatisticsOptions& options);
Result<Report> report_agreement(const Answers& answers, const StatisticsOptions& options);
Result<Report> report_comparison(const Answers& answers, const StatisticsOptions& options);
Result<Report> report_strata(const Answers& answers, const StatisticsOptions& options);
Result<Report> report_clusters(const Answers& answers, const StatisticsOptions& options);
Result<Report> report_polychoric(const Answers& answers, const StatisticsOptions& options);

/// Full precision; null when it does not exist or is infinite.
json::value number(std::optional<double> value);
void add_interval(json::object& to, const std::string& prefix, const std::optional<statistics::Interval>& interval);
/// The columns that --items names, or all.
Result<std::vector<std::size_t>> columns_of(const Answers& answers, const std::string& items);

/// For people: single values first, then each list as aligned columns, six digits.
std::string table_text(const json::object& body);

} // namespace etabli::cli
