// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/round_trip_test.cpp
//
// What is written and read again is what it was, but for what the list of losses says: a questionnaire with everything in it goes
// through each format, and what differs afterwards is named member by member.

#include <fmt/format.h>

#include "engine/instruments/exchange/test_support.hpp"

namespace etabli::instruments {

namespace {

constexpr auto everything = R"json({
  "id": "essai-complet", "version": 2,
  "title": { "fr": "Essai", "en": "Trial" }, "intro": { "fr": "Bonjour\n\nà tous", "en": "Hello" }, "closing": { "fr": "Merci & < { bravo", "en": "Thanks" },
  "languages": ["fr", "en"],
  "rights": { "licence": "CC-BY-4.0", "source": "Établi", "permission_needed": true, "may_edit": true, "may_export_items": true },
  "validation": "not_validated", "health_data": false, "min_group": 11, "minutes": 3,
  "scales": [ { "code": "accord", "options": [
    { "code": "1", "label": { "fr": "Non", "en": "No" }, "value": 1, "favourable": false },
    { "code": "2", "label": { "fr": "Oui", "en": "Yes" }, "value": 2, "favourable": true },
    { "code": "nc", "label": { "fr": "Non concerné", "en": "Not concerned" } } ] } ],
  "sections": [
    { "code": "travail", "title": { "fr": "Travail", "en": "Work" }, "intro": { "fr": "Votre travail", "en": "Your work" }, "questions": [
      { "code": "ambiance", "type": "single", "text": { "fr": "Ambiance ?", "en": "Mood?" }, "help": { "fr": "En général", "en": "In general" },
        "required": true, "scale": "accord", "reversed": true, "dimension": "work_environment" },
      { "code": "horaire", "type": "single", "text": { "fr": "Horaire", "en": "Hours" }, "sensitivity": "sensitive", "options": [
        { "code": "jour", "label": { "fr": "Jour", "en": "Day" } }, { "code": "nuit", "label": { "fr": "Nuit", "en": "Night" } },
        { "code": "12h", "label": { "fr": "12 heures", "en": "12 hours" } } ] },
      { "code": "aides", "type": "multiple", "text": { "fr": "Aides", "en": "Help" }, "choices_max": 2, "options": [
        { "code": "chef", "label": { "fr": "Encadrement", "en": "Manager" } }, { "code": "pairs", "label": { "fr": "Collègues", "en": "Peers" } },
        { "code": "aucune", "label": { "fr": "Aucune", "en": "None" }, "exclusive": true } ] },
      { "code": "grille", "type": "grid", "text": { "fr": "Diriez-vous", "en": "Would you say" }, "required": true, "scale": "accord", "rows": [
        { "code": "temps", "text": { "fr": "J’ai le temps", "en": "I have time" }, "axis": "intensity" },
        { "code": "bruit", "text": { "fr": "Il y a du bruit", "en": "It is noisy" }, "reversed": true } ] } ] },
    { "code": "suite", "title": { "fr": "Suite", "en": "More" }, "show_if": ["or", ["in", "horaire", ["nuit", "12h"]], ["all", "aides", ["chef", "pairs"]]], "questions": [
      { "code": "nuits", "type": "number", "text": { "fr": "Nuits", "en": "Nights" }, "min": 0, "max": 31, "unit": { "fr": "nuits", "en": "nights" },
        "show_if": ["in", "horaire", ["nuit"]] },
      { "code": "trajet", "type": "number", "text": { "fr": "Trajet", "en": "Commute" }, "decimals": 1 },
      { "code": "arrivee", "type": "date", "text": { "fr": "Arrivée", "en": "Arrival" }, "show_if": ["answered", "temps"] },
      { "code": "mots", "type": "text", "text": { "fr": "En mots", "en": "In words" }, "length_max": 300,
        "show_if": ["and", [">=", "nuits", 3], ["not", ["in", "bruit", ["1"]]], ["in", "aides", ["chef"]]] },
      { "code": "depuis", "type": "text", "text": { "fr": "Depuis", "en": "Since" }, "show_if": ["<", "arrivee", "2020-01-01"] },
      { "code": "rien", "type": "text", "text": { "fr": "Rien ?", "en": "Nothing?" },
        "show_if": ["or", ["not", ["answered", "aides"]], ["and", ["answered", "horaire"], ["in", "temps", ["1", "2"]]]] } ] } ],
  "scores": [ { "code": "score", "title": { "fr": "Score", "en": "Score" }, "method": "mean", "items": ["ambiance", "temps"], "answered_min": 1 } ]
})json";

