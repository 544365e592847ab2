// SPDX-License-Identifier: EUPL-1.2
// domain/thread/thread.hpp
//
// The thread: what came from what. Every object a person can walk to is a node; a link says that one became,
// answered or judged another. Nothing said gets lost: what was destroyed leaves a tombstone where it stood.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "domain/people/audience.hpp"

namespace etabli {

enum class ObjectKind {
    Programme,
    Space,
    Contribution,
    Situation,
    Idea,
    Proposal,
    LocalRule,
    Experiment,
    Conclusion,
    Sheet,
    Axis,
    Gate,
    Campaign, // once its results are published
    Adoption // another place took it up
};

template <>
struct Names<ObjectKind> {
    static constexpr std::array table {
        std::pair { ObjectKind::Programme, std::string_view("programme") },
        std::pair { ObjectKind::Space, std::string_view("space") },
        std::pair { ObjectKind::Contribution, std::string_view("contribution") },
        std::pair { ObjectKind::Situation, std::string_view("situation") },
        std::pair { ObjectKind::Idea, std::string_view("idea") },
        std::pair { ObjectKind::Proposal, std::string_view("proposal") },
        std::pair { ObjectKind::LocalRule, std::string_view("local_rule") },
        std::pair { ObjectKind::Experiment, std::string_view("experiment") },
        std::pair { ObjectKind::Conclusion, std::string_view("conclusion") },
        std::pair { ObjectKind::Sheet, std::string_view("sheet") },
        std::pair { ObjectKind::Axis, std::string_view("axis") },
        std::pair { ObjectKind::Gate, std::string_view("gate") },
        std::pair { ObjectKind::Campaign, std::string_view("campaign") },
        std::pair { ObjectKind::Adoption, std::string_view("adoption") },
    };
};

struct ThreadNode {
    ObjectKind kind = ObjectKind::Idea;
    std::string object_id;
    PlaceId establishment_id;
    std::optional<ProgrammeId> programme_id;
    std::string title; // a sentence as said, or a name
    Date happened_on;
    std::string state; // the object's own code: "awaited", "extend", "closed"
    Audience audience = Audience::Establishment;
    bool destroyed = false; // a tombstone: the day is kept, the words are not
};

template <>
struct Describe<ThreadNode> {
    static constexpr std::string_view name = "ThreadNode";
    static constexpr auto fields = std::tuple {
        field("kind", &ThreadNode::kind),
        field("object_id", &ThreadNode::object_id, one_line),
        field("establishment_id", &ThreadNode::establishment_id),
        field("programme_id", &ThreadNode::programme_id),
        field("title", &ThreadNode::title, any_text),
        field("happened_on", &ThreadNode::happened_on),
        field("state", &ThreadNode::state, { .min = 0, .max = 40 }),
        field("audience", &ThreadNode::audience),
        field("destroyed", &ThreadNode::destroyed),
    };
};

/// `relation` is a code: "became", "answered_by", "tried_in", "judged_by", "told_in", "taken_up", "part_of", "cites".
struct ThreadLink {
    ObjectKind from_kind = ObjectKind::Idea;
    std::string from_id;
    ObjectKind to_kind = ObjectKind::Proposal;
    std::string to_id;
    std::string relation;
    Date linked_on;
};

template <>
struct Describe<ThreadLink> {
    static constexpr std::string_view name = "ThreadLink";
    static constexpr auto fields = std::tuple {
        field("from_kind", &ThreadLink::from_kind),
        field("from_id", &ThreadLink::from_id, one_line),
        field("to_kind", &ThreadLink::to_kind),
        field("to_id", &ThreadLink::to_id, one_line),
        field("relation", &ThreadLink::relation, one_line),
        field("linked_on", &ThreadLink::linked_on),
    };
};

} // namespace etabli
