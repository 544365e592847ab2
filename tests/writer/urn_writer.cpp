// SPDX-License-Identifier: EUPL-1.2
// tests/writer/urn_writer.cpp
//
// Deposits for ever from several threads, in three campaigns, and prints each deposit once it is acknowledged. Started by
// urn_kill_test.cpp, which kills it. Arguments: folder, PostgreSQL address or "-", round.

#include <mutex>
#include <thread>

#include <unistd.h>

#include "tests/support/urns.hpp"

int main(int count, char** words)
{
    using namespace etabli;
    if (count != 4)
        return 2;
    const std::string folder = words[1];
    const std::string address = words[2];
    const auto opened = store::Database::open({ .folder = folder, .postgres_url = address == "-" ? std::string() : address });
    if (!opened.ok())
        return 1;
    SystemRandom random;
    // Small files, so that a kill meets a batch as often as a deposit.
    const auto urn
        = store::Urn::open(*opened.value(), random, { .folder = folder + "/urn", .shape = { store::slot_bytes_min, 64 } });
    if (!urn.ok())
        return 1;
    std::mutex out;
    std::vector<std::thread> people;
    for (int person = 0; person < 8; ++person)
        people.emplace_back([&, person] {
            const auto campaign = tests::campaign_of(std::to_string(person % 3), 11);
            if (!urn.value()->open_campaign(campaign).ok())
                return;
            for (int index = 0;; ++index) {
                const auto name
                    = std::to_string(person % 3) + "." + words[3] + "." + std::to_string(person) + "." + std::to_string(index);
                if (!urn.value()->deposit(campaign.campaign_id, tests::receipt_of(name), tests::record_of(name)).ok())
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
