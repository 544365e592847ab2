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
    for (const auto kind :
        { CollegeKind::Professionals, CollegeKind::Users, CollegeKind::Agency, CollegeKind::Visitor, CollegeKind::Researcher })
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

// ---- Clusters -------------------------------------------------------------------------------------------

const auto region = PlaceId::trusted("0000000000000000000000000r");

Programme cluster_of_region()
{
    Programme cluster;
    cluster.kind = ProgrammeKind::Cluster;
    cluster.place_id = region;
    return cluster;
}

Reader holding_at(CollegeKind kind, const PlaceId& place)
{
    Reader reader;
    reader.mandates.push_back({ {}, {}, kind, place, "", "" });
    return reader;
}

TEST(ClusterRules, a_home_speaks_for_itself_and_for_no_other)
{
    const auto cluster = cluster_of_region();
    for (const auto kind : { CollegeKind::Direction, CollegeKind::StaffRepresentatives, CollegeKind::Management,
             CollegeKind::Medical, CollegeKind::Facilitator, CollegeKind::Professionals }) {
        EXPECT_TRUE(may_speak_for_home(holding_at(kind, here), cluster, here)) << name_of(kind);
        EXPECT_FALSE(may_speak_for_home(holding_at(kind, here), cluster, elsewhere)) << name_of(kind);
    }
    for (const auto kind : { CollegeKind::Users, CollegeKind::Visitor, CollegeKind::Researcher, CollegeKind::Agency })
        EXPECT_FALSE(may_speak_for_home(holding_at(kind, here), cluster, here)) << name_of(kind);
    EXPECT_TRUE(may_speak_for_home(holding_at(CollegeKind::Facilitator, region), cluster, here));
    Reader administrator;
    administrator.administrator = true;
    EXPECT_FALSE(may_speak_for_home(administrator, cluster, here));
}

TEST(ClusterRules, the_region_facilitates_and_no_home_does)
{
    const auto cluster = cluster_of_region();
    EXPECT_TRUE(may_facilitate(holding_at(CollegeKind::Facilitator, region), cluster));
    EXPECT_TRUE(may_facilitate(holding_at(CollegeKind::Agency, region), cluster));
    EXPECT_FALSE(may_facilitate(holding_at(CollegeKind::Direction, region), cluster));
    EXPECT_FALSE(may_facilitate(holding_at(CollegeKind::Facilitator, here), cluster));
    auto demarche = cluster;
    demarche.kind = ProgrammeKind::Demarche;
    EXPECT_FALSE(may_facilitate(holding_at(CollegeKind::Facilitator, region), demarche));
}

TEST(ClusterRules, a_home_is_brought_by_itself)
{
    EXPECT_TRUE(may_bring_home(holding_at(CollegeKind::StaffRepresentatives, here), here));
    EXPECT_FALSE(may_bring_home(holding_at(CollegeKind::Professionals, here), here));
    EXPECT_FALSE(may_bring_home(holding_at(CollegeKind::Facilitator, region), here));
}

TEST(ClusterRules, a_delegation_waits_for_the_staff_representatives_and_ends_with_its_members)
{
    const auto today = *Date::parse("2026-11-19");
    Delegation delegation;
    EXPECT_EQ(state_of_delegation(delegation, true, today), HomeDelegationState::AwaitsConfirmation);
    delegation.confirmed_on = today;
    EXPECT_EQ(state_of_delegation(delegation, true, today), HomeDelegationState::InForce);
    EXPECT_EQ(state_of_delegation(delegation, false, today), HomeDelegationState::Over);
    delegation.ends_on = today;
    EXPECT_EQ(state_of_delegation(delegation, true, today), HomeDelegationState::InForce);
    EXPECT_EQ(state_of_delegation(delegation, true, today.plus_days(1)), HomeDelegationState::Over);
}

TEST(ClusterRules, one_goes_to_the_next_step_alone_and_never_past_a_gate)
{
    ProgrammeTemplate path;
    for (const char* key : { "one", "two", "three" }) {
        TemplateStep step;
        step.key = key;
        path.steps.push_back(step);
    }
    EXPECT_TRUE(may_step_to(path, "one", "two").ok());
    EXPECT_TRUE(may_step_to(path, "one", "three").problem().is("cluster.no_further_step"));
    EXPECT_TRUE(may_step_to(path, "two", "one").problem().is("cluster.no_further_step"));
    EXPECT_TRUE(may_step_to(path, "three", "").problem().is("cluster.no_further_step"));
    TemplateGate gate;
    gate.from = "one";
    gate.to = "two";
    path.gates.push_back(gate);
    EXPECT_TRUE(may_step_to(path, "one", "two").problem().is("cluster.step_behind_a_gate"));
}

TEST(ClusterRules, news_are_lines_with_words_that_one_reads_standing_up)
{
    EXPECT_TRUE(news_fits({ "Le temps est donné." }).ok());
    EXPECT_FALSE(news_fits({ "Une ligne", "  " }).ok());
    EXPECT_FALSE(news_fits({ "deux\nlignes" }).ok());
    EXPECT_TRUE(news_fits({ std::string(280, 'a') }).ok());
    EXPECT_FALSE(news_fits({ std::string(281, 'a') }).ok());
}

TEST(ClusterRules, what_is_given_up_says_why)
{
    EXPECT_FALSE(task_word_fits(HomeTaskState::Abandoned, " ").ok());
    EXPECT_TRUE(task_word_fits(HomeTaskState::Abandoned, "Personne pour remplacer la nuit").ok());
    EXPECT_TRUE(task_word_fits(HomeTaskState::Done, "").ok());
}

TEST(ClusterRules, an_hour_is_one_and_the_end_comes_after_the_start)
{
    PathSessionDraft session;
    EXPECT_TRUE(hours_fit(session).ok());
    const auto check = [&](const char* from, const char* to) {
        session.starts_at = from;
        session.ends_at = to;
        return hours_fit(session).ok();
    };
    EXPECT_TRUE(check("10:00", "16:30"));
    EXPECT_TRUE(check("10:00", ""));
    EXPECT_FALSE(check("24:00", ""));
    EXPECT_FALSE(check("9:30", ""));
    EXPECT_FALSE(check("10:00", "10:00"));
}

TEST(ProgrammeRules, who_lets_an_experiment_begin_stands_in_the_frame)
{
    ProgrammeFrame frame;
    EXPECT_FALSE(experiment_asks_colleges(frame, true)) << "nothing was said: the team";
    for (const bool is_wide : { false, true }) {
        frame.experiment_gate = ExperimentGate::Team;
        EXPECT_FALSE(experiment_asks_colleges(frame, is_wide));
        frame.experiment_gate = ExperimentGate::Wide;
        EXPECT_EQ(experiment_asks_colleges(frame, is_wide), is_wide);
        frame.experiment_gate = ExperimentGate::Each;
        EXPECT_TRUE(experiment_asks_colleges(frame, is_wide));
    }
}

} // namespace

} // namespace etabli
