// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/lattice.cpp

#include "engine/disclosure/lattice.hpp"

#include <algorithm>
#include <numeric>

namespace etabli::disclosure {

namespace {

/// The ranks of things when put in order.
template <class Before>
std::vector<int> in_order(std::size_t count, Before before)
{
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), before);
    return order;
}

std::vector<int> ranks(const std::vector<int>& order)
{
    std::vector<int> rank(order.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        rank[index(order[place])] = static_cast<int>(place);
    return rank;
}

} // namespace

LatticeBuilder::LatticeBuilder(std::vector<std::string> levels)
    : levels_(std::move(levels))
    , places_(levels_.size())
    , by_name_(levels_.size())
    , here_(levels_.size(), -1)
{
}

std::optional<RowTrouble> LatticeBuilder::find_place(std::span<const std::string_view> path)
{
    bool is_same = true; // as far as here, the row is about the last row's place
    for (std::size_t level = 0; level < path.size(); ++level) {
        if (path[level].empty())
            return RowTrouble { static_cast<int>(level), "is empty" };
        auto& places = places_[level];
        auto& here = here_[level];
        if (is_same && here >= 0 && places[index(here)].name == path[level])
            continue;
        is_same = false;
        const int parent = level == 0 ? 0 : here_[level - 1];
        const auto found = by_name_[level].find(path[level]);
        if (found != by_name_[level].end()) {
            here = found->second;
            if (places[index(here)].parent != parent) {
                std::fill(here_.begin(), here_.end(), -1);
                return RowTrouble { static_cast<int>(level), "stands under two places" };
            }
            continue;
        }
        here = static_cast<int>(places.size());
        places.push_back({ std::string(path[level]), parent });
        by_name_[level].emplace(path[level], here);
    }
    return {};
}

std::optional<int> LatticeBuilder::find_category(std::string_view category)
{
    const auto found = std::find(categories_.begin(), categories_.end(), category);
    if (found != categories_.end())
        return static_cast<int>(found - categories_.begin());
    if (categories_.size() == categories_max)
        return {};
    categories_.emplace_back(category);
    return static_cast<int>(categories_.size()) - 1;
}

std::optional<RowTrouble> LatticeBuilder::add(std::span<const std::string_view> path, std::string_view category,
    std::int64_t count, std::optional<std::int64_t> headcount)
{
    const int category_column = static_cast<int>(levels_.size());
    VERIFY(path.size() == levels_.size());
    if (category.empty())
        return RowTrouble { category_column, "is empty" };
    if (category == Lattice::total_name)
        return RowTrouble { category_column, "is the name of the total, which is computed" };
    if (auto trouble = find_place(path))
        return trouble;
    const auto known_category = find_category(category);
    if (!known_category)
        return RowTrouble { category_column, "is one category more than " + std::to_string(categories_max) };
    const int place = here_.back();
    seen_.resize(places_.back().size(), no_cell);
    auto& seen = seen_[index(place)];
    if ((seen & category_cell(*known_category)) != 0)
        return RowTrouble { category_column, "was counted already for this place" };
    seen |= category_cell(*known_category);
    has_headcounts_ = has_headcounts_ || headcount.has_value();
    rows_.push_back({ place, *known_category, count, headcount.value_or(count) });
    return {};
}

Lattice LatticeBuilder::finish() &&
{
    Lattice made;
    made.levels_.emplace_back(Lattice::root_level);
    made.levels_.insert(made.levels_.end(), levels_.begin(), levels_.end());
    const auto order
        = in_order(categories_.size(), [&](int one, int other) { return categories_[index(one)] < categories_[index(other)]; });
    for (const int category : order)
        made.categories_.push_back(categories_[index(category)]);
    const auto smallest_places = lay_out(made);
    count_rows(made, smallest_places, ranks(order));
    return made;
}

/// Fills the nodes, level by level; answers which node is each of the smallest places.
std::vector<int> LatticeBuilder::lay_out(Lattice& made)
{
    made.nodes_.push_back({ .first_child = 1 });
    std::vector<int> above { 0 };
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        auto& places = places_[level];
        const auto parent_of = [&](int place) { return above[index(places[index(place)].parent)]; };
        const auto order = in_order(places.size(), [&](int one, int other) {
            const int parent = parent_of(one);
            const int other_parent = parent_of(other);
            return parent != other_parent ? parent < other_parent : places[index(one)].name < places[index(other)].name;
        });
        std::vector<int> nodes(places.size());
        for (const int place : order) {
            const int node = made.node_count();
            auto& parent = made.nodes_[index(parent_of(place))];
            if (parent.child_count++ == 0)
                parent.first_child = node;
            nodes[index(place)] = node;
            made.nodes_.push_back({ .name = std::move(places[index(place)].name),
                .level = static_cast<int>(level) + 1,
                .parent = parent_of(place) });
        }
        above = std::move(nodes);
    }
    return above;
}

void LatticeBuilder::count_rows(Lattice& made, const std::vector<int>& smallest_places, const std::vector<int>& rank) const
{
    const auto cells = made.nodes_.size() * (made.categories_.size() + 1);
    made.counts_.assign(cells, 0);
    if (has_headcounts_)
        made.headcounts_.assign(cells, 0);
    made.present_.assign(made.nodes_.size(), total_cell);
    for (const auto& row : rows_) {
        const int node = smallest_places[index(row.place)];
        const int cell = rank[index(row.category)] + 1;
        made.present_[index(node)] |= cell_at(cell);
        made.counts_[made.at(node, cell)] += row.count;
        if (has_headcounts_)
            made.headcounts_[made.at(node, cell)] += row.headcount;
    }
    for (int node = made.node_count() - 1; node > 0; --node)
        made.present_[index(made.node(node).parent)] |= made.present(node);
    made.roll_up(made.counts_);
    if (has_headcounts_)
        made.roll_up(made.headcounts_);
    made.find_empty();
}

/// A place is the sum of its parts, the smallest one of its categories.
void Lattice::roll_up(std::vector<std::int64_t>& counts) const
{
    for (int node = 0; node < node_count(); ++node) {
        auto& total = counts[at(node, 0)];
        total = 0;
        for (int cell = 1; cell <= category_count(); ++cell) {
            if (this->node(node).child_count > 0)
                counts[at(node, cell)] = 0;
            total += counts[at(node, cell)];
        }
    }
    for (int node = node_count() - 1; node > 0; --node)
        for (int cell = 0; cell <= category_count(); ++cell)
            counts[at(this->node(node).parent, cell)] += counts[at(node, cell)];
}

void Lattice::find_empty()
{
    empty_.assign(nodes_.size(), no_cell);
    for (int node = 0; node < node_count(); ++node)
        for (int cell = 0; cell <= category_count(); ++cell)
            if (count(node, cell) == 0)
                empty_[index(node)] |= cell_at(cell);
}

Lattice Lattice::recounted(std::vector<std::int64_t> counts) const
{
    Lattice made = answered(std::move(counts));
    made.find_empty();
    return made;
}

Lattice Lattice::answered(std::vector<std::int64_t> counts) const
{
    VERIFY(counts.size() == cell_numbers());
    Lattice made = *this;
    made.counts_ = std::move(counts);
    made.roll_up(made.counts_);
    return made;
}

} // namespace etabli::disclosure
