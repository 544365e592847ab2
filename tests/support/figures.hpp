// SPDX-License-Identifier: EUPL-1.2
// tests/support/figures.hpp
//
// An experiment whose figures are counted over HTTP: begun by a manager, counted by a nurse, ticked on telephones.

#pragma once

#include <fmt/format.h>
#include <sodium.h>

#include "tests/support/story.hpp"

namespace etabli::tests {

class Figures : public Story {
protected:
    /// The change begins today; counting may begin twenty weeks before.
    std::string begun(json::value programme = nullptr)
    {
        const auto reply = as("cadre").post("/api/experiments",
            { { "title", "La relève gardée" }, { "hypothesis", "On transmet ce qu’il faut faire." },
                { "care_stake", "Ne plus refaire un soin." }, { "work_stake", "Partir à l’heure." },
                { "perimeter", "Relève de la mi-journée." }, { "with_whom", "Infirmières, aides-soignantes." },
                { "measured_from", day(-140) }, { "starts_on", day() }, { "ends_on", day(90) },
                { "way_back", "Reprendre debout." },
                { "means", json::object { { "time", "" }, { "replaced", "" }, { "money", "" }, { "until_on", nullptr } } },
                { "works_if", "On n’appelle plus les gens chez eux." }, { "harms_if", "Toujours la même personne garde." },
                { "place_id", unit_id() }, { "programme_id", std::move(programme) }, { "from_kind", nullptr },
                { "from_id", nullptr } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return "/api/experiments/" + std::string(reply.data().at("experiment").at("id").as_string());
    }
    std::string begun_programme()
    {
        const auto reply
            = as("representante")
                  .post("/api/programmes",
                      { { "title", "Tenir la relève" }, { "care_stake", "Que l’information arrive entière" },
                          { "work_stake", "Partir à l’heure" }, { "perimeter", "Long séjour" }, { "outside_perimeter", "" },
                          { "committee", "Huit personnes" }, { "openness", "participate" }, { "openness_text", "" },
                          { "who_decides", "" }, { "still_open", "" }, { "place_id", hospital_id() },
                          { "template_id", "demarche-quatre-phases" }, { "started_on", nullptr } });
        EXPECT_EQ(reply.status, 201) << reply.body;
        return std::string(reply.data().at("programme").at("id").as_string());
    }
    json::object definition(const char* counting, const char* entry) const
    {
        return { { "title", "Interruptions du matin" }, { "purpose", "Savoir si la relève est gardée" },
            { "definition", "Interruptions pendant la relève" }, { "counting", counting }, { "unit", "interruptions" },
            { "base_unit", std::string(counting) == "count" ? "" : "relèves" }, { "field", "activity" }, { "source", "Bâtons" },
            { "entered_by", "Qui écrit la synthèse" }, { "rhythm", "week" }, { "entry", entry }, { "hoped", "less" },
            { "people", 31 }, { "library_code", "" }, { "expires_on", day(120) } };
    }
    /// Its path.
    std::string with_indicator(const std::string& experiment, const char* counting, const char* entry)
    {
        const auto reply = as("infirmiere").post(experiment + "/indicators", definition(counting, entry));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return experiment + "/indicators/"
            + std::string(reply.data().at("indicators").at(0).at("indicator").at("id").as_string());
    }
    json::object shown(const std::string& experiment, const char* person = "infirmiere")
    {
        return as(person).get(experiment).data().at("indicators").at(0).as_object();
    }
    /// Where telephones count.
    std::string link(const std::string& indicator)
    {
        const auto reply = as("infirmiere").post(indicator + "/link", json::object {});
        EXPECT_EQ(reply.status, 201) << reply.body;
        const std::string address(reply.data().at("indicators").at(0).at("link").as_string());
        return "/api/tallies/" + address.substr(address.rfind('/') + 1);
    }
    json::object tally(const std::string& on, double numerator, json::value base = nullptr)
    {
        return { { "id", fmt::format("{:032x}", ++tallies_) }, { "counted_on", on }, { "numerator", numerator },
            { "base", std::move(base) } };
    }
    Reply send(const std::string& where, json::array entries)
    {
        return somebody().post(where, { { "entries", std::move(entries) } });
    }
    static std::string file(const std::string& text)
    {
        std::string written(sodium_base64_ENCODED_LEN(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(written.data(), written.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
            sodium_base64_VARIANT_ORIGINAL);
        written.resize(written.find('\0'));
        return written;
    }

private:
    int tallies_ = 0;
};

} // namespace etabli::tests
