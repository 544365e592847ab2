// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/rules_test.cpp

#include "domain/programmes/rules.hpp"

#include <gtest/gtest.h>

namespace etabli {

namespace {

const auto here = PlaceId::trusted("0000000000000000000000000h");
const auto elsewhere = PlaceId::trusted("0000000000000000000000000z");

Reader holding(CollegeKind kind)
{
    Reader reader;
    reader.mandates.push_back({ {}, {}, kind, here, "", "" });
    return reader;
}

TEST(ProgrammeRules, five_colleges_may_begin_and_each_of_them_alike)
{
    for (const auto kind : { CollegeKind::Direction, CollegeKind::StaffRepresentatives, CollegeKind::Management,
             CollegeKind::Medical, CollegeKind::Facilitator })
        EXPECT_TRUE(may_begin_programme(holding(kind), here)) << name_of(kind);
    for (const auto kind : { CollegeKind::Professionals, CollegeKind::Users, CollegeKind::Agency, CollegeKind::Visitor,
             CollegeKind::Researcher })
        EXPECT_FALSE(may_begin_programme(holding(kind), here)) << name_of(kind);
    EXPECT_FALSE(may_begin_programme(holding(CollegeKind::Direction), elsewhere));
}

TEST(ProgrammeRules, everybody_of_the_place_reads_and_keeps_the_journal)
{
    Programme programme;
    programme.place_id = here;
    for (const auto& [kind, name] : Names<CollegeKind>::table) {
        EXPECT_TRUE(may_read_programme(holding(kind), { here })) << name;
        EXPECT_TRUE(may_write_journal(holding(kind), programme)) << name;
    }
    EXPECT_FALSE(may_read_programme(holding(CollegeKind::Direction), { elsewhere }));
    EXPECT_TRUE(may_read_programme(holding(CollegeKind::Users), { elsewhere, here }));
    Reader administrator;
    administrator.administrator = true;
    EXPECT_FALSE(may_read_programme(administrator, { here }));
}

TEST(ProgrammeRules, none_is_an_answer_about_means_and_nothing_written_is_not)
{
    TemplateGate gate;
    gate.needs = { "means" };
    OnTheTable table;
    EXPECT_FALSE(may_be_passed(gate, table).ok());
    table.means_lines = 1;
    EXPECT_TRUE(may_be_passed(gate, table).ok());
}

TEST(ProgrammeRules, one_stake_is_not_two)
{
    OnTheTable table;
    table.frame.care_stake = "Que l'information arrive entiere";
    EXPECT_EQ(state_of_need("stakes", table), NeedState::Missing);
    table.frame.work_stake = " \n";
    EXPECT_EQ(state_of_need("stakes", table), NeedState::Missing);
    table.frame.work_stake = "Partir a l'heure";
    EXPECT_EQ(state_of_need("stakes", table), NeedState::Written);
}

TEST(ProgrammeRules, what_is_kept_elsewhere_is_looked_at_together_and_holds_nothing_up)
{
    TemplateGate gate;
    gate.needs = { "spaces_held", "diagnosis" };
    OnTheTable table;
    EXPECT_EQ(state_of_need("diagnosis", table), NeedState::LookedAtTogether);
    EXPECT_TRUE(may_be_passed(gate, table).ok());
    table.done_deliverables = { "diagnosis" };
    EXPECT_EQ(state_of_need("diagnosis", table), NeedState::Written);
}

TEST(ProgrammeTemplates, a_gate_that_leads_nowhere_is_refused)
{
    const auto pack = [](const char* to) {
        const json::object text { { "fr", "a" }, { "en", "a" } };
        const json::object step { { "key", "one" }, { "title", text }, { "aim", text } };
        const json::object gate { { "key", std::string("one-") + to }, { "from", "one" }, { "to", to }, { "title", text } };
        return json::value { { "id", "p" }, { "kind", "demarche" }, { "steps", json::array { step } },
            { "gates", json::array { gate } }, { "source", "kept, and not walked by" } };
    };
    EXPECT_FALSE(parse_programme_template(pack("two")).ok());
    EXPECT_TRUE(parse_programme_template(pack("one")).ok());
}

} // namespace

} // namespace etabli
