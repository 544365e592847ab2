// SPDX-License-Identifier: EUPL-1.2
// bench/durable_writes.cpp
//
// How many writes a second can be acknowledged, each durable, beside what the disk itself can do in the same run:
// fdatasync of a small append is the price of one commit, and people who write together share it. Arguments:
// folder, PostgreSQL address (optional). Prints a table.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/random.hpp"
#include "store/settings.hpp"

namespace {

using namespace etabli;
using std::chrono::steady_clock;

constexpr std::chrono::seconds each_lasts { 2 };

double per_second(std::int64_t count, steady_clock::time_point since)
{
    return static_cast<double>(count) / std::chrono::duration<double>(steady_clock::now() - since).count();
}

double fdatasyncs(const std::string& folder)
{
    const auto path = folder + "/appended";
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    const std::string block(4096, 'x'); // a page, as a commit appends at least
    std::int64_t count = 0;
    const auto start = steady_clock::now();
    for (; steady_clock::now() - start < each_lasts; ++count)
        if (::write(file, block.data(), block.size()) != static_cast<ssize_t>(block.size()) || ::fdatasync(file) != 0)
            break;
    const auto rate = per_second(count, start);
    ::close(file);
    std::filesystem::remove(path);
    return rate;
}

double writes(store::Database& database, int writers)
{
    std::atomic<std::int64_t> acknowledged = 0;
    const auto start = steady_clock::now();
    std::vector<std::thread> people;
    for (int person = 0; person < writers; ++person)
        people.emplace_back([&] {
            SystemRandom random;
            while (steady_clock::now() - start < each_lasts)
                if (database
                        .write([&](store::Transaction& transaction) {
                            return store::keep_setting(transaction, random.id_text(), std::string(1000, 'x'));
                        })
                        .ok())
                    ++acknowledged;
        });
    for (auto& person : people)
        person.join();
    return per_second(acknowledged, start);
}

void row(const std::string& what, int writers, double rate, double disk)
{
    fmt::print("{:<12} {:>8} {:>12.0f} {:>12.2f}\n", what, writers, rate, rate / disk);
}

} // namespace

int main(int count, char** words)
{
    const std::string folder = count > 1 ? words[1] : ".";
    std::filesystem::create_directories(folder);
    fmt::print("{:<12} {:>8} {:>12} {:>12}\n", "", "writers", "per second", "x fdatasync");
    const auto disk = fdatasyncs(folder);
    row("fdatasync", 1, disk, disk);
    for (const std::string& address : { std::string(), std::string(count > 2 ? words[2] : "-") }) {
        if (address == "-")
            continue;
        const auto opened = store::Database::open({ .folder = folder, .postgres_url = address });
        if (!opened.ok()) {
            fmt::print(stderr, "{}: {}\n", opened.problem().code(), opened.problem().detail());
            return 1;
        }
        for (const int writers : { 1, 8, 16, 64 })
            row(address.empty() ? "SQLite" : "PostgreSQL", writers, writes(*opened.value(), writers), disk);
    }
    row("fdatasync", 1, fdatasyncs(folder), disk); // again: the disk is shared, and may have changed meanwhile
}
