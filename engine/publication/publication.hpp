// SPDX-License-Identifier: EUPL-1.2
// engine/publication/publication.hpp
//
// A release as one signed file: written once, then only looked into. What is shown of a cell and a question lies at a place
// that the mask tells, so that every drill-down is a look-up and nothing is computed from answers again. The format is
// described in docs/methods/publication.md, section 4.

#pragma once

#include <functional>

#include "engine/publication/release.hpp"
#include "engine/publication/signature.hpp"

namespace etabli::publication {

/// What a release says of itself.
struct Title {
    std::string name;
    std::string closed_on; // yyyy-mm-dd
    std::vector<std::string> after; // identities of the publications it was tested against, one after the other
};

/// What is shown of one question in one open cell. Numbers below are of those who answered; nothing where they cannot be said.
struct Shown {
    std::int64_t no_answer = 0;
    std::vector<std::int64_t> by_option;
    std::optional<float> mean;
    std::optional<float> mean_low; // 95 %, with the finite population
    std::optional<float> mean_high;
    std::optional<float> share; // favourable
    std::optional<float> share_low;
    std::optional<float> share_high;
};

/// Of the attackers, for those who sign. The file itself says only what tells nothing of closed cells.
json::object report_json(const Report& report);

/// Pieces of a file, in their order.
using Sink = std::function<Result<void>(std::string_view)>;

/// Deterministic to the byte: release, title and keys alone decide. Fails as the sink does, and only so.
Result<void> write_publication(const Release& release, const std::vector<Item>& items, const ReleaseRules& rules,
    const Title& title, const std::vector<SecretKey>& keys, const Sink& sink);

class Publication {
public:
    /// `bytes` is kept. `request.invalid` when this is no publication, or not whole.
    static Result<Publication> read(std::string bytes);

    const json::object& header() const { return header_; }
    const std::vector<std::string>& levels() const { return levels_; }
    const std::vector<std::string>& categories() const { return categories_; }
    const std::vector<Item>& items() const { return items_; }
    const std::vector<disclosure::Node>& places() const { return places_; }
    const OpenCells& open() const { return open_; }

    /// Of all that stands before the signatures, in hexadecimal.
    std::string identity() const;
    /// Those whose signature holds.
    std::vector<PublicKey> signers() const;

    /// Below zero when there is none.
    int find(std::string_view level, std::string_view name) const;
    std::int64_t people(std::size_t rank) const;
    /// People who could answer.
    std::int64_t headcount(std::size_t rank) const;
    /// Nothing when it is withheld.
    std::optional<Shown> look_up(std::size_t rank, std::size_t item) const;

private:
    Publication() = default;

    std::string bytes_;
    json::object header_;
    std::vector<std::string> levels_;
    std::vector<std::string> categories_;
    std::vector<Item> items_;
    std::vector<disclosure::Node> places_;
    OpenCells open_;
    std::size_t people_at_ = 0; // offsets in the bytes
    std::size_t records_at_ = 0;
    std::size_t signatures_at_ = 0;
    std::vector<std::size_t> item_at_; // within a record
    std::size_t record_bytes_ = 0;
    std::vector<Signature> signatures_;
};

} // namespace etabli::publication
