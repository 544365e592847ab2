// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/departure.cpp

#include "engine/instruments/exchange/departure.hpp"

#include <algorithm>

#include "engine/instruments/exchange/prune.hpp"

namespace etabli::instruments::exchange {

namespace {

/// As an import sets it.
constexpr std::int64_t min_group_of_imports = 11;

} // namespace

std::vector<std::pair<std::string, std::string>> said_in(const Instrument& instrument, const Wording& wording)
{
    std::vector<std::pair<std::string, std::string>> said;
    for (const auto& language : instrument.languages)
        said.emplace_back(language, language == "fr" ? wording.fr : wording.en);
    return said;
}

void lose_terms(const Instrument& instrument, Carries carries, std::vector<Lost>& lost)
{
    for (const auto& score : instrument.scores)
        lose_member(score.code, "score", !carries.scores, lost);
    lose_member(instrument.id, "version", !carries.version && instrument.version != 1, lost);
    lose_member(instrument.id, "rights", !carries.rights, lost);
    lose_member(instrument.id, "permission", !instrument.rights.permission_needed || instrument.rights.permission_proof, lost);
    lose_member(instrument.id, "may_edit", !instrument.rights.may_edit, lost);
    lose_member(instrument.id, "validation", instrument.validation != Validation::NotValidated, lost);
    lose_member(instrument.id, "health_data", instrument.health_data, lost);
    lose_member(instrument.id, "min_group", instrument.min_group != min_group_of_imports, lost);
    lose_member(instrument.id, "minutes", instrument.minutes != minutes_of(instrument), lost);
}

void lose_about(const Question& question, std::vector<Lost>& lost)
{
    lose_member(question.code, "dimension", question.dimension.has_value(), lost);
    lose_member(question.code, "axis", question.axis.has_value(), lost);
    lose_member(question.code, "reversed", question.reversed.has_value(), lost);
    lose_member(question.code, "sensitivity", question.sensitivity.has_value(), lost);
    for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row) {
        const auto& each = (*question.rows)[row];
        lose_member(each.code, "dimension", each.dimension.has_value(), lost);
        lose_member(each.code, "axis", each.axis.has_value(), lost);
        lose_member(each.code, "reversed", each.reversed.has_value(), lost);
    }
}

void lose_values(const Question& question, const std::vector<Option>& options, std::vector<Lost>& lost)
{
    if (std::any_of(options.begin(), options.end(), [](const Option& option) { return option.value.has_value(); }))
        lost.push_back({ question.code, LossKind::OptionValue, "value" });
    if (std::any_of(options.begin(), options.end(), [](const Option& option) { return option.favourable.has_value(); }))
        lost.push_back({ question.code, LossKind::OptionValue, "favourable" });
}

void lose_member(const std::string& where, std::string_view member, bool is_there, std::vector<Lost>& lost)
{
    if (is_there)
        lost.push_back({ where, LossKind::Member, std::string(member) });
}

} // namespace etabli::instruments::exchange
