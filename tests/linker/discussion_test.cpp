// SPDX-License-Identifier: EUPL-1.2
// tests/linker/discussion_test.cpp
//
// Somebody knows in which order people wrote in a discussion, and holds a copy of the database afterwards. Of what was released, chance
// does as well; what still waits lies in SQLite's log in the order in which it came, as docs/threat-model.md says.

#include <gtest/gtest.h>

#include "domain/people/people.hpp"
#include "domain/places/places.hpp"
#include "domain/spaces/spaces.hpp"
#include "store/sentences.hpp"
#include "tests/linker/images.hpp"
#include "tests/linker/linkage.hpp"
#include "tests/support/databases.hpp"

namespace etabli::linker {

namespace {

using tests::must;

constexpr int writers = 600;
constexpr int between_releases = 20;
const std::string waiting_in_log = "the log, while some wait";

std::string log_of(const tests::FreshDatabase& fresh)
{
    return fresh.folder() + "/etabli.db-wal";
}

/// A sentence that is found again by its own words.
std::string words_of(std::uint64_t seed, int arrival)
{
    return sha256_hex(std::to_string(seed) + "." + std::to_string(arrival));
}

Space discussion(store::Database& database, Random& random)
{
    const auto day = *Date::parse("2026-03-03");
    Place house { .id = PlaceId::make(random), .kind = PlaceKind::Establishment, .name = "Maison" };
    house.establishment_id = house.id;
    Account facilitator { .id = AccountId::make(random), .email = "a@example.org", .name = "A" };
    Space space { .id = SpaceId::make(random), .establishment_id = house.id, .place_id = house.id, .title = "La relève" };
    space.facilitator_id = facilitator.id;
    space.held_on = space.destroy_on = day;
    must(database.write([&](store::Transaction& transaction) -> Result<void> {
        TRY(transaction.insert("place", house));
        TRY(transaction.insert("account", facilitator));
        return transaction.insert("space", space);
    }));
    return space;
}

} // namespace

class LinkerOfDiscussions : public testing::TestWithParam<store::Engine> {
protected:
    void SetUp() override
    {
        if (GetParam() == store::Engine::Postgres && tests::postgres_for_tests().empty())
            GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
    }
};
INSTANTIATE_TEST_SUITE_P(On, LinkerOfDiscussions, tests::both_engines(), tests::engine_name);

TEST_P(LinkerOfDiscussions, nothing_that_was_released_says_who_wrote_it)
{
    const std::uint64_t runs = GetParam() == store::Engine::Sqlite ? 10 : 2;
    std::map<std::string, std::vector<Seen>> findings;
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        const tests::FreshDatabase fresh(GetParam());
        const auto database = fresh.open();
        SeededRandom random(seed);
        const auto space = discussion(*database, random);
        Image image;
        std::vector<std::string> all;
        for (int arrival = 0; arrival < writers; ++arrival)
            all.push_back(words_of(seed, arrival));
        for (int arrival = 0; arrival < writers; ++arrival) {
            must(database->write([&](store::Transaction& transaction) -> Result<void> {
                if (GetParam() == store::Engine::Postgres) // nobody waits for the disk
                    TRY(transaction.execute("set local synchronous_commit = off"));
                return store::keep_waiting(transaction,
                    { ContributionId::make(random), space.id, std::to_string(arrival), Source::Phone,
                        ContributionKind::Situation, words_of(seed, arrival) },
                    sha256_hex(std::to_string(arrival)));
            }));
            if (arrival % between_releases != between_releases - 1)
                continue;
            if (arrival == writers - 1 && GetParam() == store::Engine::Sqlite)
                look_at_bytes(image, waiting_in_log, log_of(fresh), all);
            const auto is_released = database->write(
                [&](store::Transaction& transaction) { return store::release_waiting(transaction, space, "salt", random); });
            EXPECT_TRUE(must(is_released));
            must(database->rewrite("waiting_contribution")); // as the server does after each release
        }
        look_at_table(image, *database, "contribution", { .key = "words", .record = "words" });
        if (GetParam() == store::Engine::Sqlite)
            look_at_bytes(image, "the log afterwards", log_of(fresh), all);
        for (const auto& [what, look] : image)
            for (int arrival = 0; arrival < writers; ++arrival)
                if (const auto value = look.find(all[static_cast<std::size_t>(arrival)]); value != look.end())
                    findings[what].push_back({ std::to_string(seed) + "/" + std::to_string(arrival / between_releases), arrival,
                        value->second, value->first });
    }
    std::printf("| what is seen | sentences | linked | chance | p |\n| --- | --- | --- | --- | --- |\n");
    const double significant = 0.05 / static_cast<double>(findings.size());
    for (const auto& [what, seen] : findings) {
        const auto found = score(seen, 999);
        std::printf("| %-28s | %6zu | %5.1f %% | %5.1f %% | %.4f |\n", what.c_str(), found.ballots, found.linked_percent,
            found.by_chance_percent, found.p);
        if (what.starts_with(waiting_in_log)) { // stated, and seen: the linker has teeth here too
            EXPECT_LT(found.p, 0.002) << what;
            continue;
        }
        EXPECT_GT(found.p, significant) << what;
        EXPECT_FALSE(what.starts_with("the log afterwards")) << "sentences stay in the log";
    }
    EXPECT_GE(findings.size(), 6U);
}

} // namespace etabli::linker
