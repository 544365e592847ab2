// SPDX-License-Identifier: EUPL-1.2
// cli/chart_studies.hpp
//
// `etabli chart its` and `etabli chart did`: before and after a change, with what else moved taken into account.

#pragma once

#include "cli/cli.hpp"

namespace etabli::cli {

void add_studies(CLI::App& chart, Chosen& chosen);

} // namespace etabli::cli
