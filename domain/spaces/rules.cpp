// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/rules.cpp

#include "domain/spaces/rules.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace etabli::spaces {

namespace {

constexpr std::string_view code_characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::size_t people_of(const std::vector<WaitingContribution>& waiting, Source source)
{
    std::set<std::string_view> writers;
    for (const auto& each : waiting)
        if (each.source == source)
            writers.insert(each.writer);
    return writers.size();
}

} // namespace

bool may_read(const Reader& reader, const Space& space)
{
    return reader.belongs_to(space.establishment_id);
}

bool may_own(const Reader& reader, const Place& place, const PlaceId& establishment)
{
    if (!reader.belongs_to(establishment))
        return false;
    const bool of_a_team = place.kind == PlaceKind::Unit || place.kind == PlaceKind::Team;
    return !of_a_team || !reader.sits_in(establishment, CollegeKind::Direction);
}

bool may_drive(const Reader& reader, const Space& space)
{
    return may_read(reader, space) && reader.account_id == space.facilitator_id;
}

std::vector<FieldProblem> charter_gaps(const Space& space, Date today)
{
    std::vector<FieldProblem> gaps;
    const auto needs = [&](std::string_view words, const char* pointer) {
        if (trimmed(words).empty())
            gaps.push_back({ pointer, "field.required" });
    };
    needs(space.who_reads, "/who_reads");
    needs(space.until_when, "/until_when");
    needs(space.cannot_promise, "/cannot_promise");
    needs(space.facilitated_by, "/facilitated_by");
    needs(space.decided_by, "/decided_by");
    if (space.openness != Openness::Inform)
        needs(space.still_open, "/still_open");
    const auto last_day = std::max(space.open_until.value_or(space.held_on), today);
    if (space.destroy_on <= last_day)
        gaps.push_back({ "/destroy_on", "date.before_start" });
    if (today.days_until(space.destroy_on) > destroy_days_max)
        gaps.push_back({ "/destroy_on", "number.out_of_range", destroy_days_max });
    if (space.open_until && *space.open_until < space.held_on)
        gaps.push_back({ "/open_until", "date.before_start" });
    if (space.open_until && space.held_on.days_until(*space.open_until) > open_days_max)
        gaps.push_back({ "/open_until", "number.out_of_range", open_days_max });
    if ((space.remainder == Remainder::JoinsWiderSpace) != space.wider_space_id.has_value())
        gaps.push_back({ "/wider_space_id", "field.required" });
    return gaps;
}

Result<void> must_be_open(const Space& space)
{
    if (space.state == SpaceState::Prepared)
        return Problem("space.not_open_yet");
    if (space.state != SpaceState::Open)
        return Problem("space.closed");
    return {};
}

Result<void> must_accept_words(const Space& space, Date today)
{
    TRY(must_be_open(space));
    if (today >= space.destroy_on || (space.open_until && today > *space.open_until))
        return Problem("space.closed");
    return {};
}

bool words_are_readable(const Space& space, Date today)
{
    return space.state != SpaceState::Destroyed && today < space.destroy_on;
}

Batch batch_of(const std::vector<WaitingContribution>& waiting)
{
    const bool phones = people_of(waiting, Source::Phone) >= people_min;
    const bool paper = people_of(waiting, Source::Paper) >= people_min;
    Batch batch;
    for (const auto& each : waiting) {
        // Sheets were read by whoever typed them, who may have invented them: they open nothing but themselves.
        const bool released = each.source == Source::Paper ? phones || paper : phones;
        (released ? batch.released : batch.remaining).push_back(each.id);
    }
    return batch;
}

std::optional<Lived> lived_of(const std::vector<Reaction>& reactions)
{
    const auto answered
        = [&](Reaction answer) { return static_cast<std::size_t>(std::count(reactions.begin(), reactions.end(), answer)); };
    const auto different = answered(Reaction::Different);
    if (answered(Reaction::Same) + different < people_min)
        return std::nullopt;
    return different == 0 ? Lived::Shared : Lived::Different;
}

std::string make_code(Random& random)
{
    std::string code;
    while (code.size() < code_length)
        code += code_characters[random.below(code_characters.size())];
    return code;
}

std::string normal_code(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O')
            c = '0';
        if (c == 'I' || c == 'L')
            c = '1';
        if (code_characters.find(c) != code_characters.npos)
            code += c;
    }
    return code;
}

std::string shown_code(std::string_view code)
{
    if (code.size() != code_length)
        return std::string(code);
    return std::string(code.substr(0, 3)) + "-" + std::string(code.substr(3));
}

std::string participant_digest(const std::string& salt, std::string_view purpose, std::string_view secret)
{
    return sha256_hex(salt + "\n" + std::string(purpose) + "\n" + std::string(secret));
}

} // namespace etabli::spaces
