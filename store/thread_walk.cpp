// SPDX-License-Identifier: EUPL-1.2
// store/thread_walk.cpp

#include "store/thread_walk.hpp"

#include "store/circle.hpp"
#include "store/thread.hpp"

namespace etabli::store {

namespace {

/// A line longer than this is read by nobody; a discussion of thirty people with all it became has about a hundred.
constexpr std::size_t knots_max = 200;
/// From a sentence to another region's adoption there are nine steps in the longest thread we know.
constexpr int levels_max = 24;

enum class Direction { Back, Forth };

class Walk {
public:
    Walk(Reader& reader, const ReadingCircle& circle, ObjectKey root) : reader_(reader), circle_(circle), root_(std::move(root))
    {
    }

    Result<Walked> run()
    {
        const auto node = TRY(find_node(reader_, root_.first, root_.second));
        if (!node || !may_read(circle_, *node))
            return Problem("not_found");
        nodes_.emplace(root_, *node);
        TRY(go(Direction::Back));
        for (const auto& [key, reached] : nodes_)
            if (key != root_)
                ancestors_.insert(key);
        TRY(go(Direction::Forth));
        std::vector<ThreadNode> reached;
        for (auto& [key, found] : nodes_)
            reached.push_back(std::move(found));
        return Walked { in_order(root_, ancestors_, reached, links_), goes_further_ };
    }

private:
    Result<void> go(Direction direction)
    {
        std::set<ObjectKey> frontier { root_ };
        for (int level = 0; level < levels_max && !frontier.empty(); ++level) {
            std::set<ObjectKey> wanted;
            std::set<ObjectKey> last; // shown, but not walked through
            for (const auto& link : TRY(links_of(frontier))) {
                const auto step = step_of(link);
                const auto& here = direction == Direction::Back ? step.later : step.earlier;
                const auto& there = direction == Direction::Back ? step.earlier : step.later;
                if (!frontier.contains(here))
                    continue;
                if (step.contains && direction == Direction::Forth && here != root_)
                    continue;
                links_.push_back(link);
                (step.contains && (direction == Direction::Back || here.first == ObjectKind::Programme) ? last : wanted)
                    .insert(there);
            }
            frontier = TRY(reach(wanted));
            TRY(reach(last));
        }
        goes_further_ |= !frontier.empty();
        return {};
    }

    /// Both tables are indexed by kind, then by id: without the kind they would be read whole.
    static std::map<ObjectKind, std::set<std::string>> by_kind(const std::set<ObjectKey>& keys)
    {
        std::map<ObjectKind, std::set<std::string>> ids;
        for (const auto& [kind, id] : keys)
            ids[kind].insert(id);
        return ids;
    }

    Result<std::vector<ThreadLink>> links_of(const std::set<ObjectKey>& keys)
    {
        std::vector<ThreadLink> links;
        for (const auto& [kind, ids] : by_kind(keys)) {
            Params params { { "kind", kind } };
            const auto list = in_list("id", ids, params);
            // Each end has its own index; `or` would use neither.
            auto found = TRY(reader_.all<ThreadLink>("select * from thread_link where from_kind = :kind and from_id in (" + list
                    + ") union select * from thread_link where to_kind = :kind and to_id in (" + list + ")",
                params));
            for (auto& link : found) // one between two kinds is found from both
                if (link.from_kind == kind || !keys.contains({ link.from_kind, link.from_id }))
                    links.push_back(std::move(link));
        }
        return links;
    }

    /// Reads those of the nodes that are new; answers with them, to be walked from.
    Result<std::set<ObjectKey>> reach(const std::set<ObjectKey>& wanted)
    {
        std::set<ObjectKey> fresh;
        for (const auto& key : wanted)
            if (!nodes_.contains(key))
                fresh.insert(key);
        std::set<ObjectKey> found;
        for (const auto& [kind, ids] : by_kind(fresh)) {
            Params params { { "kind", kind } };
            const auto list = in_list("id", ids, params);
            for (auto& node : TRY(reader_.all<ThreadNode>(
                     "select * from thread_node where kind = :kind and object_id in (" + list + ")", params))) {
                if (!may_read(circle_, node) || nodes_.size() >= knots_max) {
                    goes_further_ = true;
                    continue;
                }
                const ObjectKey key { node.kind, node.object_id };
                nodes_.emplace(key, std::move(node));
                found.insert(key);
            }
        }
        return found;
    }

    Reader& reader_;
    const ReadingCircle& circle_;
    ObjectKey root_;
    std::map<ObjectKey, ThreadNode> nodes_;
    std::set<ObjectKey> ancestors_;
    std::vector<ThreadLink> links_;
    bool goes_further_ = false;
};

} // namespace

Result<Walked> walk_thread(Reader& reader, const ReadingCircle& circle, const ObjectKey& root)
{
    return Walk(reader, circle, root).run();
}

} // namespace etabli::store