Instrument whole()
{
    auto read = instrument_from(parse_json(everything).value());
    VERIFY(read.ok() && troubles_of(read.value()).empty());
    return std::move(read).value();
}

/// By JSON pointer, what is no longer the same: "pointer: before > after".
void compare(const json::value& before, const json::value& after, const std::string& pointer, std::string& out)
{
    const auto* members = before.if_object();
    const auto* others = after.if_object();
    const auto* items = before.if_array();
    const auto* other_items = after.if_array();
    if (members != nullptr && others != nullptr) {
        for (const auto& [name, value] : *members)
            compare(value, others->contains(name) ? others->at(name) : json::value(), pointer + "/" + std::string(name), out);
        for (const auto& [name, value] : *others)
            if (!members->contains(name))
                compare(nullptr, value, pointer + "/" + std::string(name), out);
    } else if (items != nullptr && other_items != nullptr && items->size() == other_items->size()
        && !pointer.ends_with("show_if")) {
        for (std::size_t at = 0; at < items->size(); ++at)
            compare((*items)[at], (*other_items)[at], fmt::format("{}/{}", pointer, at), out);
    } else if (json_text(before) != json_text(after)) {
        // Whole scales and lists of options are too long to be read here: that they changed is enough.
        const auto said = [](const json::value& value) {
            const auto text = json_text(value);
            return text.size() > 110 ? std::string("…") : text;
        };
        out += fmt::format("{}: {} > {}\n", pointer, said(before), said(after));
    }
}

/// Written as that format and read again.
void check(Format format, std::string_view expected_lost, std::string_view expected_changes)
{
    const auto before = whole();
    const auto exported = export_instrument(before, format);
    ASSERT_TRUE(exported.ok()) << exported.problem().detail();
    EXPECT_EQ(lines_of(exported.value().lost), expected_lost);
    EXPECT_EQ(guess_format(exported.value().file_name, exported.value().bytes), format);
    const auto again = accepted(exported.value().bytes, format, exported.value().file_name);
    std::string changes;
    compare(instrument_json(before), instrument_json(again.instrument), "", changes);
    EXPECT_EQ(changes, expected_changes);
}

} // namespace

TEST(RoundTrip, limesurvey)
{
    check(Format::LimeSurvey,
        "score member score\n"
        "essai-complet member version\n"
        "essai-complet member rights\n"
        "accord member scale\n"
        "travail code_renamed travail -> g1\n"
        "ambiance member dimension\n"
        "ambiance member reversed\n"
        "ambiance option_value value\n"
        "ambiance option_value favourable\n"
        "horaire member sensitivity\n"
        "temps member axis\n"
        "bruit member reversed\n"
        "grille option_value value\n"
        "grille option_value favourable\n"
        "suite code_renamed suite -> g2\n"
        "trajet member decimals\n"
        "depuis condition [\"<\",\"arrivee\",\"2020-01-01\"]\n",
        "/version: 2 > 1\n"
        "/rights/licence: \"CC-BY-4.0\" > \"unknown\"\n"
        "/rights/source: \"Établi\" > \"Essai\"\n"
        "/scales: … > []\n"
        "/sections/0/code: \"travail\" > \"g1\"\n"
        "/sections/0/questions/0/scale: \"accord\" > null\n"
        "/sections/0/questions/0/reversed: true > null\n"
        "/sections/0/questions/0/dimension: \"work_environment\" > null\n"
        "/sections/0/questions/0/options: null > …\n"
        "/sections/0/questions/1/sensitivity: \"sensitive\" > null\n"
        "/sections/0/questions/3/scale: \"accord\" > null\n"
        "/sections/0/questions/3/rows/0/axis: \"intensity\" > null\n"
        "/sections/0/questions/3/rows/1/reversed: true > null\n"
        "/sections/0/questions/3/options: null > …\n"
        "/sections/1/code: \"suite\" > \"g2\"\n"
        "/sections/1/questions/1/decimals: 1 > 3\n"
        "/sections/1/questions/4/show_if: [\"<\",\"arrivee\",\"2020-01-01\"] > null\n"
        "/scores: … > []\n");
}

