// SPDX-License-Identifier: EUPL-1.2
// server/surveys/opening.cpp

#include "server/surveys/opening.hpp"

#include <thread>

#include "base/parallel.hpp"
#include "engine/disclosure/tables.hpp"
#include "engine/publication/publication.hpp"
#include "engine/tabulation/comments.hpp"
#include "server/resources/campaign_views.hpp"
#include "server/surveys/manifest.hpp"
#include "store/ballots.hpp"

namespace etabli::surveys {

using ballots::Ballot;
using ballots::CheckedOpening;
using ballots::Envelope;

namespace {

int threads()
{
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

std::string bound_of(const Ballot& ballot, Envelope envelope)
{
    return ballots::bound_of(ballot.campaign, ballots::nonce_of(ballot.key), envelope);
}

/// What does not open to a padded text was sealed by no page of ours: it answers nothing.
std::string text_or_nothing(Result<std::string> padded)
{
    auto text = padded.ok() ? ballots::without_padding(padded.value()) : std::move(padded);
    return text.ok() ? std::move(text).value() : std::string();
}

Result<std::string> publication_file(
    const publication::Release& release, const instruments::Form& form, const Campaign& campaign, const store::CampaignKey& key)
{
    std::string file;
    TRY(publication::write_publication(release, tabulation::items_of(tabulation::counted_items(form)),
        tabulation::release_rules(campaign.k), { campaign.title, campaign.closes_on->text(), {} },
        { signing_key_of(key).bytes() }, [&](std::string_view bytes) -> Result<void> {
            file += bytes;
            return {};
        }));
    return file;
}

} // namespace

Result<ClosedSet> closed_set(store::Reader& reader, const CampaignId& campaign)
{
    ClosedSet set;
    std::vector<std::string> receipts;
    Result<void> read;
    TRY(store::each_closed_ballot(reader, campaign.text(), [&](const store::KeptBallot& kept) {
        auto ballot = ballots::ballot_in(kept.record);
        if (!ballot.ok()) {
            read = std::move(ballot).problem();
            return;
        }
        receipts.push_back(kept.receipt);
        set.ballots.push_back(std::move(ballot).value());
    }));
    TRY(std::move(read));
    set.root = store::root_of(receipts);
    // What was closed is what is there, or nobody opens it.
    const auto closed = TRY(store::find_urn_campaign(reader, campaign.text()));
    if (!closed || closed->root != set.root)
        return Problem("campaign.set_moved");
    return set;
}

Result<ballots::Point> public_half_of(const CampaignHalf& half)
{
    const auto point = ballots::point_in(from_hex(half.public_half.value_or("")).value_or(""));
    if (!point)
        return Problem("campaign.wrong_stage");
    return *point;
}

Result<std::vector<CheckedOpening>> checked_openings(
    const ClosedSet& set, Envelope envelope, const Campaign& campaign, const CampaignHalf& half, std::string_view openings)
{
    if (openings.size() != set.ballots.size() * opening_bytes)
        return Problem("campaign.set_moved");
    const auto own = TRY(public_half_of(half));
    const auto context = opening_context(campaign.id, half.holder, ballots::name_of(envelope));
    std::vector<std::optional<CheckedOpening>> checked(set.ballots.size());
    each_in_parallel(threads(), set.ballots.size(), [&](std::size_t number) {
        const auto bytes = openings.substr(number * opening_bytes, opening_bytes);
        const auto point = ballots::point_in(bytes.substr(0, 32));
        const auto proof = ballots::EqualityProof::create(bytes.substr(32));
        if (!point || !proof)
            return;
        auto opening = CheckedOpening::create({ *point, *proof }, own, set.ballots[number].envelope(envelope).point, context);
        if (opening.ok())
            checked[number] = std::move(opening).value();
    });
    std::vector<CheckedOpening> all;
    for (auto& each : checked) {
        if (!each)
            return Problem("campaign.proof_invalid");
        all.push_back(*std::move(each));
    }
    return all;
}

Result<std::vector<std::string>> open_envelopes(
    store::Reader& reader, const ClosedSet& set, Envelope envelope, const Campaign& campaign)
{
    std::vector<std::string> texts(set.ballots.size());
    if (campaign.mode == CampaignMode::Light) {
        const auto half = TRY(server_half_of(TRY(store::load_key(reader, campaign.id))));
        each_in_parallel(threads(), texts.size(), [&](std::size_t number) {
            const auto& ballot = set.ballots[number];
            texts[number] = text_or_nothing(ballots::open_alone(ballot.envelope(envelope), half, bound_of(ballot, envelope)));
        });
        return texts;
    }
    std::vector<std::vector<CheckedOpening>> by_college;
    for (const auto& opening : TRY(store::openings_of(reader, campaign.id, envelope)))
        by_college.push_back(TRY(checked_openings(set, envelope, campaign,
            TRY(store::load_half(reader, campaign.id, opening.holder)), from_base64url(opening.openings).value_or(""))));
    if (by_college.size() != 2)
        return Problem("campaign.wrong_stage");
    each_in_parallel(threads(), texts.size(), [&](std::size_t number) {
        const auto& ballot = set.ballots[number];
        texts[number] = text_or_nothing(ballots::open_together(
            ballot.envelope(envelope), by_college[0][number], by_college[1][number], bound_of(ballot, envelope)));
    });
    return texts;
}

Result<Made> make_publication(store::Reader& reader, const Campaign& campaign, Random& random)
{
    const auto set = TRY(closed_set(reader, campaign.id));
    const auto placed
        = tabulation::place_ballots(campaign.cut, campaign.k, TRY(open_envelopes(reader, set, Envelope::Profile, campaign)));
    const auto form = TRY(resources::form_of(reader, campaign));
    const auto mask = TRY(store::find_mask(reader, campaign.id));
    if (!form || !mask)
        return Problem("server.internal", "a campaign lost its questionnaire or its mask");
    const auto answers = TRY(open_envelopes(reader, set, Envelope::Answers, campaign));
    auto release = TRY(tabulation::count_answers(placed, campaign.k, *form, answers, tabulation::Sensitive::AsRulesSay));
    if (!release.report.is_safe()) // a range of a sensitive question was nearly told: none of them is shown
        release = TRY(tabulation::count_answers(placed, campaign.k, *form, answers, tabulation::Sensitive::Withheld));
    // What was signed is what is shown, or nothing is.
    if (sha256_hex(disclosure::mask_text(release.respondents, release.protection)) != mask->hash)
        return Problem("server.internal", "the mask is not the one that was signed");
    if (!release.report.is_safe())
        return Made {};
    return Made { TRY(publication_file(release, *form, campaign, TRY(store::load_key(reader, campaign.id)))),
        comments_to_read(campaign.id, tabulation::comments_of(placed, *form, answers, random)) };
}

} // namespace etabli::surveys
