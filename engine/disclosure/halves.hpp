// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/halves.hpp

#pragma once

#include <span>

namespace etabli::disclosure {

/// Takes all together when `take` accepts them, else each half so, down to one by one: few questions where most are harmless.
/// `take` of a span of items says whether it took them.
template <class Item, class Take>
void take_by_halves(std::span<const Item> items, Take&& take)
{
    if (items.empty() || take(items) || items.size() == 1)
        return;
    take_by_halves(items.first(items.size() / 2), take);
    take_by_halves(items.subspan(items.size() / 2), take);
}

} // namespace etabli::disclosure
