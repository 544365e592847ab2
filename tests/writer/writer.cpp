// SPDX-License-Identifier: EUPL-1.2
// tests/writer/writer.cpp
//
// Writes for ever from several threads, and prints each write once it is acknowledged. Started by kill_test.cpp,
// which kills it. Arguments: folder, PostgreSQL address or "-", round.

#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "store/settings.hpp"

int main(int count, char** words)
{
    using namespace etabli;
    if (count != 4)
        return 2;
    const std::string address = words[2];
    const auto opened = store::Database::open({ .folder = words[1], .postgres_url = address == "-" ? std::string() : address });
    if (!opened.ok())
        return 1;
    std::mutex out;
    std::vector<std::thread> people;
    for (int person = 0; person < 8; ++person)
        people.emplace_back([&, person] {
            for (int index = 0;; ++index) {
                const auto name = std::string(words[3]) + "." + std::to_string(person) + "." + std::to_string(index);
                const auto wrote = opened.value()->write(
                    [&](store::Transaction& transaction) { return store::keep_setting(transaction, name, "kept"); });
                if (!wrote.ok())
                    continue;
                const auto line = name + "\n";
                const std::lock_guard lock(out);
                if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
                    return;
            }
        });
    for (auto& person : people)
        person.join();
}
