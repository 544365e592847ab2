// SPDX-License-Identifier: EUPL-1.2
// server/content/places_import.cpp

#include "server/content/places_import.hpp"

#include <algorithm>

#include <sodium.h>

#include "store/places.hpp"

namespace etabli::content {

namespace {

/// The reference of regions, INSEE code → French name.
std::map<std::string, std::string, std::less<>> region_names(const Packs& packs)
{
    std::map<std::string, std::string, std::less<>> names;
    const auto* reference = packs.find("references", "regions");
    if (reference == nullptr)
        return names;
    for (const auto& item : reference->at("items").as_array())
        names.emplace(item.at("code").as_string(), item.at("title").at("fr").as_string());
    return names;
}

/// The establishments there are that the file speaks of, by number or by name.
std::vector<PlaceId> establishments_named(const ImportFile& file, const std::vector<Place>& known)
{
    std::set<std::string, std::less<>> names;
    std::set<std::string, std::less<>> numbers;
    for (const auto& row : file.rows) {
        names.insert(compared_name(row.parent));
        numbers.insert(row.parent);
        if (row.kind == PlaceKind::Establishment && row.finess_site)
            numbers.insert(*row.finess_site);
        if (row.kind == PlaceKind::Establishment)
            names.insert(compared_name(row.name));
    }
    std::vector<PlaceId> found;
    for (const auto& place : known)
        if (place.kind == PlaceKind::Establishment
            && (names.contains(compared_name(place.name)) || (place.finess_site && numbers.contains(*place.finess_site))))
            found.push_back(place.id);
    return found;
}

bool speaks_of_insides(const ImportFile& file)
{
    return std::any_of(file.rows.begin(), file.rows.end(), [](const auto& row) { return row.kind > PlaceKind::Establishment; });
}

/// Numbers the file holds that belong to a place we did not read.
Result<std::set<std::string, std::less<>>> numbers_elsewhere(
    store::Reader& reader, const ImportFile& file, const std::vector<Place>& existing)
{
    std::set<PlaceId> here;
    for (const auto& place : existing)
        here.insert(place.id);
    std::vector<std::string> numbers;
    for (const auto& row : file.rows)
        if (row.finess_site)
            numbers.push_back(*row.finess_site);
    std::set<std::string, std::less<>> elsewhere;
    for (const auto& place : TRY(store::places_with_finess(reader, numbers)))
        if (!here.contains(place.id))
            elsewhere.insert(*place.finess_site);
    return elsewhere;
}

} // namespace

Result<std::string> bytes_from_base64(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
            &length, nullptr, sodium_base64_VARIANT_ORIGINAL)
        != 0)
        return Problem::of_field("/content_base64", "file.unreadable");
    bytes.resize(length);
    return bytes;
}

Result<ImportScope> import_scope(
    store::Reader& reader, const Packs& packs, const ImportFile& file, const std::optional<PlaceId>& under, Date today)
{
    ImportScope scope { {}, {}, under, region_names(packs), "France", today };
    if (under) {
        scope.existing = TRY(store::places_of_establishment(reader, *under));
    } else {
        scope.existing = TRY(store::directory(reader));
        if (speaks_of_insides(file))
            for (const auto& establishment : establishments_named(file, scope.existing))
                for (auto& place : TRY(store::places_of_establishment(reader, establishment)))
                    if (place.kind != PlaceKind::Establishment)
                        scope.existing.push_back(std::move(place));
    }
    scope.finess_elsewhere = TRY(numbers_elsewhere(reader, file, scope.existing));
    return scope;
}

Result<void> write_import(store::Transaction& transaction, const ImportPlan& plan, Date today, Random& random)
{
    for (const auto& place : plan.created)
        TRY(store::insert_place(transaction, place));
    for (const auto& change : plan.changed)
        TRY(store::change_place(transaction, change.before, change.after, today, "", random));
    return {};
}

std::optional<PlaceId> chain_of(const ImportScope& scope, const ImportPlan& plan)
{
    if (scope.under)
        return scope.under;
    for (const auto* places : { &scope.existing, &plan.created })
        for (const auto& place : *places)
            if (place.kind == PlaceKind::Nation)
                return place.id;
    return std::nullopt;
}

} // namespace etabli::content
