// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/spaces.hpp
//
// A discussion on real work: its subject, its charter, who facilitates, what is still open and who decides; the
// work situation it looks at and its minutes. What is said in it stands in sentences.hpp, what it asks for in
// proposals.hpp. The keys that open it (code, salt, link of the page to come back to) are a record of their own,
// which has no way to JSON.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "domain/people/openness.hpp"

namespace etabli {

enum class Occasion { LookBack, LookAhead, Handover, Regular, Ethics, Letters };

template <>
struct Names<Occasion> {
    static constexpr std::array table {
        std::pair { Occasion::LookBack, std::string_view("look_back") },
        std::pair { Occasion::LookAhead, std::string_view("look_ahead") },
        std::pair { Occasion::Handover, std::string_view("handover") },
        std::pair { Occasion::Regular, std::string_view("regular") },
        std::pair { Occasion::Ethics, std::string_view("ethics") },
        std::pair { Occasion::Letters, std::string_view("letters") },
    };
};

/// Does somebody's manager attend? Said before entering, whatever the answer.
enum class Hierarchy { Absent, Invited, Present };

template <>
struct Names<Hierarchy> {
    static constexpr std::array table {
        std::pair { Hierarchy::Absent, std::string_view("absent") },
        std::pair { Hierarchy::Invited, std::string_view("invited") },
        std::pair { Hierarchy::Present, std::string_view("present") },
    };
};

/// What becomes of words that fewer than five people wrote, at closing: the charter says which beforehand.
enum class Remainder { Destroyed, JoinsWiderSpace };

template <>
struct Names<Remainder> {
    static constexpr std::array table {
        std::pair { Remainder::Destroyed, std::string_view("destroyed") },
        std::pair { Remainder::JoinsWiderSpace, std::string_view("joins_wider_space") },
    };
};

enum class SpaceState { Prepared, Open, Closed, Destroyed };

template <>
struct Names<SpaceState> {
    static constexpr std::array table {
        std::pair { SpaceState::Prepared, std::string_view("prepared") },
        std::pair { SpaceState::Open, std::string_view("open") },
        std::pair { SpaceState::Closed, std::string_view("closed") },
        std::pair { SpaceState::Destroyed, std::string_view("destroyed") },
    };
};

/// The ten steps of a session, from the printed sheet to the date of return.
inline constexpr std::int64_t steps = 10;

struct Space {
    SpaceId id;
    PlaceId establishment_id;
    PlaceId place_id;
    std::optional<ProgrammeId> programme_id; // may be attached to a démarche later
    std::string title;
    Occasion occasion = Occasion::Regular;
    Openness openness = Openness::Participate;
    std::string still_open; // what is not decided yet
    std::string decided_by;
    AccountId facilitator_id;
    std::string facilitated_by; // as people are told: "cadre d'une autre unité et représentant du personnel"
    Hierarchy hierarchy = Hierarchy::Absent;
    std::string hierarchy_words;
    Date held_on;
    std::int64_t minutes = 45;
    std::optional<Date> open_until; // left open after the session, for those who work at night
    std::string who_reads;
    std::string until_when;
    std::string cannot_promise;
    Date destroy_on;
    Remainder remainder = Remainder::Destroyed;
    std::optional<SpaceId> wider_space_id;
    bool situations_kept = false;
    std::int64_t answer_delay_days = 45;
    SpaceState state = SpaceState::Prepared;
    std::int64_t step = 1;
    std::optional<Date> return_on; // the day the group will hear back
    std::optional<Date> returned_on;
    std::string return_words;
    std::optional<Date> closed_on;
    std::optional<Date> destroyed_on;
    bool remainder_destroyed = false; // some words stayed hidden, then were destroyed, as announced
    std::int64_t version = 1;
};

template <>
struct Describe<Space> {
    static constexpr std::string_view name = "Space";
    static constexpr auto fields = std::tuple {
        field("id", &Space::id),
        field("establishment_id", &Space::establishment_id),
        field("place_id", &Space::place_id),
        field("programme_id", &Space::programme_id),
        field("title", &Space::title, one_line),
        field("occasion", &Space::occasion),
        field("openness", &Space::openness),
        field("still_open", &Space::still_open, { .min = 0, .max = 600 }),
        field("decided_by", &Space::decided_by, { .min = 0, .max = 200 }),
        field("facilitator_id", &Space::facilitator_id),
        field("facilitated_by", &Space::facilitated_by, { .min = 0, .max = 200 }),
        field("hierarchy", &Space::hierarchy),
        field("hierarchy_words", &Space::hierarchy_words, { .min = 0, .max = 200 }),
        field("held_on", &Space::held_on),
        field("minutes", &Space::minutes, { .min = 5, .max = 480 }),
        field("open_until", &Space::open_until),
        field("who_reads", &Space::who_reads, { .min = 0, .max = 600 }),
        field("until_when", &Space::until_when, { .min = 0, .max = 600 }),
        field("cannot_promise", &Space::cannot_promise, { .min = 0, .max = 600 }),
        field("destroy_on", &Space::destroy_on),
        field("remainder", &Space::remainder),
        field("wider_space_id", &Space::wider_space_id),
        field("situations_kept", &Space::situations_kept),
        field("answer_delay_days", &Space::answer_delay_days, { .min = 1, .max = 365 }),
        field("state", &Space::state),
        field("step", &Space::step, { .min = 1, .max = steps }),
        field("return_on", &Space::return_on),
        field("returned_on", &Space::returned_on),
        field("return_words", &Space::return_words, { .min = 0, .max = 600 }),
        field("closed_on", &Space::closed_on),
        field("destroyed_on", &Space::destroyed_on),
        field("remainder_destroyed", &Space::remainder_destroyed),
        field("version", &Space::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// What opens a space. Only its facilitator is told the code; the salt is told to nobody and erased at closing.
struct SpaceKeys {
    std::string code; // "4KD27P"; "" once the contributions are destroyed
    std::string salt;
    std::string follow_token; // of the page that says what became of it; "" when it was revoked
};

/// A situation of work, told without naming anybody: what is asked, what is really done.
struct Situation {
    SituationId id;
    SpaceId space_id;
    std::string title;
    std::string asked;
    std::string done;
    std::vector<std::string> helps;
    std::vector<std::string> hinders;
    std::string cost_care;
    std::string cost_work;
    std::int64_t version = 1;
};

template <>
struct Describe<Situation> {
    static constexpr std::string_view name = "Situation";
    static constexpr auto fields = std::tuple {
        field("id", &Situation::id),
        field("space_id", &Situation::space_id),
        field("title", &Situation::title, one_line),
        field("asked", &Situation::asked, any_text),
        field("done", &Situation::done, any_text),
        field("helps", &Situation::helps, { .min = 0, .max = 20 }),
        field("hinders", &Situation::hinders, { .min = 0, .max = 20 }),
        field("cost_care", &Situation::cost_care, any_text),
        field("cost_work", &Situation::cost_work, any_text),
        field("version", &Situation::version, { .min = 1, .max = INT64_MAX }),
    };
};

/// The minutes as they were first written, then as the group corrected them: every version is kept.
struct MinutesVersion {
    SpaceId space_id;
    std::int64_t number = 1;
    std::string words;
    Date written_on;
};

template <>
struct Describe<MinutesVersion> {
    static constexpr std::string_view name = "MinutesVersion";
    static constexpr auto fields = std::tuple {
        field("space_id", &MinutesVersion::space_id),
        field("number", &MinutesVersion::number, { .min = 1, .max = 99 }),
        field("words", &MinutesVersion::words, { .min = 0, .max = 8000 }),
        field("written_on", &MinutesVersion::written_on),
    };
};

} // namespace etabli
