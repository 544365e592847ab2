// SPDX-License-Identifier: EUPL-1.2
// store/settings.cpp

#include "store/settings.hpp"

namespace etabli::store {

Result<std::optional<std::string>> find_setting(Reader& reader, const std::string& name)
{
    const auto rows = TRY(reader.query("select value from setting where name = :name", { { "name", name } }));
    if (rows.empty())
        return std::optional<std::string>();
    return std::optional(rows.text(0, "value"));
}

Result<void> keep_setting(Transaction& transaction, const std::string& name, const std::string& value)
{
    TRY(transaction.execute(R"sql(
        insert into setting (name, value) values (:name, :value)
        on conflict (name) do update set value = excluded.value
    )sql",
        { { "name", name }, { "value", value } }));
    return {};
}

Result<bool> holds_anything(Reader& reader)
{
    for (const auto* table : { "place", "account", "college" })
        if (TRY(reader.count("select count(*) from " + std::string(table))) > 0)
            return true;
    return false;
}

} // namespace etabli::store
