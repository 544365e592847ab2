// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/groupings.cpp

#include "engine/disclosure/groupings.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/disclosure/elimination.hpp"
#include "engine/disclosure/sum_table.hpp"
#include "engine/disclosure/sums.hpp"
#include "engine/disclosure/tables.hpp"

namespace etabli::disclosure {

namespace {

using Members = std::vector<int>; // smallest cells with people, in their order

Members members_of(const Sums& sums, const Grouping& grouping)
{
    Members all;
    for (const auto& [node, cell] : grouping.parts) {
        const auto part = sums.members(node, cell);
        all.insert(all.end(), part.begin(), part.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// P1 by headcount, and P2 for whoever spans several establishments.
class OwnRules {
public:
    OwnRules(const Lattice& lattice, const Rules& rules) : rules_(rules)
    {
        for (int node = 0; node < lattice.node_count(); ++node)
            if (lattice.node(node).child_count == 0)
                each_cell(lattice.cells_with_people(node) & ~total_cell, [&](int cell) {
                    people_.push_back(
                        { lattice.count(node, cell), lattice.headcount(node, cell), establishment_of(lattice, node) });
                });
    }

    std::int64_t people(const Members& members) const
    {
        std::int64_t sum = 0;
        for (const int member : members)
            sum += people_[index(member)].answered;
        return sum;
    }
    bool close(const Members& members) const
    {
        std::int64_t headcount = 0;
        std::map<int, std::int64_t> by_establishment;
        for (const int member : members) {
            const auto& cell = people_[index(member)];
            headcount += cell.asked;
            by_establishment[cell.establishment] += cell.answered;
        }
        const auto all = people(members);
        if (all < rules_.k || headcount < rules_.k)
            return true;
        if (!rules_.establishment_level || by_establishment.size() == 1)
            return false;
        return by_establishment.size() < index(establishments_min)
            || std::any_of(by_establishment.begin(), by_establishment.end(),
                [&](const auto& each) { return each.second * 100 > all * dominance_percent; });
    }

private:
    struct Smallest {
        std::int64_t answered = 0;
        std::int64_t asked = 0;
        int establishment = 0;
    };

    int establishment_of(const Lattice& lattice, int node) const
    {
        while (rules_.establishment_level && lattice.node(node).level > *rules_.establishment_level)
            node = lattice.node(node).parent;
        return node;
    }

    Rules rules_;
    std::vector<Smallest> people_;
};

/// Everything that could be told, as a row of sums: cells of the lattice, then groupings, then what is left when one is taken
/// from another.
struct Table {
    std::vector<SumCell> cells;
    std::vector<Members> members;

    void add(Members who, std::int64_t people, Offer offer)
    {
        SumCell cell { {}, people, offer };
        for (const int member : who)
            cell.terms.push_back({ member, 1 });
        cells.push_back(std::move(cell));
        members.push_back(std::move(who));
    }
};

Table cells_of(const Lattice& lattice, const ShownMask& shown, const Rules& rules, const Sums& sums)
{
    const auto primary = primary_of(lattice, rules, shown.primary).cells;
    Table table;
    for (int node = lattice.node_count() - 1; node >= 0; --node) // the smallest first: what is left of the others is short
        each_cell(lattice.cells_with_people(node), [&](int cell) {
            const auto offer = (shown.mask.open[index(node)] & cell_at(cell)) != 0 ? Offer::Published
                : (primary[index(node)] & cell_at(cell)) != 0                      ? Offer::Hidden
                                                                                   : Offer::Withheld;
            table.add(sums.members(node, cell), lattice.count(node, cell), offer);
        });
    return table;
}

Members both(const Members& one, const Members& another)
{
    Members common;
    std::set_intersection(one.begin(), one.end(), another.begin(), another.end(), std::back_inserter(common));
    return common;
}

Members less(const Members& one, const Members& another)
{
    Members left;
    std::set_difference(one.begin(), one.end(), another.begin(), another.end(), std::back_inserter(left));
    return left;
}

/// What is left of an open place when its open categories are taken away, and of an open cell less its open parts.
std::vector<Members> rests_of(const Lattice& lattice, const Mask& mask, const Sums& sums)
{
    std::vector<Members> rests;
    const auto is_open = [&](int node, int cell) { return (mask.open[index(node)] & cell_at(cell)) != 0; };
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto& place = lattice.node(node);
        Members left = sums.members(node, 0);
        each_cell(mask.open[index(node)] & ~total_cell, [&](int cell) { left = less(left, sums.members(node, cell)); });
        if (is_open(node, 0))
            rests.push_back(std::move(left));
        each_cell(place.child_count == 0 ? no_cell : mask.open[index(node)], [&](int cell) {
            auto of_parts = sums.members(node, cell);
            for (int part = place.first_child; part < place.first_child + place.child_count; ++part)
                if (is_open(part, cell))
                    of_parts = less(of_parts, sums.members(part, cell));
            rests.push_back(std::move(of_parts));
        });
    }
    return rests;
}

/// Parts of 1 to k - 1 people that show_groupings speaks of; each once.
void add_small_parts(Table& table, std::size_t first_grouping, std::size_t groupings, std::vector<Members> rests,
    const OwnRules& own, std::int64_t k)
{
    const auto cells = table.members.begin();
    for (std::size_t grouping = first_grouping; grouping < first_grouping + groupings; ++grouping) {
        auto left = table.members[grouping];
        for (std::size_t cell = first_grouping; cell-- > 0;) // the largest first
            if (table.cells[cell].offer == Offer::Published && less(table.members[cell], left).empty())
                left = less(left, table.members[cell]);
        rests.push_back(std::move(left));
    }
    rests.insert(rests.end(), cells, table.members.end());
    std::set<Members> parts;
    for (std::size_t grouping = first_grouping; grouping < first_grouping + groupings; ++grouping)
        for (const auto& rest : rests) {
            const auto& members = table.members[grouping];
            auto common = both(members, rest);
            if (common.empty())
                continue;
            for (auto& part : { std::move(common), less(members, rest), less(rest, members) })
                if (const auto people = own.people(part); people > 0 && people < k)
                    parts.insert(part);
        }
    for (const auto& part : parts)
        table.add(part, own.people(part), Offer::Withheld);
}

/// The second attacker on the same sums: what follows from what is open, and not from the mask alone.
void find_recovered(
    const Table& table, const SumProtection& made, std::size_t cells, int unknowns, std::int64_t k, GroupingsShown& shown)
{
    Elimination mask_alone(unknowns);
    Elimination with_groupings(unknowns);
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        if (table.cells[cell].offer == Offer::Published)
            mask_alone.publish(table.members[cell]);
        if (made.open[cell])
            with_groupings.publish(table.members[cell]);
    }
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        if (made.open[cell] || !with_groupings.is_derivable(table.members[cell])
            || mask_alone.is_derivable(table.members[cell]))
            continue;
        const auto& [terms, people, offer] = table.cells[cell];
        if (offer == Offer::Hidden || (people > 0 && people < k))
            ++shown.recovered;
        else if (cell < cells)
            ++shown.harmless;
    }
}

} // namespace

Result<std::vector<Grouping>> read_groupings(std::string_view text, const Lattice& lattice)
{
    auto table = TRY(CsvTable::create(text));
    const auto name = TRY(table.column("grouping"));
    auto cells = TRY(CellColumns::create(table, lattice));
    const Sums sums(lattice);
    std::vector<Grouping> groupings;
    std::vector<std::set<int>> members; // of each
    while (TRY(table.next())) {
        if (table[name].empty())
            return table.trouble_in(name, "names no grouping");
        const auto part = TRY(cells.read(table));
        auto grouping
            = std::find_if(groupings.begin(), groupings.end(), [&](const auto& each) { return each.name == table[name]; });
        if (grouping == groupings.end()) {
            grouping = groupings.insert(groupings.end(), { std::string(table[name]), {}, 0 });
            members.emplace_back();
        }
        for (const int member : sums.members(part.node, part.cell))
            if (!members[static_cast<std::size_t>(grouping - groupings.begin())].insert(member).second)
                return table.trouble_in(name, "holds people of this row already");
        grouping->parts.push_back(part);
        grouping->people += lattice.count(part.node, part.cell);
    }
    return groupings;
}

Result<ShownMask> read_shown_mask(std::string_view text, const Lattice& lattice, std::int64_t k)
{
    ShownMask shown { TRY(read_mask(text, lattice)), std::vector<Cells>(index(lattice.node_count()), no_cell) };
    TRY(each_mask_row(text, lattice, [&](const MaskRow& row) -> Result<void> {
        const auto people = lattice.count(row.at.node, row.at.cell);
        if (row.is_open && row.number != people)
            return CsvTable::trouble(row.line, "n", fmt::format("is not the {} of these counts", people));
        if (row.is_open && people > 0 && people < k)
            return CsvTable::trouble(row.line, "state", fmt::format("shows {} people, fewer than {}", people, k));
        if (row.is_primary)
            shown.primary[index(row.at.node)] |= cell_at(row.at.cell);
        return {};
    }));
    return shown;
}

Result<GroupingsShown> show_groupings(
    const Lattice& lattice, const ShownMask& shown_mask, const std::vector<Grouping>& groupings, const Rules& rules)
{
    const Sums sums(lattice);
    const OwnRules own(lattice, rules);
    auto table = cells_of(lattice, shown_mask, rules, sums);
    const auto open = std::count_if(
        table.cells.begin(), table.cells.end(), [](const auto& cell) { return cell.offer == Offer::Published; });
    if (static_cast<std::size_t>(open) > open_cells_max)
        return Problem("request.invalid",
            fmt::format(
                "{} cells are open, more than the {} that groupings can be looked at with: give one establishment, or what "
                "stands above establishments",
                open, open_cells_max));
    const auto first = table.cells.size();
    GroupingsShown shown;
    for (const auto& grouping : groupings) {
        auto members = members_of(sums, grouping);
        shown.primary.push_back(own.close(members));
        table.add(std::move(members), grouping.people, shown.primary.back() ? Offer::Hidden : Offer::Candidate);
    }
    if (rules.residual)
        add_small_parts(table, first, groupings.size(), rests_of(lattice, shown_mask.mask, sums), own, rules.k);
    const auto made = protect_sums(table.cells, rules.k);
    for (std::size_t grouping = 0; grouping < groupings.size(); ++grouping)
        shown.open.push_back(made.open[first + grouping]);
    find_recovered(table, made, first, sums.unknowns(), rules.k, shown);
    return shown;
}

std::string groupings_text(const std::vector<Grouping>& groupings, const GroupingsShown& shown)
{
    std::string text = "grouping,n,state,reason\n";
    for (std::size_t number = 0; number < groupings.size(); ++number) {
        text += csv_field(groupings[number].name);
        if (shown.open[number])
            text += fmt::format(",{},open,\n", groupings[number].people);
        else
            text += shown.primary[number] ? ",,closed,primary\n" : ",,closed,secondary\n";
    }
    return text;
}

} // namespace etabli::disclosure
