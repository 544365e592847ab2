// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/omega.hpp
//
// How much of a scale's variance is shared at all (total), and how much by one thing common to all items (hierarchical):
// factors by least residuals, turned obliquely, a factor of those factors. docs/methods/statistics.md, section 2.

#pragma once

#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

struct Omega {
    double hierarchical = 0; // from 0 to 1, but where a factor explains more than everything (is_improper)
    double total = 0;
    std::vector<double> general; // loading of each item on what is common to all
    bool is_improper = false; // a uniqueness fell to its bound: read with care, or with fewer factors
};

/// Two factors do not tell what is common to them; and no more than the number of items allows.
inline constexpr int factors_min = 3;
inline constexpr int factors_default = 3;
/// Each step takes the eigenvalues of all items.
inline constexpr int omega_items_max = 60;

/// Nothing when the items do not allow it: fewer than factors_min factors, more than omega_items_max items, fewer degrees of
/// freedom than none, an item that does not vary, a pair nobody answered, or no convergence. One start, the varimax
/// solution: other programs may rest in another optimum, digits beyond the fourth are not comparable.
/// R. P. McDonald, Test Theory (1999); J. Schmid and J. M. Leiman, Psychometrika 22 (1957), p. 53; H. H. Harman and
/// W. H. Jones, Psychometrika 31 (1966), p. 351; R. I. Jennrich, Psychometrika 67 (2002), p. 7.
std::optional<Omega> omega_of(const Scores& scores, int factors = factors_default);

} // namespace etabli::statistics
