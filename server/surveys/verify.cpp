// SPDX-License-Identifier: EUPL-1.2
// server/surveys/verify.cpp

#include "server/surveys/verify.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/publication/publication.hpp"
#include "server/surveys/manifest.hpp"
#include "store/ballots.hpp"

namespace etabli::surveys {

namespace {

/// A member of a JSON text, or an empty one: what is missing does not hold.
std::string text_at(const json::value& value, std::string_view pointer)
{
    boost::system::error_code error;
    const auto* found = value.find_pointer(json::string_view(pointer.data(), pointer.size()), error);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::int64_t number_at(const json::value& value, std::string_view pointer)
{
    boost::system::error_code error;
    const auto* found = value.find_pointer(json::string_view(pointer.data(), pointer.size()), error);
    return found != nullptr && found->is_int64() ? found->get_int64() : -1;
}

json::array list_at(const json::value& value, std::string_view pointer)
{
    boost::system::error_code error;
    const auto* found = value.find_pointer(json::string_view(pointer.data(), pointer.size()), error);
    return found != nullptr && found->is_array() ? found->get_array() : json::array();
}

std::string bytes_at(const json::value& value, std::string_view pointer)
{
    return from_base64url(text_at(value, pointer)).value_or("");
}

class Verification {
public:
    explicit Verification(const CampaignFiles& files) : files_(files) { }

    Result<std::vector<Checked>> run()
    {
        guichet_ = TRY(parse_json(files_.guichet));
        text_ = text_at(guichet_, "/data/manifest");
        manifest_ = TRY(parse_json(text_));
        keys_.emplace(TRY(keys_of(text_)));
        hash_ = sha256_hex(text_);
        check_manifest();
        if (!files_.urn.empty())
            check_chain(TRY(parse_json(files_.urn)));
        if (!files_.receipts.empty())
            check_receipts(TRY(parse_json(files_.receipts)));
        if (!files_.ballots.empty())
            check_ballots(TRY(parse_json(files_.ballots)));
        if (!files_.publication.empty())
            check_publication();
        if (!files_.page_folder.empty())
            check_page();
        return std::move(checks_);
    }

private:
    void note(std::string what, bool holds, std::string detail = {})
    {
        checks_.push_back({ std::move(what), holds, std::move(detail) });
    }

    void check_manifest()
    {
        if (!files_.hash.empty())
            note("manifest.hash", hash_.starts_with(files_.hash), hash_);
        note("manifest.questionnaire",
            sha256_hex(text_at(guichet_, "/data/instrument")) == text_at(manifest_, "/instrument/sha256"));
        const auto colleges = list_at(manifest_, "/colleges");
        if (text_at(manifest_, "/mode") == "light") {
            note("manifest.halves",
                colleges.size() == 1 && text_at(colleges[0], "/college") == "server" && is_signed(colleges[0]),
                "light mode: the server holds both halves");
            return;
        }
        std::optional<ballots::Point> joint;
        bool signed_by_all = colleges.size() == 2 && text_at(colleges[0], "/college") == "direction"
            && text_at(colleges[1], "/college") == "staff_representatives";
        for (const auto& college : colleges) {
            const auto point = ballots::point_in(bytes_at(college, "/public_half"));
            joint = !point ? std::nullopt : joint ? ballots::sum(*joint, *point) : point;
            signed_by_all = signed_by_all && is_signed(college);
        }
        note("manifest.signatures", signed_by_all, "direction, staff_representatives");
        note("manifest.joint_key", joint && std::string(as_text(*joint)) == bytes_at(manifest_, "/joint_key"));
    }

    bool is_signed(const json::value& college) const
    {
        for (const auto& signature : list_at(guichet_, "/data/signatures"))
            if (text_at(signature, "/college") == text_at(college, "/college"))
                return ballots::is_signed(
                    manifest_statement(hash_), bytes_at(signature, "/signature"), bytes_at(college, "/signing_key"));
        return false;
    }

    void check_chain(const json::value& urn)
    {
        auto head = hash_;
        std::int64_t released = 0;
        std::string broken;
        for (const auto& batch : list_at(urn, "/data/batches")) {
            const auto count = number_at(batch, "/count");
            head = store::next_head(head, text_at(batch, "/root"), count);
            released += count;
            if (broken.empty() && head != text_at(batch, "/head"))
                broken = fmt::format("batch {}", number_at(batch, "/number"));
        }
        if (const auto root = text_at(urn, "/data/closing/root"); !root.empty()) {
            released = number_at(urn, "/data/closing/count");
            head = store::next_head(head, root, released);
            closing_root_ = root;
        }
        note("urn.chain", broken.empty() && head == text_at(urn, "/data/head"),
            broken.empty() ? fmt::format("{} ballots, head {}", released, head) : broken);
        note("urn.count", released == number_at(urn, "/data/released"));
        released_ = released;
    }

    void check_receipts(const json::value& list)
    {
        for (const auto& receipt : list_at(list, "/data/receipts"))
            receipts_.emplace_back(receipt.is_string() ? std::string_view(receipt.get_string()) : std::string_view());
        const bool in_order = std::adjacent_find(receipts_.begin(), receipts_.end(), std::greater_equal<>()) == receipts_.end();
        note("receipts.each_once", in_order, fmt::format("{}", receipts_.size()));
        if (closing_root_)
            note("receipts.root", store::root_of(receipts_) == *closing_root_);
        if (released_)
            note("receipts.as_many_as_released", *released_ == static_cast<std::int64_t>(receipts_.size()));
        if (!files_.receipt.empty())
            note("receipts.own", std::binary_search(receipts_.begin(), receipts_.end(), files_.receipt));
    }

    /// Everything that can be checked of a ballot whose boxes are not at hand.
    std::string why_not(const json::value& ballot, const std::string& nonce) const
    {
        const auto& campaign = keys_->ballots.campaign;
        const auto message = bytes_at(ballot, "/prefix") + ballots::token_message(campaign, nonce);
        if (!keys_->ballots.token_key.verify(message, bytes_at(ballot, "/token")))
            return "token";
        for (const auto envelope : { ballots::Envelope::Profile, ballots::Envelope::Answers }) {
            const auto member = "/" + std::string(ballots::name_of(envelope));
            const auto point = ballots::point_in(bytes_at(ballot, member + "/point"));
            const auto proof = ballots::PossessionProof::create(bytes_at(ballot, member + "/proof"));
            if (!point || !proof
                || !ballots::holds(*proof, *point,
                    ballots::sealing_context(
                        ballots::bound_of(campaign, nonce, envelope), text_at(ballot, member + "/digest"))))
                return std::string(ballots::name_of(envelope));
        }
        return ballots::is_signed(signed_text(ballot, nonce), bytes_at(ballot, "/signature"), bytes_at(ballot, "/key"))
            ? std::string()
            : "signature";
    }

    std::string signed_text(const json::value& ballot, const std::string& nonce) const
    {
        auto text = "etabli.ballot.1:" + keys_->ballots.campaign + ":" + nonce;
        for (const auto* member : { "/profile", "/answers" })
            text += ":" + hex(bytes_at(ballot, std::string(member) + "/point")) + ":"
                + text_at(ballot, std::string(member) + "/digest") + ":"
                + hex(bytes_at(ballot, std::string(member) + "/proof"));
        return text;
    }

    void check_ballots(const json::value& set)
    {
        std::vector<std::string> receipts;
        std::string first;
        for (const auto& ballot : list_at(set, "/data/ballots")) {
            const auto nonce = ballots::nonce_of(bytes_at(ballot, "/key"));
            receipts.push_back(ballots::receipt_of(nonce));
            if (const auto why = first.empty() ? why_not(ballot, nonce) : std::string(); !why.empty())
                first = receipts.back() + ": " + why;
        }
        const bool in_order = std::adjacent_find(receipts.begin(), receipts.end(), std::greater_equal<>()) == receipts.end();
        note("ballots.root", in_order && store::root_of(receipts) == text_at(set, "/data/root"),
            fmt::format("{}", receipts.size()));
        note("ballots.each", first.empty(), first);
        if (!receipts_.empty())
            note("ballots.are_the_receipts", receipts == receipts_);
        counted_ = static_cast<std::int64_t>(receipts.size());
    }

    /// What stands in the folder must be what both colleges signed for; somebody fetches it where others do.
    void check_page()
    {
        std::string first;
        const auto served = page_digests(files_.page_folder);
        const auto* signed_page = manifest_.as_object().if_contains("page");
        for (const auto& [path, digest] : served) {
            const auto* known
                = signed_page != nullptr && signed_page->is_object() ? signed_page->as_object().if_contains(path) : nullptr;
            if (first.empty() && (known == nullptr || *known != json::value(digest)))
                first = path;
        }
        // Without these, what a reload brings is another page than the one that was looked at.
        for (const std::string path : { "/respond.html", "/q/worker.js" })
            if (first.empty() && !served.contains(path) && signed_page != nullptr && signed_page->is_object()
                && signed_page->as_object().contains(path))
                first = path;
        note("page.is_the_one_that_was_signed", first.empty() && !served.empty(),
            first.empty() ? fmt::format("{}", served.size()) : first);
    }

    void check_publication()
    {
        const auto read = publication::Publication::read(files_.publication);
        if (!read.ok()) {
            note("publication.whole", false);
            return;
        }
        const auto& publication = read.value();
        const auto signers = publication.signers();
        note("publication.signed_by_the_guichet",
            std::any_of(signers.begin(), signers.end(),
                [&](const auto& key) { return std::string(as_text(key)) == keys_->guichet_key; }),
            publication.identity());
        const auto rank = publication.open().rank(0, 0);
        const auto ballots = counted_ ? counted_ : released_;
        if (rank && ballots)
            note("publication.counts_no_more_than_the_urn", publication.people(*rank) <= *ballots,
                fmt::format("{} of {}", publication.people(*rank), *ballots));
    }

    const CampaignFiles& files_;
    json::value guichet_;
    std::string text_;
    json::value manifest_;
    std::optional<ManifestKeys> keys_;
    std::string hash_;
    std::optional<std::int64_t> released_;
    std::optional<std::string> closing_root_;
    std::optional<std::int64_t> counted_;
    std::vector<std::string> receipts_;
    std::vector<Checked> checks_;
};

} // namespace

Result<std::vector<Checked>> verify_campaign(const CampaignFiles& files)
{
    return Verification(files).run();
}

} // namespace etabli::surveys
