// SPDX-License-Identifier: EUPL-1.2
// engine/texts/stems.cpp

#include "engine/texts/stems.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <libstemmer.h>

namespace etabli::texts {

namespace {

struct Closed {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// Latin-1 supplement, U+00C0 to U+00FF, without accents and in lower case.
constexpr std::array<std::string_view, 64> latin { "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",
    "i", "d", "n", "o", "o", "o", "o", "o", "x", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae",
    "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "/", "o", "u", "u", "u", "u", "y", "th",
    "y" };

/// Articles, pronouns and prepositions that would match everything.
constexpr std::array<std::string_view, 50> stop_words { "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du",
    "elle", "en", "est", "et", "eux", "il", "ils", "je", "la", "le", "les", "leur", "lui", "ma", "mais", "me", "mes", "mon",
    "ne", "nos", "notre", "nous", "on", "ou", "par", "pas", "pour", "qu", "que", "qui", "sa", "se", "ses", "son", "sur", "un",
    "une", "vos", "votre", "vous" };

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

std::string folded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        if (byte == 0xC3 && next >= 0x80 && next < 0xC0) {
            out += latin[next - 0x80U];
            ++at;
        } else if (byte == 0xC5 && (next == 0x92 || next == 0x93)) {
            out += "oe";
            ++at;
        } else if (byte >= 'A' && byte <= 'Z') {
            out.push_back(static_cast<char>(byte - 'A' + 'a'));
        } else {
            out.push_back(text[at]);
        }
    }
    return out;
}

std::vector<std::string> words(std::string_view text)
{
    const auto plain = folded(text);
    std::vector<std::string> found;
    for (std::size_t at = 0; at < plain.size();) {
        if (!is_word(plain[at])) {
            ++at;
            continue;
        }
        const auto end = static_cast<std::size_t>(
            std::find_if_not(plain.begin() + static_cast<std::ptrdiff_t>(at), plain.end(), is_word) - plain.begin());
        std::string_view word = std::string_view(plain).substr(at, end - at);
        at = end;
        // The stemmer takes the end of "transmissions" for a verb's; of "transmission" it does not.
        if (word.size() > 3 && word.ends_with('s'))
            word.remove_suffix(1);
        if (word.size() >= 2 && std::find(stop_words.begin(), stop_words.end(), word) == stop_words.end())
            found.emplace_back(word);
    }
    return found;
}

std::string stem(std::string_view word)
{
    // One stemmer per thread: it keeps its own buffer.
    thread_local const std::unique_ptr<sb_stemmer, Closed> stemmer(sb_stemmer_new("french", "UTF_8"));
    const auto* root
        = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    return { reinterpret_cast<const char*>(root), static_cast<std::size_t>(sb_stemmer_length(stemmer.get())) };
}

std::vector<std::string> stems(std::string_view text)
{
    auto found = words(text);
    for (auto& word : found)
        word = stem(word);
    return found;
}

} // namespace etabli::texts
