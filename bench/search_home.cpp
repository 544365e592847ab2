// SPDX-License-Identifier: EUPL-1.2
// bench/search_home.cpp
//
// How long a search and a home page take in a large database: 200,000 objects of ten words in forty establishments,
// 20,000 sheets of eighty words, half of them opened to their region. Prints the median and the 95th percentile of a
// few hundred searches of each kind, in milliseconds. Arguments: an empty folder, PostgreSQL address (optional).

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/random.hpp"
#include "store/due.hpp"
#include "store/moved.hpp"
#include "store/places.hpp"
#include "store/search.hpp"
#include "store/thread.hpp"

namespace {

using namespace etabli;
using std::chrono::steady_clock;

constexpr int establishments = 40;
constexpr int short_objects = 200'000;
constexpr int sheets = 20'000;
constexpr int vocabulary = 6'000;
constexpr int rounds = 300;

/// Words as people use them: a few everywhere, many seldom.
std::string word(Random& random)
{
    const auto drawn = static_cast<double>(random.below(1'000'000) + 1) / 1'000'000.0;
    const auto rank = static_cast<int>(std::pow(drawn, 3.0) * vocabulary);
    return "mot" + std::string(1, static_cast<char>('a' + rank % 26)) + std::string(1, static_cast<char>('a' + rank / 26 % 26))
        + std::string(1, static_cast<char>('a' + rank / 676)) + "x";
}

std::string words(Random& random, int count)
{
    std::string text;
    for (int index = 0; index < count; ++index)
        text += (text.empty() ? "" : " ") + word(random);
    return text;
}

std::vector<PlaceId> make_places(store::Database& database, Random& random)
{
    std::vector<PlaceId> made;
    const auto written = database.write([&](store::Transaction& transaction) -> Result<void> {
        made.clear();
        const auto region = PlaceId::make(random);
        TRY(store::insert_place(transaction, { region, {}, {}, PlaceKind::Region, "Region", {}, {}, 0, {}, {}, 1 }));
        for (int index = 0; index < establishments; ++index) {
            const auto id = PlaceId::make(random);
            TRY(store::insert_place(transaction,
                { id, region, id, PlaceKind::Establishment, "Establishment " + std::to_string(index), {}, {}, index, {}, {},
                    1 }));
            made.push_back(id);
        }
        return {};
    });
    VERIFY(written.ok());
    return made;
}

void fill(store::Database& database, const std::vector<PlaceId>& places, Random& random, Date today)
{
    const auto put = [&](int from, int to, ObjectKind kind, int length) {
        const auto written = database.write([&](store::Transaction& transaction) -> Result<void> {
            for (int index = from; index < to; ++index) {
                const auto text = words(random, length);
                const auto audience
                    = kind == ObjectKind::Sheet && random.below(2) == 0 ? Audience::Region : Audience::Establishment;
                TRY(store::put_node(transaction,
                    { kind, random.id_text(), places[random.below(places.size())], {}, text.substr(0, 120),
                        today.plus_days(-static_cast<int>(random.below(900))), "", audience, false },
                    text));
            }
            return {};
        });
        VERIFY(written.ok());
    };
    constexpr int at_once = 2'000;
    for (int done = 0; done < short_objects; done += at_once)
        put(done, done + at_once, ObjectKind::Idea, 10);
    for (int done = 0; done < sheets; done += at_once)
        put(done, done + at_once, ObjectKind::Sheet, 80);
}

void measure(const std::string& name, const std::function<void()>& once)
{
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        const auto start = steady_clock::now();
        once();
        took.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
    }
    std::sort(took.begin(), took.end());
    fmt::print("| {:<32} | {:>8.2f} | {:>8.2f} |\n", name, took[took.size() / 2], took[took.size() * 95 / 100]);
}

void run(const store::DatabaseSettings& settings, const char* engine)
{
    auto opened = store::Database::open(settings);
    VERIFY(opened.ok());
    auto& database = *opened.value();
    SeededRandom random(20261122);
    const auto today = *Date::parse("2026-11-22");
    const auto places = make_places(database, random);
    const auto start = steady_clock::now();
    fill(database, places, random, today);
    fmt::print("\n{}: filled in {:.0f} s\n| What | median | p95 |\n| --- | --- | --- |\n", engine,
        std::chrono::duration<double>(steady_clock::now() - start).count());

    const ReadingCircle circle {
        .own = { places[0] }, .cluster = { places[0], places[1], places[2] }, .region = { places.begin(), places.end() }
    };
    const auto look = [&](const std::function<std::string()>& typed, std::int64_t page) {
        const auto found = database.read(
            [&](store::Reader& reader) { return store::search(reader, circle, texts::search_terms(typed()), {}, page); });
        VERIFY(found.ok());
    };
    measure("one common word", [&] { look([] { return std::string("motaaax"); }, 1); });
    measure("one word, drawn", [&] { look([&] { return word(random); }, 1); });
    measure("two words, drawn", [&] { look([&] { return words(random, 2); }, 1); });
    measure("two common words", [&] { look([] { return std::string("motaaax motbaax"); }, 1); });
    measure("four words, drawn", [&] { look([&] { return words(random, 4); }, 1); });
    measure("an unfinished word", [&] { look([] { return std::string("mota"); }, 1); });
    measure("a common word, the tenth page", [&] { look([] { return std::string("motaaax"); }, 10); });
    measure("home: what moved and what is owed", [&] {
        const auto read = database.read([&](store::Reader& reader) -> Result<void> {
            TRY(store::due_for(reader, circle.own, today));
            TRY(store::moved_lately(reader, circle.own, today.plus_days(-30), today));
            return {};
        });
        VERIFY(read.ok());
    });
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        fmt::print(stderr, "search_home FOLDER [POSTGRES]\n");
        return 2;
    }
    run({ .folder = arguments[1] }, "SQLite");
    if (count > 2)
        run({ .folder = arguments[1], .postgres_url = arguments[2] }, "PostgreSQL");
    return 0;
}
