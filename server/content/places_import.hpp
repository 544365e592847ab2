// SPDX-License-Identifier: EUPL-1.2
// server/content/places_import.hpp
//
// What an import of places needs around the plan: the bytes, what is there already, and the writing. Shared by the
// API and the command line, so that both do the same.

#pragma once

#include "domain/places/import.hpp"
#include "server/content/packs.hpp"
#include "store/database.hpp"

namespace etabli::content {

Result<std::string> bytes_from_base64(std::string_view text);

/// The places a file may meet: the directory, the inside of the establishments it names, the FINESS numbers elsewhere.
Result<ImportScope> import_scope(
    store::Reader& reader, const Packs& packs, const ImportFile& file, const std::optional<PlaceId>& under, Date today);

Result<void> write_import(store::Transaction& transaction, const ImportPlan& plan, Date today, Random& random);

/// In whose journal an import is written: the establishment's, else the nation's; nothing when there is none.
std::optional<PlaceId> chain_of(const ImportScope& scope, const ImportPlan& plan);

} // namespace etabli::content
