// SPDX-License-Identifier: EUPL-1.2
// store/contacts.hpp

#pragma once

#include "domain/places/contacts.hpp"
#include "store/database.hpp"

namespace etabli::store {

Result<std::vector<LocalContact>> contacts_of(Reader& reader, const PlaceId& establishment);
Result<std::optional<LocalContact>> find_contact(Reader& reader, const PlaceId& establishment, const std::string& code);
/// New, or in the place of what was there.
Result<void> keep_contact(Transaction& transaction, const LocalContact& contact);

} // namespace etabli::store
