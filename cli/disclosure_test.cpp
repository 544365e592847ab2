// SPDX-License-Identifier: EUPL-1.2
// cli/disclosure_test.cpp
//
// `etabli disclosure` as a statistician types it: counts to a mask, a mask attacked, answers to a signed file, that file read.

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/fields.hpp"
#include "cli/files.hpp"
#include "tests/support/command.hpp"
#include "tests/support/staff_answers.hpp"

namespace etabli::cli {

namespace {

const std::string tree = "region,est,pole,serv,team";

/// A folder of its own, for files that commands read and write.
class DisclosureCommand : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = testing::TempDir() + "disclosure-" + testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string at(const std::string& name) const { return folder_ + "/" + name; }
    void keep(const std::string& name, const std::string& text) const { ASSERT_TRUE(write_file(at(name), text).ok()); }
    std::string kept(const std::string& name) const { return read_file(at(name)).value(); }
    static json::object said(const tests::Ran& ran) { return parse_json(ran.out).value().as_object(); }

    /// Words with @x for the file x of this folder.
    tests::Ran run(const std::string& words) const
    {
        std::vector<std::string> parts { "disclosure" };
        for (const auto word : split(words, ' '))
            if (!word.empty())
                parts.emplace_back(word.starts_with('@') ? at(std::string(word.substr(1))) : std::string(word));
        return tests::run_command(parts);
    }
    tests::Ran attack(const std::string& more) const
    {
        return run("attack --counts @counts.csv --tree " + tree + " --by occ --count n --k 11 " + more);
    }
    tests::Ran protect(const std::string& more) const
    {
        return run("protect --counts @counts.csv --tree " + tree + " --by occ --count n --k 11 " + more);
    }

    void keep_survey(int respondents)
    {
        const auto survey = tests::staff_answers(respondents, 7, 6);
        keep("places.csv", survey.places);
        keep("answers.csv", survey.answers);
        keep("items.csv", survey.items);
        key_ = said_key(run("key --out @key"));
    }
    tests::Ran publish(const std::string& more) const
    {
        return run("publish --counts @places.csv --tree " + tree
            + " --by occ --headcount staff --answers @answers.csv --items @items.csv --name Vague --closed-on 2026-11-20 "
              "--insiders 5 --intervals 5 --key @key "
            + more);
    }
    static std::string said_key(const tests::Ran& ran)
    {
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.out.substr(0, ran.out.find('\n'));
    }

    std::string folder_;
    std::string key_;
};

} // namespace

