// SPDX-License-Identifier: EUPL-1.2
// store/ballots.hpp
//
// Sealed ballots in the database: batches with their chain, the second table, what people and colleges ask for. When something is
// written here is for the urn to decide (store/urn.hpp). docs/anonymity.md, section 6.

#pragma once

#include <functional>
#include <span>

#include "base/fields.hpp"
#include "store/database.hpp"

namespace etabli::store {

enum class UrnState { Open, Closed, Destroyed };

/// What the urn knows of a campaign; the last three once it was closed.
struct UrnCampaign {
    std::string campaign_id;
    std::string manifest_hash; // hex SHA-256
    std::int64_t threshold = 11;
    std::int64_t record_bytes = 0; // the longest record that is taken
    UrnState state = UrnState::Open;
    std::optional<std::int64_t> ballots {};
    std::optional<std::string> root {};
    std::optional<std::string> head {};
};

/// `record` is what a page sent, sealed; nothing here reads it.
struct KeptBallot {
    std::string campaign_id;
    std::string receipt;
    std::string record;

    friend bool operator==(const KeptBallot&, const KeptBallot&) = default;
};

struct BallotBatch {
    std::string campaign_id;
    std::int64_t number = 0;
    std::int64_t ballots = 0;
    std::string root;
    std::string head;
};

/// hex SHA-256 of receipts that are sorted, joined by line ends.
std::string root_of(std::span<const std::string> sorted_receipts);
/// The next link: hex SHA-256 of what came before, the root and the count, joined by colons.
std::string next_head(const std::string& previous, const std::string& root, std::int64_t ballots);

Result<std::optional<UrnCampaign>> find_urn_campaign(Reader& reader, const std::string& campaign);
Result<std::vector<UrnCampaign>> open_urn_campaigns(Reader& reader);
Result<void> insert_urn_campaign(Transaction& transaction, const UrnCampaign& campaign);

/// In either table.
Result<std::optional<KeptBallot>> find_ballot(Reader& reader, const std::string& campaign, const std::string& receipt);
/// Of one campaign, in either table: what is released while it is open, all of it once it was closed.
Result<std::int64_t> count_ballots(Reader& reader, const std::string& campaign);
/// Sorted receipts of an open campaign's batches.
Result<std::vector<std::string>> released_receipts(Reader& reader, const std::string& campaign);
/// Each ballot of a closed campaign, in the order of receipts.
Result<void> each_closed_ballot(
    Reader& reader, const std::string& campaign, const std::function<void(const KeptBallot&)>& visit);
Result<std::vector<BallotBatch>> batches_of(Reader& reader, const std::string& campaign);

/// Adds them, sorted by receipt whatever their order here, and one line to the chain of each campaign. What is there already stays as
/// it is; of a campaign of which fewer than its threshold are new, nothing is added: a smaller batch would single people out.
/// Receipts of what is in the database now, sorted.
Result<std::vector<std::string>> insert_batch(Transaction& transaction, std::vector<KeptBallot> ballots);
/// Moves the campaign's ballots, and `rest`, to the second table, and writes the closing line.
Result<UrnCampaign> close_ballots(Transaction& transaction, const std::string& campaign, const std::vector<KeptBallot>& rest);
/// A set that another body's urn closed: its line, its chain and its ballots, which are in the order of receipts. `handover.taken` when
/// there is one already.
Result<void> insert_closed(Transaction& transaction, const UrnCampaign& closed, const std::vector<BallotBatch>& batches,
    const std::vector<KeptBallot>& ballots);
/// As destroy_ballots, and gone from the disk as far as can be: of a closed set that no urn of this program holds.
Result<void> destroy_closed(Database& database, const std::string& campaign);
/// The ballots go; the chain stays, which says of nobody anything.
Result<void> destroy_ballots(Transaction& transaction, const std::string& campaign);

/// What is wrong with a campaign's chain, and with its closing line; nothing when all is well.
Result<std::vector<std::string>> chain_findings(Reader& reader, const std::string& campaign);

} // namespace etabli::store

namespace etabli {

template <>
struct Names<store::UrnState> {
    static constexpr std::array table { std::pair { store::UrnState::Open, std::string_view("open") },
        std::pair { store::UrnState::Closed, std::string_view("closed") },
        std::pair { store::UrnState::Destroyed, std::string_view("destroyed") } };
};

template <>
struct Describe<store::UrnCampaign> {
    using T = store::UrnCampaign;
    static constexpr std::string_view name = "UrnCampaign";
    static constexpr auto fields = std::tuple { field("campaign_id", &T::campaign_id),
        field("manifest_hash", &T::manifest_hash), field("threshold", &T::threshold), field("record_bytes", &T::record_bytes),
        field("state", &T::state), field("ballots", &T::ballots), field("root", &T::root), field("head", &T::head) };
};

template <>
struct Describe<store::KeptBallot> {
    using T = store::KeptBallot;
    static constexpr std::string_view name = "KeptBallot";
    static constexpr auto fields
        = std::tuple { field("campaign_id", &T::campaign_id), field("receipt", &T::receipt), field("record", &T::record) };
};

template <>
struct Describe<store::BallotBatch> {
    using T = store::BallotBatch;
    static constexpr std::string_view name = "BallotBatch";
    static constexpr auto fields = std::tuple { field("campaign_id", &T::campaign_id), field("number", &T::number),
        field("ballots", &T::ballots), field("root", &T::root), field("head", &T::head) };
};

} // namespace etabli
