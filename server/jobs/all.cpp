// SPDX-License-Identifier: EUPL-1.2
// server/jobs/all.cpp
//
// The list of what happens later.

#include "server/jobs/jobs.hpp"

namespace etabli::jobs {

const std::vector<Job>& all_jobs()
{
    using namespace std::chrono_literals;
    static const std::vector<Job> all {
        { "outbox", 5s, send_waiting_mail },
        { "destructions", 600s, destroy_what_is_due },
        { "campaigns", 60s, advance_campaigns },
        { "silences", 1h, record_gate_silences },
    };
    return all;
}

} // namespace etabli::jobs
