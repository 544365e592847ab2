// SPDX-License-Identifier: EUPL-1.2
// bench/publication.cpp
//
// A drawn staff survey of sixty questions, columns in memory to a signed file, and the same from and to files: seconds,
// megabytes at the most, and the counting beside copying memory with as many threads. Arguments: an empty folder, respondents
// (a million).

#include <array>
#include <chrono>
#include <cstring>
#include <fstream>
#include <thread>

#include <sys/resource.h>

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "cli/files.hpp"
#include "engine/disclosure/tables.hpp"
#include "engine/publication/publication.hpp"
#include "tests/support/staff_answers.hpp"

namespace {

using namespace etabli;
using namespace etabli::publication;
using std::chrono::steady_clock;

constexpr int questions = 60;

class Watch {
public:
    /// Since the last time it was asked.
    double seconds()
    {
        const auto before = std::exchange(start_, steady_clock::now());
        return std::chrono::duration<double>(start_ - before).count();
    }

private:
    steady_clock::time_point start_ = steady_clock::now();
};

long megabytes_at_most()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Bytes read and written a second by so many threads that copy; the best of several.
double copying_speed(std::size_t bytes, int threads)
{
    const std::string from(bytes, 'x');
    std::string to(bytes, 'y');
    const auto part = bytes / static_cast<std::size_t>(threads);
    double best = 0;
    for (int time = 0; time < 5; ++time) {
        Watch watch;
        each_in_parallel(threads, static_cast<std::size_t>(threads),
            [&](std::size_t number) { std::memcpy(to.data() + number * part, from.data() + number * part, part); });
        best = std::max(best, 2 * static_cast<double>(bytes) / watch.seconds());
    }
    return best;
}

/// The counting alone, its rows arranged and its counters there: the best of several.
void measure_counting(const disclosure::Lattice& places, const std::vector<Item>& items, const Answers& answers, int threads)
{
    const auto respondents = respondents_of(places, answers);
    const OpenCells open(disclosure::protect(respondents, {}).mask.open);
    Watch watch;
    const CountingOrder order(respondents, open, answers);
    const auto ordering = watch.seconds();
    const Rows rows(answers, items, order, threads);
    const auto arranging = watch.seconds();
    double best = 1e9;
    std::size_t bytes = 0;
    for (int time = 0; time < 5; ++time) {
        Counts counts(rows, open.size());
        Watch counting;
        counts.count(rows, order, threads);
        best = std::min(best, counting.seconds());
        bytes = rows.bytes() + counts.bytes();
    }
    const auto copying = copying_speed(bytes, threads);
    fmt::print("| {:>7} | {:>8.3f} | {:>9.3f} | {:>8.3f} | {:>5} | {:>8.1f} | {:>7.1f} | {:>4.0f} % |\n", threads, ordering,
        arranging, best, bytes >> 20U, static_cast<double>(bytes) / best / 1e9, copying / 1e9,
        100 * static_cast<double>(bytes) / best / copying);
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        fmt::print(stderr, "publication FOLDER [RESPONDENTS]\n");
        return 2;
    }
    const std::string folder = arguments[1];
    const auto survey = tests::staff_answers(count > 2 ? std::stoi(arguments[2]) : 1'000'000, 20261122, questions);
    VERIFY(cli::write_file(folder + "/places.csv", survey.places).ok());
    VERIFY(cli::write_file(folder + "/answers.csv", survey.answers).ok());
    const auto threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));

    Watch whole;
    const auto places = disclosure::read_counts(cli::read_file(folder + "/places.csv").value(),
        { { "region", "est", "pole", "serv", "team" }, "occ", "staff", "staff" })
                            .value();
    const auto items = read_items(survey.items).value();
    const auto answers
        = read_answers(cli::read_file(folder + "/answers.csv").value(), { "team", "occ" }, items, places).value();
    const auto reading = whole.seconds();
    ReleaseRules rules;
    rules.insiders_asked = 20;
    rules.intervals_drawn = 100;
    rules.interval_level = 2;
    rules.threads = threads;
    const auto release = make_release(places, items, answers, rules).value();
    const auto making = whole.seconds();
    SeededRandom random(1);
    const auto key = make_secret_key(random);
    VERIFY(cli::write_file(folder + "/wave.publication", [&](const cli::Put& put) {
        return write_publication(release, items, rules, { "Vague", "2026-11-20", {} }, { key }, put);
    }).ok());
    const auto writing = whole.seconds();
    fmt::print(
        "| people | questions | open cells | withheld results | safe | CSV read | made | signed | columns to file | MB |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    fmt::print("| {} | {} | {} | {} | {} | {:.2f} s | {:.2f} s | {:.2f} s | {:.2f} s | {} |\n\n", answers.people(),
        items.size(), release.open.size(), release.report.withheld_results, release.report.is_safe() ? "yes" : "NO", reading,
        making, writing, making + writing, megabytes_at_most());
    fmt::print("| threads | ordered | arranged | counted | MB    | GB/s     | memcpy  | ratio  |\n"
               "| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (int with = 1; with <= threads; ++with)
        measure_counting(places, items, answers, with);
    return release.report.is_safe() ? 0 : 1;
}
