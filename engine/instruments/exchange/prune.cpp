// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/prune.cpp

#include "engine/instruments/exchange/prune.hpp"

#include <algorithm>
#include <charconv>

#include "engine/instruments/check.hpp"

namespace etabli::instruments::exchange {

namespace {

/// Reading and ticking, reading and writing. Rough, and rounded up: whoever begins should not run out of time.
constexpr std::int64_t seconds_ticked = 10;
constexpr std::int64_t seconds_written = 30;
constexpr std::int64_t minutes_max = 60; // no questionnaire may say more

std::vector<FieldProblem> all_troubles(const Instrument& instrument)
{
    auto read = instrument_from(instrument_json(instrument));
    return read.ok() ? troubles_of(read.value()) : read.problem().fields();
}

std::string described(const FieldProblem& trouble, const std::string& code)
{
    return code + " " + std::string(trouble.code.text());
}

std::optional<std::size_t> index_from(std::string_view step)
{
    std::size_t index = 0;
    const auto read = std::from_chars(step.data(), step.data() + step.size(), index);
    return read.ec == std::errc() ? std::optional(index) : std::nullopt;
}

template <class Thing>
bool take_out(
    std::vector<Thing>& things, std::size_t index, const FieldProblem& trouble, LossKind kind, std::vector<Lost>& lost)
{
    if (index >= things.size())
        return false;
    lost.push_back({ things[index].code, kind, described(trouble, things[index].code) });
    things.erase(things.begin() + static_cast<std::ptrdiff_t>(index));
    return true;
}

/// False when what is wrong is no part that could be taken out.
bool take_out(Instrument& instrument, const FieldProblem& trouble, std::vector<Lost>& lost)
{
    const auto steps = split(trouble.pointer, '/'); // "", "sections", "0", "questions", "3", …
    const auto index = steps.size() > 2 ? index_from(steps[2]) : std::nullopt;
    if (!index)
        return false;
    if (steps[1] == "scores")
        return take_out(instrument.scores, *index, trouble, LossKind::Member, lost);
    if (steps[1] == "scales")
        return take_out(instrument.scales, *index, trouble, LossKind::Member, lost);
    if (steps[1] != "sections" || *index >= instrument.sections.size())
        return false;
    auto& section = instrument.sections[*index];
    const auto number = steps.size() > 4 && steps[3] == "questions" ? index_from(steps[4]) : std::nullopt;
    if (number && *number >= section.questions.size())
        return false;
    if (steps.back() == "show_if") {
        auto& condition = number ? section.questions[*number].show_if : section.show_if;
        lost.push_back({ number ? section.questions[*number].code : section.code, LossKind::Condition,
            condition ? json_text(*condition) : std::string() });
        condition.reset();
        return true;
    }
    if (number)
        return take_out(section.questions, *number, trouble, LossKind::QuestionInvalid, lost);
    return take_out(instrument.sections, *index, trouble, LossKind::QuestionInvalid, lost);
}

} // namespace

Result<void> prune(Instrument& instrument, std::vector<Lost>& lost)
{
    for (;;) {
        std::erase_if(instrument.sections, [](const Section& section) { return section.questions.empty(); });
        if (instrument.sections.empty())
            return Problem("request.invalid", "no question that could be asked");
        auto troubles = all_troubles(instrument);
        if (troubles.empty())
            return {};
        // One at a time: what is taken out moves what follows, and may mend it. Each round takes something out, so it ends.
        if (!take_out(instrument, troubles.front(), lost))
            return Problem::of_fields(std::move(troubles));
    }
}

std::int64_t minutes_of(const Instrument& instrument)
{
    std::int64_t seconds = 0;
    for (const auto& section : instrument.sections)
        for (const auto& question : section.questions) {
            const auto items = question.rows ? static_cast<std::int64_t>(question.rows->size()) : 1;
            seconds += items * (question.type == QuestionType::Text ? seconds_written : seconds_ticked);
        }
    return std::clamp<std::int64_t>((seconds + 59) / 60, 1, minutes_max);
}

} // namespace etabli::instruments::exchange
