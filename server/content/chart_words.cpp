// SPDX-License-Identifier: EUPL-1.2
// server/content/chart_words.cpp
//
// They say what is there and by which rule, in the words of locales/; none says why.

#include "server/content/chart_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/time.hpp"

namespace etabli::content {

namespace {

using Arguments = std::vector<WordArgument>;

class Teller {
public:
    Teller(const charts::Series& series, const charts::Chart& chart, const Speech& speech)
        : series_(series)
        , chart_(chart)
        , speech_(speech)
    {
    }

    /// Everything, a sentence after another.
    std::vector<std::string> sentences() const
    {
        std::vector<std::string> made { say(fmt::format("type.{}", name_of(chart_.options.type))) + '.' };
        made.push_back(say("points",
            { { "points", std::int64_t { static_cast<std::int64_t>(series_.size()) } }, { "first", series_.labels.front() },
                { "last", series_.labels.back() } }));
        if (series_.has_sizes) {
            const auto [fewest, most] = std::minmax_element(series_.sizes.begin(), series_.sizes.end());
            made.push_back(say("people", { { "fewest", number(*fewest) }, { "most", number(*most) } }));
        }
        for (const auto& part : chart_.parts)
            tell_part(part, made);
        tell_signals(made);
        made.push_back(rules_note());
        made.push_back(say("why"));
        return made;
    }

    std::string centre_short(const charts::Part& part) const
    {
        const double centre = chart_.lines.centre[static_cast<std::size_t>(part.last - 1)];
        return std::isfinite(centre) ? say("centre.short", { { "centre", number(centre) } }) : std::string();
    }

    /// Under a picture: what few points allow, then how it was made.
    std::vector<std::string> notes() const
    {
        std::vector<std::string> made;
        for (const auto& part : chart_.parts)
            if (part.standing != charts::Standing::Firm)
                made.push_back((chart_.parts.size() > 1 ? part_name(part) + ' ' : std::string()) + limits_of(part));
        made.push_back(rules_note());
        return made;
    }

    /// How it was made: rules, screening, what was kept or left out.
    std::string rules_note() const
    {
        const auto& options = chart_.options;
        auto note = say(fmt::format("rules.{}", name_of(options.rules)));
        if (charts::has_moving_ranges(options.type) && has_limits()) {
            std::size_t screened = 0;
            for (const auto& part : chart_.parts)
                screened += part.screened.size();
            note += ' '
                + (options.screening == charts::Screening::On ? say("screened.on", { { "count", std::to_string(screened) } })
                                                              : say("screened.off"));
        }
        if (options.freeze)
            note += ' '
                + say("freeze",
                    { { "points",
                        std::to_string(std::min<std::size_t>(static_cast<std::size_t>(*options.freeze), series_.size())) } });
        if (const std::set<int> excluded(options.excluded.begin(), options.excluded.end()); !excluded.empty())
            note += ' ' + say("excluded", { { "points", fmt::format("{}", fmt::join(excluded, ", ")) } });
        return note;
    }

    char decimal_mark() const { return speech_.language == "fr" ? ',' : '.'; }

private:
    std::string say(std::string_view key, const Arguments& arguments = {}) const
    {
        return speech_.words.text(speech_.language, fmt::format("charts.{}", key), arguments);
    }

    std::string part_name(const charts::Part& part) const
    {
        return say("part", { { "first", std::to_string(part.first) }, { "last", std::to_string(part.last) } });
    }

    std::string number(double value) const { return charts::short_number(value, decimal_mark()); }

    bool has_limits() const
    {
        return std::any_of(chart_.parts.begin(), chart_.parts.end(), [](const charts::Part& part) {
            return part.standing == charts::Standing::Provisional || part.standing == charts::Standing::Firm;
        });
    }

    void tell_part(const charts::Part& part, std::vector<std::string>& to) const
    {
        if (chart_.parts.size() > 1)
            to.push_back(part_name(part));
        const double centre = chart_.lines.centre[static_cast<std::size_t>(part.last - 1)];
        const bool is_median = part.standing == charts::Standing::PlainRun || chart_.options.type == charts::ChartType::Run
            || chart_.options.type == charts::ChartType::G;
        if (std::isfinite(centre))
            to.push_back(say(is_median                            ? "centre.median"
                    : chart_.options.type == charts::ChartType::T ? "centre.line"
                                                                  : "centre.mean",
                { { "centre", number(centre) } }));
        to.push_back(limits_of(part));
        // From ten points on, counts alone reach twice their variance in fewer than one series of twenty-five.
        constexpr double too_much = 2;
        if (part.dispersion && *part.dispersion > too_much
            && (chart_.options.type == charts::ChartType::P || chart_.options.type == charts::ChartType::U))
            to.push_back(say("dispersed"));
    }

