// SPDX-License-Identifier: EUPL-1.2
// tests/support/evaluation.hpp
//
// A session of embedded evaluation played over HTTP: opened by a nurse, answered from phones without account.

#pragma once

#include <array>

#include "store/migrations.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

inline constexpr std::array gestures { "dire et recevoir", "garder les sonnettes", "relire les dossiers",
    "préparer les piluliers", "donner les repas", "lever les résidents", "ranger la réserve", "appeler les familles",
    "faire les lits" };

inline json::array lines_of(const json::value& items)
{
    return items.as_array();
}

inline std::vector<std::string> texts(const json::value& items)
{
    std::vector<std::string> all;
    for (const auto& item : lines_of(items))
        all.emplace_back(item.as_string());
    return all;
}

/// A phone of the session: it keeps its secret in a header, and no cookie.
class Chair {
public:
    Chair(Browser browser, std::string code) : browser_(std::move(browser)), path_("/api/e/" + code) { }

    Reply look() { return browser_.get(path_); }
    Reply enter()
    {
        const auto reply = browser_.post(path_ + "/enter", json::object {});
        if (reply.status == 201) {
            secret_ = std::string(reply.data().at("participant").as_string());
            browser_.set_header("X-Participant", secret_);
        }
        return reply;
    }
    Reply write(const json::array& lines) { return browser_.put(path_ + "/lines", { { "lines", lines } }); }
    Reply choose(const json::array& picks) { return browser_.put(path_ + "/picks", { { "activities", picks } }); }
    Reply send(const json::object& answers) { return browser_.post(path_ + "/look", answers); }
    Reply take_back() { return browser_.remove(path_ + "/look"); }
    const std::string& secret() const { return secret_; }

private:
    Browser browser_;
    std::string path_;
    std::string secret_;
};

class Evaluations : public Story {
protected:
    std::string begun()
    {
        const auto reply = as("cadre").post("/api/experiments",
            { { "title", "La relève gardée" }, { "hypothesis", "Si quelqu’un garde les sonnettes, on transmet." },
                { "care_stake", "Ne plus refaire un soin." }, { "work_stake", "Partir à l’heure." },
                { "perimeter", "Relève de la mi-journée." }, { "with_whom", "Infirmières, agents." },
                { "measured_from", nullptr }, { "starts_on", day(-14) }, { "ends_on", day(10) },
                { "way_back", "Reprendre debout." },
                { "means", json::object { { "time", "" }, { "replaced", "" }, { "money", "" }, { "until_on", nullptr } } },
                { "works_if", "On n’appelle plus les gens chez eux." }, { "harms_if", "C’est toujours la même personne." },
                { "place_id", unit_id() }, { "programme_id", nullptr }, { "from_kind", nullptr }, { "from_id", nullptr } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return "/api/experiments/" + std::string(reply.data().at("experiment").at("id").as_string());
    }
    /// The session of that experiment, opened; its code.
    std::string opened(const std::string& experiment)
    {
        const auto reply = as("infirmiere").post(experiment + "/evaluation-session", json::object {});
        EXPECT_EQ(reply.status, 201) << reply.body;
        std::string code(reply.data().at("code").as_string());
        std::erase(code, '-');
        return code;
    }
    std::vector<Chair> chairs(const std::string& code, std::size_t count)
    {
        std::vector<Chair> all;
        for (std::size_t at = 0; at < count; ++at) {
            all.emplace_back(somebody(), code);
            EXPECT_EQ(all.back().enter().status, 201);
        }
        return all;
    }
    /// The scribe writes what is said aloud, and the group keeps it; the ids of what is kept.
    json::array kept_aloud(Browser& scribe, const std::string& session, std::size_t count)
    {
        for (std::size_t at = 0; at < count; ++at)
            EXPECT_EQ(scribe.post(session + "/activities", { { "words", gestures.at(at) } }).status, 201);
        EXPECT_EQ(scribe.put(session + "/stage", { { "stage", "choosing" } }).status, 200);
        json::array ids;
        for (const auto& each : lines_of(scribe.get(session).data().at("activities")))
            ids.push_back(each.at("id"));
        EXPECT_EQ(scribe.put(session + "/kept", { { "activities", ids } }).status, 200);
        EXPECT_EQ(scribe.put(session + "/stage", { { "stage", "looking" } }).status, 200);
        return ids;
    }
    static json::object answers(const json::array& ids, const char* mark, const std::string& sentence = "")
    {
        json::array activities;
        for (const auto& id : ids)
            activities.push_back(json::object {
                { "activity_id", id }, { "effectiveness", mark }, { "technical", "same" }, { "social", nullptr } });
        return { { "activities", activities }, { "effectiveness", sentence }, { "technical", "" }, { "social", "" } };
    }
    store::Rows rows(const std::string& sql)
    {
        return must(database().read([&](store::Reader& reader) { return reader.query(sql); }));
    }
    std::size_t waiting()
    {
        std::size_t count = 0;
        for (const auto* table : { "evaluation_lines", "evaluation_picks", "evaluation_look" })
            count += rows("select * from " + std::string(table)).size();
        return count;
    }
    void expect_nowhere(const std::string& text)
    {
        for (const auto& table : store::table_names()) {
            const auto all = rows("select * from " + table);
            for (const auto& row : all.rows)
                for (const auto& value : row)
                    if (const auto* held = std::get_if<std::string>(&value)) {
                        EXPECT_EQ(held->find(text), std::string::npos) << table;
                    }
        }
    }
};

} // namespace etabli::tests
