// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/open_space.cpp
//
// One discussion that is open on the day of loading, so that a newcomer can take part from a phone: some words are
// there to read, and four people's wait for a fifth.

#include "domain/spaces/rules.hpp"
#include "server/content/demo/spaces.hpp"
#include "store/sentences.hpp"
#include "store/spaces.hpp"

namespace etabli::content::demo {

namespace {

Result<void> keep_waiting_words(Story& story, const Record& told, const SpaceId& space)
{
    const auto keys = TRY(store::space_keys(story.transaction, space));
    for (const auto& words : told.texts("waiting")) {
        const auto writer = spaces::participant_digest(keys.salt, "writes", story.random.token());
        const WaitingContribution waiting { ContributionId::make(story.random), space, writer, Source::Phone,
            ContributionKind::Situation, words };
        TRY(store::keep_waiting(
            story.transaction, waiting, spaces::participant_digest(keys.salt, "spends", waiting.id.text())));
    }
    return {};
}

Result<void> keep_first_ideas(Story& story, const Record& told, const SpaceId& space)
{
    for (const auto& each : told.list("ideas")) {
        Idea idea { IdeaId::make(story.random), space, each.text("text"), {}, {}, {}, enum_from<Lived>(each.code("lived")), {},
            {}, "", 1 };
        if (const auto from = story.objects.find(each.code("from")); from != story.objects.end())
            idea.taken_from = ContributionId::trusted(from->second.second);
        TRY(story.transaction.insert("idea", idea));
    }
    return {};
}

} // namespace

Result<void> tell_open_space(Story& story)
{
    const auto told = TRY(story.file("open-space"));
    const auto today = story.calendar.today();
    const auto opened = today.plus_days(-static_cast<int>(told.number("opened_days_ago")));
    auto space = TRY(charter_of(story, told));
    space.held_on = opened;
    space.open_until = today.plus_days(static_cast<int>(told.number("open_for_days")));
    space.destroy_on = space.open_until->plus_days(static_cast<int>(told.number("destroyed_after_days")));
    space.answer_delay_days = told.number("answer_delay_days");
    story.days.on(opened, [&story, told, space, opened]() -> Result<void> {
        const auto code = TRY(store::free_code(story.transaction, story.random));
        TRY(open_space(story, told, space, code, opened));
        TRY(keep_waiting_words(story, told, space.id));
        TRY(keep_first_ideas(story, told, space.id));
        story.phone_path = "/s/" + code;
        return {};
    });
    return {};
}

} // namespace etabli::content::demo
