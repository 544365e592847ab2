// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/strata_test.cpp
//
// Against survey 4.1-1 on R 4.2.2: svydesign(id = ~1, strata = ~s, fpc = ~N), then svytotal, svymean and svyratio with
// deff = TRUE, and confint(…, df = degf(design)). Twelve invented people in three strata of 12, 5 and 40.

#include "engine/statistics/strata.hpp"

#include <gtest/gtest.h>

namespace etabli::statistics {

namespace {

constexpr double close = 1e-11;
constexpr Score hole;

const std::vector<std::optional<std::int64_t>> populations { 12, 5, 40 };
const std::vector<int> strata { 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2 };
const std::vector<Score> y { 3, 5, 4, 4.5, 2, 2.5, 4, 1, 3, 2, 5, 3 };
const std::vector<Score> x { 4, 6, 6, 5, 3, 4, 4, 3, 3, 4, 6, 4 };
const std::vector<bool> days { false, true, false, true, true, false, true, false, false, true, true, true };

std::vector<Drawn> people(std::optional<double> (*weight)(int stratum) = [](int) { return std::optional<double>(); })
{
    std::vector<Drawn> made;
    for (const int stratum : strata)
        made.push_back({ stratum, weight(stratum) });
    return made;
}

Design design(std::vector<std::optional<std::int64_t>> sizes, std::vector<Drawn> drawn)
{
    auto made = Design::create(std::move(sizes), std::move(drawn));
    VERIFY(made.ok());
    return made.value();
}

std::vector<Score> only_days(std::vector<Score> of)
{
    for (std::size_t person = 0; person < of.size(); ++person)
        of[person] = days[person] ? of[person] : hole;
    return of;
}

std::vector<Score> two_left_it()
{
    auto made = y;
    made[1] = made[6] = hole;
    return made;
}

void check(const std::optional<DesignEstimate>& found, double value, double error, double design_effect)
{
    ASSERT_TRUE(found.has_value());
    EXPECT_NEAR(found->value, value, 1e-13 * std::abs(value) + close);
    EXPECT_NEAR(found->error.value(), error, close);
    EXPECT_NEAR(found->design_effect.value(), design_effect, close);
}

void check_refused(std::vector<std::optional<std::int64_t>> sizes, std::vector<Drawn> drawn)
{
    EXPECT_FALSE(Design::create(std::move(sizes), std::move(drawn)).ok());
}

} // namespace

TEST(Strata, give_totals_means_and_ratios_of_everybody)
{
    const auto all = design(populations, people());
    check(design_total(all, y), 175.66666666666666, 25.24106002352340, 1.60359951694215);
    check(design_mean(all, y), 3.081871345029239, 0.442825614447779, 1.603599516942150);
    check(design_ratio(all, y, x), 0.727900552486188, 0.0637358723887396, 1.77321532625767);
}

TEST(Strata, give_intervals_with_people_less_strata_as_freedom)
{
    const auto all = design(populations, people());
    const auto mean = design_mean(all, y);
    EXPECT_EQ(mean->freedom, 9);
    EXPECT_NEAR(mean->interval->low, 2.08013020943568, close);
    EXPECT_NEAR(mean->interval->high, 4.0836124806228, close);
    EXPECT_NEAR(design_total(all, y)->interval->low, 118.567421937834, 1e-9);
    EXPECT_NEAR(design_ratio(all, y, x)->interval->high, 0.872081112737567, close);
}

TEST(Strata, speak_of_a_part_of_the_people)
{
    const auto all = design(populations, people());
    check(design_mean(all, only_days(y)), 3.555, 0.558752624154912, 1.525385342155284);
    check(design_total(all, only_days(y)), 118.5, 38.14227750585082, 6.39729193441312);
    check(design_ratio(all, only_days(y), x), 0.756382978723404, 0.059945115778821, 1.43397121482852);
    EXPECT_EQ(design_mean(all, only_days(y))->freedom, 4);
    EXPECT_EQ(design_mean(all, only_days(y))->n, 7);
}

TEST(Strata, leave_out_whoever_left_the_question)
{
    const auto all = design(populations, people());
    check(design_mean(all, two_left_it()), 2.942675159235669, 0.479931537127731, 1.603062676696668);
    check(design_total(all, two_left_it()), 154, 26.82039025318859, 1.82795421962578);
}

TEST(Strata, of_known_size_have_a_share_without_error)
{
    const auto all = design(populations, people());
    std::vector<Score> in_last;
    for (const int stratum : strata)
        in_last.emplace_back(stratum == 2 ? 1 : 0);
    const auto share = design_mean(all, in_last);
    EXPECT_NEAR(share->value, 40.0 / 57, close);
    EXPECT_NEAR(share->error.value(), 0, close);
}

TEST(Strata, take_given_weights_and_then_correct_nothing)
{
    const auto weighted = design({ {}, {}, {} }, people([](int stratum) {
        return std::optional(static_cast<double>(*populations[static_cast<std::size_t>(stratum)]) / 4);
    }));
    check(design_mean(weighted, y), 3.04372623574144, 0.51156230410246, 2.02319221119785);
}

TEST(Strata, in_which_everybody_was_drawn_add_no_error)
{
    const auto census = design({ 2, 1 }, { { 0, {} }, { 0, {} }, { 1, {} } });
    const auto mean = design_mean(census, std::vector<Score> { 1, 2, 4 });
    EXPECT_NEAR(mean->value, 7.0 / 3, close);
    EXPECT_EQ(mean->error, 0.0);
    EXPECT_EQ(mean->interval->low, mean->interval->high);
    EXPECT_FALSE(mean->design_effect.has_value());
}

TEST(Strata, with_one_person_of_several_have_no_error_and_are_named)
{
    const auto lonely = design({ 10, 10 }, { { 0, {} }, { 0, {} }, { 1, {} } });
    const auto mean = design_mean(lonely, std::vector<Score> { 1, 2, 4 });
    EXPECT_NEAR(mean->value, (15.0 + 40) / 20, close);
    EXPECT_FALSE(mean->error.has_value());
    EXPECT_EQ(mean->lonely_stratum, 1);
}

TEST(Strata, without_answers_have_no_estimate)
{
    const auto all = design(populations, people());
    const std::vector<Score> holes(12);
    EXPECT_FALSE(design_mean(all, holes).has_value());
    EXPECT_FALSE(design_total(all, holes).has_value());
    EXPECT_FALSE(design_ratio(all, y, std::vector<Score>(12, 0.0)).has_value());
}

TEST(Strata, are_refused_when_sizes_and_people_do_not_fit)
{
    check_refused({ 10 }, {});
    check_refused({ 1 }, { { 0, {} }, { 0, {} } });
    check_refused({ 10 }, { { 1, {} } });
    check_refused({ std::nullopt }, { { 0, {} } });
    check_refused({ 10 }, { { 0, 0.0 } });
}

} // namespace etabli::statistics
