// SPDX-License-Identifier: EUPL-1.2
// tests/support/story.cpp

#include "tests/support/story.hpp"

#include "server/resources/all.hpp"
#include "store/people.hpp"
#include "store/places.hpp"
#include "store/sessions.hpp"

namespace etabli::tests {

namespace {

struct Seat {
    std::string person;
    std::string college;
    std::string function;
};

} // namespace

void Story::SetUp()
{
    if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
        GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
    fresh_ = std::make_unique<FreshDatabase>(GetParam());
    packs_ = std::make_unique<content::Packs>(must(content::Packs::read(ETABLI_SOURCE_DIR "/packs")));
    words_ = std::make_unique<content::Words>(must(content::Words::read(ETABLI_SOURCE_DIR "/locales")));
    database_ = fresh_->open();
    populate();
    start();
}

void Story::TearDown()
{
    if (server_)
        stop();
    database_.reset();
    fresh_.reset();
}

void Story::start()
{
    settings_ = { fresh_->folder(), "", "", packs_->folder(), demo_, false };
    // Small, and emptied when the story says so: batches come when they are told to.
    urn_ = must(store::Urn::open(*database_, random_,
        { .folder = fresh_->folder() + "/urn", .flushing = store::Flushing::ByHand, .shape = { store::slot_bytes_min, 64 } }));
    dispatcher_ = std::make_unique<http::Dispatcher>(resources::all_routes(), http::StaticFiles::read(""), context());
    database_->on_announced([this](const std::string& topic) { live_.publish(topic); });
    server_ = must(http::Server::open(
        { .port = 0, .workers = 4 }, [this](http::Request& request) { return dispatcher_->answer(request); }, live_));
    address_ = "http://127.0.0.1:" + std::to_string(server_->port());
    settings_.public_url = address_;
    serving_ = std::thread([this] { server_->run(); });
}

http::Context Story::context()
{
    return { *database_, *packs_, clock_, random_, live_, settings_, *words_, urn_.get() };
}

void Story::stop()
{
    server_->stop();
    serving_.join();
    server_.reset();
    urn_.reset();
}

void Story::restart()
{
    stop();
    database_.reset();
    database_ = fresh_->open();
    start();
}

void Story::build_hospital()
{
    must(database_->write([this](store::Transaction& transaction) -> Result<void> {
        const auto place = [&](const std::string& key, PlaceKind kind, const std::string& name, const std::string& parent,
                               const std::string& establishment) -> Result<void> {
            Place made { PlaceId::make(random_), {}, {}, kind, name, {}, {}, std::int64_t(places_.size()), {}, {}, 1 };
            if (!parent.empty())
                made.parent_id = places_.at(parent);
            if (kind == PlaceKind::Establishment)
                made.establishment_id = made.id;
            else if (!establishment.empty())
                made.establishment_id = places_.at(establishment);
            places_[key] = made.id;
            return store::insert_place(transaction, made);
        };
        TRY(place("nation", PlaceKind::Nation, "France", "", ""));
        TRY(place("region", PlaceKind::Region, "Région", "nation", ""));
        TRY(place("hospital", PlaceKind::Establishment, "Hôpital des Essais", "region", ""));
        TRY(place("unit", PlaceKind::Unit, "Long séjour", "hospital", "hospital"));
        TRY(place("other", PlaceKind::Establishment, "Hôpital voisin", "region", ""));

        const auto college = [&](const std::string& key, CollegeKind kind, ConsentRule rule, const char* at) -> Result<void> {
            const College made { CollegeId::make(random_), places_.at(at), kind, key, rule, {}, "", 1 };
            colleges_[key] = made.id;
            return transaction.insert("college", made);
        };
        TRY(college("direction", CollegeKind::Direction, ConsentRule::AnyHolder, "hospital"));
        TRY(college("management", CollegeKind::Management, ConsentRule::Majority, "hospital"));
        TRY(college("medical", CollegeKind::Medical, ConsentRule::AnyHolder, "hospital"));
        TRY(college("staff_representatives", CollegeKind::StaffRepresentatives, ConsentRule::EachHolder, "hospital"));
        TRY(college("professionals", CollegeKind::Professionals, ConsentRule::TeamAgreement, "hospital"));
        TRY(college("users", CollegeKind::Users, ConsentRule::Opinion, "hospital"));
        TRY(college("facilitator", CollegeKind::Facilitator, ConsentRule::NoVote, "hospital"));
        TRY(college("other_direction", CollegeKind::Direction, ConsentRule::AnyHolder, "other"));

        for (const auto& seat :
            std::vector<Seat> { { "directrice", "direction", "Directrice" }, { "cadre", "management", "Cadre de santé" },
                { "medecin", "medical", "Médecin" }, { "representante", "staff_representatives", "Représentante du personnel" },
                { "representant", "staff_representatives", "Représentant du personnel" },
                { "infirmiere", "professionals", "Infirmière" }, { "usagers", "users", "Représentante des usagers" },
                { "referente", "facilitator", "Référente QVT" }, { "voisine", "other_direction", "Directrice" },
                { "administration", "", "Administration" } }) {
            const Account account { AccountId::make(random_), seat.person + "@essais.example", seat.function, "fr",
                seat.college.empty(), clock_.now(), {} };
            people_[seat.person] = account.id;
            TRY(store::insert_account(transaction, account));
            if (!seat.college.empty())
                TRY(transaction.insert("mandate",
                    Mandate { MandateId::make(random_), account.id, colleges_.at(seat.college), seat.function, false,
                        clock_.today(), {}, "" }));
        }
        return {};
    }));
}

void Story::add_person(const std::string& person, CollegeKind kind, const std::string& place, const std::string& function)
{
    must(database_->write([&](store::Transaction& transaction) -> Result<void> {
        const College college { CollegeId::make(random_), places_.at(place), kind, function, ConsentRule::AnyHolder, {}, "",
            1 };
        TRY(transaction.insert("college", college));
        const Account account { AccountId::make(random_), person + "@essais.example", function, "fr", false, clock_.now(), {} };
        people_[person] = account.id;
        TRY(store::insert_account(transaction, account));
        return transaction.insert(
            "mandate", Mandate { MandateId::make(random_), account.id, college.id, function, false, clock_.today(), {}, "" });
    }));
}

Browser Story::as(const std::string& person)
{
    Browser browser(address_);
    const auto token = must(database_->write([&](store::Transaction& transaction) {
        return store::open_session(transaction, people_.at(person), clock_.now(), random_);
    }));
    browser.set_cookie("etabli_session=" + token);
    return browser;
}

} // namespace etabli::tests
