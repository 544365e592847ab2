// SPDX-License-Identifier: EUPL-1.2
// store/people.cpp

#include "store/people.hpp"

namespace etabli::store {

Result<std::optional<Account>> find_account_by_email(Reader& reader, std::string_view email)
{
    return reader.find<Account>(
        "select * from account where email = :email and closed_at is null", { { "email", lower_ascii(trimmed(email)) } });
}

Result<Account> load_account(Reader& reader, const AccountId& id)
{
    return reader.load<Account>("select * from account where id = :id", { { "id", id } });
}

Result<std::vector<Account>> all_accounts(Reader& reader)
{
    return reader.all<Account>("select * from account order by email");
}

Result<void> insert_account(Transaction& transaction, const Account& account)
{
    auto kept = account;
    kept.email = lower_ascii(trimmed(account.email));
    return transaction.insert("account", kept);
}

Result<bool> nobody_came_in(Reader& reader)
{
    const auto traces = TRY(reader.count(R"sql(
        select (select count(*) from one_time_link where used_at is not null)
             + (select count(*) from account where administrator = 0)
    )sql"));
    return traces == 0;
}

Result<std::vector<College>> colleges_of(Reader& reader, const PlaceId& place)
{
    return reader.all<College>("select * from college where place_id = :place order by kind, name", { { "place", place } });
}

Result<College> load_college(Reader& reader, const CollegeId& id)
{
    return reader.load<College>("select * from college where id = :id", { { "id", id } });
}

Result<std::vector<Seated>> seated_people(Reader& reader, const PlaceId& place, Date today)
{
    constexpr auto seated = R"sql(
        select distinct account.id as account_id, mandate.function_title as function_title, college.kind as kind
          from mandate
          join college on college.id = mandate.college_id
          join account on account.id = mandate.account_id
         where college.place_id = :place and account.closed_at is null and mandate.starts_on <= :today
           and (mandate.ends_on is null or mandate.ends_on >= :today)
         order by college.kind, mandate.function_title, account.id
    )sql";
    return reader.all<Seated>(seated, { { "place", place }, { "today", today } });
}

Result<Person> load_person(Reader& reader, const AccountId& id, Date today)
{
    const auto account = TRY(load_account(reader, id));
    if (account.closed_at)
        return Problem("session.required", "the account was closed");
    constexpr auto held = R"sql(
        select mandate.id as mandate_id, college.id as college_id, college.kind as kind,
               college.place_id as place_id, place.name as place_name, mandate.function_title as function_title
          from mandate
          join college on college.id = mandate.college_id
          join place on place.id = college.place_id
         where mandate.account_id = :account and mandate.starts_on <= :today
           and (mandate.ends_on is null or mandate.ends_on >= :today)
         order by place.position, college.kind, mandate.id
    )sql";
    Person person { account.id, account.name, account.locale, account.administrator, {} };
    person.mandates = TRY(reader.all<HeldMandate>(held, { { "account", id }, { "today", today } }));
    return person;
}

Result<std::optional<std::string>> find_password_hash(Reader& reader, const AccountId& id)
{
    const auto rows
        = TRY(reader.query("select password_hash from credential where account_id = :account", { { "account", id } }));
    if (rows.empty())
        return std::optional<std::string>();
    return std::optional(rows.text(0, "password_hash"));
}

Result<void> keep_password_hash(Transaction& transaction, const AccountId& id, const std::string& hash)
{
    TRY(transaction.execute(R"sql(
        insert into credential (account_id, password_hash) values (:account, :hash)
        on conflict (account_id) do update set password_hash = excluded.password_hash
    )sql",
        { { "account", id }, { "hash", hash } }));
    return {};
}

} // namespace etabli::store