    std::string limits_of(const charts::Part& part) const
    {
        const auto last = static_cast<std::size_t>(part.last - 1);
        if (part.standing == charts::Standing::Points || part.standing == charts::Standing::PlainRun)
            return say(fmt::format("limits.{}", name_of(part.standing)));
        if (chart_.options.type == charts::ChartType::Run)
            return say("limits.run");
        if (!std::isfinite(chart_.lines.upper[last]))
            return say("limits.none");
        Arguments arguments { { "low", number(chart_.lines.lower[last]) }, { "high", number(chart_.lines.upper[last]) } };
        if (part.standing == charts::Standing::Provisional)
            arguments.emplace_back("points", std::to_string(part.baseline));
        return say(fmt::format("limits.{}", name_of(part.standing)), arguments);
    }

    void tell_signals(std::vector<std::string>& to) const
    {
        const auto before = to.size();
        for (const auto& part : chart_.parts)
            if (part.runs && part.runs->signal)
                tell_runs(*part.runs, to);
        std::map<charts::Rule, std::vector<int>> points;
        for (const auto& signal : chart_.signals)
            points[signal.rule].push_back(signal.point);
        for (const auto& [rule, where] : points)
            to.push_back(
                say(fmt::format("signal.{}", name_of(rule)), { { "points", fmt::format("{}", fmt::join(where, ", ")) } }));
        if (to.size() == before && chart_.options.rules != charts::RuleSet::None)
            to.push_back(say(was_judged() ? "signal.none" : "signal.not_judged"));
    }

    /// Whether there were limits to leave, or runs to count.
    bool was_judged() const
    {
        const auto is_finite = [](double value) { return std::isfinite(value); };
        return std::ranges::any_of(chart_.lines.upper, is_finite) || std::ranges::any_of(chart_.lines.lower, is_finite)
            || std::ranges::any_of(chart_.parts, [](const charts::Part& part) { return part.runs.has_value(); });
    }

    void tell_runs(const charts::Runs& runs, std::vector<std::string>& to) const
    {
        const auto before = to.size();
        if (runs.longest > runs.longest_max)
            to.push_back(say("runs.long",
                { { "longest", std::to_string(runs.longest) }, { "from", std::to_string(runs.longest_first) },
                    { "to", std::to_string(runs.longest_last) }, { "max", std::to_string(runs.longest_max) } }));
        if (runs.crossings < runs.crossings_min)
            to.push_back(say("runs.few",
                { { "crossings", std::int64_t { runs.crossings } }, { "min", std::to_string(runs.crossings_min) } }));
        if (to.size() == before)
            to.push_back(say("runs.box"));
    }

    const charts::Series& series_;
    const charts::Chart& chart_;
    const Speech& speech_;
};

} // namespace

std::string chart_title(const charts::Series& series, const Speech& speech)
{
    return speech.words.text(
        speech.language, "charts.title", { { "suffix", series.group.empty() ? std::string() : " · " + series.group } });
}

std::vector<std::string> chart_sentences(const charts::Series& series, const charts::Chart& chart, const Speech& speech)
{
    return Teller(series, chart, speech).sentences();
}

charts::DrawingWords drawing_words(const charts::Series& series, const charts::Chart& chart, const Speech& speech)
{
    const Teller teller(series, chart, speech);
    charts::DrawingWords words { "chart", speech.language, chart_title(series, speech),
        fmt::format("{}", fmt::join(teller.sentences(), " ")), {}, teller.notes(), teller.decimal_mark() };
    for (const auto& part : chart.parts)
        words.centres.push_back(teller.centre_short(part));
    return words;
}

std::string day_label(std::string_view day, std::string_view language)
{
    if (language != "fr" || !Date::parse(day))
        return std::string(day);
    return fmt::format("{}/{}/{}", day.substr(8, 2), day.substr(5, 2), day.substr(0, 4));
}

} // namespace etabli::content
