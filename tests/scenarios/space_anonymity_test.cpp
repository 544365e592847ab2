// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/space_anonymity_test.cpp
//
// Somebody holds the whole database, knows every phone's secret and in what order people wrote, and tries to say
// who wrote what: by keys, by order, by time, by row numbers, by PostgreSQL's own columns. docs/discussions.md.

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>

#include "domain/spaces/rules.hpp"
#include "store/migrations.hpp"
#include "tests/support/discussion.hpp"

namespace etabli::tests {

class SpaceAnonymity : public Discussions {
protected:
    struct Cell {
        std::string table;
        std::string column;
        std::string value;
    };

    store::Rows rows(const std::string& sql, const store::Params& params = {})
    {
        return must(database().read([&](store::Reader& reader) { return reader.query(sql, params); }));
    }

    std::vector<Cell> whole_database()
    {
        std::vector<Cell> cells;
        for (const auto& table : store::table_names()) {
            const auto all = rows("select * from " + table);
            for (std::size_t row = 0; row < all.size(); ++row)
                for (std::size_t column = 0; column < all.columns.size(); ++column)
                    if (const auto* text = std::get_if<std::string>(&all.rows[row][column]))
                        cells.push_back({ table, all.columns[column], *text });
        }
        return cells;
    }

    /// Eight people write "phrase 0" to "phrase 7", in that order, and are shown.
    std::vector<Phone> eight_people(const std::string& id, Browser& cadre)
    {
        auto team = phones(code_of(cadre, id), 8);
        everybody_writes(team);
        EXPECT_EQ(cadre.post("/api/spaces/" + id + "/release", json::object {}).status, 201);
        return team;
    }

    /// How many pairs stand in the order in which they were written, of 28: 28 or 0 would be a leak.
    static int pairs_in_order(const std::vector<std::string>& words)
    {
        int pairs = 0;
        for (std::size_t one = 0; one < words.size(); ++one)
            for (std::size_t other = one + 1; other < words.size(); ++other)
                pairs += words[one] < words[other] ? 1 : 0;
        return pairs;
    }

    std::vector<std::string> words_by(const std::string& order)
    {
        const auto all = rows("select words from contribution order by " + order);
        std::vector<std::string> words;
        for (std::size_t row = 0; row < all.size(); ++row)
            words.push_back(all.text(row, "words"));
        return words;
    }
};
STORIES(SpaceAnonymity);

TEST_P(SpaceAnonymity, a_contribution_has_no_column_for_who_or_when)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    eight_people(id, cadre);
    const std::set<std::string> known { "id", "space_id", "kind", "words", "state", "reason", "lived" };
    for (const auto& column : rows("select * from contribution").columns)
        EXPECT_TRUE(known.contains(column)) << column;
}

TEST_P(SpaceAnonymity, no_key_on_the_disk_leads_from_a_phone_to_a_sentence)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    auto team = eight_people(id, cadre);
    const auto salt = rows("select salt from space_key").text(0, "salt");
    ASSERT_FALSE(salt.empty()); // during the session the strongest reader has it
    // Everything a phone's secret can be turned into by our own code, and where it stands.
    for (auto& phone : team) {
        std::set<std::string> traces { phone.secret() };
        for (const auto* purpose : { "enters", "writes", "spends" })
            traces.insert(spaces::participant_digest(salt, purpose, phone.secret()));
        for (const auto& cell : whole_database())
            if (traces.contains(cell.value)) {
                EXPECT_EQ(cell.table, "space_phone") << cell.column; // that it came in, and nothing else
            }
    }
    // No value of a contribution's row stands anywhere but in that row, save its space and its codes.
    const auto contributions = rows("select * from contribution");
    for (std::size_t row = 0; row < contributions.size(); ++row)
        for (const auto* column : { "id", "words" })
            for (const auto& cell : whole_database())
                if (cell.value == contributions.text(row, column)) {
                    EXPECT_EQ(cell.table, "contribution") << cell.table << "." << cell.column;
                }
}

TEST_P(SpaceAnonymity, no_order_on_the_disk_is_the_order_of_writing)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    eight_people(id, cadre);
    std::vector<std::string> orders { "id" };
    if (GetParam() == store::Engine::Postgres)
        orders.insert(
            orders.end(), { "ctid", "cast(cast(xmin as text) as bigint), ctid", "cast(cast(cmin as text) as bigint)" });
    for (const auto& order : orders) {
        const auto pairs = pairs_in_order(words_by(order));
        EXPECT_GT(pairs, 3) << order;
        EXPECT_LT(pairs, 25) << order;
    }
    if (GetParam() == store::Engine::Postgres) {
        EXPECT_EQ(rows("select distinct cast(xmin as text) as writer from contribution").size(), 1U);
        return;
    }
    // SQLite keeps no row number of these tables at all.
    for (const auto* table :
        { "contribution", "waiting_contribution", "spent_contribution", "sentence_reaction", "space_phone", "idea" }) {
        const auto asked
            = database().read([&](store::Reader& reader) { return reader.query("select rowid from " + std::string(table)); });
        EXPECT_FALSE(asked.ok()) << table;
    }
}

