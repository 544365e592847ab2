// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/kill_http_test.cpp
//
// kill -9 while people write: the real server, on a fresh folder or database, reached as phones and computers reach
// it. What was answered is read again once it is started anew; what was not is sent again and heard once.

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/random.hpp"
#include "tests/support/discussion.hpp"
#include "tests/support/program.hpp"

namespace etabli::tests {

namespace {

constexpr const char* phrase = "une phrase assez longue";
constexpr std::size_t words_of_a_phone_max = 20; // beyond it the server says so: somebody else's phone goes on

/// A phone, what it was told was kept, and what it was writing when nobody answered any more.
struct KeptPhone {
    std::string code;
    std::string secret;
    std::vector<std::string> told;
    std::string unanswered;
};

/// A discussion that a signed-in computer was told was prepared.
struct KeptSpace {
    std::string id;
    std::string title;
};

/// One after the other until the server is no more; true when it died while they waited for its answer.
bool write_from_phones(const std::string& address, const std::string& code, std::vector<KeptPhone>& kept)
{
    SystemRandom random;
    for (;;) {
        Phone phone(Browser(address), code);
        if (const auto came = phone.enter(); came.status != 201)
            return came.status == 0;
        kept.push_back({ code, phone.secret(), {}, {} });
        auto& mine = kept.back();
        while (mine.told.size() < words_of_a_phone_max) {
            const auto key = random.id_text();
            const auto reply = phone.write("phrase " + key, key);
            if (reply.status == 0) {
                mine.unanswered = key;
                return true;
            }
            if (reply.status != 201) {
                EXPECT_EQ(reply.code(), "space.full") << reply.body;
                return false;
            }
            mine.told.push_back(key);
        }
    }
}

json::object prepared(const std::string& place, const std::string& title)
{
    return { { "place_id", place }, { "title", title }, { "held_on", nullptr }, { "occasion", "look_back" },
        { "openness", "participate" }, { "still_open", "qui garde le téléphone" }, { "decided_by", "l’équipe" },
        { "facilitated_by", "une cadre d’une autre unité" }, { "hierarchy", "absent" },
        { "who_reads", "L’équipe, jour et nuit." }, { "until_when", "Vos mots sont détruits le jour écrit en haut." },
        { "cannot_promise", "Vos collègues peuvent reconnaître votre façon de dire." }, { "destroy_on", nullptr } };
}

} // namespace

class KilledWhilePeopleWrite : public testing::TestWithParam<store::Engine> {
protected:
    void SetUp() override
    {
        if (GetParam() == store::Engine::Postgres && postgres_for_tests().empty())
            GTEST_SKIP() << "ETABLI_TEST_POSTGRES names no server";
        fresh_ = std::make_unique<FreshDatabase>(GetParam());
    }
    void start(const std::string& mark)
    {
        server_ = std::make_unique<Program>(etabli_on(fresh_->settings(), { "serve", "--listen", "127.0.0.1:0" }));
        server_->listen(std::chrono::seconds(20), mark);
        address_ = address_said(*server_);
        ASSERT_FALSE(address_.empty()) << server_->said();
    }
    std::string made(const Reply& reply)
    {
        EXPECT_EQ(reply.status, 201) << reply.body;
        return reply.status == 201 ? std::string(reply.data().at("id").as_string()) : std::string();
    }
    /// Two computers of one person, each with a session of its own; the first came in when the seat was offered.
    void somebody_takes_a_seat()
    {
        Browser keeper(address_);
        ASSERT_EQ(keeper.post("/api/session/link", { { "token", link_said(*server_) } }).status, 201);
        ASSERT_EQ(keeper.put("/api/session/password", { { "password", phrase } }).status, 200);
        const auto place = [&](const char* kind, const char* name, const json::value& parent) {
            return made(keeper.post("/api/places", { { "kind", kind }, { "name", name }, { "parent_id", parent } }));
        };
        const auto region = place("region", "Région", json::value(place("nation", "France", nullptr)));
        const auto hospital = place("establishment", "Hôpital des Essais", json::value(region));
        unit_ = place("unit", "Long séjour", json::value(hospital));
        const auto college = made(keeper.post(
            "/api/places/" + hospital + "/colleges", { { "kind", "professionals" }, { "name", "Professionnels" } }));
        const auto offered = keeper.post("/api/colleges/" + college + "/invitations",
            { { "email", "infirmiere@essais.example" }, { "function_title", "Infirmière" }, { "substitute", false },
                { "starts_on", day(0) } });
        ASSERT_EQ(offered.status, 201) << offered.body;
        const std::string link(offered.data().at("link").as_string());
        Browser ward(address_);
        const auto taken = ward.post("/api/invitations/accept",
            { { "token", link.substr(link.find('#') + 1) }, { "name", "Inès" }, { "locale", "fr" }, { "password", phrase } });
        ASSERT_EQ(taken.status, 201) << taken.body;
        Browser office(address_);
        ASSERT_EQ(
            office.post("/api/session", { { "email", "infirmiere@essais.example" }, { "password", phrase } }).status, 201);
        cookies_ = { ward.cookie(), office.cookie() };
    }
    static std::string day(int from_today) { return SystemClock().today().plus_days(from_today).text(); }
    Browser computer(std::size_t which) const
    {
        Browser browser(address_);
        browser.set_cookie(cookies_.at(which));
        return browser;
    }
    json::object discussion(const std::string& title) const
    {
        auto body = prepared(unit_, title);
        body["held_on"] = day(0);
        body["destroy_on"] = day(60);
        return body;
    }
    /// Opened for phones; its code.
    std::string open_discussion()
    {
        auto browser = computer(0);
        const auto reply = browser.post("/api/spaces", discussion("Le téléphone"));
        EXPECT_EQ(reply.status, 201) << reply.body;
        const std::string id(reply.data().at("space").at("id").as_string());
        EXPECT_EQ(browser.post("/api/spaces/" + id + "/open", json::object {}).status, 201);
        const auto board = browser.get("/api/spaces/" + id + "/board");
        EXPECT_EQ(board.status, 200) << board.body;
        std::string code(board.data().at("code").as_string());
        std::erase(code, '-');
        return code;
    }
    bool write_from_a_computer(std::size_t which, std::vector<KeptSpace>& kept)
    {
        auto browser = computer(which);
        for (;;) {
            const auto title = "Discussion " + SystemRandom().id_text();
            const auto reply = browser.post("/api/spaces", discussion(title));
            if (reply.status != 201) {
                EXPECT_EQ(reply.status, 0) << reply.body;
                return reply.status == 0;
            }
            kept.push_back({ std::string(reply.data().at("space").at("id").as_string()), title });
        }
    }
    /// Three phones and two computers write until the server is killed; how many of them were left without an answer.
    int write_until_killed(const std::string& code, std::chrono::milliseconds after)
    {
        std::array<std::vector<KeptPhone>, 3> phones;
        std::array<std::vector<KeptSpace>, 2> spaces;
        std::atomic<int> unanswered = 0;
        std::vector<std::thread> people;
        for (auto& kept : phones)
            people.emplace_back([&] { unanswered += write_from_phones(address_, code, kept) ? 1 : 0; });
        for (std::size_t which = 0; which < spaces.size(); ++which)
            people.emplace_back([&, which] { unanswered += write_from_a_computer(which, spaces.at(which)) ? 1 : 0; });
        std::this_thread::sleep_for(after);
        server_->kill_now();
        for (auto& person : people)
            person.join();
        for (const auto& kept : phones)
            phones_.insert(phones_.end(), kept.begin(), kept.end());
        for (const auto& kept : spaces)
            spaces_.insert(spaces_.end(), kept.begin(), kept.end());
        return unanswered;
    }
    std::vector<std::string> own_words(Browser& phone, const std::string& code)
    {
        const auto seen = phone.get("/api/s/" + code);
        EXPECT_EQ(seen.status, 200) << seen.body;
        std::vector<std::string> keys;
        if (seen.status == 200)
            for (const auto& own : list(seen.data().at("own"))) {
                keys.emplace_back(own.at("id").as_string());
                EXPECT_EQ(own.at("words").as_string(), json::string_view("phrase " + keys.back()));
            }
        std::sort(keys.begin(), keys.end());
        return keys;
    }
    /// As a phone does: what nobody answered is sent again under its key. Then it shows what it was told, and no more.
    void find_words_again(KeptPhone& kept)
    {
        Browser phone(address_);
        phone.set_header("X-Participant", kept.secret);
        if (!kept.unanswered.empty()) {
            const auto again = phone.post("/api/s/" + kept.code + "/contributions",
                { { "id", kept.unanswered }, { "kind", "situation" }, { "words", "phrase " + kept.unanswered } });
            EXPECT_EQ(again.status, 201) << again.body;
            kept.told.push_back(kept.unanswered);
            kept.unanswered.clear();
        }
        std::sort(kept.told.begin(), kept.told.end());
        EXPECT_EQ(own_words(phone, kept.code), kept.told);
    }
    void find_everything_again()
    {
        for (auto& kept : phones_)
            find_words_again(kept);
        auto browser = computer(1);
        for (const auto& kept : spaces_) {
            const auto seen = browser.get("/api/spaces/" + kept.id);
            ASSERT_EQ(seen.status, 200) << kept.title << " was acknowledged and is lost";
            EXPECT_EQ(seen.data().at("space").at("title").as_string(), json::string_view(kept.title));
        }
    }

