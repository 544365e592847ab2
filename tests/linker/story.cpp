// SPDX-License-Identifier: EUPL-1.2
// tests/linker/story.cpp

#include "tests/linker/story.hpp"

#include <algorithm>

namespace etabli::linker {

namespace {

using tests::must;

struct Crash { };

/// Where slots are not drawn: the first free one.
class NoChance final : public Random {
public:
    explicit NoChance(std::uint64_t seed) : names_(seed) { }
    void fill(std::span<std::byte> bytes) override
    {
        if (bytes.size() == sizeof(std::uint64_t)) // what Random::below asks for
            std::fill(bytes.begin(), bytes.end(), std::byte {});
        else
            names_.fill(bytes);
    }

private:
    SeededRandom names_;
};

std::vector<std::string> receipts_of(const std::vector<Person>& all)
{
    std::vector<std::string> receipts;
    for (const auto& person : all)
        receipts.push_back(person.receipt);
    return receipts;
}

/// One run, and in which batch each ballot went.
class Run {
public:
    Run(store::Engine engine, std::uint64_t seed)
        : seed_(seed)
        , random_(seed)
        , fresh_(engine)
        , database_(fresh_.open())
        , people_(people_of(seed))
    {
    }

    void open(std::function<void(store::UrnStage)> at = {})
    {
        urn_.reset();
        urn_ = must(store::Urn::open(*database_, random_,
            { .folder = folder(),
                .flushing = store::Flushing::ByHand,
                .shape = { store::slot_bytes_min, 256 },
                .at = std::move(at) }));
        for (int campaign = 0; campaign < campaigns; ++campaign)
            must(urn_->open_campaign(tests::campaign_of(std::to_string(campaign), threshold)));
    }
    enum class Batches { Made, NotMade };
    void deposit(int first, int last, Batches batches = Batches::Made)
    {
        for (int person = first; person < last; ++person) {
            const auto& each = people_[static_cast<std::size_t>(person)];
            must(urn_->deposit(each.campaign.campaign_id, each.receipt, each.record));
            if (batches == Batches::Made && person % between_batches == between_batches - 1)
                flush();
        }
    }
    void flush()
    {
        must(urn_->flush());
        note_batch();
    }
    void note_batch()
    {
        ++batches_;
        const auto rows = must(
            database_->read([&](store::Reader& reader) { return reader.query("select receipt from ballot limit 10000"); }));
        for (std::size_t row = 0; row < rows.size(); ++row)
            batch_of_.try_emplace(rows.text(row, "receipt"), batches_);
    }
    Image image()
    {
        Image seen;
        for (const auto* table : { "ballot", "closed_ballot" })
            look_at_table(seen, *database_, table);
        if (database_->engine() == store::Engine::Sqlite)
            for (const auto* file : { "etabli.db", "etabli.db-wal" })
                look_at_bytes(seen, file, fresh_.folder() + "/" + file, receipts_of(people_));
        look_at_slots(seen, folder());
        return seen;
    }
    /// Afterwards, when every batch is known.
    void add(Findings& findings, const std::string& moment, const Image& image, bool is_closed = false) const
    {
        for (const auto& [what, look] : image)
            for (const auto& person : people_) {
                const auto value = look.find(person.receipt);
                if (value == look.end())
                    continue;
                auto group = std::to_string(seed_) + "/";
                if (!what.starts_with("slots")) // what waits is one crowd
                    group
                        += person.campaign.campaign_id + (is_closed ? "" : "/" + std::to_string(batch_of_.at(person.receipt)));
                findings[{ moment, what }].push_back({ group, person.arrival, value->second, person.receipt });
            }
    }

    void tell_a_whole_story(Findings& findings)
    {
        int batches_to_come = 7;
        Image midway;
        open([&](store::UrnStage stage) {
            if (stage == store::UrnStage::BatchInserted && --batches_to_come == 0)
                midway = image();
        });
        deposit(0, 6 * between_batches + 55);
        const auto waiting = image();
        deposit(6 * between_batches + 55, 9 * between_batches + 60);
        bool is_falling = false;
        open([&](store::UrnStage stage) {
            if (is_falling && stage == store::UrnStage::BatchInserted)
                throw Crash();
        });
        note_batch();
        deposit(9 * between_batches + 60, 10 * between_batches + 50, Batches::NotMade);
        is_falling = true;
        EXPECT_THROW(static_cast<void>(urn_->flush()), Crash);
        note_batch();
        open();
        note_batch();
        const auto after_crash = image();
        deposit(10 * between_batches + 50, people);
        flush();
        const auto before_end = image();
        for (int campaign = 0; campaign < campaigns; ++campaign)
            must(urn_->close(tests::campaign_of(std::to_string(campaign), threshold).campaign_id));
        const auto closed = image();
        add(findings, "a batch is made", midway);
        add(findings, "people answer", waiting);
        add(findings, "after a crash", after_crash);
        add(findings, "before closing", before_end);
        add(findings, "after closing", closed, true);
    }

private:
    std::string folder() const { return fresh_.folder() + "/urn"; }

