// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/published.cpp

#include "engine/disclosure/published.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "engine/disclosure/attack.hpp"
#include "engine/disclosure/halves.hpp"
#include "engine/disclosure/tables.hpp"

namespace etabli::disclosure {

namespace {

/// The place whose people a mask's root counts: the one whose parts its widest places are, all of them, or its only widest place.
Result<int> root_of(const Lattice& lattice, const std::vector<MaskRow>& rows)
{
    std::set<std::pair<int, int>> by_level;
    for (const auto& row : rows)
        if (row.at.node != 0)
            by_level.emplace(lattice.node(row.at.node).level, row.at.node);
    if (by_level.empty())
        return 0;
    const auto [level, first] = *by_level.begin();
    const auto end = by_level.lower_bound({ level + 1, 0 });
    const auto& place = lattice.node(lattice.node(first).parent);
    const auto widest = std::distance(by_level.begin(), end);
    if (first == place.first_child && widest == place.child_count && std::prev(end)->second == first + place.child_count - 1)
        return lattice.node(first).parent;
    if (widest == 1)
        return first;
    return Problem("request.invalid",
        fmt::format("it names {} places of level {}, not all those of one place: whom its root counts cannot be told", widest,
            lattice.levels()[index(level)]));
}

/// Of what its root counts, every cell with people must have been decided: else its root may be another place.
Result<void> check_whole(const Lattice& lattice, const std::vector<MaskRow>& rows, int root)
{
    std::vector<Cells> named(index(lattice.node_count()), no_cell);
    for (const auto& row : rows)
        named[index(row.at.node == 0 ? root : row.at.node)] |= cell_at(row.at.cell);
    std::vector<bool> is_within(index(lattice.node_count()), false);
    for (int node = root; node < lattice.node_count(); ++node) {
        is_within[index(node)] = node == root || (node > root && is_within[index(lattice.node(node).parent)]);
        if (is_within[index(node)] && (lattice.cells_with_people(node) & ~named[index(node)]) != no_cell)
            return Problem("request.invalid",
                fmt::format(
                    "it has rows of its root, and none of a cell of level {}, node {}: whom its root counts cannot be told",
                    lattice.levels()[index(lattice.node(node).level)], lattice.node(node).name));
    }
    return {};
}

Result<void> decide(const Lattice& lattice, const MaskRow& row, int node, Published& published)
{
    const auto cell = cell_at(row.at.cell);
    auto& same = (row.is_open ? published.open : published.withheld)[index(node)];
    const auto& other = (row.is_open ? published.withheld : published.open)[index(node)];
    if ((other & cell) != 0)
        return CsvTable::trouble(row.line, "state", "is not what was said of this cell before");
    if (row.is_open && !row.number)
        return CsvTable::trouble(row.line, "n", "holds no whole number, and the cell is open");
    if (row.is_open && row.number != lattice.count(node, row.at.cell))
        return CsvTable::trouble(row.line, "n",
            fmt::format("is not the {} of these counts: answers have changed since, or others are counted",
                lattice.count(node, row.at.cell)));
    same |= cell & lattice.cells_with_people(node);
    return {};
}

Result<void> read_one(std::string_view text, const Lattice& lattice, Published& published)
{
    std::vector<MaskRow> rows;
    TRY(each_mask_row(text, lattice, [&](const MaskRow& row) -> Result<void> {
        rows.push_back(row);
        return {};
    }));
    int root = 0;
    if (std::any_of(rows.begin(), rows.end(), [](const MaskRow& row) { return row.at.node == 0; })) {
        root = TRY(root_of(lattice, rows));
        TRY(check_whole(lattice, rows, root));
    }
    for (const auto& row : rows)
        TRY(decide(lattice, row, row.at.node == 0 ? root : row.at.node, published));
    return {};
}

} // namespace

Result<Published> read_published(const std::vector<NamedMask>& masks, const Lattice& lattice)
{
    const std::vector<Cells> nothing(index(lattice.node_count()), no_cell);
    Published published { nothing, nothing };
    for (const auto& [name, text] : masks)
        if (const auto read = read_one(text, lattice, published); !read.ok())
            return Problem("request.invalid", fmt::format("{}: {}", name, read.problem().detail()));
    return published;
}

namespace {

/// What follows from a mask and should not.
struct Told {
    std::vector<Cells> primary; // by node: closed for themselves, and computable
    std::vector<SmallGroup> groups; // in order

    bool is_more_than(const Told& other) const
    {
        if (!std::includes(other.groups.begin(), other.groups.end(), groups.begin(), groups.end()))
            return true;
        for (std::size_t node = 0; node < primary.size(); ++node)
            if ((primary[node] & ~other.primary[node]) != no_cell)
                return true;
        return false;
    }
};

Told told_by(const Mask& mask, const Lattice& lattice, const Rules& rules, const std::vector<Cells>& primary)
{
    auto found = attack(lattice, mask, rules.k);
    Told told { primary, {} };
    for (std::size_t node = 0; node < primary.size(); ++node)
        told.primary[node] &= found.known[node] & ~mask.open[node];
    if (rules.residual)
        told.groups = std::move(found.small_groups);
    std::sort(told.groups.begin(), told.groups.end());
    return told;
}

struct Candidate {
    bool is_opened_alone = false; // by a release that nothing was published before
    std::int64_t count = 0;
    int node = 0;
    int cell = 0;
};

std::vector<Candidate> candidates_of(const Lattice& lattice, const Protection& alone, const Published& published)
{
    std::vector<Candidate> all;
    for (int node = 0; node < lattice.node_count(); ++node)
        each_cell(lattice.cells_with_people(node) & ~published.open[index(node)] & ~alone.primary[index(node)], [&](int cell) {
            all.push_back({ (alone.mask.open[index(node)] & cell_at(cell)) != 0, lattice.count(node, cell), node, cell });
        });
    std::sort(all.begin(), all.end(), [](const Candidate& one, const Candidate& other) {
        return std::tuple(!one.is_opened_alone, -one.count, one.cell, one.node)
            < std::tuple(!other.is_opened_alone, -other.count, other.cell, other.node);
    });
    return all;
}

} // namespace

ReleaseBeside protect_beside(const Lattice& lattice, const Rules& rules, const Published& published)
{
    VERIFY(published.open.size() == index(lattice.node_count()) && published.withheld.size() == published.open.size());
    auto [mask, primary, settled] = protect(lattice, rules, published.withheld);
    const auto candidates = candidates_of(lattice, { mask, primary, {} }, published);
    for (std::size_t node = 0; node < primary.size(); ++node)
        primary[node] &= ~published.open[node];
    mask.open = published.open;
    const auto before = told_by(mask, lattice, rules, primary);
    auto told = before;
    take_by_halves(std::span<const Candidate>(candidates), [&](std::span<const Candidate> cells) {
        auto tried = mask;
        for (const auto& candidate : cells)
            tried.open[index(candidate.node)] |= cell_at(candidate.cell);
        const auto now = told_by(tried, lattice, rules, primary);
        if (now.is_more_than(told))
            return false;
        mask = std::move(tried);
        told = now;
        return true;
    });
    auto given_away = static_cast<std::int64_t>(before.groups.size());
    for (const auto cells : before.primary)
        given_away += how_many(cells);
    return { { std::move(mask), std::move(primary), {} }, given_away };
}

} // namespace etabli::disclosure
