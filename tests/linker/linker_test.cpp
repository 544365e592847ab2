// SPDX-License-Identifier: EUPL-1.2
// tests/linker/linker_test.cpp
//
// Somebody knows in which order a thousand people handed in their ballots, holds copies of the database and of the urn's folder, and
// puts them together. On ours chance does as well; each leak, planted alone, is found. docs/anonymity.md, section 6.

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/linker/story.hpp"

namespace etabli::linker {

class Linker : public testing::TestWithParam<store::Engine> {
protected:
    /// Where there is a disk in memory: what lies on it lies as on any other, and waits for none.
    static void SetUpTestSuite()
    {
        std::error_code error;
        if (const auto space = std::filesystem::space("/dev/shm", error); !error && space.available > (256U << 20U))
            ::setenv("TMPDIR", "/dev/shm", 1);
    }
    void SetUp() override
    {
        if (GetParam() == store::Engine::Postgres && tests::postgres_for_tests().empty())
            GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
    }
    static void print(const std::string& moment, const std::string& what, const Score& found)
    {
        std::printf("| %-16s | %-32s | %7zu | %6zu | %6.1f %% | %6.1f %% | %.4f |\n", moment.c_str(), what.c_str(),
            found.ballots, found.groups, found.linked_percent, found.by_chance_percent, found.p);
    }
    static void print_head(const char* store)
    {
        // Chance alone matches one in each group; of the two directions, the better is printed.
        std::printf("| %-16s | what is seen                     | ballots | groups |   linked | chance   | p      |\n"
                    "| --- | --- | --- | --- | --- | --- | --- |\n",
            store);
    }
    std::vector<Leak> leaks() const
    {
        std::vector<Leak> all {
            { .name = "a counter", .seen_in = "planted: number", .counts = true },
            { .name = "a time", .seen_in = "planted: came_at", .tells_time = true },
            { .name = "a size", .seen_in = "planted: size_of_record", .grows = true },
        };
        if (GetParam() == store::Engine::Sqlite) {
            all.push_back(
                { .name = "a row number", .seen_in = "planted: beside_rowid", .has_row_numbers = true, .sorts = false });
            all.push_back({ .name = "the log kept", .seen_in = "etabli.db-wal: first byte", .gathers = false });
        } else {
            all.push_back({ .name = "not sorted", .seen_in = "planted: beside_ctid", .sorts = false });
            all.push_back({ .name = "each alone", .seen_in = "planted: beside_xmin", .gathers = false });
        }
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(On, Linker, tests::both_engines(), tests::engine_name);

TEST_P(Linker, nothing_that_is_seen_of_the_urn_says_who_handed_in_what)
{
    // A thousand people each; PostgreSQL takes its time for each commit.
    const std::uint64_t runs = GetParam() == store::Engine::Sqlite ? 20 : 4;
    constexpr int permutations = 999;
    Findings findings;
    for (std::uint64_t seed = 1; seed <= runs; ++seed)
        look_at_the_urn(GetParam(), seed, findings);
    print_head("the urn");
    const double significant = 0.05 / static_cast<double>(findings.size()); // of so many looks (Bonferroni)
    for (const auto& [where, seen] : findings) {
        const auto found = score(seen, permutations);
        print(where.first, where.second, found);
        EXPECT_GT(found.p, significant) << where.first << ", " << where.second;
    }
    EXPECT_GT(findings.size(), 25U);
}

TEST_P(Linker, each_leak_planted_alone_is_found)
{
    constexpr int permutations = 4999;
    const tests::FreshDatabase fresh(GetParam());
    const auto database = fresh.open();
    print_head("planted");
    const auto none
        = score(look_at_leak(fresh, *database, { .name = "none", .seen_in = "planted: as it is given" }, 1), permutations);
    print("none", "planted: as it is given", none);
    EXPECT_GT(none.p, 0.01);
    EXPECT_EQ(none.ballots, static_cast<std::size_t>(people));
    for (const auto& leak : leaks()) {
        const auto found = score(look_at_leak(fresh, *database, leak, 1), permutations);
        print(leak.name, leak.seen_in, found);
        EXPECT_LT(found.p, 0.001) << leak.name;
    }
    const auto slots = score(look_at_slots_in_order(GetParam(), 1), permutations);
    print("slots in order", "slots, with their key", slots);
    EXPECT_LT(slots.p, 0.001);
}

TEST_P(Linker, a_store_that_thinks_of_nothing_links_nearly_everybody)
{
    const tests::FreshDatabase fresh(GetParam());
    const auto database = fresh.open();
    const Leak naive { .name = "naive",
        .seen_in = "planted: number",
        .counts = true,
        .tells_time = true,
        .has_row_numbers = true,
        .sorts = false,
        .gathers = false };
    const auto found = score(look_at_leak(fresh, *database, naive, 1), 4999);
    print("naive", naive.seen_in, found);
    EXPECT_GE(found.linked_percent, 95);
    EXPECT_LT(found.p, 0.001);
}

} // namespace etabli::linker
