// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/rules.cpp

#include "domain/programmes/rules.hpp"

#include <algorithm>

namespace etabli {

namespace {

bool leads_at(const Reader& reader, const PlaceId& place)
{
    constexpr std::array kinds { CollegeKind::Direction, CollegeKind::StaffRepresentatives, CollegeKind::Management,
        CollegeKind::Medical, CollegeKind::Facilitator };
    return std::any_of(kinds.begin(), kinds.end(), [&](auto kind) { return reader.sits_in(place, kind); });
}

NeedState written(bool is_there)
{
    return is_there ? NeedState::Written : NeedState::Missing;
}

bool has_words(const std::string& text)
{
    return !trimmed(text).empty();
}

} // namespace

bool may_read_programme(const Reader& reader, const std::vector<PlaceId>& places)
{
    return std::any_of(places.begin(), places.end(), [&](const auto& place) { return reader.belongs_to(place); });
}

bool may_begin_programme(const Reader& reader, const PlaceId& place)
{
    return leads_at(reader, place);
}

bool may_lead_programme(const Reader& reader, const Programme& programme)
{
    return leads_at(reader, programme.place_id);
}

bool may_write_journal(const Reader& reader, const Programme& programme)
{
    return reader.belongs_to(programme.place_id);
}

std::optional<CollegeKind> writing_college(const Reader& reader, const PlaceId& place)
{
    for (const auto& held : reader.mandates)
        if (held.place_id == place)
            return held.kind;
    return std::nullopt;
}

NeedState state_of_need(std::string_view need, const OnTheTable& table)
{
    if (need == "stakes")
        return written(has_words(table.frame.care_stake) && has_words(table.frame.work_stake));
    if (need == "perimeter")
        return written(has_words(table.frame.perimeter));
    if (need == "committee")
        return written(has_words(table.frame.committee));
    if (need == "means")
        return written(table.means_lines > 0);
    const auto& done = table.done_deliverables;
    if (std::find(done.begin(), done.end(), need) != done.end() || (need == "hand_over" && table.handovers > 0))
        return NeedState::Written;
    return NeedState::LookedAtTogether;
}

Result<void> may_be_passed(const TemplateGate& gate, const OnTheTable& table)
{
    for (const auto& need : gate.needs)
        if (state_of_need(need, table) == NeedState::Missing)
            return Problem("programme.not_ready");
    return {};
}

} // namespace etabli
