// SPDX-License-Identifier: EUPL-1.2
// server/jobs/campaigns.cpp
//
// What a campaign's calendar asks for, without anybody.

#include "server/jobs/jobs.hpp"
#include "server/surveys/steps.hpp"

namespace etabli::jobs {

Result<void> advance_campaigns(http::Context& context)
{
    return surveys::advance_all(context);
}

} // namespace etabli::jobs
