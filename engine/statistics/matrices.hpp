// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/matrices.hpp
//
// Covariances and correlations as matrices, for the .cpp files beside it alone: nobody else reads Eigen.

#pragma once

// The same sums in the same order on every machine, whatever its processor can do at once.
#define EIGEN_DONT_VECTORIZE
#include <Eigen/Dense>

#include "engine/statistics/scores.hpp"

namespace etabli::statistics {

/// Step 2.1: of each two items, over the people who answered both; divided by their number less one. A pair that fewer
/// than two people answered is NaN.
Eigen::MatrixXd pairwise_covariances(const Scores& scores);

/// Every variance above zero.
Eigen::MatrixXd correlations_from(const Eigen::MatrixXd& covariances);

/// Of each item, the share of variance that the others explain together. Nothing when the matrix is singular or, by holes,
/// not positive definite.
std::optional<Eigen::VectorXd> squared_multiple_correlations(const Eigen::MatrixXd& correlations);

} // namespace etabli::statistics
