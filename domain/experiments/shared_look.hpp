// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/shared_look.hpp
//
// What a session of embedded evaluation leaves in the shared conclusion: how each activity that was kept is lived since
// the trial, in one word for each family of criteria, and sentences without author. There is no count and no sum
// here: no type of this file can hold one.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"

namespace etabli {

/// One cell. TooFew: fewer than five said something of it (docs/methods/evaluation_session.md).
enum class Reading { Worse, Same, Better, Different, TooFew };

template <>
struct Names<Reading> {
    static constexpr std::array table {
        std::pair { Reading::Worse, std::string_view("worse") },
        std::pair { Reading::Same, std::string_view("same") },
        std::pair { Reading::Better, std::string_view("better") },
        std::pair { Reading::Different, std::string_view("different") },
        std::pair { Reading::TooFew, std::string_view("too_few") },
    };
};

/// An activity, in the words of that day. Nothing in a cell: aloud, the group said nothing of it.
struct ActivityReadings {
    std::string activity;
    std::optional<Reading> effectiveness;
    std::optional<Reading> technical;
    std::optional<Reading> social;
};

template <>
struct Describe<ActivityReadings> {
    static constexpr std::string_view name = "ActivityReadings";
    static constexpr auto fields = std::tuple {
        field("activity", &ActivityReadings::activity, one_line),
        field("effectiveness", &ActivityReadings::effectiveness),
        field("technical", &ActivityReadings::technical),
        field("social", &ActivityReadings::social),
    };
};

/// Whether people answered each for themselves, or said aloud what the scribe wrote down.
enum class LookedBy { Answers, Aloud };

template <>
struct Names<LookedBy> {
    static constexpr std::array table {
        std::pair { LookedBy::Answers, std::string_view("answers") },
        std::pair { LookedBy::Aloud, std::string_view("aloud") },
    };
};

struct SharedLook {
    LookedBy by = LookedBy::Answers;
    std::vector<ActivityReadings> activities;
    std::vector<std::string> effectiveness; // sentences, in an order drawn for each family
    std::vector<std::string> technical;
    std::vector<std::string> social;
};

template <>
struct Describe<SharedLook> {
    static constexpr std::string_view name = "SharedLook";
    static constexpr Bounds sentences { .min = 0, .max = 120 }; // one of each phone and of each sheet
    static constexpr auto fields = std::tuple {
        field("by", &SharedLook::by),
        field("activities", &SharedLook::activities, { .min = 0, .max = 4 }),
        field("effectiveness", &SharedLook::effectiveness, sentences),
        field("technical", &SharedLook::technical, sentences),
        field("social", &SharedLook::social, sentences),
    };
};

} // namespace etabli
