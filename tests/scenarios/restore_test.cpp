// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/restore_test.cpp
//
// A backup taken while people were still writing, brought back after the charter's day: what was to be destroyed is
// destroyed before a server can serve it. Played with the real `etabli backup`, `restore` and `serve`, by their clock.

#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/migrations.hpp"
#include "tests/support/discussion.hpp"
#include "tests/support/program.hpp"

namespace etabli::tests {

namespace {

constexpr int days_ago = 70; // when people wrote; what they wrote was to be destroyed ten days ago
constexpr const char* shown_words = "Le téléphone sonne pendant la toilette";
constexpr const char* waiting_words = "Personne ne décroche la nuit";
constexpr const char* told_words = "Une toilette et le téléphone";
constexpr const char* kept_words = "La salle de soins est trop loin";
constexpr const char* idea_words = "Une personne garde le téléphone";

std::string content_of(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

class RestoredBackups : public Discussions {
protected:
    void populate() override
    {
        clock_.set(SystemClock().now().plus(-std::chrono::hours(24 * days_ago)));
        Story::populate();
    }
    /// Five people write these words, each in their own way.
    void five_write(std::vector<Phone>& team, const std::string& words)
    {
        for (std::size_t at = 0; at < team.size(); ++at)
            EXPECT_EQ(team[at].write(words + " " + std::to_string(at)).status, 201);
    }
    /// Under way, with words shown, words that wait, a situation, and an idea taken from none of them; its id.
    std::string discussion_under_way()
    {
        const auto id = opened_by("cadre", { { "destroy_on", day(days_ago - 10) } });
        auto cadre = as("cadre");
        const auto code = code_of(cadre, id);
        auto team = phones(code, 5);
        five_write(team, shown_words);
        EXPECT_EQ(cadre.post("/api/spaces/" + id + "/release", json::object {}).status, 201);
        EXPECT_EQ(team[0].write(waiting_words).status, 201);
        EXPECT_EQ(
            cadre
                .post("/api/spaces/" + id + "/situations",
                    { { "title", "Huit heures" }, { "asked", "Une toilette" }, { "done", told_words },
                        { "helps", json::array {} }, { "hinders", json::array {} }, { "cost_care", "" }, { "cost_work", "" } })
                .status,
            201);
        EXPECT_EQ(cadre.post("/api/spaces/" + id + "/ideas", { { "words", idea_words }, { "sort", "we_decide" } }).status, 201);
        codes_.push_back(code);
        return id;
    }
    /// Another one, whose day has not come.
    std::string discussion_to_keep()
    {
        const auto id = opened_by("cadre", { { "destroy_on", day(days_ago + 20) } });
        auto cadre = as("cadre");
        auto team = phones(code_of(cadre, id), 5);
        five_write(team, kept_words);
        EXPECT_EQ(cadre.post("/api/spaces/" + id + "/release", json::object {}).status, 201);
        return id;
    }
    static bool somewhere(store::Database& database, const std::string& words)
    {
        return must(database.read([&](store::Reader& reader) -> Result<bool> {
            for (const auto& table : store::table_names()) {
                const auto rows = TRY(reader.query("select * from " + table));
                for (const auto& row : rows.rows)
                    for (const auto& cell : row)
                        if (const auto* text = std::get_if<std::string>(&cell); text && text->find(words) != text->npos)
                            return true;
            }
            return false;
        }));
    }
    static bool in_the_files_of(const std::string& folder, const std::string& words)
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file() && content_of(entry.path()).find(words) != std::string::npos)
                return true;
        return false;
    }
    static std::string done(const store::DatabaseSettings& where, std::vector<std::string> words)
    {
        Program program(etabli_on(where, std::move(words)));
        EXPECT_EQ(program.wait_for_its_end(), 0) << program.said();
        return program.said();
    }

    std::vector<std::string> codes_;
};
STORIES(RestoredBackups);

TEST_P(RestoredBackups, what_was_due_meanwhile_is_gone_before_anybody_reads)
{
    const auto due = discussion_under_way();
    const auto kept = discussion_to_keep();
    const FreshDatabase elsewhere(GetParam());
    const auto file = where().folder + "/backup.jsonl";
    done(where(), { "backup", "--out", file });
    for (const auto* words : { shown_words, waiting_words, told_words, kept_words })
        ASSERT_NE(content_of(file).find(words), std::string::npos) << words;

    done(elsewhere.settings(), { "restore", file });
    {
        const auto restored = elsewhere.open();
        for (const auto* words : { shown_words, waiting_words, told_words })
            EXPECT_FALSE(somewhere(*restored, words)) << words;
        EXPECT_TRUE(somewhere(*restored, kept_words));
        EXPECT_TRUE(somewhere(*restored, idea_words));
        EXPECT_TRUE(must(restored->integrity_findings()).empty());
    }
    if (GetParam() == store::Engine::Sqlite) {
        // Nor on the disk; PostgreSQL keeps dead rows until it sweeps them (docs/discussions.md).
        for (const auto* words : { shown_words, waiting_words, told_words })
            EXPECT_FALSE(in_the_files_of(elsewhere.folder(), words)) << words;
        EXPECT_TRUE(in_the_files_of(elsewhere.folder(), kept_words));
    }

    Program link(etabli_on(elsewhere.settings(), { "account", "link", "cadre@essais.example" }));
    ASSERT_EQ(link.wait_for_its_end(), 0) << link.said();
    Program server(etabli_on(elsewhere.settings(), { "serve", "--listen", "127.0.0.1:0" }));
    server.listen(std::chrono::seconds(20), "http://");
    Browser cadre(address_said(server));
    ASSERT_EQ(cadre.post("/api/session/link", { { "token", link_said(link) } }).status, 201);
    const auto after = cadre.get("/api/spaces/" + due).data();
    EXPECT_EQ(after.at("space").at("state").as_string(), "destroyed");
    EXPECT_TRUE(cadre.get("/api/spaces/" + due + "/board").data().at("contributions").as_array().empty());
    EXPECT_TRUE(after.at("situations").as_array().empty());
    EXPECT_EQ(after.at("ideas").as_array().size(), 1U);
    EXPECT_EQ(after.at("proposals").as_array().size(), 1U);
    EXPECT_EQ(cadre.get("/api/spaces/" + kept + "/board").data().at("contributions").as_array().size(), 5U);
    EXPECT_NE(Browser(address_said(server)).get("/api/s/" + codes_.at(0)).status, 200);
}

} // namespace etabli::tests
