// SPDX-License-Identifier: EUPL-1.2
// store/health.cpp

#include "store/health.hpp"

namespace etabli::store {

Result<std::optional<Instant>> last_write(Reader& reader)
{
    constexpr auto latest = R"sql(
        select coalesce(max(at), '') as at from (
            select max(at) as at from audit_entry
            union all select max(created_at) as at from outgoing_mail
            union all select max(applied_at) as at from schema_migration
        ) as written
    )sql";
    return Instant::parse(TRY(reader.query(latest)).text(0, "at"));
}

Result<std::int64_t> mails_waiting_since(Reader& reader, Instant before)
{
    return reader.count(
        "select count(*) from outgoing_mail where sent_at is null and created_at < :before", { { "before", before } });
}

} // namespace etabli::store
