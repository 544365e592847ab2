// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/omega.cpp

#include "engine/statistics/omega.hpp"

#include <cmath>

#include "engine/statistics/matrices.hpp"

namespace etabli::statistics {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// A uniqueness never falls below, or the rest of the solution means nothing.
constexpr double uniqueness_min = 0.005;

struct Factors {
    MatrixXd loadings; // items by factors
    bool is_improper = false;
};

MatrixXd largest_factors(const MatrixXd& reduced, Eigen::Index factors)
{
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solved(reduced);
    const VectorXd roots = solved.eigenvalues().tail(factors).cwiseMax(0).cwiseSqrt();
    return solved.eigenvectors().rightCols(factors) * roots.asDiagonal();
}

/// Step 2.10: uniquenesses that leave nothing on the diagonal; what least residuals beside it come to.
std::optional<Factors> least_residuals(const MatrixXd& correlations, Eigen::Index factors)
{
    const auto explained = squared_multiple_correlations(correlations);
    VectorXd unique = explained ? VectorXd(1 - explained->array()) : VectorXd::Constant(correlations.rows(), 0.5);
    constexpr int steps_max = 20'000;
    for (int step = 0; step < steps_max; ++step) {
        MatrixXd reduced = correlations;
        reduced.diagonal() -= unique;
        Factors made { largest_factors(reduced, factors), false };
        const VectorXd shared = made.loadings.rowwise().squaredNorm();
        const VectorXd next = (1 - shared.array()).cwiseMax(uniqueness_min).cwiseMin(1).matrix();
        const double moved = (next - unique).cwiseAbs().maxCoeff();
        unique = next;
        if (moved < 1e-11) {
            made.is_improper = (unique.array() <= uniqueness_min).any();
            return made;
        }
    }
    return std::nullopt;
}

/// Kaiser's varimax, with rows of length one while turning.
MatrixXd varimax(const MatrixXd& loadings)
{
    const VectorXd lengths = loadings.rowwise().norm().cwiseMax(1e-12);
    const MatrixXd rows = lengths.cwiseInverse().asDiagonal() * loadings;
    MatrixXd turn = MatrixXd::Identity(rows.cols(), rows.cols());
    double reached = 0;
    constexpr int steps_max = 1000;
    for (int step = 0; step < steps_max; ++step) {
        const MatrixXd turned = rows * turn;
        const VectorXd means = turned.colwise().squaredNorm() / static_cast<double>(rows.rows());
        const MatrixXd towards = rows.transpose() * (turned.array().cube().matrix() - turned * means.asDiagonal());
        const Eigen::JacobiSVD<MatrixXd> parts(towards, Eigen::ComputeFullU | Eigen::ComputeFullV);
        turn = parts.matrixU() * parts.matrixV().transpose();
        const double before = reached;
        reached = parts.singularValues().sum();
        if (reached < before * (1 + 1e-10))
            break;
    }
    return loadings * turn;
}

struct Oblique {
    MatrixXd loadings;
    MatrixXd correlations; // between factors
};

/// Quartimin: the sum over items of products of squared loadings on two factors.
struct Criterion {
    double value = 0;
    MatrixXd slope; // by loading
};

Criterion quartimin(const MatrixXd& loadings)
{
    const auto k = loadings.cols();
    const MatrixXd squares = loadings.array().square().matrix();
    const MatrixXd others = squares * (MatrixXd::Ones(k, k) - MatrixXd::Identity(k, k));
    return { squares.cwiseProduct(others).sum() / 4, loadings.cwiseProduct(others) };
}

/// Step 2.11: direct oblimin (gamma 0) by projected slopes, from where varimax stopped.
std::optional<Oblique> oblimin(const MatrixXd& start)
{
    const auto k = start.cols();
    MatrixXd turn = MatrixXd::Identity(k, k);
    const auto loadings_at = [&](const MatrixXd& at) { return MatrixXd(start * at.inverse().transpose()); };
    double stride = 1;
    constexpr int steps_max = 5000;
    constexpr int halvings_max = 20;
    for (int step = 0; step < steps_max; ++step) {
        const MatrixXd loadings = loadings_at(turn);
        const auto here = quartimin(loadings);
        const MatrixXd slope = -(loadings.transpose() * here.slope * turn.inverse()).transpose();
        const VectorXd along = turn.cwiseProduct(slope).colwise().sum();
        const MatrixXd projected = slope - turn * along.asDiagonal();
        const double steepness = projected.norm();
        if (steepness < 1e-8)
            return Oblique { loadings, turn.transpose() * turn };
        stride *= 2;
        MatrixXd next;
        for (int halving = 0; halving <= halvings_max; ++halving, stride /= 2) {
            next = (turn - stride * projected).colwise().normalized();
            if (here.value - quartimin(loadings_at(next)).value > 0.5 * steepness * steepness * stride)
                break;
        }
        turn = next;
    }
    return std::nullopt;
}

} // namespace

std::optional<Omega> omega_of(const Scores& scores, int factors)
{
    const int items = scores.columns();
    // Loadings free to move may not be more than correlations.
    if (factors < factors_min || items > omega_items_max || (items - factors) * (items - factors) < items + factors)
        return std::nullopt;
    const auto covariances = pairwise_covariances(scores);
    if (covariances.hasNaN() || !(covariances.diagonal().minCoeff() > 0))
        return std::nullopt;
    const auto correlations = correlations_from(covariances);
    const auto first = least_residuals(correlations, factors);
    if (!first)
        return std::nullopt;
    const auto turned = oblimin(varimax(first->loadings));
    if (!turned)
        return std::nullopt;
    const auto second = least_residuals(turned->correlations, 1); // 2.12
    if (!second)
        return std::nullopt;
    const VectorXd general = turned->loadings * second->loadings;
    const double all = correlations.sum();
    const double unique = items - first->loadings.squaredNorm();
    return Omega { general.sum() * general.sum() / all, 1 - unique / all, // 2.13
        std::vector<double>(general.data(), general.data() + general.size()), first->is_improper || second->is_improper };
}

} // namespace etabli::statistics
