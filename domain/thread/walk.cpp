// SPDX-License-Identifier: EUPL-1.2
// domain/thread/walk.cpp

#include "domain/thread/walk.hpp"

#include <algorithm>
#include <tuple>

namespace etabli {

namespace {

using Depths = std::map<ObjectKey, std::size_t>;

/// How many steps of the line stand before each object; links that turn in a circle are followed once.
Depths depths_of(const std::vector<ThreadNode>& nodes, const std::vector<ThreadLink>& links)
{
    Depths depths;
    for (const auto& node : nodes)
        depths[{ node.kind, node.object_id }] = 0;
    for (std::size_t round = 0; round < nodes.size(); ++round) {
        bool moved = false;
        for (const auto& link : links) {
            const auto step = step_of(link);
            const auto earlier = depths.find(step.earlier);
            const auto later = depths.find(step.later);
            if (earlier == depths.end() || later == depths.end() || later->second > earlier->second)
                continue;
            if (earlier->second + 1 < nodes.size()) {
                later->second = earlier->second + 1;
                moved = true;
            }
        }
        if (!moved)
            break;
    }
    return depths;
}

} // namespace

bool may_read(const ReadingCircle& circle, const ThreadNode& node)
{
    switch (node.audience) {
    case Audience::Authors:
        // A draft is read in its own room, never walked past. A sentence is: its node has a day and no words.
        return (node.kind == ObjectKind::Contribution || node.destroyed) && circle.own.contains(node.establishment_id);
    case Audience::Public:
        return true;
    case Audience::Region:
        if (circle.region.contains(node.establishment_id))
            return true;
        [[fallthrough]];
    case Audience::Cluster:
        if (circle.cluster.contains(node.establishment_id))
            return true;
        [[fallthrough]];
    case Audience::Establishment:
        return circle.own.contains(node.establishment_id);
    }
    return false;
}

Step step_of(const ThreadLink& link)
{
    const ObjectKey from { link.from_kind, link.from_id };
    const ObjectKey to { link.to_kind, link.to_id };
    if (link.relation == "part_of")
        return { to, from, true };
    if (link.relation == "cites")
        return { to, from, false };
    return { from, to, false };
}

std::vector<ThreadKnot> in_order(const ObjectKey& root, const std::set<ObjectKey>& ancestors,
    const std::vector<ThreadNode>& nodes, const std::vector<ThreadLink>& links)
{
    const auto depths = depths_of(nodes, links);
    std::vector<ThreadKnot> line;
    line.reserve(nodes.size());
    for (const auto& node : nodes) {
        const ObjectKey key { node.kind, node.object_id };
        const auto relation = key == root ? ThreadRelation::Itself
            : ancestors.contains(key)     ? ThreadRelation::Ancestor
                                          : ThreadRelation::Descendant;
        line.push_back({ relation, node });
    }
    std::sort(line.begin(), line.end(), [&](const ThreadKnot& left, const ThreadKnot& right) {
        const auto place = [&](const ThreadKnot& knot) {
            const auto& node = knot.node;
            return std::tuple(node.happened_on, depths.at({ node.kind, node.object_id }), node.kind, node.object_id);
        };
        return place(left) < place(right);
    });
    return line;
}

} // namespace etabli
