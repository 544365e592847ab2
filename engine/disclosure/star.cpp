// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/star.cpp

#include "engine/disclosure/star.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace etabli::disclosure {

Star::Star(const Lattice& lattice, const Primary& primary, const Rules& rules, const StarTop& top, int first, int count)
    : lattice_(lattice)
    , primary_(primary)
    , rules_(rules)
    , top_(top)
    , smallest_first_(index(count))
    , common_to_all_(Partition::nothing(lattice.category_count()))
{
    for (int node = first; node < first + count; ++node)
        parts_.push_back({ node, no_cell, no_cell, common_to_all_ });
    std::iota(smallest_first_.begin(), smallest_first_.end(), std::size_t { 0 });
    std::sort(smallest_first_.begin(), smallest_first_.end(), [&](auto one, auto other) {
        return std::pair(lattice.count(parts_[one].node, 0), one) < std::pair(lattice.count(parts_[other].node, 0), other);
    });
    look_around();
    VERIFY(fits_everybody()); // with nothing open, nothing is told
}

Star::Star(const Lattice& lattice, const Primary& primary, const Rules& rules, const StarTop& top, std::vector<Part> settled)
    : lattice_(lattice)
    , primary_(primary)
    , rules_(rules)
    , top_(top)
    , parts_(std::move(settled))
    , common_to_all_(Partition::nothing(lattice.category_count()))
{
    count_unknown();
}

bool Star::open_together(const std::vector<Cells>& cells)
{
    const auto before = parts_;
    for (auto& part : parts_)
        part.open = cells[index(part.node)] & lattice_.cells_with_people(part.node) & ~primary_.cells[index(part.node)];
    look_around();
    if (fits_everybody())
        return true;
    parts_ = before;
    look_around();
    return false;
}

void Star::open_all_it_can()
{
    for (const auto& candidate : candidates())
        try_one(candidate);
}

std::vector<Star::Candidate> Star::candidates() const
{
    std::vector<Candidate> all;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
        const int node = parts_[part].node;
        each_cell(lattice_.cells_with_people(node) & ~primary_.cells[index(node)], [&](int cell) {
            all.push_back({ part, cell, lattice_.count(node, cell) });
        });
    }
    std::sort(all.begin(), all.end(), [](const Candidate& one, const Candidate& other) {
        return std::tuple(-one.count, one.cell, one.part) < std::tuple(-other.count, other.cell, other.part);
    });
    return all;
}

void Star::try_one(const Candidate& candidate)
{
    auto& part = parts_[candidate.part];
    if (!matters_[candidate.part]) {
        auto opened = part;
        opened.open |= cell_at(candidate.cell);
        if (fits_alone(opened)) {
            each_cell(opened.known & ~part.known, [&](int cell) { unknown_[index(cell)] -= lattice_.count(part.node, cell); });
            part = opened;
        }
        return;
    }
    const auto before = parts_;
    part.open |= cell_at(candidate.cell);
    look_around();
    if (!fits_everybody()) {
        parts_ = before;
        look_around();
    }
}

/// Step 3: when what is open of a part bounds nobody else, only its own cells and the star's unions can tell more.
bool Star::fits_alone(Part& part) const
{
    const auto former = part.known;
    part.known = known_of(part);
    if (!is_part_sound(part))
        return false;
    bool fits = true;
    each_cell(part.known & ~former & top_.known,
        [&](int cell) { fits = fits && may_be_a_group(unknown_[index(cell)] - lattice_.count(part.node, cell)); });
    return fits;
}

bool Star::fits_everybody() const
{
    if (!top_.is_root && !common_to_all_.is_within(top_.computable))
        return false; // step 2b: told upwards
    return is_sound();
}

bool Star::is_sound() const
{
    if (!std::all_of(parts_.begin(), parts_.end(), [&](const Part& part) { return is_part_sound(part); }))
        return false;
    bool fits = true;
    each_cell(top_.known, [&](int cell) { fits = fits && may_be_a_group(unknown_[index(cell)]); });
    return fits;
}

/// What each part learns from the others, and who matters for it. At most as many parts as there are categories make
/// what is common to all; without one of those, at most as many again: the others can open cells and change nothing
/// beside them.
void Star::look_around()
{
    matters_.assign(parts_.size(), false);
    std::vector<std::size_t> makers;
    common_to_all_ = common({}, makers);
    auto beside = top_.computable;
    beside.meet(common_to_all_);
    for (auto& part : parts_)
        part.from_beside = beside;
    for (const auto maker : makers) {
        matters_[maker] = true;
        std::vector<std::size_t> stand_ins;
        auto& from_beside = parts_[maker].from_beside;
        from_beside = top_.computable;
        from_beside.meet(common(maker, stand_ins));
        for (const auto part : stand_ins)
            matters_[part] = true;
    }
    for (auto& part : parts_)
        part.known = known_of(part);
    count_unknown();
}

/// What is computable of every part (but one) by itself; `makers` are parts that suffice to bound it so.
Partition Star::common(std::optional<std::size_t> but, std::vector<std::size_t>& makers) const
{
    auto met = Partition::everything(lattice_.category_count());
    for (const auto part : smallest_first_) {
        if (part == but)
            continue;
        const auto before = met;
        met.meet(Partition::of(lattice_.category_count(), with_empty(parts_[part])));
        if (met != before)
            makers.push_back(part);
        if (met.is_nothing())
            break;
    }
    return met;
}

void Star::count_unknown()
{
    unknown_.assign(index(lattice_.category_count() + 1), 0);
    for (const auto& part : parts_)
        each_cell(lattice_.cells_with_people(part.node) & ~part.known,
            [&](int cell) { unknown_[index(cell)] += lattice_.count(part.node, cell); });
}

Cells Star::known_of(const Part& part) const
{
    const auto certain = with_empty(part);
    return Partition::known_cells(Partition::of(lattice_.category_count(), certain), part.from_beside, certain);
}

/// Steps 2a and 2c, within one place.
bool Star::is_part_sound(const Part& part) const
{
    if ((part.known & primary_.cells[index(part.node)]) != 0)
        return false;
    if (const auto& sums = primary_.sums[index(part.node)]; !sums.empty()) {
        const auto own = Partition::of(lattice_.category_count(), with_empty(part));
        if (std::any_of(sums.begin(), sums.end(), [&](Cells sum) { return Partition::know_sum(own, part.from_beside, sum); }))
            return false;
    }
    if (!rules_.residual)
        return true;
    const auto unknown = lattice_.cells_with_people(part.node) & ~part.known;
    const auto is_group = [&](Cells cells) {
        std::int64_t people = 0;
        each_cell(cells, [&](int cell) { people += lattice_.count(part.node, cell); });
        return may_be_a_group(people);
    };
    // Every block that is told from beside, and of a known total what no block holds: whatever is told is made of these.
    auto rest = unknown;
    if (!part.from_beside.is_nothing())
        for (const auto block : part.from_beside.blocks()) {
            if (!is_group(block & unknown))
                return false;
            rest &= ~block;
        }
    return (part.known & total_cell) == 0 || is_group(rest);
}

} // namespace etabli::disclosure
