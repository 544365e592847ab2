// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/instruments_test.cpp
//
// The vectors that the page is held to as well (web/form), and what is refused of an instrument.

#include <fstream>

#include <gtest/gtest.h>

#include "engine/instruments/check.hpp"
#include "engine/instruments/form.hpp"

namespace etabli::instruments {

namespace {

json::value vectors(const std::string& name)
{
    std::ifstream file(std::string(ETABLI_SOURCE_DIR) + "/tests/vectors/" + name);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    auto read = parse_json(text);
    VERIFY(read.ok());
    return std::move(read.value());
}

json::value json_of(const Answer& answer)
{
    if (const auto* text = std::get_if<std::string>(&answer))
        return json::value(*text);
    if (const auto* number = std::get_if<double>(&answer))
        return *number;
    return to_json(std::get<std::vector<std::string>>(answer));
}

/// As the vectors say an answer: lists are lists, numbers numbers.
Answers answers_of(const json::object& source)
{
    Answers answers;
    for (const auto& [item, value] : source)
        if (const auto* several = value.if_array()) {
            std::vector<std::string> codes;
            for (const auto& code : *several)
                codes.emplace_back(code.as_string());
            answers.emplace(item, std::move(codes));
        } else if (value.is_number()) {
            answers.emplace(item, value.to_number<double>());
        } else {
            answers.emplace(item, std::string(value.as_string()));
        }
    return answers;
}

/// A small instrument of one section, with these questions.
json::value instrument_with(std::string_view questions)
{
    return parse_json(R"({"id":"essai","version":1,"title":{"fr":"Essai","en":""},"languages":["fr"],
        "rights":{"licence":"CC-BY-4.0","source":"ici","permission_needed":false,"may_edit":true,"may_export_items":true},
        "validation":"not_validated","health_data":false,"min_group":11,"minutes":5,
        "scales":[{"code":"accord","options":[{"code":"1","label":{"fr":"non","en":""},"value":1},
            {"code":"2","label":{"fr":"oui","en":""},"value":2},{"code":"nc","label":{"fr":"non concerné","en":""}}]}],
        "sections":[{"code":"s1","title":{"fr":"Une","en":""},"questions":)"
        + std::string(questions) + R"(}],"scores":[]})")
        .value();
}

/// The first trouble found: "/pointer code", or "" when it holds together.
std::string first_trouble(std::string_view questions)
{
    const auto read = instrument_from(instrument_with(questions));
    if (!read.ok())
        return read.problem().fields().front().pointer + " " + std::string(read.problem().fields().front().code.text());
    const auto troubles = troubles_of(read.value());
    return troubles.empty() ? "" : troubles.front().pointer + " " + std::string(troubles.front().code.text());
}

} // namespace

TEST(Instruments, conditions_hold_as_the_page_thinks)
{
    const auto all = vectors("conditions.json");
    for (const auto& each : all.as_array()) {
        const auto& vector = each.as_object();
        const auto condition = Condition::create(vector.at("condition"));
        const auto* holds = vector.if_contains("holds");
        ASSERT_EQ(condition.has_value(), holds != nullptr) << vector.at("name");
        if (condition) {
            EXPECT_EQ(condition->holds(answers_of(vector.at("answers").as_object())), holds->as_bool()) << vector.at("name");
        }
    }
}

TEST(Instruments, what_counts_of_an_answer_is_what_the_page_keeps)
{
    const auto all = vectors("forms.json");
    for (const auto& each : all.as_array()) {
        const auto& vector = each.as_object();
        auto instrument = instrument_from(vector.at("instrument"));
        ASSERT_TRUE(instrument.ok()) << vector.at("name");
        const auto form = Form::create(std::move(instrument.value()));
        ASSERT_TRUE(form.ok()) << vector.at("name");
        for (const auto& one : vector.at("cases").as_array()) {
            const auto answers = form.value().kept(one.at("given").as_object());
            json::object kept;
            for (const auto& [item, answer] : answers)
                kept.emplace(item, json_of(answer));
            EXPECT_EQ(kept.size(), one.at("kept").as_object().size()) << vector.at("name") << one;
            for (const auto& [item, value] : one.at("kept").as_object())
                EXPECT_EQ(kept.contains(item) ? kept.at(item) : json::value(), value) << vector.at("name") << one;
            const auto* expected = one.as_object().if_contains("scores");
            const auto scores = form.value().scores(answers);
            for (std::size_t score = 0; expected != nullptr && score < scores.size(); ++score) {
                const auto& wanted = expected->as_array()[score];
                EXPECT_EQ(scores[score].has_value(), !wanted.is_null()) << vector.at("name") << one;
                if (scores[score] && wanted.is_number()) {
                    EXPECT_DOUBLE_EQ(*scores[score], wanted.to_number<double>()) << vector.at("name") << one;
                }
            }
        }
    }
}

TEST(Instruments, what_does_not_hold_together_is_named)
{
    const auto one = R"({"code":"q1","type":"single","text":{"fr":"?","en":""},"scale":"accord"})";
    const auto with = [&](std::string_view more) { return "[" + std::string(one) + "," + std::string(more) + "]"; };
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""}})")), "");
    EXPECT_EQ(first_trouble(with(one)), "/sections/0/questions/1/code instrument.code_twice");
    EXPECT_EQ(first_trouble(with(R"({"code":"Q 2","type":"text","text":{"fr":"?","en":""}})")),
        "/sections/0/questions/1/code instrument.code_invalid");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":" ","en":"?"}})")),
        "/sections/0/questions/1/text/fr instrument.wording_missing");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"single","text":{"fr":"?","en":""}})")),
        "/sections/0/questions/1/options instrument.options_missing");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"single","text":{"fr":"?","en":""},"scale":"autre"})")),
        "/sections/0/questions/1/scale instrument.scale_unknown");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"grid","text":{"fr":"?","en":""},"scale":"accord"})")),
        "/sections/0/questions/1/rows instrument.rows_missing");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""},"min":3})")),
        "/sections/0/questions/1/min instrument.not_for_this_type");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"number","text":{"fr":"?","en":""},"min":3,"max":2})")),
        "/sections/0/questions/1/max instrument.bounds_crossed");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""},"show_if":"q1=1"})")),
        "/sections/0/questions/1/show_if instrument.condition_invalid");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""},"show_if":["answered","q2"]})")),
        "/sections/0/questions/1/show_if instrument.condition_of_nothing");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""},"show_if":["in","q1",["3"]]})")),
        "/sections/0/questions/1/show_if instrument.condition_never");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""},"show_if":[">","q1",1]})")),
        "/sections/0/questions/1/show_if instrument.condition_never");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""},"sensitivity":"health"})")),
        "/sections/0/questions/1/sensitivity instrument.health_not_declared");
    EXPECT_EQ(first_trouble(with(R"({"code":"q2","type":"text","text":{"fr":"?","en":""},"dimension":"bonheur"})")),
        "/sections/0/questions/1/dimension choice.unknown");
}

TEST(Instruments, come_back_as_they_were_written)
{
    const auto source = instrument_with(R"([{"code":"q1","type":"number","text":{"fr":"?","en":""},"min":0,"decimals":1}])");
    const auto again = instrument_json(instrument_from(source).value());
    EXPECT_EQ(instrument_from(again).value().sections.front().questions.front().decimals, 1);
    EXPECT_FALSE(again.at("sections").at(0).at("questions").at(0).as_object().contains("help"));
}

} // namespace etabli::instruments
