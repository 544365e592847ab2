// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/audit_test.cpp
//
// The audit journal over HTTP: the same page for direction and staff representatives, nothing for anybody else, and
// the whole of it to take away.

#include "store/audit.hpp"
#include "store/gates.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

class Audit : public Story {
protected:
    std::string ask()
    {
        return must(database().write([&](store::Transaction& transaction) {
            return store::ask_gate(transaction,
                { .establishment_id = PlaceId::trusted(hospital_id()),
                    .programme_id = {},
                    .subject_kind = "charter",
                    .subject_id = "charter-1",
                    .passage = "adopt",
                    .title = "La charte",
                    .asked_of = { CollegeKind::Direction, CollegeKind::StaffRepresentatives },
                    .opinion_of = {} },
                AccountId::trusted(account_id("referente")), clock_.now(), random_);
        })).id.text();
    }
    void says_no(const std::string& gate)
    {
        EXPECT_EQ(as("representante")
                      .put("/api/gates/" + gate + "/answer",
                          { { "college_id", college_id("staff_representatives") }, { "answer", "no" },
                              { "reason", "La nuit n’a pas parlé." }, { "met_on", nullptr } })
                      .status,
            200);
    }
    std::string path() const { return "/api/audit/" + hospital_id(); }
};
STORIES(Audit);

TEST_P(Audit, both_colleges_read_the_same_bytes_and_nobody_from_outside_reads_any)
{
    says_no(ask());
    const auto direction = as("directrice").get(path());
    EXPECT_EQ(direction.status, 200) << direction.body;
    EXPECT_EQ(direction.data_text(), as("representante").get(path()).data_text());
    EXPECT_EQ(as("voisine").get(path()).status, 404);
    EXPECT_EQ(as("administration").get(path()).status, 404);
    EXPECT_EQ(somebody().get(path()).status, 401);
    for (const auto* file : { "/journal.csv", "/journal.jsonl" }) {
        EXPECT_EQ(as("voisine").get(path() + file).status, 404) << file;
        EXPECT_EQ(somebody().get(path() + file).status, 401) << file;
    }
    EXPECT_EQ(as("directrice").get("/api/audit/nowhere").status, 404);
}

TEST_P(Audit, who_acted_is_a_function_and_the_words_of_a_reason_stay_out)
{
    says_no(ask());
    const auto view = as("directrice").get(path()).data();
    const auto& entries = view.at("entries").as_array();
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries.at(0).at("entry").at("action").as_string(), "gate.refused"); // the latest first
    EXPECT_EQ(entries.at(1).at("entry").at("action").as_string(), "gate.answered");
    EXPECT_FALSE(entries.at(1).at("actor").as_string().empty());
    EXPECT_EQ(view.at("head").as_string(), entries.at(0).at("entry").at("hash").as_string());
    EXPECT_EQ(json_text(view).find("parl"), std::string::npos);
    bool names_the_college = false;
    for (const auto& name : view.at("names").as_array())
        names_the_college |= name.at("code").as_string() == entries.at(1).at("entry").at("details").at("college").as_string();
    EXPECT_TRUE(names_the_college);
}

TEST_P(Audit, a_rewritten_line_is_said_on_the_page)
{
    says_no(ask());
    must(database().write([&](store::Transaction& transaction) {
        return transaction.execute(
            "update audit_entry set actor_id = null where chain = :chain and number = 2", { { "chain", hospital_id() } });
    }));
    EXPECT_EQ(as("representante").get(path()).data().at("broken_at").as_int64(), 2);
}

TEST_P(Audit, the_whole_of_it_is_taken_away_in_words_and_in_lines_that_verify_elsewhere)
{
    says_no(ask());
    const auto table = as("representante").get(path() + "/journal.csv");
    EXPECT_EQ(table.status, 200);
    EXPECT_NE(table.body.find("\"Accords demandés\""), std::string::npos) << table.body;
    EXPECT_NE(table.body.find("\"gate.asked\""), std::string::npos);

    const auto lines = as("directrice").get(path() + "/journal.jsonl").body;
    std::string previous;
    std::size_t at = 0;
    std::int64_t number = 0;
    for (auto end = lines.find('\n'); end != std::string::npos; at = end + 1, end = lines.find('\n', at)) {
        const auto entry = must(from_json<AuditEntry>(json::parse(lines.substr(at, end - at))));
        EXPECT_EQ(entry.number, ++number);
        EXPECT_EQ(entry.hash, audit_hash(previous, entry));
        previous = entry.hash;
    }
    EXPECT_EQ(number, 3);
    EXPECT_EQ(as("directrice").get(path()).data().at("head").as_string(), json::string_view(previous));
}

} // namespace etabli::tests