TEST_F(DisclosureCommand, a_mask_of_its_own_withstands_both_attackers)
{
    keep("counts.csv", tests::staff_counts(2'000, 1));
    const auto made = protect("--out @mask.csv");
    ASSERT_EQ(made.code, 0) << made.err;
    for (const auto* method : { "", "--independent" }) {
        const auto found = attack("--mask @mask.csv " + std::string(method));
        EXPECT_EQ(found.code, 0) << found.err;
        EXPECT_EQ(said(found).at("recovered"), 0);
        EXPECT_EQ(said(found).at("derivable_groups_under_k"), 0);
        EXPECT_EQ(said(found).at("secondary"), said(made).at("secondary"));
        EXPECT_EQ(said(found).at("cells"), said(made).at("cells"));
    }
    const auto before = kept("mask.csv");
    EXPECT_EQ(protect("--out @mask.csv").code, 0);
    EXPECT_EQ(kept("mask.csv"), before);
}

TEST_F(DisclosureCommand, a_nation_comes_after_its_establishments)
{
    keep("counts.csv",
        "region,est,team,occ,n\nr1,e1,t1,a,20\nr1,e1,t2,a,5\nr1,e1,t3,a,7\nr1,e2,t4,a,30\nr1,e2,t5,b,9\nr2,e3,t6,a,40\n");
    keep("local.csv", "team,occ,n\nt1,a,20\nt2,a,5\nt3,a,7\n");
    ASSERT_EQ(run("protect --counts @local.csv --tree team --by occ --count n --out @local-mask.csv").code, 0);
    const std::string nation = " --counts @counts.csv --tree region,est,team --by occ --count n ";
    const auto made = run("protect" + nation + "--published @local-mask.csv --out @mask.csv");
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(said(made).at("given_away_before"), 0);
    EXPECT_NE(kept("mask.csv").find("est,e1,Total,32,open,"), std::string::npos) << kept("mask.csv");
    EXPECT_EQ(run("attack" + nation + "--mask @mask.csv").code, 0);
    keep("local-mask.csv", kept("local-mask.csv") + "team,t1,a,21,open,\n");
    const auto refused = run("protect" + nation + "--published @local-mask.csv --out @mask.csv");
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("local-mask.csv: line"), std::string::npos) << refused.err;
}

TEST_F(DisclosureCommand, declared_groupings_are_shown_beside_a_mask)
{
    keep("counts.csv", "team,occ,n\nt1,a,6\nt2,a,7\nt3,a,40\nt4,a,50\n");
    keep("declared.csv", "grouping,level,node,category\nnight,team,t1,Total\nnight,team,t2,Total\nfew,team,t1,a\n");
    const std::string table = " --counts @counts.csv --tree team --by occ --count n ";
    ASSERT_EQ(run("protect" + table + "--out @mask.csv").code, 0);
    const auto made = run("groupings" + table + "--mask @mask.csv --declared @declared.csv --out @shown.csv");
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(kept("shown.csv"), "grouping,n,state,reason\nnight,13,open,\nfew,,closed,primary\n");
    EXPECT_EQ(said(made).at("recovered"), 0);
    keep("declared.csv", "grouping,level,node,category\nnight,team,t9,Total\n");
    EXPECT_EQ(run("groupings" + table + "--mask @mask.csv --declared @declared.csv --out @shown.csv").code, 2);
}

TEST_F(DisclosureCommand, a_mask_that_only_hides_small_cells_is_reported_broken)
{
    keep("counts.csv", tests::staff_counts(2'000, 1));
    ASSERT_EQ(protect("--out @mask.csv").code, 0);
    auto mask = kept("mask.csv");
    for (std::size_t found = 0; (found = mask.find(",closed,secondary", found)) != mask.npos;)
        mask.replace(found, std::string(",closed,secondary").size(), ",open,");
    keep("mask.csv", mask);
    const auto found = attack("--mask @mask.csv");
    EXPECT_EQ(found.code, 1);
    EXPECT_GT(said(found).at("recovered").to_number<int>(), 10);
}

TEST_F(DisclosureCommand, bad_input_is_said_with_its_line_and_column)
{
    const auto refused = [&](const std::string& counts, const std::string& why) {
        keep("counts.csv", counts);
        const auto ran = protect("--out @mask.csv");
        EXPECT_EQ(ran.code, 2) << counts;
        EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(at("mask.csv")));
    };
    const std::string header = "region,est,pole,serv,team,occ,n\n";
    refused("region,est,pole,serv,team,occ\n", "line 1: there is no column n");
    refused(header + "r,e,p,s,t,o,-1\n", "line 2, column n: is below zero");
    refused(header + "r,e,p,s,t,o,1.5\n", "line 2, column n: is not a whole number");
    refused(header + "r,e,p,s,t,o,1\nr,f,q,s,u,o,1\n", "line 3, column serv: stands under two places");
    refused(header + "r,e,p,s,t,o,1\nr,e,p,s,t,o,2\n", "line 3, column occ: was counted already for this place");
    refused(header + "r,e,p,s,,o,1\n", "line 2, column team: is empty");
    keep("counts.csv", header + "r,e,p,s,t,o,12\n");
    EXPECT_EQ(protect("--out @mask.csv --k 1").code, 2);
    EXPECT_EQ(run("protect --counts @counts.csv --tree " + tree + " --by occ --by team --count n --out @mask.csv").code, 2);
    EXPECT_EQ(run("protect --counts @nothing.csv --tree " + tree + " --by occ --count n --out @mask.csv").code, 2);
}

TEST_F(DisclosureCommand, answers_become_one_signed_file_that_is_looked_into)
{
    keep_survey(2'000);
    const auto made = publish("--out @wave.publication --mask @mask.csv");
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(said(made).at("is_safe"), true);
    EXPECT_TRUE(kept("mask.csv").starts_with("level,node,category,n,state,reason\n"));

    const auto whole = run("show @wave.publication --signed-by " + key_);
    ASSERT_EQ(whole.code, 0) << whole.err;
    EXPECT_EQ(said(whole).at("name"), "Vague");
    EXPECT_EQ(said(whole).at("signed_by").as_array().size(), 1U);
    const auto root = run("show @wave.publication --level nation --item q1");
    ASSERT_EQ(root.code, 0) << root.err;
    const auto cell = said(root);
    std::int64_t answers = cell.at("items").at(0).at("no_answer").as_int64();
    for (const auto& option : cell.at("items").at(0).at("options").as_array())
        answers += option.as_int64();
    EXPECT_EQ(answers, cell.at("people").as_int64());
    EXPECT_GT(cell.at("headcount").as_int64(), cell.at("people").as_int64());
    EXPECT_EQ(run("show @wave.publication --level team --node nowhere").code, 2);

    // Somebody who changes one byte, or another key.
    auto bytes = kept("wave.publication");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    keep("changed", bytes);
    EXPECT_EQ(run("show @changed --signed-by " + key_).code, 1);
    const auto other = said_key(run("key --out @other"));
    EXPECT_EQ(run("show @wave.publication --signed-by " + other).code, 1);
    keep("short", bytes.substr(0, bytes.size() - 1));
    EXPECT_EQ(run("show @short").code, 2);
}

TEST_F(DisclosureCommand, a_second_release_knows_the_first)
{
    keep_survey(1'000);
    ASSERT_EQ(publish("--out @first").code, 0);
    const auto again = publish("--out @second --before @first");
    ASSERT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(said(again).at("earlier").at("publications"), 1);
    const auto shown = said(run("show @second"));
    EXPECT_EQ(shown.at("after").at(0), said(run("show @first")).at("identity"));
    // The question that was sensitive is no longer said to be.
    const auto items = kept("items.csv");
    auto bold = items;
    bold.replace(bold.find(",4,1,"), 5, ",4,0,");
    keep("items.csv", bold);
    const auto unsaid = publish("--out @third --before @first");
    EXPECT_EQ(unsaid.code, 2);
    EXPECT_NE(unsaid.err.find("question q1 was sensitive before"), std::string::npos) << unsaid.err;
    keep("items.csv", items);
    // Somebody's answer came after closing.
    auto late = kept("answers.csv");
    late += late.substr(late.find('\n') + 1, late.find('\n', late.find('\n') + 1) - late.find('\n'));
    keep("answers.csv", late);
    const auto refused = publish("--out @third --before @first");
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("not those of the publication that came before"), std::string::npos) << refused.err;
}

TEST_F(DisclosureCommand, answers_that_cannot_be_are_refused_with_their_line)
{
    keep_survey(500);
    const auto answers = kept("answers.csv");
    const auto refused = [&](const std::string& line, const std::string& why) {
        keep("answers.csv", answers + line + "\n");
        const auto ran = publish("--out @wave.publication");
        EXPECT_EQ(ran.code, 2) << line;
        EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(at("wave.publication")));
    };
    refused("nowhere,o0,1,1,1,1,1,1", "column team: is none of the places");
    refused("t0,surgeon,1,1,1,1,1,1", "column occ: is no category of this place");
    const auto first = answers.find('\n') + 1;
    const auto somebody = answers.substr(first, answers.find(',', answers.find(',', first) + 1) - first);
    refused(somebody + ",1,1,6,1,1,1", "column q3: is no option from 1 to 5");
    refused(somebody + ",1,1", "4 columns, where the first line has 8");
    keep("answers.csv", answers);
    EXPECT_EQ(publish("--out @wave.publication --k 10").code, 2);
    keep("items.csv", "item,options\nq1,0\n");
    EXPECT_EQ(publish("--out @wave.publication").code, 2);
}

TEST_F(DisclosureCommand, a_secret_key_is_its_owners_and_is_never_written_over)
{
    EXPECT_EQ(run("key --out @key").code, 0);
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(at("key")).permissions(), perms::owner_read | perms::owner_write);
    const auto before = kept("key");
    EXPECT_EQ(run("key --out @key").code, 2);
    EXPECT_EQ(kept("key"), before);
}

} // namespace etabli::cli
