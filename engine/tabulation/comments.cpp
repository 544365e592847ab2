// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/comments.cpp

#include "engine/tabulation/comments.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace etabli::tabulation {

using instruments::QuestionType;

std::vector<Comments> comments_of(
    const Placed& placed, const instruments::Form& form, const std::vector<std::string>& answers, Random& random)
{
    VERIFY(answers.size() == placed.cell.size());
    std::vector<Comments> all;
    for (const auto& item : form.items())
        if (item.type == QuestionType::Text)
            all.push_back({ item.code, {} });
    if (all.empty())
        return all;
    for (std::size_t ballot = 0; ballot < answers.size(); ++ballot) {
        if (!placed.cell[ballot])
            continue;
        const auto kept = kept_answers(form, answers[ballot]);
        for (auto& comments : all) {
            const auto found = kept.find(comments.item);
            if (found == kept.end())
                continue;
            if (const auto text = trimmed(std::get<std::string>(found->second)); !text.empty())
                comments.texts.emplace_back(text);
        }
    }
    for (auto& comments : all) {
        if (static_cast<std::int64_t>(comments.texts.size()) < comments_min)
            comments.texts.clear();
        random.shuffle(comments.texts);
    }
    return all;
}

namespace {

/// Bytes of the blank that stands here, 0 when none does: those that split words in a browser too (\s of ECMAScript).
std::size_t blank_at(std::string_view text)
{
    if (text.empty())
        return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r'))
        return 1;
    for (const std::string_view blank : { "\u00a0", "\u1680", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff" })
        if (text.starts_with(blank))
            return blank.size();
    // U+2000 to U+200A
    return text.starts_with("\xe2\x80") && text.size() > 2 && static_cast<unsigned char>(text[2]) <= 0x8a ? 3 : 0;
}

std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto blank = blank_at(text.substr(at));
        if (blank == 0 && at < text.size()) {
            ++at;
            continue;
        }
        if (at > begin)
            words.push_back(text.substr(begin, at - begin));
        at += std::max<std::size_t>(blank, 1);
        begin = at;
    }
    return words;
}

} // namespace

bool hides_only(std::string_view written, std::string_view shown)
{
    const auto words = words_of(written);
    auto at = words.begin();
    bool is_hidden = false; // some words before this place, one at least
    std::vector<std::string_view> piece; // shown words since the last mark
    const auto place = [&](bool is_last) {
        if (!is_hidden) {
            const bool is_there
                = static_cast<std::size_t>(words.end() - at) >= piece.size() && std::equal(piece.begin(), piece.end(), at);
            at += is_there ? static_cast<std::ptrdiff_t>(piece.size()) : 0;
            return is_there && (!is_last || at == words.end());
        }
        if (static_cast<std::size_t>(words.end() - at) <= piece.size())
            return false;
        // The earliest place of each piece leaves most room for those after it; the last one stands at the end.
        const auto found = is_last ? words.end() - static_cast<std::ptrdiff_t>(piece.size())
                                   : std::search(at + 1, words.end(), piece.begin(), piece.end());
        if (found + static_cast<std::ptrdiff_t>(piece.size()) > words.end() || !std::equal(piece.begin(), piece.end(), found))
            return false;
        at = found + static_cast<std::ptrdiff_t>(piece.size());
        return true;
    };
    for (const auto word : words_of(shown)) {
        if (word != hidden_words) {
            piece.push_back(word);
            continue;
        }
        if (!place(false))
            return false;
        is_hidden = true;
        piece.clear();
    }
    return place(true);
}

} // namespace etabli::tabulation
