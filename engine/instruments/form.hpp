// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/form.hpp
//
// A questionnaire that holds together, ready to be answered: what is shown given what was answered, what of a person's answers
// counts, and their scores. What a page does with it (web/form/form.ts) and what the opening of the urn does are the same;
// tests/vectors/forms.json holds both to it.

#pragma once

#include "engine/instruments/condition.hpp"
#include "engine/instruments/instrument.hpp"

namespace etabli::instruments {

/// Of a text whose author said no bound, in code points.
inline constexpr std::int64_t length_max_default = 500;

/// What one answer answers: a question, or a row of a grid.
struct Item {
    std::string code;
    QuestionType type = QuestionType::Single; // Single for a row of a grid
    std::size_t section = 0;
    std::size_t question = 0; // within its section
    std::optional<std::size_t> row;
    bool reversed = false;
    Sensitivity sensitivity = Sensitivity::None;
    std::optional<std::string> dimension;
    std::optional<std::string> axis;
};

class Form {
public:
    /// A Problem of fields with all that troubles_of finds.
    static Result<Form> create(Instrument instrument);

    const Instrument& instrument() const { return instrument_; }
    /// In the order of the page.
    const std::vector<Item>& items() const { return items_; }
    const Item* find(std::string_view code) const;
    const Question& question_of(const Item& item) const { return instrument_.sections[item.section].questions[item.question]; }

    /// Of what was given, what is shown and can be an answer, in the form in which it is kept: everything else becomes "no answer"
    /// (a hidden question, an option that is not there, a number out of bounds, too many ticked). Never fails.
    Answers kept(const json::object& given) const;
    /// Whether somebody with these answers was shown the item.
    bool is_asked(const Item& item, const Answers& kept) const;
    /// Items whose answers decide who is asked this one, in the order in which its conditions name them.
    std::vector<std::string> filters(const Item& item) const;

    /// The option's value, turned over for a reversed item; nothing for "not concerned" and for no answer. Numbers as they are.
    std::optional<double> value(const Item& item, const Answers& answers) const;
    /// By the order of instrument().scores; nothing when fewer than answered_min items have a value.
    std::vector<std::optional<double>> scores(const Answers& answers) const;

private:
    struct Shown {
        std::optional<Condition> section;
        std::optional<Condition> question;
    };

    explicit Form(Instrument instrument);
    const Shown& shown_of(const Item& item) const;

    Instrument instrument_;
    std::vector<Item> items_;
    std::vector<Shown> shown_; // by item
    std::map<std::string, std::size_t, std::less<>> by_code_;
};

} // namespace etabli::instruments
