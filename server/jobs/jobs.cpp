// SPDX-License-Identifier: EUPL-1.2
// server/jobs/jobs.cpp

#include "server/jobs/jobs.hpp"

#include <spdlog/spdlog.h>

#include "store/jobs.hpp"

namespace etabli::jobs {

namespace {

constexpr std::chrono::seconds look_every { 5 };
/// A job that takes longer than this is taken for dead, and another server may start it again.
constexpr std::chrono::seconds lease { 600 };

/// Whether the job was ours to do and went well.
Result<bool> run(http::Context& context, const Job& job)
{
    const bool taken = TRY(context.database.write(
        [&](store::Transaction& transaction) { return store::take_job(transaction, job.name, context.clock.now(), lease); }));
    if (!taken)
        return false;
    const auto done = job.work(context);
    TRY(context.database.write([&](store::Transaction& transaction) {
        return store::finish_job(transaction, job.name, context.clock.now(), job.every);
    }));
    if (!done.ok())
        return done.problem();
    return true;
}

} // namespace

std::vector<std::string> run_due_jobs(http::Context& context, const std::vector<Job>& jobs)
{
    std::vector<std::string> done;
    for (const auto& job : jobs) {
        const auto outcome = run(context, job);
        if (!outcome.ok())
            spdlog::error("job {} {} {}", job.name, outcome.problem().code(), outcome.problem().detail());
        else if (outcome.value())
            done.push_back(job.name);
    }
    return done;
}

Scheduler::Scheduler(http::Context context) : context_(context), thread_([this] { run(); }) { }

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(guard_);
        stop_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

void Scheduler::run()
{
    std::unique_lock lock(guard_);
    while (!stop_) {
        lock.unlock();
        try {
            run_due_jobs(context_);
        } catch (const std::exception& thrown) {
            spdlog::error("jobs {}", thrown.what()); // a library threw: the next round tries again
        }
        lock.lock();
        stopping_.wait_for(lock, look_every, [this] { return stop_; });
    }
}

} // namespace etabli::jobs
