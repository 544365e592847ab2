// SPDX-License-Identifier: EUPL-1.2
// engine/charts/regression.hpp
//
// Straight-line models of a series, with errors that know that neighbours in time, or rows of one unit, resemble one another.
// The library of matrices is known to regression.cpp alone. docs/methods/charts.md, sections 5 and 6.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace etabli::charts {

/// y by its columns; each column is as long as y and has a name.
struct Model {
    std::vector<double> y;
    std::vector<std::string> names;
    std::vector<std::vector<double>> columns;
};

struct Fit {
    std::vector<double> estimates; // by column
    std::vector<double> errors; // corrected
    int freedom = 0;
    double durbin_watson = 0; // of the residuals of least squares: near 2 when neighbours do not resemble one another
    double phi = 0; // how much of one point's residual is found in the next; 0 when not estimated
};

/// Least squares, errors of W. K. Newey and K. D. West, Econometrica 55 (1987), p. 703, up to `lag` neighbours, without
/// prewhitening. `study.not_computable` when columns say the same, or there are no more rows than columns.
Result<Fit> fit_newey_west(const Model& model, int lag);

/// Residuals that follow one another with a constant correlation; restricted maximum likelihood over that correlation.
/// D. A. Harville, J. Am. Stat. Assoc. 72 (1977), p. 320.
Result<Fit> fit_autoregressive(const Model& model);

/// Least squares, errors of rows that belong to clusters: K.-Y. Liang and S. L. Zeger, Biometrika 73 (1986), p. 13, times
/// G/(G-1) (n-1)/(n-k). Freedom G-1.
Result<Fit> fit_clustered(const Model& model, std::span<const int> cluster_of);

} // namespace etabli::charts
