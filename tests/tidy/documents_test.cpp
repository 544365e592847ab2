// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/documents_test.cpp
//
// Documents say what is: the list of systems is whole and its “works” can be checked, each notion has its
// line in the glossary, what links to a file of ours finds it, and every C++ file belongs to a target.

#include <gtest/gtest.h>
#include <map>
#include <set>

#include "tidy.hpp"

namespace etabli::tidy {
namespace {

constexpr std::string_view systems_path = "docs/systems.md";
// The seven families of the domain and how many systems each has: 83 in all.
const std::map<char, int> systems_of_family { { 'A', 6 }, { 'B', 17 }, { 'C', 7 }, { 'D', 11 }, { 'E', 5 }, { 'F', 18 },
    { 'G', 19 } };

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" `");
    const auto end = text.find_last_not_of(" `");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells;
    for (auto at = line.find('|'); at != std::string_view::npos;) {
        const auto end = line.find('|', at + 1);
        if (end != std::string_view::npos)
            cells.emplace_back(trimmed(line.substr(at + 1, end - at - 1)));
        at = end;
    }
    return cells;
}

bool is_system_id(const std::string& cell)
{
    return cell.size() >= 2 && systems_of_family.contains(cell[0])
        && cell.find_first_not_of("0123456789", 1) == std::string::npos;
}

/// id | system | screen | rule | test | state
void check_system_row(const SourceFiles& files, int line, const std::vector<std::string>& cells, Violations& violations)
{
    const auto wrong = [&](const std::string& what) {
        violations.push_back({ std::string(systems_path), line, cells[0] + ": " + what });
    };
    if (cells.size() != 6)
        return wrong("six columns are wanted");
    if (cells[5] != "works" && cells[5] != "not yet")
        wrong("the state is neither “works” nor “not yet”");
    if (cells[5] == "works" && find_file(files, cells[4]) == nullptr)
        wrong("it is said to work, but its test is not a file: " + cells[4]);
}

Violations check_systems(const SourceFiles& files)
{
    Violations violations;
    const auto* systems = find_file(files, systems_path);
    if (systems == nullptr)
        return { { std::string(systems_path), 0, "is missing" } };
    std::map<std::string, int> seen;
    int number = 0;
    for (const auto line : lines_of(systems->text)) {
        ++number;
        const auto cells = cells_of(line);
        if (cells.empty() || !is_system_id(cells[0]))
            continue;
        if (++seen[cells[0]] == 2)
            violations.push_back({ systems->path, number, cells[0] + " stands twice" });
        check_system_row(files, number, cells, violations);
    }
    for (const auto& [family, count] : systems_of_family)
        for (int i = 1; i <= count; ++i)
            if (const auto id = family + std::to_string(i); seen.erase(id) == 0)
                violations.push_back({ systems->path, 0, id + " is missing" });
    for (const auto& [id, count] : seen)
        violations.push_back({ systems->path, 0, id + " is not a system" });
    return violations;
}

Violations check_glossary(const SourceFiles& files)
{
    const auto* glossary = find_file(files, "GLOSSARY.md");
    std::set<std::string> folders;
    for (const auto& file : files)
        if (constexpr std::string_view domain = "domain/"; file.path.starts_with(domain))
            if (const auto end = file.path.find('/', domain.size()); end != std::string::npos)
                folders.insert(file.path.substr(domain.size(), end - domain.size()));
    Violations violations;
    for (const auto& folder : folders)
        if (glossary == nullptr || glossary->text.find("`" + folder + "`") == std::string::npos)
            violations.push_back({ "GLOSSARY.md", 0, "`" + folder + "` is not explained" });
    return violations;
}

