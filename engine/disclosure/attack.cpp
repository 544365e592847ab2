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

    /// What is computable of the place from above and beside it, in blocks, less its known categories.
    int small_blocks(int node, Cells known, std::int64_t k) const
    {
        if ((known & total_cell) != 0 || above_[index(node)].is_nothing()) // with the total, it is the rest of the place
            return 0;
        int found = 0;
        for (const auto block : above_[index(node)].blocks()) {
            std::int64_t people = 0;
            each_cell(
                block & lattice_.cells_with_people(node) & ~known, [&](int cell) { people += lattice_.count(node, cell); });
            found += people > 0 && people < k ? 1 : 0;
        }
        return found;
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
bool leaves_a_small_rest(const Lattice& lattice, const std::vector<Cells>& known, int node, std::int64_t k)
{
    if ((known[index(node)] & total_cell) == 0)
        return false;
    std::int64_t rest = 0;
    each_cell(lattice.cells_with_people(node) & ~known[index(node)], [&](int cell) { rest += lattice.count(node, cell); });
    return is_small_group(rest, k);
}

/// What is known of the place less what is known of its parts, cell by cell.
int small_rests_of_star(const Lattice& lattice, const std::vector<Cells>& known, int node, std::int64_t k)
{
    const auto& place = lattice.node(node);
    int found = 0;
    each_cell(place.child_count == 0 ? no_cell : known[index(node)] & lattice.cells_with_people(node), [&](int cell) {
        std::int64_t rest = 0;
        for (int part = place.first_child; part < place.first_child + place.child_count; ++part)
            if ((known[index(part)] & cell_at(cell)) == 0)
                rest += lattice.count(part, cell);
        found += is_small_group(rest, k) ? 1 : 0;
    });
    return found;
}

/// What follows from what is known, by whichever way.
Attack judge(const Lattice& lattice, const Mask& mask, std::int64_t k, std::vector<Cells> known)
{
    Attack made { std::move(known) };
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto recovered = made.known[index(node)] & lattice.cells_with_people(node) & ~mask.open[index(node)];
        made.recovered += how_many(recovered);
        each_cell(recovered,
            [&](int cell) { made.derivable_groups_under_k += is_small_group(lattice.count(node, cell), k) ? 1 : 0; });
        made.derivable_groups_under_k
            += (leaves_a_small_rest(lattice, made.known, node, k) ? 1 : 0) + small_rests_of_star(lattice, made.known, node, k);
    }
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
    std::int64_t small_blocks = 0;
    for (int node = 0; node < lattice.node_count(); ++node) {
        known.push_back(pass.known(node));
        small_blocks += pass.small_blocks(node, known.back(), k);
    }
    auto made = judge(lattice, mask, k, std::move(known));
    made.unions_in_places_under_k = small_blocks;
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
