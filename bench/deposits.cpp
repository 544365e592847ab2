// SPDX-License-Identifier: EUPL-1.2
// bench/deposits.cpp
//
// Twelve thousand people behind one address hand in their ballot to an urn that runs by itself: how long each waits, at 200 and at 2,000
// a second, counted from the moment it was due; how many were refused; and what 5,000 connections that stay open cost in memory.
// The devices are made and run on the same machine as the urn. Arguments: folder, PostgreSQL address (optional). Prints tables.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/encodings.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "engine/ballots/ballot.hpp"
#include "engine/ballots/halves.hpp"
#include "store/urn.hpp"
#include "store/urn_manifests.hpp"

namespace {

using namespace etabli;
using namespace ballots;
using std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr int devices_at_once = 64;
constexpr int open_connections = 5'000;
struct Load {
    int per_second;
    int ballots;
};
constexpr std::array loads { Load { 200, 2'000 }, Load { 2'000, 10'000 } };

/// A campaign of which the urn knows the manifest alone, as a guichet elsewhere would hand it over.
struct Campaign {
    SystemRandom random;
    TokenSecretKey token_key = TokenSecretKey::make();
    SigningKey guichet = SigningKey::make(random);
    SecretHalf half = SecretHalf::make(random);
    CampaignKeys keys { random.id_text(), token_key.public_half(), { 64, 2048 } };
    std::string manifest = json_text(json::object { { "format", "etabli-manifest-1" }, { "campaign", keys.campaign },
        { "opens_on", "2020-01-01" }, { "closes_on", "2090-01-01" }, { "destroy_by", "2090-03-01" }, { "k", 11 },
        { "sizes", json::object { { "profile", 64 }, { "answers", 2048 } } }, { "token_key", base64url(keys.token_key.spki()) },
        { "guichet_key", base64url(guichet.public_key()) } });

    std::string ballot()
    {
        const auto key = SigningKey::make(random);
        const auto prepared
            = prepare(token_message(keys.campaign, nonce_of(key.public_key())), Preparation::Randomized, random);
        const auto blinding = Blinding::create(keys.token_key, prepared, random).value();
        const Token token { prepared.substr(0, prefix_bytes),
            blinding.finalize(token_key.blind_sign(blinding.blinded()).value()).value() };
        const auto made
            = make_ballot(keys, half.public_half(), key, token, { profile_text({ "p3", "c1" }), R"({"q1":"a"})" }, random);
        return submission_text({ made.value(), guichet.sign(enough_text(keys.campaign)) });
    }
};

std::vector<std::string> make_ballots(Campaign& campaign, int count)
{
    std::vector<std::string> ballots(static_cast<std::size_t>(count));
    each_in_parallel(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())), ballots.size(),
        [&](std::size_t each) { ballots[each] = campaign.ballot(); });
    return ballots;
}

/// The program as released, with the urn's role alone.
class UrnProcess {
public:
    UrnProcess(const std::string& folder, const std::string& address)
    {
        const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path().string() + "/etabli";
        std::vector<std::string> words { program, "serve", "--role", "urn", "--data", folder, "--listen", "127.0.0.1:0" };
        if (!address.empty())
            words.insert(words.end(), { "--database", address });
        std::vector<char*> arguments;
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        std::array<int, 2> said {};
        VERIFY(::pipe(said.data()) == 0);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, said[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_addclose(&actions, said[0]);
        VERIFY(::posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ) == 0);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(said[1]);
        std::string text;
        std::array<char, 256> part {};
        const std::string before = "http://127.0.0.1:";
        while (text.find(before) == std::string::npos || text.find('\n', text.find(before)) == std::string::npos) {
            const auto read = ::read(said[0], part.data(), part.size());
            VERIFY(read > 0);
            text.append(part.data(), static_cast<std::size_t>(read));
        }
        port_ = std::stoi(text.substr(text.find(before) + before.size()));
        said_ = said[0];
    }
    ~UrnProcess()
    {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
        ::close(said_);
    }
    UrnProcess(const UrnProcess&) = delete;
    UrnProcess& operator=(const UrnProcess&) = delete;

    int port() const { return port_; }
    /// Kilobytes of memory that it holds now.
    std::int64_t memory() const
    {
        std::ifstream status("/proc/" + std::to_string(process_) + "/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmRSS:"))
                return std::stoll(line.substr(6));
        return 0;
    }

private:
    pid_t process_ = 0;
    int port_ = 0;
    int said_ = -1;
};

