// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/agreement.cpp

#include "engine/statistics/agreement.hpp"

#include <cmath>
#include <limits>

namespace etabli::statistics {

namespace {

/// Mean squares of the two-way table, step 3.1.
struct MeanSquares {
    double n = 0; // things
    double k = 0; // judges
    double between = 0;
    double judges = 0;
    double error = 0;
    double within = 0; // judges and error together
};

MeanSquares mean_squares_of(const Scores& scores)
{
    const int things = scores.rows();
    const int judges = scores.columns();
    MeanSquares made { static_cast<double>(things), static_cast<double>(judges), 0, 0, 0, 0 };
    std::vector<double> of_thing(static_cast<std::size_t>(things), 0.0);
    std::vector<double> of_judge(static_cast<std::size_t>(judges), 0.0);
    double all = 0;
    for (int row = 0; row < things; ++row)
        for (int column = 0; column < judges; ++column) {
            const double score = *scores.at(row, column);
            of_thing[static_cast<std::size_t>(row)] += score / made.k;
            of_judge[static_cast<std::size_t>(column)] += score / made.n;
            all += score / (made.n * made.k);
        }
    for (int row = 0; row < things; ++row)
        for (int column = 0; column < judges; ++column) {
            const double thing = of_thing[static_cast<std::size_t>(row)] - all;
            const double judge = of_judge[static_cast<std::size_t>(column)] - all;
            const double rest = *scores.at(row, column) - all - thing - judge;
            made.between += thing * thing;
            made.judges += judge * judge;
            made.error += rest * rest;
        }
    made.within = (made.judges + made.error) / (made.n * (made.k - 1));
    made.between /= made.n - 1;
    made.judges /= made.k - 1;
    made.error /= (made.n - 1) * (made.k - 1);
    return made;
}

struct FisherTest {
    double above = 0;
    double below = 0;
    double freedom_1 = 0;
    double freedom_2 = 0;
};

Correlation tested(double value, const FisherTest& test)
{
    Correlation made { value, {}, std::numeric_limits<double>::infinity(), test.freedom_1, test.freedom_2, 0 };
    if (test.below > 0) {
        made.f = test.above / test.below;
        made.p = fisher_above(made.f, test.freedom_1, test.freedom_2);
    }
    return made;
}

/// Step 3.3, of the forms 1 and 3: the ends of F carried over.
void add_intervals(Correlation& single, Correlation& mean, double k, double confidence)
{
    if (std::isinf(single.f))
        return;
    const double share = 1 - tail_of(confidence);
    const double low = single.f / fisher_quantile(share, single.freedom_1, single.freedom_2);
    const double high = single.f * fisher_quantile(share, single.freedom_2, single.freedom_1);
    single.interval = { (low - 1) / (low + k - 1), (high - 1) / (high + k - 1) };
    mean.interval = { 1 - 1 / low, 1 - 1 / high };
}

/// Step 3.4, of the form 2, whose degrees are Satterthwaite's.
void add_two_way_intervals(Correlation& single, Correlation& mean, const MeanSquares& squares, double confidence)
{
    if (std::isinf(single.f))
        return;
    const auto [n, k, between, judges, error, within] = squares;
    const double severity = judges / error;
    const double icc = single.value;
    const double own = n * (1 + (k - 1) * icc) - k * icc;
    const double part = k * icc * severity;
    const double freedom = (k - 1) * (n - 1) * (part + own) * (part + own) / ((n - 1) * part * part + own * own);
    const double share = 1 - tail_of(confidence);
    const double low_f = fisher_quantile(share, n - 1, freedom);
    const double high_f = fisher_quantile(share, freedom, n - 1);
    const double rest = k * judges + (k * n - k - n) * error;
    const Interval found { n * (between - low_f * error) / (low_f * rest + n * between),
        n * (high_f * between - error) / (rest + n * high_f * between) };
    const auto of_mean = [k](double end) { return end * k / (1 + end * (k - 1)); };
    if (!std::isfinite(found.low) || !std::isfinite(found.high))
        return; // Satterthwaite found no degrees
    single.interval = found;
    mean.interval = { of_mean(found.low), of_mean(found.high) };
}

} // namespace

AgreementOutcome agreement_of(const Scores& scores, double confidence)
{
    if (scores.rows() < 2)
        return { {}, NoAgreement::FewerThanTwoThings };
    if (scores.columns() < 2)
        return { {}, NoAgreement::FewerThanTwoJudges };
    if (!scores.is_complete())
        return { {}, NoAgreement::Holes };
    const auto squares = mean_squares_of(scores);
    const auto [n, k, between, judges, error, within] = squares;
    if (!(between + (k - 1) * error > 0))
        return { {}, NoAgreement::AllAlike };

    const FisherTest one_way { between, within, n - 1, n * (k - 1) };
    const FisherTest two_way { between, error, n - 1, (n - 1) * (k - 1) };
    const double severity = (judges - error) / n;
    // A mean of k judges divides by the mean square between things, which may be zero where single forms have a value.
    const auto of_mean
        = [](double above, double below) { return below > 0 ? above / below : -std::numeric_limits<double>::infinity(); };
    Agreement made { // 3.2
        tested((between - within) / (between + (k - 1) * within), one_way),
        tested((between - error) / (between + (k - 1) * error + k * severity), two_way),
        tested((between - error) / (between + (k - 1) * error), two_way), tested(of_mean(between - within, between), one_way),
        tested(of_mean(between - error, between + severity), two_way), tested(of_mean(between - error, between), two_way)
    };
    add_intervals(made.one_way_single, made.one_way_mean, k, confidence);
    add_intervals(made.fixed_single, made.fixed_mean, k, confidence);
    add_two_way_intervals(made.two_way_single, made.two_way_mean, squares, confidence);
    return { made, {} };
}

} // namespace etabli::statistics
