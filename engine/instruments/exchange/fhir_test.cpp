// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/fhir_test.cpp
//
// FHIR R4 Questionnaires: each type of item, enableWhen, and what is listed as lost.

#include "engine/instruments/exchange/test_support.hpp"

namespace etabli::instruments {

namespace {

Imported read(const std::string& items, const std::string& more = "")
{
    return accepted(R"({"resourceType":"Questionnaire","language":"fr","title":"Essai",)" + more + R"("item":[)" + items + "]}",
        Format::Fhir);
}

/// The condition of the last of five items: b (yes or no), c and m (one, several of x, y), n (a number), and itself.
std::string enabled(const std::string& members)
{
    const std::string options = R"("answerOption":[{"valueCoding":{"code":"x"}},{"valueCoding":{"code":"y"}}])";
    const auto imported = read(R"({"linkId":"b","type":"boolean","text":"B"},{"linkId":"c","type":"choice","text":"C",)"
        + options + R"(},{"linkId":"m","type":"choice","repeats":true,"text":"M",)" + options
        + R"(},{"linkId":"n","type":"integer","text":"N"},{"linkId":"last","type":"date","text":"D",)" + members + "}");
    const auto& condition = imported.instrument.sections.at(0).questions.at(4).show_if;
    return (condition ? json_text(*condition) : "always") + (imported.lost.empty() ? "" : " lost");
}

} // namespace

TEST(Fhir, items_of_every_kind_are_read)
{
    const auto imported = read(R"(
        {"linkId":"s","type":"group","text":"Travail","item":[
            {"linkId":"d","type":"display","text":"Bienvenue"},
            {"linkId":"b","type":"boolean","text":"Oui ?","required":true},
            {"linkId":"c","type":"choice","text":"Lequel","answerOption":[
                {"valueCoding":{"code":"x","display":"X"},"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1.5}]},
                {"valueCoding":{"code":"y","display":"Y"}}],
             "item":[{"linkId":"h","type":"display","text":"Un seul","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                "valueCodeableConcept":{"coding":[{"code":"help"}]}}]}]},
            {"linkId":"m","type":"choice","repeats":true,"text":"Lesquels","answerValueSet":"#v"},
            {"linkId":"n","type":"decimal","text":"Combien","extension":[
                {"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueDecimal":0},
                {"url":"http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces","valueInteger":1},
                {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unit","valueCoding":{"code":"h","display":"heures"}}]},
            {"linkId":"j","type":"date","text":"Jour"},
            {"linkId":"t","type":"text","text":"Dites","maxLength":300},
            {"linkId":"i","type":"integer","text":"Note","answerOption":[{"valueInteger":1},{"valueInteger":2}]},
            {"linkId":"g","type":"group","text":"Grille","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                "valueCodeableConcept":{"coding":[{"code":"htable"}]}}],"item":[
                {"linkId":"r1","type":"choice","text":"R1","answerOption":[{"valueString":"a"},{"valueString":"z"}]},
                {"linkId":"r2","type":"choice","text":"R2","answerOption":[{"valueString":"a"},{"valueString":"z"}]}]}
        ]})",
        R"("copyright":"CC-BY-4.0","publisher":"HAS","contained":[{"resourceType":"ValueSet","id":"v","compose":{"include":[
            {"concept":[{"code":"p","display":"P"},{"code":"q","display":"Q"}]}]}}],)");
    EXPECT_EQ(outline_of(imported.instrument),
        "# s Travail|\n"
        "  (Bienvenue|)\n"
        "b single Oui ?| required true false\n"
        "c single Lequel| x y (Un seul|)\n"
        "m multiple Lesquels| p q\n"
        "n number Combien| min 0 decimals 1 unit heures|\n"
        "j date Jour|\n"
        "t text Dites| length 300\n"
        "i single Note| 1 2\n"
        "g grid Grille| a z [r1] [r2]\n");
    const auto& questions = imported.instrument.sections[0].questions;
    EXPECT_EQ((*questions[1].options)[0].value, 1.5);
    EXPECT_EQ((*questions[6].options)[1].value, 2);
    EXPECT_EQ(imported.instrument.rights.licence, "CC-BY-4.0");
    EXPECT_EQ(imported.instrument.rights.source, "HAS");
    EXPECT_TRUE(imported.instrument.rights.permission_needed);
    EXPECT_EQ(lines_of(imported.lost), "");
}

TEST(Fhir, enable_when_is_translated_or_listed)
{
    const auto when = [](const std::string& one) { return enabled(R"("enableWhen":[)" + one + "]"); };
    EXPECT_EQ(when(R"({"question":"b","operator":"=","answerBoolean":true})"), R"(["in","b",["true"]])");
    EXPECT_EQ(when(R"({"question":"b","operator":"exists","answerBoolean":false})"), R"(["not",["answered","b"]])");
    EXPECT_EQ(when(R"({"question":"c","operator":"!=","answerCoding":{"code":"x"}})"), R"(["not",["in","c",["x"]]])");
    EXPECT_EQ(when(R"({"question":"n","operator":">=","answerInteger":3})"), R"([">=","n",3])");
    EXPECT_EQ(
        when(
            R"({"question":"m","operator":"=","answerCoding":{"code":"x"}},{"question":"m","operator":"=","answerCoding":{"code":"y"}})"),
        R"(["all","m",["x","y"]])");
    EXPECT_EQ(enabled(R"("enableBehavior":"any","enableWhen":[{"question":"c","operator":"=","answerCoding":{"code":"x"}},
        {"question":"n","operator":"<","answerInteger":3}])"),
        R"(["or",["in","c",["x"]],["<","n",3]])");
    EXPECT_EQ(when(R"({"question":"later","operator":"exists","answerBoolean":true})"), "always lost");
    EXPECT_EQ(when(R"({"question":"c","operator":"=","answerCoding":{"code":"other"}})"), "always lost");
    EXPECT_EQ(when(R"({"question":"c"})"), "always lost");
}

TEST(Fhir, what_hides_a_group_or_a_question_hides_what_is_within)
{
    const auto imported = read(R"({"linkId":"b","type":"boolean","text":"B"},
        {"linkId":"g","type":"group","text":"G","enableWhen":[{"question":"b","operator":"=","answerBoolean":true}],"item":[
            {"linkId":"t","type":"text","text":"T"}]},
        {"linkId":"p","type":"text","text":"P","enableWhen":[{"question":"b","operator":"=","answerBoolean":false}],"item":[
            {"linkId":"k","type":"text","text":"K","enableWhen":[{"question":"t","operator":"exists","answerBoolean":true}]}]})");
    EXPECT_EQ(outline_of(imported.instrument),
        "# section Essai|\n"
        "b single B| true false\n"
        "# g G| if [\"in\",\"b\",[\"true\"]]\n"
        "t text T|\n"
        "# section_2 Essai|\n"
        "p text P| if [\"in\",\"b\",[\"false\"]]\n"
        "k text K| if [\"and\",[\"in\",\"b\",[\"false\"]],[\"answered\",\"t\"]]\n");
    EXPECT_EQ(lines_of(imported.lost), "/item/2 nesting p\n");
}

TEST(Fhir, translations_are_read)
{
    const auto imported = read(R"({"linkId":"t","type":"text","text":"Dites","_text":{"extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"en-GB"},{"url":"content","valueString":"Say"}]}]}})");
    EXPECT_EQ(imported.instrument.sections[0].questions[0].text.en, "Say");
    EXPECT_EQ(lines_of(imported.lost), " translation en\n"); // of the title
}

