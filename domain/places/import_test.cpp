// SPDX-License-Identifier: EUPL-1.2
// domain/places/import_test.cpp

#include "domain/places/import.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace etabli {

namespace {

std::string file_text(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string fixtures = ETABLI_SOURCE_DIR "/tests/data/places/";

Place nation()
{
    Place place;
    place.id = PlaceId::trusted("nation");
    place.kind = PlaceKind::Nation;
    place.name = "France";
    return place;
}

ImportScope scope_of(std::vector<Place> existing)
{
    return { std::move(existing), {}, {}, { { "53", "Bretagne" } }, "France", *Date::parse("2026-11-19") };
}

ImportPlan planned(std::string_view bytes, const ImportScope& scope)
{
    SeededRandom random(7);
    auto file = read_import(bytes);
    if (!file.ok()) {
        ADD_FAILURE() << file.problem().code() << " " << file.problem().detail();
        return {};
    }
    return plan_import(file.value(), scope, random);
}

/// "2 created / 4 not_taken kind_unknown": what a report says, short.
std::string report(const ImportPlan& plan)
{
    std::string text;
    for (const auto& line : plan.lines)
        text += (text.empty() ? "" : " / ") + std::to_string(line.line) + " " + std::string(name_of(line.outcome))
            + (line.reason == ImportReason::None ? "" : " " + std::string(name_of(line.reason)));
    return text;
}

std::vector<Place> places_after(const ImportScope& scope, const ImportPlan& plan)
{
    auto all = scope.existing;
    for (auto& place : all)
        for (const auto& change : plan.changed)
            if (change.before.id == place.id)
                place = change.after;
    all.insert(all.end(), plan.created.begin(), plan.created.end());
    return all;
}

const Place* named(const std::vector<Place>& places, std::string_view name)
{
    for (const auto& place : places)
        if (place.name == name)
            return &place;
    return nullptr;
}

int count(const ImportPlan& plan, ImportOutcome outcome)
{
    int found = 0;
    for (const auto& line : plan.lines)
        found += line.outcome == outcome ? 1 : 0;
    return found;
}

} // namespace

TEST(PlaceImport, every_line_of_a_spreadsheet_is_answered_for)
{
    const auto plan = planned(file_text(fixtures + "simple.csv"), scope_of({ nation() }));
    EXPECT_EQ(report(plan),
        "2 created / 3 created / 4 created / 5 created / 6 created / 7 created / 8 not_taken name_missing / "
        "9 not_taken kind_unknown / 10 not_taken parent_unknown / 11 not_taken finess_wrong_length / "
        "12 not_taken finess_wrong_key / 13 not_taken place_twice / 14 not_taken headcount_not_number");
    EXPECT_FALSE(plan.lines.at(7).kind.has_value()); // an unknown kind is not taken for a unit
    EXPECT_EQ(plan.lines.at(9).kind, PlaceKind::Unit);
    const auto* team = named(plan.created, "Équipe de nuit");
    ASSERT_NE(team, nullptr);
    EXPECT_EQ(team->parent_id, named(plan.created, "Médecine gériatrique")->id);
    EXPECT_EQ(team->establishment_id, named(plan.created, "Hôpital de Valombrée")->id);
    EXPECT_EQ(team->headcount, 9);
}

TEST(PlaceImport, the_same_file_twice_changes_nothing)
{
    const auto bytes = file_text(fixtures + "simple.csv");
    const auto scope = scope_of({ nation() });
    const auto again = planned(bytes, scope_of(places_after(scope, planned(bytes, scope))));
    EXPECT_EQ(again.created.size(), 0U);
    EXPECT_EQ(again.changed.size(), 0U);
    EXPECT_EQ(count(again, ImportOutcome::Unchanged), 6);
}

TEST(PlaceImport, a_paste_needs_no_order_and_no_quotes)
{
    const auto plan = planned("Type\tNom\tRattachement\nÉquipe\tNuit\tMédecine\nService\tMédecine\tPôle A, B\n"
                              "Pôle\tPôle A, B\tHôpital\nRégion\tR\tFrance\nÉtablissement\tHôpital\tR\n",
        scope_of({ nation() }));
    EXPECT_EQ(report(plan), "2 created / 3 created / 4 created / 5 created / 6 created");
}

TEST(PlaceImport, a_known_number_with_another_name_is_a_change_of_name)
{
    const auto scope = scope_of({ nation() });
    const std::string before = "name;kind;parent;finess\nR;region;France;\nHôpital;establishment;R;990000010\n";
    const std::string after = "name;kind;parent;finess\nR;region;France;\nCentre hospitalier;establishment;R;990000010\n";
    const auto plan = planned(after, scope_of(places_after(scope, planned(before, scope))));
    EXPECT_EQ(report(plan), "2 unchanged / 3 changed");
    EXPECT_EQ(plan.lines.back().name_before, "Hôpital");
    EXPECT_EQ(plan.changed.front().after.name, "Centre hospitalier");
}

TEST(PlaceImport, the_inside_of_an_establishment_stays_inside)
{
    const auto scope = scope_of({ nation() });
    auto places = places_after(scope, planned("name;kind;parent\nR;region;France\nHôpital;establishment;R\n", scope));
    auto inside = scope_of({ *named(places, "Hôpital") });
    inside.under = inside.existing.front().id;
    inside.finess_elsewhere = { "990000028" };
    EXPECT_EQ(report(planned("name;kind;parent;finess\nA;unit;;\nR2;region;France;\nB;team;A;990000028\nC;team;R;\n", inside)),
        "2 created / 3 not_taken not_in_your_part / 4 not_taken finess_elsewhere / 5 not_taken parent_unknown");
}

TEST(PlaceImport, two_parents_of_one_name_are_told_apart_by_the_nearest_above)
{
    const std::string file = "name;kind;parent\nR;region;France\nH;establishment;R\nP1;pole;H\nP2;pole;H\n"
                             "Médecine;unit;P1\nJour;team;Médecine\nMédecine;unit;P2\nNuit;team;Médecine\n";
    const auto plan = planned(file, scope_of({ nation() }));
    EXPECT_EQ(count(plan, ImportOutcome::NotTaken), 0) << report(plan);
    EXPECT_NE(named(plan.created, "Jour")->parent_id, named(plan.created, "Nuit")->parent_id);
}

TEST(PlaceImport, reads_the_layout_of_the_yearly_statistics)
{
    const auto plan = planned(file_text(fixtures + "sae_synthetic.csv"), scope_of({}));
    EXPECT_EQ(report(plan),
        "2 created / 2 created / 2 created / 3 created / 4 not_taken region_unknown / 5 not_taken finess_zero_lost / "
        "6 not_taken finess_twice / 7 not_taken columns_missing");
    const auto* hospital = named(plan.created, "CENTRE HOSPITALIER DE L'ÉTANG");
    ASSERT_NE(hospital, nullptr);
    EXPECT_EQ(hospital->finess_site, "010000024"); // its zero in front is kept
    EXPECT_EQ(hospital->finess_entity, "010000016");
    EXPECT_EQ(named(plan.created, "Bretagne")->insee_code, "53");
    EXPECT_NE(named(plan.created, "EHPAD LES TILLEULS – RÉSIDENCE DU PARC"), nullptr);
}

TEST(PlaceImport, reads_the_published_file_of_a_real_region)
{
    std::string path = ETABLI_SOURCE_DIR;
    for (int up = 0; up < 4; ++up, path += "/..")
        if (std::filesystem::exists(path + "/shared/data/etablissements/sae_ID_2022_bretagne.csv"))
            break;
    path += "/shared/data/etablissements/sae_ID_2022_bretagne.csv";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "the published file is not beside this repository";
    const auto bytes = file_text(path);
    const auto scope = scope_of({});
    const auto plan = planned(bytes, scope);
    EXPECT_EQ(count(plan, ImportOutcome::NotTaken), 0) << report(plan);
    EXPECT_EQ(plan.created.size(), 211U); // France, Bretagne, 209 sites
    std::set<std::string> entities;
    for (const auto& place : plan.created)
        if (place.finess_entity)
            entities.insert(*place.finess_entity);
    EXPECT_EQ(entities.size(), 96U);
    const auto again = planned(bytes, scope_of(places_after(scope, plan)));
    EXPECT_EQ(count(again, ImportOutcome::Unchanged), 209) << report(again);
}

TEST(PlaceImport, bears_five_thousand_rows)
{
    std::string file = "name;kind;parent\nR;region;France\nH;establishment;R\n";
    for (int unit = 0; unit < 5000; ++unit)
        file += "Unité " + std::to_string(unit) + ";unit;H\n";
    const auto plan = planned(file, scope_of({ nation() }));
    EXPECT_EQ(plan.created.size(), 5002U);
    EXPECT_EQ(plan.created.back().position, 4999); // the file's own order is the directory's
}

TEST(PlaceImport, says_when_a_file_is_something_else)
{
    EXPECT_EQ(read_import("a;b\n1;2\n").problem().code(), "file.unknown_format");
    EXPECT_EQ(read_import("").problem().code(), "file.unknown_format");
    const auto lost = planned("name;kind;parent\nH\x81pital;region;France\n", scope_of({ nation() }));
    EXPECT_EQ(report(lost), "2 not_taken encoding_lost");
}

} // namespace etabli
