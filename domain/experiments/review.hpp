// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/review.hpp
//
// The shared conclusion: the session in which those who do the work look at it again, and what they conclude.
// It needs no figure. Its four outcomes are equal in dignity: none has a sign, an order or a colour.

#pragma once

#include <string>
#include <vector>

#include "domain/experiments/experiments.hpp"
#include "domain/experiments/shared_look.hpp"

namespace etabli {

enum class Outcome { Extend, Adapt, GoBack, NotPursue };

template <>
struct Names<Outcome> {
    static constexpr std::array table {
        std::pair { Outcome::Extend, std::string_view("extend") },
        std::pair { Outcome::Adapt, std::string_view("adapt") },
        std::pair { Outcome::GoBack, std::string_view("go_back") },
        std::pair { Outcome::NotPursue, std::string_view("not_pursue") },
    };
};

struct BeforeAfter {
    std::string before;
    std::string after;
};

template <>
struct Describe<BeforeAfter> {
    static constexpr std::string_view name = "BeforeAfter";
    static constexpr Bounds some { .min = 0, .max = 500 };
    static constexpr auto fields = std::tuple {
        field("before", &BeforeAfter::before, some),
        field("after", &BeforeAfter::after, some),
    };
};

/// The session, written while it goes on. `id` is the experiment's.
struct SharedReview {
    ExperimentId id;
    Date held_on;
    std::int64_t people = 0; // how many were in the room
    std::vector<std::string> activities; // what was looked at, as it is done
    BeforeAfter effectiveness;
    BeforeAfter technical;
    BeforeAfter social;
    std::int64_t version = 1;
    std::optional<SharedLook> look = {}; // what a session of embedded evaluation showed; nobody writes over it
};

template <>
struct Describe<SharedReview> {
    static constexpr std::string_view name = "SharedReview";
    static constexpr auto fields = std::tuple {
        field("id", &SharedReview::id),
        field("held_on", &SharedReview::held_on),
        field("people", &SharedReview::people, { .min = 0, .max = 500 }),
        field("activities", &SharedReview::activities, { .min = 0, .max = 8 }),
        field("effectiveness", &SharedReview::effectiveness),
        field("technical", &SharedReview::technical),
        field("social", &SharedReview::social),
        field("version", &SharedReview::version, { .min = 1, .max = INT64_MAX }),
        field("look", &SharedReview::look),
    };
};

struct SharedConclusion {
    EntryId id;
    ExperimentId experiment_id;
    Outcome outcome = Outcome::Adapt;
    Date concluded_on;
    std::string words; // the group's own
    std::string disagreement; // kept as it was said
    std::string learnt;
    std::string would_need;
};

template <>
struct Describe<SharedConclusion> {
    static constexpr std::string_view name = "SharedConclusion";
    static constexpr auto fields = std::tuple {
        field("id", &SharedConclusion::id),
        field("experiment_id", &SharedConclusion::experiment_id),
        field("outcome", &SharedConclusion::outcome),
        field("concluded_on", &SharedConclusion::concluded_on),
        field("words", &SharedConclusion::words, { .min = 1, .max = 1500 }),
        field("disagreement", &SharedConclusion::disagreement, { .min = 0, .max = 800 }),
        field("learnt", &SharedConclusion::learnt, { .min = 0, .max = 600 }),
        field("would_need", &SharedConclusion::would_need, { .min = 0, .max = 600 }),
    };
};

} // namespace etabli
