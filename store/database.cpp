// SPDX-License-Identifier: EUPL-1.2
// store/database.cpp

#include "store/database.hpp"

#include "store/engines.hpp"

namespace etabli::store {

Result<std::unique_ptr<Database>> Database::open(const DatabaseSettings& settings)
{
    if (settings.postgres_url.empty())
        return open_sqlite(settings);
    return open_postgres(settings);
}

Result<std::int64_t> Reader::count(std::string_view sql, const Params& params)
{
    const auto rows = TRY(query(sql, params));
    if (rows.size() != 1 || rows.columns.size() != 1)
        return Problem("server.internal", "a count is one number");
    const auto* number = std::get_if<std::int64_t>(&rows.rows[0][0]);
    return number == nullptr ? 0 : *number;
}

} // namespace etabli::store
