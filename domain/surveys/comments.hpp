// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/comments.hpp
//
// Comments, read together before anybody else reads them: each college hides what would name somebody, or leaves a comment out, and
// what both agree to is released at once. Nobody writes into what was written. docs/anonymity.md, section 9.

#pragma once

#include "domain/surveys/campaigns.hpp"
#include "engine/tabulation/comments.hpp"

namespace etabli {

struct Comment {
    CampaignId campaign_id;
    std::int64_t number = 1; // an order that says nothing
    std::string item;
    std::string written;
    std::string shown; // what would be released of it; nothing: it is left out
    bool direction = false; // agrees to what would be shown
    bool staff_representatives = false;

    bool is_settled() const { return direction && staff_representatives; }
};

namespace surveys {

/// As both colleges find them: shown as they were written, and nothing agreed to.
std::vector<Comment> comments_to_read(const CampaignId& campaign, const std::vector<tabulation::Comments>& by_question);

/// One college's word on a comment: it agrees to what it says is shown; the other agrees again when that is something else than before.
/// `campaign.words_added` when it is not what was written, with words hidden.
Result<Comment> settle(Comment comment, HalfHolder college, std::string shown);

} // namespace surveys

template <>
struct Describe<Comment> {
    using T = Comment;
    static constexpr std::string_view name = "Comment";
    static constexpr Bounds words { .min = 0, .max = 20'000 };
    static constexpr auto fields
        = std::tuple { field("campaign_id", &T::campaign_id), field("number", &T::number, { .min = 1, .max = INT64_MAX }),
              field("item", &T::item), field("written", &T::written, words), field("shown", &T::shown, words),
              field("direction", &T::direction), field("staff_representatives", &T::staff_representatives) };
};

} // namespace etabli
