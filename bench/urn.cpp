// SPDX-License-Identifier: EUPL-1.2
// bench/urn.cpp
//
// What a ballot costs the urn: to check it, in processor time; to keep it, durable, from 1, 16 and 64 devices at once, beside what
// the disk itself can do in the same run (fdatasync of a slot written in place); and how long an urn takes to begin again.
// Arguments: folder, PostgreSQL address (optional). Prints tables.

#include <atomic>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <functional>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/text.hpp"
#include "engine/ballots/ballot.hpp"
#include "store/urn.hpp"

namespace {

using namespace etabli;
using std::chrono::steady_clock;

constexpr std::chrono::seconds each_lasts { 3 };
/// A page would wait longer.
constexpr std::chrono::milliseconds told_busy_waits { 20 };
constexpr std::int64_t record_bytes = 4000; // of about twenty questions
constexpr int campaigns = 20;
constexpr std::int64_t threshold = 11;

double seconds_since(steady_clock::time_point start)
{
    return std::chrono::duration<double>(steady_clock::now() - start).count();
}

/// Processor time of this thread, in microseconds a time.
double processor_microseconds(int times, const std::function<void()>& work)
{
    const auto now = [] {
        timespec at {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
        return static_cast<double>(at.tv_sec) * 1e6 + static_cast<double>(at.tv_nsec) / 1e3;
    };
    const double start = now();
    for (int each = 0; each < times; ++each)
        work();
    return (now() - start) / times;
}

void checks()
{
    using namespace ballots;
    SystemRandom random;
    const std::string campaign = random.id_text();
    const auto tokens = TokenSecretKey::make();
    const auto one = SecretHalf::make(random);
    const CampaignKeys keys { campaign, tokens.public_half(), { 64, 2048 } };
    const auto key = SigningKey::make(random);
    const auto prepared = prepare(token_message(campaign, nonce_of(key.public_key())), Preparation::Randomized, random);
    const auto blinding = Blinding::create(tokens.public_half(), prepared, random).value();
    const Token token { prepared.substr(0, prefix_bytes),
        blinding.finalize(tokens.blind_sign(blinding.blinded()).value()).value() };
    const auto ballot
        = make_ballot(keys, one.public_half(), key, token, { profile_text({ "p3", "c1" }), "{}" }, random).value();
    const auto text = submission_text({ ballot, std::string(64, 'x') });
    const double reading = processor_microseconds(2'000, [&] { VERIFY(submission_in(text).ok()); });
    const double checking = processor_microseconds(1'000, [&] { VERIFY(CheckedBallot::create(ballot, keys).ok()); });
    const double making = processor_microseconds(500, [&] {
        VERIFY(make_ballot(keys, one.public_half(), key, token, { "{}", "{}" }, random).ok());
    });
    fmt::print("| a ballot of {} bytes, processor time | us |\n| --- | --- |\n| read from JSON | {:.0f} |\n"
               "| checked: token, signature, two proofs | {:.0f} |\n| sealed and signed by a device like this | {:.0f} |\n\n",
        text.size(), reading, checking, making);
}

/// One slot after the other, each on the disk before the next.
double disk_rate(const std::string& folder)
{
    const auto path = folder + "/probe";
    const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    const std::string slot(store::slot_bytes_min, 'x');
    constexpr int slots = 512;
    for (int each = 0; each < slots; ++each)
        VERIFY(::pwrite(file, slot.data(), slot.size(), static_cast<off_t>(each * slot.size())) > 0);
    ::fsync(file);
    std::int64_t count = 0;
    const auto start = steady_clock::now();
    for (; steady_clock::now() - start < each_lasts; ++count)
        VERIFY(
            ::pwrite(file, slot.data(), slot.size(), static_cast<off_t>(static_cast<std::size_t>(count % slots) * slot.size()))
                > 0
            && ::fdatasync(file) == 0);
    const auto rate = static_cast<double>(count) / seconds_since(start);
    ::close(file);
    std::filesystem::remove(path);
    return rate;
}

std::string campaign_id(int number)
{
    return sha256_hex("campaign " + std::to_string(number)).substr(0, 26);
}

struct Rates {
    double acknowledged = 0;
    std::int64_t busy = 0;
};

Rates deposits(store::Urn& urn, int devices)
{
    std::atomic<std::int64_t> acknowledged = 0;
    std::atomic<std::int64_t> busy = 0;
    const auto start = steady_clock::now();
    std::vector<std::thread> all;
    for (int device = 0; device < devices; ++device)
        all.emplace_back([&, device] {
            SystemRandom random;
            const std::string record(record_bytes, 'x');
            for (int each = device; steady_clock::now() - start < each_lasts; ++each) {
                const bool ok = urn.deposit(campaign_id(each % campaigns), sha256_hex(random.token()), record).ok();
                ++(ok ? acknowledged : busy);
                if (!ok)
                    std::this_thread::sleep_for(told_busy_waits);
            }
        });
    for (auto& device : all)
        device.join();
    return { static_cast<double>(acknowledged) / seconds_since(start), busy };
}

void of_database(const std::string& folder, const std::string& address, double disk)
{
    const auto opened = store::Database::open({ .folder = folder, .postgres_url = address });
    VERIFY(opened.ok());
    SystemRandom random;
    const auto urn_folder = folder + "/urn" + (address.empty() ? "" : "-postgres");
    auto urn = store::Urn::open(*opened.value(), random, { .folder = urn_folder });
    VERIFY(urn.ok());
    for (int campaign = 0; campaign < campaigns; ++campaign)
        VERIFY(urn.value()
                   ->open_campaign({ .campaign_id = campaign_id(campaign),
                       .manifest_hash = sha256_hex("manifest"),
                       .threshold = threshold,
                       .record_bytes = record_bytes })
                   .ok());
    const auto* name = address.empty() ? "SQLite" : "PostgreSQL";
    for (const int devices : { 1, 16, 64 }) {
        const auto rates = deposits(*urn.value(), devices);
        fmt::print("| {:<10} | {:>7} | {:>10.0f} | {:>12.2f} | {:>6} |\n", name, devices, rates.acknowledged,
            rates.acknowledged / disk, rates.busy);
    }
    urn.value().reset();
    const auto start = steady_clock::now();
    const auto again = store::Urn::open(*opened.value(), random, { .folder = urn_folder });
    VERIFY(again.ok());
    const auto kept = opened.value()->read([](store::Reader& reader) { return reader.count("select count(*) from ballot"); });
    fmt::print("{}: an urn begins again in {:.0f} ms beside {} ballots\n", name, 1000 * seconds_since(start), kept.value());
}

} // namespace

int main(int count, char** words)
{
    const std::string folder = count > 1 ? words[1] : ".";
    std::filesystem::create_directories(folder);
    checks();
    const auto disk = disk_rate(folder);
    fmt::print("| deposits   | devices | per second | x fdatasync  | busy   |\n| --- | --- | --- | --- | --- |\n"
               "| fdatasync  | {:>7} | {:>10.0f} | {:>12.2f} | {:>6} |\n",
        1, disk, 1.0, "");
    of_database(folder, "", disk);
    if (count > 2)
        of_database(folder, words[2], disk);
    fmt::print("| fdatasync  | {:>7} | {:>10.0f} | {:>12.2f} | {:>6} |\n", 1, disk_rate(folder), 1.0, "again");
}
