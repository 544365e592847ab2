// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ward.hpp
//
// Rows that look alike put together, two by two, so that groups stay as tight as they can: a tree, which is cut where one
// wants. A group is a way to read a table, not a kind of people. docs/methods/statistics.md, section 7.

#pragma once

#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

/// What goes by the name of Ward in R's hclust.
enum class Ward {
    D2, // Ward's criterion, from plain distances; heights in their unit
    D, // the same update on distances that were not squared: not Ward's criterion, but widely printed
};

struct Merge {
    int first = 0; // a row (below rows), or rows + the index of an earlier merge
    int second = 0;
    double height = 0;
    int size = 0; // rows in the group made
};

struct Tree {
    int rows = 0;
    std::vector<Merge> merges; // rows - 1 of them, by height
};

/// Distances between all rows are held at once: 4,000 rows take 128 MB.
inline constexpr int clustered_max = 4000;

/// Euclidean distances between rows. Of equal distances, that of the first rows. `request.invalid` with holes, without
/// rows, or above clustered_max. J. H. Ward, J. Am. Stat. Assoc. 58 (1963), p. 236; F. Murtagh and P. Legendre, J. Classif. 31
/// (2014), p. 274.
Result<Tree> ward_tree(const Scores& scores, Ward variant);

/// Each row's group, from 1 in the order in which rows meet them. `groups` from 1 to rows (`request.invalid`).
Result<std::vector<int>> cut(const Tree& tree, int groups);

/// Each column less its mean, by its deviation (n - 1). `request.invalid` with holes, or when a column does not vary.
Result<Scores> standardised(const Scores& scores);

} // namespace etabli::statistics
