// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/files_test.cpp
//
// What holds for every file whatever it says: how it opens, how long it is, what must not be left in it.

#include <array>
#include <gtest/gtest.h>
#include <map>

#include "tidy.hpp"

namespace etabli::tidy {
namespace {

constexpr std::string_view licence_mark = "SPDX-License-Identifier: EUPL-1.2";
constexpr std::size_t opening_lines = 4; // a script's first line is its interpreter
constexpr std::size_t file_lines_max = 400; // beyond, there is a second subject to look for
constexpr std::string_view long_files_list = "tests/tidy/long_files.txt";

bool is_source(const SourceFile& file)
{
    return ends_with_any(file.path, { ".cpp", ".hpp", ".ts", ".tsx", ".css", ".sql", ".sh", ".mjs" }) || file.path == "dev"
        || starts_with_any(file.path, { ".ci/", "tools/hooks/" });
}

std::string opening_of(const SourceFile& file)
{
    std::string opening;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < std::min(opening_lines, lines.size()); ++i)
        opening.append(lines[i]).append("\n");
    return opening;
}

/// The licence on the first line, or on the second below a script's own first line.
Violations check_licence_mark(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files) {
        if (!is_source(file) || is_generated(file))
            continue;
        const auto lines = lines_of(file.text);
        const bool script = !lines.empty() && starts_with_any(lines[0], { "#!", "# shellcheck" });
        const std::size_t expected = script ? 1 : 0;
        if (lines.size() <= expected || lines[expected].find(licence_mark) == std::string_view::npos)
            violations.push_back({ file.path, 1, "does not begin with " + std::string(licence_mark) });
    }
    return violations;
}

Violations check_path_named(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files)
        if (is_source(file) && !is_generated(file) && opening_of(file).find(" " + file.path) == std::string::npos)
            violations.push_back({ file.path, 2, "the opening comment does not name the path" });
    return violations;
}

Violations check_long_files(const SourceFiles& files)
{
    std::map<std::string, std::size_t> lengths;
    for (const auto& file : files)
        if (is_source(file) && !is_generated(file))
            lengths[file.path] = lines_of(file.text).size();

    Violations violations;
    std::map<std::string, bool> excused;
    if (const auto* list = find_file(files, long_files_list)) {
        int number = 0;
        for (const auto line : lines_of(list->text)) {
            ++number;
            if (line.empty() || line.starts_with('#'))
                continue;
            const std::string path(line.substr(0, line.find(' ')));
            excused[path] = true;
            if (line.find_first_not_of(' ', path.size()) == std::string_view::npos)
                violations.push_back({ list->path, number, path + " is excused without a reason" });
            if (!lengths.contains(path) || lengths[path] <= file_lines_max)
                violations.push_back({ list->path, number, path + " is not long, or is gone: strike it out" });
        }
    }
    for (const auto& [path, length] : lengths)
        if (length > file_lines_max && !excused.contains(path))
            violations.push_back({ path, 0, std::to_string(length) + " lines: what is the second subject?" });
    return violations;
}

/// Words that say “later” with no date. FIXME stays allowed: it says what is wrong.
Violations check_leftovers(const SourceFiles& files)
{
    constexpr std::array<std::string_view, 3> leftovers { "TODO", "XXX", "HACK" };
    Violations violations;
    for (const auto& file : files) {
        if (file.path.starts_with("tests/tidy/") || file.path.ends_with("package-lock.json"))
            continue;
        for (const auto leftover : leftovers)
            for (auto at = file.text.find(leftover); at != std::string::npos; at = file.text.find(leftover, at + 1))
                if (stands_alone(file.text, at, leftover.size()))
                    violations.push_back({ file.path, line_at(file.text, at), std::string(leftover) });
    }
    return violations;
}

bool continues_a_path(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view("._-}/").find(c) != std::string_view::npos;
}

