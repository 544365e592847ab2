// SPDX-License-Identifier: EUPL-1.2
// tests/support/staff_answers.hpp
//
// What the people of tests::staff_counts answer: a row each, drawn; of each question three in a hundred leave it, the last
// one is asked of seven in ten only and the first one is sensitive. Their places hold more people than answered.

#pragma once

#include <fmt/format.h>

#include "base/text.hpp"
#include "tests/support/staff_counts.hpp"

namespace etabli::tests {

struct StaffAnswers {
    std::string places; // region,est,pole,serv,team,occ,staff
    std::string answers; // team,occ,q1,q2,...
    std::string items; // item,options,favourable_from,sensitive,asked_if
};

inline StaffAnswers staff_answers(int respondents, std::uint64_t seed, int questions)
{
    constexpr int options = 5;
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<int> absent(0, 2);
    std::binomial_distribution<int> option(options - 1, 0.6);
    std::bernoulli_distribution leaves(0.03);
    std::bernoulli_distribution asked(0.7);
    StaffAnswers made { "region,est,pole,serv,team,occ,staff\n", "team,occ",
        "item,options,favourable_from,sensitive,asked_if\n" };
    for (int question = 1; question <= questions; ++question) {
        made.answers += fmt::format(",q{}", question);
        made.items += fmt::format("q{},{},4,{},{}\n", question, options, question == 1 ? 1 : 0,
            question == questions && questions > 2        ? "q2"
                : question == questions && questions == 2 ? "q1"
                                                          : "");
    }
    made.answers += "\n";
    std::vector<std::string> people;
    const auto counts = staff_counts(respondents, seed);
    for (const auto line : split(counts, '\n')) {
        const auto comma = line.rfind(',');
        if (line.empty() || line.starts_with("region"))
            continue;
        const int count = std::stoi(std::string(line.substr(comma + 1)));
        made.places += fmt::format("{},{}\n", line.substr(0, comma), count + absent(random));
        const auto columns = split(line, ',');
        for (int person = 0; person < count; ++person) {
            people.push_back(fmt::format("{},{}", columns[4], columns[5]));
            for (int question = 1; question <= questions; ++question)
                people.back() += questions > 1 && question == questions && !asked(random) ? std::string(",-")
                    : leaves(random)                                                      ? std::string(",")
                                     : fmt::format(",{}", 1 + option(random));
        }
    }
    std::shuffle(people.begin(), people.end(), random);
    for (const auto& person : people)
        made.answers += person + "\n";
    return made;
}

} // namespace etabli::tests
