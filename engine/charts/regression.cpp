// SPDX-License-Identifier: EUPL-1.2
// engine/charts/regression.cpp

#include "engine/charts/regression.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

// The same sums in the same order on every machine, whatever its processor can do at once.
#define EIGEN_DONT_VECTORIZE
#include <Eigen/Dense>

namespace etabli::charts {

namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

struct Solved {
    Matrix x;
    Vector y;
    Vector estimates;
    Vector residuals;
    Matrix inverse; // of x'x
};

Matrix matrix_of(const Model& model)
{
    Matrix made(static_cast<Eigen::Index>(model.y.size()), static_cast<Eigen::Index>(model.columns.size()));
    for (std::size_t column = 0; column < model.columns.size(); ++column) {
        VERIFY(model.columns[column].size() == model.y.size());
        made.col(static_cast<Eigen::Index>(column))
            = Eigen::Map<const Vector>(model.columns[column].data(), static_cast<Eigen::Index>(model.y.size()));
    }
    return made;
}

Solved solve(Matrix x, Vector y)
{
    const Eigen::HouseholderQR<Matrix> decomposed(x);
    const Eigen::Index k = x.cols();
    const Matrix r = decomposed.matrixQR().topRows(k).template triangularView<Eigen::Upper>();
    const Matrix r_inverse = r.template triangularView<Eigen::Upper>().solve(Matrix::Identity(k, k));
    Vector estimates = decomposed.solve(y);
    Vector residuals = y - x * estimates;
    return { std::move(x), std::move(y), std::move(estimates), std::move(residuals), r_inverse * r_inverse.transpose() };
}

/// Steps 5.1 and 6.1.
Result<Solved> least_squares(const Model& model)
{
    const auto x = matrix_of(model);
    if (x.rows() <= x.cols())
        return Problem(
            "study.not_computable", fmt::format("{} rows for {} unknowns: more rows are needed", x.rows(), x.cols()));
    Eigen::ColPivHouseholderQR<Matrix> ranked(x);
    ranked.setThreshold(1e-9); // what rounding leaves of columns that say the same
    if (ranked.rank() < x.cols()) {
        const auto column = ranked.colsPermutation().indices()[ranked.rank()];
        return Problem("study.not_computable",
            fmt::format("nothing tells {} apart from the rest of the model", model.names[static_cast<std::size_t>(column)]));
    }
    return solve(x, Eigen::Map<const Vector>(model.y.data(), x.rows()));
}

double durbin_watson_of(const Vector& residuals)
{
    const auto n = residuals.size();
    return (residuals.tail(n - 1) - residuals.head(n - 1)).squaredNorm() / residuals.squaredNorm();
}

Fit fit_of(const Solved& solved, const Matrix& covariance, int freedom)
{
    Fit made;
    made.estimates.assign(solved.estimates.data(), solved.estimates.data() + solved.estimates.size());
    for (Eigen::Index at = 0; at < covariance.rows(); ++at)
        made.errors.push_back(std::sqrt(std::max(0.0, covariance(at, at))));
    made.freedom = freedom;
    return made;
}

/// Step 5.4: a model of the series as if its residuals were told apart, for one correlation.
struct Whitened {
    Solved solved;
    double criterion = 0; // minus twice the restricted log likelihood, but for a constant
};

Whitened whitened(const Solved& plain, double phi)
{
    const auto n = plain.x.rows();
    const double scale = std::sqrt(1 - phi * phi);
    Matrix x = plain.x;
    Vector y = plain.y;
    for (Eigen::Index at = n - 1; at > 0; --at) {
        x.row(at) = (plain.x.row(at) - phi * plain.x.row(at - 1)) / scale;
        y(at) = (plain.y(at) - phi * plain.y(at - 1)) / scale;
    }
    Whitened made { solve(std::move(x), std::move(y)), 0 };
    const auto freedom = static_cast<double>(n - plain.x.cols());
    const double log_determinant = -2 * made.solved.inverse.llt().matrixLLT().diagonal().array().log().sum();
    made.criterion = freedom * std::log(made.solved.residuals.squaredNorm()) + log_determinant
        + 2 * static_cast<double>(n - 1) * std::log(scale);
    return made;
}

/// The likeliest correlation: a grid finds the valley, golden sections its floor.
double likeliest_phi(const Solved& plain)
{
    constexpr int steps = 99;
    constexpr double edge = 0.99; // beyond it a series is a random walk, and a line through it says nothing
    const auto place = [](int step) { return -edge + 2 * edge * step / (steps - 1); };
    int best = 0;
    double least = HUGE_VAL;
    for (int step = 0; step < steps; ++step)
        if (const double criterion = whitened(plain, place(step)).criterion; criterion < least) {
            least = criterion;
            best = step;
        }
    double low = place(std::max(best - 1, 0));
    double high = place(std::min(best + 1, steps - 1));
    const double golden = (std::sqrt(5.0) - 1) / 2;
    constexpr int sections = 60; // the criterion is flat to 1e-8 around its floor
    for (int section = 0; section < sections; ++section) {
        const double left = high - golden * (high - low);
        const double right = low + golden * (high - low);
        if (whitened(plain, left).criterion < whitened(plain, right).criterion)
            high = right;
        else
            low = left;
    }
    return (low + high) / 2;
}

} // namespace

