// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/comments.cpp

#include "engine/tabulation/comments.hpp"

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
                comments.texts.push_back(std::string(text));
        }
    }
    for (auto& comments : all) {
        if (static_cast<std::int64_t>(comments.texts.size()) < comments_min)
            comments.texts.clear();
        random.shuffle(comments.texts);
    }
    return all;
}

bool hides_only(std::string_view written, std::string_view shown)
{
    const auto mark = shown.find(hidden_words);
    if (mark == std::string_view::npos)
        return written == shown;
    const auto first = shown.substr(0, mark);
    if (!written.starts_with(first))
        return false;
    written.remove_prefix(first.size());
    shown.remove_prefix(mark + hidden_words.size());
    // The earliest place of each piece leaves most room for those after it.
    for (auto next = shown.find(hidden_words); next != std::string_view::npos; next = shown.find(hidden_words)) {
        const auto piece = shown.substr(0, next);
        const auto found = written.find(piece);
        if (found == std::string_view::npos)
            return false;
        written.remove_prefix(found + piece.size());
        shown.remove_prefix(next + hidden_words.size());
    }
    return written.ends_with(shown);
}

} // namespace etabli::tabulation