TEST_P(SpaceAnonymity, no_time_is_written_near_what_people_wrote)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    auto team = phones(code_of(cadre, id), 8);
    const auto before = rows("select count(*) as entries from audit_entry").integer(0, "entries");
    for (std::size_t at = 0; at < team.size(); ++at) {
        clock_.set(*Instant::parse("2026-11-19T10:0" + std::to_string(at) + ":17Z"));
        team[at].write("phrase " + std::to_string(at));
        team[at].look();
    }
    for (const auto& cell : whole_database())
        EXPECT_EQ(cell.value.find(":17Z"), std::string::npos) << cell.table << "." << cell.column;
    EXPECT_EQ(rows("select count(*) as entries from audit_entry").integer(0, "entries"), before);
}

TEST_P(SpaceAnonymity, two_answers_of_one_phone_cannot_be_joined)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    auto team = eight_people(id, cadre);
    for (const auto& sentence : list(team[0].look().data().at("sentences")))
        for (auto& phone : team)
            phone.react(std::string(sentence.at("id").as_string()), "chez_moi_aussi");
    EXPECT_EQ(rows("select reactor from sentence_reaction").size(), 64U);
    EXPECT_EQ(rows("select distinct reactor from sentence_reaction").size(), 64U);
    cadre.post("/api/spaces/" + id + "/settle", json::object {});
    EXPECT_EQ(rows("select reactor from sentence_reaction").size(), 0U);
}

TEST_P(SpaceAnonymity, closing_forgets_every_phone_and_mixes_the_batches)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    auto team = eight_people(id, cadre);
    everybody_writes(team);
    cadre.post("/api/spaces/" + id + "/release", json::object {});
    team[0].write("un reste");
    const auto salt = rows("select salt from space_key").text(0, "salt");
    cadre.post("/api/spaces/" + id + "/close", { { "return_on", day(9) } });
    for (const auto* table : { "space_phone", "waiting_contribution", "spent_contribution", "sentence_reaction" })
        EXPECT_EQ(rows("select * from " + std::string(table)).size(), 0U) << table;
    for (const auto& cell : whole_database()) {
        EXPECT_NE(cell.value, "un reste") << cell.table;
        EXPECT_NE(cell.value, salt) << cell.table;
        for (auto& phone : team)
            EXPECT_NE(cell.value, phone.secret()) << cell.table;
    }
    EXPECT_EQ(words_by("id").size(), 16U);
    if (GetParam() == store::Engine::Postgres) {
        EXPECT_EQ(rows("select distinct cast(xmin as text) as writer from contribution").size(), 1U);
    }
}

/// What live screens are told, in its order.
class Heard {
public:
    Heard(http::Live& live, store::Database& database, const std::string& topic) : live_(live), database_(database)
    {
        listener_ = live_.listen({ topic, "mark" }, [this](const std::string& told) {
            const std::lock_guard lock(guard_);
            ++(told == "mark" ? marks_ : times_);
            news_.notify_all();
        });
        times(); // what was said before this began is out of the way
        times_ = 0;
    }
    ~Heard() { live_.leave(listener_); }
    Heard(const Heard&) = delete;
    Heard& operator=(const Heard&) = delete;

    /// How often the topic was told, up to now: announcements keep their order, so that a mark comes after all of them.
    int times()
    {
        std::unique_lock lock(guard_);
        const auto marks = marks_;
        lock.unlock();
        const auto marked = database_.write([](store::Transaction& transaction) -> Result<void> {
            transaction.announce("mark");
            return {};
        });
        EXPECT_TRUE(marked.ok());
        lock.lock();
        EXPECT_TRUE(news_.wait_for(lock, std::chrono::seconds(30), [&] { return marks_ > marks; }));
        return times_;
    }

private:
    http::Live& live_;
    store::Database& database_;
    std::uint64_t listener_ = 0;
    std::mutex guard_;
    std::condition_variable news_;
    int times_ = 0;
    int marks_ = 0;
};

TEST_P(SpaceAnonymity, screens_are_not_told_when_somebody_writes)
{
    const auto id = opened_by("cadre");
    auto cadre = as("cadre");
    Heard heard(live(), database(), "spaces/" + id);
    auto team = phones(code_of(cadre, id), 6);
    everybody_writes(team);
    EXPECT_EQ(heard.times(), 0);
    cadre.post("/api/spaces/" + id + "/release", json::object {});
    EXPECT_EQ(heard.times(), 1);
}

} // namespace etabli::tests
