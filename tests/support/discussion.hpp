// SPDX-License-Identifier: EUPL-1.2
// tests/support/discussion.hpp
//
// A discussion played over HTTP: prepared and opened by its facilitator, written in from phones without account.

#pragma once

#include "tests/support/story.hpp"

namespace etabli::tests {

/// A phone that came in: it keeps its secret in a header, and no cookie.
class Phone {
public:
    Phone(Browser browser, std::string code) : browser_(std::move(browser)), code_(std::move(code)) { }

    Reply look() { return browser_.get("/api/s/" + code_); }
    Reply enter();
    /// Writes under a key of its own, or again under one it used.
    Reply write(const std::string& words, const std::string& key = "", const std::string& kind = "situation");
    Reply withdraw(const std::string& key) { return browser_.remove("/api/s/" + code_ + "/contributions/" + key); }
    Reply react(const std::string& sentence, const std::string& answer);
    Reply take_back(const std::string& sentence) { return browser_.remove("/api/s/" + code_ + "/reactions/" + sentence); }

    const std::string& secret() const { return secret_; }
    Browser& browser() { return browser_; }

private:
    Browser browser_;
    std::string code_;
    std::string secret_;
};

/// A copy, which outlives the reply it came in: `for (const auto& each : list(reply.data().at("items")))`.
inline json::array list(const json::value& items)
{
    return items.as_array();
}

class Discussions : public Story {
protected:
    /// What a facilitator fills in; `changes` are written over it.
    json::object draft(const json::object& changes = {});
    /// Prepared and opened by `person`; its id.
    std::string opened_by(const std::string& person, const json::object& changes = {});
    json::value board(Browser& facilitator, const std::string& space);
    /// The code without its hyphen.
    std::string code_of(Browser& facilitator, const std::string& space);
    std::vector<Phone> phones(const std::string& code, std::size_t count);
    /// Each phone writes one sentence: "phrase 0", "phrase 1"…
    void everybody_writes(std::vector<Phone>& all);
    std::string key() { return random_.id_text(); }
};

} // namespace etabli::tests
