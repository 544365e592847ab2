// SPDX-License-Identifier: EUPL-1.2
// server/surveys/opening.hpp
//
// The closed urn as colleges see it, and what both open of it together. docs/anonymity.md, section 7.

#pragma once

#include "domain/surveys/comments.hpp"
#include "store/campaigns.hpp"
#include "store/guichet.hpp"

namespace etabli::surveys {

/// Every ballot of a closed campaign, in the order of receipts.
struct ClosedSet {
    std::string root; // hex SHA-256 of the receipts, sorted, joined by newline
    std::vector<ballots::Ballot> ballots;
};
Result<ClosedSet> closed_set(store::Reader& reader, const CampaignId& campaign);

inline constexpr std::size_t opening_bytes = 96; // a point and its proof

/// What a half's public side is, as it was shown.
Result<ballots::Point> public_half_of(const CampaignHalf& half);

/// One college's openings of an envelope, each of which holds. `campaign.proof_invalid`, `campaign.set_moved` when they are not as many
/// as there are ballots.
Result<std::vector<ballots::CheckedOpening>> checked_openings(const ClosedSet& set, ballots::Envelope envelope,
    const Campaign& campaign, const CampaignHalf& half, std::string_view openings);

/// The texts of one envelope, by ballot; empty for what opens to nothing that was sealed.
Result<std::vector<std::string>> open_envelopes(
    store::Reader& reader, const ClosedSet& set, ballots::Envelope envelope, const Campaign& campaign);

/// What both envelopes come to.
struct Made {
    std::string file; // the release, signed by the guichet; empty when an attacker finds what may not be told
    std::vector<Comment> comments; // to be read by both colleges
};
/// An error when the mask is not the one that was signed.
Result<Made> make_publication(store::Reader& reader, const Campaign& campaign, Random& random);

} // namespace etabli::surveys
