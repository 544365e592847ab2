// SPDX-License-Identifier: EUPL-1.2
// server/content/observatory.cpp

#include "server/content/observatory.hpp"

namespace etabli::content {

namespace {

std::string text_of(const json::value& record, json::string_view name)
{
    const auto* members = record.if_object();
    const auto* member = members == nullptr ? nullptr : members->if_contains(name);
    const auto* text = member == nullptr ? nullptr : member->if_string();
    return text == nullptr ? std::string() : std::string(*text);
}

const json::value* member_of(const json::value& record, json::string_view name)
{
    const auto* members = record.if_object();
    return members == nullptr ? nullptr : members->if_contains(name);
}

std::optional<double> number_of(const json::value* value)
{
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    return value->to_number<double>();
}

FigureCandidate candidate_of(const json::value& record)
{
    const auto* printed = member_of(record, "printed");
    return { number_of(member_of(record, "value")).value_or(0), text_of(record, "unit") == "percent",
        printed == nullptr || !printed->is_bool() || printed->get_bool() };
}

PublishedFigure figure_of(const json::value& record)
{
    PublishedFigure figure;
    figure.key = text_of(record, "key");
    figure.question = text_of(record, "question");
    figure.is_percentage = text_of(record, "unit") == "percent";
    figure.value = number_of(member_of(record, "value"));
    if (const auto* candidates = member_of(record, "candidates"); candidates != nullptr && candidates->is_array())
        for (const auto& candidate : candidates->get_array())
            figure.candidates.push_back(candidate_of(candidate));
    if (const auto* base = member_of(record, "base")) {
        if (const auto people = number_of(member_of(*base, "n")))
            figure.base = static_cast<std::int64_t>(*people);
        figure.base_from_question = text_of(*base, "from_question");
    }
    const auto* perimeter = member_of(record, "perimeter");
    figure.has_perimeter = perimeter != nullptr && perimeter->is_object();
    figure.source = text_of(record, "source");
    return figure;
}

Result<const json::array*> items_of(const json::value& reference, json::string_view name)
{
    const auto* items = member_of(reference, name);
    if (items == nullptr || !items->is_array())
        return Problem("pack.invalid", text_of(reference, "id") + ": no list " + std::string(name));
    return &items->get_array();
}

} // namespace

Result<std::vector<PublishedFigure>> published_figures(const json::value& reference)
{
    std::vector<PublishedFigure> figures;
    for (const auto& record : *TRY(items_of(reference, "items")))
        figures.push_back(figure_of(record));
    return figures;
}

Result<std::vector<FigureFinding>> admitted_findings(const json::value& reference)
{
    auto findings = check_figures(TRY(published_figures(reference)));
    for (const auto& finding : findings)
        if (is_refused(finding.fault))
            return Problem(
                "pack.invalid", text_of(reference, "id") + " " + finding.key + ": " + std::string(name_of(finding.fault)));
    return findings;
}

Result<void> check_ranks(const json::value& reference)
{
    const auto* context = member_of(reference, "context_only");
    if (context == nullptr || !context->is_bool() || !context->get_bool())
        return Problem("pack.invalid", text_of(reference, "id") + ": ranks are context only, or they are not shown");
    const auto* countries = TRY(items_of(reference, "countries"));
    for (const auto& column : *TRY(items_of(reference, "columns"))) {
        const auto code = text_of(column, "code");
        std::vector<std::int64_t> ranks;
        for (const auto& country : *countries) {
            const auto* row = member_of(country, "ranks");
            ranks.push_back(row == nullptr ? 0 : static_cast<std::int64_t>(number_of(member_of(*row, code)).value_or(0)));
        }
        if (!is_permutation_of_ranks(ranks))
            return Problem("pack.invalid", text_of(reference, "id") + " " + code + ": not a permutation of ranks");
    }
    return {};
}

Result<void> check_observatory(const Packs& packs)
{
    if (const auto* figures = packs.find("references", "figures"))
        static_cast<void>(TRY(admitted_findings(*figures)));
    if (const auto* ranks = packs.find("references", "ewcs"))
        TRY(check_ranks(*ranks));
    return {};
}

} // namespace etabli::content
