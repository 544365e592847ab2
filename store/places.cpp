// SPDX-License-Identifier: EUPL-1.2
// store/places.cpp

#include "store/places.hpp"

namespace etabli::store {

Result<Place> load_place(Reader& reader, const PlaceId& id)
{
    return reader.load<Place>("select * from place where id = :id", { { "id", id } });
}

Result<std::vector<Place>> places_under(Reader& reader, const std::optional<PlaceId>& parent)
{
    if (!parent)
        return reader.all<Place>("select * from place where parent_id is null order by position, id");
    return reader.all<Place>(
        "select * from place where parent_id = :parent order by position, id", { { "parent", *parent } });
}

Result<std::vector<Place>> places_of_establishment(Reader& reader, const PlaceId& establishment)
{
    constexpr auto kinds_in_order = R"sql(
        select * from place where establishment_id = :establishment
         order by case kind when 'establishment' then 0 when 'pole' then 1 when 'unit' then 2 else 3 end, position, id
    )sql";
    return reader.all<Place>(kinds_in_order, { { "establishment", establishment } });
}

Result<void> insert_place(Transaction& transaction, const Place& place)
{
    return transaction.insert("place", place);
}

} // namespace etabli::store
