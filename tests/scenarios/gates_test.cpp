// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/gates_test.cpp
//
// A gate is asked, refused, asked again and passed; and nobody gets round it.

#include "server/jobs/jobs.hpp"
#include "store/audit.hpp"
#include "store/gates.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

class Gates : public Story {
protected:
    /// A charter submitted to the colleges: the simplest thing a gate opens.
    std::string ask(const std::string& note = "", const std::string& asker = "referente")
    {
        return must(database().write([&](store::Transaction& transaction) {
            return store::ask_gate(transaction,
                { .establishment_id = PlaceId::trusted(hospital_id()),
                    .programme_id = {},
                    .subject_kind = "charter",
                    .subject_id = "charter-1",
                    .passage = "adopt",
                    .title = "La charte",
                    .asked_of = { CollegeKind::Direction, CollegeKind::Management, CollegeKind::Medical,
                        CollegeKind::StaffRepresentatives, CollegeKind::Professionals },
                    .opinion_of = { CollegeKind::Users },
                    .delay_days = 21,
                    .note = note },
                AccountId::trusted(account_id(asker)), clock_.now(), random_);
        })).id.text();
    }
    Reply say(const std::string& person, const std::string& college, const std::string& gate, const std::string& kind,
        const std::string& reason = "")
    {
        json::object body { { "college_id", college_id(college) }, { "answer", kind }, { "reason", reason } };
        if (college == "professionals")
            body["met_on"] = day();
        return as(person).put("/api/gates/" + gate + "/answer", body);
    }
    Reply withdraw(const std::string& person, const std::string& gate)
    {
        return as(person).post("/api/gates/" + gate + "/withdraw", { { "reason", "Le texte change." } });
    }
    /// Today is the last day of this person's mandate.
    void leaves(const std::string& person)
    {
        must(database().write([&](store::Transaction& transaction) {
            return transaction.execute("update mandate set ends_on = :today where account_id = :account",
                { { "today", clock_.today() }, { "account", AccountId::trusted(account_id(person)) } });
        }));
        later(1);
    }
    std::string state(const std::string& gate)
    {
        return std::string(as("representant").get("/api/gates/" + gate).data().at("gate").at("state").as_string());
    }
    std::string stand(const std::string& gate, const std::string& kind)
    {
        const auto view = as("representant").get("/api/gates/" + gate).data();
        for (const auto& college : view.at("colleges").as_array())
            if (college.at("kind").as_string() == json::string_view(kind))
                return std::string(college.at("stand").as_string());
        return "";
    }
};
STORIES(Gates);

TEST_P(Gates, a_refusal_carries_its_reason_and_the_next_asking_may_pass)
{
    const auto gate = ask();
    EXPECT_EQ(say("directrice", "direction", gate, "yes").status, 200);
    EXPECT_EQ(say("cadre", "management", gate, "yes").status, 200);
    EXPECT_EQ(say("infirmiere", "professionals", gate, "yes").status, 200);
    EXPECT_EQ(say("usagers", "users", gate, "opinion", "Avis favorable").status, 200);
    EXPECT_EQ(say("representante", "staff_representatives", gate, "no").json().at("errors").as_array().size(), 1U);
    EXPECT_EQ(say("representante", "staff_representatives", gate, "no", "La nuit n’a pas parlé.").status, 200);
    EXPECT_EQ(state(gate), "refused");
    EXPECT_EQ(say("medecin", "medical", gate, "yes").code(), "gate.closed");

    const auto again = ask("La nuit a parlé, sept jours durant.");
    for (const auto& [person, college] :
        std::vector<std::pair<std::string, std::string>> { { "directrice", "direction" }, { "cadre", "management" },
            { "medecin", "medical" }, { "representante", "staff_representatives" }, { "infirmiere", "professionals" } })
        EXPECT_EQ(say(person, college, again, "yes").status, 200) << person;
    EXPECT_EQ(state(again), "open"); // each of the representatives says its own
    EXPECT_EQ(say("representant", "staff_representatives", again, "yes").status, 200);
    EXPECT_EQ(state(again), "passed");
}

TEST_P(Gates, nobody_answers_for_another_college)
{
    const auto gate = ask();
    EXPECT_EQ(say("directrice", "staff_representatives", gate, "yes").code(), "gate.not_your_college");
    EXPECT_EQ(say("referente", "direction", gate, "yes").code(), "gate.not_your_college");
    EXPECT_EQ(say("referente", "facilitator", gate, "yes").code(), "gate.not_your_college");
    EXPECT_EQ(say("usagers", "users", gate, "yes").status, 422); // an opinion, not a voice
    EXPECT_EQ(as("voisine").get("/api/gates/" + gate).status, 404);
    EXPECT_EQ(as("administration").get("/api/gates/" + gate).status, 404);
    EXPECT_EQ(somebody().get("/api/gates/" + gate).status, 401);
    EXPECT_EQ(state(gate), "open");
}

TEST_P(Gates, the_facilitator_may_only_record_what_a_team_said_in_a_meeting)
{
    const auto gate = ask();
    EXPECT_EQ(say("referente", "professionals", gate, "yes").status, 200);
    EXPECT_EQ(stand(gate, "professionals"), "yes");
    EXPECT_EQ(as("infirmiere")
                  .put("/api/gates/" + gate + "/answer",
                      { { "college_id", college_id("professionals") }, { "answer", "yes" }, { "reason", "" } })
                  .status,
        422);
}

