// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/templates.cpp

#include "domain/programmes/templates.hpp"

#include <algorithm>

namespace etabli {

namespace {

template <class Items>
auto by_key(const Items& items, std::string_view key) -> decltype(items.data())
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& each) { return each.key == key; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const TemplateStep* ProgrammeTemplate::step(std::string_view key) const
{
    return by_key(steps, key);
}

const TemplateGate* ProgrammeTemplate::gate(std::string_view key) const
{
    return by_key(gates, key);
}

Result<ProgrammeTemplate> parse_programme_template(const json::value& pack)
{
    // A pack may say more than we walk by: its sources, its version, what was verbatim.
    Decoding decoding(Decoding::Source::OwnDatabase);
    ProgrammeTemplate path;
    decode(pack, path, {}, decoding);
    if (!decoding.clean() || path.steps.empty())
        return Problem("pack.invalid", "a programme template cannot be read");
    for (const auto& gate : path.gates)
        if (gate.key != gate.from + "-" + gate.to || path.step(gate.from) == nullptr || path.step(gate.to) == nullptr)
            return Problem("pack.invalid", "a gate of a programme template leads nowhere");
    return path;
}

} // namespace etabli
