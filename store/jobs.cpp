// SPDX-License-Identifier: EUPL-1.2
// store/jobs.cpp

#include "store/jobs.hpp"

namespace etabli::store {

Result<bool> take_job(Transaction& transaction, const std::string& name, Instant now, std::chrono::seconds lease)
{
    TRY(transaction.execute("insert into job (name, due_at) values (:name, :now) on conflict (name) do nothing",
        { { "name", name }, { "now", now } }));
    const auto taken = TRY(transaction.execute(R"sql(
        update job set leased_until = :until
         where name = :name and due_at <= :now and (leased_until is null or leased_until <= :now)
    )sql",
        { { "name", name }, { "now", now }, { "until", now.plus(lease) } }));
    return taken == 1;
}

Result<void> finish_job(Transaction& transaction, const std::string& name, Instant now, std::chrono::seconds every)
{
    TRY(transaction.execute("update job set due_at = :due, leased_until = null, last_done_at = :now where name = :name",
        { { "name", name }, { "now", now }, { "due", now.plus(every) } }));
    return {};
}

} // namespace etabli::store
