// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/samples_test.cpp
//
// Questionnaires that other programs wrote and that we may read but not keep: they lie in ../shared/data/importers, beside the
// repository or beside the worktrees, and these tests are skipped without them. What is expected was counted in the files.

#include <filesystem>
#include <fstream>

#include "engine/instruments/exchange/test_support.hpp"

namespace etabli::instruments {

namespace {

std::optional<std::filesystem::path> samples_folder()
{
    const std::filesystem::path source(ETABLI_SOURCE_DIR);
    for (const auto* up : { "..", "../.." })
        if (auto folder = source / up / "shared/data/importers"; std::filesystem::exists(folder))
            return folder;
    return {};
}

std::string bytes_of(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), {} };
}

std::size_t count(const std::vector<Lost>& lost, LossKind kind)
{
    return static_cast<std::size_t>(
        std::count_if(lost.begin(), lost.end(), [&](const Lost& each) { return each.kind == kind; }));
}

struct Expected {
    std::string_view file;
    std::size_t sections;
    std::size_t questions;
    std::vector<std::pair<LossKind, std::size_t>> lost; // besides codes renamed
};

class Samples : public testing::Test {
protected:
    void SetUp() override
    {
        const auto folder = samples_folder();
        if (!folder)
            GTEST_SKIP() << "no ../shared/data/importers here";
        folder_ = *folder;
    }

    /// Read as expected, and through every format and back without losing a question.
    void check(const Expected& expected) const
    {
        SCOPED_TRACE(expected.file);
        const auto bytes = bytes_of(folder_ / expected.file);
        const auto format = guess_format(expected.file, bytes);
        ASSERT_TRUE(format.has_value());
        const auto imported = accepted(bytes, *format, expected.file);
        EXPECT_EQ(imported.instrument.sections.size(), expected.sections);
        EXPECT_EQ(questions_of(imported.instrument), expected.questions);
        std::size_t listed = count(imported.lost, LossKind::CodeRenamed);
        for (const auto& [kind, times] : expected.lost) {
            EXPECT_EQ(count(imported.lost, kind), times) << name_of(kind);
            listed += times;
        }
        EXPECT_EQ(imported.lost.size(), listed) << lines_of(imported.lost);
        for (const auto other : { Format::LimeSurvey, Format::XlsForm, Format::Fhir, Format::SurveyJs }) {
            const auto exported = export_instrument(imported.instrument, other);
            ASSERT_TRUE(exported.ok()) << name_of(other);
            const auto again = accepted(exported.value().bytes, other, exported.value().file_name);
            EXPECT_EQ(questions_of(again.instrument), expected.questions) << name_of(other);
        }
    }

    std::string refused(const std::string& file) const
    {
        const auto bytes = bytes_of(folder_ / file);
        const auto format = guess_format(file, bytes);
        return format ? refusal(bytes, *format, file) : "unknown";
    }

private:
    static std::size_t questions_of(const Instrument& instrument)
    {
        std::size_t questions = 0;
        for (const auto& section : instrument.sections)
            questions += section.questions.size();
        return questions;
    }

    std::filesystem::path folder_;
};

using Kind = LossKind;

} // namespace

TEST_F(Samples, limesurvey_files_are_read)
{
    check({ "limesurvey/citric/answers.lss", 1, 2, {} });
    check({ "limesurvey/citric/free_text.lsq", 1, 1, { { Kind::Html, 1 } } });
    check({ "limesurvey/citric/group.lsg", 1, 2, { { Kind::Html, 2 } } });
    check({ "limesurvey/citric/limesurvey_survey_432535.lss", 1, 2, {} });
    check({ "limesurvey/citric/survey.lss", 2, 3, { { Kind::QuestionType, 1 }, { Kind::Html, 2 } } }); // one asks for a file
    // 29 questions of every type: 8 that we lack (six, a note and an equation), and two that have two fields each.
    check({ "limesurvey/n2/test_survey_structure.lss", 5, 23,
        { { Kind::QuestionType, 6 }, { Kind::Note, 1 }, { Kind::Calculation, 1 }, { Kind::TypeChanged, 2 },
            { Kind::OpenOption, 4 } } });
}

