// SPDX-License-Identifier: EUPL-1.2
// store/people.hpp
//
// Accounts, colleges, mandates, and the Reader that a request asks as.

#pragma once

#include "domain/people/people.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// `etabli::Reader` is who asks; `store::Reader` is how the database is read. Here the first is a Person.
using Person = etabli::Reader;

Result<std::optional<Account>> find_account_by_email(Reader& reader, std::string_view email);
Result<Account> load_account(Reader& reader, const AccountId& id);
Result<void> insert_account(Transaction& transaction, const Account& account);
/// Nobody but the first administrator, who has not come in yet: the server is as new.
Result<bool> nobody_came_in(Reader& reader);

Result<std::vector<College>> colleges_of(Reader& reader, const PlaceId& place);
Result<College> load_college(Reader& reader, const CollegeId& id);

/// Who holds a mandate in the colleges of a place on that day, by college and function.
struct Seated {
    AccountId account_id;
    std::string function_title;
    CollegeKind kind = CollegeKind::Direction;
};
Result<std::vector<Seated>> seats_of(Reader& reader, const PlaceId& place, Date today);

/// The account with what it holds on that day; `session.required` when it was closed.
Result<Person> load_person(Reader& reader, const AccountId& id, Date today);

Result<std::optional<std::string>> find_password_hash(Reader& reader, const AccountId& id);
Result<void> keep_password_hash(Transaction& transaction, const AccountId& id, const std::string& hash);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::Seated> {
    static constexpr std::string_view name = "Seated";
    static constexpr auto fields = std::tuple {
        field("account_id", &store::Seated::account_id),
        field("function_title", &store::Seated::function_title),
        field("kind", &store::Seated::kind),
    };
};
