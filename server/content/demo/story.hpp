// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/story.hpp
//
// What the loader has at hand, and what it has made so far under the story's own keys ("ch-corbrioux/sld", "P10").

#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "base/random.hpp"
#include "domain/places/places.hpp"
#include "domain/thread/walk.hpp"
#include "server/content/demo/days.hpp"
#include "server/content/demo/record.hpp"
#include "server/content/packs.hpp"
#include "store/audit.hpp"
#include "store/people.hpp"

namespace etabli::content::demo {

inline constexpr std::string_view pack = "demo/verance";

struct Story {
    store::Transaction& transaction;
    const Packs& packs;
    const StoryCalendar& calendar;
    Random& random;

    Days days {};
    std::map<std::string, Place> places {};
    std::map<std::string, College> colleges {};
    std::map<std::string, AccountId> people {};
    std::map<std::string, std::vector<Mandate>> mandates {}; // by person
    std::map<std::string, ObjectKey> objects {}; // what stands in the thread
    std::map<std::string, ProgrammeId> programmes {};
    std::map<std::string, InstrumentId> instruments {};
    std::string phone_path {}; // where somebody without an account enters the discussion that is open

    /// One of the demonstration's files: "places", "spaces"…
    Result<Record> file(std::string_view name) const;
    Result<Place> place(const std::string& key) const;
    Result<PlaceId> establishment(const std::string& key) const;
    Result<College> college(const std::string& key) const;
    /// Somebody as they stood on that day, with the mandates they held.
    Result<store::Person> person(const std::string& key, Date day) const;
    /// The first of a college's people who held its mandate on that day.
    Result<store::Person> holder_of(const std::string& college_key, Date day) const;
};

/// Ten in the morning of that day: what is told by days has no hour.
Instant morning(Date day);

Result<void> load_places(Story& story);
Result<void> load_people(Story& story);
/// « Entrer comme… »: who may be entered as, and the page of whoever has no account.
Result<void> load_entries(Story& story);

} // namespace etabli::content::demo
