// SPDX-License-Identifier: EUPL-1.2
// store/due.cpp

#include "store/due.hpp"

#include "store/experiments.hpp"
#include "store/gates.hpp"
#include "store/proposals.hpp"
#include "store/spaces.hpp"

namespace etabli::store {

namespace {

/// Reading a gate and saying yes or no takes that long; thinking it over is done elsewhere.
constexpr std::int64_t gate_minutes = 5;

/// Gates that still wait for a college's word: everybody sees the same, whoever is awaited.
Result<std::vector<DueItem>> due_of_gates(Reader& reader, const PlaceId& establishment, Date today)
{
    const auto open = TRY(reader.all<Gate>(
        "select * from gate where establishment_id = :place and state = 'open' order by due_on, id limit :most",
        { { "place", establishment }, { "most", due_items_max } }));
    std::vector<DueItem> due;
    for (const auto& gate : open) {
        const auto file = TRY(load_gate(reader, gate.id, today));
        DueItem item { gate.due_on, DueKind::GateAnswer, gate.title, ObjectKind::Gate, gate.id.text(), gate_minutes, {},
            gate.establishment_id, gate.programme_id };
        for (const auto& asked : file.colleges) {
            const auto stand = file.stand(asked, today);
            if (stand == Stand::Awaited || stand == Stand::Silent)
                item.awaited_of.push_back(asked.college.kind);
        }
        due.push_back(std::move(item));
    }
    return due;
}

const std::vector<DueSource> sources {
    due_of_spaces,
    due_of_proposals,
    due_of_gates,
    experiments_due,
};

} // namespace

Result<std::vector<DueItem>> due_for(Reader& reader, const std::set<PlaceId>& places, Date today)
{
    std::vector<DueItem> all;
    for (const auto& place : places)
        for (const auto source : sources)
            for (auto& item : TRY(source(reader, place, today)))
                all.push_back(std::move(item));
    return all;
}

} // namespace etabli::store
