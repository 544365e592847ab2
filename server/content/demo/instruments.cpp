// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/instruments.cpp

#include "server/content/demo/instruments.hpp"

#include "store/instruments.hpp"

namespace etabli::content::demo {

namespace {

Result<void> fix(Story& story, KeptInstrument kept, Date day)
{
    TRY(store::insert_fixed(story.transaction, { kept.id, 1, kept.content, day }));
    return store::keep_instrument(story.transaction, kept);
}

Result<void> begin(Story& story, const Record& told, Date day)
{
    const auto from = told.code("from");
    const auto* shipped = story.packs.find("instruments", from);
    if (shipped == nullptr)
        return Problem("pack.invalid", "demo: no instrument " + from);
    auto content = *shipped;
    content.as_object()["title"] = json::object { { "fr", told.text("title") }, { "en", told.text("title_en") } };
    if (told.has("words")) // a last question, answered in one's own words
        content.as_object()["sections"].as_array().back().as_object()["questions"].as_array().push_back(
            json::object { { "code", "words" }, { "type", "text" },
                { "text", json::object { { "fr", told.of("words").text("fr") }, { "en", told.of("words").text("en") } } } });
    const KeptInstrument kept { InstrumentId::make(story.random), TRY(story.establishment(told.code("place"))), from, content,
        day, 1 };
    TRY(store::insert_instrument(story.transaction, kept));
    story.instruments.emplace(told.code("key"), kept.id);
    if (const auto fixed_at = TRY(told.day_if_any("fixed_at")))
        story.days.on(*fixed_at, [&story, kept, day = *fixed_at] { return fix(story, kept, day); });
    return {};
}

} // namespace

Result<void> tell_instruments(Story& story)
{
    for (const auto& told : TRY(story.file("instruments")).list("items")) {
        const auto day = TRY(told.day("begun_at"));
        story.days.on(day, [&story, told, day] { return begin(story, told, day); });
    }
    return {};
}

} // namespace etabli::content::demo
