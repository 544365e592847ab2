// SPDX-License-Identifier: EUPL-1.2
// store/contacts.cpp

#include "store/contacts.hpp"

namespace etabli::store {

Result<std::vector<LocalContact>> contacts_of(Reader& reader, const PlaceId& establishment)
{
    return reader.all<LocalContact>(
        "select * from local_contact where place_id = :place order by code", { { "place", establishment } });
}

Result<std::optional<LocalContact>> find_contact(Reader& reader, const PlaceId& establishment, const std::string& code)
{
    return reader.find<LocalContact>("select * from local_contact where place_id = :place and code = :code",
        { { "place", establishment }, { "code", code } });
}

Result<void> keep_contact(Transaction& transaction, const LocalContact& contact)
{
    TRY(transaction.execute("delete from local_contact where place_id = :place and code = :code",
        { { "place", contact.place_id }, { "code", contact.code } }));
    return transaction.insert("local_contact", contact);
}

} // namespace etabli::store
