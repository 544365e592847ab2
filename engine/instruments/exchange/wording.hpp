// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/wording.hpp
//
// Words of a file made ours: languages under one name, HTML taken away, and what no text of ours may hold.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

/// "fr-FR", "French (fr)", "Francais" → "fr"; what is neither French nor English keeps its own name in small letters.
std::string language_of(std::string_view name);

struct PlainText {
    std::string text;
    bool had_markup = false;
    bool had_meaning = false; // markup beyond paragraphs, which remain as lines
    bool had_media = false; // a picture, a film, a script
};
/// Tags away, entities undone, one line per paragraph. A "<" that opens no tag is a "<".
PlainText without_markup(std::string_view text);

/// For formats whose words are HTML.
std::string escaped_html(std::string_view text);

/// Valid UTF-8 without control characters, trimmed, whatever came.
std::string plain(std::string_view text);

/// At most so many code points, and whether that took anything away.
std::pair<std::string, bool> cut(std::string_view text, std::size_t length_max);

/// The first words there are: French, English, any.
const std::string& any_words(const Words& words);

/// What a list of losses quotes of a file: enough to find the place.
std::string shortened(std::string_view text);

/// The same words in both our languages, of things that files name without words: yes, no, other.
Words words_in_both(std::string_view fr, std::string_view en);

} // namespace etabli::instruments::exchange
