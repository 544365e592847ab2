// SPDX-License-Identifier: EUPL-1.2
// store/circle.cpp

#include "store/circle.hpp"

namespace etabli::store {

namespace {

Result<void> add_places(Reader& reader, std::set<PlaceId>& places, std::string_view sql, const Params& params)
{
    const auto rows = TRY(reader.query(sql, params));
    for (std::size_t row = 0; row < rows.size(); ++row)
        places.insert(PlaceId::trusted(rows.text(row, "id")));
    return {};
}

} // namespace

Result<ReadingCircle> reading_circle(Reader& reader, const Person& person)
{
    ReadingCircle circle;
    for (const auto& mandate : person.mandates)
        circle.own.insert(mandate.place_id);
    if (circle.own.empty())
        return circle;
    Params params;
    const auto own = in_list("own", circle.own, params);
    // Whoever holds a mandate in an establishment, or in its region, reads what was opened to the region.
    const auto in_region = "select id from place where kind = 'establishment' and parent_id in ("
                           "select id from place where kind = 'region' and id in ("
        + own
        + ")"
          " union select parent_id from place where kind = 'establishment' and id in ("
        + own + "))";
    TRY(add_places(reader, circle.region, in_region, params));
    circle.cluster = circle.own;
    // Whoever walks a path together, or facilitates it, reads what its members opened to the cluster.
    const auto in_cluster = "select establishment_id as id from programme_member where programme_id in ("
                            "select programme_id from programme_member where establishment_id in ("
        + own
        + ")"
          " union select id from programme where kind = 'cluster' and place_id in ("
        + own + "))";
    TRY(add_places(reader, circle.cluster, in_cluster, params));
    return circle;
}

Result<std::map<PlaceId, std::string>> place_names(Reader& reader, const std::set<PlaceId>& places)
{
    Params params;
    const auto list = in_list("place", places, params);
    const auto rows = TRY(reader.query("select id, name from place where id in (" + list + ")", params));
    std::map<PlaceId, std::string> names;
    for (std::size_t row = 0; row < rows.size(); ++row)
        names.emplace(PlaceId::trusted(rows.text(row, "id")), rows.text(row, "name"));
    return names;
}

} // namespace etabli::store
