// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/spaces.cpp
//
// Discussions: opened with their charter, closed with what the group kept, returned to, and destroyed on the day the
// charter had announced. What was said goes then; ideas, decisions and tombstones remain.

#include "server/content/demo/spaces.hpp"
#include "domain/spaces/rules.hpp"
#include "store/sentences.hpp"
#include "store/space_endings.hpp"
#include "store/spaces.hpp"

namespace etabli::content::demo {

namespace {

Result<void> record(Story& story, const Space& space, AuditAction action, Date day, json::object details = {})
{
    const auto chain = space.programme_id ? space.programme_id->text() : space.establishment_id.text();
    return store::record_audit(
        story.transaction, { chain, space.facilitator_id, action, "space", space.id.text(), std::move(details) }, morning(day));
}

Result<void> keep_ideas(Story& story, const Record& told, const SpaceId& space)
{
    for (const auto& lived : told.list("lived")) {
        Idea idea { IdeaId::make(story.random), space, lived.text("text"), {}, {}, {}, enum_from<Lived>(lived.code("lived")),
            {}, {}, "", 1 };
        TRY(story.transaction.insert("idea", idea));
        story.objects[lived.code("key")] = { ObjectKind::Idea, idea.id.text() };
    }
    for (const auto& sorted : told.list("sort")) {
        Idea idea { IdeaId::make(story.random), space, sorted.text("text"), {}, {}, {}, {}, {}, {}, sorted.text("set_aside"),
            1 };
        if (idea.set_aside_reason.empty())
            idea.sort = enum_from<Sort>(sorted.code("sort"));
        if (sorted.has("proposal"))
            TRY(word_as_asked(story, sorted.code("proposal"), idea));
        TRY(story.transaction.insert("idea", idea));
        story.objects[sorted.code("key")] = { ObjectKind::Idea, idea.id.text() };
        if (sorted.has("proposal"))
            story.objects[sorted.code("proposal") + "/idea"] = { ObjectKind::Idea, idea.id.text() };
    }
    return {};
}

Result<void> keep_contributions(Story& story, const Record& told, const SpaceId& space)
{
    auto told_contributions = told.list("contributions");
    story.random.shuffle(told_contributions); // they have no order, here as there
    for (const auto& contribution : told_contributions) {
        const Contribution kept { ContributionId::make(story.random), space, ContributionKind::Situation,
            contribution.text("text"), ContributionState::Shown, "", {} };
        TRY(story.transaction.insert("contribution", kept));
        story.objects[contribution.code("key")] = { ObjectKind::Contribution, kept.id.text() };
    }
    return {};
}

Result<void> keep_situation(Story& story, const Record& told, const SpaceId& space)
{
    if (!told.has("title"))
        return {};
    const Situation situation { SituationId::make(story.random), space, told.text("title"), told.text("asked"),
        told.text("done"), told.texts("helps"), told.texts("hinders"), told.text("cost_care"), told.text("cost_work"), 1 };
    TRY(story.transaction.insert("situation", situation));
    story.objects[told.code("key")] = { ObjectKind::Situation, situation.id.text() };
    return {};
}

Result<void> keep_words(Story& story, const Record& ideas, const SpaceId& space, Date day)
{
    if (!ideas.has("first_version"))
        return {};
    TRY(store::keep_minutes(story.transaction, space, ideas.text("first_version"), day));
    auto corrected = ideas.text("corrected_version");
    for (const auto& addition : ideas.texts("additions"))
        corrected += "\n\n" + addition;
    return store::keep_minutes(story.transaction, space, corrected, day);
}

Result<void> close(Story& story, const Record& told, const SpaceId& id, Date day)
{
    auto space = TRY(store::load_space(story.transaction, id));
    TRY(keep_ideas(story, told, id));
    TRY(keep_words(story, told.of("ideas"), id, day));
    space.return_on = TRY(told.day_if_any("return_due"));
    space.step = steps;
    space = TRY(store::close_space(story.transaction, space, { space.facilitator_id, morning(day), day }, story.random));
    if (told.truth("remainder_destroyed")) {
        space.remainder_destroyed = true;
        ++space.version;
        TRY(store::keep_space(story.transaction, space));
    }
    return {};
}

Result<void> give_back(Story& story, const Record& told, const SpaceId& id, Date day)
{
    auto space = TRY(store::load_space(story.transaction, id));
    space.returned_on = day;
    space.return_words = told.text("note");
    ++space.version;
    TRY(store::keep_space(story.transaction, space));
    return record(story, space, "space.returned", day);
}

Result<void> destroy(Story& story, const SpaceId& id, Date day)
{
    const auto space = TRY(store::load_space(story.transaction, id));
    static_cast<void>(TRY(store::destroy_contributions(story.transaction, space, { {}, morning(day), day }, story.random)));
    return {};
}

} // namespace

Result<Space> charter_of(Story& story, const Record& told)
{
    const auto place = TRY(story.place(told.code("place")));
    Space space;
    space.id = SpaceId::make(story.random);
    space.establishment_id = place.establishment_id.value_or(place.id);
    space.place_id = place.id;
    if (const auto programme = story.programmes.find(told.code("demarche")); programme != story.programmes.end())
        space.programme_id = programme->second;
    space.title = told.text("title");
    space.occasion = enum_from<Occasion>(told.code("occasion")).value_or(Occasion::Regular);
    space.openness = enum_from<Openness>(told.of("openness").code("code")).value_or(Openness::Participate);
    space.still_open = told.of("openness").text("text");
    space.decided_by = told.text("decided_by");
    space.facilitated_by = told.text("facilitated_by");
    space.hierarchy = enum_from<Hierarchy>(told.code("hierarchy_code")).value_or(Hierarchy::Absent);
    space.hierarchy_words = told.text("hierarchy");
    space.minutes = told.number("minutes");
    for (const auto& line : told.list("charter")) {
        const auto key = line.code("key");
        (key == "who_reads"           ? space.who_reads
                : key == "until_when" ? space.until_when
                                      : space.cannot_promise)
            = line.text("text");
    }
    space.situations_kept = true; // a situation names nobody: the group keeps it
    return space;
}

Result<void> open_space(Story& story, const Record& told, Space space, const std::string& code, Date day)
{
    space.facilitator_id = TRY(story.person(told.code("facilitator"), day)).account_id;
    if (auto gaps = spaces::charter_gaps(space, day); !gaps.empty())
        return Problem::of_fields(std::move(gaps));
    TRY(store::insert_space(story.transaction, space, { code, story.random.token(), story.random.token() }));
    story.objects[told.code("key")] = { ObjectKind::Space, space.id.text() };
    space.state = SpaceState::Open;
    ++space.version;
    TRY(store::keep_space(story.transaction, space));
    TRY(record(story, space, "space.opened", day, { { "destroy_on", space.destroy_on.text() } }));
    TRY(keep_contributions(story, told, space.id));
    return keep_situation(story, told.of("situation"), space.id);
}

Result<void> tell_spaces(Story& story)
{
    for (const auto& told : TRY(story.file("spaces")).list("items")) {
        const auto opened = TRY(told.day("opened_at"));
        const auto closed = TRY(told.day("closed_at"));
        auto space = TRY(charter_of(story, told));
        space.held_on = opened;
        if (closed > opened)
            space.open_until = closed;
        space.destroy_on = TRY(told.day("destroyed_at"));
        story.days.on(opened, [&story, told, space, opened]() -> Result<void> {
            return open_space(story, told, space, TRY(store::free_code(story.transaction, story.random)), opened);
        });
        story.days.on(closed, [&story, told, id = space.id, closed] { return close(story, told, id, closed); });
        const auto returned = TRY(told.day("return_done"));
        story.days.on(returned, [&story, told, id = space.id, returned] { return give_back(story, told, id, returned); });
        story.days.on(space.destroy_on, [&story, id = space.id, day = space.destroy_on] { return destroy(story, id, day); });
    }
    return {};
}

} // namespace etabli::content::demo
