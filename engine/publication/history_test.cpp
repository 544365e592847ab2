// SPDX-License-Identifier: EUPL-1.2
// engine/publication/history_test.cpp
//
// A second release of the same answers, read beside the first: what neither tells alone must not follow from both.

#include "engine/publication/history.hpp"

#include <array>
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "engine/disclosure/tables.hpp"
#include "engine/publication/publication.hpp"

namespace etabli::publication {

namespace {

/// People of a team of the old chart who stand in one of the new.
struct Moves {
    std::string old_team;
    std::string new_team;
    int people = 0;
    int silent = 0; // of them, who left the question
};

const std::vector<Item> one_question { { "q1", 5, 4, false } };

/// Places named "service.team".
disclosure::Lattice places_for(const std::vector<Moves>& moves, std::string Moves::*team)
{
    disclosure::LatticeBuilder builder({ "serv", "team" });
    std::map<std::string, std::int64_t> people;
    for (const auto& each : moves)
        people[each.*team] += each.people;
    for (const auto& [name, count] : people) {
        const auto parts = split(name, '.');
        const std::array<std::string_view, 2> path { parts[0], name };
        EXPECT_FALSE(builder.add(path, "all", count, count).has_value());
    }
    return std::move(builder).finish();
}

std::string answers_text(const std::vector<Moves>& moves)
{
    std::string text = "old,team,occ,q1\n";
    int number = 0;
    for (const auto& each : moves)
        for (int person = 0; person < each.people; ++person)
            text += each.old_team + "," + each.new_team + ",all,"
                + (person < each.silent ? "" : std::to_string(1 + number++ % 5)) + "\n";
    return text;
}

Release release_of(const disclosure::Lattice& places, const Answers& answers, const std::vector<Earlier>& earlier = {})
{
    return make_release(places, one_question, answers, {}, earlier).value();
}

/// The first release by the old chart, the second one by the new.
struct Both {
    Release first;
    Release second;
    disclosure::Lattice places;
};

Both published_twice(const std::vector<Moves>& moves)
{
    const auto text = answers_text(moves);
    const auto old_places = places_for(moves, &Moves::old_team);
    const auto old_answers = read_answers(text, { "old", "occ" }, one_question, old_places).value();
    auto first = release_of(old_places, old_answers);
    SeededRandom random(1);
    std::string bytes;
    const auto outcome = write_publication(first, one_question, {}, { "Premier", "2026-11-20", {} },
        { make_secret_key(random) }, [&](std::string_view more) -> Result<void> {
            bytes += more;
            return {};
        });
    EXPECT_TRUE(outcome.ok());
    const auto publication = Publication::read(bytes).value();
    auto places = places_for(moves, &Moves::new_team);
    const auto answers = read_answers(text, { "team", "occ" }, one_question, places).value();
    std::vector<Earlier> earlier;
    earlier.push_back(read_earlier(publication, text, { "old", "occ" }, one_question, answers).value());
    auto second = release_of(places, answers, earlier);
    return { std::move(first), std::move(second), std::move(places) };
}

std::string open_places(const Release& release)
{
    std::string text;
    for (const auto& [node, cell] : release.open.all())
        if (cell == 0 && node > 0)
            text += (text.empty() ? "" : " ") + release.respondents.node(node).name;
    return text;
}

} // namespace

TEST(History, the_same_chart_twice_tells_nothing_more)
{
    const auto made
        = published_twice({ { "a.1", "a.1", 30 }, { "a.2", "a.2", 20 }, { "b.3", "b.3", 40 }, { "b.4", "b.4", 12 } });
    EXPECT_EQ(open_places(made.second), open_places(made.first));
    EXPECT_TRUE(made.second.report.is_safe());
    EXPECT_EQ(made.second.report.earlier_publications, 1);
}

TEST(History, a_few_who_moved_are_not_told_by_the_two_charts)
{
    // Four people of team a.1 go to b.3: 30 and 40 were shown, 26 and 44 would give the four away.
    const auto made = published_twice(
        { { "a.1", "a.1", 26 }, { "a.1", "b.3", 4 }, { "a.2", "a.2", 25 }, { "b.3", "b.3", 40 }, { "b.4", "b.4", 15 } });
    EXPECT_EQ(open_places(made.first), "a b a.1 a.2 b.3 b.4");
    // Only what did not change is shown again; the whole is as it was.
    EXPECT_EQ(open_places(made.second), "a.2 b.4");
    EXPECT_TRUE(made.second.report.is_safe());
}

TEST(History, many_who_moved_are_shown_where_they_are)
{
    const auto made = published_twice(
        { { "a.1", "a.1", 26 }, { "a.1", "b.3", 14 }, { "a.2", "a.2", 25 }, { "b.3", "b.3", 40 }, { "b.4", "b.4", 15 } });
    EXPECT_EQ(open_places(made.second), "a b a.1 a.2 b.3 b.4");
    EXPECT_TRUE(made.second.report.is_safe());
}

TEST(History, whole_teams_that_moved_are_not_told_together)
{
    // Teams 2 and 3, nine people, go from a to b: what a loses is theirs.
    const auto made = published_twice({ { "a.1", "a.1", 20 }, { "a.2", "b.2", 4 }, { "a.3", "b.3", 5 }, { "a.4", "a.4", 9 },
        { "a.5", "a.5", 6 }, { "b.6", "b.6", 30 }, { "b.7", "b.7", 15 } });
    EXPECT_TRUE(made.second.report.is_safe());
    EXPECT_EQ(open_places(made.first).substr(0, 3), "a b");
    EXPECT_EQ(open_places(made.second).find("a "), std::string::npos);
}

TEST(History, of_many_who_moved_a_few_may_have_answered)
{
    // Fourteen moved and were shown where they are; five of them answered the question, which is not shown again.
    const std::vector<Moves> moves { { "a.1", "a.1", 26 }, { "a.1", "b.3", 14, 9 }, { "a.2", "a.2", 25 }, { "b.3", "b.3", 40 },
        { "b.4", "b.4", 15 } };
    const auto made = published_twice(moves);
    EXPECT_EQ(open_places(made.second), "a b a.1 a.2 b.3 b.4");
    EXPECT_EQ(made.second.report.questions_withheld, 1);
    EXPECT_TRUE(made.second.report.is_safe());
}

TEST(History, a_weakened_release_is_caught)
{
    const std::vector<Moves> moves { { "a.1", "a.1", 26 }, { "a.1", "b.3", 4 }, { "a.2", "a.2", 25 }, { "b.3", "b.3", 40 },
        { "b.4", "b.4", 15 } };
    const auto made = published_twice(moves);
    // The mask that the new chart would have by itself, beside what was shown.
    const auto text = answers_text(moves);
    const auto old_places = places_for(moves, &Moves::old_team);
    const auto old_answers = read_answers(text, { "old", "occ" }, one_question, old_places).value();
    const auto answers = read_answers(text, { "team", "occ" }, one_question, made.places).value();
    const auto alone = release_of(made.places, answers);
    const std::vector<std::int64_t> old_cells(old_answers.cell.begin(), old_answers.cell.end());
    const std::vector<std::int64_t> cells(answers.cell.begin(), answers.cell.end());
    const auto charts = Charts::create({ &old_cells, &cells }, { &made.first.respondents, &alone.respondents }, 11).value();
    const auto found = charts.told(
        { { &made.first.respondents, &made.first.protection.mask }, { &alone.respondents, &alone.protection.mask } },
        charts.people());
    EXPECT_GT(found, 0);
}

TEST(History, whoever_moves_where_the_two_releases_tell_nobody_apart)
{
    SeededRandom random(17);
    int closed = 0;
    for (int survey = 0; survey < 60; ++survey) {
        std::vector<Moves> moves;
        for (int team = 0; team < 6; ++team) {
            const auto home = fmt::format("{}.{}", random.below(3), team);
            moves.push_back({ home, home, static_cast<int>(5 + random.below(30)) });
            if (random.below(2) == 0)
                moves.push_back({ home, fmt::format("{}.new{}", random.below(3), random.below(2)),
                    static_cast<int>(1 + random.below(15)) });
        }
        // A team of the new chart stands in one service.
        for (auto& each : moves)
            if (const auto name = each.new_team.substr(each.new_team.find('.') + 1); name.starts_with("new"))
                each.new_team = (name == "new0" ? "0." : "1.") + name;
        const auto made = published_twice(moves);
        ASSERT_TRUE(made.second.report.is_safe()) << survey;
        const auto answers = read_answers(answers_text(moves), { "team", "occ" }, one_question, made.places).value();
        closed += static_cast<int>(release_of(made.places, answers).open.size() - made.second.open.size());
    }
    EXPECT_GT(closed, 50);
}

TEST(History, answers_that_came_after_are_refused)
{
    const std::vector<Moves> moves { { "a.1", "a.1", 30 }, { "a.2", "a.2", 20 } };
    const auto places = places_for(moves, &Moves::old_team);
    const auto text = answers_text(moves);
    const auto answers = read_answers(text, { "team", "occ" }, one_question, places).value();
    const auto first = release_of(places, answers);
    SeededRandom random(1);
    std::string bytes;
    ASSERT_TRUE(write_publication(first, one_question, {}, { "Premier", "2026-11-20", {} }, { make_secret_key(random) },
        [&](std::string_view more) -> Result<void> {
            bytes += more;
            return {};
        }).ok());
    const auto publication = Publication::read(bytes).value();
    const auto refused = [&](const std::string& changed) {
        const auto later = read_answers(changed, { "team", "occ" }, one_question, places).value();
        return !read_earlier(publication, changed, { "team", "occ" }, one_question, later).ok();
    };
    EXPECT_FALSE(refused(text));
    EXPECT_TRUE(refused(text + "a.1,a.1,all,3\n")); // one more
    auto other = text;
    other[other.size() - 2] = other[other.size() - 2] == '1' ? '2' : '1'; // one who thought again
    EXPECT_TRUE(refused(other));
}

} // namespace etabli::publication
