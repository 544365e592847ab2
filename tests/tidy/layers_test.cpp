// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/layers_test.cpp
//
// Who may include whom. CMake's linking holds the big arrows; this holds them by reading, and holds the finer
// rules that linking cannot see: between the folders of domain/, and which library stays where.

#include <array>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "tidy.hpp"

namespace etabli::tidy {
namespace {

std::string first_folder(std::string_view path)
{
    const auto end = path.find('/');
    return end == std::string_view::npos ? std::string() : std::string(path.substr(0, end));
}

/// domain/spaces/charter.hpp → spaces; empty when the file is not inside a folder of domain/.
std::string domain_folder(std::string_view path)
{
    constexpr std::string_view domain = "domain/";
    return path.starts_with(domain) ? first_folder(path.substr(domain.size())) : std::string();
}

const std::map<std::string, std::set<std::string>> may_include {
    { "base", { "base" } },
    { "engine", { "base", "engine" } },
    { "domain", { "base", "engine", "domain" } },
    { "store", { "base", "engine", "domain", "store" } },
    { "server", { "base", "engine", "domain", "store", "server" } },
    { "cli", { "base", "engine", "domain", "store", "cli" } },
};

/// The command line works without a server, but for the commands that are about the server, or its content: packs and words.
bool may_know_the_server(std::string_view path)
{
    return starts_with_any(path,
        { "cli/serve", "cli/openapi", "cli/packs", "cli/doctor", "cli/places", "cli/verify", "cli/handover", "cli/chart" });
}

Violations check_layers(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files) {
        const auto rule = may_include.find(first_folder(file.path));
        if (!is_cpp(file) || rule == may_include.end())
            continue;
        for (const auto& include : includes_of(file)) {
            const auto target = first_folder(include.target);
            const bool ours = may_include.contains(target) || target == "tests" || target == "bench";
            const bool allowed = rule->second.contains(target) || (target == "tests" && is_test_code(file))
                || (target == "server" && may_know_the_server(file.path));
            if (ours && !allowed)
                violations.push_back(
                    { file.path, include.line, rule->first + " does not know " + target + ": " + include.target });
        }
    }
    return violations;
}

/// What two folders of domain/ both need moves to people, to places or to base.
Violations check_domain_folders(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files) {
        const auto here = domain_folder(file.path);
        if (!is_cpp(file) || here.empty())
            continue;
        for (const auto& include : includes_of(file)) {
            const auto there = domain_folder(include.target);
            if (!there.empty() && there != here && there != "people" && there != "places")
                violations.push_back({ file.path, include.line, "domain/" + here + " includes domain/" + there });
        }
    }
    return violations;
}

struct Confined {
    std::string_view header;
    std::string_view folder;
};
constexpr std::array confined_headers {
    Confined { "boost/beast", "server/http/" },
    Confined { "boost/asio", "server/http/" },
    Confined { "sqlite3.h", "store/" },
    Confined { "libpq-fe.h", "store/" },
    Confined { "CLI/", "cli/" },
};

Violations check_confined_headers(const SourceFiles& files)
{
    Violations violations;
    for (const auto& file : files) {
        if (!is_cpp(file) || file.path.starts_with("tests/"))
            continue;
        for (const auto& include : includes_of(file))
            for (const auto& confined : confined_headers)
                if (include.target.starts_with(confined.header) && !file.path.starts_with(confined.folder))
                    violations.push_back(
                        { file.path, include.line, include.target + " is known only under " + std::string(confined.folder) });
    }
    return violations;
}

std::size_t found_in(Violations (*check)(const SourceFiles&), std::string path, std::string_view target)
{
    return check({ { std::move(path), "#include \"" + std::string(target) + "\"\n" } }).size();
}

} // namespace

TEST(Layers, an_arrow_pointing_up_is_found)
{
    EXPECT_EQ(found_in(check_layers, "base/ids.cpp", "engine/statistics/mean.hpp"), 1U);
    EXPECT_EQ(found_in(check_layers, "domain/spaces/space.cpp", "store/spaces.hpp"), 1U);
    EXPECT_EQ(found_in(check_layers, "store/spaces.cpp", "server/http/server.hpp"), 1U);
    EXPECT_EQ(found_in(check_layers, "cli/backup.cpp", "server/http/server.hpp"), 1U);
    EXPECT_EQ(found_in(check_layers, "engine/charts/run.cpp", "tests/support.hpp"), 1U);
    EXPECT_EQ(found_in(check_layers, "server/resources/spaces.cpp", "cli/main.hpp"), 1U);
}

TEST(Layers, an_arrow_pointing_down_is_allowed)
{
    EXPECT_EQ(found_in(check_layers, "store/spaces.cpp", "domain/spaces/space.hpp"), 0U);
    EXPECT_EQ(found_in(check_layers, "cli/serve.cpp", "server/http/server.hpp"), 0U);
    EXPECT_EQ(found_in(check_layers, "store/spaces_test.cpp", "tests/support.hpp"), 0U);
    EXPECT_EQ(found_in(check_layers, "base/ids.cpp", "sodium.h"), 0U);
}

TEST(Layers, folders_of_domain_do_not_include_one_another)
{
    EXPECT_EQ(found_in(check_domain_folders, "domain/spaces/space.hpp", "domain/surveys/survey.hpp"), 1U);
    EXPECT_EQ(found_in(check_domain_folders, "domain/spaces/space.hpp", "domain/people/college.hpp"), 0U);
    EXPECT_EQ(found_in(check_domain_folders, "domain/spaces/space.hpp", "domain/spaces/charter.hpp"), 0U);
}

TEST(Layers, libraries_stay_where_they_are_known)
{
    EXPECT_EQ(found_in(check_confined_headers, "server/resources/spaces.cpp", "boost/asio/awaitable.hpp"), 1U);
    EXPECT_EQ(found_in(check_confined_headers, "server/http/listener.cpp", "boost/asio/awaitable.hpp"), 0U);
    EXPECT_EQ(found_in(check_confined_headers, "cli/backup.cpp", "sqlite3.h"), 1U);
    EXPECT_EQ(found_in(check_confined_headers, "store/sqlite.cpp", "libpq-fe.h"), 0U);
}

TEST(Layers, the_tree_follows_the_arrows)
{
    EXPECT_EQ(report(check_layers(repository())), "");
}

TEST(Layers, the_tree_keeps_domain_folders_apart)
{
    EXPECT_EQ(report(check_domain_folders(repository())), "");
}

TEST(Layers, the_tree_confines_its_libraries)
{
    EXPECT_EQ(report(check_confined_headers(repository())), "");
}

} // namespace etabli::tidy
