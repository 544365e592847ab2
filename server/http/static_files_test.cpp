// SPDX-License-Identifier: EUPL-1.2
// server/http/static_files_test.cpp

#include "server/http/static_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace etabli::http {

namespace {

namespace fs = std::filesystem;

/// Two entries, the workers of pages that open without network, and one file of the build.
class Pages : public testing::Test {
protected:
    Pages() : folder_(fs::temp_directory_path() / ("etabli-pages-" + SystemRandom().id_text()))
    {
        for (const auto* name : { "index.html", "respond.html", "q/worker.js", "c/worker.js", "assets/respond-1a2b3c4d.js" }) {
            fs::create_directories((folder_ / name).parent_path());
            std::ofstream(folder_ / name) << name;
        }
        pages_ = StaticFiles::read(folder_.string());
    }
    ~Pages() override { fs::remove_all(folder_); }

    Response at(const std::string& path) const
    {
        Request request;
        request.path = path;
        return pages_.serve(request);
    }

private:
    fs::path folder_;
    StaticFiles pages_;
};

bool says(const Response& response, const std::string& name, const std::string& value)
{
    return std::find(response.headers.begin(), response.headers.end(), std::pair(name, value)) != response.headers.end();
}

} // namespace

TEST_F(Pages, those_without_an_account_have_their_own_small_entry)
{
    for (const auto* path : { "/s/4KD-27P", "/suivi/x", "/nouvelles/x", "/q/x", "/q/x/borne", "/c/x" }) {
        EXPECT_EQ(at(path).body, "respond.html") << path;
        EXPECT_TRUE(says(at(path), "X-Robots-Tag", "noindex")) << path;
    }
    for (const auto* path : { "/", "/essayer/x", "/cadrer", "/c", "/comprendre/resultats" }) {
        EXPECT_EQ(at(path).body, "index.html") << path;
        EXPECT_FALSE(says(at(path), "X-Robots-Tag", "noindex")) << path;
    }
}

TEST_F(Pages, a_worker_stands_where_its_pages_are_and_is_asked_for_again)
{
    for (const std::string name : { "q/worker.js", "c/worker.js" }) {
        const auto worker = at("/" + name);
        EXPECT_EQ(worker.body, name);
        EXPECT_EQ(worker.content_type, "text/javascript; charset=utf-8");
        EXPECT_TRUE(says(worker, "Cache-Control", "no-cache"));
    }
}

TEST_F(Pages, a_file_of_another_version_is_not_a_page)
{
    EXPECT_EQ(at("/assets/respond-1a2b3c4d.js").body, "assets/respond-1a2b3c4d.js");
    EXPECT_EQ(at("/assets/respond-00000000.js").status, 404);
}

} // namespace etabli::http
