// SPDX-License-Identifier: EUPL-1.2
// server/jobs/jobs.hpp
//
// What happens later: mail, reminders, closings, destructions. A job has a name, how often, and a function of the
// same Context that handlers have. It takes a lease in the database, so that of several servers one does it; it must
// bear being run again, since a server may stop in the middle.

#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/http/call.hpp"

namespace etabli::jobs {

struct Job {
    std::string name;
    std::chrono::seconds every;
    std::function<Result<void>(http::Context&)> work;
};

/// Every job of the server; a slice adds its own in server/jobs/all.cpp.
const std::vector<Job>& all_jobs();

/// Does what is due by the context's clock, in the order of the list; answers the names of what was done. A job that
/// fails is logged and tried again at its next time.
std::vector<std::string> run_due_jobs(http::Context& context, const std::vector<Job>& jobs = all_jobs());

/// Runs what is due, every few seconds, on a thread of its own, until it is destroyed.
class Scheduler {
public:
    explicit Scheduler(http::Context context);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

private:
    void run();

    http::Context context_;
    std::mutex guard_;
    std::condition_variable stopping_;
    bool stop_ = false;
    std::thread thread_;
};

/// Writes down which colleges stayed silent past the delay of a gate. Nothing opens by it.
Result<void> record_gate_silences(http::Context& context);
/// Sends the mail that waits: by SMTP when the server was told how, else as files in the data folder's outbox.
Result<void> send_waiting_mail(http::Context& context);

/// Closes what was open until yesterday and destroys what the charters said would be destroyed by today.
Result<void> destroy_what_is_due(http::Context& context);

/// Takes every step that a campaign's day or its colleges made due: closing, counting, publishing, destroying.
Result<void> advance_campaigns(http::Context& context);

} // namespace etabli::jobs
