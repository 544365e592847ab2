// SPDX-License-Identifier: EUPL-1.2
// store/places.cpp

#include "store/places.hpp"

#include "domain/places/rules.hpp"

namespace etabli::store {

Result<Place> load_place(Reader& reader, const PlaceId& id)
{
    return reader.load<Place>("select * from place where id = :id", { { "id", id } });
}

Result<std::vector<Place>> places_under(Reader& reader, const std::optional<PlaceId>& parent)
{
    if (!parent)
        return reader.all<Place>("select * from place where parent_id is null order by position, id");
    return reader.all<Place>("select * from place where parent_id = :parent order by position, id", { { "parent", *parent } });
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

Result<void> change_place(
    Transaction& transaction, const Place& before, const Place& after, Date on, const std::string& reason, Random& random)
{
    if (auto past = past_left_by(before, after, on, reason)) {
        past->id = EntryId::make(random);
        TRY(transaction.insert("place_past", *past));
    }
    return transaction.update("place", after);
}

Result<std::vector<PlacePast>> past_of_establishment(Reader& reader, const PlaceId& establishment)
{
    return reader.all<PlacePast>(R"sql(
        select place_past.* from place_past join place on place.id = place_past.place_id
         where place.establishment_id = :establishment order by place_past.until_on desc, place_past.id
    )sql",
        { { "establishment", establishment } });
}

Result<std::vector<PlacePast>> past_of(Reader& reader, const PlaceId& place)
{
    return reader.all<PlacePast>(
        "select * from place_past where place_id = :place order by until_on desc, id", { { "place", place } });
}

Result<std::vector<Place>> nations_and_regions(Reader& reader)
{
    return reader.all<Place>(R"sql(
        select * from place where kind in ('nation', 'region')
         order by case kind when 'nation' then 0 else 1 end, position, id
    )sql");
}

Result<std::vector<Place>> establishments_begun_first(Reader& reader, std::int64_t limit)
{
    return reader.all<Place>(R"sql(
        select * from place where kind = 'establishment' and closed_on is null
         order by case when exists (select 1 from college where college.place_id = place.id) then 0 else 1 end,
                  parent_id, position, id limit :limit
    )sql",
        { { "limit", limit } });
}

Result<std::int64_t> count_open_places(Reader& reader, PlaceKind kind)
{
    return reader.count("select count(*) from place where kind = :kind and closed_on is null", { { "kind", kind } });
}

Result<std::vector<Place>> directory(Reader& reader)
{
    return reader.all<Place>(R"sql(
        select * from place where kind in ('nation', 'region', 'establishment')
         order by case kind when 'nation' then 0 when 'region' then 1 else 2 end, position, id
    )sql");
}

Result<std::vector<Place>> places_with_finess(Reader& reader, const std::vector<std::string>& numbers)
{
    constexpr std::size_t at_once = 200; // parameters of one statement; both engines bear several thousand
    std::vector<Place> found;
    for (std::size_t begin = 0; begin < numbers.size(); begin += at_once) {
        std::string names;
        Params params;
        for (std::size_t at = begin; at < std::min(numbers.size(), begin + at_once); ++at) {
            const auto name = "n" + std::to_string(at - begin);
            names += (names.empty() ? ":" : ", :") + name;
            params.emplace_back(name, numbers[at]);
        }
        for (auto& place :
            TRY(reader.all<Place>("select * from place where finess_site in (" + names + ") order by id", params)))
            found.push_back(std::move(place));
    }
    return found;
}

} // namespace etabli::store
