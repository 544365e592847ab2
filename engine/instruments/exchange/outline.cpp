// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/outline.cpp

#include "engine/instruments/exchange/outline.hpp"

#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

bool Outline::open(DraftSection head)
{
    if (open_.size() >= depth_max)
        return false;
    if (!open_.empty()) {
        lost_.push_back({ head.where, LossKind::Nesting, shortened(head.name) });
        open_.back().section.reset();
    }
    outside_.reset();
    open_.push_back({ std::move(head), {} });
    return true;
}

bool Outline::close()
{
    if (open_.empty())
        return false;
    open_.pop_back();
    return true;
}

void Outline::add(DraftQuestion question)
{
    lose_tail();
    current().questions.push_back(std::move(question));
}

void Outline::note(std::string where, Words words)
{
    if (open_.empty() && sections_.empty())
        return append(intro_, words);
    if (open_.empty()) {
        tail_.push_back({ std::move(where), std::move(words) });
        return;
    }
    lose_tail();
    auto& section = current();
    if (section.questions.empty())
        append(section.intro, words);
    else
        lost_.push_back({ std::move(where), LossKind::Note, shortened(any_words(words)) });
}

void Outline::finish(Draft& draft)
{
    for (auto& section : sections_)
        if (!section.questions.empty())
            draft.sections.push_back(std::move(section));
        else if (!section.intro.empty())
            lost_.push_back({ section.where, LossKind::Note, shortened(any_words(section.intro)) });
    append(draft.intro, intro_);
    for (const auto& each : tail_)
        append(draft.closing, each.words);
}

DraftSection& Outline::current()
{
    auto& section = open_.empty() ? outside_ : open_.back().section;
    if (section)
        return sections_[*section];
    section = sections_.size();
    auto& made = sections_.emplace_back();
    if (open_.empty())
        return made;
    made = open_.back().head;
    open_.back().head.intro.clear(); // said once, when the group is taken up again
    std::vector<Rule> rules;
    for (const auto& group : open_) {
        if (group.head.rule)
            rules.push_back(*group.head.rule);
        if (made.title.empty() || any_words(made.title).empty())
            made.title = group.head.title;
    }
    made.rule = rules.empty() ? std::nullopt : std::optional(all_of(std::move(rules)));
    return made;
}

void Outline::lose_tail()
{
    for (auto& each : tail_)
        lost_.push_back({ std::move(each.where), LossKind::Note, shortened(any_words(each.words)) });
    tail_.clear();
}

void append(Words& words, const Words& more)
{
    for (const auto& [language, text] : more) {
        auto& target = words[language];
        if (!target.empty() && !text.empty())
            target += "\n\n";
        target += text;
    }
}

} // namespace etabli::instruments::exchange