Violations check_expected_documents(const SourceFiles& files)
{
    Violations violations;
    for (const std::string path : { "README.md", "README.fr.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "STYLE.md",
             "GLOSSARY.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "publiccode.yml" })
        if (const auto* file = find_file(files, path); file == nullptr || file->text.empty())
            violations.push_back({ path, 0, "is missing" });
    return violations;
}

/// `folder/page.md` seen from `docs/a.md` → docs/folder/page.md, with .. resolved.
std::string resolved(const std::string& from, std::string_view link)
{
    auto folder = from.find('/') == std::string::npos ? std::string() : from.substr(0, from.rfind('/') + 1);
    while (link.starts_with("../")) {
        link.remove_prefix(3);
        const auto parent = folder.size() < 2 ? std::string::npos : folder.rfind('/', folder.size() - 2);
        folder = parent == std::string::npos ? std::string() : folder.substr(0, parent + 1);
    }
    return folder + std::string(link);
}

bool exists(const SourceFiles& files, const std::string& path)
{
    for (const auto& file : files)
        if (file.path == path || file.path.starts_with(path.ends_with('/') ? path : path + "/"))
            return true;
    return false;
}

/// Links between our own pages; pictures are left out, since they are no text and may come later.
Violations check_links(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files) {
        if (!file.path.ends_with(".md"))
            continue;
        for (auto at = file.text.find("]("); at != std::string::npos; at = file.text.find("](", at + 1)) {
            const auto end = file.text.find_first_of(")# ", at + 2);
            const auto link = std::string_view(file.text).substr(at + 2, end == std::string::npos ? end : end - at - 2);
            if (link.empty() || link.find(':') != std::string_view::npos || ends_with_any(link, { ".png", ".svg" }))
                continue;
            if (!exists(files, resolved(file.path, link)))
                violations.push_back({ file.path, line_at(file.text, at), "links to nothing: " + std::string(link) });
        }
    }
    return violations;
}

bool lists_sources(std::string_view line)
{
    for (const std::string_view word : { "GLOB", "etabli_sources(", "add_executable(", "add_library(", "target_sources(" })
        if (line.find(word) != std::string_view::npos)
            return true;
    return false;
}

/// Whether a CMake file names the C++ file, or a folder it stands in. In the root and in cmake/ only lines
/// that list sources count; a folder's own CMakeLists.txt may speak of its files in any way.
bool names(const SourceFile& cmake, const std::string& path)
{
    const bool central = cmake.path == "CMakeLists.txt" || cmake.path.starts_with("cmake/");
    const auto folder = central ? std::string() : cmake.path.substr(0, cmake.path.rfind('/') + 1);
    if (!path.starts_with(folder))
        return false;
    for (const auto line : lines_of(cmake.text)) {
        if (central && !lists_sources(line))
            continue;
        if (!central && path.find('/', folder.size()) == std::string::npos && line.find("GLOB") != std::string_view::npos
            && line.find("*.cpp") != std::string_view::npos)
            return true;
        for (auto end = path.size(); end != std::string::npos && end > folder.size(); end = path.rfind('/', end - 1)) {
            const auto name = path.substr(folder.size(), end - folder.size());
            for (auto at = line.find(name); at != std::string_view::npos; at = line.find(name, at + 1))
                if (stands_alone(line, at, name.size())
                    && (at + name.size() == line.size() || line[at + name.size()] != '/'
                        || line.find("*.cpp", at) != std::string_view::npos))
                    return true;
            if (end == 0)
                break;
        }
    }
    return false;
}

Violations check_targets(const SourceFiles& files)
{
    std::vector<const SourceFile*> cmakes;
    for (const auto& file : files)
        if (file.path == "CMakeLists.txt" || ends_with_any(file.path, { "/CMakeLists.txt", ".cmake" }))
            cmakes.push_back(&file);
    Violations violations;
    for (const auto& file : files) {
        if (!file.path.ends_with(".cpp"))
            continue;
        bool named = false;
        for (const auto* cmake : cmakes)
            named = named || names(*cmake, file.path);
        if (!named)
            violations.push_back({ file.path, 0, "no target compiles it" });
    }
    return violations;
}

std::string systems_with(std::string_view last_row)
{
    std::string text;
    for (const auto& [family, count] : systems_of_family)
        for (int i = 1; i <= count; ++i)
            text += "| " + (family + std::to_string(i)) + " | s | r | r | — | not yet |\n";
    return text.substr(0, text.rfind("| G19")) + std::string(last_row) + "\n";
}

std::size_t wrong_systems(std::string_view last_row)
{
    return check_systems({ { std::string(systems_path), systems_with(last_row) }, { "tests/a_test.cpp", "x" } }).size();
}

} // namespace

