// SPDX-License-Identifier: EUPL-1.2
// tests/support/story.hpp
//
// A story over HTTP: a server of its own on a fresh database, a clock that is set, a seed that is known, and a
// small hospital whose people come in by name. Each story runs on both databases.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/time.hpp"
#include "domain/people/people.hpp"
#include "domain/places/places.hpp"
#include "server/content/packs.hpp"
#include "server/content/words.hpp"
#include "server/http/application.hpp"
#include "server/http/server.hpp"
#include "store/urn.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/databases.hpp"

namespace etabli::tests {

class Story : public testing::TestWithParam<store::Engine> {
protected:
    void SetUp() override;
    void TearDown() override;

    /// Nobody in particular: no account, a phone.
    Browser somebody() { return Browser(address_); }
    /// One of the small hospital: "directrice", "cadre", "medecin", "representante", "representant", "infirmiere",
    /// "usagers", "referente"; "voisine" directs another establishment; "administration" keeps the machine.
    Browser as(const std::string& person);

    /// A day passes: `days` later, same hour.
    void later(int days) { clock_.set(clock_.now().plus(std::chrono::hours(24 * days))); }
    std::string day(int from_today = 0) const { return clock_.today().plus_days(from_today).text(); }

    std::string hospital_id() const { return places_.at("hospital").text(); }
    std::string unit_id() const { return places_.at("unit").text(); }
    std::string other_hospital_id() const { return places_.at("other").text(); }
    std::string college_id(const std::string& kind) const { return colleges_.at(kind).text(); }
    std::string account_id(const std::string& person) const { return people_.at(person).text(); }

    store::Database& database() { return *database_; }
    /// Where it is, for a program started beside.
    const store::DatabaseSettings& where() const { return fresh_->settings(); }
    const content::Packs& packs() const { return *packs_; }
    /// What the database holds when the story begins: the small hospital, unless a story says otherwise.
    virtual void populate() { build_hospital(); }
    /// Somebody more, alone in a new college of "region", "hospital" or "other".
    void add_person(const std::string& person, CollegeKind kind, const std::string& place, const std::string& function);
    std::string region_id() const { return places_.at("region").text(); }
    /// Served as the demonstration, whose people are entered as.
    bool demo_ = false;
    http::Live& live() { return live_; }
    store::Urn& urn() { return *urn_; }
    /// What handlers and jobs are given.
    http::Context context();
    /// Stops the server and starts another one on the same data, as after a restart.
    void restart();

    FixedClock clock_ { *Instant::parse("2026-11-19T09:00:00Z") };
    SeededRandom random_ { 20261119 };
    std::string address_;

private:
    void build_hospital();
    void start();
    void stop();

    std::unique_ptr<FreshDatabase> fresh_;
    std::unique_ptr<store::Database> database_;
    std::unique_ptr<store::Urn> urn_;
    std::unique_ptr<content::Packs> packs_;
    std::unique_ptr<content::Words> words_;
    http::Live live_;
    http::Settings settings_;
    std::unique_ptr<http::Dispatcher> dispatcher_;
    std::unique_ptr<http::Server> server_;
    std::thread serving_;
    std::map<std::string, PlaceId> places_;
    std::map<std::string, CollegeId> colleges_;
    std::map<std::string, AccountId> people_;
};

/// `STORIES(Spaces)` after `class Spaces : public Story {};` runs its tests on both engines.
#define STORIES(suite) INSTANTIATE_TEST_SUITE_P(On, suite, ::etabli::tests::both_engines(), ::etabli::tests::engine_name)

} // namespace etabli::tests
