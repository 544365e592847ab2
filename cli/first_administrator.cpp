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
        if (!TRY(store::nobody_came_in(transaction)))
            return std::optional<std::string>();
        auto account = TRY(store::find_account_by_email(transaction, first_email));
        if (!account) {
            account
                = Account { AccountId::make(random), std::string(first_email), "Administration", "fr", true, clock.now(), {} };
            TRY(store::insert_account(transaction, *account));
        }
        // An interrupted first start left a link nobody saw.
        TRY(store::void_links(transaction, store::LinkPurpose::First));
        return std::optional(
            TRY(store::make_link(transaction, account->id, store::LinkPurpose::First, clock.now().plus(link_life), random)));
    });
}

} // namespace etabli::cli
