// SPDX-License-Identifier: EUPL-1.2
// tests/support/discussion.cpp

#include "tests/support/discussion.hpp"

namespace etabli::tests {

Reply Phone::enter()
{
    const auto reply = browser_.post("/api/s/" + code_ + "/enter", json::object {});
    if (reply.status == 201) {
        secret_ = std::string(reply.data().at("participant").as_string());
        browser_.set_header("X-Participant", secret_);
    }
    return reply;
}

Reply Phone::write(const std::string& words, const std::string& key, const std::string& kind)
{
    SystemRandom random;
    return browser_.post("/api/s/" + code_ + "/contributions",
        json::object { { "id", key.empty() ? random.id_text() : key }, { "kind", kind }, { "words", words } });
}

Reply Phone::react(const std::string& sentence, const std::string& answer)
{
    return browser_.put("/api/s/" + code_ + "/reactions/" + sentence, json::object { { "answer", answer } });
}

json::object Discussions::draft(const json::object& changes)
{
    json::object all { { "place_id", unit_id() }, { "title", "Quand le téléphone sonne pendant la toilette" },
        { "held_on", day() }, { "occasion", "look_back" }, { "openness", "participate" },
        { "still_open", "qui garde le téléphone" }, { "decided_by", "l’équipe, avec la direction des soins" },
        { "facilitated_by", "une cadre d’une autre unité" }, { "hierarchy", "absent" },
        { "who_reads", "L’équipe, jour et nuit." }, { "until_when", "Vos mots sont détruits le jour écrit en haut." },
        { "cannot_promise", "Vos collègues peuvent reconnaître votre façon de dire." }, { "destroy_on", day(60) } };
    for (const auto& member : changes)
        all[member.key()] = member.value();
    return all;
}

std::string Discussions::opened_by(const std::string& person, const json::object& changes)
{
    auto browser = as(person);
    const auto prepared = browser.post("/api/spaces", draft(changes));
    EXPECT_EQ(prepared.status, 201) << prepared.body;
    const std::string id(prepared.data().at("space").at("id").as_string());
    const auto opened = browser.post("/api/spaces/" + id + "/open", json::object {});
    EXPECT_EQ(opened.status, 201) << opened.body;
    return id;
}

json::value Discussions::board(Browser& facilitator, const std::string& space)
{
    const auto reply = facilitator.get("/api/spaces/" + space + "/board");
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.data();
}

std::string Discussions::code_of(Browser& facilitator, const std::string& space)
{
    std::string code(board(facilitator, space).at("code").as_string());
    std::erase(code, '-');
    return code;
}

std::vector<Phone> Discussions::phones(const std::string& code, std::size_t count)
{
    std::vector<Phone> all;
    for (std::size_t at = 0; at < count; ++at) {
        all.emplace_back(somebody(), code);
        EXPECT_EQ(all.back().enter().status, 201);
    }
    return all;
}

void Discussions::everybody_writes(std::vector<Phone>& all)
{
    for (std::size_t at = 0; at < all.size(); ++at)
        EXPECT_EQ(all[at].write("phrase " + std::to_string(at)).status, 201);
}

} // namespace etabli::tests
