// SPDX-License-Identifier: EUPL-1.2
// store/programmes.hpp
//
// Programmes in the database. Beginning one, changing its frame and entering a step each write their audit entry
// and the programme's node in the same transaction. A step is entered when a gate passes, and in no other way.

#pragma once

#include "domain/programmes/members.hpp"
#include "domain/programmes/programmes.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// Keeps the programme with its first step entered on the day it started.
Result<void> begin_programme(Transaction& transaction, const Programme& programme, const AccountId& actor, Instant now);
/// The next version of its frame; `version.stale` with the current programme when somebody was faster.
Result<Programme> change_frame(Transaction& transaction, const ProgrammeId& id, const ProgrammeFrame& frame,
    std::int64_t version, const AccountId& actor, Instant now);

/// `not_found` at /programme_id unless it is a démarche of this establishment; none is always well.
Result<void> programme_is_of(Reader& reader, const std::optional<ProgrammeId>& programme, const PlaceId& establishment);
Result<Programme> load_programme(Reader& reader, const ProgrammeId& id);
/// In the order they were begun.
Result<std::vector<Programme>> programmes_of(Reader& reader, const PlaceId& place);
/// Those, and the clusters in which the place is a member.
Result<std::vector<Programme>> programmes_walked_by(Reader& reader, const PlaceId& place);
/// The establishments it is walked by: its own place, and those of its members.
Result<std::vector<PlaceId>> places_of_programme(Reader& reader, const Programme& programme);
/// Walked steps, oldest first.
Result<std::vector<ProgrammeStep>> steps_of(Reader& reader, const ProgrammeId& id);
Result<std::vector<ProgrammeMember>> members_of(Reader& reader, const ProgrammeId& id);

/// Called when a gate about a phase passes: leaves the step under way and enters the next. `passage` reads
/// "from-to"; `programme.step_moved` when the step under way is not `from`.
Result<void> enter_step(Transaction& transaction, const ProgrammeId& id, const std::string& passage, Date today);

/// Where `passage` leads when one stands at `step`; empty when it does not begin there.
std::string step_after(std::string_view step, std::string_view passage);

} // namespace etabli::store
