// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/speech.hpp
//
// Which of a file's languages become ours, and its words in them.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

class Speech {
public:
    /// French and English as far as half of the questions are asked in them. Where there is neither, or no language is named, the
    /// file's own is taken for French, and that is said.
    Speech(const Draft& draft, std::vector<Lost>& lost);

    const std::vector<std::string>& languages() const { return languages_; }

    /// In every language we speak; the fallback, which is a name, where there are no words at all.
    Wording wording(const std::string& where, const Words& words, std::string_view fallback) const;
    /// Nothing without words.
    std::optional<Wording> wording_if_any(const std::string& where, const Words& words) const;

private:
    std::string text_in(std::string_view language, const Words& words, const std::string& where) const;
    std::string clean(std::string_view text, const std::string& where) const;

    Markup markup_;
    std::string placeholder_;
    std::string default_; // of words whose language is not said
    std::vector<std::string> languages_; // the one most is said in first
    std::map<std::string, std::string, std::less<>> sources_; // ours, and the file's that it comes from
    std::vector<Lost>& lost_;
};

} // namespace etabli::instruments::exchange
