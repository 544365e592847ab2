// SPDX-License-Identifier: EUPL-1.2
// tests/support/urn_stories.hpp
//
// What the tests of the urn stand on: one urn on a fresh database, its batches made by hand, and people who hand in a record each.

#pragma once

#include "tests/support/both_engines.hpp"
#include "tests/support/urns.hpp"

namespace etabli::tests {

using namespace store; // what is told here is told of the store

class UrnStories : public BothEngines {
protected:
    void SetUp() override
    {
        BothEngines::SetUp();
        if (fresh_)
            folder_ = fresh_->folder() + "/urn";
    }
    void TearDown() override { urn_.reset(); }

    /// What a crash would leave: everything in memory is gone.
    void open_urn(UrnSettings settings = { .shape = { slot_bytes_min, 64 } })
    {
        urn_.reset();
        settings.folder = folder_;
        settings.flushing = Flushing::ByHand;
        urn_ = must(Urn::open(*database_, random_, std::move(settings)));
    }
    void begin(const UrnCampaign& campaign, UrnSettings settings = { .shape = { slot_bytes_min, 64 } })
    {
        open_urn(std::move(settings));
        must(urn_->open_campaign(campaign));
    }
    std::string deposit(const UrnCampaign& campaign, const std::string& word, const std::string& record)
    {
        const auto kept = urn_->deposit(campaign.campaign_id, receipt_of(word), record);
        return kept.ok() ? "ok" : std::string(kept.problem().code());
    }
    std::string deposit(const UrnCampaign& campaign, const std::string& word)
    {
        return deposit(campaign, word, record_of(word));
    }
    void deposit_many(const UrnCampaign& campaign, int first, int last)
    {
        for (int person = first; person <= last; ++person)
            EXPECT_EQ(deposit(campaign, std::to_string(person)), "ok");
    }

    std::vector<std::int64_t> batch_sizes(const UrnCampaign& campaign)
    {
        std::vector<std::int64_t> sizes;
        for (const auto& batch :
            must(database_->read([&](Reader& reader) { return batches_of(reader, campaign.campaign_id); })))
            sizes.push_back(batch.ballots);
        return sizes;
    }
    std::vector<std::string> findings(const UrnCampaign& campaign)
    {
        return must(database_->read([&](Reader& reader) { return chain_findings(reader, campaign.campaign_id); }));
    }
    void run(const std::string& sql)
    {
        must(database_->write([&](Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(sql));
            return {};
        }));
    }
    /// Persons 1 to `last`, each once, as they were sent.
    void expect_closed_with(const UrnCampaign& campaign, int last)
    {
        std::map<std::string, std::string> kept;
        must(database_->read([&](Reader& reader) {
            return each_closed_ballot(
                reader, campaign.campaign_id, [&](const KeptBallot& ballot) { kept[ballot.receipt] = ballot.record; });
        }));
        EXPECT_EQ(kept.size(), static_cast<std::size_t>(last));
        for (int person = 1; person <= last; ++person)
            EXPECT_EQ(kept[receipt_of(std::to_string(person))], record_of(std::to_string(person))) << person;
        EXPECT_EQ(findings(campaign), std::vector<std::string>());
    }

    SystemRandom random_;
    std::string folder_;
    std::unique_ptr<Urn> urn_;
    UrnCampaign three_ = campaign_of("three", 3);
    UrnCampaign other_ = campaign_of("other", 3);
};

} // namespace etabli::tests
