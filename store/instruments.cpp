// SPDX-License-Identifier: EUPL-1.2
// store/instruments.cpp

#include "store/instruments.hpp"

namespace etabli::store {

Result<KeptInstrument> load_instrument(Reader& reader, const InstrumentId& id)
{
    return reader.load<KeptInstrument>("select * from instrument where id = :id", { { "id", id } });
}

Result<std::vector<KeptInstrument>> instruments_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<KeptInstrument>(
        "select * from instrument where establishment_id = :place order by begun_on desc, id limit 200",
        { { "place", establishment } });
}

Result<void> insert_instrument(Transaction& transaction, const KeptInstrument& instrument)
{
    return transaction.insert("instrument", instrument);
}

Result<void> keep_instrument(Transaction& transaction, KeptInstrument& instrument)
{
    ++instrument.version;
    return transaction.update("instrument", instrument);
}

Result<void> remove_instrument(Transaction& transaction, const InstrumentId& id)
{
    TRY(transaction.execute("delete from instrument where id = :id", { { "id", id } }));
    return {};
}

Result<std::vector<FixedInstrument>> fixed_versions(Reader& reader, const InstrumentId& id)
{
    return reader.all<FixedInstrument>("select instrument_id, number, 'null' as content, fixed_on from instrument_version "
                                       "where instrument_id = :id order by number desc",
        { { "id", id } });
}

Result<FixedInstrument> load_fixed(Reader& reader, const InstrumentId& id, std::int64_t number)
{
    return reader.load<FixedInstrument>("select * from instrument_version where instrument_id = :id and number = :number",
        { { "id", id }, { "number", number } });
}

Result<void> insert_fixed(Transaction& transaction, const FixedInstrument& version)
{
    return transaction.insert("instrument_version", version);
}

} // namespace etabli::store
