// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/audit_verify_test.cpp
//
// Somebody kept a head. The keeper of the server then rewrites the past; `etabli audit verify` says so, on both
// engines, without a server.

#include <array>
#include <cstdio>

#include <sys/wait.h>

#include "store/audit.hpp"
#include "tests/support/databases.hpp"

namespace etabli::tests {

namespace {

struct Ran {
    int code = -1;
    std::string said;
};

Ran run(const std::string& words)
{
    Ran ran;
    std::FILE* pipe = ::popen((std::string(ETABLI_BINARY) + " " + words + " 2>&1").c_str(), "r");
    std::array<char, 4096> part {};
    while (const auto size = std::fread(part.data(), 1, part.size(), pipe))
        ran.said.append(part.data(), size);
    const int status = ::pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

} // namespace

class AuditVerify : public testing::TestWithParam<store::Engine> {
protected:
    void SetUp() override
    {
        if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
            GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
        fresh_ = std::make_unique<FreshDatabase>(GetParam());
        database_ = fresh_->open();
        for (const auto* chain : { "demarche", "maison" })
            for (const AuditAction action :
                { AuditAction("gate.asked"), AuditAction("gate.answered"), AuditAction("gate.passed") })
                must(database_->write([&](store::Transaction& transaction) {
                    return store::record_audit(transaction, { chain, {}, action, "gate", "g1", { { "answer", "yes" } } }, at_);
                }));
        head_ = must(database_->read([](store::Reader& reader) { return store::audit_head(reader, "demarche"); })).head;
    }
    Ran verify(const std::string& more = "") const
    {
        const auto& settings = fresh_->settings();
        return run("audit verify --data '" + settings.folder + "'"
            + (settings.postgres_url.empty() ? "" : " --database '" + settings.postgres_url + "'") + " " + more);
    }
    void tamper(const std::string& sql)
    {
        must(database_->write([&](store::Transaction& transaction) { return transaction.execute(sql); }));
    }

    Instant at_ = *Instant::parse("2026-11-19T09:00:00Z");
    std::unique_ptr<FreshDatabase> fresh_;
    std::unique_ptr<store::Database> database_;
    std::string head_;
};
INSTANTIATE_TEST_SUITE_P(On, AuditVerify, both_engines(), engine_name);

TEST_P(AuditVerify, a_whole_journal_is_said_to_be_and_a_kept_head_is_found)
{
    EXPECT_EQ(verify().code, 0);
    const auto kept = verify("--head " + head_);
    EXPECT_EQ(kept.code, 0) << kept.said;
    EXPECT_NE(kept.said.find("holds the head that was kept"), std::string::npos);
    // A head of an earlier day is still in a journal that grew.
    must(database_->write([&](store::Transaction& transaction) {
        return store::record_audit(transaction, { "demarche", {}, "gate.asked", "gate", "g2", {} }, at_);
    }));
    EXPECT_EQ(verify("--head " + head_ + " --chain demarche").code, 0);
}

TEST_P(AuditVerify, a_head_nobody_gave_is_not_found)
{
    EXPECT_EQ(verify("--head " + std::string(64, 'a')).code, 1);
    EXPECT_EQ(verify("--head " + head_ + " --chain maison").code, 1);
    EXPECT_EQ(verify("--head " + head_ + " --chain nowhere").code, 1);
}

TEST_P(AuditVerify, a_rewritten_answer_is_named)
{
    tamper("update audit_entry set details = '{\"answer\":\"no\"}' where chain = 'maison' and number = 2");
    const auto found = verify();
    EXPECT_EQ(found.code, 1);
    EXPECT_NE(found.said.find("maison 3 broken at 2"), std::string::npos) << found.said;
}

TEST_P(AuditVerify, a_journal_rewritten_whole_has_lost_the_head)
{
    tamper("delete from audit_entry where chain = 'demarche'");
    tamper("delete from audit_chain where chain = 'demarche'");
    must(database_->write([&](store::Transaction& transaction) {
        return store::record_audit(transaction, { "demarche", {}, "gate.passed", "gate", "g1", {} }, at_);
    }));
    EXPECT_EQ(verify().code, 0); // it holds together: only the head that was kept shows it
    EXPECT_EQ(verify("--head " + head_).code, 1);
}

TEST_P(AuditVerify, a_folder_without_a_database_is_not_a_journal_without_a_fault)
{
    if (GetParam() != store::Engine::Sqlite)
        return;
    EXPECT_EQ(run("audit verify --data /nonexistent").code, 1);
}

} // namespace etabli::tests
