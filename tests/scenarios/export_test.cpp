// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/export_test.cpp
//
// An establishment takes away what its colleges read: all of it, nothing of its neighbours, nothing that a charter
// keeps, nothing that opens a door.

#include <filesystem>
#include <fstream>
#include <set>

#include "tests/support/story.hpp"

#include "server/content/demo/load.hpp"
#include "store/exports.hpp"
#include "store/migrations.hpp"
#include "store/places.hpp"

namespace etabli::tests {

namespace {

namespace fs = std::filesystem;

int run(const std::string& command)
{
    const auto status = std::system((command + " > /dev/null 2> /dev/null").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<json::object> lines_of(const fs::path& file)
{
    std::ifstream in(file);
    std::vector<json::object> rows;
    for (std::string line; std::getline(in, line);)
        rows.push_back(must(parse_json(line)).as_object());
    return rows;
}

std::string all_text(const fs::path& folder)
{
    std::string text;
    for (const auto& file : fs::directory_iterator(folder)) {
        std::ifstream in(file.path());
        text.append(std::istreambuf_iterator<char>(in), {});
    }
    return text;
}

} // namespace

class Exports : public Story {
protected:
    void populate() override { ASSERT_TRUE(must(content::demo::load(database(), packs(), clock_.today(), random_))); }

    PlaceId corbrioux()
    {
        return must(database().read([](store::Reader& reader) -> Result<PlaceId> {
            for (const auto& place : TRY(store::directory(reader)))
                if (place.name == "Centre hospitalier de Corbrioux")
                    return place.id;
            return Problem("not_found");
        }));
    }
    int export_to(const fs::path& folder, const std::string& place)
    {
        auto command = std::string(ETABLI_BINARY) + " export --data " + where().folder + " --out " + folder.string();
        if (!where().postgres_url.empty())
            command += " --database '" + where().postgres_url + "'";
        return run(command + (place.empty() ? "" : " --place " + place));
    }
};
STORIES(Exports);

TEST_P(Exports, every_table_is_taken_or_left_for_a_reason)
{
    std::multiset<std::string> told;
    for (const auto& table : store::exported_tables())
        told.insert(table.name);
    for (const auto& table : store::left_out_tables()) {
        EXPECT_FALSE(table.why.empty()) << table.name;
        told.insert(table.name);
    }
    const auto names = store::table_names();
    EXPECT_EQ(std::multiset<std::string>(names.begin(), names.end()), told);
}

TEST_P(Exports, a_folder_holds_what_the_colleges_read)
{
    const auto folder = fs::path(where().folder) / "taken";
    const auto place = corbrioux().text();
    ASSERT_EQ(export_to(folder, place), 0);
    EXPECT_GE(lines_of(folder / "proposal.jsonl").size(), 14U);
    EXPECT_EQ(lines_of(folder / "experiment.jsonl").size(), 4U);
    EXPECT_FALSE(lines_of(folder / "audit_entry.jsonl").empty());
    EXPECT_TRUE(lines_of(folder / "sheet_version.jsonl").front().at("contents").is_object());
    for (const auto* table : { "space", "proposal", "experiment", "sheet", "gate", "thread_node" })
        for (const auto& row : lines_of(folder / (std::string(table) + ".jsonl")))
            EXPECT_EQ(row.at("establishment_id").as_string(), place) << table;
    std::map<std::string, std::int64_t> shared; // what was written before the sharing is its authors'
    for (const auto& sheet : lines_of(folder / "sheet.jsonl"))
        shared[std::string(sheet.at("id").as_string())] = sheet.at("shared_version").as_int64();
    std::set<std::string> current;
    for (const auto& version : lines_of(folder / "sheet_version.jsonl")) {
        EXPECT_GE(version.at("number").as_int64(), shared.at(std::string(version.at("sheet_id").as_string())));
        current.emplace(version.at("sheet_id").as_string());
    }
    EXPECT_EQ(current.size(), shared.size());
    EXPECT_EQ(fs::status(folder / "proposal.jsonl").permissions() & fs::perms::others_read, fs::perms::none);

    const auto text = all_text(folder);
    EXPECT_EQ(text.find("@corbrioux.example"), std::string::npos) << "an address";
    EXPECT_EQ(text.find("$argon2"), std::string::npos);
    must(database().read([&](store::Reader& reader) -> Result<void> {
        const auto said = TRY(reader.query("select words from contribution where state <> 'destroyed' and words <> ''"));
        EXPECT_GT(said.size(), 0U);
        const auto waiting = TRY(reader.query("select words from waiting_contribution"));
        for (std::size_t row = 0; row < waiting.size(); ++row)
            EXPECT_EQ(text.find(waiting.text(row, "words")), std::string::npos);
        return {};
    }));
}

TEST_P(Exports, is_written_over_nothing_and_of_nobody_unnamed)
{
    const auto folder = fs::path(where().folder) / "taken";
    EXPECT_EQ(export_to(folder, ""), 1); // six establishments: which?
    fs::remove_all(folder);
    EXPECT_EQ(export_to(folder, "000000000"), 1);
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "mine.txt") << "mine";
    EXPECT_NE(export_to(folder, corbrioux().text()), 0);
    EXPECT_EQ(all_text(folder), "mine");
}

} // namespace etabli::tests
