// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/tabulate.hpp
//
// From opened envelopes to a release: places and occupations first, of which only counts leave, then answers. What does not read
// becomes no answer; a profile that was not offered is counted nowhere. docs/anonymity.md, section 7.

#pragma once

#include "engine/ballots/ballot.hpp"
#include "engine/publication/release.hpp"
#include "engine/tabulation/cut.hpp"
#include "engine/tabulation/questions.hpp"

namespace etabli::tabulation {

/// Opened first envelopes against the cut.
struct Placed {
    disclosure::Lattice places;
    std::vector<std::optional<std::uint32_t>> cell; // by ballot; nothing for what does not read
    std::int64_t unreadable = 0;
};
Placed place_ballots(const Cut& cut, std::int64_t k, const std::vector<std::string>& profiles);

/// Without questions: which cells may be shown, attacked. With them: everything that is published. `answers`: the texts of the
/// second envelopes, by ballot.
Result<publication::Release> count_places(const Placed& placed, std::int64_t k);
/// Sensitive questions within their own masks; or not at all, where even so an attacker found a range of one.
enum class Sensitive { AsRulesSay, Withheld };
Result<publication::Release> count_answers(const Placed& placed, std::int64_t k, const instruments::Form& form,
    const std::vector<std::string>& answers, Sensitive sensitive);

/// What counts of a second envelope's text: nothing of one that does not read.
instruments::Answers kept_answers(const instruments::Form& form, const std::string& text);

std::vector<publication::Item> items_of(const std::vector<CountedItem>& counted);
publication::ReleaseRules release_rules(std::int64_t k);

} // namespace etabli::tabulation
