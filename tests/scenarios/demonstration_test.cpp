// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/demonstration_test.cpp
//
// The demonstration, loaded as `serve --demo` loads it and read over HTTP: whole, honest about its dates, the same for
// both colleges, and walked from one sentence to the house that took it up.

#include <regex>
#include <set>

#include "tests/support/demonstration.hpp"

#include "server/resources/all.hpp"
#include "store/audit.hpp"
#include "store/migrations.hpp"

namespace etabli::tests {

class Demonstration : public OnTheDemonstration {
protected:
    static std::vector<std::string> ids_in(const json::value& value)
    {
        std::vector<std::string> ids;
        if (const auto* text = value.if_string(); text != nullptr && is_id_text(std::string_view(*text)))
            ids.emplace_back(*text);
        if (const auto* items = value.if_array())
            for (const auto& item : *items)
                for (auto& id : ids_in(item))
                    ids.push_back(std::move(id));
        if (const auto* members = value.if_object())
            for (const auto& member : *members)
                for (auto& id : ids_in(member.value()))
                    ids.push_back(std::move(id));
        return ids;
    }
    /// "kind:title" of the first find, and its id.
    static std::string id_of(Browser& browser, const std::string& query, const std::string& kind)
    {
        const auto data = browser.get("/api/search?q=" + query + "&kind=" + kind).data();
        const auto& items = data.at("items").as_array();
        EXPECT_FALSE(items.empty()) << query;
        return items.empty() ? "" : std::string(items.front().at("object_id").as_string());
    }
};
STORIES(Demonstration);

TEST_P(Demonstration, is_loaded_once_and_never_over_other_data)
{
    EXPECT_FALSE(must(content::demo::load(database(), packs(), clock_.today(), random_)));
    FreshDatabase other(GetParam());
    const auto opened = other.open();
    must(opened->write([&](store::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("insert into place (id, kind, name, position, version) values ('x', 'nation', 'x', 0, 1)"));
        return {};
    }));
    const auto refused = content::demo::load(*opened, packs(), clock_.today(), random_);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.problem().code(), "demo.other_data");
}

TEST_P(Demonstration, is_whole)
{
    EXPECT_TRUE(must(database().integrity_findings()).empty());
    must(database().read([](store::Reader& reader) -> Result<void> {
        const auto heads = TRY(store::audit_heads(reader));
        EXPECT_FALSE(heads.empty());
        for (const auto& head : heads) {
            const auto verdict = TRY(store::verify_audit(reader, head.chain, head.head));
            EXPECT_FALSE(verdict.broken_at.has_value()) << head.chain;
            EXPECT_TRUE(verdict.holds_asked_head);
        }
        return {};
    }));
}

