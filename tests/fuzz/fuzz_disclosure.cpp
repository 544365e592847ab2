// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_disclosure.cpp
//
// Whatever is given as a file of counts or a mask is read or refused. Counts that are taken are protected, and what comes
// out withstands the attack and another world; masks are attacked by both attackers, who agree.

#include "base/random.hpp"
#include "engine/disclosure/attack.hpp"
#include "engine/disclosure/tables.hpp"

using namespace etabli;
using namespace etabli::disclosure;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    // Counts, and after an empty line a mask.
    const auto cut = text.find("\n\n");
    const auto counts = text.substr(0, cut);
    const auto lattice = read_counts(counts, { { "house", "team" }, "occ", "n", {} });
    if (!lattice.ok() || lattice.value().node_count() > 200)
        return 0;
    const Rules rules { .k = 11 };
    const auto made = protect(lattice.value(), rules);
    const auto found = attack(lattice.value(), made.mask, rules.k);
    VERIFY(found.recovered == 0 && found.derivable_groups_under_k == 0 && found.unions_in_places_under_k == 0);
    const auto again = read_mask(mask_text(lattice.value(), made), lattice.value());
    VERIFY(again.ok() && again.value().open == made.mask.open);
    if (cut == std::string_view::npos)
        return 0;
    const auto mask = read_mask(text.substr(cut + 2), lattice.value());
    if (mask.ok())
        VERIFY(attack(lattice.value(), mask.value(), rules.k).known
            == attack_independently(lattice.value(), mask.value(), rules.k).known);
    return 0;
}