TEST(Documents, a_false_line_about_a_system_is_found)
{
    EXPECT_EQ(wrong_systems("| G19 | s | r | r | `tests/a_test.cpp` | works |"), 0U);
    EXPECT_EQ(wrong_systems("| G19 | s | r | r | `tests/gone_test.cpp` | works |"), 1U);
    EXPECT_EQ(wrong_systems("| G19 | s | r | r | — | almost |"), 1U);
    EXPECT_EQ(wrong_systems("| G18 | s | r | r | — | not yet |"), 2U);
    EXPECT_EQ(wrong_systems("| G19 | s | r | r | — | not yet |\n| G20 | s | r | r | — | not yet |"), 1U);
    EXPECT_EQ(check_systems({}).size(), 1U);
}

TEST(Documents, a_notion_without_a_line_in_the_glossary_is_found)
{
    EXPECT_EQ(check_glossary({ { "domain/spaces/a.hpp", "" }, { "GLOSSARY.md", "`spaces`" } }).size(), 0U);
    EXPECT_EQ(check_glossary({ { "domain/waves/a.hpp", "" }, { "GLOSSARY.md", "`spaces`" } }).size(), 1U);
}

TEST(Documents, a_missing_document_is_found)
{
    EXPECT_EQ(check_expected_documents({ { "LICENSE", "text" } }).size(), 9U);
}

TEST(Documents, a_link_to_nothing_is_found)
{
    EXPECT_EQ(check_links({ { "docs/a.md", "[b](b.md) [c](../STYLE.md#names) [d](https://a.example/b)" } }).size(), 2U);
    EXPECT_EQ(
        check_links({ { "docs/a.md", "[b](b.md) [adr](adr)" }, { "docs/b.md", "" }, { "docs/adr/1.md", "" } }).size(), 0U);
}

TEST(Documents, a_file_no_target_compiles_is_found)
{
    const SourceFile central { "cmake/sources.cmake", "etabli_sources(SERVER server/resources)\nforeach(layer server)\n" };
    const SourceFile local { "tests/CMakeLists.txt", "file(GLOB TIDY tidy/*.cpp)\n" };
    EXPECT_EQ(check_targets({ central, { "server/resources/spaces.cpp", "" } }).size(), 0U);
    EXPECT_EQ(check_targets({ central, { "server/lost/spaces.cpp", "" } }).size(), 1U);
    EXPECT_EQ(check_targets({ central, local, { "tests/tidy/a.cpp", "" } }).size(), 0U);
    EXPECT_EQ(check_targets({ central, local, { "tests/lost/a.cpp", "" } }).size(), 1U);
}

TEST(Documents, the_list_of_systems_is_whole_and_true)
{
    EXPECT_EQ(report(check_systems(repository())), "");
}

TEST(Documents, the_glossary_explains_every_notion_of_the_domain)
{
    EXPECT_EQ(report(check_glossary(repository())), "");
}

TEST(Documents, every_expected_document_is_there)
{
    EXPECT_EQ(report(check_expected_documents(repository())), "");
}

TEST(Documents, every_link_leads_somewhere)
{
    EXPECT_EQ(report(check_links(repository())), "");
}

TEST(Documents, every_cpp_file_belongs_to_a_target)
{
    EXPECT_EQ(report(check_targets(repository())), "");
}

} // namespace etabli::tidy