    std::uint64_t seed_;
    SeededRandom random_;
    tests::FreshDatabase fresh_;
    std::unique_ptr<store::Database> database_;
    std::vector<Person> people_;
    std::unique_ptr<store::Urn> urn_;
    std::map<std::string, int> batch_of_;
    int batches_ = 0;
};

std::string table_that_leaks(store::Engine engine, const Leak& leak)
{
    std::string text = "create table planted (campaign_id text not null, receipt text not null, record text not null, number ";
    text += engine == store::Engine::Sqlite ? "integer" : "bigint";
    text += ", came_at text, primary key (campaign_id, receipt))";
    if (engine == store::Engine::Sqlite)
        text += leak.has_row_numbers ? " strict" : " strict, without rowid";
    return text;
}

} // namespace

std::vector<Person> people_of(std::uint64_t seed)
{
    SeededRandom random(seed);
    std::vector<Person> all;
    for (int arrival = 0; arrival < people; ++arrival) {
        const auto word = std::to_string(seed) + "." + std::to_string(arrival);
        all.push_back({ arrival, tests::campaign_of(std::to_string(random.below(campaigns)), threshold),
            tests::receipt_of(word), tests::record_of(word) });
    }
    return all;
}

void look_at_the_urn(store::Engine engine, std::uint64_t seed, Findings& findings)
{
    Run(engine, seed).tell_a_whole_story(findings);
}

std::vector<Seen> look_at_leak(
    const tests::FreshDatabase& fresh, store::Database& database, const Leak& leak, std::uint64_t seed)
{
    const auto engine = database.engine();
    const auto all = people_of(seed);
    const auto insert = [&](store::Transaction& transaction, const Person& person) -> Result<void> {
        TRY(transaction.execute(
            "insert into planted (campaign_id, receipt, record, number, came_at) values (:campaign, :receipt, "
            ":record, :number, :came_at)",
            { { "campaign", person.campaign.campaign_id }, { "receipt", person.receipt },
                { "record",
                    leak.grows ? person.record + std::string(static_cast<std::size_t>(person.arrival), ' ') : person.record },
                { "number", leak.counts ? person.arrival : 0 },
                { "came_at", leak.tells_time ? sha256_hex("").substr(0, 3) + std::to_string(10'000 + person.arrival) : "" } }));
        return {};
    };
    must(database.write([&](store::Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("drop table if exists planted"));
        TRY(transaction.execute(table_that_leaks(engine, leak)));
        return {};
    }));
    must(database.forget_log());
    const std::size_t together = leak.gathers ? between_batches : 1;
    for (std::size_t first = 0; first < all.size(); first += together) {
        std::vector<Person> batch(all.begin() + static_cast<std::ptrdiff_t>(first),
            all.begin() + static_cast<std::ptrdiff_t>(std::min(first + together, all.size())));
        if (leak.sorts)
            std::sort(
                batch.begin(), batch.end(), [](const Person& one, const Person& other) { return one.receipt < other.receipt; });
        must(database.write([&](store::Transaction& transaction) -> Result<void> {
            if (engine == store::Engine::Postgres) // a thousand commits: nobody waits for their disk
                TRY(transaction.execute("set local synchronous_commit = off"));
            for (const auto& person : batch)
                TRY(insert(transaction, person));
            return {};
        }));
        if (leak.gathers)
            must(database.forget_log());
    }
    Image image;
    look_at_table(image, database, "planted");
    if (engine == store::Engine::Sqlite)
        look_at_bytes(image, "etabli.db-wal", fresh.folder() + "/etabli.db-wal", receipts_of(all));
    std::vector<Seen> seen;
    for (const auto& person : all)
        if (const auto& look = image[leak.seen_in]; look.contains(person.receipt))
            seen.push_back({ person.campaign.campaign_id
                    + (leak.gathers ? "/" + std::to_string(static_cast<std::size_t>(person.arrival) / together) : ""),
                person.arrival, look.at(person.receipt), person.receipt });
    return seen;
}

std::vector<Seen> look_at_slots_in_order(store::Engine engine, std::uint64_t seed)
{
    const tests::FreshDatabase fresh(engine);
    const auto database = fresh.open();
    NoChance random(seed);
    const auto urn = must(store::Urn::open(*database, random,
        { .folder = fresh.folder() + "/urn", .flushing = store::Flushing::ByHand, .shape = { store::slot_bytes_min, 64 } }));
    const auto all = people_of(seed);
    std::vector<Seen> seen;
    for (int person = 0; person < 50; ++person) {
        const auto& each = all[static_cast<std::size_t>(person)];
        must(urn->open_campaign(each.campaign));
        must(urn->deposit(each.campaign.campaign_id, each.receipt, each.record));
    }
    Image image;
    look_at_slots(image, fresh.folder() + "/urn");
    for (const auto& person : all)
        if (const auto& look = image["slots, with their key"]; look.contains(person.receipt))
            seen.push_back({ "waiting", person.arrival, look.at(person.receipt), person.receipt });
    return seen;
}

} // namespace etabli::linker
