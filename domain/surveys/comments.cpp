// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/comments.cpp

#include "domain/surveys/comments.hpp"

namespace etabli::surveys {

std::vector<Comment> comments_to_read(const CampaignId& campaign, const std::vector<tabulation::Comments>& by_question)
{
    std::vector<Comment> comments;
    for (const auto& [item, texts] : by_question)
        for (const auto& text : texts)
            comments.push_back({ campaign, static_cast<std::int64_t>(comments.size() + 1), item, text, text });
    return comments;
}

Result<Comment> settle(Comment comment, HalfHolder college, std::string shown)
{
    if (!shown.empty() && !tabulation::hides_only(comment.written, shown))
        return Problem::of_field("/shown", "campaign.words_added");
    if (shown != comment.shown) {
        comment.shown = std::move(shown);
        comment.direction = comment.staff_representatives = false;
    }
    (college == HalfHolder::Direction ? comment.direction : comment.staff_representatives) = true;
    return comment;
}

} // namespace etabli::surveys
