// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xlsform_test.cpp
//
// XLSForm, mostly as pyxform writes its sheets in one .csv file: each type, each way to hide a question, each loss, and files that
// are refused in words that name the sheet and column.

#include "engine/instruments/exchange/test_support.hpp"
#include "engine/instruments/exchange/workbook.hpp"

namespace etabli::instruments {

namespace {

constexpr auto yes_no = "choices\n,list_name,name,label::fr\n,on,oui,Oui\n,on,non,Non\n";

Imported read(const std::string& survey, const std::string& rest = yes_no)
{
    return accepted("survey\n" + survey + rest, Format::XlsForm, "essai.csv");
}

/// The condition of a last question, after o (one of oui, non), m (several of them), n (a number) and t (a text).
std::string relevant(const std::string& expression)
{
    const auto imported
        = read(",type,name,label::fr,relevant\n,select_one on,o,O,\n,select_multiple on,m,M,\n,integer,n,N,\n,text,t,T,\n"
               ",text,last,Fin,\""
            + expression + "\"\n");
    const auto& condition = imported.instrument.sections.at(0).questions.at(4).show_if;
    return (condition ? json_text(*condition) : "always") + (imported.lost.empty() ? "" : " lost " + imported.lost.back().what);
}

} // namespace

TEST(XlsForm, questions_of_every_kind_are_read)
{
    const auto imported = read(",type,name,label::fr,hint::fr,required,constraint,appearance\n"
                               ",begin group,s,Travail,,,,\n"
                               ",note,mots,Bienvenue,,,,\n"
                               ",select_one on,choix,Lequel,Un seul,yes,,\n"
                               ",select_multiple on,plusieurs,Lesquels,,,\"count-selected(.) <= 1 and not(selected(., 'non') "
                               "and count-selected(.) > 1)\",\n"
                               ",integer,age,Âge,,,. >= 18 and . < 70,\n"
                               ",decimal,poids,Poids,,,,\n"
                               ",date,jour,Jour,,,,\n"
                               ",text,texte,Dites,,,string-length(.) <= 300,\n"
                               ",begin_group,grille,Grille,,,,table-list\n"
                               ",select_one on,r1,R1,,yes,,\n"
                               ",select_one on,r2,R2,,yes,,\n"
                               ",end_group,,,,,,\n"
                               ",end group,,,,,,\n"
                               ",note,fin,Merci,,,,\n");
    EXPECT_EQ(outline_of(imported.instrument),
        "# s Travail|\n"
        "  (Bienvenue|)\n"
        "choix single Lequel| required oui non of on (Un seul|)\n"
        "plusieurs multiple Lesquels| oui non! choices 1\n"
        "age number Âge| min 18 max 69\n"
        "poids number Poids| decimals 3\n"
        "jour date Jour|\n"
        "texte text Dites| length 300\n"
        "grille grid Grille| required oui non of on [r1] [r2]\n");
    EXPECT_EQ(imported.instrument.closing->fr, "Merci");
    EXPECT_EQ(lines_of(imported.lost), "");
}

TEST(XlsForm, relevance_is_translated_or_listed)
{
    EXPECT_EQ(relevant("${o} = 'oui'"), R"(["in","o",["oui"]])");
    EXPECT_EQ(relevant("selected(${m}, 'oui') or selected(${m}, 'non')"), R"(["answered","m"])");
    EXPECT_EQ(relevant("not(selected(${m}, 'oui')) and ${n} >= 3"), R"(["and",["not",["in","m",["oui"]]],[">=","n",3]])");
    EXPECT_EQ(relevant("${t} != ''"), R"(["answered","t"])");
    EXPECT_EQ(relevant("${later} = 'oui'"), "always lost ${later} = 'oui'");
    EXPECT_EQ(relevant("${n} + 1 > 3"), "always lost ${n} + 1 > 3");
    EXPECT_EQ(relevant("0"), "always lost 0");
}

TEST(XlsForm, groups_within_groups_stand_one_after_the_other_and_keep_their_conditions)
{
    const auto imported
        = read(",type,name,label::fr,relevant\n,select_one on,o,O,\n,begin_group,a,A,${o} = 'oui'\n,text,t1,T1,\n"
               ",begin_group,b,B,${t1} != ''\n,text,t2,T2,\n,end_group,,,\n,text,t3,T3,\n,end_group,,,\n,text,t4,T4,\n");
    EXPECT_EQ(outline_of(imported.instrument),
        "# section essai|\n"
        "o single O| oui non of on\n"
        "# a A| if [\"in\",\"o\",[\"oui\"]]\n"
        "t1 text T1|\n"
        "# b B| if [\"and\",[\"in\",\"o\",[\"oui\"]],[\"answered\",\"t1\"]]\n"
        "t2 text T2|\n"
        "# a_2 A| if [\"in\",\"o\",[\"oui\"]]\n"
        "t3 text T3|\n"
        "# section_2 essai|\n"
        "t4 text T4|\n");
    EXPECT_EQ(lines_of(imported.lost), "survey!5 nesting b\nsurvey!3 code_renamed a -> a_2\n");
}

TEST(XlsForm, older_spellings_are_understood)
{
    const auto imported = read(",type,name,label:Français (fr),bind:relevant,media::image::fr\n,select one from on,o,O,,\n"
                               ",select all that apply from on or specify other,m,M,${o} = 'oui',photo.jpg\n",
        "choices\n,list name,value,caption:fr\n,on,oui,Oui\n,on,non,Non\n");
    EXPECT_EQ(outline_of(imported.instrument),
        "# section essai|\n"
        "o single O| oui non of on\n"
        "m multiple M| oui non other if [\"in\",\"o\",[\"oui\"]]\n");
    EXPECT_EQ(lines_of(imported.lost), "survey!3 media photo.jpg\nsurvey!3 open_option m\n");
}

TEST(XlsForm, what_has_no_place_here_is_listed)
{
    const auto imported = read(",type,name,label,default,calculation,choice_filter,constraint,required\n"
                               ",start,debut,,,,,,\n"
                               ",geopoint,lieu,Où,,,,,\n"
                               ",calculate,c,,,1 + 1,,,\n"
                               ",begin repeat,enfants,Enfants,,,,,\n"
                               ",text,prenom,Prénom de ${c},Anne,,,\"regex(., 'a')\",${c} = 1\n"
                               ",end repeat,,,,,,,\n"
                               ",select_one on,o,O,,,x = ${c},,\n"
                               ",note,mots,Milieu,,,,,\n"
                               ",select_one_from_file f.csv,f,F,,,,,\n"
                               ",select_one rien,r,R,,,,,\n");
    EXPECT_EQ(lines_of(imported.lost),
        "survey!2 metadata start\n"
        "survey!3 question_type geopoint\n"
        "survey!4 calculation c = 1 + 1\n"
        "survey!5 repeat enfants\n"
        "survey!6 constraint required ${c} = 1\n"
        "survey!6 constraint regex(., 'a')\n"
        "survey!6 default Anne\n"
        "survey!8 choice_filter x = ${c}\n"
        "survey!10 question_type select_one_from_file f.csv\n"
        "survey!9 note Milieu\n"
        " language_assumed\n"
        "survey!6 computed_words Prénom de ${c}\n"
        "survey!11 question_invalid options 0\n");
}

TEST(XlsForm, a_language_we_do_not_speak_is_listed_and_one_missing_is_taken_from_the_other)
{
    const auto imported
        = read(",type,name,label::fr,label::English (en),label::Deutsch (de)\n,text,a,Un,One,Eins\n,text,b,Deux,,Zwei\n");
    EXPECT_EQ(outline_of(imported.instrument), "# section essai|essai\na text Un|One\nb text Deux|Deux\n");
    EXPECT_EQ(lines_of(imported.lost), " language de\nsurvey!3 translation en\n");
    EXPECT_EQ(imported.instrument.languages, (std::vector<std::string> { "fr", "en" }));
}

TEST(XlsForm, nothing_is_claimed_that_the_file_does_not_say)
{
    const auto imported
        = read(",type,name,label::fr\n,text,a,Un\n", "settings\n,form_title,form_id,version\n,Mon titre,Mon_Form,3\n");
    const auto& instrument = imported.instrument;
    EXPECT_EQ(instrument.id, "mon-form");
    EXPECT_EQ(instrument.title.fr, "Mon titre");
    EXPECT_EQ(instrument.version, 3);
    EXPECT_EQ(instrument.rights.licence, "unknown");
    EXPECT_EQ(instrument.rights.source, "Mon titre");
    EXPECT_TRUE(instrument.rights.permission_needed);
    EXPECT_TRUE(instrument.rights.may_edit);
    EXPECT_EQ(instrument.validation, Validation::NotValidated);
    EXPECT_EQ(instrument.min_group, 11);
    EXPECT_EQ(instrument.minutes, 1);
}

TEST(XlsForm, a_wrong_workbook_is_refused_in_words_that_name_the_place)
{
    const auto refused = [](const std::string& text) { return refusal(text, Format::XlsForm, "essai.csv"); };
    EXPECT_EQ(
        refused("survey\n,type,name,label,label\n"), "request.invalid: sheet survey: column label stands twice, in C and D");
    EXPECT_EQ(refused("survey\n,name,label\n"), "request.invalid: sheet survey: column type is missing");
    EXPECT_EQ(refused("survey\n,type,name\n,select_one a,q\nchoice\n,list_name,name\n,a,b\n"),
        "request.invalid: sheet choices is missing; the sheets are: survey, choice");
    EXPECT_EQ(refused("survey\n,type,name\n,select_one a,q\nchoices\n,name\n,b\n"),
        "request.invalid: sheet choices: column list_name is missing");
    EXPECT_EQ(refused("questions\n,type,name\n"), "request.invalid: sheet survey is missing; the sheets are: questions");
    EXPECT_EQ(refused("survey\n,type,name\n,begin group,g\n,text,q\n"), "request.invalid: sheet survey: a group is not ended");
    EXPECT_EQ(refused("survey\n,type,name\n,end group,\n"), "request.invalid: survey!2: ends a group that did not begin");
    EXPECT_EQ(refused("survey\n,type,name\n,note,n\n"), "request.invalid: no question that could be asked");
    EXPECT_EQ(
        refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "file.unreadable: a workbook of before 2007 (.xls): save it as .xlsx");
    EXPECT_EQ(refused("PK\x03\x04"), "file.unreadable: zip: cannot be opened");
}

TEST(XlsForm, more_questions_than_a_section_holds_go_on_under_the_same_title_and_more_than_three_hundred_are_listed)
{
    std::string survey = ",type,name,label::fr\n,begin group,s,Travail\n";
    for (int number = 1; number <= 302; ++number)
        survey += ",text,q" + std::to_string(number) + ",Question\n";
    const auto imported = read(survey + ",end group,,\n");
    ASSERT_EQ(imported.instrument.sections.size(), 3U);
    EXPECT_EQ(imported.instrument.sections[2].code, "s_3");
    EXPECT_EQ(imported.instrument.sections[2].title.fr, "Travail");
    EXPECT_EQ(imported.instrument.sections[2].questions.size(), 100U);
    EXPECT_EQ(
        lines_of(imported.lost), "survey!303 question_invalid items_max q301\nsurvey!304 question_invalid items_max q302\n");
    EXPECT_EQ(imported.instrument.minutes, 60);
}

} // namespace etabli::instruments
