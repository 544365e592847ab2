// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/reference_test.cpp
//
// The same question answered as the reference does it (Langsrud 2024): one Gaussian elimination over the whole table, cells
// in decreasing order of count, a cell closed when its row, reduced, is that of a cell that must stay closed. On surveys
// drawn by a law, both close as many cells.

#include <algorithm>

#include <gtest/gtest.h>

#include "engine/disclosure/protect.hpp"
#include "engine/disclosure/sums.hpp"
#include "engine/disclosure/tables.hpp"
#include "tests/support/staff_counts.hpp"

namespace etabli::disclosure {

namespace {

constexpr std::int64_t k = 11;
constexpr std::uint64_t prime = 1'000'000'007;

using Row = std::vector<std::pair<int, std::uint64_t>>; // unknowns in order, with their factors

std::uint64_t inverse(std::uint64_t value)
{
    std::uint64_t result = 1;
    for (std::uint64_t exponent = prime - 2; exponent > 0; exponent /= 2, value = value * value % prime)
        result = exponent % 2 == 1 ? result * value % prime : result;
    return result;
}

std::uint64_t factor_of(const Row& row, int unknown)
{
    const auto found = std::lower_bound(row.begin(), row.end(), std::pair<int, std::uint64_t> { unknown, 0 });
    return found != row.end() && found->first == unknown ? found->second : 0;
}

/// Less so many times the other, then with one as its first factor.
Row less(const Row& row, const Row& other, std::uint64_t times)
{
    Row left;
    auto one = row.begin();
    for (const auto& [unknown, factor] : other) {
        for (; one != row.end() && one->first < unknown; ++one)
            left.push_back(*one);
        auto value = (prime - times * factor % prime) % prime;
        if (one != row.end() && one->first == unknown)
            value = (value + (one++)->second) % prime;
        if (value != 0)
            left.emplace_back(unknown, value);
    }
    left.insert(left.end(), one, row.end());
    return left;
}

Row scaled(Row row)
{
    if (row.empty())
        return row;
    const auto scale = inverse(row.front().second);
    for (auto& term : row)
        term.second = term.second * scale % prime;
    return row;
}

class Reference {
public:
    explicit Reference(const Lattice& lattice) : sums_(lattice)
    {
        for (int node = 0; node < lattice.node_count(); ++node)
            each_cell(lattice.cells_with_people(node), [&](int cell) {
                if (lattice.count(node, cell) < k)
                    small_.push_back(row_of(node, cell));
                else
                    candidates_.push_back({ lattice.count(node, cell), node, cell });
            });
        std::stable_sort(
            candidates_.begin(), candidates_.end(), [](const auto& one, const auto& other) { return one.count > other.count; });
    }

    int secondary()
    {
        int closed = 0;
        for (const auto& candidate : candidates_) {
            auto row = row_of(candidate.node, candidate.cell);
            for (const auto& open : open_)
                if (const auto factor = factor_of(row, open.front().first); factor != 0)
                    row = less(row, open, factor);
            row = scaled(std::move(row));
            if (row.empty())
                continue; // known already
            if (std::find(small_.begin(), small_.end(), row) != small_.end())
                ++closed;
            else
                open_up(std::move(row));
        }
        return closed;
    }

private:
    struct Candidate {
        std::int64_t count = 0;
        int node = 0;
        int cell = 0;
    };

    Row row_of(int node, int cell) const
    {
        Row row;
        for (const int unknown : sums_.members(node, cell))
            row.emplace_back(unknown, 1);
        return row;
    }

    void open_up(Row row)
    {
        for (auto& small : small_)
            if (const auto factor = factor_of(small, row.front().first); factor != 0)
                small = scaled(less(small, row, factor));
        open_.push_back(std::move(row));
    }

    Sums sums_;
    std::vector<Row> small_; // reduced by what is open
    std::vector<Row> open_;
    std::vector<Candidate> candidates_;
};

void check(int respondents, std::uint64_t seed)
{
    const CountsColumns columns { { "region", "est", "pole", "serv", "team" }, "occ", "n", {} };
    const auto lattice = read_counts(tests::staff_counts(respondents, seed), columns);
    ASSERT_TRUE(lattice.ok());
    const auto made = protect(lattice.value(), { .k = k, .residual = false });
    int secondary = 0;
    for (int node = 0; node < lattice.value().node_count(); ++node)
        secondary += how_many(made.secondary(lattice.value(), node));
    EXPECT_GT(secondary, 0);
    EXPECT_EQ(secondary, Reference(lattice.value()).secondary()) << respondents << " respondents, seed " << seed;
}

} // namespace

TEST(Reference, closes_as_many_cells_by_elimination_over_the_whole_table)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed)
        check(2'000, seed);
    check(5'000, 1);
}

} // namespace etabli::disclosure
