// SPDX-License-Identifier: EUPL-1.2
// tests/support/databases.cpp

#include "tests/support/databases.hpp"

#include <cstdlib>
#include <filesystem>

#include <libpq-fe.h>

#include "base/random.hpp"

namespace etabli::tests {

namespace {

/// The same server, another database.
std::string with_database(const std::string& url, const std::string& name)
{
    const auto slash = url.rfind('/');
    const auto question = url.find('?', slash);
    return url.substr(0, slash + 1) + name + (question == std::string::npos ? "" : url.substr(question));
}

void on_server(const std::string& statement)
{
    PGconn* connection = PQconnectdb(postgres_for_tests().c_str());
    PGresult* result = PQexec(connection, statement.c_str());
    EXPECT_EQ(PQresultStatus(result), PGRES_COMMAND_OK) << PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
}

} // namespace

std::string postgres_for_tests()
{
    const char* url = std::getenv("ETABLI_TEST_POSTGRES");
    return url == nullptr ? std::string() : std::string(url);
}

std::string engine_name(const testing::TestParamInfo<store::Engine>& info)
{
    return info.param == store::Engine::Sqlite ? "sqlite" : "postgres";
}

FreshDatabase::FreshDatabase(store::Engine engine)
{
    settings_.folder = (std::filesystem::temp_directory_path() / ("etabli-test-" + SystemRandom().id_text())).string();
    std::filesystem::create_directories(settings_.folder);
    if (engine == store::Engine::Postgres) {
        postgres_name_ = "t_" + SystemRandom().id_text();
        on_server("create database " + postgres_name_ + " template template0 encoding 'UTF8'");
        settings_.postgres_url = with_database(postgres_for_tests(), postgres_name_);
    }
}

FreshDatabase::~FreshDatabase()
{
    if (!postgres_name_.empty())
        on_server("drop database if exists " + postgres_name_ + " with (force)");
    std::error_code ignored;
    std::filesystem::remove_all(settings_.folder, ignored);
}

std::unique_ptr<store::Database> FreshDatabase::open() const
{
    return must(store::Database::open(settings_));
}

} // namespace etabli::tests