TEST_F(Samples, xlsforms_are_read)
{
    check({ "xlsform/example_xls/choice_filter_test.xlsx", 1, 3,
        { { Kind::ChoiceFilter, 2 }, { Kind::OptionTwice, 1 }, { Kind::LanguageAssumed, 1 } } });
    check({ "xlsform/example_xls/extra_sheet_names.xlsx", 1, 1, { { Kind::LanguageAssumed, 1 } } });
    check({ "xlsform/example_xls/group.xlsx", 2, 3, { { Kind::TypeChanged, 1 } } });
    check({ "xlsform/example_xls/loop.xlsx", 2, 2, { { Kind::Repeat, 1 }, { Kind::OpenOption, 1 } } });
    check({ "xlsform/example_xls/or_other.xlsx", 1, 2,
        { { Kind::ChoiceFilter, 1 }, { Kind::OpenOption, 1 }, { Kind::LanguageAssumed, 1 } } });
    check({ "xlsform/example_xls/specify_other.xlsx", 1, 1, { { Kind::OpenOption, 1 } } });
    check({ "xlsform/example_xls/yes_or_no_question.xlsx", 1, 1, {} });
    check({ "xlsform/example_xls/widgets.csv", 1, 14,
        { { Kind::QuestionType, 7 }, { Kind::TypeChanged, 2 }, { Kind::Constraint, 8 }, { Kind::Default, 4 },
            { Kind::ComputedWords, 1 }, { Kind::LanguageAssumed, 1 } } });
}

TEST_F(Samples, wrong_xlsforms_are_refused_in_words_that_name_the_place)
{
    EXPECT_EQ(refused("xlsform/bug_example_xls/duplicate_columns.xlsx"),
        "request.invalid: sheet survey: column label stands twice, in D and E");
    for (const auto* old : { "xlsform/bug_example_xls/badly_named_choices_sheet.xls", "xlsform/example_xls/calculate.xls",
             "xlsform/example_xls/table-list.xls" })
        EXPECT_EQ(refused(old), "file.unreadable: a workbook of before 2007 (.xls): save it as .xlsx");
}

TEST_F(Samples, fhir_questionnaires_are_read)
{
    const std::pair french { Kind::LanguageAssumed, std::size_t { 1 } }; // none says its language
    check({ "fhir/answerOption-valueCoding.choice.R4.json", 6, 12, { french, { Kind::Default, 6 } } });
    check({ "fhir/answerOption-valueCoding.open-choice.R4.json", 6, 12,
        { french, { Kind::Default, 6 }, { Kind::OpenOption, 12 } } });
    // 17 questions: a time, a reference, an attachment, and four whose options are on a server.
    check({ "fhir/bit-of-everything.json", 1, 10,
        { french, { Kind::QuestionType, 3 }, { Kind::TypeChanged, 3 }, { Kind::Coding, 5 }, { Kind::OpenOption, 1 },
            { Kind::QuestionInvalid, 4 } } });
    // Eight compare a text, six ask about a time, one is computed.
    check({ "fhir/enableWhen-test.R4.json", 14, 69,
        { french, { Kind::Condition, 15 }, { Kind::QuestionType, 2 }, { Kind::TypeChanged, 1 } } });
    check({ "fhir/group-under-question.R4.json", 2, 2, { french, { Kind::Nesting, 1 } } });
    check({ "fhir/matrixLayoutSingleSelectionWithData.R4.json", 1, 1,
        { french, { Kind::Default, 3 }, { Kind::Coding, 4 }, { Kind::OpenOption, 1 } } });
    check({ "fhir/q-4-level-deep.json", 1, 4, { french, { Kind::Nesting, 3 } } });
    check({ "fhir/q-enableWhen-with-reference-loop.json", 1, 3, { french, { Kind::Condition, 2 }, { Kind::Default, 3 } } });
    check({ "fhir/q-items-under-repeating-choice-item.json", 3, 8, { french, { Kind::Nesting, 2 }, { Kind::Repeat, 3 } } });
    check({ "fhir/q-with-nested-enableWhen.json", 3, 5, { french, { Kind::Nesting, 1 } } });
    check({ "fhir/questionnaire-initialx.json", 1, 10,
        { french, { Kind::Default, 11 }, { Kind::Coding, 11 }, { Kind::QuestionType, 1 }, { Kind::TypeChanged, 1 },
            { Kind::OpenOption, 2 } } });
}

TEST_F(Samples, fhir_files_that_ask_nothing_are_refused)
{
    EXPECT_EQ(
        refused("fhir/q-with-rendering-xhtml-text-with-invalid-tag.json"), "request.invalid: no question that could be asked");
    EXPECT_EQ(refused("fhir/qr-items-under-repeating-choice-item.json"),
        "request.invalid: /resourceType: Questionnaire is wanted, not QuestionnaireResponse");
}

TEST_F(Samples, a_surveyjs_quiz_is_read)
{
    check({ "surveyjs/survey-library-example.json", 4, 7,
        { { Kind::Metadata, 6 }, { Kind::Order, 2 }, { Kind::Condition, 1 }, { Kind::Constraint, 1 },
            { Kind::ComputedWords, 1 }, { Kind::Html, 2 } } });
}

} // namespace etabli::instruments
