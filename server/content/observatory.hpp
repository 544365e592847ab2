// SPDX-License-Identifier: EUPL-1.2
// server/content/observatory.hpp
//
// The references of the observatory read from the packs and held to the rules of domain/observatory: a file with
// a percentage that lacks its base does not enter.

#pragma once

#include "domain/observatory/figures.hpp"
#include "server/content/packs.hpp"

namespace etabli::content {

/// Every published figure of a "figures" reference; `pack.invalid` when it is not one.
Result<std::vector<PublishedFigure>> published_figures(const json::value& reference);

/// What is to be said beside the figures. `pack.invalid`, with the key and the fault, when one may not enter.
Result<std::vector<FigureFinding>> admitted_findings(const json::value& reference);

/// Ranks of countries, as context: `pack.invalid` when a column is not a permutation or the table is not said to be
/// context only.
Result<void> check_ranks(const json::value& reference);

/// The observatory's references of these packs, all of the above.
Result<void> check_observatory(const Packs& packs);

} // namespace etabli::content
