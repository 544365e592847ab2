// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey_test.cpp
//
// LimeSurvey's tables: each type of question, each way to hide one, and what is listed as lost.

#include <fmt/format.h>

#include "engine/instruments/exchange/test_support.hpp"

namespace etabli::instruments {

namespace {

/// "qid=1 type=L" as a row of a table; words with spaces stand between bars.
std::string row(std::string_view cells)
{
    std::string out = "<row>";
    while (!cells.empty()) {
        const auto equal = cells.find('=');
        const bool is_long = cells.substr(equal + 1).starts_with('|');
        const auto begin = equal + (is_long ? 2 : 1);
        const auto end = std::min(cells.find(is_long ? '|' : ' ', begin), cells.size());
        const auto name = cells.substr(0, equal);
        out += fmt::format("<{0}><![CDATA[{1}]]></{0}>", name, cells.substr(begin, end - begin));
        cells.remove_prefix(std::min(end + (is_long ? 2 : 1), cells.size()));
    }
    return out + "</row>";
}

std::string table(std::string_view name, std::initializer_list<std::string_view> rows)
{
    std::string out = fmt::format("<{}><rows>", name);
    for (const auto each : rows)
        out += row(each);
    return out + fmt::format("</rows></{}>", name);
}

/// A survey of one group, in French.
std::string survey(const std::string& tables)
{
    return "<?xml version=\"1.0\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>447</DBVersion>"
        + table("surveys", { "sid=9 language=fr" }) + table("groups", { "gid=1 group_order=1" })
        + table("group_l10ns", { "gid=1 group_name=Travail language=fr" }) + tables + "</document>";
}

Imported read(const std::string& tables)
{
    return accepted(survey(tables), Format::LimeSurvey);
}

} // namespace

TEST(LimeSurvey, closed_questions_of_every_kind_are_read)
{
    const auto imported = read(
        table("questions",
            { "qid=1 gid=1 type=L title=choix mandatory=Y question_order=1", "qid=2 gid=1 type=Y title=ouinon question_order=2",
                "qid=3 gid=1 type=5 title=cinq question_order=3", "qid=4 gid=1 type=M title=plusieurs question_order=4",
                "qid=5 gid=1 type=F title=grille question_order=5", "qid=6 gid=1 type=C title=accord question_order=6",
                "qid=7 gid=1 type=G title=genre question_order=7" })
        + table("subquestions",
            { "qid=41 parent_qid=4 title=b question_order=2", "qid=42 parent_qid=4 title=a question_order=1",
                "qid=51 parent_qid=5 title=r1 question_order=1", "qid=61 parent_qid=6 title=r2 question_order=1" })
        + table("question_l10ns",
            { "qid=1 question=Lequel help=|L’un des deux| language=fr", "qid=2 question=Oui language=fr",
                "qid=3 question=Note language=fr", "qid=4 question=Lesquels language=fr", "qid=5 question=Grille language=fr",
                "qid=6 question=Accord language=fr", "qid=7 question=Genre language=fr", "qid=41 question=B language=fr",
                "qid=42 question=A language=fr", "qid=51 question=R1 language=fr", "qid=61 question=R2 language=fr" })
        + table("answers",
            { "aid=1 qid=1 code=x sortorder=2 assessment_value=0 scale_id=0",
                "aid=2 qid=1 code=y sortorder=1 assessment_value=0 scale_id=0",
                "aid=3 qid=5 code=1 sortorder=1 assessment_value=1 scale_id=0",
                "aid=4 qid=5 code=2 sortorder=2 assessment_value=2 scale_id=0" })
        + table("answer_l10ns",
            { "aid=1 answer=X language=fr", "aid=2 answer=Y language=fr", "aid=3 answer=Un language=fr",
                "aid=4 answer=Deux language=fr" })
        + table(
            "question_attributes", { "qid=4 attribute=exclude_all_others value=b", "qid=4 attribute=max_answers value=2" }));
    EXPECT_EQ(outline_of(imported.instrument),
        "# g1 Travail|\n"
        "choix single Lequel| required y x (L’un des deux|)\n"
        "ouinon single Oui| y n\n"
        "cinq single Note| 1 2 3 4 5\n"
        "plusieurs multiple Lesquels| a b! choices 2\n"
        "grille grid Grille| 1 2 [r1]\n"
        "accord grid Accord| y u n [r2]\n"
        "genre single Genre| f m\n");
    EXPECT_EQ(options_of(imported.instrument, imported.instrument.sections[0].questions[4])[1].value, 2);
    EXPECT_FALSE(options_of(imported.instrument, imported.instrument.sections[0].questions[0])[1].value.has_value());
    EXPECT_EQ(lines_of(imported.lost),
        "ouinon code_renamed Y -> y\nouinon code_renamed N -> n\n"
        "accord code_renamed Y -> y\naccord code_renamed U -> u\naccord code_renamed N -> n\n"
        "genre code_renamed F -> f\ngenre code_renamed M -> m\n");
}

TEST(LimeSurvey, open_questions_have_their_bounds_and_split_fields_become_questions)
{
    const auto imported = read(
        table("questions",
            { "qid=1 gid=1 type=N title=age question_order=1", "qid=2 gid=1 type=D title=jour question_order=2",
                "qid=3 gid=1 type=T title=texte question_order=3", "qid=4 gid=1 type=K title=heures question_order=4" })
        + table("subquestions",
            { "qid=41 parent_qid=4 title=jour question_order=1", "qid=42 parent_qid=4 title=nuit question_order=2" })
        + table("question_l10ns",
            { "qid=1 question=Age language=fr", "qid=2 question=Jour language=fr", "qid=3 question=Dites language=fr",
                "qid=4 question=Heures language=fr", "qid=41 question=Jour language=fr", "qid=42 question=Nuit language=fr" })
        + table("question_attributes",
            { "qid=1 attribute=num_value_int_only value=1", "qid=1 attribute=min_num_value_n value=18",
                "qid=1 attribute=max_num_value_n value=70", "qid=1 attribute=suffix value=ans language=fr",
                "qid=3 attribute=maximum_chars value=300" }));
    EXPECT_EQ(outline_of(imported.instrument),
        "# g1 Travail|\n"
        "age number Age| min 18 max 70 unit ans|\n"
        "jour date Jour|\n"
        "texte text Dites| length 300\n"
        "heures_jour number Heures\n\nJour| decimals 3\n"
        "heures_nuit number Heures\n\nNuit| decimals 3\n");
    EXPECT_EQ(lines_of(imported.lost), "heures type_changed K\n");
}

TEST(LimeSurvey, relevance_and_older_conditions_are_translated_or_listed)
{
    const auto with = [](std::string_view third, std::initializer_list<std::string_view> conditions) {
        const auto imported = read(table("questions",
                                       { "qid=1 gid=1 sid=9 type=Y title=a question_order=1",
                                           "qid=2 gid=1 sid=9 type=Y title=b question_order=2", third })
            + table("question_l10ns",
                { "qid=1 question=A language=fr", "qid=2 question=B language=fr", "qid=3 question=C language=fr" })
            + table("conditions", conditions));
        const auto& asked = imported.instrument.sections[0].questions[2].show_if;
        const auto lost
            = imported.lost.empty() || imported.lost.back().kind != LossKind::Condition ? "" : imported.lost.back().what;
        return (asked ? json_text(*asked) : "always") + (lost.empty() ? "" : " lost " + lost);
    };
    EXPECT_EQ(with("qid=3 gid=1 type=T title=c question_order=3 relevance=1", {}), "always");
    EXPECT_EQ(with(R"(qid=3 gid=1 type=T title=c question_order=3 relevance=|((a.NAOK == "Y"))|)", {}), R"(["in","a",["y"]])");
    EXPECT_EQ(with(R"(qid=3 gid=1 type=T title=c question_order=3 relevance=|9X1X1 == "Y"|)", {}), R"(["in","a",["y"]])");
    EXPECT_EQ(
        with("qid=3 gid=1 type=T title=c question_order=3 relevance=|count(a, b) > 1|", {}), "always lost count(a, b) > 1");
    EXPECT_EQ(with("qid=3 gid=1 type=T title=c question_order=3",
                  { "qid=3 cqid=1 cfieldname=9X1X1 method=== value=Y scenario=1",
                      "qid=3 cqid=2 cfieldname=9X1X2 method=!= value=N scenario=1" }),
        R"(["and",["in","a",["y"]],["not",["in","b",["n"]]]])");
    EXPECT_EQ(with("qid=3 gid=1 type=T title=c question_order=3",
                  { "qid=3 cqid=1 cfieldname=9X1X1 method=== value=Y scenario=1",
                      "qid=3 cqid=2 cfieldname=9X1X2 method=== value=Y scenario=2" }),
        R"(["or",["in","a",["y"]],["in","b",["y"]]])");
    EXPECT_EQ(
        with("qid=3 gid=1 type=T title=c question_order=3", { "qid=3 cqid=1 cfieldname=9X1X1 method=RX value=Y scenario=1" }),
        R"(always lost 9X1X1.NAOK RX "Y")");
}

TEST(LimeSurvey, what_has_no_place_here_is_listed)
{
    const auto imported = read(
        table("questions",
            { "qid=1 gid=1 type=T title=a question_order=1", "qid=2 gid=1 type=R title=rang question_order=2",
                "qid=3 gid=1 type=1 title=double question_order=3", "qid=4 gid=1 type=* title=calcul question_order=4",
                "qid=5 gid=1 type=X title=note question_order=5", "qid=6 gid=1 type=M title=m other=Y question_order=6" })
        + table("subquestions", { "qid=61 parent_qid=6 title=s question_order=1" })
        + table("question_l10ns",
            { "qid=1 question=|<p>Bonjour <b>{NOM}</b> <img src=x></p>| language=fr", "qid=4 question={1+1} language=fr",
                "qid=5 question=|Une note| language=fr", "qid=6 question=M language=fr", "qid=61 question=S language=fr",
                "qid=1 question=Hallo language=de" })
        + table("quota", { "id=1 name=Femmes" }) + table("defaultvalues", { "qid=1 defaultvalue=rien" })
        + table("question_attributes",
            { "qid=6 attribute=random_order value=1", "qid=1 attribute=em_validation_q value=|strlen(a) > 3|",
                "qid=1 attribute=hidden value=1" }));
    EXPECT_EQ(lines_of(imported.lost),
        "quota quota Femmes\n"
        "a default rien\n"
        "a constraint em_validation_q: strlen(a) > 3\n"
        "rang question_type R\n"
        "double question_type 1\n"
        "calcul calculation {1+1}\n"
        "note note Une note\n"
        "m order random_order: 1\n"
        " language de\n"
        "a computed_words <p>Bonjour <b>{NOM}</b> <img src=x></p>\n"
        "a html <p>Bonjour <b>{NOM}</b> <img src=x></p>\n"
        "a media <p>Bonjour <b>{NOM}</b> <img src=x></p>\n"
        "a condition hidden\n"
        "m open_option m\n");
    EXPECT_EQ(imported.instrument.sections[0].questions[0].text.fr, "Bonjour {NOM}");
}

TEST(LimeSurvey, words_that_stand_in_the_tables_themselves_are_read_too)
{
    const auto imported = accepted("<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>365</DBVersion>"
            + table("surveys", { "sid=9 language=fr additional_languages=en" })
            + table("surveys_languagesettings",
                { "surveyls_language=fr surveyls_title=Titre surveyls_endtext=Merci",
                    "surveyls_language=en surveyls_title=Title surveyls_endtext=Thanks" })
            + table("groups", { "gid=1 group_name=Travail language=fr", "gid=1 group_name=Work language=en" })
            + table("questions",
                { "qid=1 gid=1 type=L title=a question=|Un ?| language=fr",
                    "qid=1 gid=1 type=L title=a question=|One?| language=en" })
            + table("answers",
                { "qid=1 code=x answer=Oui language=fr sortorder=1", "qid=1 code=x answer=Yes language=en sortorder=1",
                    "qid=1 code=y answer=Non language=fr sortorder=2" })
            + "</document>",
        Format::LimeSurvey);
    EXPECT_EQ(outline_of(imported.instrument), "# g1 Travail|Work\na single Un ?|One? x y\n");
    EXPECT_EQ(imported.instrument.closing->en, "Thanks");
    EXPECT_EQ(lines_of(imported.lost), "a translation en\n");
}

TEST(LimeSurvey, what_is_no_survey_is_refused)
{
    EXPECT_EQ(refusal("<document><LimeSurveyDocType>Label set</LimeSurveyDocType></document>", Format::LimeSurvey),
        "request.invalid: document/LimeSurveyDocType: Survey, Group or Question is wanted, not Label set");
    EXPECT_EQ(refusal(survey(""), Format::LimeSurvey), "request.invalid: no question that could be asked");
    EXPECT_EQ(refusal("<document>", Format::LimeSurvey), "file.unreadable: xml: Start-end tags mismatch at byte 9");
}

} // namespace etabli::instruments
