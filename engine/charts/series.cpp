// SPDX-License-Identifier: EUPL-1.2
// engine/charts/series.cpp

#include "engine/charts/series.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "engine/charts/series_fields.hpp"
#include "engine/charts/sums.hpp"

namespace etabli::charts {

namespace {

struct Columns {
    std::size_t x = 0;
    std::size_t y = 0;
    std::optional<std::size_t> n;
    std::optional<std::size_t> group;
};

Result<Columns> columns_in(const CsvTable& table, const SeriesColumns& wanted)
{
    std::vector<std::string> header;
    for (const auto& name : table.header())
        header.emplace_back(trimmed(name));
    Columns made;
    made.x = TRY(CsvTable::column_in(header, "x"));
    made.y = TRY(CsvTable::column_in(header, "y"));
    const bool has_n = std::find(header.begin(), header.end(), "n") != header.end();
    if (wanted.shape == Shape::Ratios || (wanted.shape == Shape::ValuesOfSizes && has_n))
        made.n = TRY(CsvTable::column_in(header, "n"));
    if (!wanted.group.empty())
        made.group = TRY(CsvTable::column_in(header, wanted.group));
    return made;
}

/// A number with a decimal comma between commas makes a column too many: say so, rather than count columns.
Problem with_advice(Problem problem, const CsvTable& table, bool decimal_comma)
{
    if (decimal_comma || problem.detail().find(" columns, where ") == std::string::npos)
        return problem;
    return Problem("request.invalid",
        fmt::format(
            "line {}: more or fewer columns than the first line has; numbers with a comma (3,5) need semicolons between "
            "columns",
            table.line()));
}

/// Step 1.3: in the order of x; what the file has in order stays as it is.
void put_in_order(Series& series)
{
    if (std::is_sorted(series.order.begin(), series.order.end()))
        return;
    std::vector<std::size_t> places(series.size());
    std::iota(places.begin(), places.end(), std::size_t { 0 });
    std::sort(places.begin(), places.end(), [&](std::size_t one, std::size_t other) {
        return std::pair(series.order[one], one) < std::pair(series.order[other], other);
    });
    const auto reorder = [&](auto& column) {
        auto made = column;
        for (std::size_t at = 0; at < places.size(); ++at)
            made[at] = std::move(column[places[at]]);
        column = std::move(made);
    };
    reorder(series.labels);
    reorder(series.order);
    reorder(series.lines);
    reorder(series.values);
    reorder(series.sizes);
}

Result<void> check_no_duplicate(const Series& series)
{
    for (std::size_t at = 1; at < series.size(); ++at)
        if (series.order[at] == series.order[at - 1])
            return CsvTable::trouble(std::max(series.lines[at], series.lines[at - 1]), "x",
                fmt::format("stands on line {} already{}", std::min(series.lines[at], series.lines[at - 1]),
                    series.group.empty() ? "" : ", in the same group"));
    return {};
}

/// Step 1.4: the rows of one x are one point.
Series subgroups_of(const Series& rows)
{
    Series made;
    made.group = rows.group;
    for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
        while (last < rows.size() && rows.order[last] == rows.order[first])
            ++last;
        const auto values = std::span(rows.values).subspan(first, last - first);
        made.labels.push_back(rows.labels[first]);
        made.order.push_back(rows.order[first]);
        made.lines.push_back(rows.lines[first]);
        made.values.push_back(mean_of(values));
        made.sizes.push_back(static_cast<double>(values.size()));
        made.deviations.push_back(deviation_of(values));
    }
    return made;
}

/// Goes through the rows; a group is found again by its name.
class Reader {
public:
    Reader(CsvTable& table, const Columns& columns, bool decimal_comma)
        : table_(table)
        , columns_(columns)
        , fields_(table, decimal_comma)
        , decimal_comma_(decimal_comma)
    {
    }

    Result<std::vector<Series>> read()
    {
        for (int rows = 0;; ++rows) {
            auto more = table_.next();
            if (!more.ok())
                return with_advice(std::move(more).problem(), table_, decimal_comma_);
            if (!more.value())
                return std::move(made_);
            if (rows == rows_max)
                return Problem("request.invalid", fmt::format("line {}: more than {} rows", table_.line(), rows_max));
            TRY(take_row());
        }
    }

private:
    Result<void> take_row()
    {
        const double order = TRY(fields_.order(columns_.x));
        const double value = TRY(fields_.number(columns_.y));
        double size = 1;
        if (columns_.n) {
            size = TRY(fields_.number(*columns_.n));
            if (!(size > 0))
                return table_.trouble_in(*columns_.n, "is not above zero: there is nothing to divide by");
        }
        auto& series = series_of(columns_.group ? trimmed(table_[*columns_.group]) : std::string_view());
        series.labels.emplace_back(trimmed(table_[columns_.x]));
        series.order.push_back(order);
        series.lines.push_back(table_.line());
        series.values.push_back(value);
        series.sizes.push_back(size);
        return {};
    }

    Series& series_of(std::string_view group)
    {
        if (!made_.empty() && made_.back().group == group)
            return made_.back();
        const auto [found, is_new] = by_group_.try_emplace(std::string(group), made_.size());
        if (is_new) {
            made_.emplace_back().group = group;
            made_.back().has_sizes = columns_.n.has_value();
        }
        return made_[found->second];
    }

    CsvTable& table_;
    const Columns& columns_;
    SeriesFields fields_;
    bool decimal_comma_;
    std::vector<Series> made_;
    std::unordered_map<std::string, std::size_t> by_group_;
};

} // namespace

Result<std::vector<Series>> read_series(std::string_view text, const SeriesColumns& wanted)
{
    auto table = TRY(CsvTable::create(text));
    const auto columns = TRY(columns_in(table, wanted));
    auto made = TRY(Reader(table, columns, has_decimal_comma(text)).read());
    if (made.empty())
        return Problem("series.too_short", "line 2: there is no row below the header");
    for (auto& series : made) {
        put_in_order(series);
        if (wanted.shape == Shape::Subgroups)
            series = subgroups_of(series);
        else
            TRY(check_no_duplicate(series));
    }
    return made;
}

} // namespace etabli::charts
