// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey_types.cpp

#include "engine/instruments/exchange/limesurvey_types.hpp"

#include <algorithm>

#include "engine/instruments/exchange/wording.hpp"

namespace etabli::instruments::exchange {

namespace {

constexpr std::array types { LimeType { 'L', QuestionType::Single, Options::Answers, false, false },
    LimeType { '!', QuestionType::Single, Options::Answers, false, false },
    LimeType { 'O', QuestionType::Single, Options::Answers, false, true },
    LimeType { 'Y', QuestionType::Single, Options::YesNo, false, false },
    LimeType { 'G', QuestionType::Single, Options::Gender, false, false },
    LimeType { '5', QuestionType::Single, Options::Rates5, false, false },
    LimeType { 'M', QuestionType::Multiple, Options::Subquestions, false, false },
    LimeType { 'P', QuestionType::Multiple, Options::Subquestions, false, true },
    LimeType { 'F', QuestionType::Grid, Options::Answers, false, false },
    LimeType { 'H', QuestionType::Grid, Options::Answers, false, false },
    LimeType { 'A', QuestionType::Grid, Options::Rates5, false, false },
    LimeType { 'B', QuestionType::Grid, Options::Rates10, false, false },
    LimeType { 'C', QuestionType::Grid, Options::YesUncertainNo, false, false },
    LimeType { 'E', QuestionType::Grid, Options::LessSameMore, false, false },
    LimeType { 'N', QuestionType::Number, Options::None, false, false },
    LimeType { 'K', QuestionType::Number, Options::None, true, false },
    LimeType { 'D', QuestionType::Date, Options::None, false, false },
    LimeType { 'S', QuestionType::Text, Options::None, false, false },
    LimeType { 'T', QuestionType::Text, Options::None, false, false },
    LimeType { 'U', QuestionType::Text, Options::None, false, false },
    LimeType { 'Q', QuestionType::Text, Options::None, true, false } };

DraftOption option(std::string_view name, std::string_view fr, std::string_view en)
{
    return { std::string(name), {}, words_in_both(fr, en), {}, {}, {} };
}

std::vector<DraftOption> rates(int most)
{
    std::vector<DraftOption> made;
    for (int rate = 1; rate <= most; ++rate) {
        const auto name = std::to_string(rate);
        made.push_back({ name, {}, words_in_both(name, name), static_cast<double>(rate), {}, {} });
    }
    return made;
}

} // namespace

const LimeType* lime_type(const std::string& letter)
{
    const auto found
        = std::find_if(types.begin(), types.end(), [&](const LimeType& each) { return letter == std::string(1, each.letter); });
    return found == types.end() ? nullptr : &*found;
}

std::vector<DraftOption> own_options(Options options)
{
    switch (options) {
    case Options::YesNo:
        return { option("Y", "Oui", "Yes"), option("N", "Non", "No") };
    case Options::Gender:
        return { option("F", "Femme", "Female"), option("M", "Homme", "Male") };
    case Options::Rates5:
        return rates(5);
    case Options::Rates10:
        return rates(10);
    case Options::YesUncertainNo:
        return { option("Y", "Oui", "Yes"), option("U", "Incertain", "Uncertain"), option("N", "Non", "No") };
    case Options::LessSameMore:
        return { option("I", "Augmente", "Increase"), option("S", "Identique", "Same"), option("D", "Diminue", "Decrease") };
    default:
        return {};
    }
}

} // namespace etabli::instruments::exchange
