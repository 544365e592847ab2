// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/outline.hpp
//
// Groups within groups, as the other formats have them, laid out as our sections, which stand one after the other.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

class Outline {
public:
    /// Deeper groups are nobody's questionnaire.
    static constexpr std::size_t depth_max = 16;

    explicit Outline(std::vector<Lost>& lost) : lost_(lost) { }

    /// A group begins; false when it would be too deep.
    bool open(DraftSection head);
    /// False when none is open.
    bool close();
    std::size_t depth() const { return open_.size(); }

    /// Into the group that is open, or into a section without a name of its own.
    void add(DraftQuestion question);
    /// Words that ask nothing: an introduction where nothing was asked before, the closing words where nothing follows.
    void note(std::string where, Words words);

    /// The sections that hold a question, into the draft, with its introduction and closing words.
    void finish(Draft& draft);

private:
    struct Note {
        std::string where;
        Words words;
    };
    struct Group {
        DraftSection head;
        std::optional<std::size_t> section; // where its questions go, until another group comes between
    };

    DraftSection& current();
    void lose_tail();

    std::vector<Lost>& lost_;
    std::vector<Group> open_;
    std::vector<DraftSection> sections_;
    std::optional<std::size_t> outside_; // the section of questions in no group
    std::vector<Note> tail_; // may still become the closing words
    Words intro_;
};

/// One paragraph more.
void append(Words& words, const Words& more);

} // namespace etabli::instruments::exchange
