// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/attack.cpp

#include "engine/disclosure/attack.hpp"

#include "engine/disclosure/elimination.hpp"
#include "engine/disclosure/partition.hpp"
#include "engine/disclosure/sums.hpp"

namespace etabli::disclosure {

namespace {

class TreePass {
public:
    TreePass(const Lattice& lattice, const Mask& mask) : lattice_(lattice), mask_(mask)
    {
        const auto nothing = Partition::nothing(lattice.category_count());
        below_.assign(index(lattice.node_count()), nothing);
        above_.assign(index(lattice.node_count()), nothing);
    }

    /// Step 1: a functional is computable of a place from below when it is of each of its parts.
    void go_up()
    {
        for (int node = lattice_.node_count() - 1; node >= 0; --node) {
            const auto& place = lattice_.node(node);
            auto& below = below_[index(node)];
            if (place.child_count > 0) {
                below = below_[index(place.first_child)];
                for (int part = place.first_child + 1; part < place.first_child + place.child_count; ++part)
                    below.meet(below_[index(part)]);
            }
            below.add(mask_.open[index(node)] | lattice_.empty(node));
        }
    }

    /// Step 2: of a part, what is computable of the place and of each other part.
    void go_down()
    {
        std::vector<Partition> after; // what is computable of all parts behind this one
        for (int node = 0; node < lattice_.node_count(); ++node) {
            const auto& place = lattice_.node(node);
            if (place.child_count == 0)
                continue;
            auto before = above_[index(node)];
            before.add(mask_.open[index(node)] | lattice_.empty(node));
            after.assign(index(place.child_count), Partition::everything(lattice_.category_count()));
            for (int part = place.child_count - 1; part > 0; --part) {
                after[index(part - 1)] = after[index(part)];
                after[index(part - 1)].meet(below_[index(place.first_child + part)]);
            }
            for (int part = 0; part < place.child_count; ++part) {
                auto& above = above_[index(place.first_child + part)];
                above = before;
                above.meet(after[index(part)]);
                before.meet(below_[index(place.first_child + part)]);
            }
        }
    }

    /// Step 3: both together.
    Cells known(int node) const
    {
        return Partition::known_cells(below_[index(node)], above_[index(node)], mask_.open[index(node)] | lattice_.empty(node));
    }

    /// Unions of its closed categories that are computable; of a known total, what is left is looked at elsewhere.
    void find_unions(int node, Cells known, std::int64_t k, std::vector<SmallGroup>& found) const
    {
        const auto unknown = lattice_.cells_with_people(node) & ~known & ~total_cell;
        if (how_many(unknown) < 2 || (above_[index(node)].is_nothing() && below_[index(node)].is_nothing()))
            return;
        for (const auto cells : Partition::groups(below_[index(node)], above_[index(node)], unknown)) {
            std::int64_t people = 0;
            each_cell(cells, [&](int cell) { people += lattice_.count(node, cell); });
            if (people > 0 && people < k && (cells != unknown || (known & total_cell) == 0))
                found.push_back({ node, SmallGroup::Kind::UnionInPlace, cells, people });
        }
    }

private:
    const Lattice& lattice_;
    const Mask& mask_;
    std::vector<Partition> below_;
    std::vector<Partition> above_;
};

bool is_small_group(std::int64_t people, std::int64_t k)
{
    return people > 0 && people < k;
}

/// The total less every known category.
void find_rest_of_place(
    const Lattice& lattice, const std::vector<Cells>& known, int node, std::int64_t k, std::vector<SmallGroup>& found)
{
    if ((known[index(node)] & total_cell) == 0)
        return;
    const auto unknown = lattice.cells_with_people(node) & ~known[index(node)];
    std::int64_t rest = 0;
    each_cell(unknown, [&](int cell) { rest += lattice.count(node, cell); });
    if (is_small_group(rest, k))
        found.push_back({ node, SmallGroup::Kind::RestOfPlace, unknown, rest });
}

/// What is known of the place less what is known of its parts, cell by cell.
void find_rests_of_star(
    const Lattice& lattice, const std::vector<Cells>& known, int node, std::int64_t k, std::vector<SmallGroup>& found)
{
    const auto& place = lattice.node(node);
    each_cell(place.child_count == 0 ? no_cell : known[index(node)] & lattice.cells_with_people(node), [&](int cell) {
        std::int64_t rest = 0;
        for (int part = place.first_child; part < place.first_child + place.child_count; ++part)
            if ((known[index(part)] & cell_at(cell)) == 0)
                rest += lattice.count(part, cell);
        if (is_small_group(rest, k))
            found.push_back({ node, SmallGroup::Kind::RestOfStar, cell_at(cell), rest });
    });
}

/// What follows from what is known, by whichever way.
Attack judge(const Lattice& lattice, const Mask& mask, std::int64_t k, std::vector<Cells> known)
{
    Attack made { std::move(known) };
    auto& found = made.small_groups;
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto recovered = made.known[index(node)] & lattice.cells_with_people(node) & ~mask.open[index(node)];
        made.recovered += how_many(recovered);
        each_cell(recovered, [&](int cell) {
            if (const auto people = lattice.count(node, cell); is_small_group(people, k))
                found.push_back({ node, SmallGroup::Kind::Cell, cell_at(cell), people });
        });
        find_rest_of_place(lattice, made.known, node, k, found);
        find_rests_of_star(lattice, made.known, node, k, found);
    }
    made.derivable_groups_under_k = static_cast<std::int64_t>(found.size());
    return made;
}

} // namespace

