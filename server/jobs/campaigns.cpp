// SPDX-License-Identifier: EUPL-1.2
// server/jobs/campaigns.cpp
//
// What a campaign's calendar asks for, without anybody.

#include "server/jobs/jobs.hpp"
#include "server/surveys/held_urn.hpp"
#include "server/surveys/steps.hpp"

namespace etabli::jobs {

Result<void> advance_campaigns(http::Context& context)
{
    auto own = surveys::advance_all(context);
    auto held = surveys::advance_held(context); // what fails there does not hold up the other
    return own.ok() ? std::move(held) : std::move(own);
}

} // namespace etabli::jobs
