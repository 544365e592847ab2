// SPDX-License-Identifier: EUPL-1.2
// domain/places/contacts.cpp

#include "domain/places/contacts.hpp"

namespace etabli {

bool may_name_contacts(const Reader& reader, const PlaceId& establishment)
{
    return reader.administrator || reader.sits_in(establishment, CollegeKind::Direction)
        || reader.sits_in(establishment, CollegeKind::StaffRepresentatives)
        || reader.sits_in(establishment, CollegeKind::Facilitator);
}

} // namespace etabli
