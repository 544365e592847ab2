// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/rule_test.cpp
//
// Expressions of three languages, and the conditions they are; "" where they are none of ours.

#include <gtest/gtest.h>

#include "engine/instruments/exchange/resolve.hpp"

namespace etabli::instruments::exchange {

namespace {

/// one and grid_a are ticked (A1, A2 are a1, a2; rate is 1 to 3), many is a multiple choice, n a number, d a day, t a text.
Targets targets()
{
    const std::map<std::string, std::string, std::less<>> answers { { "A1", "a1" }, { "A2", "a2" }, { "A3", "a3" } };
    Targets targets;
    targets["one"] = { "one", QuestionType::Single, false, answers, {} };
    targets["hidden"] = { "hidden", QuestionType::Single, true, answers, {} };
    targets["rate"] = { "rate", QuestionType::Single, false, { { "1", "1" }, { "2", "2" }, { "3", "3" } }, {} };
    targets["many"] = { "many", QuestionType::Multiple, false, answers, {} };
    targets["many_A1"] = { "many", QuestionType::Multiple, false, answers, "a1" };
    targets["many_A2"] = { "many", QuestionType::Multiple, false, answers, "a2" };
    targets["n"] = { "n", QuestionType::Number, false, {}, {} };
    targets["d"] = { "d", QuestionType::Date, false, {}, {} };
    targets["t"] = { "t", QuestionType::Text, false, {}, {} };
    return targets;
}

void check(Dialect dialect, std::string_view expression, std::string_view expected)
{
    const auto rule = rule_from(expression, dialect);
    const auto condition = rule ? condition_from(*rule, targets()) : std::nullopt;
    EXPECT_EQ(condition ? json_text(*condition) : "", expected) << expression;
}

} // namespace

TEST(ExchangeRules, limesurvey_is_understood)
{
    const auto means
        = [](std::string_view expression, std::string_view expected) { check(Dialect::LimeSurvey, expression, expected); };
    means(R"(((one.NAOK == "A1")))", R"(["in","one",["a1"]])");
    means(R"((one.NAOK) == 'A1')", R"(["in","one",["a1"]])");
    means(R"(one.NAOK == "A1" || one.NAOK == "A2")", R"(["in","one",["a1","a2"]])");
    means(R"(one == "A1" && n.NAOK >= 3)", R"(["and",["in","one",["a1"]],[">=","n",3]])");
    means(R"(one.NAOK eq "A1" or n.NAOK lt 3)", R"(["or",["in","one",["a1"]],["<","n",3]])");
    means(R"(3 < n.NAOK)", R"([">","n",3])");
    means(R"(one.NAOK != "A1")", R"(["not",["in","one",["a1"]]])");
    means(R"(!(one.NAOK == "A1"))", R"(["not",["in","one",["a1"]]])");
    means(R"(!is_empty(t.NAOK))", R"(["answered","t"])");
    means(R"(t.NAOK != "")", R"(["answered","t"])");
    means(R"(many_A1.NAOK == "Y")", R"(["in","many",["a1"]])");
    means(R"(many_A1.NAOK == "Y" and many_A2.NAOK == "Y")", R"(["all","many",["a1","a2"]])");
    means(R"(many_A1.NAOK == "Y" or many_A2.NAOK == "Y")", R"(["in","many",["a1","a2"]])");
    means(R"(rate.NAOK >= 2)", R"(["in","rate",["2","3"]])");
    means(R"(one.NAOK == "A1" or one.NAOK == "A2" or one.NAOK == "A3")", R"(["answered","one"])");
}

TEST(ExchangeRules, xpath_is_understood)
{
    const auto means
        = [](std::string_view expression, std::string_view expected) { check(Dialect::XPath, expression, expected); };
    means("${one} = 'A1'", R"(["in","one",["a1"]])");
    means("selected(${many}, 'A2')", R"(["in","many",["a2"]])");
    means("selected( ${many} , \"A1\" ) and selected(${many}, 'A2')", R"(["all","many",["a1","a2"]])");
    means("not(selected(${one}, 'A1'))", R"(["not",["in","one",["a1"]]])");
    means("${n} > 10 and ${n} <= 20", R"(["and",[">","n",10],["<=","n",20]])");
    means("${n} > -1.5", R"([">","n",-1.5E0])");
    means("${d} < date('2026-11-22')", R"(["<","d","2026-11-22"])");
    means("${t} != ''", R"(["answered","t"])");
    means("(${one} = 'A1' or ${n} = 1) and ${d} >= '2026-01-01'",
        R"(["and",["or",["in","one",["a1"]],["=","n",1]],[">=","d","2026-01-01"]])");
}

TEST(ExchangeRules, surveyjs_is_understood)
{
    const auto means
        = [](std::string_view expression, std::string_view expected) { check(Dialect::SurveyJs, expression, expected); };
    means("{one} = 'A1'", R"(["in","one",["a1"]])");
    means("{one} <> 'A1'", R"(["not",["in","one",["a1"]]])");
    means("{many} contains 'A1'", R"(["in","many",["a1"]])");
    means("{many} notcontains 'A1'", R"(["not",["in","many",["a1"]]])");
    means("{many} anyof ['A1', 'A2']", R"(["in","many",["a1","a2"]])");
    means("{many} allof ['A1', 'A2']", R"(["all","many",["a1","a2"]])");
    means("{t} notempty and {n} empty", R"(["and",["answered","t"],["not",["answered","n"]]])");
    means("!({one} = 'A1') || {n} >= 5", R"(["or",["not",["in","one",["a1"]]],[">=","n",5]])");
}

TEST(ExchangeRules, what_does_not_say_the_same_is_no_condition)
{
    const auto none = [](Dialect dialect, std::string_view expression) { check(dialect, expression, ""); };
    none(Dialect::LimeSurvey, R"(sum(n.NAOK, 3) > 4)");
    none(Dialect::LimeSurvey, R"(one.NAOK == n.NAOK)");
    none(Dialect::LimeSurvey, R"(one.shown == "A1")");
    none(Dialect::LimeSurvey, R"(later.NAOK == "A1")");
    none(Dialect::LimeSurvey, R"(one.NAOK == "A9")");
    none(Dialect::LimeSurvey, R"(one.NAOK == "A1" nonsense)");
    none(Dialect::LimeSurvey, R"(((((((((((((((((((((((((((((one.NAOK == "A1")");
    none(Dialect::XPath, "${many} = 'A1'"); // A1 alone, or A1 among others?
    none(Dialect::XPath, "${t} = 'yes'");
    none(Dialect::XPath, "count-selected(${many}) > 1");
    none(Dialect::XPath, "regex(${t}, '[a-z]+')");
    none(Dialect::XPath, "${n} + 1 > 2");
    none(Dialect::XPath, "today() > ${d}");
    none(Dialect::SurveyJs, "{one} anyof []");
    none(Dialect::SurveyJs, "age({d}) >= 18");
    none(Dialect::SurveyJs, "");
}

TEST(ExchangeRules, a_hidden_question_negated_without_naok_is_no_condition)
{
    check(Dialect::LimeSurvey, R"(hidden != "A1")", "");
    check(Dialect::LimeSurvey, R"(hidden.NAOK != "A1")", R"(["not",["in","hidden",["a1"]]])");
    check(Dialect::LimeSurvey, R"(hidden == "A1")", R"(["in","hidden",["a1"]])");
}

} // namespace etabli::instruments::exchange
