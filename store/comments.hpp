// SPDX-License-Identifier: EUPL-1.2
// store/comments.hpp
//
// Comments while they are read together, and the text of those that were released.

#pragma once

#include "domain/surveys/comments.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct CommentRelease {
    CampaignId campaign_id;
    std::string released; // JSON: by question, {"written": how many, "comments": ["…"]} in the order they were read in
    std::string hash; // hex SHA-256
};

/// Being read, by number.
Result<std::vector<Comment>> comments_of(Reader& reader, const CampaignId& campaign);
/// `not_found` when there is none of this number.
Result<Comment> load_comment(Reader& reader, const CampaignId& campaign, std::int64_t number);
Result<void> insert_comments(Transaction& transaction, const std::vector<Comment>& comments);
Result<void> keep_comment(Transaction& transaction, const Comment& comment);

/// On the day the manifest said, released or not.
Result<void> destroy_due_comments(Transaction& transaction, Instant now);

Result<std::optional<CommentRelease>> find_comment_release(Reader& reader, const CampaignId& campaign);
/// Once; what was being read is gone with it.
Result<void> release_comments(Transaction& transaction, const CommentRelease& release);

} // namespace etabli::store

namespace etabli {

template <>
struct Describe<store::CommentRelease> {
    using T = store::CommentRelease;
    static constexpr std::string_view name = "CommentRelease";
    static constexpr auto fields
        = std::tuple { field("campaign_id", &T::campaign_id), field("released", &T::released), field("hash", &T::hash) };
};

} // namespace etabli