    std::unique_ptr<FreshDatabase> fresh_;
    std::unique_ptr<Program> server_;
    std::string address_;
    std::string unit_;
    std::vector<std::string> cookies_;
    std::vector<KeptPhone> phones_;
    std::vector<KeptSpace> spaces_;
};
INSTANTIATE_TEST_SUITE_P(On, KilledWhilePeopleWrite, both_engines(), engine_name);

TEST_P(KilledWhilePeopleWrite, what_the_server_answered_before_the_kill_is_read_after_it)
{
    start("/lien#");
    somebody_takes_a_seat();
    int unanswered = 0;
    for (int round = 0; round < 3 && !HasFailure(); ++round) {
        unanswered += write_until_killed(open_discussion(), std::chrono::milliseconds(300 + 100 * round));
        start("http://");
        find_everything_again();
    }
    server_->kill_now();
    EXPECT_TRUE(must(fresh_->open()->integrity_findings()).empty());

    std::size_t words = 0;
    for (const auto& kept : phones_)
        words += kept.told.size();
    EXPECT_GT(words, 30U);
    EXPECT_GT(spaces_.size(), 10U);
    EXPECT_GT(unanswered, 3) << "the kill is to come while people write";
    if (HasFailure())
        return;
    std::printf("%zu sentences of %zu phones and %zu discussions acknowledged, none lost; %d writes cut\n", words,
        phones_.size(), spaces_.size(), unanswered);
}

} // namespace etabli::tests
