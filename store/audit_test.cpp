// SPDX-License-Identifier: EUPL-1.2
// store/audit_test.cpp
//
// A chain shows what was done to it, on both engines.

#include "store/audit.hpp"

#include "tests/support/databases.hpp"

namespace etabli::tests {

class Audit : public testing::TestWithParam<store::Engine> {
protected:
    void SetUp() override
    {
        if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
            GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
        fresh_ = std::make_unique<FreshDatabase>(GetParam());
        database_ = fresh_->open();
    }
    void record(AuditAction action)
    {
        must(database_->write([&](store::Transaction& transaction) {
            return store::record_audit(transaction, { "chain", {}, action, "gate", "g1", { { "answer", "yes" } } }, at_);
        }));
    }
    store::AuditVerdict verify(const std::string& head = "")
    {
        return must(database_->read([&](store::Reader& reader) { return store::verify_audit(reader, "chain", head); }));
    }
    void tamper(const std::string& sql)
    {
        must(database_->write([&](store::Transaction& transaction) { return transaction.execute(sql); }));
    }

    Instant at_ = *Instant::parse("2026-11-19T09:00:00Z");
    std::unique_ptr<FreshDatabase> fresh_;
    std::unique_ptr<store::Database> database_;
};
INSTANTIATE_TEST_SUITE_P(On, Audit, both_engines(), engine_name);

TEST_P(Audit, a_head_that_was_kept_is_found_in_a_chain_that_grew)
{
    record("gate.asked");
    const auto head = verify().head;
    record("gate.answered");
    const auto verdict = verify(head);
    EXPECT_EQ(verdict.length, 2);
    EXPECT_FALSE(verdict.broken_at.has_value());
    EXPECT_TRUE(verdict.holds_asked_head);
    EXPECT_FALSE(verify("another").holds_asked_head);
}

TEST_P(Audit, a_rewritten_entry_is_named)
{
    record("gate.asked");
    record("gate.answered");
    record("gate.passed");
    tamper("update audit_entry set details = '{\"answer\":\"no\"}' where number = 2");
    EXPECT_EQ(verify().broken_at, 2);
}

TEST_P(Audit, a_removed_end_is_seen_and_a_chain_rewritten_whole_loses_the_head_that_was_kept)
{
    record("gate.asked");
    record("gate.answered");
    const auto head = verify().head;
    tamper("delete from audit_entry where number = 2");
    EXPECT_EQ(verify().broken_at, 2);

    tamper("delete from audit_entry");
    tamper("delete from audit_chain");
    record("gate.asked");
    const auto verdict = verify(head);
    EXPECT_FALSE(verdict.broken_at.has_value());
    EXPECT_FALSE(verdict.holds_asked_head);
}

TEST(AuditDetails, hold_codes_and_never_a_sentence)
{
    EXPECT_TRUE(holds_no_text(json::object { { "answer", "yes" }, { "until", "2026-11-19" }, { "count", 3 } }));
    EXPECT_FALSE(holds_no_text(json::object { { "reason", "Le diagnostic parle de la nuit" } }));
}

} // namespace etabli::tests
