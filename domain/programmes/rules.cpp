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
    return reader.sits_in_one_of(place, kinds);
}

NeedState written(bool is_there)
{
    return is_there ? NeedState::Written : NeedState::Missing;
}

bool has_words(const std::string& text)
{
    return !trimmed(text).empty();
}

/// "00:00" to "23:59".
bool is_hour(const std::string& text)
{
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    return text.size() == 5 && digit(0) && digit(1) && text[2] == ':' && digit(3) && digit(4) && text.substr(0, 2) < "24"
        && text.substr(3) < "60";
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

bool experiment_asks_colleges(const ProgrammeFrame& frame, bool is_wide)
{
    const auto gate = frame.experiment_gate.value_or(ExperimentGate::Team);
    return gate == ExperimentGate::Each || (gate == ExperimentGate::Wide && is_wide);
}

bool may_facilitate(const Reader& reader, const Programme& cluster)
{
    return cluster.kind == ProgrammeKind::Cluster
        && (reader.sits_in(cluster.place_id, CollegeKind::Facilitator)
            || reader.sits_in(cluster.place_id, CollegeKind::Agency));
}

bool may_speak_for_home(const Reader& reader, const Programme& cluster, const PlaceId& home)
{
    return leads_at(reader, home) || reader.sits_in(home, CollegeKind::Professionals) || may_facilitate(reader, cluster);
}

bool may_bring_home(const Reader& reader, const PlaceId& home)
{
    return leads_at(reader, home);
}

HomeDelegationState state_of_delegation(const Delegation& delegation, bool members_serve, Date today)
{
    if (!members_serve || (delegation.ends_on && *delegation.ends_on < today))
        return HomeDelegationState::Over;
    return delegation.confirmed_on ? HomeDelegationState::InForce : HomeDelegationState::AwaitsConfirmation;
}

Result<void> may_step_to(const ProgrammeTemplate& path, std::string_view step, std::string_view next)
{
    const auto here = std::find_if(path.steps.begin(), path.steps.end(), [&](const auto& each) { return each.key == step; });
    if (here == path.steps.end() || std::next(here) == path.steps.end() || std::next(here)->key != next)
        return Problem("cluster.no_further_step");
    for (const auto& gate : path.gates)
        if (gate.from == step && gate.to == next)
            return Problem("cluster.step_behind_a_gate");
    return {};
}

Result<void> task_word_fits(HomeTaskState state, std::string_view state_text)
{
    if (state == HomeTaskState::Abandoned && trimmed(state_text).empty())
        return Problem::of_field("/state_text", "field.required");
    return {};
}

Result<void> news_fits(const std::vector<std::string>& lines)
{
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto pointer = "/lines/" + std::to_string(index);
        const auto length = plain_text_length(lines[index]);
        if (trimmed(lines[index]).empty())
            return Problem::of_field(pointer, "field.required");
        if (!length || lines[index].find('\n') != std::string::npos)
            return Problem::of_field(pointer, "text.not_plain");
        if (*length > static_cast<std::size_t>(news_line_length_max))
            return Problem::of_field(pointer, "text.too_long");
    }
    return {};
}

Result<void> hours_fit(const PathSessionDraft& session)
{
    const auto from = session.starts_at.value_or("");
    const auto to = session.ends_at.value_or("");
    if (!from.empty() && !is_hour(from))
        return Problem::of_field("/starts_at", "programme.hour_invalid");
    if (!to.empty() && (!is_hour(to) || to <= from))
        return Problem::of_field("/ends_at", "programme.hour_invalid");
    return {};
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
