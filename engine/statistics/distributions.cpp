// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/distributions.cpp

#include "engine/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>

namespace etabli::statistics {

namespace {

/// What has no value is NaN or infinite, for the caller to see; the library throws nothing.
using Quiet = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;
using Normal = boost::math::normal_distribution<double, Quiet>;
using Student = boost::math::students_t_distribution<double, Quiet>;
using Fisher = boost::math::fisher_f_distribution<double, Quiet>;

double log_choose(std::int64_t n, std::int64_t k)
{
    const auto log_factorial = [](std::int64_t of) { return std::lgamma(static_cast<double>(of) + 1); };
    return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

double hypergeometric_between(std::int64_t low, std::int64_t high, const Draw& draw)
{
    const auto least = std::max<std::int64_t>({ low, 0, draw.drawn - (draw.population - draw.marked) });
    const auto most = std::min({ high, draw.drawn, draw.marked });
    const double all = log_choose(draw.population, draw.drawn);
    double sum = 0;
    for (auto count = least; count <= most; ++count)
        sum += std::exp(log_choose(draw.marked, count) + log_choose(draw.population - draw.marked, draw.drawn - count) - all);
    return std::min(sum, 1.0);
}

} // namespace

double normal_below(double x)
{
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

double normal_two_sided(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

double normal_quantile(double share)
{
    return boost::math::quantile(Normal(), share);
}

double student_quantile(double share, double freedom)
{
    return boost::math::quantile(Student(freedom), share);
}

double fisher_quantile(double share, double freedom_1, double freedom_2)
{
    return boost::math::quantile(Fisher(freedom_1, freedom_2), share);
}

double fisher_above(double f, double freedom_1, double freedom_2)
{
    return boost::math::cdf(boost::math::complement(Fisher(freedom_1, freedom_2), std::max(f, 0.0)));
}

double bivariate_normal_below(double x, double y, double rho)
{
    if (std::isinf(x) || std::isinf(y)) {
        if (std::min(x, y) < 0 && std::isinf(std::min(x, y)))
            return 0;
        return normal_below(std::min(x, y));
    }
    const auto density = [&](double angle) {
        const double cosine = std::cos(angle);
        return std::exp(-(x * x + y * y - 2 * x * y * std::sin(angle)) / (2 * cosine * cosine));
    };
    constexpr unsigned halvings_max = 15;
    const double integral
        = boost::math::quadrature::gauss_kronrod<double, 31>::integrate(density, 0.0, std::asin(rho), halvings_max, 1e-12);
    return std::clamp(normal_below(x) * normal_below(y) + integral / (2 * std::numbers::pi), 0.0, 1.0);
}

double hypergeometric_at_most(std::int64_t count, const Draw& draw)
{
    return hypergeometric_between(0, count, draw);
}

double hypergeometric_at_least(std::int64_t count, const Draw& draw)
{
    return hypergeometric_between(count, draw.drawn, draw);
}

} // namespace etabli::statistics
