// SPDX-License-Identifier: EUPL-1.2
// server/surveys/verify.hpp
//
// A campaign checked again by somebody who holds its files and does not take the server's word: what was signed, the urn's chain,
// every ballot of a closed set, the publication. Files are what the server answered (docs/anonymity.md); nothing here asks it again.

#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace etabli::surveys {

/// Texts of files; empty where somebody has none, and what they would show is then not checked.
struct CampaignFiles {
    std::string guichet; // GET /api/guichet/{campaign}
    std::string urn; // GET /api/urn/{campaign}
    std::string receipts; // GET /api/urn/{campaign}/receipts
    std::string ballots; // GET /api/campaigns/{id}/ballots
    std::string publication; // GET /api/campaigns/{id}/results/publication
    std::string hash; // what was printed on the invitation: the first characters of the manifest's hash
    std::string receipt; // one's own
    std::string page_folder; // the answering page as it was served: respond.html, and assets/ of what it names
};

struct Checked {
    std::string what; // "manifest.hash", "urn.chain"…
    bool holds = false;
    std::string detail; // figures, and the first thing that does not hold
};

/// One line per check that could be made, in a fixed order. `request.invalid` when the guichet's file does not read at all.
Result<std::vector<Checked>> verify_campaign(const CampaignFiles& files);

} // namespace etabli::surveys