TEST(RoundTrip, xlsform)
{
    check(Format::XlsForm,
        "score member score\n"
        "ambiance member dimension\n"
        "ambiance member reversed\n"
        "horaire member sensitivity\n"
        "temps member axis\n"
        "bruit member reversed\n"
        "nuits member unit\n"
        "trajet member decimals\n"
        "essai-complet translation title en\n",
        "/title/en: \"Trial\" > \"Essai\"\n"
        "/sections/0/questions/0/reversed: true > null\n"
        "/sections/0/questions/0/dimension: \"work_environment\" > null\n"
        "/sections/0/questions/1/sensitivity: \"sensitive\" > null\n"
        "/sections/0/questions/3/rows/0/axis: \"intensity\" > null\n"
        "/sections/0/questions/3/rows/1/reversed: true > null\n"
        "/sections/1/questions/0/unit: {\"fr\":\"nuits\",\"en\":\"nights\"} > null\n"
        "/sections/1/questions/1/decimals: 1 > 3\n"
        "/scores: … > []\n");
}

TEST(RoundTrip, fhir)
{
    check(Format::Fhir,
        "score member score\n"
        "suite condition [\"or\",[\"in\",\"horaire\",[\"nuit\",\"12h\"]],[\"all\",\"aides\",[\"chef\",\"pairs\"]]]\n"
        "rien condition "
        "[\"or\",[\"not\",[\"answered\",\"aides\"]],[\"and\",[\"answered\",\"horaire\"],[\"in\",\"temps\",[\"1\",\"2\"]]]]\n",
        "/sections/1/show_if: [\"or\",[\"in\",\"horaire\",[\"nuit\",\"12h\"]],[\"all\",\"aides\",[\"chef\",\"pairs\"]]] > "
        "null\n"
        "/sections/1/questions/5/show_if: "
        "[\"or\",[\"not\",[\"answered\",\"aides\"]],[\"and\",[\"answered\",\"horaire\"],[\"in\",\"temps\",[\"1\",\"2\"]]]] > "
        "null\n"
        "/scores: … > []\n");
}

TEST(RoundTrip, surveyjs)
{
    check(Format::SurveyJs, "", "");
}

TEST(RoundTrip, an_instrument_in_one_language_stays_in_one)
{
    auto instrument = whole();
    for (const auto* language : { "fr", "en" }) {
        instrument.languages = { language };
        for (const auto format : { Format::LimeSurvey, Format::XlsForm, Format::Fhir, Format::SurveyJs }) {
            const auto exported = export_instrument(instrument, format);
            ASSERT_TRUE(exported.ok());
            const auto again = accepted(exported.value().bytes, format, exported.value().file_name);
            EXPECT_EQ(again.instrument.languages, instrument.languages) << name_of(format);
            for (const auto& each : again.lost)
                EXPECT_NE(each.kind, LossKind::LanguageAssumed) << name_of(format);
        }
    }
}

TEST(RoundTrip, words_whose_owner_forbids_it_do_not_leave)
{
    auto instrument = whole();
    instrument.rights.may_export_items = false;
    EXPECT_EQ(export_instrument(instrument, Format::Fhir).problem().code(), "instrument.may_not_export");
}

TEST(RoundTrip, what_an_import_never_believes_is_listed_when_it_leaves)
{
    auto instrument = whole();
    instrument.rights.permission_needed = false;
    instrument.validation = Validation::Validated;
    instrument.min_group = 20;
    instrument.minutes = 30;
    const auto exported = export_instrument(instrument, Format::SurveyJs);
    ASSERT_TRUE(exported.ok());
    EXPECT_EQ(lines_of(exported.value().lost),
        "essai-complet member permission\n"
        "essai-complet member validation\n"
        "essai-complet member min_group\n"
        "essai-complet member minutes\n");
}

TEST(RoundTrip, the_format_is_told_from_the_file_where_its_name_does_not_tell)
{
    EXPECT_EQ(guess_format("a.LSS", ""), Format::LimeSurvey);
    EXPECT_EQ(guess_format("a.xml", "<?xml?><document><LimeSurveyDocType>Survey"), Format::LimeSurvey);
    EXPECT_EQ(guess_format("a.json", R"({"resourceType":"Questionnaire"})"), Format::Fhir);
    EXPECT_EQ(guess_format("a.json", R"({"pages":[]})"), Format::SurveyJs);
    EXPECT_EQ(guess_format("a.json", R"({"a":1})"), std::nullopt);
    EXPECT_EQ(guess_format("a.pdf", "%PDF"), std::nullopt);
}

} // namespace etabli::instruments
