// SPDX-License-Identifier: EUPL-1.2
// engine/charts/drawing.cpp

#include "engine/charts/drawing.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace etabli::charts {

namespace {

// The picture's own units, as wide as the page's widest column. Words stand at the left, at the right and below.
constexpr double width = 860;
constexpr double left = 56;
constexpr double right = 740;
constexpr double top = 26;
constexpr double bottom = 282;
constexpr double below = 40; // where notes begin
constexpr double line_height = 19;
constexpr int ticks_most = 6;

/// Light is paper, dark is slate; a page's own variables come first. No colour says good or bad.
constexpr std::string_view style = R"(<style>
.carte{--i:#1f2530;--a:#24507a;--b:#85551f;--f:#efe6d6;--g:#e4dac8;--s:#fffdf8;color:var(--ink,var(--i));font:14px system-ui,sans-serif}
@media (prefers-color-scheme:dark){.carte{--i:#efe9dd;--a:#8fbbe2;--b:#dcb179;--f:#2a3238;--g:#353e45;--s:#222a30}}
.carte text{fill:currentColor}.carte path{fill:none;stroke:currentColor}
.carte .grid{stroke:var(--chart-grid,var(--g))}.carte .band{fill:var(--chart-band,var(--f));stroke:none}
.carte .limit{stroke:var(--chart-b,var(--b));stroke-dasharray:6 4}.carte .centre{stroke:var(--chart-b,var(--b));stroke-width:2}
.carte .data{stroke:var(--chart-a,var(--a));stroke-width:1.75}.carte .dots{stroke:var(--chart-a,var(--a));stroke-width:8;stroke-linecap:round}
.carte .change{stroke-dasharray:3 4}.carte .signal{fill:var(--sheet,var(--s));stroke-width:2}
.carte .left-out{fill:var(--sheet,var(--s));stroke-dasharray:2 2}.carte .run{stroke-width:2}
</style>)";

std::string escaped(std::string_view text)
{
    std::string made;
    for (const char letter : text)
        switch (letter) {
        case '&':
            made += "&amp;";
            break;
        case '<':
            made += "&lt;";
            break;
        case '>':
            made += "&gt;";
            break;
        case '"':
            made += "&quot;";
            break;
        default:
            made += letter;
        }
    return made;
}

std::string with_mark(std::string number, char decimal_mark)
{
    std::replace(number.begin(), number.end(), '.', decimal_mark);
    return number;
}

/// One digit after the point is finer than a screen.
std::string place(double at)
{
    auto text = fmt::format("{:.1f}", at);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text;
}

/// Where values stand upright, and which round numbers are written beside them.
class Scale {
public:
    explicit Scale(const Chart& chart)
    {
        double low = HUGE_VAL;
        double high = -HUGE_VAL;
        for (const auto* line : { &chart.values, &chart.lines.lower, &chart.lines.upper, &chart.lines.centre })
            for (const double value : *line)
                if (std::isfinite(value)) {
                    low = std::min(low, value);
                    high = std::max(high, value);
                }
        if (low > high)
            low = high = 0;
        if (low == high)
            high = low + std::max(1.0, std::abs(low));
        if (low > 0 && low < high / 2) // what starts near zero is read from zero
            low = 0;
        const double rough = (high - low) / (ticks_most - 1);
        const double power = std::pow(10, std::floor(std::log10(rough)));
        for (const double times : { 1.0, 2.0, 5.0, 10.0 })
            if (times * power >= rough) {
                step_ = times * power;
                break;
            }
        first_ = std::floor(low / step_);
        last_ = std::ceil(high / step_);
        decimals_ = std::max(0, static_cast<int>(-std::floor(std::log10(step_) + 1e-9)));
    }

    double at(double value) const { return bottom - (value / step_ - first_) / (last_ - first_) * (bottom - top); }

    std::string grid(char decimal_mark) const
    {
        std::string lines;
        std::string words;
        const auto ticks = static_cast<int>(last_ - first_); // both are whole
        for (int after = 0; after <= ticks; ++after) {
            const double tick = first_ + after;
            lines += fmt::format("M{} {}H{}", place(left), place(at(tick * step_)), place(right));
            words += fmt::format(R"(<text x="{}" y="{}" text-anchor="end">{}</text>)", place(left - 8),
                place(at(tick * step_) + 5), with_mark(fmt::format("{:.{}f}", tick * step_ + 0.0, decimals_), decimal_mark));
        }
        return fmt::format(R"(<path class="grid" d="{}"/>{})", lines, words);
    }

private:
    double step_ = 1;
    double first_ = 0;
    double last_ = 1;
    int decimals_ = 0;
};

class Drawer {
public:
    Drawer(const Series& series, const Chart& chart, const DrawingWords& words)
        : series_(series)
        , chart_(chart)
        , words_(words)
        , scale_(chart)
    {
    }

    std::string draw() const
    {
        std::string made = fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" class="carte" viewBox="0 0 {} {}" role="img" lang="{}" aria-labelledby="{}-t {}-d">)",
            width, bottom + below + line_height * static_cast<double>(words_.notes.size()), escaped(words_.language),
            escaped(words_.id), escaped(words_.id));
        made += fmt::format(R"(<title id="{}-t">{}</title><desc id="{}-d">{}</desc>)", escaped(words_.id),
            escaped(words_.title), escaped(words_.id), escaped(words_.description));
        made += style;
        for (const auto& part : chart_.parts)
            made += band(part);
        made += scale_.grid(words_.decimal_mark);
        for (std::size_t at = 0; at < chart_.parts.size(); ++at)
            made += lines_of_part(at);
        made += marks() + labels_below();
        for (std::size_t at = 0; at < words_.notes.size(); ++at)
            made += fmt::format(R"(<text x="{}" y="{}">{}</text>)", place(left),
                place(bottom + below + line_height * static_cast<double>(at) + 10), escaped(words_.notes[at]));
        made += "</svg>";
        return made;
    }

private:
    double step() const { return (right - left) / static_cast<double>(chart_.values.size()); }
    /// The middle of a point's own width.
    double across(std::size_t index) const { return left + (static_cast<double>(index) + 0.5) * step(); }

    /// A line that goes from point to point in steps, in the direction of `places`; equal neighbours share a stroke.
    std::string steps(const std::vector<double>& line, const Part& part) const
    {
        std::string made;
        std::string height_now;
        const auto first = static_cast<std::size_t>(part.first - 1);
        const auto last = static_cast<std::size_t>(part.last);
        for (std::size_t at = first; at < last; ++at) {
            const auto start = place(across(at) - step() / 2);
            const auto upright = std::isfinite(line[at]) ? place(scale_.at(line[at])) : std::string();
            if (upright != height_now) {
                if (!height_now.empty())
                    made += "H" + start;
                if (!upright.empty())
                    made += height_now.empty() ? fmt::format("M{} {}", start, upright) : "V" + upright;
                height_now = upright;
            }
        }
        if (!height_now.empty())
            made += "H" + place(across(last - 1) + step() / 2);
        return made;
    }

    /// What chance usually explains, point by point where limits move.
    std::string band(const Part& part) const
    {
        const auto& lower = chart_.lines.lower;
        const auto& upper = chart_.lines.upper;
        std::string made;
        const auto last = static_cast<std::size_t>(part.last);
        for (auto first = static_cast<std::size_t>(part.first - 1); first < last;) {
            auto next = first + 1;
            while (next < last && lower[next] == lower[first] && upper[next] == upper[first])
                ++next;
            if (std::isfinite(lower[first]) && std::isfinite(upper[first]))
                made += fmt::format("M{} {}H{}V{}H{}z", place(across(first) - step() / 2), place(scale_.at(upper[first])),
                    place(across(next - 1) + step() / 2), place(scale_.at(lower[first])), place(across(first) - step() / 2));
            first = next;
        }
        return made.empty() ? made : fmt::format(R"(<path class="band" d="{}"/>)", made);
    }

    std::string data(const Part& part) const
    {
        std::string made;
        bool is_pen_down = false;
        for (auto at = static_cast<std::size_t>(part.first - 1); at < static_cast<std::size_t>(part.last); ++at) {
            const double value = chart_.values[at];
            if (std::isfinite(value))
                made += fmt::format("{}{} {}", is_pen_down ? "L" : "M", place(across(at)), place(scale_.at(value)));
            is_pen_down = std::isfinite(value);
        }
        return made;
    }

    std::string lines_of_part(std::size_t at) const
    {
        const auto& part = chart_.parts[at];
        auto made = fmt::format(R"(<path class="limit" d="{}{}"/><path class="centre" d="{}"/>)",
            steps(chart_.lines.lower, part), steps(chart_.lines.upper, part), steps(chart_.lines.centre, part));
        made += fmt::format(R"(<path class="data" d="{}"/>)", data(part));
        const double end = across(static_cast<std::size_t>(part.last - 1)) + step() / 2;
        const bool is_last = at + 1 == chart_.parts.size();
        if (!is_last)
            made += fmt::format(R"(<path class="change" d="M{} {}V{}"/>)", place(end), place(top - 8), place(bottom));
        made += centre_of_part(at, end);
        if (part.runs && part.runs->signal)
            made += fmt::format(R"(<path class="run" d="M{} {}v8H{}v-8"/>)",
                place(across(static_cast<std::size_t>(part.runs->longest_first - 1))), place(bottom - 10),
                place(across(static_cast<std::size_t>(part.runs->longest_last - 1))));
        return made;
    }

    /// Of the last part at the right of its line; of the others over their band, where no point is expected.
    std::string centre_of_part(std::size_t at, double end) const
    {
        const auto last = static_cast<std::size_t>(chart_.parts[at].last - 1);
        const double centre = chart_.lines.centre[last];
        if (!std::isfinite(centre) || at >= words_.centres.size())
            return {};
        const bool is_last = at + 1 == chart_.parts.size();
        const double upper = std::isfinite(chart_.lines.upper[last]) ? chart_.lines.upper[last] : centre;
        return fmt::format(R"(<text x="{}" y="{}" text-anchor="{}">{}</text>)", place(is_last ? end + 6 : end - 4),
            place(is_last ? scale_.at(centre) + 5 : scale_.at(upper) - 6), is_last ? "start" : "end",
            escaped(words_.centres[at]));
    }

    bool is_excluded(std::size_t at) const
    {
        const auto& excluded = chart_.options.excluded;
        return std::find(excluded.begin(), excluded.end(), static_cast<int>(at) + 1) != excluded.end();
    }

    std::string marks() const
    {
        std::string dots;
        std::string left_out;
        std::string signals;
        for (std::size_t at = 0; at < chart_.values.size(); ++at)
            if (std::isfinite(chart_.values[at])) {
                const auto where = fmt::format("{} {}", place(across(at)), place(scale_.at(chart_.values[at])));
                if (is_excluded(at))
                    left_out += fmt::format("M{}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0", where);
                else
                    dots += fmt::format("M{}h0", where);
            }
        for (const auto& signal : chart_.signals) {
            const auto at = static_cast<std::size_t>(signal.point - 1);
            signals += fmt::format("M{} {}m0-8l8 8-8 8-8-8z", place(across(at)), place(scale_.at(chart_.values[at])));
        }
        auto made = fmt::format(R"(<path class="dots" d="{}"/>)", dots);
        if (!left_out.empty())
            made += fmt::format(R"(<path class="left-out" d="{}"/>)", left_out);
        if (!signals.empty())
            made += fmt::format(R"(<path class="signal" d="{}"/>)", signals);
        return made;
    }

    /// As many as have room, from the first on.
    std::string labels_below() const
    {
        constexpr std::size_t labels_most = 7;
        const std::size_t points = chart_.values.size();
        const std::size_t every = std::max<std::size_t>(1, (points + labels_most - 2) / (labels_most - 1));
        std::string made;
        for (std::size_t at = 0; at < points; at += every)
            made += fmt::format(R"(<text x="{}" y="{}" text-anchor="middle">{}</text>)", place(across(at)), place(bottom + 22),
                escaped(series_.labels[at]));
        return made;
    }

    const Series& series_;
    const Chart& chart_;
    const DrawingWords& words_;
    Scale scale_;
};

} // namespace

std::string draw_chart(const Series& series, const Chart& chart, const DrawingWords& words)
{
    return Drawer(series, chart, words).draw();
}

std::string short_number(double value, char decimal_mark)
{
    const double size = std::abs(value);
    int decimals = 0;
    if (size > 0 && size < 100)
        decimals = std::min(6, std::max(0, 2 - static_cast<int>(std::floor(std::log10(size)))));
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.resize(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return with_mark(text == "-0" ? "0" : text, decimal_mark);
}

} // namespace etabli::charts
