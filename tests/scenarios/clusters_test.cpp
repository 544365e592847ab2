// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/clusters_test.cpp
//
// Two homes walk a cluster together: they come with a delegation, say where they are, tell three lines by link; whoever
// facilitates plans and reminds. And the ways somebody might speak for another home, or put homes in an order.

#include "store/audit.hpp"
#include "store/backup.hpp"
#include "store/migrations.hpp"
#include "store/people.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

class Clusters : public Story {
protected:
    void populate() override
    {
        Story::populate();
        add_person("aract", CollegeKind::Facilitator, "region", "Chargée de mission");
        add_person("voisin_elu", CollegeKind::StaffRepresentatives, "other", "Représentant du personnel");
        add_person("ailleurs", CollegeKind::Researcher, "nation", "Chercheuse");
    }
    /// Begun in the region by the facilitator.
    std::string begun()
    {
        const auto reply = as("aract").post("/api/programmes",
            { { "place_id", region_id() }, { "template_id", "cluster-six-seances" }, { "started_on", nullptr },
                { "title", "Pays des Essais" }, { "care_stake", "" }, { "work_stake", "" }, { "perimeter", "" },
                { "outside_perimeter", "" }, { "committee", "" }, { "openness", "participate" }, { "openness_text", "" },
                { "who_decides", "" }, { "still_open", "" } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("programme").at("id").as_string());
    }
    std::string mandate_of(const std::string& person)
    {
        return must(database().read([&](store::Reader& reader) {
            return store::load_person(reader, AccountId::trusted(account_id(person)), clock_.today());
        }))
            .mandates.at(0)
            .mandate_id.text();
    }
    /// Composed by the direction; the staff representatives have not said their word yet.
    std::string composed(const std::string& place, const std::string& direction, const std::string& representative)
    {
        const auto reply = as(direction).post("/api/places/" + place + "/delegations",
            { { "title", "Cluster" }, { "mandate_ids", json::array { mandate_of(direction), mandate_of(representative) } },
                { "starts_on", day() }, { "version", 1 } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("delegations").as_array().at(0).at("id").as_string());
    }
    Reply joins(const std::string& person, const std::string& cluster, const std::string& place, const std::string& delegation)
    {
        return as(person).post("/api/clusters/" + cluster + "/homes",
            { { "place_id", place }, { "delegation_id", delegation }, { "demarche_id", nullptr } });
    }
    /// Both homes are in; the neighbour came first.
    std::string walked()
    {
        const auto cluster = begun();
        for (const auto& [place, direction, representative] : std::vector<std::array<std::string, 3>> {
                 { other_hospital_id(), "voisine", "voisin_elu" }, { hospital_id(), "directrice", "representante" } }) {
            const auto delegation = composed(place, direction, representative);
            EXPECT_EQ(as(representative).post("/api/delegations/" + delegation + "/confirmation", json::object {}).status, 201);
            const auto reply = joins(direction, cluster, place, delegation);
            EXPECT_EQ(reply.status, 201) << reply.body;
        }
        return cluster;
    }
    std::string home(const std::string& cluster, const std::string& place) const
    {
        return "/api/clusters/" + cluster + "/homes/" + place;
    }
    json::value view(const std::string& cluster, const std::string& person = "directrice")
    {
        return as(person).get("/api/clusters/" + cluster).data();
    }
    json::value row(const std::string& cluster, const std::string& place)
    {
        const auto whole = view(cluster);
        for (const auto& each : whole.at("homes").as_array())
            if (each.at("place_id").as_string() == json::string_view(place))
                return each;
        ADD_FAILURE() << "no such home";
        return {};
    }
    static json::object lines(std::initializer_list<const char*> texts)
    {
        json::array array;
        for (const auto* text : texts)
            array.emplace_back(text);
        return { { "lines", array } };
    }
    std::string token(const std::string& person, const std::string& cluster, const std::string& place)
    {
        const auto reply = as(person).post(home(cluster, place) + "/news-link", json::object {});
        EXPECT_EQ(reply.status, 201) << reply.body;
        const std::string url(reply.data().at("url").as_string());
        EXPECT_NE(url.find("/nouvelles/"), std::string::npos);
        return url.substr(url.rfind('/') + 1);
    }
    std::string planned(const std::string& cluster, int in_days)
    {
        const auto reply = as("aract").post("/api/programmes/" + cluster + "/sessions",
            { { "number", 2 }, { "step_key", "stakes" }, { "held_on", day(in_days) }, { "place_text", "Salle des fêtes" },
                { "subject", "Retours sur les enjeux" }, { "ideas", "" }, { "starts_at", "10:00" }, { "ends_at", "16:30" },
                { "to_prepare", "Deux enjeux" } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("sessions").as_array().at(0).at("id").as_string());
    }
};
STORIES(Clusters);

TEST_P(Clusters, a_home_comes_by_itself_with_a_delegation_its_representatives_confirmed)
{
    const auto cluster = begun();
    EXPECT_EQ(as("directrice").get("/api/clusters/" + cluster).status, 404) << "not walked yet";
    const auto open = as("directrice").get("/api/clusters");
    EXPECT_TRUE(open.may("join:" + cluster + ":" + hospital_id())) << open.body;
    EXPECT_FALSE(as("infirmiere").get("/api/clusters").may("join:" + cluster + ":" + hospital_id()));

    const auto delegation = composed(hospital_id(), "directrice", "representante");
    EXPECT_EQ(joins("directrice", cluster, hospital_id(), delegation).code(), "delegation.not_confirmed");
    EXPECT_EQ(as("representante").post("/api/delegations/" + delegation + "/confirmation", json::object {}).status, 201);
    EXPECT_EQ(joins("infirmiere", cluster, hospital_id(), delegation).status, 403);
    EXPECT_EQ(joins("voisine", cluster, hospital_id(), delegation).status, 404);
    EXPECT_EQ(joins("aract", cluster, hospital_id(), delegation).status, 404);
    EXPECT_EQ(joins("voisine", cluster, other_hospital_id(), delegation).status, 422) << "another home's delegation";
    EXPECT_EQ(joins("directrice", cluster, hospital_id(), delegation).status, 201);
    EXPECT_EQ(joins("directrice", cluster, hospital_id(), delegation).code(), "duplicate");

    const auto home = row(cluster, hospital_id());
    EXPECT_EQ(home.at("delegation").at("state").as_string(), "in_force");
    EXPECT_EQ(home.at("delegation").at("people").as_array().size(), 2U);
    EXPECT_FALSE(home.at("tasks").as_array().empty()) << "what the path proposes to do at home";
}

TEST_P(Clusters, homes_stand_in_the_order_of_the_directory_whatever_is_asked_and_whatever_they_did)
{
    const auto cluster = walked(); // the neighbour came first, and is second in the directory
    as("voisine").post(home(cluster, other_hospital_id()) + "/news", lines({ "Beaucoup de nouvelles." }));
    const auto plain = as("directrice").get("/api/clusters/" + cluster);
    const auto data = plain.data();
    const auto& homes = data.at("homes").as_array();
    ASSERT_EQ(homes.size(), 2U);
    EXPECT_EQ(homes.at(0).at("place_id").as_string(), json::string_view(hospital_id()));
    for (const auto* asked : { "?sort=news", "?order=desc", "?sort_by=tasks", "?by=support_days" })
        EXPECT_EQ(as("directrice").get("/api/clusters/" + cluster + asked).data_text(), plain.data_text()) << asked;
    for (const auto* word : { "percent", "share", "score", "rank", "average", "color", "colour" })
        EXPECT_EQ(plain.body.find(word), std::string::npos) << word;
}

TEST_P(Clusters, direction_and_representatives_of_both_homes_read_the_same_bytes_and_nobody_else_any)
{
    const auto cluster = walked();
    const auto direction = as("directrice").get("/api/clusters/" + cluster);
    ASSERT_EQ(direction.status, 200);
    for (const auto* person : { "representante", "voisine", "voisin_elu", "infirmiere", "aract" })
        EXPECT_EQ(as(person).get("/api/clusters/" + cluster).data_text(), direction.data_text()) << person;
    for (const auto* person : { "administration", "ailleurs" })
        EXPECT_EQ(as(person).get("/api/clusters/" + cluster).status, 404) << person;
    EXPECT_EQ(somebody().get("/api/clusters/" + cluster).status, 401);
}

TEST_P(Clusters, no_home_writes_for_another)
{
    const auto cluster = walked();
    const auto mine = home(cluster, hospital_id());
    const auto task = row(cluster, hospital_id()).at("tasks").as_array().at(0);
    const auto task_path = "/tasks/" + std::string(task.at("id").as_string());
    const json::object done { { "state", "done" }, { "state_text", "" }, { "due_on", nullptr }, { "version", 1 } };
    for (const auto* person : { "voisine", "voisin_elu", "usagers" }) {
        EXPECT_EQ(as(person).post(mine + "/news", lines({ "Tout va bien." })).status, 403) << person;
        EXPECT_EQ(as(person).put(mine, { { "blocked_text", "Rien" }, { "version", 1 } }).status, 403) << person;
        EXPECT_EQ(as(person).post(mine + "/news-link", json::object {}).status, 403) << person;
        EXPECT_EQ(as(person).remove(mine + "/news-link").status, 403) << person;
        EXPECT_EQ(as(person).put(mine + task_path, done).status, 403) << person;
        EXPECT_EQ(as(person).post(mine + "/tasks", { { "title", "x" }, { "step_key", "" }, { "due_on", nullptr } }).status, 403)
            << person;
    }
    EXPECT_EQ(as("voisine").put(home(cluster, other_hospital_id()) + task_path, done).status, 404) << "through one's own door";
    EXPECT_EQ(as("administration").post(mine + "/news", lines({ "x" })).status, 404);
    EXPECT_EQ(somebody().post(mine + "/news", lines({ "x" })).status, 401);
    const auto row_after = row(cluster, hospital_id());
    EXPECT_TRUE(row_after.at("news").is_null());
    EXPECT_EQ(row_after.at("tasks").as_array().at(0).at("state").as_string(), "not_started");
}

TEST_P(Clusters, a_home_says_where_its_work_stands_and_what_blocks)
{
    const auto cluster = walked();
    auto infirmiere = as("infirmiere");
    const auto mine = home(cluster, hospital_id());
    const auto task
        = mine + "/tasks/" + std::string(row(cluster, hospital_id()).at("tasks").as_array().at(0).at("id").as_string());
    json::object word { { "state", "abandoned" }, { "state_text", "" }, { "due_on", nullptr }, { "version", 1 } };
    EXPECT_EQ(infirmiere.put(task, word).status, 422) << "given up without a reason";
    word["state_text"] = "Personne pour remplacer la nuit";
    EXPECT_EQ(infirmiere.put(task, word).status, 200);
    EXPECT_EQ(infirmiere.put(task, word).code(), "version.stale");

    EXPECT_EQ(infirmiere.put(mine, { { "blocked_text", "La salle est prise jusqu’en mars." }, { "version", 1 } }).status, 200);
    EXPECT_EQ(infirmiere.put(mine, { { "blocked_text", "x" }, { "version", 1 } }).code(), "version.stale");
    EXPECT_EQ(row(cluster, hospital_id()).at("blocked_on").as_string(), json::string_view(day()));
    EXPECT_EQ(infirmiere.put(mine, { { "blocked_text", " " }, { "version", 2 } }).status, 200);
    EXPECT_TRUE(row(cluster, hospital_id()).at("blocked_on").is_null());
    EXPECT_EQ(
        infirmiere.post(mine + "/tasks", { { "title", "Écrire à la nuit" }, { "step_key", "nowhere" }, { "due_on", nullptr } })
            .status,
        422);
    EXPECT_EQ(
        infirmiere.post(mine + "/tasks", { { "title", "Écrire à la nuit" }, { "step_key", "" }, { "due_on", day(9) } }).status,
        201);
}

TEST_P(Clusters, three_lines_are_told_by_link_without_an_account_and_signed_by_the_place_alone)
{
    const auto cluster = walked();
    const auto path = "/api/news/" + token("representante", cluster, hospital_id());
    EXPECT_EQ(somebody().get(path).data().at("place_name").as_string(), "Hôpital des Essais");
    EXPECT_EQ(somebody().post(path, lines({ "1", "2", "3", "4" })).status, 422);
    EXPECT_EQ(somebody().post(path, lines({})).status, 422);
    EXPECT_EQ(somebody().post(path, lines({ "une", "  " })).status, 422);
    EXPECT_EQ(somebody().post(path, lines({ "La nuit a parlé.", "Le comité est complet." })).status, 201);
    const auto news = row(cluster, hospital_id()).at("news");
    EXPECT_EQ(news.at("lines").as_array().size(), 2U);
    EXPECT_EQ(news.at("told_on").as_string(), json::string_view(day()));
    EXPECT_TRUE(row(cluster, other_hospital_id()).at("news").is_null());
    const auto entries
        = must(database().read([&](store::Reader& reader) { return store::audit_entries(reader, cluster, 0, 100); }));
    EXPECT_EQ(entries.back().action, "home.news_told");
    EXPECT_FALSE(entries.back().actor_id.has_value());
    // What was told does not fill the cluster: so many a day, and no more.
    for (int told = 0; told < 9; ++told)
        EXPECT_EQ(somebody().post(path, lines({ "Encore." })).status, 201);
    EXPECT_EQ(somebody().post(path, lines({ "Encore." })).code(), "news.too_many");
    later(1);
    EXPECT_EQ(somebody().post(path, lines({ "Demain." })).status, 201);
}

TEST_P(Clusters, a_link_that_was_revoked_or_renewed_serves_no_more)
{
    const auto cluster = walked();
    const auto first = token("directrice", cluster, hospital_id());
    const auto second = token("aract", cluster, hospital_id());
    EXPECT_EQ(somebody().get("/api/news/" + first).code(), "news.link_not_valid");
    EXPECT_EQ(somebody().post("/api/news/" + first, lines({ "x" })).status, 404);
    EXPECT_EQ(somebody().get("/api/news/" + second).status, 200);
    EXPECT_FALSE(row(cluster, hospital_id()).at("news_link_since").is_null());
    EXPECT_EQ(as("infirmiere").remove(home(cluster, hospital_id()) + "/news-link").status, 200);
    EXPECT_EQ(somebody().get("/api/news/" + second).status, 404);
    EXPECT_EQ(somebody().get("/api/news/" + std::string(43, 'a')).status, 404) << "as one that never was";
    EXPECT_TRUE(row(cluster, hospital_id()).at("news_link_since").is_null());
    EXPECT_TRUE(row(cluster, hospital_id()).at("news").is_null());
}

TEST_P(Clusters, the_secret_of_a_link_is_in_no_table_and_no_trace_of_it_in_a_backup)
{
    const auto cluster = walked();
    const auto secret = token("directrice", cluster, hospital_id());
    must(database().read([&](store::Reader& reader) -> Result<void> {
        for (const auto& table : store::table_names()) {
            const auto rows = TRY(reader.query("select * from " + table));
            for (const auto& each : rows.rows)
                for (const auto& value : each) {
                    const auto* text = std::get_if<std::string>(&value);
                    EXPECT_FALSE(text != nullptr && text->find(secret) != std::string::npos) << table;
                }
        }
        return {};
    }));
    for (const auto& table : store::backed_up_tables())
        EXPECT_NE(table, "cluster_news_link");
}

TEST_P(Clusters, reminders_are_drafted_for_who_facilitates_and_sent_by_nobody)
{
    const auto cluster = walked();
    EXPECT_TRUE(as("aract").get("/api/clusters/" + cluster + "/reminders").data().at("items").as_array().empty());
    planned(cluster, 12);
    const auto reply = as("aract").get("/api/clusters/" + cluster + "/reminders");
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto drafts = reply.data();
    const auto& items = drafts.at("items").as_array();
    ASSERT_EQ(items.size(), 2U);
    const std::string text(items.at(0).at("text").as_string());
    EXPECT_EQ(items.at(0).at("subject").as_string(), "Retours sur les enjeux\u00a0: le 1er décembre 2026");
    EXPECT_NE(text.find("Salle des fêtes, de 10\u00a0h à 16\u00a0h\u00a0"
                        "30"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("- "), std::string::npos) << "what is still in its hands";
    for (const auto* person : { "directrice", "representante", "voisine" })
        EXPECT_EQ(as(person).get("/api/clusters/" + cluster + "/reminders").status, 403) << person;
    EXPECT_EQ(
        must(database().read([](store::Reader& reader) { return reader.count("select count(*) from outgoing_mail"); })), 0);
}

TEST_P(Clusters, a_session_goes_to_any_diary_of_those_who_walk_it)
{
    const auto cluster = walked();
    const auto session = planned(cluster, 12);
    const auto path = "/api/programmes/" + cluster + "/sessions/" + session + "/session.ics";
    const auto file = as("infirmiere").get(path);
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.body.starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_NE(file.body.find("DTSTART;TZID=Europe/Paris:20261201T100000"), std::string::npos) << file.body;
    EXPECT_EQ(file.body.find("ATTENDEE"), std::string::npos);
    EXPECT_EQ(as("ailleurs").get(path).status, 404);
    EXPECT_EQ(somebody().get(path).status, 401);
    EXPECT_EQ(view(cluster).at("next_session").as_string(), json::string_view(session));
    EXPECT_EQ(as("voisine").post("/api/programmes/" + cluster + "/sessions", json::object {}).status, 422);
    later(13);
    EXPECT_TRUE(view(cluster).at("next_session").is_null());
}

TEST_P(Clusters, who_facilitates_goes_on_step_by_step_and_writes_the_means_shared)
{
    const auto cluster = walked();
    const auto path = "/api/clusters/" + cluster;
    EXPECT_EQ(as("directrice").put(path + "/step", { { "to", "stakes" } }).status, 403);
    EXPECT_EQ(as("aract").put(path + "/step", { { "to", "projects" } }).code(), "cluster.no_further_step");
    EXPECT_EQ(as("aract").put(path + "/step", { { "to", "stakes" } }).status, 200);
    EXPECT_EQ(view(cluster).at("programme").at("step").as_string(), "stakes");

    const json::object support { { "theme", "La relève" }, { "territory", "" }, { "facilitated_by", "" },
        { "steering_text", "" }, { "credits_granted_eur", 24000 }, { "credits_spent_eur", 17850 }, { "credits_for_text", "" },
        { "support_days_planned", 30.0 }, { "support_days_done", 26.5 }, { "version", 1 } };
    EXPECT_EQ(as("directrice").put(path + "/support", support).status, 403);
    EXPECT_EQ(as("aract").put(path + "/support", support).status, 200);
    EXPECT_EQ(as("aract").put(path + "/support", support).status, 200);
    EXPECT_EQ(as("aract").put(path + "/support", support).code(), "version.stale");
    EXPECT_EQ(view(cluster).at("support").at("support_days_done").as_double(), 26.5);
}

TEST_P(Clusters, a_demarche_is_no_cluster)
{
    const auto reply
        = as("directrice")
              .post("/api/programmes",
                  { { "place_id", hospital_id() }, { "template_id", "demarche-quatre-phases" }, { "started_on", nullptr },
                      { "title", "x" }, { "care_stake", "" }, { "work_stake", "" }, { "perimeter", "" },
                      { "outside_perimeter", "" }, { "committee", "" }, { "openness", "participate" }, { "openness_text", "" },
                      { "who_decides", "" }, { "still_open", "" } });
    ASSERT_EQ(reply.status, 201);
    const std::string demarche(reply.data().at("programme").at("id").as_string());
    EXPECT_EQ(as("directrice").get("/api/clusters/" + demarche).status, 404);
    EXPECT_EQ(joins("directrice", demarche, hospital_id(), "0000000000000000000000000x").status, 404);
}

} // namespace etabli::tests
