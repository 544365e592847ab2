// SPDX-License-Identifier: EUPL-1.2
// tests/support/demonstration.hpp
//
// A story that begins in the demonstration, loaded as `serve --demo` loads it, and whose people come in by their key.

#pragma once

#include "tests/support/story.hpp"

#include "server/content/demo/load.hpp"

namespace etabli::tests {

class OnTheDemonstration : public Story {
protected:
    void SetUp() override
    {
        demo_ = true;
        Story::SetUp();
    }
    void populate() override { ASSERT_TRUE(must(content::demo::load(database(), packs(), clock_.today(), random_))); }

    Browser entered_as(const std::string& key)
    {
        auto browser = somebody();
        EXPECT_EQ(browser.post("/api/session/demo", { { "key", key } }).status, 201) << key;
        return browser;
    }
};

} // namespace etabli::tests
