// SPDX-License-Identifier: EUPL-1.2
// tests/linker/story.hpp
//
// A thousand people whom somebody knows, in the order in which they came: of five campaigns, handed in to a real urn, or to a store
// that leaks in one way. Images are taken on the way.

#pragma once

#include <functional>

#include "tests/linker/images.hpp"
#include "tests/linker/linkage.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/urns.hpp"

namespace etabli::linker {

inline constexpr int people = 1000;
inline constexpr int campaigns = 5;
inline constexpr std::int64_t threshold = 11;
/// Five times eleven, and some more: batches of eleven to twenty or so.
inline constexpr int between_batches = 70;

struct Person {
    int arrival = 0;
    store::UrnCampaign campaign;
    std::string receipt;
    std::string record;
};

/// The same people in the same order for the same seed.
std::vector<Person> people_of(std::uint64_t seed);

/// What was seen at a moment, by its name and that of what was looked at, of as many runs as there were.
using Findings = std::map<std::pair<std::string, std::string>, std::vector<Seen>>;

/// Everything that one run of the real urn shows: while a batch is made, after a crash, while people answer, after closing.
void look_at_the_urn(store::Engine engine, std::uint64_t seed, Findings& findings);

/// What a store does in its own way; all the rest as the urn does it.
struct Leak {
    std::string name;
    std::string seen_in; // which look shows it
    bool counts = false; // a column that counts
    bool tells_time = false;
    bool grows = false; // a later answer is a longer one
    bool has_row_numbers = false; // SQLite
    bool sorts = true;
    bool gathers = true; // k together, not each alone
};
/// The look that shows the leak, in groups of batches; of whole cohorts when nothing is gathered.
std::vector<Seen> look_at_leak(
    const tests::FreshDatabase& fresh, store::Database& database, const Leak& leak, std::uint64_t seed);
/// Slots that are taken one after the other.
std::vector<Seen> look_at_slots_in_order(store::Engine engine, std::uint64_t seed);

} // namespace etabli::linker
