// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_statement.cpp
//
// Any statement text, numbered for PostgreSQL: as many names as numbers, and nothing lost outside the names.

#include <cstddef>
#include <cstdint>

#include "base/result.hpp"
#include "store/postgres_connection.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace etabli;
    const std::string_view sql(reinterpret_cast<const char*>(bytes), size);
    const auto statement = store::numbered(sql);
    for (std::size_t number = 1; number <= statement.names.size(); ++number)
        VERIFY(statement.sql.find("$" + std::to_string(number)) != std::string::npos);
    if (statement.names.empty())
        VERIFY(statement.sql == sql);
    return 0;
}
