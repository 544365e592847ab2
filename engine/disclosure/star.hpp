// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/star.hpp
//
// One place and its parts, while cells of the parts are opened one after the other. docs/methods/disclosure.md, section 4.

#pragma once

#include "engine/disclosure/partition.hpp"
#include "engine/disclosure/rules.hpp"

namespace etabli::disclosure {

/// What is settled of the place when its star begins.
struct StarTop {
    Partition computable; // from above and beside it, and from its own open cells
    Cells known = no_cell;
    /// The root stands alone: nothing above it could be told more by it.
    bool is_root = false;
};

class Star {
public:
    struct Part {
        int node = 0;
        Cells open = no_cell;
        Cells known = no_cell;
        Partition from_beside; // computable of this part from what is above and beside it
    };

    /// `count` parts from node `first` on. The lattice and the primary cells outlive the star.
    Star(const Lattice& lattice, const Primary& primary, const Rules& rules, const StarTop& top, int first, int count);
    /// Parts as they were settled under the same top, to be asked whether they are sound under other counts and rules.
    Star(const Lattice& lattice, const Primary& primary, const Rules& rules, const StarTop& top, std::vector<Part> settled);

    /// Opens what section 1 left of `cells`, by node; nothing at all, and false, when that would tell too much.
    bool open_together(const std::vector<Cells>& cells);
    /// The most numerous cells first; ties by cell, then by place.
    void open_all_it_can();
    /// Steps 2a and 2c, in each part and across them.
    bool is_sound() const;
    const std::vector<Part>& parts() const { return parts_; }

private:
    struct Candidate {
        std::size_t part = 0;
        int cell = 0;
        std::int64_t count = 0;
    };

    std::vector<Candidate> candidates() const;
    void try_one(const Candidate& candidate);
    bool fits_alone(Part& part) const;
    bool fits_everybody() const;

    void look_around();
    Partition common(std::optional<std::size_t> but, std::vector<std::size_t>& makers) const;
    void count_unknown();

    Cells with_empty(const Part& part) const { return part.open | lattice_.empty(part.node); }
    Cells known_of(const Part& part) const;
    bool is_part_sound(const Part& part) const;
    bool may_be_a_group(std::int64_t people) const { return !rules_.residual || people == 0 || people >= rules_.k; }

    const Lattice& lattice_;
    const Primary& primary_;
    Rules rules_;
    StarTop top_;
    std::vector<Part> parts_;
    std::vector<std::size_t> smallest_first_;
    Partition common_to_all_; // computable of every part by itself, hence of the place from below
    std::vector<bool> matters_; // by part: what is open of it bounds what can be computed of another
    std::vector<std::int64_t> unknown_; // by cell: people of the parts of which it is not known
};

} // namespace etabli::disclosure
