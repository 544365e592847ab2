// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/people.cpp
//
// Colleges with the way each says yes, and people by what they do. Nobody has a name; nobody's union is written down.

#include "server/content/demo/story.hpp"
#include "store/settings.hpp"

namespace etabli::content::demo {

namespace {

Result<void> load_college(Story& story, const Record& record)
{
    const auto kind = enum_from<CollegeKind>(record.code("kind"));
    const auto says_yes = record.of("says_yes");
    const auto rule = enum_from<ConsentRule>(says_yes.code("rule"));
    if (!kind || !rule)
        return Problem("pack.invalid", "demo people: college " + record.code("key"));
    College college { CollegeId::make(story.random), TRY(story.place(record.code("place"))).id, *kind, record.text("name"),
        *rule, {}, says_yes.text("text"), 1 };
    if (says_yes.has("count"))
        college.consent_count = says_yes.number("count");
    TRY(story.transaction.insert("college", college));
    story.colleges.emplace(record.code("key"), college);
    return {};
}

Result<void> load_person(Story& story, const Record& record, Date first_day)
{
    if (!record.truth("account"))
        return {};
    const Account account { AccountId::make(story.random), record.code("email"), record.text("function"), "fr", false,
        morning(first_day), {} };
    TRY(store::insert_account(story.transaction, account));
    story.people.emplace(record.code("key"), account.id);
    for (const auto& held : record.list("mandates")) {
        const Mandate mandate { MandateId::make(story.random), account.id, TRY(story.college(held.code("college"))).id,
            record.text("function"), held.truth("substitute"), TRY(held.day("starts")), TRY(held.until_if_any("ends")),
            held.text("handover") };
        TRY(story.transaction.insert("mandate", mandate));
        story.mandates[record.code("key")].push_back(mandate);
    }
    return {};
}

} // namespace

Result<void> load_people(Story& story)
{
    const auto file = TRY(story.file("people"));
    const auto first_day = TRY(story.calendar.day("M1"));
    for (const auto& record : file.list("colleges"))
        TRY(load_college(story, record));
    for (const auto& record : file.list("people"))
        TRY(load_person(story, record, first_day));
    return {};
}

Result<void> load_entries(Story& story)
{
    json::array entries;
    for (const auto& record : TRY(story.file("people")).list("people")) {
        if (!record.truth("enter_as"))
            continue;
        const auto key = record.code("key");
        const auto college = TRY(story.college(record.code("college")));
        const auto at = std::find_if(
            story.places.begin(), story.places.end(), [&](const auto& place) { return place.second.id == college.place_id; });
        json::object entry { { "key", key }, { "name", record.text("function") }, { "place_name", at->second.name } };
        if (const auto account = story.people.find(key); account != story.people.end())
            TRY(store::keep_setting(story.transaction, "demo.person." + key, account->second.text()));
        else
            entry["path"] = story.phone_path;
        entries.push_back(std::move(entry));
    }
    return store::keep_setting(story.transaction, "demo.people", json_text(entries));
}

} // namespace etabli::content::demo
