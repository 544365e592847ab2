// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/speech.cpp

#include "engine/instruments/exchange/speech.hpp"

#include <algorithm>

#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

using Counts = std::map<std::string, std::size_t, std::less<>>;

/// How many questions are asked in each language.
Counts spoken_in(const Draft& draft)
{
    Counts counts;
    for (const auto& section : draft.sections)
        for (const auto& question : section.questions)
            for (const auto& [language, text] : question.text)
                if (!trimmed(text).empty())
                    ++counts[language.empty() ? draft.language : language];
    return counts;
}

/// "{name}" that LimeSurvey and SurveyJS, "${name}" that XLSForm replaces by an answer. A brace before a space is a brace.
bool holds_placeholder(std::string_view text, std::string_view opening)
{
    if (opening.empty())
        return false;
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
        const auto next = at + opening.size();
        const auto end = text.find('}', next);
        if (end != std::string_view::npos && end > next && text[next] != ' ')
            return true;
    }
    return false;
}

} // namespace

Speech::Speech(const Draft& draft, std::vector<Lost>& lost)
    : markup_(draft.markup)
    , placeholder_(draft.placeholder)
    , default_(draft.language)
    , lost_(lost)
{
    const auto counts = spoken_in(draft);
    const auto count = [&](std::string_view language) {
        const auto found = counts.find(language);
        return found == counts.end() ? std::size_t { 0 } : found->second;
    };
    for (const auto* ours : { "fr", "en" })
        if (count(ours) > 0 || draft.language == ours)
            sources_.emplace(ours, ours);
    // No language is named, or none that is ours: whoever reads the list of losses decides what it was.
    const bool is_named = sources_.contains("fr") || (!counts.contains("") && sources_.contains("en"));
    if (!is_named) {
        const auto most = std::max_element(
            counts.begin(), counts.end(), [](const auto& one, const auto& other) { return one.second < other.second; });
        const auto assumed = counts.contains("") || most == counts.end() ? std::string() : most->first;
        sources_.emplace("fr", count(draft.language) > 0 ? draft.language : assumed);
        lost_.push_back({ {}, LossKind::LanguageAssumed, sources_.at("fr") });
    }
    std::size_t most = 0;
    for (const auto& [ours, theirs] : sources_)
        most = std::max(most, count(theirs));
    for (const auto* ours : { "fr", "en" })
        if (const auto found = sources_.find(ours); found != sources_.end()) {
            if (count(found->second) * 2 >= most)
                languages_.emplace_back(ours);
            else
                sources_.erase(found);
        }
    for (const auto& [language, times] : counts)
        if (std::none_of(sources_.begin(), sources_.end(), [&](const auto& each) { return each.second == language; }))
            lost_.push_back({ {}, LossKind::Language, shortened(language) });
}

Wording Speech::wording(const std::string& where, const Words& words, std::string_view fallback) const
{
    Wording wording { text_in("fr", words, where), text_in("en", words, where) };
    if (wording.fr.empty() && wording.en.empty()) {
        auto name = cut(plain(fallback), static_cast<std::size_t>(wording_bounds.max)).first;
        for (const auto& language : languages_)
            (language == "fr" ? wording.fr : wording.en) = name;
        return wording;
    }
    for (const auto& language : languages_) {
        auto& here = language == "fr" ? wording.fr : wording.en;
        if (!here.empty())
            continue;
        here = language == "fr" ? wording.en : wording.fr;
        lost_.push_back({ where, LossKind::Translation, language });
    }
    return wording;
}

std::optional<Wording> Speech::wording_if_any(const std::string& where, const Words& words) const
{
    auto found = wording(where, words, "");
    return found.fr.empty() && found.en.empty() ? std::nullopt : std::optional(std::move(found));
}

std::string Speech::text_in(std::string_view language, const Words& words, const std::string& where) const
{
    const auto source = sources_.find(language);
    if (source == sources_.end())
        return {};
    auto found = words.find(source->second);
    if (found == words.end() && (source->second == default_ || default_.empty()))
        found = words.find("");
    // Words that the program itself supplies are there in both our languages, whatever the file's own is called.
    if (found == words.end())
        found = words.find(language);
    return found == words.end() ? std::string() : clean(found->second, where);
}

std::string Speech::clean(std::string_view text, const std::string& where) const
{
    if (holds_placeholder(text, placeholder_))
        lost_.push_back({ where, LossKind::ComputedWords, shortened(text) });
    auto words = without_markup(text);
    if (words.had_meaning)
        lost_.push_back({ where, LossKind::Html, shortened(text) });
    if (words.had_media)
        lost_.push_back({ where, LossKind::Media, shortened(text) });
    const auto as_written = markup_ == Markup::Plain && !words.had_markup;
    auto [kept, was_cut]
        = cut(plain(as_written ? text : std::string_view(words.text)), static_cast<std::size_t>(wording_bounds.max));
    if (was_cut)
        lost_.push_back({ where, LossKind::Cut, shortened(text) });
    return std::move(kept);
}

} // namespace etabli::instruments::exchange
