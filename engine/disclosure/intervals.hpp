// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/intervals.hpp
//
// Between which numbers a closed cell must lie, given what is open (oracle O3): the least and the most, by linear
// programming (CLP) over the smallest cells of one place. That a cell cannot be computed does not make its range wide.
// docs/methods/disclosure.md, section 8.

#pragma once

#include <memory>

#include "base/random.hpp"
#include "engine/disclosure/attack.hpp"
#include "engine/disclosure/sums.hpp"

namespace etabli::disclosure {

/// What an attacker presumes of a smallest cell that is not known to be empty.
enum class Presumed { MayBeEmpty, HoldsSomebody };

/// Whole people, both ends included.
struct Interval {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// What draws of closed cells found.
struct IntervalReport {
    std::int64_t drawn = 0;
    std::int64_t narrow = 0;
    std::int64_t pinned = 0; // of those: one number is left
};

/// Narrower than this, an interval is nearly a number: three people, or a fifth of the cell.
constexpr bool is_narrow(const Interval& interval, std::int64_t people)
{
    const auto width = interval.most - interval.least;
    return width < 3 || 5 * width < people;
}

class IntervalAudit {
public:
    /// Within `root` and what stands below it, an establishment rather than a nation: two programs are solved per cell.
    /// What `known` says of the root (an attack's) is taken as open. Lattice, sums and mask outlive the audit.
    IntervalAudit(const Lattice& lattice, const Sums& sums, const Mask& mask, int root, Cells known, Presumed presumed);
    ~IntervalAudit();
    IntervalAudit(const IntervalAudit&) = delete;
    IntervalAudit& operator=(const IntervalAudit&) = delete;

    /// Of a cell of the root or below. `server.internal` when the solver gives up.
    Result<Interval> of(int node, int cell);

private:
    class Solver;
    std::unique_ptr<Solver> solver_;
};

/// Draws at most `cells_max` closed cells with people that stand at a level or below it, each audited within its place of
/// that level.
Result<IntervalReport> audit_intervals(
    const Lattice& lattice, const Mask& mask, int level, std::int64_t cells_max, Presumed presumed, Random& random);

} // namespace etabli::disclosure