/// One connection that is kept.
class Device {
public:
    explicit Device(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to {};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        VERIFY(::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    }
    ~Device() { ::close(socket_); }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    /// The status that it was answered with; 0 when it was not.
    int ask(const std::string& request)
    {
        for (std::size_t sent = 0; sent < request.size();) {
            const auto now = ::send(socket_, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
            if (now <= 0)
                return 0;
            sent += static_cast<std::size_t>(now);
        }
        std::string reply;
        std::array<char, 4096> part {};
        for (;;) {
            const auto head = reply.find("\r\n\r\n");
            const auto length = reply.find("Content-Length: ");
            if (head != std::string::npos && length < head
                && reply.size() >= head + 4 + std::stoul(reply.substr(length + 16, 12)))
                return std::stoi(reply.substr(9, 3));
            const auto read = ::recv(socket_, part.data(), part.size(), 0);
            if (read <= 0)
                return 0;
            reply.append(part.data(), static_cast<std::size_t>(read));
        }
    }

private:
    int socket_;
};

std::string request(const std::string& method, const std::string& path, const std::string& body = {})
{
    return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Ballots `first`… at the load's pace; a wait is counted from when the ballot was due, not from when a device was free.
void offer(const Load& load, int port, const std::string& path, const std::vector<std::string>& ballots, std::size_t first,
    std::string_view database)
{
    std::atomic<std::size_t> next = 0;
    std::mutex guard;
    std::vector<double> waits;
    std::map<int, int> refused;
    const auto start = steady_clock::now();
    std::vector<std::thread> devices;
    for (int each = 0; each < devices_at_once; ++each)
        devices.emplace_back([&] {
            Device device(port);
            for (auto turn = next++; turn < static_cast<std::size_t>(load.ballots); turn = next++) {
                const auto due = start
                    + std::chrono::duration_cast<steady_clock::duration>(Seconds(static_cast<double>(turn) / load.per_second));
                std::this_thread::sleep_until(due);
                const int status = device.ask(request("POST", path + "/ballots", ballots[first + turn]));
                const Seconds waited = steady_clock::now() - due;
                const std::lock_guard lock(guard);
                waits.push_back(1000 * waited.count());
                if (status != 200)
                    ++refused[status];
            }
        });
    for (auto& device : devices)
        device.join();
    const Seconds took = steady_clock::now() - start;
    std::sort(waits.begin(), waits.end());
    const auto at
        = [&](double share) { return waits[static_cast<std::size_t>(share * static_cast<double>(waits.size() - 1))]; };
    int not_taken = 0;
    for (const auto& [status, count] : refused)
        not_taken += count;
    fmt::print("| {:<10} | {:>6} | {:>8} | {:>8.0f} | {:>8.1f} | {:>8.1f} | {:>8.1f} | {:>8.1f} | {:>7} |\n", database,
        load.per_second, load.ballots, load.ballots / took.count(), at(0.5), at(0.95), at(0.99), waits.back(), not_taken);
}

void connections(const UrnProcess& urn, const std::string& path)
{
    const auto before = urn.memory();
    std::vector<std::unique_ptr<Device>> open;
    int answered = 0;
    for (int each = 0; each < open_connections; ++each) {
        open.push_back(std::make_unique<Device>(urn.port()));
        answered += open.back()->ask(request("GET", path)) == 200 ? 1 : 0;
    }
    const auto start = steady_clock::now();
    const int status = open.front()->ask(request("GET", path));
    const Seconds waited = steady_clock::now() - start;
    fmt::print(
        "\n{} connections open, {} answered: {:.1f} kB of memory each, {} MB in all; one more answer ({}) in {:.1f} ms\n\n",
        open_connections, answered, static_cast<double>(urn.memory() - before) / open_connections, urn.memory() / 1024, status,
        1000 * waited.count());
}

void of_database(
    Campaign& campaign, const std::vector<std::string>& ballots, const std::string& folder, const std::string& address)
{
    const auto data = folder + (address.empty() ? "/sqlite" : "/postgres");
    std::filesystem::create_directories(data);
    {
        auto database = store::Database::open({ .folder = data, .postgres_url = address });
        VERIFY(database.ok());
        const auto kept = database.value()->write([&](store::Transaction& transaction) {
            return store::keep_urn_manifest(
                transaction, { *CampaignId::parse(campaign.keys.campaign), campaign.manifest, sha256_hex(campaign.manifest) });
        });
        VERIFY(kept.ok());
        auto urn = store::Urn::open(*database.value(), campaign.random, { .folder = data + "/urn" });
        VERIFY(urn.ok()
            && urn.value()
                   ->open_campaign({ .campaign_id = campaign.keys.campaign,
                       .manifest_hash = sha256_hex(campaign.manifest),
                       .threshold = 11,
                       .record_bytes = 8'000 })
                   .ok());
    }
    const UrnProcess urn(data, address);
    const auto path = "/api/urn/" + campaign.keys.campaign;
    std::size_t first = 0;
    for (const auto& load : loads) {
        offer(load, urn.port(), path, ballots, first, address.empty() ? "SQLite" : "PostgreSQL");
        first += static_cast<std::size_t>(load.ballots);
    }
    if (address.empty())
        connections(urn, path);
}

} // namespace

int main(int count, char** words)
{
    const std::string folder = count > 1 ? words[1] : ".";
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    Campaign campaign;
    int all = 0;
    for (const auto& load : loads)
        all += load.ballots;
    const auto start = steady_clock::now();
    const auto ballots = make_ballots(campaign, all);
    fmt::print(
        "{} ballots of {} bytes made in {:.0f} s\n\n", all, ballots[0].size(), Seconds(steady_clock::now() - start).count());
    fmt::print("| database   | asked/s | ballots | taken/s | median ms | 95 % ms | 99 % ms | longest ms | refused |\n"
               "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    of_database(campaign, ballots, folder, "");
    if (count > 2)
        of_database(campaign, ballots, folder, words[2]);
}
