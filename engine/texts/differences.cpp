// SPDX-License-Identifier: EUPL-1.2
// engine/texts/differences.cpp

#include "engine/texts/differences.hpp"

#include <algorithm>
#include <cstdint>

namespace etabli::texts {

namespace {

/// The table has one cell per pair of words: beyond this it would hold more than eight megabytes, and the two texts
/// are shown whole, one beside the other.
constexpr std::size_t words_max = 2000;

/// How many bytes of blank stand here: a space, a line end, a tab, or the non-breaking space (U+00A0, U+202F).
std::size_t blank_at(std::string_view text, std::size_t at)
{
    if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')
        return 1;
    if (text.substr(at).starts_with("\xC2\xA0"))
        return 2;
    return text.substr(at).starts_with("\xE2\x80\xAF") ? 3 : 0;
}

bool is_mark(char c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')';
}

/// Words, marks and blanks, each a token: joined again they are the text.
std::vector<std::string_view> tokens_of(std::string_view text)
{
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        if (blank_at(text, at) > 0) {
            while (end < text.size() && blank_at(text, end) > 0)
                end += blank_at(text, end);
        } else if (is_mark(text[at])) {
            end = at + 1;
        } else {
            while (end < text.size() && blank_at(text, end) == 0 && !is_mark(text[end]))
                ++end;
        }
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

void append(std::vector<Piece>& pieces, Change change, std::string_view text)
{
    if (text.empty())
        return;
    if (pieces.empty() || pieces.back().change != change)
        pieces.push_back({ change, {} });
    pieces.back().text += text;
}

using Tokens = std::vector<std::string_view>;

/// lengths[i][j]: the longest common subsequence of what follows i in `before` and j in `after`.
std::vector<std::vector<std::uint16_t>> common_lengths(const Tokens& before, const Tokens& after)
{
    std::vector<std::vector<std::uint16_t>> lengths(before.size() + 1, std::vector<std::uint16_t>(after.size() + 1, 0));
    for (auto i = before.size(); i-- > 0;)
        for (auto j = after.size(); j-- > 0;)
            lengths[i][j] = before[i] == after[j] ? static_cast<std::uint16_t>(lengths[i + 1][j + 1] + 1)
                                                  : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    return lengths;
}

} // namespace

std::vector<Piece> differences(std::string_view before, std::string_view after)
{
    std::vector<Piece> pieces;
    const auto old_words = tokens_of(before);
    const auto new_words = tokens_of(after);
    if (old_words.size() > words_max || new_words.size() > words_max) {
        if (before == after) {
            append(pieces, Change::Same, before);
            return pieces;
        }
        append(pieces, Change::Removed, before);
        append(pieces, Change::Added, after);
        return pieces;
    }
    const auto lengths = common_lengths(old_words, new_words);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < old_words.size() && j < new_words.size()) {
        if (old_words[i] == new_words[j]) {
            append(pieces, Change::Same, old_words[i]);
            ++i;
            ++j;
        } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
            append(pieces, Change::Removed, old_words[i++]);
        } else {
            append(pieces, Change::Added, new_words[j++]);
        }
    }
    while (i < old_words.size())
        append(pieces, Change::Removed, old_words[i++]);
    while (j < new_words.size())
        append(pieces, Change::Added, new_words[j++]);
    return pieces;
}

} // namespace etabli::texts
