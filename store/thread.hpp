// SPDX-License-Identifier: EUPL-1.2
// store/thread.hpp
//
// Nodes and links of the thread, and the words by which search finds a node. Whoever writes an object writes its
// node in the same transaction.

#pragma once

#include "domain/thread/thread.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// Writes the node, or what it has become. `words` is all the text of the object that search should find, its
/// title included; a destroyed node keeps none.
Result<void> put_node(Transaction& transaction, const ThreadNode& node, std::string_view words);
/// Twice the same link is one.
Result<void> link_nodes(Transaction& transaction, const ThreadLink& link);
/// The tombstone: title and words go, the day, the state "destroyed" and the links remain.
Result<void> bury_node(Transaction& transaction, ObjectKind kind, const std::string& object_id);

Result<std::optional<ThreadNode>> find_node(Reader& reader, ObjectKind kind, const std::string& object_id);

} // namespace etabli::store
