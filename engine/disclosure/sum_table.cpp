// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/sum_table.cpp

#include "engine/disclosure/sum_table.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace etabli::disclosure {

namespace {

constexpr std::uint64_t prime = (std::uint64_t { 1 } << 61) - 1;

__extension__ using Wide = unsigned __int128;

std::uint64_t times(std::uint64_t one, std::uint64_t other)
{
    return static_cast<std::uint64_t>(Wide { one } * other % prime);
}

std::uint64_t minus(std::uint64_t value)
{
    return value == 0 ? 0 : prime - value;
}

/// Fermat: the inverse is the power prime - 2.
std::uint64_t inverse(std::uint64_t value)
{
    std::uint64_t result = 1;
    for (std::uint64_t exponent = prime - 2; exponent > 0; exponent /= 2, value = times(value, value))
        if (exponent % 2 == 1)
            result = times(result, value);
    return result;
}

struct Entry {
    int unknown = 0;
    std::uint64_t factor = 0;
    auto operator<=>(const Entry&) const = default;
};

/// Entries in the order of unknowns, the first with factor one: two rows are proportional when they are equal.
using Row = std::vector<Entry>;

Row scaled(Row row)
{
    if (!row.empty() && row.front().factor != 1) {
        const auto scale = inverse(row.front().factor);
        for (auto& entry : row)
            entry.factor = times(entry.factor, scale);
    }
    return row;
}

Row row_of(const SumCell& cell)
{
    Row row;
    for (const auto& term : cell.terms)
        row.push_back({ term.unknown, term.factor < 0 ? prime - 1 : 1 });
    return scaled(std::move(row));
}

std::uint64_t factor_of(const Row& row, int unknown)
{
    const auto found = std::lower_bound(row.begin(), row.end(), Entry { unknown, 0 });
    return found != row.end() && found->unknown == unknown ? found->factor : 0;
}

/// The row without the pivot's unknown, its first.
Row without(const Row& row, const Row& pivot)
{
    const auto times_pivot = minus(factor_of(row, pivot.front().unknown));
    if (times_pivot == 0)
        return row;
    Row left;
    auto one = row.begin();
    for (const auto& [unknown, factor] : pivot) {
        for (; one != row.end() && one->unknown < unknown; ++one)
            left.push_back(*one);
        auto value = times(times_pivot, factor);
        if (one != row.end() && one->unknown == unknown)
            value = (value + (one++)->factor) % prime;
        if (value != 0)
            left.push_back({ unknown, value });
    }
    left.insert(left.end(), one, row.end());
    return scaled(std::move(left));
}

/// What is open, and what must not follow from it, reduced by it.
class Opening {
public:
    /// From here on these rows, reduced already, are protected; those that nothing is left of cannot be.
    void protect(const std::vector<Row>& reduced_rows)
    {
        small_.insert(reduced_rows.begin(), reduced_rows.end());
        small_.erase(Row {});
    }
    Row reduced(Row row) const
    {
        for (const auto& pivot : open_)
            row = without(row, pivot);
        return row;
    }
    bool would_expose(const Row& reduced_row) const { return small_.contains(reduced_row); }
    void open(Row reduced_row)
    {
        if (reduced_row.empty())
            return;
        std::set<Row> small;
        for (const auto& row : small_)
            if (auto left = without(row, reduced_row); !left.empty())
                small.insert(std::move(left));
        small_ = std::move(small);
        open_.push_back(std::move(reduced_row));
    }

private:
    std::set<Row> small_;
    std::vector<Row> open_; // each without the first unknowns of those before it
};

std::vector<std::size_t> most_people_first(const std::vector<SumCell>& cells)
{
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::sort(order.begin(), order.end(),
        [&](auto one, auto other) { return std::pair(-cells[one].people, one) < std::pair(-cells[other].people, other); });
    return order;
}

bool is_protected(const SumCell& cell, std::int64_t k)
{
    return cell.offer == Offer::Hidden || (cell.people > 0 && cell.people < k);
}

} // namespace

SumProtection protect_sums(const std::vector<SumCell>& cells, std::int64_t k)
{
    SumProtection made { std::vector<bool>(cells.size(), false), {} };
    Opening opening;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (cells[cell].offer == Offer::Published) {
            made.open[cell] = true;
            opening.open(opening.reduced(row_of(cells[cell])));
        }
    std::vector<Row> small;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (is_protected(cells[cell], k)) {
            small.push_back(opening.reduced(row_of(cells[cell])));
            if (small.back().empty())
                made.given_away.push_back(cell);
        }
    opening.protect(small);
    for (const auto cell : most_people_first(cells)) {
        if (cells[cell].offer != Offer::Candidate || cells[cell].people < k)
            continue;
        auto row = opening.reduced(row_of(cells[cell]));
        if (!row.empty() && opening.would_expose(row))
            continue;
        made.open[cell] = true;
        opening.open(std::move(row));
    }
    return made;
}

} // namespace etabli::disclosure