Result<Fit> fit_newey_west(const Model& model, int lag)
{
    const auto solved = TRY(least_squares(model));
    const Matrix scores = solved.x.array().colwise() * solved.residuals.array();
    const auto n = scores.rows();
    Matrix middle = scores.transpose() * scores; // 5.3
    for (Eigen::Index away = 1; away <= std::min<Eigen::Index>(lag, n - 1); ++away) {
        const Matrix shared = scores.bottomRows(n - away).transpose() * scores.topRows(n - away);
        middle += (1 - static_cast<double>(away) / (lag + 1)) * (shared + shared.transpose());
    }
    auto made = fit_of(solved, solved.inverse * middle * solved.inverse, static_cast<int>(n - solved.x.cols()));
    made.durbin_watson = durbin_watson_of(solved.residuals);
    return made;
}

Result<Fit> fit_autoregressive(const Model& model)
{
    const auto plain = TRY(least_squares(model));
    const double phi = likeliest_phi(plain);
    const auto best = whitened(plain, phi).solved;
    const auto freedom = static_cast<int>(plain.x.rows() - plain.x.cols());
    auto made = fit_of(best, best.residuals.squaredNorm() / freedom * best.inverse, freedom);
    made.durbin_watson = durbin_watson_of(plain.residuals);
    made.phi = phi;
    return made;
}

Result<Fit> fit_clustered(const Model& model, std::span<const int> cluster_of)
{
    VERIFY(cluster_of.size() == model.y.size());
    const auto solved = TRY(least_squares(model));
    const int clusters = cluster_of.empty() ? 0 : *std::max_element(cluster_of.begin(), cluster_of.end()) + 1;
    if (clusters < 2)
        return Problem("study.not_computable", "all rows are of one unit");
    Matrix scores = Matrix::Zero(clusters, solved.x.cols());
    for (std::size_t row = 0; row < cluster_of.size(); ++row) {
        const auto at = static_cast<Eigen::Index>(row);
        scores.row(cluster_of[row]) += solved.x.row(at) * solved.residuals(at);
    }
    const auto n = static_cast<double>(solved.x.rows());
    const double small_sample
        = static_cast<double>(clusters) / (clusters - 1) * (n - 1) / (n - static_cast<double>(solved.x.cols())); // 6.3
    auto made = fit_of(solved, small_sample * solved.inverse * (scores.transpose() * scores) * solved.inverse, clusters - 1);
    made.durbin_watson = durbin_watson_of(solved.residuals);
    return made;
}

} // namespace etabli::charts