/// Somebody's own folders, and the hosts things were downloaded from: both are wrong everywhere else.
Violations check_machine(const SourceFiles& files)
{
    constexpr std::array<std::string_view, 4> folders { "/work/", "/root/", "/home/", "/tmp/" };
    constexpr std::array<std::string_view, 7> hosts { "registry.npmjs.org", "registry.yarnpkg.com", "npmmirror.com",
        "deb.debian.org", "deb.nodesource.com", "raw.githubusercontent.com", "artifactory" };
    Violations violations;
    for (const auto& file : files) {
        if (file.path.starts_with("tests/tidy/"))
            continue;
        for (const auto folder : folders)
            for (auto at = file.text.find(folder); at != std::string::npos; at = file.text.find(folder, at + 1))
                if (at == 0 || !continues_a_path(file.text[at - 1]))
                    violations.push_back({ file.path, line_at(file.text, at), "a machine's folder: " + std::string(folder) });
        for (const auto host : hosts)
            if (const auto at = file.text.find(host); at != std::string::npos)
                violations.push_back({ file.path, line_at(file.text, at), "a download host: " + std::string(host) });
    }
    return violations;
}

std::string marked(std::string_view path, std::string_view rest = "")
{
    return "// " + std::string(licence_mark) + "\n// " + std::string(path) + "\n" + std::string(rest);
}

} // namespace

TEST(Files, a_file_without_its_licence_is_found)
{
    EXPECT_EQ(check_licence_mark({ { "base/a.cpp", "// base/a.cpp\n" } }).size(), 1U);
    EXPECT_EQ(check_licence_mark({ { "base/a.cpp", "" } }).size(), 1U);
    EXPECT_EQ(check_licence_mark({ { "base/a.cpp", marked("base/a.cpp") } }).size(), 0U);
    EXPECT_EQ(check_licence_mark({ { "tools/a.sh", "#!/bin/sh\n# " + std::string(licence_mark) + "\n" } }).size(), 0U);
    EXPECT_EQ(check_licence_mark({ { "packs/a.json", "{}" } }).size(), 0U);
}

TEST(Files, a_file_that_names_another_path_is_found)
{
    EXPECT_EQ(check_path_named({ { "base/b.cpp", marked("base/a.cpp") } }).size(), 1U);
    EXPECT_EQ(check_path_named({ { "base/a.cpp", marked("base/a.cpp") } }).size(), 0U);
}

TEST(Files, a_long_file_needs_a_reason)
{
    const SourceFile long_file { "base/a.cpp", std::string(401, '\n') };
    EXPECT_EQ(check_long_files({ long_file }).size(), 1U);
    EXPECT_EQ(check_long_files({ long_file, { std::string(long_files_list), "base/a.cpp one table\n" } }).size(), 0U);
    EXPECT_EQ(check_long_files({ long_file, { std::string(long_files_list), "base/a.cpp\n" } }).size(), 1U);
    EXPECT_EQ(check_long_files({ { std::string(long_files_list), "base/gone.cpp one table\n" } }).size(), 1U);
    EXPECT_EQ(check_long_files({ { "base/a.cpp", std::string(400, '\n') } }).size(), 0U);
}

TEST(Files, what_was_left_for_later_is_found)
{
    EXPECT_EQ(check_leftovers({ { "base/a.cpp", "// TODO: later\n// a HACK\n" } }).size(), 2U);
    EXPECT_EQ(check_leftovers({ { "tools/a.sh", "mktemp etabli.XXXXXX\n" } }).size(), 0U);
}

TEST(Files, a_machine_is_recognised)
{
    EXPECT_EQ(check_machine({ { "docs/a.md", "see /root/notes.txt\n" } }).size(), 1U);
    EXPECT_EQ(check_machine({ { "web/package-lock.json", "https://registry.npmjs.org/a\n" } }).size(), 1U);
    EXPECT_EQ(check_machine({ { "docs/a.md", "GET /api/work/7 and ${TMPDIR:-/tmp}/x\n" } }).size(), 0U);
}

TEST(Files, every_source_of_the_tree_has_its_licence)
{
    EXPECT_EQ(report(check_licence_mark(repository())), "");
}

TEST(Files, every_source_of_the_tree_names_its_path)
{
    EXPECT_EQ(report(check_path_named(repository())), "");
}

TEST(Files, the_tree_has_no_long_file_without_a_reason)
{
    EXPECT_EQ(report(check_long_files(repository())), "");
}

TEST(Files, nothing_in_the_tree_is_left_for_later)
{
    EXPECT_EQ(report(check_leftovers(repository())), "");
}

TEST(Files, the_tree_names_no_machine)
{
    EXPECT_EQ(report(check_machine(repository())), "");
}

} // namespace etabli::tidy
