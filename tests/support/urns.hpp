// SPDX-License-Identifier: EUPL-1.2
// tests/support/urns.hpp
//
// Campaigns and deposits for tests of the urn: identifiers, receipts and records as long as real ones, of a word.

#pragma once

#include "base/text.hpp"
#include "store/urn.hpp"

namespace etabli::tests {

/// As long as those of a short questionnaire.
inline constexpr std::int64_t record_bytes = 4000;

inline store::UrnCampaign campaign_of(const std::string& word, std::int64_t threshold)
{
    return { .campaign_id = sha256_hex("campaign " + word).substr(0, 26),
        .manifest_hash = sha256_hex("manifest " + word),
        .threshold = threshold,
        .record_bytes = record_bytes };
}

inline std::string receipt_of(const std::string& word)
{
    return sha256_hex("receipt " + word);
}

inline std::string record_of(const std::string& word, std::size_t bytes = record_bytes)
{
    std::string record = "{\"sealed\":\"";
    while (record.size() < bytes)
        record += sha256_hex(word + std::to_string(record.size()));
    record.resize(bytes - 2);
    return record + "\"}";
}

} // namespace etabli::tests
