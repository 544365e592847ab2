// SPDX-License-Identifier: EUPL-1.2
// store/door_values_test.cpp
//
// The door, on both engines: what goes in comes out, and what cannot be kept is refused in the same words.

#include <cfloat>
#include <cmath>

#include "tests/support/both_engines.hpp"

namespace etabli::store {

enum class Shade { Light, Dark };

struct Inner {
    std::string words;
    std::vector<std::string> list;
};

struct Everything {
    std::string id;
    bool yes = false;
    std::int64_t number = 0;
    std::optional<std::int64_t> maybe;
    double ratio = 0;
    std::string words;
    std::optional<std::string> perhaps;
    Shade shade = Shade::Light;
    Date day;
    Instant at;
    std::vector<std::string> list;
    std::vector<Inner> inners;
};

} // namespace etabli::store

namespace etabli {
template <>
struct Names<store::Shade> {
    static constexpr std::array table { std::pair { store::Shade::Light, std::string_view("light") },
        std::pair { store::Shade::Dark, std::string_view("dark") } };
};
template <>
struct Describe<store::Inner> {
    static constexpr std::string_view name = "Inner";
    static constexpr auto fields = std::tuple { field("words", &store::Inner::words, { .min = 1, .max = 5 }),
        field("list", &store::Inner::list, { .min = 1, .max = 2 }) };
};
template <>
struct Describe<store::Everything> {
    static constexpr std::string_view name = "Everything";
    static constexpr auto fields = std::tuple { field("id", &store::Everything::id), field("yes", &store::Everything::yes),
        field("number", &store::Everything::number), field("maybe", &store::Everything::maybe),
        field("ratio", &store::Everything::ratio), field("words", &store::Everything::words),
        field("perhaps", &store::Everything::perhaps), field("shade", &store::Everything::shade),
        field("day", &store::Everything::day), field("at", &store::Everything::at), field("list", &store::Everything::list),
        field("inners", &store::Everything::inners) };
};
} // namespace etabli

namespace etabli::store {

using tests::must;

class DoorValues : public tests::BothEngines {
protected:
    Value round_trip(const std::string& column, const Value& value)
    {
        must(database_->write([&](Transaction& transaction) -> Result<void> {
            Param given("value", nullptr);
            given.value = value;
            TRY(transaction.execute("delete from probe"));
            TRY(transaction.execute("insert into probe (id, " + column + ") values ('a', :value)", { given }));
            return {};
        }));
        return must(database_->read([&](Reader& reader) {
            return reader.query("select " + column + " from probe");
        })).rows[0][0];
    }
};
ON_BOTH_ENGINES(DoorValues);

TEST_P(DoorValues, every_value_comes_back_as_it_went)
{
    EXPECT_EQ(round_trip("number", nullptr), Value(nullptr));
    for (const std::int64_t number : { std::int64_t { 0 }, INT64_MAX, INT64_MIN, std::int64_t { 1 } << 40U })
        EXPECT_EQ(round_trip("number", number), Value(number));
    for (const double ratio : { 0.1, -1.0 / 3, 1e300, DBL_MIN, DBL_TRUE_MIN, DBL_MAX, 3.0 })
        EXPECT_EQ(round_trip("ratio", ratio), Value(ratio));
    for (const std::string words : { "", "«\u00a0Où l’été s’achève\u00a0» — çà et là, œuf, Łódź, 工作",
             "a:b ::c '$1' \\ \"\n\t%_", "0123", "null", "true" })
        EXPECT_EQ(round_trip("words", words), Value(words));
}

TEST_P(DoorValues, a_text_of_a_megabyte_comes_back_whole)
{
    std::string words;
    while (words.size() < (1U << 20U))
        words += "ligne " + std::to_string(words.size()) + " é\n";
    // An index holds no such text: the unique column of the probe is not for it.
    must(database_->write([&](Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("insert into setting (name, value) values ('long', :words)", { { "words", words } }));
        return {};
    }));
    reopen();
    const auto rows
        = must(database_->read([](Reader& reader) { return reader.query("select value from setting where name = 'long'"); }));
    EXPECT_EQ(rows.text(0, "value"), words);
}

