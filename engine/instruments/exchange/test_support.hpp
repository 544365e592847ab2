// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/test_support.hpp
//
// What the tests of the four formats share: an import as lines that can be read, and a file of its parts.

#pragma once

#include <gtest/gtest.h>

#include "engine/instruments/check.hpp"
#include "engine/instruments/exchange/exchange.hpp"

namespace etabli::instruments {

/// "where kind what", a line each, in the order of the list.
inline std::string lines_of(const std::vector<Lost>& lost)
{
    std::string lines;
    for (const auto& each : lost)
        lines += each.where + " " + std::string(name_of(each.kind)) + (each.what.empty() ? "" : " " + each.what) + "\n";
    return lines;
}

/// An import that must be accepted, and hold together.
inline Imported accepted(std::string_view bytes, Format format, std::string_view file_name = "essai.txt")
{
    auto imported = import_instrument(bytes, format, file_name);
    if (!imported.ok()) {
        ADD_FAILURE() << imported.problem().code() << " " << imported.problem().detail();
        return {};
    }
    const auto& instrument = imported.value().instrument;
    EXPECT_TRUE(instrument_from(instrument_json(instrument)).ok());
    EXPECT_TRUE(troubles_of(instrument).empty());
    return std::move(imported).value();
}

/// "code: detail" of an import that must be refused.
inline std::string refusal(std::string_view bytes, Format format, std::string_view file_name = "essai.txt")
{
    const auto imported = import_instrument(bytes, format, file_name);
    return imported.ok() ? "accepted" : std::string(imported.problem().code()) + ": " + imported.problem().detail();
}

/// A questionnaire in a few lines: sections, questions with their type, words, options, bounds and condition.
inline std::string outline_of(const Instrument& instrument)
{
    std::string out;
    for (const auto& section : instrument.sections) {
        out += "# " + section.code + " " + section.title.fr + "|" + section.title.en;
        out += section.show_if ? " if " + json_text(*section.show_if) + "\n" : "\n";
        if (section.intro)
            out += "  (" + section.intro->fr + "|" + section.intro->en + ")\n";
        for (const auto& question : section.questions) {
            out += question.code + " " + std::string(name_of(question.type)) + " " + question.text.fr + "|" + question.text.en;
            out += question.required == true ? " required" : "";
            for (const auto& option : options_of(instrument, question))
                out += " " + option.code + (option.exclusive == true ? "!" : "");
            out += question.scale ? " of " + *question.scale : "";
            for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row)
                out += " [" + (*question.rows)[row].code + "]";
            out += question.min ? " min " + std::to_string(static_cast<int>(*question.min)) : "";
            out += question.max ? " max " + std::to_string(static_cast<int>(*question.max)) : "";
            out += question.decimals ? " decimals " + std::to_string(*question.decimals) : "";
            out += question.unit ? " unit " + question.unit->fr + "|" + question.unit->en : "";
            out += question.length_max ? " length " + std::to_string(*question.length_max) : "";
            out += question.choices_max ? " choices " + std::to_string(*question.choices_max) : "";
            out += question.help ? " (" + question.help->fr + "|" + question.help->en + ")" : "";
            out += question.show_if ? " if " + json_text(*question.show_if) : "";
            out += "\n";
        }
    }
    return out;
}

} // namespace etabli::instruments
