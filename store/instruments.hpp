// SPDX-License-Identifier: EUPL-1.2
// store/instruments.hpp

#pragma once

#include "domain/surveys/instruments.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<KeptInstrument> load_instrument(Reader& reader, const InstrumentId& id);
/// The latest begun first; so many at most.
Result<std::vector<KeptInstrument>> instruments_of(Reader& reader, const PlaceId& establishment);
Result<void> insert_instrument(Transaction& transaction, const KeptInstrument& instrument);
/// What is being written; its version grows by one.
Result<void> keep_instrument(Transaction& transaction, KeptInstrument& instrument);
/// With nothing fixed of it.
Result<void> remove_instrument(Transaction& transaction, const InstrumentId& id);

/// Without their contents, the latest first.
Result<std::vector<FixedInstrument>> fixed_versions(Reader& reader, const InstrumentId& id);
Result<FixedInstrument> load_fixed(Reader& reader, const InstrumentId& id, std::int64_t number);
Result<void> insert_fixed(Transaction& transaction, const FixedInstrument& version);

} // namespace etabli::store
