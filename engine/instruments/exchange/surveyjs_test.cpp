// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/surveyjs_test.cpp
//
// SurveyJS: each type of question, visibleIf, and what is listed as lost.

#include "engine/instruments/exchange/test_support.hpp"

namespace etabli::instruments {

namespace {

Imported read(const std::string& elements, const std::string& more = R"("locale":"fr",)")
{
    return accepted(
        R"({"title":"Essai",)" + more + R"("pages":[{"name":"p1","title":"Travail","elements":[)" + elements + "]}]}",
        Format::SurveyJs);
}

/// The condition of a last question, after o (one), m (several of a, b), g with the row r, n (a number).
std::string visible(const std::string& expression)
{
    const auto imported
        = read(R"({"type":"radiogroup","name":"o","choices":["a","b"]},{"type":"checkbox","name":"m","choices":["a","b","c"]},
        {"type":"matrix","name":"g","columns":[1,2],"rows":["r"]},{"type":"text","inputType":"number","name":"n"},
        {"type":"comment","name":"last","visibleIf":")"
            + expression + "\"}");
    const auto& condition = imported.instrument.sections.at(0).questions.at(4).show_if;
    return (condition ? json_text(*condition) : "always") + (imported.lost.empty() ? "" : " lost " + imported.lost.back().what);
}

} // namespace

TEST(SurveyJs, questions_of_every_kind_are_read)
{
    const auto imported = read(R"(
        {"type":"html","html":"<p>Bienvenue</p>"},
        {"type":"radiogroup","name":"choix","title":"Lequel","description":"Un seul","isRequired":true,"choices":["a",{"value":2,"text":"Deux","score":4}]},
        {"type":"checkbox","name":"plusieurs","title":"Lesquels","choices":["a","b"],"showNoneItem":true,"maxSelectedChoices":2},
        {"type":"matrix","name":"grille","title":"Grille","columns":[1,2],"rows":["r1",{"value":"r2","text":"R2"}],"isAllRowRequired":true},
        {"type":"rating","name":"note","title":"Note","rateMax":3,"minRateDescription":"peu"},
        {"type":"boolean","name":"oui","title":"Oui ?"},
        {"type":"text","inputType":"number","name":"age","title":"Âge","min":18,"max":70,"step":0.1},
        {"type":"text","inputType":"date","name":"jour","title":"Jour"},
        {"type":"comment","name":"texte","title":"Dites","maxLength":300},
        {"type":"panel","name":"p2","title":"Panneau","elements":[{"type":"text","name":"sans_titre"}]})");
    EXPECT_EQ(outline_of(imported.instrument),
        "# p1 Travail|\n"
        "  (Bienvenue|)\n"
        "choix single Lequel| required a 2 (Un seul|)\n"
        "plusieurs multiple Lesquels| a b none! choices 2\n"
        "grille grid Grille| required 1 2 [r1] [r2]\n"
        "note single Note| 1 2 3\n"
        "oui single Oui ?| true false\n"
        "age number Âge| min 18 max 70 decimals 1\n"
        "jour date Jour|\n"
        "texte text Dites| length 300\n"
        "# p2 Panneau|\n"
        "sans_titre text sans_titre|\n");
    EXPECT_EQ((*imported.instrument.sections[0].questions[0].options)[1].value, 4);
    EXPECT_EQ((*imported.instrument.sections[0].questions[3].options)[0].label.fr, "1 (peu)");
    EXPECT_EQ(lines_of(imported.lost), "/pages/0/elements/9 nesting p2\n");
}

TEST(SurveyJs, visible_if_is_translated_or_listed)
{
    EXPECT_EQ(visible("{o} = 'a'"), R"(["in","o",["a"]])");
    EXPECT_EQ(visible("{m} contains 'a' and {m} contains 'b'"), R"(["all","m",["a","b"]])");
    EXPECT_EQ(visible("{m} anyof ['a', 'b'] or {n} > 3"), R"(["or",["in","m",["a","b"]],[">","n",3]])");
    EXPECT_EQ(visible("{g.r} = 2"), R"(["in","r",["2"]])");
    EXPECT_EQ(visible("{o} notempty and !({g.r} empty)"), R"(["and",["answered","o"],["answered","r"]])");
    EXPECT_EQ(visible("{m.length} > 1"), "always lost {m.length} > 1");
    EXPECT_EQ(visible("iif({o} = 'a', true, false)"), "always lost iif({o} = 'a', true, false)");
    EXPECT_EQ(visible("{last} notempty"), "always lost {last} notempty");
}

TEST(SurveyJs, words_by_language_are_read_and_default_is_english_beside_french)
{
    const auto imported = read(R"({"type":"comment","name":"a","title":{"default":"One","fr":"Un","de":"Eins"}})");
    EXPECT_EQ(imported.instrument.sections[0].questions[0].text.fr, "Un");
    EXPECT_EQ(imported.instrument.sections[0].questions[0].text.en, "One");
    const auto english = read(R"({"type":"comment","name":"a","title":"One"})", "");
    EXPECT_EQ(english.instrument.languages, (std::vector<std::string> { "en" }));
    EXPECT_EQ(lines_of(english.lost), "");
    const auto german = read(R"({"type":"comment","name":"a","title":"Eins"})", R"("locale":"de",)");
    EXPECT_EQ(german.instrument.sections[0].questions[0].text.fr, "Eins");
    EXPECT_EQ(lines_of(german.lost), " language_assumed de\n");
}

TEST(SurveyJs, what_has_no_place_here_is_listed)
{
    const auto imported = read(R"(
        {"type":"file","name":"f"},{"type":"expression","name":"e","expression":"{a} + 1"},{"type":"image","name":"i"},
        {"type":"paneldynamic","name":"d","templateElements":[{"type":"text","name":"t"}]},
        {"type":"multipletext","name":"x","items":[{"name":"y"},{"name":"z","title":"Zed"}]},
        {"type":"dropdown","name":"q","title":"<i>Qui</i> {t}","choices":["a","b"],"hasOther":true,"defaultValue":"a","choicesOrder":"random","visible":false,
            "validators":[{"type":"expression"}],"choicesByUrl":{"url":"u"}})",
        R"("locale":"fr","triggers":[{"type":"complete"}],)");
    EXPECT_EQ(lines_of(imported.lost),
        "/triggers calculation [{\"type\":\"complete\"}]\n"
        "/pages/0/elements/0 question_type file\n"
        "/pages/0/elements/1 calculation {a} + 1\n"
        "/pages/0/elements/2 media i\n"
        "/pages/0/elements/3 repeat d\n"
        "/pages/0/elements/3 nesting d\n"
        "/pages/0/elements/4 type_changed multipletext x\n"
        "/pages/0/elements/5 default defaultValue \"a\"\n"
        "/pages/0/elements/5 choice_filter choicesByUrl {\"url\":\"u\"}\n"
        "/pages/0/elements/5 order choicesOrder\n"
        "/pages/0/elements/5 constraint {\"type\":\"expression\"}\n"
        "/pages/0/elements/5 open_option q\n"
        "/pages/0/elements/5 computed_words <i>Qui</i> {t}\n"
        "/pages/0/elements/5 html <i>Qui</i> {t}\n"
        "/pages/0/elements/5 condition visible: false\n");
}

TEST(SurveyJs, what_is_no_survey_is_refused)
{
    EXPECT_EQ(refusal("{}", Format::SurveyJs), "request.invalid: /pages: is missing");
    EXPECT_EQ(refusal("[]", Format::SurveyJs), "request.invalid: /: a record is wanted");
    EXPECT_EQ(refusal(R"({"pages":{}})", Format::SurveyJs), "request.invalid: /pages: a list is wanted");
    EXPECT_EQ(refusal(R"({"pages":[{"elements":[7]}]})", Format::SurveyJs),
        "request.invalid: /pages/0/elements/0: a record is wanted");
    EXPECT_EQ(refusal(std::string(import_bytes_max + 1, ' '), Format::SurveyJs), "request.too_large: ");
}

} // namespace etabli::instruments
