// SPDX-License-Identifier: EUPL-1.2
// bench/large_database.cpp
//
// How long what people open most takes in a large database: 5,000 places in forty establishments, 200,000 ideas of ten
// words, 20,000 proposals, 20,000 sheets of eighty words, each told from an idea and half of them opened to their
// region. Prints the median and the 95th percentile of a few hundred readings of each kind, in milliseconds: a search,
// the home page, the desk, the thread of a sheet. Arguments: a folder, empty or of an earlier run, and a PostgreSQL
// address (optional).

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/random.hpp"
#include "store/due.hpp"
#include "store/moved.hpp"
#include "store/places.hpp"
#include "store/proposals.hpp"
#include "store/search.hpp"
#include "store/thread.hpp"
#include "store/thread_walk.hpp"

namespace {

using namespace etabli;
using std::chrono::steady_clock;

constexpr int establishments = 40;
constexpr int short_objects = 200'000;
constexpr int sheets = 20'000;
constexpr int proposals = 20'000;
constexpr int units = 4'959; // with the region and the establishments: 5,000 places
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
        for (int index = 0; index < units; ++index) {
            const auto& in = made[static_cast<std::size_t>(index) % made.size()];
            TRY(store::insert_place(transaction,
                { PlaceId::make(random), in, in, PlaceKind::Unit, "Unit " + std::to_string(index), {}, {}, index, {}, {}, 1 }));
        }
        return {};
    });
    VERIFY(written.ok());
    return made;
}

/// What was written, by kind: for the links of the thread.
struct Written {
    std::vector<std::string> ideas;
    std::vector<std::string> sheets;
};

/// A database that an earlier run left is measured as it is.
std::vector<PlaceId> places_there(store::Database& database)
{
    std::vector<PlaceId> found;
    const auto read = database.read([&](store::Reader& reader) -> Result<void> {
        for (const auto& place : TRY(store::directory(reader)))
            if (place.kind == PlaceKind::Establishment)
                found.push_back(place.id);
        return {};
    });
    VERIFY(read.ok());
    return found;
}

Written sheets_there(store::Database& database)
{
    Written found;
    const auto read = database.read([&](store::Reader& reader) -> Result<void> {
        const auto rows = TRY(reader.query("select object_id from thread_node where kind = 'sheet' order by object_id"));
        for (std::size_t row = 0; row < rows.size(); ++row)
            found.sheets.push_back(rows.text(row, "object_id"));
        return {};
    });
    VERIFY(read.ok());
    return found;
}

Written fill(store::Database& database, const std::vector<PlaceId>& places, Random& random, Date today)
{
    Written all;
    const auto put = [&](int from, int to, ObjectKind kind, int length) {
        const auto written = database.write([&](store::Transaction& transaction) -> Result<void> {
            for (int index = from; index < to; ++index) {
                const auto text = words(random, length);
                const auto audience
                    = kind == ObjectKind::Sheet && random.below(2) == 0 ? Audience::Region : Audience::Establishment;
                const auto id = random.id_text();
                (kind == ObjectKind::Sheet ? all.sheets : all.ideas).push_back(id);
                TRY(store::put_node(transaction,
                    { kind, id, places[random.below(places.size())], {}, text.substr(0, 120),
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
    const auto linked = database.write([&](store::Transaction& transaction) -> Result<void> {
        for (std::size_t index = 0; index < all.sheets.size(); ++index)
            for (std::size_t idea = index * 10; idea < index * 10 + 10; ++idea)
                TRY(store::link_nodes(transaction,
                    { ObjectKind::Idea, all.ideas[idea], ObjectKind::Sheet, all.sheets[index], "told_in", today }));
        for (int index = 0; index < proposals; ++index) {
            Proposal proposal;
            proposal.id = ProposalId::make(random);
            proposal.establishment_id = proposal.place_id = places[static_cast<std::size_t>(index) % places.size()];
            proposal.title = words(random, 10);
            proposal.asked_on = today.plus_days(-static_cast<int>(random.below(900)));
            proposal.due_on = proposal.asked_on.plus_days(60);
            TRY(store::insert_proposal(transaction, proposal));
        }
        return {};
    });
    VERIFY(linked.ok());
    return all;
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
    const auto start = steady_clock::now();
    auto places = places_there(database);
    const auto written
        = places.empty() ? fill(database, places = make_places(database, random), random, today) : sheets_there(database);
    fmt::print("\n{}: ready in {:.0f} s\n| What | median | p95 |\n| --- | --- | --- |\n", engine,
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
    measure("desk: the proposals of a hospital", [&] {
        const auto read = database.read([&](store::Reader& reader) { return store::proposals_of(reader, places[0]); });
        VERIFY(read.ok() && !read.value().empty());
    });
    const ReadingCircle everywhere { .own = { places.begin(), places.end() }, .cluster = {}, .region = {} };
    measure("thread: a sheet and its ten ideas", [&] {
        const auto& sheet = written.sheets[random.below(written.sheets.size())];
        const auto read = database.read([&](store::Reader& reader) {
            return store::walk_thread(reader, everywhere, { ObjectKind::Sheet, sheet });
        });
        VERIFY(read.ok() && read.value().line.size() == 11);
    });
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        fmt::print(stderr, "large_database FOLDER [POSTGRES]\n");
        return 2;
    }
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // an engine's table is there as soon as it is known
    run({ .folder = arguments[1] }, "SQLite");
    if (count > 2)
        run({ .folder = arguments[1], .postgres_url = arguments[2] }, "PostgreSQL");
    return 0;
}