TEST_P(Demonstration, tells_its_journal_in_the_order_of_days)
{
    must(database().read([](store::Reader& reader) -> Result<void> {
        for (const auto& head : TRY(store::audit_heads(reader))) {
            Instant before;
            for (const auto& entry : TRY(store::audit_entries(reader, head.chain, 0, 10'000))) {
                EXPECT_GE(entry.at, before) << head.chain << " " << entry.number;
                before = entry.at;
            }
        }
        return {};
    }));
}

TEST_P(Demonstration, leaves_no_code_of_the_story_in_any_text)
{
    // A month of the story (M5.2), an experiment (E1), a sheet (F1), a gate (G1), a proposal (P10).
    const std::regex code("\\b(M[0-9]{1,2}(\\.[0-9])?|[EFGP][0-9]{1,2})\\b");
    must(database().read([&](store::Reader& reader) -> Result<void> {
        for (const auto& table : store::table_names()) {
            if (table == "sheet_template")
                continue;
            const auto rows = TRY(reader.query("select * from " + table));
            for (const auto& row : rows.rows)
                for (const auto& value : row) {
                    const auto* text = std::get_if<std::string>(&value);
                    EXPECT_FALSE(text != nullptr && std::regex_search(*text, code)) << table << ": " << *text;
                }
        }
        return {};
    }));
}

TEST_P(Demonstration, has_something_to_do_for_everybody_it_lets_in)
{
    const auto data = somebody().get("/api/session").data();
    const auto& people = data.at("demo_people").as_array();
    ASSERT_GE(people.size(), 6U);
    for (const auto& person : people) {
        const std::string key(person.at("key").as_string());
        if (!person.at("path").is_null()) {
            EXPECT_TRUE(std::string(person.at("path").as_string()).starts_with("/s/")) << key;
            continue;
        }
        const auto home = entered_as(key).get("/api/home").data();
        std::size_t owed = 0;
        for (const char* group : { "awaited", "this_week", "later" })
            owed += home.at("owed").at(group).as_array().size();
        EXPECT_GT(owed, 0U) << key;
    }
}

TEST_P(Demonstration, a_thread_goes_from_the_sentence_to_the_house_that_took_it_up_and_back)
{
    auto directrice = entered_as("directrice");
    const auto sheet = id_of(directrice, "qui%20garde", "sheet");
    const auto back = directrice.get("/api/thread/sheet/" + sheet);
    ASSERT_EQ(back.status, 200);
    std::string sentence;
    std::set<std::string> kinds;
    const auto data = back.data();
    for (const auto& knot : data.at("knots").as_array()) {
        kinds.emplace(knot.at("kind").as_string());
        if (knot.at("kind").as_string() == "contribution" && knot.at("destroyed").as_bool())
            sentence = std::string(knot.at("object_id").as_string());
    }
    for (const char* kind : { "contribution", "situation", "idea", "proposal", "axis", "experiment", "conclusion" })
        EXPECT_TRUE(kinds.contains(kind)) << kind;
    ASSERT_FALSE(sentence.empty());

    const auto forth = directrice.get("/api/thread/contribution/" + sentence);
    ASSERT_EQ(forth.status, 200);
    EXPECT_EQ(forth.body.find("le manteau sur le bras"), std::string::npos) << "what was destroyed is read nowhere here";
    std::string taken_up;
    const auto line = forth.data();
    for (const auto& knot : line.at("knots").as_array())
        if (knot.at("kind").as_string() == "sheet"
            && std::string(knot.at("place_name").as_string()).find("Croix") != std::string::npos)
            taken_up = std::string(knot.at("object_id").as_string());
    ASSERT_FALSE(taken_up.empty());
    EXPECT_NE(directrice.get("/api/thread/sheet/" + taken_up).body.find(sentence), std::string::npos);
}

TEST_P(Demonstration, a_session_was_held_and_left_one_word_a_question)
{
    auto directrice = entered_as("directrice");
    const auto held = id_of(directrice, "gard%C3%A9e", "experiment");
    const auto look = directrice.get("/api/experiments/" + held).data().at("review").at("look");
    ASSERT_TRUE(look.is_object());
    EXPECT_EQ(look.at("by").as_string(), "answers");
    EXPECT_EQ(json::serialize(look.at("activities")),
        R"([{"activity":"dire et recevoir","effectiveness":"better","technical":"better","social":"better"},)"
        R"({"activity":"garder les sonnettes","effectiveness":"better","technical":"better","social":"different"},)"
        R"({"activity":"entrer dans une chambre à 14 h 15","effectiveness":"different","technical":"same",)"
        R"("social":"too_few"}])");
    EXPECT_EQ(look.at("social").as_array().size(), 2U) << "sentences, without their authors";
}

TEST_P(Demonstration, a_long_series_says_by_how_much_it_left_its_line_on_how_many_points)
{
    auto directrice = entered_as("directrice");
    const auto held = directrice.get("/api/experiments/" + id_of(directrice, "gard%C3%A9e", "experiment")).data();
    ASSERT_FALSE(held.at("indicators").as_array().empty());
    for (const auto& each : held.at("indicators").as_array()) {
        const auto& told = each.at("interrupted").as_object();
        EXPECT_EQ(told.at("points_before"), 12);
        EXPECT_EQ(told.at("points_since"), 24);
        EXPECT_LT(told.at("level_low").to_number<double>(), told.at("level").to_number<double>());
    }
    // Ten weeks before: no line to leave.
    const auto twice = directrice.get("/api/experiments/" + id_of(directrice, "feu%20vert", "experiment")).data();
    ASSERT_FALSE(twice.at("indicators").as_array().empty());
    for (const auto& each : twice.at("indicators").as_array())
        EXPECT_TRUE(each.at("interrupted").is_null());
}

TEST_P(Demonstration, what_was_said_is_destroyed_and_what_was_kept_is_found)
{
    must(database().read([](store::Reader& reader) -> Result<void> {
        const auto rows = TRY(reader.query("select words from contribution"));
        for (std::size_t row = 0; row < rows.size(); ++row)
            EXPECT_EQ(rows.text(row, "words").find("J’ai eu honte"), std::string::npos);
        return {};
    }));
    auto cadre = entered_as("cadre-sld");
    EXPECT_FALSE(id_of(cadre, "rel%C3%A8ve", "idea").empty());
    EXPECT_FALSE(id_of(cadre, "rel%C3%A8ve", "proposal").empty());
}

TEST_P(Demonstration, direction_and_staff_representatives_are_sent_the_same_bytes_everywhere)
{
    auto directrice = entered_as("directrice");
    auto representative = entered_as("rep-1");
    // One's own: who one is; what a college leaves to its successors; what whoever facilitates a discussion keeps in hand.
    const std::set<std::string> own { "/api/session", "/api/account", "/api/follow", "/api/follow-ups",
        "/api/colleges/{college}/handovers", "/api/spaces/{space}/board", "/api/spaces/{space}/follow.svg",
        "/api/spaces/{space}/join.svg" };
    std::set<std::string> ids;
    std::vector<std::string> of_one;
    for (const auto& route : resources::all_routes()) {
        if (route.method != http::Method::Get || own.contains(route.pattern))
            continue;
        const auto parameters = std::count(route.pattern.begin(), route.pattern.end(), '{');
        if (parameters == 1)
            of_one.push_back(route.pattern);
        if (parameters != 0 || route.access == http::Access::Public)
            continue;
        const auto hers = directrice.get(route.pattern);
        const auto his = representative.get(route.pattern);
        EXPECT_EQ(hers.status, his.status) << route.pattern;
        EXPECT_EQ(hers.data_text(), his.data_text()) << route.pattern;
        if (hers.status == 200 && !hers.data_text().empty())
            for (auto& id : ids_in(hers.data()))
                ids.insert(std::move(id));
    }
    ASSERT_GT(ids.size(), 50U);
    for (const auto& pattern : of_one) {
        if (pattern.find("stream") != std::string::npos || pattern.find("draft") != std::string::npos)
            continue;
        const auto open = pattern.find('{');
        const auto close = pattern.find('}');
        for (const auto& id : ids) {
            const auto path = pattern.substr(0, open) + id + pattern.substr(close + 1);
            const auto hers = directrice.get(path);
            const auto his = representative.get(path);
            EXPECT_EQ(hers.status, his.status) << path;
            EXPECT_EQ(hers.data_text(), his.data_text()) << path;
        }
    }
}

} // namespace etabli::tests
