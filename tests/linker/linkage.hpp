// SPDX-License-Identifier: EUPL-1.2
// tests/linker/linkage.hpp
//
// How well something that an administrator sees puts ballots in the order in which known people handed them in. Within each group
// (a batch; once it was closed, the cohort) ballots are put in the order of what is seen, people in the order in which they came, and
// matched one by one, or the other way round where that is better: how many matches are right, and how often chance does as well.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace etabli::linker {

/// One ballot: in which group, as which of all it came, and what is seen of it. Two that look alike are told apart by `tie`.
struct Seen {
    std::string group;
    int arrival = 0;
    double value = 0;
    std::string tie;
};

struct Score {
    std::size_t ballots = 0;
    std::size_t groups = 0;
    double linked_percent = 0;
    double by_chance_percent = 0;
    /// Of how well both orders agree (Spearman's, over all groups), by permutation within groups: what as good an agreement of chance
    /// would come to, in either direction.
    double p = 1;
};

Score score(std::vector<Seen> seen, int permutations);

} // namespace etabli::linker
