// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/instrument.cpp

#include "engine/instruments/instrument.hpp"

#include <algorithm>

namespace etabli::instruments {

namespace {

json::value without_nulls(const json::value& value)
{
    if (const auto* items = value.if_array()) {
        json::array kept;
        for (const auto& item : *items)
            kept.push_back(without_nulls(item));
        return kept;
    }
    const auto* members = value.if_object();
    if (members == nullptr)
        return value;
    json::object kept;
    for (const auto& [name, member] : *members)
        if (!member.is_null())
            kept.emplace(name, without_nulls(member));
    return kept;
}

} // namespace

const std::vector<Option>& options_of(const Instrument& instrument, const Question& question)
{
    static const std::vector<Option> none;
    if (question.options)
        return *question.options;
    const auto scale = std::find_if(
        instrument.scales.begin(), instrument.scales.end(), [&](const auto& each) { return question.scale == each.code; });
    return scale == instrument.scales.end() ? none : scale->options;
}

Result<Instrument> instrument_from(const json::value& source)
{
    return from_json<Instrument>(source);
}

json::value instrument_json(const Instrument& instrument)
{
    return without_nulls(to_json(instrument));
}

} // namespace etabli::instruments