std::int64_t small_unions_across_levels(const Lattice& lattice, const std::vector<Cells>& known, std::int64_t k)
{
    // People of each cell of whom nothing known below speaks.
    std::vector<std::int64_t> left(lattice.cell_numbers(), 0);
    std::int64_t found = 0;
    for (int node = lattice.node_count() - 1; node >= 0; --node) {
        const auto& place = lattice.node(node);
        for (int cell = 0; cell <= lattice.category_count(); ++cell) {
            const bool is_known = (known[index(node)] & cell_at(cell)) != 0;
            auto people = place.child_count == 0 ? lattice.count(node, cell) : left[lattice.at(node, cell)];
            found += is_known && place.child_count > 0 && is_small_group(people, k) ? 1 : 0;
            if (!is_known && node > 0)
                left[lattice.at(place.parent, cell)] += people;
        }
    }
    return found;
}

Attack attack(const Lattice& lattice, const Mask& mask, std::int64_t k)
{
    TreePass pass(lattice, mask);
    pass.go_up();
    pass.go_down();
    std::vector<Cells> known;
    std::vector<SmallGroup> unions;
    for (int node = 0; node < lattice.node_count(); ++node) {
        known.push_back(pass.known(node));
        pass.find_unions(node, known.back(), k, unions);
    }
    auto made = judge(lattice, mask, k, std::move(known));
    made.unions_in_places_under_k = static_cast<std::int64_t>(unions.size());
    made.small_groups.insert(made.small_groups.end(), unions.begin(), unions.end());
    return made;
}

Attack attack_independently(const Lattice& lattice, const Mask& mask, std::int64_t k)
{
    const Sums sums(lattice);
    Elimination elimination(sums.unknowns());
    // Small sums first: what is left of the large ones is then short.
    for (int node = lattice.node_count() - 1; node >= 0; --node)
        each_cell(mask.open[index(node)] & lattice.cells_with_people(node),
            [&](int cell) { elimination.publish(sums.members(node, cell)); });
    std::vector<Cells> known;
    for (int node = 0; node < lattice.node_count(); ++node) {
        known.push_back(mask.open[index(node)] | lattice.empty(node));
        each_cell(lattice.cells_with_people(node) & ~known.back(), [&](int cell) {
            if (elimination.is_derivable(sums.members(node, cell)))
                known.back() |= cell_at(cell);
        });
    }
    return judge(lattice, mask, k, std::move(known));
}

} // namespace etabli::disclosure
