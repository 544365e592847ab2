// SPDX-License-Identifier: EUPL-1.2
// engine/publication/publication_test.cpp
//
// A release against its own answers: every number that is shown is that of a plain count, nothing closed is in the file, and
// the file owes nothing to the order in which answers came.

#include <numeric>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/disclosure/names.hpp"
#include "engine/disclosure/tables.hpp"
#include "engine/publication/publication.hpp"
#include "tests/support/staff_answers.hpp"

namespace etabli::publication {

namespace {

struct Survey {
    disclosure::Lattice places;
    std::vector<Item> items;
    Answers answers;
};

Survey survey(int respondents, std::uint64_t seed, int questions)
{
    const auto texts = tests::staff_answers(respondents, seed, questions);
    auto places
        = disclosure::read_counts(texts.places, { { "region", "est", "pole", "serv", "team" }, "occ", "staff", "staff" })
              .value();
    auto items = read_items(texts.items).value();
    auto answers = read_answers(texts.answers, { "team", "occ" }, items, places).value();
    return { std::move(places), std::move(items), std::move(answers) };
}

ReleaseRules rules_on(int threads)
{
    ReleaseRules rules;
    rules.insiders_asked = 3;
    rules.intervals_drawn = 3;
    rules.interval_level = 2;
    rules.threads = threads;
    return rules;
}

std::string written(const Survey& survey, const Release& release, const ReleaseRules& rules, const std::vector<SecretKey>& keys)
{
    std::string bytes;
    const auto outcome = write_publication(
        release, survey.items, rules, { "Vague", "2026-11-20", {} }, keys, [&](std::string_view more) -> Result<void> {
            bytes += more;
            return {};
        });
    EXPECT_TRUE(outcome.ok());
    return bytes;
}

SecretKey drawn_key(std::uint64_t seed)
{
    SeededRandom random(seed);
    return make_secret_key(random);
}

/// People of a cell, one by one.
bool is_in(const disclosure::Lattice& lattice, std::size_t cell_number, int node, int cell)
{
    const auto width = disclosure::index(lattice.category_count() + 1);
    if (cell != 0 && cell != static_cast<int>(cell_number % width))
        return false;
    int place = static_cast<int>(cell_number / width);
    while (place > node)
        place = lattice.node(place).parent;
    return place == node;
}

} // namespace

TEST(Publication, shows_what_a_plain_count_finds)
{
    for (const int questions : { 1, 6, 19 }) {
        const auto asked = survey(1'200, 11, questions);
        const auto release = make_release(asked.places, asked.items, asked.answers, rules_on(2)).value();
        ASSERT_TRUE(release.report.is_safe());
        const auto made = Publication::read(written(asked, release, rules_on(2), { drawn_key(1) })).value();
        ASSERT_GT(made.open().size(), 50U);
        std::int64_t withheld = 0;
        for (std::size_t rank = 0; rank < made.open().size(); ++rank) {
            const auto [node, cell] = made.open().all()[rank];
            std::vector<std::size_t> people;
            for (std::size_t person = 0; person < asked.answers.people(); ++person)
                if (is_in(release.respondents, asked.answers.cell[person], node, cell))
                    people.push_back(person);
            ASSERT_EQ(made.people(rank), static_cast<std::int64_t>(people.size()));
            ASSERT_GE(made.people(rank), 11);
            ASSERT_EQ(made.headcount(rank), asked.places.headcount(node, cell));
            for (std::size_t item = 0; item < asked.items.size(); ++item) {
                std::vector<std::int64_t> counts(disclosure::index(asked.items[item].options) + 1, 0);
                for (const auto person : people)
                    if (const auto answer = asked.answers.by_item[item][person]; answer != not_asked)
                        ++counts[answer];
                const auto shown = made.look_up(rank, item);
                if (!shown) {
                    ++withheld;
                    continue;
                }
                ASSERT_EQ(shown->no_answer, counts[0]);
                ASSERT_EQ(shown->by_option, std::vector<std::int64_t>(counts.begin() + 1, counts.end()));
                const auto answered = std::accumulate(counts.begin() + 1, counts.end(), std::int64_t { 0 });
                ASSERT_GE(answered, 11);
                double sum = 0;
                for (std::size_t option = 1; option < counts.size(); ++option)
                    sum += static_cast<double>(option) * static_cast<double>(counts[option]);
                ASSERT_FLOAT_EQ(shown->mean.value(), static_cast<float>(sum / static_cast<double>(answered)));
                ASSERT_FLOAT_EQ(shown->share.value(),
                    static_cast<float>(static_cast<double>(counts[4] + counts[5]) / static_cast<double>(answered)));
                ASSERT_LE(shown->share_low.value(), shown->share.value());
                ASSERT_GE(shown->share_high.value(), shown->share.value());
            }
        }
        EXPECT_EQ(withheld, release.report.withheld_results);
        EXPECT_GT(withheld, 0);
    }
}

TEST(Publication, of_many_options_is_counted_as_of_few)
{
    auto asked = survey(600, 3, 4);
    asked.items[1].options = 11;
    asked.items[2].options = 101;
    SeededRandom random(1);
    for (const std::size_t item : { 1U, 2U })
        for (auto& answer : asked.answers.by_item[item])
            answer = static_cast<std::uint8_t>(random.below(disclosure::index(asked.items[item].options + 1)));
    const auto respondents = respondents_of(asked.places, asked.answers);
    std::vector<disclosure::Cells> all(disclosure::index(respondents.node_count()));
    for (int node = 0; node < respondents.node_count(); ++node)
        all[disclosure::index(node)] = respondents.cells_with_people(node);
    // Everything open, and only what stands at the top: the two ends of who adds up whom.
    for (const bool is_all : { true, false }) {
        std::vector<disclosure::Cells> cells(all.size(), disclosure::no_cell);
        cells[0] = all[0];
        const OpenCells shown(is_all ? all : cells);
        const CountingOrder order(respondents, shown, asked.answers);
        const Rows rows(asked.answers, asked.items, order, 1);
        Counts counts(rows, shown.size());
        counts.count(rows, order, 2);
        for (std::size_t rank = 0; rank < shown.size(); ++rank) {
            const auto [node, cell] = shown.all()[rank];
            for (std::size_t item = 0; item < asked.items.size(); ++item) {
                std::vector<std::uint32_t> plain(disclosure::index(asked.items[item].options) + 1, 0);
                for (std::size_t person = 0; person < asked.answers.people(); ++person)
                    if (const auto answer = asked.answers.by_item[item][person];
                        answer != not_asked && is_in(respondents, asked.answers.cell[person], node, cell))
                        ++plain[answer];
                for (std::size_t code = 0; code < plain.size(); ++code)
                    ASSERT_EQ(counts.of(rank, item, static_cast<int>(code)), plain[code]) << rank << " " << item;
            }
        }
    }
}

TEST(Publication, owes_nothing_to_the_order_of_answers_nor_to_threads)
{
    auto asked = survey(1'000, 5, 6);
    const auto one = rules_on(1);
    const auto first
        = written(asked, make_release(asked.places, asked.items, asked.answers, one).value(), one, { drawn_key(1) });
    std::vector<std::size_t> order(asked.answers.people());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    SeededRandom random(1);
    random.shuffle(order);
    Answers shuffled;
    for (const auto person : order)
        shuffled.cell.push_back(asked.answers.cell[person]);
    for (const auto& column : asked.answers.by_item) {
        shuffled.by_item.emplace_back();
        for (const auto person : order)
            shuffled.by_item.back().push_back(column[person]);
    }
    asked.answers = shuffled;
    const auto three = rules_on(3);
    EXPECT_EQ(
        written(asked, make_release(asked.places, asked.items, asked.answers, three).value(), three, { drawn_key(1) }), first);
}

TEST(Publication, of_other_answers_shares_the_mask)
{
    auto asked = survey(1'000, 5, 6);
    const auto before = make_release(asked.places, asked.items, asked.answers, rules_on(1)).value();
    SeededRandom random(9);
    for (auto& column : asked.answers.by_item)
        random.shuffle(column);
    const auto after = make_release(asked.places, asked.items, asked.answers, rules_on(1)).value();
    EXPECT_EQ(after.protection.mask.open, before.protection.mask.open);
    for (std::size_t item = 0; item < asked.items.size(); ++item)
        for (std::size_t node = 0; node < before.protection.mask.open.size(); ++node)
            ASSERT_EQ(after.by_item[item].open[node] & ~before.protection.mask.open[node], disclosure::no_cell);
}

TEST(Publication, withholds_what_a_whole_group_answered_alike_of_a_sensitive_question_alone)
{
    auto asked = survey(1'000, 5, 3);
    for (const std::size_t item : { 0U, 1U })
        std::fill(asked.answers.by_item[item].begin(), asked.answers.by_item[item].end(), std::uint8_t { 2 });
    const auto release = make_release(asked.places, asked.items, asked.answers, rules_on(1)).value();
    EXPECT_EQ(std::accumulate(release.by_item[0].open.begin(), release.by_item[0].open.end(), disclosure::no_cell),
        disclosure::no_cell);
    EXPECT_EQ(release.by_item[1].open, release.protection.mask.open);
    EXPECT_TRUE(release.report.is_safe());
}

namespace {

/// One service of teams in which so many people gave each answer to a sensitive question, in order from the lowest.
Release teams_that_answered(const std::vector<std::vector<int>>& teams)
{
    std::string places = "serv,team,occ,staff\n";
    std::string answers = "team,occ,q1\n";
    for (std::size_t team = 0; team < teams.size(); ++team) {
        const auto people = std::accumulate(teams[team].begin(), teams[team].end(), 0);
        places += fmt::format("s,t{},o,{}\n", team, people);
        for (std::size_t option = 0; option < teams[team].size(); ++option)
            for (int person = 0; person < teams[team][option]; ++person)
                answers += fmt::format("t{},o,{}\n", team, option + 1);
    }
    const std::vector<Item> items { { "q1", 3, {}, true } };
    const auto lattice = disclosure::read_counts(places, { { "serv", "team" }, "occ", "staff", "staff" }).value();
    return make_release(lattice, items, read_answers(answers, { "team", "occ" }, items, lattice).value(), {}).value();
}

std::string shown_places(const Release& release, std::size_t item)
{
    std::string text;
    for (int node = 0; node < release.respondents.node_count(); ++node)
        if ((release.by_item[item].open[disclosure::index(node)] & disclosure::total_cell) != 0)
            text += release.respondents.node(node).name + " ";
    return text;
}

} // namespace

TEST(Publication, withholds_what_several_groups_that_answered_alike_have_in_common)
{
    // t0 and t1 said one thing, twelve and twelve: all less t2 would say it of both.
    EXPECT_EQ(shown_places(teams_that_answered({ { 12 }, { 12 }, { 20, 10, 6 } }), 0).find("t2"), std::string::npos);
    // Eight and seven were closed for their number: all less t0 is what each of them said.
    EXPECT_EQ(shown_places(teams_that_answered({ { 25, 10, 10 }, { 8 }, { 7 } }), 0).find("t0"), std::string::npos);
    // Where they did not all say one thing, it is shown.
    EXPECT_NE(shown_places(teams_that_answered({ { 25, 10, 10 }, { 8 }, { 0, 7 } }), 0).find("t0"), std::string::npos);
}

TEST(Publication, shows_a_question_no_further_than_the_one_that_decided_who_was_asked)
{
    auto asked = survey(1'000, 5, 4);
    ASSERT_EQ(asked.items[3].asked_if, 1U);
    asked.items[1].is_sensitive = asked.items[3].is_sensitive = true;
    std::fill(asked.answers.by_item[1].begin(), asked.answers.by_item[1].end(), std::uint8_t { 5 });
    const auto release = make_release(asked.places, asked.items, asked.answers, rules_on(2)).value();
    EXPECT_EQ(shown_places(release, 1), "");
    EXPECT_EQ(shown_places(release, 3), "");
    EXPECT_NE(shown_places(release, 2), "");
    // With a sensitive question, whoever was not asked must be accounted for.
    const auto texts = tests::staff_answers(300, 5, 4);
    auto items = asked.items;
    items[3].asked_if.reset();
    EXPECT_FALSE(read_answers(texts.answers, { "team", "occ" }, items, asked.places).ok());
}

TEST(Publication, is_signed_by_several_and_no_byte_may_change)
{
    const auto asked = survey(300, 2, 2);
    const auto release = make_release(asked.places, asked.items, asked.answers, rules_on(1)).value();
    const auto bytes = written(asked, release, rules_on(1), { drawn_key(1), drawn_key(2) });
    const auto made = Publication::read(bytes).value();
    EXPECT_EQ(made.signers(), (std::vector { public_half(drawn_key(1)), public_half(drawn_key(2)) }));
    // Whatever byte changes, the file is refused or a signature no longer holds.
    for (std::size_t at = 0; at < bytes.size(); at += at < 4'000 ? 1 : 97) {
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        const auto read = Publication::read(std::move(changed));
        EXPECT_TRUE(!read.ok() || read.value().signers().size() < 2) << at;
    }
    for (std::size_t length = 0; length < bytes.size(); length += 61)
        EXPECT_FALSE(Publication::read(bytes.substr(0, length)).ok()) << length;
    EXPECT_FALSE(Publication::read(bytes + "x").ok());
    auto flat = bytes;
    const std::string levels = R"("levels":["nation","region","est","pole","serv","team"])";
    const auto at = flat.find(levels);
    ASSERT_NE(at, std::string::npos);
    flat.replace(at, levels.size(), R"("levels":["nation"])" + std::string(levels.size() - 19, ' '));
    EXPECT_FALSE(Publication::read(flat).ok());
}

TEST(Publication, keys_are_read_whole_or_refused)
{
    const auto key = drawn_key(3);
    EXPECT_EQ(secret_key_in(key_text(key) + "\n").value(), key);
    EXPECT_EQ(public_key_in(key_text(public_half(key))).value(), public_half(key));
    EXPECT_FALSE(public_key_in("00").ok());
    EXPECT_FALSE(public_key_in(std::string(64, 'g')).ok());
    auto mixed = key;
    mixed.back() ^= 1;
    EXPECT_FALSE(secret_key_in(key_text(mixed)).ok());
}

} // namespace etabli::publication
