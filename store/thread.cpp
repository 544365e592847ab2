// SPDX-License-Identifier: EUPL-1.2
// store/thread.cpp

#include "store/thread.hpp"

#include <set>

#include "engine/texts/stems.hpp"

namespace etabli::store {

namespace {

/// A long sheet has a few hundred different stems; more than this is not written by people.
constexpr std::size_t stems_max = 2000;

Result<void> forget_words(Transaction& transaction, ObjectKind kind, const std::string& object_id)
{
    TRY(transaction.execute("delete from search_stem where kind = :kind and object_id = :object_id",
        { { "kind", kind }, { "object_id", object_id } }));
    return {};
}

Result<void> keep_words(Transaction& transaction, const ThreadNode& node, std::string_view words)
{
    std::set<std::string> kept;
    for (auto& stem : texts::stems(words))
        if (kept.size() < stems_max)
            kept.insert(std::move(stem));
    for (const auto& stem : kept)
        TRY(transaction.execute(
            R"sql(
                insert into search_stem (stem, kind, object_id, establishment_id, happened_on, wide)
                values (:stem, :kind, :object_id, :place, :happened_on, :wide)
            )sql",
            { { "stem", stem }, { "kind", node.kind }, { "object_id", node.object_id }, { "place", node.establishment_id },
                { "happened_on", node.happened_on }, { "wide", node.audience > Audience::Establishment } }));
    return {};
}

} // namespace

Result<void> put_node(Transaction& transaction, const ThreadNode& node, std::string_view words)
{
    TRY(forget_words(transaction, node.kind, node.object_id));
    TRY(transaction.execute("delete from thread_node where kind = :kind and object_id = :object_id",
        { { "kind", node.kind }, { "object_id", node.object_id } }));
    TRY(transaction.insert("thread_node", node));
    if (node.destroyed)
        return {};
    return keep_words(transaction, node, words);
}

Result<void> link_nodes(Transaction& transaction, const ThreadLink& link)
{
    TRY(transaction.execute(R"sql(
        insert into thread_link (from_kind, from_id, to_kind, to_id, relation, linked_on)
        values (:from_kind, :from_id, :to_kind, :to_id, :relation, :linked_on)
        on conflict (from_kind, from_id, to_kind, to_id, relation) do nothing
    )sql",
        { { "from_kind", link.from_kind }, { "from_id", link.from_id }, { "to_kind", link.to_kind }, { "to_id", link.to_id },
            { "relation", link.relation }, { "linked_on", link.linked_on } }));
    return {};
}

Result<void> bury_node(Transaction& transaction, ObjectKind kind, const std::string& object_id)
{
    TRY(forget_words(transaction, kind, object_id));
    TRY(transaction.execute(R"sql(
        update thread_node set title = '', state = 'destroyed', destroyed = 1
         where kind = :kind and object_id = :object_id
    )sql",
        { { "kind", kind }, { "object_id", object_id } }));
    return {};
}

Result<std::optional<ThreadNode>> find_node(Reader& reader, ObjectKind kind, const std::string& object_id)
{
    return reader.find<ThreadNode>("select * from thread_node where kind = :kind and object_id = :object_id",
        { { "kind", kind }, { "object_id", object_id } });
}

} // namespace etabli::store
