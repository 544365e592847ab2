// SPDX-License-Identifier: EUPL-1.2
// store/search.hpp
//
// Finding again, among what one may read: every word must be there, the newest comes first, nothing is scored.

#pragma once

#include "domain/thread/walk.hpp"
#include "engine/texts/search_terms.hpp"
#include "store/database.hpp"

namespace etabli::store {

inline constexpr std::int64_t search_page = 20;
/// Older than the five hundredth find, another word finds better.
inline constexpr std::int64_t search_pages_max = 25;

struct Found {
    std::vector<ThreadNode> nodes;
    bool has_more = false;
};

Result<Found> search(Reader& reader, const ReadingCircle& circle, const texts::SearchTerms& terms,
    const std::optional<ObjectKind>& kind, std::int64_t page);

} // namespace etabli::store
