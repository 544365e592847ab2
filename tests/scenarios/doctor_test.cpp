// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/doctor_test.cpp
//
// `etabli doctor`, the real program: well when all is well, and each trouble named.

#include <array>
#include <cstdio>

#include <sys/stat.h>
#include <sys/wait.h>

#include "base/time.hpp"
#include "store/audit.hpp"
#include "tests/support/both_engines.hpp"

namespace etabli::tests {

class Doctor : public BothEngines {
protected:
    struct Said {
        int code = -1;
        std::string text;
    };
    Said ask() const
    {
        auto command = std::string(ETABLI_BINARY) + " doctor --data " + fresh_->folder();
        if (!fresh_->settings().postgres_url.empty())
            command += " --database '" + fresh_->settings().postgres_url + "'";
        Said said;
        FILE* output = ::popen(command.c_str(), "re");
        std::array<char, 4096> bytes {};
        for (std::size_t got = 0; (got = std::fread(bytes.data(), 1, bytes.size(), output)) > 0;)
            said.text.append(bytes.data(), got);
        const int status = ::pclose(output);
        said.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return said;
    }
    void now(const std::string& sql)
    {
        must(database_->write([&](store::Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(sql));
            return {};
        }));
    }
};
ON_BOTH_ENGINES(Doctor);

TEST_P(Doctor, each_trouble_is_named_with_what_to_do)
{
    ::chmod(fresh_->folder().c_str(), 0700);
    const auto well = ask();
    EXPECT_EQ(well.code, 0) << well.text;
    EXPECT_EQ(well.text, "all is well\n");

    ::chmod(fresh_->folder().c_str(), 0755);
    EXPECT_NE(ask().text.find("chmod 700"), std::string::npos);
    ::chmod(fresh_->folder().c_str(), 0700);

    now("insert into outgoing_mail (id, recipient, subject, body, created_at, tries) values ('m', 'a', 'b', 'c', "
        "'2025-01-01T00:00:00Z', 3)");
    EXPECT_NE(ask().text.find("1 mails have waited"), std::string::npos);
    now("update outgoing_mail set created_at = '2999-01-01T00:00:00Z'");
    EXPECT_NE(ask().text.find("before the last write at 2999"), std::string::npos);
    now("delete from outgoing_mail");

    must(database_->write([](store::Transaction& transaction) -> Result<void> {
        for (int index = 0; index < 3; ++index)
            TRY(store::record_audit(transaction, { "programme:x", {}, "gate.asked", "gate", "g" }, SystemClock().now()));
        return {};
    }));
    EXPECT_EQ(ask().code, 0);
    now("update audit_entry set action = 'gate.closed' where number = 2");
    const auto broken = ask();
    EXPECT_EQ(broken.code, 1);
    EXPECT_NE(broken.text.find("the journal programme:x does not hold from entry 2"), std::string::npos) << broken.text;

    now("insert into schema_migration (number, name, checksum, applied_at) values (9999, 'later', 'x', "
        "'2025-01-01T00:00:00Z')");
    EXPECT_NE(ask().text.find("storage.too_new"), std::string::npos);
}

} // namespace etabli::tests