TEST_P(Gates, silence_is_recorded_once_and_opens_nothing)
{
    const auto gate = ask();
    say("directrice", "direction", gate, "yes");
    later(22);
    const auto note = [&] {
        return must(database().write(
            [&](store::Transaction& transaction) { return store::record_silences(transaction, clock_.now()); }));
    };
    EXPECT_EQ(note(), 1);
    EXPECT_EQ(note(), 0);
    EXPECT_EQ(state(gate), "open");
    EXPECT_EQ(stand(gate, "medical"), "silent");
    EXPECT_EQ(say("medecin", "medical", gate, "yes").status, 200); // late, and still heard
}

TEST_P(Gates, direction_and_representatives_read_the_same_bytes)
{
    const auto gate = ask();
    say("directrice", "direction", gate, "yes");
    for (const auto& path : { "/api/gates/" + gate, "/api/gates?establishment=" + hospital_id() }) {
        const auto direction = as("directrice").get(path);
        EXPECT_EQ(direction.status, 200);
        EXPECT_EQ(direction.data_text(), as("representante").get(path).data_text());
        EXPECT_FALSE(direction.data_text().empty());
    }
}

TEST_P(Gates, the_journal_holds_the_head_shown_at_the_gate)
{
    const auto gate = ask();
    const auto head = std::string(say("directrice", "direction", gate, "yes").data().at("audit_head").as_string());
    say("cadre", "management", gate, "yes");
    const auto verdict
        = must(database().read([&](store::Reader& reader) { return store::verify_audit(reader, hospital_id(), head); }));
    EXPECT_FALSE(verdict.broken_at.has_value());
    EXPECT_TRUE(verdict.holds_asked_head);
}

TEST_P(Gates, a_passage_being_asked_is_not_asked_twice)
{
    ask();
    const auto twice = database().write([&](store::Transaction& transaction) {
        return store::ask_gate(transaction,
            { .establishment_id = PlaceId::trusted(hospital_id()),
                .programme_id = {},
                .subject_kind = "charter",
                .subject_id = "charter-1",
                .passage = "adopt",
                .title = "La charte",
                .asked_of = { CollegeKind::Direction },
                .opinion_of = {} },
            AccountId::trusted(account_id("referente")), clock_.now(), random_);
    });
    EXPECT_TRUE(twice.problem().is("gate.already_asked"));
}

TEST_P(Gates, whoever_left_speaks_for_their_college_no_more)
{
    const auto gate = ask();
    say("directrice", "direction", gate, "yes");
    say("representante", "staff_representatives", gate, "yes");
    EXPECT_EQ(stand(gate, "direction"), "yes");
    leaves("directrice");
    EXPECT_EQ(stand(gate, "direction"), "awaited");
    leaves("representante");
    EXPECT_EQ(stand(gate, "staff_representatives"), "awaited");
    EXPECT_EQ(say("representant", "staff_representatives", gate, "yes").status, 200);
    EXPECT_EQ(stand(gate, "staff_representatives"), "yes"); // each of those who hold it now
}

TEST_P(Gates, a_college_that_gives_opinions_holds_nothing_back_wherever_it_was_asked)
{
    const auto gate = must(database().write([&](store::Transaction& transaction) {
        return store::ask_gate(transaction,
            { .establishment_id = PlaceId::trusted(hospital_id()),
                .programme_id = {},
                .subject_kind = "charter",
                .subject_id = "charter-2",
                .passage = "adopt",
                .title = "La charte",
                .asked_of = { CollegeKind::Direction, CollegeKind::StaffRepresentatives, CollegeKind::Users },
                .opinion_of = {} },
            AccountId::trusted(account_id("referente")), clock_.now(), random_);
    })).id.text();
    for (const auto* person : { "representante", "representant" })
        EXPECT_EQ(say(person, "staff_representatives", gate, "yes").status, 200);
    EXPECT_EQ(say("usagers", "users", gate, "yes").status, 422);
    EXPECT_EQ(say("directrice", "direction", gate, "yes").status, 200);
    EXPECT_EQ(state(gate), "passed");
}

TEST_P(Gates, what_a_college_asked_is_taken_back_by_itself_or_by_who_facilitates)
{
    const auto gate = ask("", "directrice");
    EXPECT_EQ(withdraw("representante", gate).status, 403);
    EXPECT_EQ(withdraw("cadre", gate).status, 403);
    EXPECT_EQ(withdraw("voisine", gate).status, 404);
    EXPECT_EQ(state(gate), "open");
    EXPECT_EQ(withdraw("directrice", gate).status, 201);
    EXPECT_EQ(withdraw("directrice", gate).code(), "gate.closed");
    EXPECT_EQ(withdraw("referente", ask("", "directrice")).status, 201);
}

TEST_P(Gates, the_server_notes_silence_by_itself_and_never_as_a_yes)
{
    const auto gate = ask();
    later(22);
    auto context = this->context();
    jobs::run_due_jobs(context);
    const auto entries
        = must(database().read([&](store::Reader& reader) { return store::audit_entries(reader, hospital_id(), 0, 100); }));
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries.back().action, "gate.silence");
    EXPECT_FALSE(entries.back().actor_id.has_value());
    EXPECT_EQ(state(gate), "open");
}

} // namespace etabli::tests
