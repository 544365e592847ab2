// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/thread.cpp
//
// What became of what, where the application itself did not already write the link: a sentence that joined others, a
// situation that became an idea, what was told in a sheet, another house that took it up.

#include "server/content/demo/thread.hpp"

#include "store/thread.hpp"

namespace etabli::content::demo {

namespace {

/// A sentence has a place in the thread once something came of it, never its words.
Result<void> make_room(Story& story, const ObjectKey& key, Date day)
{
    if (key.first != ObjectKind::Contribution || TRY(store::find_node(story.transaction, key.first, key.second)))
        return {};
    const auto at = TRY(story.establishment("ch-corbrioux"));
    return store::put_node(story.transaction, { key.first, key.second, at, {}, "", day, "said", Audience::Authors, false }, "");
}

Result<void> link(Story& story, const Record& told, Date day)
{
    const auto from = story.objects.find(told.code("from"));
    const auto to = story.objects.find(told.code("to"));
    if (from == story.objects.end() || to == story.objects.end() || from->second == to->second)
        return {}; // what stands in no thread: a team, a phase
    TRY(make_room(story, from->second, day));
    TRY(make_room(story, to->second, day));
    const auto kind = told.code("kind");
    return store::link_nodes(story.transaction,
        { from->second.first, from->second.second, to->second.first, to->second.second, kind == "thread" ? "became" : kind,
            day });
}

} // namespace

Result<void> tell_thread(Story& story)
{
    for (const auto& told : TRY(story.file("thread")).of("links").list("items")) {
        const auto day = TRY(told.day("at"));
        story.days.on(day, [&story, told, day] { return link(story, told, day); });
    }
    return {};
}

} // namespace etabli::content::demo
