// SPDX-License-Identifier: EUPL-1.2
// store/values_test.cpp

#include "store/postgres_connection.hpp"

#include <gtest/gtest.h>

namespace etabli::store {

TEST(Statements, named_parameters_become_numbers_once_each)
{
    const auto statement = numbered("select ':no', a::text from t where b = :b and c = :c_2 and d = :b");
    EXPECT_EQ(statement.sql, "select ':no', a::text from t where b = $1 and c = $2 and d = $1");
    EXPECT_EQ(statement.names, (std::vector<std::string> { "b", "c_2" }));
}

} // namespace etabli::store
