// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/tables.cpp

#include "engine/disclosure/tables.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace etabli::disclosure {

namespace {

Result<std::int64_t> count_in(const CsvTable& table, std::size_t column)
{
    const auto number = whole_number(table[column]);
    if (!number)
        return table.trouble_in(column, "is not a whole number");
    if (*number < 0 || *number > Lattice::count_max)
        return table.trouble_in(column, *number < 0 ? "is below zero" : "is too large");
    return *number;
}

Result<void> check_levels(const std::vector<std::string>& tree)
{
    if (tree.empty())
        return Problem("request.invalid", "the tree has no level");
    for (auto level = tree.begin(); level != tree.end(); ++level) {
        if (*level == Lattice::root_level)
            return Problem("request.invalid", fmt::format("{} is the name of the root, which no column holds", *level));
        if (std::find(tree.begin(), level, *level) != level)
            return Problem("request.invalid", fmt::format("the tree names {} twice", *level));
    }
    return {};
}

Result<void> check_whole(const Lattice& lattice, const std::vector<Cells>& named)
{
    for (int node = 0; node < lattice.node_count(); ++node)
        if (const auto missing = lattice.cells_with_people(node) & ~named[index(node)])
            return Problem("request.invalid",
                fmt::format("the mask has no row for level {}, node {}, category {}",
                    lattice.levels()[index(lattice.node(node).level)], lattice.node(node).name,
                    cell_name(lattice, std::countr_zero(missing))));
    return {};
}

} // namespace

Result<Lattice> read_counts(std::string_view text, const CountsColumns& columns)
{
    TRY(check_levels(columns.tree));
    auto table = TRY(CsvTable::create(text));
    std::vector<std::size_t> places; // the columns in the order a row's trouble counts them
    for (const auto& level : columns.tree)
        places.push_back(TRY(table.column(level)));
    places.push_back(TRY(table.column(columns.category)));
    const auto count_column = TRY(table.column(columns.count));
    std::optional<std::size_t> headcount_column;
    if (columns.headcount)
        headcount_column = TRY(table.column(*columns.headcount));

    LatticeBuilder builder(columns.tree);
    std::vector<std::string_view> path(columns.tree.size());
    while (TRY(table.next())) {
        for (std::size_t level = 0; level < path.size(); ++level)
            path[level] = table[places[level]];
        const auto count = TRY(count_in(table, count_column));
        std::optional<std::int64_t> headcount;
        if (headcount_column)
            headcount = TRY(count_in(table, *headcount_column));
        if (const auto refused = builder.add(path, table[places.back()], count, headcount))
            return table.trouble_in(places[index(refused->column)], refused->why);
    }
    return std::move(builder).finish();
}

std::string mask_text(const Lattice& lattice, const Protection& protection)
{
    std::string text = "level,node,category,n,state,reason\n";
    std::vector<std::string> names;
    for (int cell = 0; cell <= lattice.category_count(); ++cell)
        names.push_back(csv_field(cell_name(lattice, cell)));
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto& place = lattice.node(node);
        const auto start = csv_field(lattice.levels()[index(place.level)]) + "," + csv_field(place.name) + ",";
        const auto secondary = protection.secondary(lattice, node);
        each_cell(lattice.present(node), [&](int cell) {
            text += start;
            text += names[index(cell)];
            if ((protection.mask.open[index(node)] & cell_at(cell)) != 0)
                fmt::format_to(std::back_inserter(text), ",{},open,\n", lattice.count(node, cell));
            else if ((protection.primary[index(node)] & cell_at(cell)) != 0)
                text += ",,closed,primary\n";
            else
                text += (secondary & cell_at(cell)) != 0 ? ",,closed,secondary\n" : ",,closed,\n";
        });
    }
    return text;
}

Result<CellColumns> CellColumns::create(const CsvTable& table, const Lattice& lattice)
{
    CellColumns made(lattice);
    made.level_ = TRY(table.column("level"));
    made.name_ = TRY(table.column("node"));
    made.category_ = TRY(table.column("category"));
    return made;
}

Result<CellAt> CellColumns::read(const CsvTable& table)
{
    const int node = nodes_.find(table[level_], table[name_]);
    if (node < 0)
        return table.trouble_in(name_, "is in no count");
    const int cell = cell_named(lattice_, table[category_]);
    if (cell < 0)
        return table.trouble_in(category_, "is in no count");
    return CellAt { node, cell };
}

Result<void> each_mask_row(
    std::string_view text, const Lattice& lattice, const std::function<Result<void>(const MaskRow&)>& visit)
{
    auto table = TRY(CsvTable::create(text));
    auto cells = TRY(CellColumns::create(table, lattice));
    const auto state = TRY(table.column("state"));
    const auto number = table.column("n");
    const auto reason = table.column("reason");
    while (TRY(table.next())) {
        const auto at = TRY(cells.read(table));
        if (table[state] != "open" && table[state] != "closed")
            return table.trouble_in(state, "is neither open nor closed");
        TRY(visit({ table.line(), at, table[state] == "open", number.ok() ? whole_number(table[number.value()]) : std::nullopt,
            reason.ok() && table[reason.value()] == "primary" }));
    }
    return {};
}

Result<Mask> read_mask(std::string_view text, const Lattice& lattice)
{
    Mask mask { std::vector<Cells>(index(lattice.node_count()), no_cell) };
    std::vector<Cells> named(index(lattice.node_count()), no_cell);
    TRY(each_mask_row(text, lattice, [&](const MaskRow& row) -> Result<void> {
        const auto cell = cell_at(row.at.cell);
        if ((named[index(row.at.node)] & cell) != 0)
            return CsvTable::trouble(row.line, "category", "was said already for this node");
        named[index(row.at.node)] |= cell;
        if (row.is_open)
            mask.open[index(row.at.node)] |= cell;
        return {};
    }));
    TRY(check_whole(lattice, named));
    return mask;
}

} // namespace etabli::disclosure
