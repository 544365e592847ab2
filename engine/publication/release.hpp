// SPDX-License-Identifier: EUPL-1.2
// engine/publication/release.hpp
//
// Everything that one release shows, and what every attacker found in it: made once, from answers that were closed, and never
// again. docs/methods/publication.md.

#pragma once

#include "engine/disclosure/insiders.hpp"
#include "engine/disclosure/intervals.hpp"
#include "engine/publication/counting.hpp"
#include "engine/publication/history.hpp"

namespace etabli::publication {

struct ReleaseRules {
    disclosure::Rules rules;
    /// People alone in a closed cell who are asked what they learn, and closed cells whose range is computed; each costs time.
    std::int64_t insiders_asked = 100;
    std::int64_t intervals_drawn = 100;
    /// Within its place of this level each range is computed.
    int interval_level = 0;
    std::uint64_t seed = 1; // for who is drawn
    int threads = 1;
};

/// What attackers found: part of what is signed. Which cells, and why they are closed, is for those who sign alone
/// (disclosure::mask_text).
struct Report {
    std::int64_t cells = 0; // with people
    std::int64_t open = 0;
    disclosure::Attack by_tree; // O1, without the cells it knows
    disclosure::Attack by_elimination; // O2
    bool attackers_agree = false; // on every cell
    std::int64_t unions_across_levels = 0; // under k, beyond what the residual rule looks at
    disclosure::Insiders insiders; // O4
    disclosure::IntervalReport intervals; // O3, of everybody
    /// Of all questions: cells closed more than the shared ones, what the attackers found of them, and (O3) the sensitive
    /// ones' ranges.
    std::int64_t withheld_results = 0;
    std::int64_t recovered_results = 0;
    std::int64_t result_groups_under_k = 0;
    disclosure::IntervalReport sensitive_intervals;
    /// Groups under k that follow from this with all that was published before (O8), and did not before; and how many questions
    /// are not shown for what they would tell so.
    int earlier_publications = 0;
    std::int64_t told_with_earlier = 0;
    std::int64_t questions_withheld = 0;

    /// Nothing closed can be computed, no group under k derived, no number of a sensitive question nearly told.
    bool is_safe() const;
};

struct Release {
    disclosure::Lattice respondents;
    disclosure::Protection protection;
    std::vector<disclosure::Mask> by_item; // within the shared one
    OpenCells open;
    Counts counts;
    Report report;
};

/// `places` with the people who could answer as headcounts; `earlier` in the order in which it was published. `server.internal`
/// when a solver gives up, `request.invalid` when what was published before cannot be compared.
Result<Release> make_release(const disclosure::Lattice& places, const std::vector<Item>& items, const Answers& answers,
    const ReleaseRules& rules, const std::vector<Earlier>& earlier = {});

} // namespace etabli::publication
