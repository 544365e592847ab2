// SPDX-License-Identifier: EUPL-1.2
// store/comments.cpp

#include "store/comments.hpp"

namespace etabli::store {

Result<std::vector<Comment>> comments_of(Reader& reader, const CampaignId& campaign)
{
    return reader.all<Comment>(
        "select * from comment_read where campaign_id = :campaign order by number", { { "campaign", campaign } });
}

Result<Comment> load_comment(Reader& reader, const CampaignId& campaign, std::int64_t number)
{
    return reader.load<Comment>("select * from comment_read where campaign_id = :campaign and number = :number",
        { { "campaign", campaign }, { "number", number } });
}

Result<void> insert_comments(Transaction& transaction, const std::vector<Comment>& comments)
{
    for (const auto& comment : comments)
        TRY(transaction.insert("comment_read", comment));
    return {};
}

Result<void> keep_comment(Transaction& transaction, const Comment& comment)
{
    TRY(transaction.execute("update comment_read set shown = :shown, direction = :direction,"
                            " staff_representatives = :staff where campaign_id = :campaign and number = :number",
        { { "shown", comment.shown }, { "direction", comment.direction }, { "staff", comment.staff_representatives },
            { "campaign", comment.campaign_id }, { "number", comment.number } }));
    return {};
}

Result<std::optional<CommentRelease>> find_comment_release(Reader& reader, const CampaignId& campaign)
{
    return reader.find<CommentRelease>(
        "select * from comment_release where campaign_id = :campaign", { { "campaign", campaign } });
}

Result<void> destroy_due_comments(Transaction& transaction, Instant now)
{
    TRY(transaction.execute(
        "delete from comment_read where campaign_id in (select id from campaign where destroy_by <= :today)",
        { { "today", now.day_in_paris() } }));
    return {};
}

Result<void> release_comments(Transaction& transaction, const CommentRelease& release)
{
    TRY(transaction.insert("comment_release", release));
    TRY(transaction.execute("delete from comment_read where campaign_id = :campaign", { { "campaign", release.campaign_id } }));
    return {};
}

} // namespace etabli::store
