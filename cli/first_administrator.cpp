// SPDX-License-Identifier: EUPL-1.2
// cli/first_administrator.cpp

#include "cli/first_administrator.hpp"

#include "store/people.hpp"
#include "store/sessions.hpp"

namespace etabli::cli {

namespace {

constexpr std::chrono::hours link_life { 24 };
/// Changed by whoever comes in first; nothing is ever sent to it.
constexpr std::string_view first_email = "administration@etabli.invalid";

} // namespace

Result<std::optional<std::string>> first_administrator_link(store::Database& database, const Clock& clock, Random& random)
{
    return database.write([&](store::Transaction& transaction) -> Result<std::optional<std::string>> {
        const auto came_in = TRY(transaction.count("select count(*) from one_time_link where used_at is not null"));
        const auto accounts = TRY(transaction.count("select count(*) from account where administrator = 0"));
        if (came_in > 0 || accounts > 0)
            return std::optional<std::string>();
        auto account = TRY(store::find_account_by_email(transaction, first_email));
        if (!account) {
            account = Account { AccountId::make(random), std::string(first_email), "Administration", "fr", true, clock.now(), {} };
            TRY(store::insert_account(transaction, *account));
        }
        // An interrupted first start left a link nobody saw: it is worth nothing any more.
        TRY(transaction.execute("delete from one_time_link where purpose = 'first' and used_at is null"));
        return std::optional(TRY(store::make_link(
            transaction, account->id, store::LinkPurpose::First, clock.now().plus(link_life), random)));
    });
}

} // namespace etabli::cli
