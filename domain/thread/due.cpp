// SPDX-License-Identifier: EUPL-1.2
// domain/thread/due.cpp

#include "domain/thread/due.hpp"

#include <algorithm>
#include <tuple>

namespace etabli {

DueGroups by_date(std::vector<DueItem> items, Date today)
{
    const std::chrono::weekday weekday(today.day());
    const auto sunday = today.plus_days(static_cast<int>(7 - weekday.iso_encoding()));
    std::sort(items.begin(), items.end(), [](const DueItem& left, const DueItem& right) {
        return std::tie(left.on, left.kind, left.title, left.object_id)
            < std::tie(right.on, right.kind, right.title, right.object_id);
    });
    DueGroups groups;
    for (auto& item : items) {
        auto& group = item.on < today ? groups.awaited : item.on <= sunday ? groups.this_week : groups.later;
        group.push_back(std::move(item));
    }
    return groups;
}

} // namespace etabli