TEST_P(DoorValues, a_described_record_comes_back_equal_even_beyond_bounds_narrowed_since)
{
    must(database_->write([&](Transaction& transaction) -> Result<void> {
        const bool sqlite = GetParam() == Engine::Sqlite;
        TRY(transaction.execute(std::string("create table everything (id text primary key, yes ")
            + (sqlite ? "integer" : "bigint") + ", number " + (sqlite ? "integer" : "bigint") + ", maybe "
            + (sqlite ? "integer" : "bigint") + ", ratio " + (sqlite ? "real" : "double precision")
            + ", words text, perhaps text, shade text, day text, at text, list text, inners text)"));
        return {};
    }));
    const Everything full { "a", true, INT64_MIN, 7, 2.5, "é", "", Shade::Dark, *Date::parse("2026-02-28"),
        *Instant::parse("2026-11-19T09:00:00Z"), { "un", "", "l’autre" },
        { { "plus de cinq caractères", { "a", "b", "c" } }, { "", {} } } };
    const Everything bare { "b", false, 0, {}, 0, "", {}, Shade::Light, *Date::parse("0001-01-01"), {}, {}, {} };
    must(database_->write([&](Transaction& transaction) -> Result<void> {
        TRY(transaction.insert("everything", full));
        return transaction.insert("everything", bare);
    }));
    const auto back
        = must(database_->read([](Reader& reader) { return reader.all<Everything>("select * from everything order by id"); }));
    ASSERT_EQ(back.size(), 2U);
    EXPECT_EQ(to_json(back[0]), to_json(full));
    EXPECT_EQ(to_json(back[1]), to_json(bare));
}

TEST_P(DoorValues, a_row_that_cannot_be_the_record_is_an_altered_database)
{
    const auto outcome
        = database_->read([](Reader& reader) { return reader.all<Inner>("select 'mots' as words, '[1]' as list"); });
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.problem().code(), "storage.altered");
}

TEST_P(DoorValues, a_parameter_may_stand_twice_but_neither_lack_nor_be_too_many)
{
    must(put("a", 5));
    const auto asked = [&](const Params& params) {
        return database_->read([&](Reader& reader) {
            return reader.count("select count(*) from probe where number = :n or number = :n + cast(:m as bigint)", params);
        });
    };
    EXPECT_EQ(must(asked({ { "n", 5 }, { "m", 1 } })), 1);
    const auto twice = database_->read([&](Reader& reader) {
        return reader.count("select count(*) from probe where number = :n and number <= :n", { { "n", 5 } });
    });
    EXPECT_EQ(must(twice), 1);
    EXPECT_EQ(asked({ { "n", 5 } }).problem().code(), "server.internal");
    EXPECT_EQ(asked({ { "n", 5 }, { "m", 1 }, { "other", 1 } }).problem().code(), "server.internal");
}

TEST_P(DoorValues, what_one_engine_would_cut_or_forget_is_refused_by_both)
{
    for (const Value& value : { Value(std::string("a\0b", 3)), Value(std::nan("")), Value(HUGE_VAL) }) {
        const auto outcome = database_->write([&](Transaction& transaction) -> Result<void> {
            Param given("value", nullptr);
            given.value = value;
            TRY(transaction.execute("insert into setting (name, value) values ('x', :value)", { given }));
            return {};
        });
        EXPECT_EQ(outcome.problem().code(), "server.internal");
    }
}

TEST_P(DoorValues, constraints_become_codes)
{
    const auto wrote = [&](const std::string& sql) {
        const auto outcome = database_->write([&](Transaction& transaction) -> Result<void> {
            TRY(transaction.execute(sql));
            return {};
        });
        return outcome.ok() ? std::string("ok") : std::string(outcome.problem().code());
    };
    EXPECT_EQ(wrote("insert into probe (id, words) values ('a', 'once')"), "ok");
    EXPECT_EQ(wrote("insert into probe (id) values ('a')"), "duplicate");
    EXPECT_EQ(wrote("insert into probe (id, words) values ('b', 'once')"), "duplicate");
    EXPECT_EQ(wrote("insert into leaf (id, probe_id) values ('l', 'nobody')"), "still_referred_to");
    EXPECT_EQ(wrote("insert into leaf (id, probe_id, later_id) values ('l', 'a', 'nobody')"), "still_referred_to");
    EXPECT_EQ(wrote("insert into leaf (id, probe_id, later_id) values ('l', 'a', 'a')"), "ok");
    EXPECT_EQ(wrote("delete from probe where id = 'a'"), "still_referred_to");
    EXPECT_EQ(wrote("insert into leaf (id) values ('m')"), "server.internal");
    EXPECT_EQ(
        wrote("insert into place (id, kind, name, position, version) values ('p', 'galaxy', 'x', 0, 1)"), "server.internal");
    EXPECT_EQ(wrote("select nonsense"), "server.internal");
    EXPECT_EQ(count("leaf"), 1);
}

TEST_P(DoorValues, execute_says_how_many_rows_were_touched_and_update_misses_loudly)
{
    must(put("a"));
    must(put("b"));
    EXPECT_EQ(
        must(database_->write([](Transaction& transaction) { return transaction.execute("update probe set number = 3"); })), 2);
    EXPECT_EQ(must(database_->write(
                  [](Transaction& transaction) { return transaction.execute("delete from probe where id = 'nobody'"); })),
        0);
}

} // namespace etabli::store
