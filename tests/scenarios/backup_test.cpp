// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/backup_test.cpp
//
// From one engine to the other and back, the same rows; and nothing into a place that is not empty.

#include <algorithm>
#include <sstream>

#include "store/audit.hpp"
#include "store/backup.hpp"
#include "store/sessions.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

class Backups : public Story {
protected:
    std::string backup_of(store::Database& from)
    {
        std::ostringstream out;
        must(from.read([&](store::Reader& reader) { return store::write_backup(reader, clock_.now(), out); }));
        return out.str();
    }
    Result<void> load(store::Database& into, const std::string& text)
    {
        std::istringstream in(text);
        if (auto checked = store::check_backup(in); !checked.ok())
            return checked.problem();
        return into.write([&](store::Transaction& transaction) { return store::load_backup(transaction, in); });
    }
    /// The engines order texts each in their own way: the lines, in one order.
    static std::vector<std::string> lines(const std::string& text)
    {
        std::istringstream in(text);
        std::vector<std::string> all;
        for (std::string line; std::getline(in, line);)
            if (!line.starts_with("{\"rows\""))
                all.push_back(line);
        std::sort(all.begin(), all.end());
        return all;
    }
    void write_much()
    {
        must(database().write([&](store::Transaction& transaction) -> Result<void> {
            for (int index = 0; index < 450; ++index) // more than two pages
                TRY(transaction.execute("insert into setting (name, value) values (:name, :value)",
                    { { "name", "clé " + std::to_string(index) }, { "value", "« l’été »\n\t\\ \"" + std::to_string(index) } }));
            TRY(transaction.execute(
                "insert into setting (name, value) values ('long', :value)", { { "value", std::string(1 << 20, 'x') } }));
            for (int index = 0; index < 3; ++index)
                TRY(store::record_audit(transaction, { "programme:x", {}, "gate.asked", "gate", "g" }, clock_.now()));
            return {};
        }));
    }
};
STORIES(Backups);

TEST_P(Backups, what_one_engine_wrote_the_other_reads_and_gives_back)
{
    write_much();
    const auto first = backup_of(database());
    const auto other_engine = GetParam() == store::Engine::Sqlite && !postgres_for_tests().empty() ? store::Engine::Postgres
                                                                                                   : store::Engine::Sqlite;
    const FreshDatabase there(other_engine);
    const auto other = there.open();
    must(load(*other, first));
    const auto second = backup_of(*other);
    EXPECT_TRUE(lines(first) == lines(second));
    const FreshDatabase back(GetParam());
    const auto again = back.open();
    must(load(*again, second));
    EXPECT_EQ(backup_of(*again), first);
    EXPECT_TRUE(must(again->integrity_findings()).empty());
    EXPECT_FALSE(
        must(again->read([](store::Reader& reader) { return store::verify_audit(reader, "programme:x", ""); })).broken_at);
}

TEST_P(Backups, what_opens_a_door_is_not_in_it)
{
    const auto cookie = as("directrice").cookie();
    const auto token = must(database().write([&](store::Transaction& transaction) {
        return store::make_link(transaction, AccountId::trusted(account_id("cadre")), store::LinkPurpose::Invitation,
            clock_.now().plus(std::chrono::hours(1)), random_);
    }));
    const auto text = backup_of(database());
    for (const auto& secret : { token, cookie, sha256_hex(token), sha256_hex(cookie.substr(cookie.find('=') + 1)),
             std::string("\"session\""), std::string("\"one_time_link\"") })
        EXPECT_EQ(text.find(secret), std::string::npos);
    EXPECT_NE(text.find("directrice@essais.example"), std::string::npos);
}

TEST_P(Backups, nothing_goes_into_a_place_that_is_not_empty)
{
    const auto text = backup_of(database());
    const auto refused = load(database(), text);
    EXPECT_EQ(refused.problem().code(), "folder.not_empty");
    EXPECT_TRUE(backup_of(database()) == text);
}

TEST_P(Backups, a_backup_cut_altered_or_from_elsewhere_changes_nothing)
{
    const auto text = backup_of(database());
    const FreshDatabase there(GetParam());
    const auto other = there.open();
    auto altered = text;
    altered.replace(altered.find("Directrice"), 10, "Directeur ");
    auto later = text;
    later.replace(later.find("\"version\":1"), 11, "\"version\":2");
    for (const auto& wrong : { std::string(), std::string("bonjour\n"), text.substr(0, text.size() / 2), altered, later,
             text.substr(0, text.rfind("{\"rows\"")) })
        EXPECT_EQ(load(*other, wrong).problem().code(), "file.unknown_format");
    for (const auto& table : store::backed_up_tables())
        EXPECT_EQ(must(other->read([&](store::Reader& reader) { return reader.count("select count(*) from " + table); })), 0);
    must(load(*other, text));
}

TEST_P(Backups, a_backup_is_of_one_moment_while_people_write)
{
    std::atomic<bool> done = false;
    std::thread writing([&] {
        for (int index = 0; !done; ++index)
            must(database().write([&](store::Transaction& transaction) -> Result<void> {
                // Both or neither: no backup may hold one without the other.
                for (const char* half : { "left ", "right " })
                    TRY(transaction.execute(
                        "insert into setting (name, value) values (:name, 'x')", { { "name", half + std::to_string(index) } }));
                return {};
            }));
    });
    for (int round = 0; round < 5; ++round) {
        const auto text = backup_of(database());
        const auto times = [&](const std::string& word) {
            std::size_t count = 0;
            for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1))
                ++count;
            return count;
        };
        EXPECT_EQ(times("[\"left "), times("[\"right "));
    }
    done = true;
    writing.join();
}

} // namespace etabli::tests
