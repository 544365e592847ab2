// SPDX-License-Identifier: EUPL-1.2
// server/content/words.hpp
//
// The words the server itself says to people: mails, calendars, what is printed at start. They are the same
// locales/<language>/*.json that the pages read, flat keys and ICU MessageFormat, so that one person translates
// both. Everything else leaves the server as a code.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace etabli::content {

/// What replaces {name} in a text: a text, or a number that may choose a plural.
using WordArgument = std::pair<std::string, std::variant<std::string, std::int64_t>>;

class Words {
public:
    /// Reads every locales/<language>/*.json. `pack.missing` without the folder or without French; `pack.invalid`
    /// for a file that is not a record of texts, a key given twice, or a text ICU cannot read.
    static Result<Words> read(const std::string& folder);

    /// The text in that language; French when the language or the key is missing there; the key itself when nobody
    /// has the words, since a page that shows a key gets mended.
    std::string text(std::string_view language, std::string_view key, const std::vector<WordArgument>& arguments = {}) const;

    /// Keys of one language that the other has not, for `etabli packs check`.
    std::vector<std::string> keys_without_translation() const;

private:
    using Texts = std::map<std::string, std::string, std::less<>>;

    const std::string* find(std::string_view language, std::string_view key) const;

    std::map<std::string, Texts, std::less<>> by_language_;
};

} // namespace etabli::content
