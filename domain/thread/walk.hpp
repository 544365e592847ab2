// SPDX-License-Identifier: EUPL-1.2
// domain/thread/walk.hpp
//
// Walking the thread: from any object, what it came from and what became of it, as one line in the order of days.
//
// Links are written in the direction of time (a proposal "became" an experiment), with two exceptions that point
// back: "cites" (a sheet cites the sentence it came from) and "part_of" (an idea is part of the space where it
// was said). A container is where things stand, not what they came from: the walk shows it and goes no further.

#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/people/people.hpp"
#include "domain/thread/thread.hpp"

namespace etabli {

/// What an object is called in the thread.
using ObjectKey = std::pair<ObjectKind, std::string>;

enum class ThreadRelation { Ancestor, Itself, Descendant };

template <>
struct Names<ThreadRelation> {
    static constexpr std::array table {
        std::pair { ThreadRelation::Ancestor, std::string_view("ancestor") },
        std::pair { ThreadRelation::Itself, std::string_view("itself") },
        std::pair { ThreadRelation::Descendant, std::string_view("descendant") },
    };
};

/// The places whose things a reader may read, by how far those were opened.
struct ReadingCircle {
    std::set<PlaceId> own; // where they hold a mandate
    std::set<PlaceId> cluster; // who shares a cluster with one of those
    std::set<PlaceId> region; // who stands under a region where they hold a mandate, or in the same one
};

/// What was destroyed may still be walked past: its day is kept, its words are gone.
bool may_read(const ReadingCircle& circle, const ThreadNode& node);

/// The direction of time of a link: first the earlier, then the later.
struct Step {
    ObjectKey earlier;
    ObjectKey later;
    bool contains = false; // the earlier only holds the later
};

Step step_of(const ThreadLink& link);

/// A knot of the line.
struct ThreadKnot {
    ThreadRelation relation = ThreadRelation::Itself;
    ThreadNode node;
};

/// The nodes reached, laid out by day; of one day, what came first before what came of it; then by kind and id.
std::vector<ThreadKnot> in_order(const ObjectKey& root, const std::set<ObjectKey>& ancestors,
    const std::vector<ThreadNode>& nodes, const std::vector<ThreadLink>& links);

} // namespace etabli
