// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/urn_kill_test.cpp
//
// kill -9 while people deposit and batches are made: every deposit that was acknowledged is there, once, as it was sent.

#include <map>
#include <sstream>

#include "tests/support/program.hpp"
#include "tests/support/urns.hpp"

namespace etabli::tests {

class KilledUrn : public testing::TestWithParam<store::Engine> { };
INSTANTIATE_TEST_SUITE_P(On, KilledUrn, both_engines(), engine_name);

TEST_P(KilledUrn, every_deposit_that_was_acknowledged_is_there_once)
{
    if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
        GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
    const FreshDatabase fresh(GetParam());
    const auto address = fresh.settings().postgres_url.empty() ? std::string("-") : fresh.settings().postgres_url;
    constexpr int rounds = 12;
    SeededRandom random(1);
    std::map<std::string, std::vector<std::string>> acknowledged; // by campaign
    for (int round = 0; round < rounds; ++round) {
        Program writer({ ETABLI_URN_WRITER, fresh.folder(), address, std::to_string(round) });
        writer.listen(std::chrono::seconds(20), "\n");
        writer.listen(std::chrono::milliseconds(random.below(400)));
        writer.kill_now();
        writer.listen_to_the_end();
        std::istringstream lines(writer.said());
        for (std::string name; std::getline(lines, name) && !lines.eof();) // the kill cut the last one: nobody was told
            acknowledged[name.substr(0, 1)].push_back(name);
    }
    const auto database = fresh.open();
    SystemRandom system;
    const auto urn = must(store::Urn::open(*database, system, { .folder = fresh.folder() + "/urn" }));
    std::size_t kept = 0;
    for (const auto& [word, names] : acknowledged) {
        const auto campaign = campaign_of(word, 11);
        const auto closed = must(urn->close(campaign.campaign_id));
        std::map<std::string, std::string> records;
        must(database->read([&](store::Reader& reader) {
            return store::each_closed_ballot(reader, campaign.campaign_id,
                [&](const store::KeptBallot& ballot) { EXPECT_TRUE(records.emplace(ballot.receipt, ballot.record).second); });
        }));
        EXPECT_EQ(static_cast<std::int64_t>(records.size()), closed.ballots);
        for (const auto& name : names)
            ASSERT_EQ(records[receipt_of(name)], record_of(name)) << name;
        const auto batches
            = must(database->read([&](store::Reader& reader) { return store::batches_of(reader, campaign.campaign_id); }));
        for (const auto& batch : batches)
            EXPECT_GE(batch.ballots, 11) << "after a crash as before";
        EXPECT_TRUE(must(database->read([&](store::Reader& reader) {
            return store::chain_findings(reader, campaign.campaign_id);
        })).empty());
        kept += names.size();
    }
    EXPECT_GT(kept, 500U);
    std::printf("%zu acknowledged deposits over %d kills, none lost, none twice\n", kept, rounds);
}

} // namespace etabli::tests