TEST(Fhir, what_has_no_place_here_is_listed)
{
    const auto imported
        = read(R"({"linkId":"a","type":"attachment","text":"A"},{"linkId":"t","type":"string","text":"T","repeats":true,
            "initial":[{"valueString":"x"}],"code":[{"code":"1-2"}],"readOnly":true,"prefix":"1.",
            "extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}]},
        {"linkId":"o","type":"open-choice","text":"O","answerOption":[{"valueString":"un"}]},
        {"linkId":"v","type":"choice","text":"V","answerValueSet":"http://example.org/vs"},
        {"linkId":"u","type":"dateTime","text":"U"})");
    EXPECT_EQ(lines_of(imported.lost),
        "/item/0 question_type attachment\n"
        "/item/1 default [{\"valueString\":\"x\"}]\n"
        "/item/1 coding [{\"code\":\"1-2\"}]\n"
        "/item/1 note 1.\n"
        "/item/1 constraint readOnly\n"
        "/item/1 calculation "
        "{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\"}\n"
        "/item/1 repeat t\n"
        "/item/3 coding http://example.org/vs\n"
        "/item/4 type_changed dateTime\n"
        "/item/2 open_option o\n"
        "/item/3 question_invalid options 0\n");
}

TEST(Fhir, what_is_no_questionnaire_is_refused)
{
    EXPECT_EQ(refusal(R"({"resourceType":"Patient"})", Format::Fhir),
        "request.invalid: /resourceType: Questionnaire is wanted, not Patient");
    EXPECT_EQ(
        refusal(R"({"resourceType":"Questionnaire","item":{}})", Format::Fhir), "request.invalid: /item: a list is wanted");
    EXPECT_EQ(refusal(R"({"resourceType":"Questionnaire","item":[{"type":"group","item":[1]}]})", Format::Fhir),
        "request.invalid: /item/0/item/0: a record is wanted");
    EXPECT_EQ(refusal(R"({"resourceType":"Questionnaire"})", Format::Fhir), "request.invalid: no question that could be asked");
    EXPECT_EQ(refusal("[", Format::Fhir).substr(0, 21), "file.unreadable: json");
}

} // namespace etabli::instruments
