// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/matrices.cpp

#include "engine/statistics/matrices.hpp"

#include <cmath>
#include <limits>

namespace etabli::statistics {

namespace {

/// Below, an inverse has no digit left that could be trusted.
constexpr double condition_min = 1e-12;

double pair_covariance(const Scores& scores, int left, int right)
{
    std::vector<double> lefts;
    std::vector<double> rights;
    for (int row = 0; row < scores.rows(); ++row) {
        const auto a = scores.at(row, left);
        const auto b = scores.at(row, right);
        if (a && b) {
            lefts.push_back(*a);
            rights.push_back(*b);
        }
    }
    if (lefts.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const double left_mean = *mean_of(lefts);
    const double right_mean = *mean_of(rights);
    double sum = 0;
    for (std::size_t at = 0; at < lefts.size(); ++at)
        sum += (lefts[at] - left_mean) * (rights[at] - right_mean);
    return sum / static_cast<double>(lefts.size() - 1);
}

} // namespace

Eigen::MatrixXd pairwise_covariances(const Scores& scores)
{
    const int items = scores.columns();
    Eigen::MatrixXd made(items, items);
    for (int left = 0; left < items; ++left)
        for (int right = left; right < items; ++right)
            made(left, right) = made(right, left) = pair_covariance(scores, left, right);
    return made;
}

Eigen::MatrixXd correlations_from(const Eigen::MatrixXd& covariances)
{
    const Eigen::VectorXd scale = covariances.diagonal().array().sqrt().inverse();
    Eigen::MatrixXd made = scale.asDiagonal() * covariances * scale.asDiagonal();
    made.diagonal().setOnes();
    return made;
}

std::optional<Eigen::VectorXd> squared_multiple_correlations(const Eigen::MatrixXd& correlations)
{
    const Eigen::LLT<Eigen::MatrixXd> factor(correlations);
    if (factor.info() != Eigen::Success || !(factor.rcond() > condition_min))
        return std::nullopt;
    const Eigen::MatrixXd inverse = factor.solve(Eigen::MatrixXd::Identity(correlations.rows(), correlations.cols()));
    return (1 - inverse.diagonal().array().inverse()).matrix();
}

} // namespace etabli::statistics
