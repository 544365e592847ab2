// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/reliability.cpp

#include "engine/statistics/reliability.hpp"

#include <cmath>

#include "engine/statistics/matrices.hpp"

namespace etabli::statistics {

namespace {

/// Step 2.2: k/(k - 1) (1 - tr M / sum M), of covariances for the raw alpha, of correlations for the standardised.
double alpha_from(const Eigen::MatrixXd& matrix)
{
    const auto k = static_cast<double>(matrix.rows());
    return k / (k - 1) * (1 - matrix.trace() / matrix.sum());
}

/// Step 2.5.
double error_of_alpha(const Eigen::MatrixXd& covariances, std::int64_t people)
{
    const auto k = static_cast<double>(covariances.rows());
    const Eigen::MatrixXd squared = covariances * covariances;
    const double sum = covariances.sum();
    const double trace = covariances.trace();
    const double q = 2 * k * k / ((k - 1) * (k - 1) * sum * sum * sum)
        * (sum * (squared.trace() + trace * trace) - 2 * trace * squared.sum());
    return std::sqrt(std::max(q, 0.0) / static_cast<double>(people));
}

/// Step 2.6.
Interval feldt_interval(double alpha, std::int64_t people, int items, double confidence)
{
    const auto freedom_1 = static_cast<double>(people - 1);
    const auto freedom_2 = freedom_1 * (items - 1);
    return { 1 - (1 - alpha) * fisher_quantile(1 - tail_of(confidence), freedom_1, freedom_2),
        1 - (1 - alpha) * fisher_quantile(tail_of(confidence), freedom_1, freedom_2) };
}

Eigen::MatrixXd without(const Eigen::MatrixXd& matrix, Eigen::Index item)
{
    std::vector<Eigen::Index> others;
    for (Eigen::Index at = 0; at < matrix.rows(); ++at)
        if (at != item)
            others.push_back(at);
    return matrix(others, others);
}

/// Steps 2.7 to 2.9.
ItemReliability item_of(const Scores& scores, const Eigen::MatrixXd& covariances, int item)
{
    const auto answers = scores.column(item);
    ItemReliability made;
    made.answered = static_cast<std::int64_t>(answers.size());
    made.mean = *mean_of(answers);
    made.deviation = std::sqrt(*variance_of(answers));
    const auto others = without(covariances, item);
    const double with_others = covariances.col(item).sum() - covariances(item, item);
    if (others.sum() > 0)
        made.rest_correlation = with_others / std::sqrt(covariances(item, item) * others.sum());
    if (others.rows() > 1 && others.sum() > 0)
        made.alpha_without = alpha_from(others);
    return made;
}

std::int64_t people_of(const Scores& scores)
{
    std::int64_t people = 0;
    for (int row = 0; row < scores.rows(); ++row)
        for (int item = 0; item < scores.columns(); ++item)
            if (scores.at(row, item)) {
                ++people;
                break;
            }
    return people;
}

std::optional<UndefinedReliability> why_undefined(const Scores& scores, std::int64_t people, const Eigen::MatrixXd& covariances)
{
    if (scores.columns() < 2)
        return UndefinedReliability { NoReliability::FewerThanTwoItems, {} };
    if (people < 2)
        return UndefinedReliability { NoReliability::FewerThanTwoPeople, {} };
    for (int item = 0; item < scores.columns(); ++item) {
        if (covariances.col(item).hasNaN())
            return UndefinedReliability { NoReliability::PairWithoutAnswers, item };
        if (!(covariances(item, item) > 0))
            return UndefinedReliability { NoReliability::ItemWithoutVariance, item };
    }
    // Items that cancel each other out leave a sum of rounding errors.
    if (!(covariances.sum() > covariances.trace() * 1e-12))
        return UndefinedReliability { NoReliability::SumWithoutVariance, {} };
    return std::nullopt;
}

} // namespace

std::variant<Reliability, UndefinedReliability> reliability_of(const Scores& scores, double confidence)
{
    VERIFY(scores.columns() <= items_max);
    const auto people = people_of(scores);
    const auto covariances = pairwise_covariances(scores); // 2.1
    if (const auto undefined = why_undefined(scores, people, covariances))
        return *undefined;
    if (alpha_from(covariances) > 1 + 1e-9)
        return UndefinedReliability { NoReliability::PairsContradict, {} };
    const auto correlations = correlations_from(covariances);
    const auto k = static_cast<double>(scores.columns());

    Reliability made;
    made.people = people;
    made.alpha = alpha_from(covariances); // 2.2
    made.alpha_standardised = alpha_from(correlations);
    made.mean_correlation = (correlations.sum() - k) / (k * (k - 1)); // 2.3
    const auto explained = squared_multiple_correlations(correlations);
    if (explained)
        made.g6 = 1 - (k - explained->sum()) / correlations.sum(); // 2.4
    made.error = error_of_alpha(covariances, people);
    const double reach = normal_quantile(1 - tail_of(confidence)) * made.error;
    made.interval = { made.alpha - reach, made.alpha + reach };
    made.feldt = feldt_interval(made.alpha, people, scores.columns(), confidence);
    for (int item = 0; item < scores.columns(); ++item)
        made.items.push_back(item_of(scores, covariances, item));
    if (explained) { // 2.8
        auto common = correlations;
        common.diagonal() = *explained;
        for (int item = 0; item < scores.columns(); ++item)
            if (common.sum() > 0)
                made.items[static_cast<std::size_t>(item)].corrected_correlation
                    = common.col(item).sum() / std::sqrt(common.sum());
    }
    return made;
}

} // namespace etabli::statistics
