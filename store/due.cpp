// SPDX-License-Identifier: EUPL-1.2
// store/due.cpp

#include "store/due.hpp"

#include "store/campaigns_due.hpp"
#include "store/experiments.hpp"
#include "store/programme_entries.hpp"
#include "store/proposals.hpp"
#include "store/spaces.hpp"

namespace etabli::store {

namespace {

const std::vector<DueSource> sources {
    due_of_spaces,
    due_of_proposals,
    experiments_due,
    due_of_gates,
    due_of_programmes,
    due_of_campaigns,
};

} // namespace

Result<std::vector<DueItem>> due_for(Reader& reader, const std::set<PlaceId>& places, Date today)
{
    std::vector<DueItem> all;
    for (const auto& place : places)
        for (const auto source : sources)
            for (auto& item : TRY(source(reader, place, today)))
                all.push_back(std::move(item));
    return all;
}

} // namespace etabli::store
