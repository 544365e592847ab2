// SPDX-License-Identifier: EUPL-1.2
// server/resources/evaluation_session_board.hpp
//
// The board of a session of embedded evaluation: what every college is told, and what whoever holds the pen reads.

#pragma once

#include "server/resources/evaluation_session_views.hpp"

namespace etabli::resources {

/// What waited lay in the engine's log, in the order in which it came. When the engine is busy, with the next release.
void forget_session_log(http::Call& call);

/// The name of whoever holds the pen; empty for nobody, once they have left too.
Result<std::string> holder_of(
    store::Reader& reader, const http::Call& call, const Experiment& experiment, const EvaluationSession& session);

/// With the abilities "begin", "take_over" or "drive".
Result<http::Answer<EvaluationBoard>> board_of(const http::Call& call, store::Reader& reader, const Experiment& experiment);

} // namespace etabli::resources
