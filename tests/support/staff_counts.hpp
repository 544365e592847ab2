// SPDX-License-Identifier: EUPL-1.2
// tests/support/staff_counts.hpp
//
// A staff survey drawn by a law, as a file of counts: region,est,pole,serv,team,occ,n. One establishment per 200
// respondents, sizes log-normal(0, 1.1) rescaled to the total and at least five, eighteen regions; a team per eight
// people, weighted by gamma(3); three teams a service, three services a pole; ten occupations. The same seed gives the
// same file with the same standard library.

#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace etabli::tests {

inline std::vector<int> establishment_sizes(int respondents, std::mt19937_64& random)
{
    constexpr double smallest = 5;
    std::lognormal_distribution<double> law(0, 1.1);
    std::vector<double> drawn(static_cast<std::size_t>(std::max(1, respondents / 200)));
    double sum = 0;
    for (auto& size : drawn)
        sum += size = law(random);
    std::vector<int> sizes;
    for (const double size : drawn)
        sizes.push_back(static_cast<int>(std::lround(std::max(smallest, size * respondents / sum))));
    return sizes;
}

inline std::string staff_counts(int respondents, std::uint64_t seed)
{
    constexpr int regions = 18;
    constexpr double people_per_team = 8;
    constexpr int parts = 3; // teams of a service, services of a pole
    constexpr std::array shares { .33, .22, .12, .10, .07, .05, .04, .03, .025, .015 };
    std::mt19937_64 random(seed);
    std::discrete_distribution<int> occupation(shares.begin(), shares.end());
    std::uniform_int_distribution<int> region(1, regions);
    std::gamma_distribution<double> weight(3);
    std::string text = "region,est,pole,serv,team,occ,n\n";
    int establishment = 0;
    int first_team = 0;
    for (const int size : establishment_sizes(respondents, random)) {
        ++establishment;
        const int in_region = region(random);
        std::vector<double> weights(static_cast<std::size_t>(std::max(1L, std::lround(size / people_per_team))));
        for (auto& each : weights)
            each = weight(random);
        std::discrete_distribution<int> team(weights.begin(), weights.end());
        std::map<std::pair<int, int>, int> cells;
        for (int person = 0; person < size; ++person) {
            const int drawn_team = team(random);
            ++cells[{ drawn_team, occupation(random) }];
        }
        for (const auto& [cell, count] : cells) {
            const int service = cell.first / parts;
            fmt::format_to(std::back_inserter(text), "r{},e{},e{}p{},e{}s{},t{},o{},{}\n", in_region, establishment,
                establishment, service / parts, establishment, service, first_team + cell.first, cell.second, count);
        }
        first_team += static_cast<int>(weights.size());
    }
    return text;
}

} // namespace etabli::tests
