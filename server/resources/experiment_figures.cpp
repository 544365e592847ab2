// SPDX-License-Identifier: EUPL-1.2
// server/resources/experiment_figures.cpp
//
// Figures of an experiment: an indicator with its purpose and its end, what was counted, written or pasted, a period put
// aside with its reason, the link by which telephones count, and the chart as a picture or as a file.

#include <algorithm>

#include <fmt/format.h>

#include "domain/experiments/figure_import.hpp"
#include "server/content/chart_words.hpp"
#include "server/content/places_import.hpp"
#include "server/resources/all.hpp"
#include "server/resources/experiment_changes.hpp"
#include "server/resources/texts.hpp"
#include "store/figures.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// The indicator of that path, of that experiment.
Result<Indicator> indicator_of(store::Reader& reader, const Call& call, const Experiment& experiment)
{
    auto indicator = TRY(store::load_indicator(reader, TRY(call.id<IndicatorId>("indicator"))));
    if (indicator.experiment_id != experiment.id)
        return Problem("not_found");
    return indicator;
}

/// Changes the figures of one indicator.
template <class Change>
Result<Answer<ExperimentView>> changing_figures(Call& call, Change&& change)
{
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool) -> Result<void> {
        TRY(require(experiments::may_count(call.reader(), experiment)));
        return change(transaction, experiment, TRY(indicator_of(transaction, call, experiment)));
    });
}

bool is_same(const IndicatorValue& one, const IndicatorValue& other)
{
    return one.numerator == other.numerator && one.base == other.base;
}

/// A figure corrected stays aside where it was put aside; one that is the same is left as it is. What makes a chart that was
/// read read otherwise stands in the journal: how many periods were written again, or added before one that was counted already.
Result<void> keep_figures(store::Transaction& transaction, const Call& call, const Experiment& experiment,
    const Indicator& indicator, std::vector<IndicatorValue> values)
{
    const auto kept = TRY(store::values_of(transaction, indicator.id));
    std::optional<Date> first;
    std::int64_t changed = 0;
    std::int64_t created = 0;
    for (auto& value : values) {
        const auto there = std::ranges::find(kept, value.counted_on, &IndicatorValue::counted_on);
        const bool is_new = there == kept.end();
        if (!is_new && is_same(*there, value))
            continue;
        if (!is_new)
            value.set_aside = there->set_aside;
        TRY(store::keep_value(transaction, value));
        const bool is_late = is_new
            && std::ranges::any_of(kept, [&](const IndicatorValue& each) { return each.counted_on > value.counted_on; });
        changed += is_new ? 0 : 1;
        created += is_late ? 1 : 0;
        if (!is_new || is_late)
            first = first ? std::min(*first, value.counted_on) : value.counted_on;
    }
    if (!first)
        return {};
    json::object details { { "indicator_id", indicator.id.text() }, { "on", first->text() } };
    if (changed > 0)
        details["changed"] = changed;
    if (created > 0)
        details["created"] = created;
    return audit(transaction, call, experiment, "experiment.figures_changed", std::move(details));
}

Result<Answer<ExperimentView>> add_indicator(Call& call, const IndicatorDefinition& given)
{
    const std::array<std::pair<const char*, std::string>, 5> words { { { "/title", given.title },
        { "/purpose", given.purpose.value_or("") }, { "/definition", given.definition }, { "/source", given.source },
        { "/entered_by", given.entered_by } } };
    for (const auto& [pointer, text] : words)
        TRY(refuse_identifiers(text, pointer));
    const auto id = IndicatorId::make(call.context.random);
    return changing(call, [&](store::Transaction& transaction, Experiment& experiment, bool is_concluded) -> Result<void> {
        TRY(require_going_on(is_concluded));
        TRY(require(experiments::may_follow(call.reader(), experiment, is_concluded)));
        Indicator indicator;
        static_cast<IndicatorDefinition&>(indicator) = given;
        indicator.purpose = given.purpose.value_or("");
        indicator.id = id;
        indicator.experiment_id = experiment.id;
        TRY(experiments::check_indicator(indicator, experiment));
        return store::insert_indicator(transaction, indicator);
    });
}

Result<Answer<ExperimentView>> note_figure(Call& call, const NewFigure& given)
{
    const auto entry = EntryId::make(call.context.random);
    return changing_figures(
        call, [&](store::Transaction& transaction, const Experiment& experiment, const Indicator& indicator) -> Result<void> {
            IndicatorValue value { entry, indicator.id, given.counted_on, given.numerator, given.base, 1, {} };
            TRY(experiments::check_written(indicator));
            TRY(experiments::check_value(indicator, value, call.today()));
            value.counted_on = period_start(indicator.rhythm, value.counted_on);
            return keep_figures(transaction, call, experiment, indicator, { std::move(value) });
        });
}

/// Written by mistake, of another period or another place: as if it had not been, and the journal says that it was.
Result<Answer<ExperimentView>> remove_figure(Call& call)
{
    const auto day = Date::parse(call.text("day"));
    return changing_figures(
        call, [&](store::Transaction& transaction, const Experiment& experiment, const Indicator& indicator) -> Result<void> {
            TRY(experiments::check_written(indicator));
            TRY(require_going_on(TRY(store::find_conclusion(transaction, experiment.id)).has_value()));
            const auto kept = TRY(store::values_of(transaction, indicator.id));
            if (!day || std::ranges::find(kept, *day, &IndicatorValue::counted_on) == kept.end())
                return Problem("not_found");
            TRY(store::remove_value(transaction, indicator.id, *day));
            return audit(transaction, call, experiment, "experiment.figures_changed",
                { { "indicator_id", indicator.id.text() }, { "on", day->text() }, { "removed", 1 } });
        });
}

Result<Answer<ExperimentView>> put_aside(Call& call, const SetAside& given)
{
    TRY(refuse_identifiers(given.why, "/why"));
    return changing_figures(
        call, [&](store::Transaction& transaction, const Experiment& experiment, const Indicator& indicator) -> Result<void> {
            // Of a pulse, that somebody answered is not said before the period is shown.
            const auto seen = experiments::visible(indicator, TRY(store::values_of(transaction, indicator.id)), call.today());
            const auto there = std::ranges::find(seen, given.counted_on, &IndicatorValue::counted_on);
            if (there == seen.end())
                return Problem::of_field("/counted_on", "figure.not_counted");
            if (there->set_aside.empty() != given.why.empty())
                TRY(audit(transaction, call, experiment, "experiment.figure_set_aside",
                    { { "indicator_id", indicator.id.text() }, { "on", given.counted_on.text() },
                        { "aside", !given.why.empty() } }));
            return store::set_aside(transaction, indicator.id, given.counted_on, given.why);
        });
}

// ---- Telephones -------------------------------------------------------------------------------------

Result<Answer<ExperimentView>> make_link(Call& call, const Nothing&)
{
    const auto token = call.context.random.token();
    return changing_figures(
        call, [&](store::Transaction& transaction, const Experiment& experiment, const Indicator& indicator) -> Result<void> {
            if (indicator.entry == EntryWay::Hand)
                return Problem("indicator.not_by_link");
            TRY(store::keep_link_token(transaction, indicator.id, token));
            return audit(transaction, call, experiment, "experiment.link_made", { { "indicator_id", indicator.id.text() } });
        });
}

Result<Answer<ExperimentView>> close_link(Call& call)
{
    return changing_figures(
        call, [&](store::Transaction& transaction, const Experiment& experiment, const Indicator& indicator) -> Result<void> {
            TRY(store::keep_link_token(transaction, indicator.id, {}));
            return audit(transaction, call, experiment, "experiment.link_closed", { { "indicator_id", indicator.id.text() } });
        });
}

// ---- Out of a table ---------------------------------------------------------------------------------

struct FilePlan {
    FigureReport report;
    std::vector<IndicatorValue> values;
};

/// What the file would do to the figures that are there.
Result<FilePlan> plan_file(store::Reader& reader, const Call& call, const Indicator& indicator, const FigureFile& given)
{
    TRY(experiments::check_written(indicator));
    const auto table = TRY(read_table(TRY(content::bytes_from_base64(given.content_base64))));
    FilePlan plan;
    plan.report.header = table.header;
    plan.report.columns = given.columns.value_or(experiments::guess_columns(table.header, indicator));
    auto read = experiments::read_figures(table, plan.report.columns, indicator, call.today());
    if (!read.ok() && !given.columns)
        return plan; // asked which columns it is
    auto figures = TRY(std::move(read));
    plan.report.rows = std::move(figures.rows);
    plan.values = std::move(figures.values);
    const auto kept = TRY(store::values_of(reader, indicator.id));
    for (const auto& value : plan.values) {
        const auto there = std::find_if(
            kept.begin(), kept.end(), [&](const IndicatorValue& each) { return each.counted_on == value.counted_on; });
        plan.report.replaced += there != kept.end() && !is_same(*there, value);
    }
    plan.report.periods = std::ssize(plan.values);
    plan.report.preview
        = sha256_hex(json_text(to_json(plan.report.rows)) + json_text(to_json(kept)) + json_text(to_json(plan.report.columns)));
    return plan;
}

Result<Answer<FigureReport>> preview_figures(Call& call, const FigureFile& given)
{
    const auto id = TRY(call.id<ExperimentId>("id"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<FigureReport>> {
        const auto experiment = TRY(experiment_for(reader, call.reader(), id));
        TRY(require(experiments::may_count(call.reader(), experiment)));
        auto plan = TRY(plan_file(reader, call, TRY(indicator_of(reader, call, experiment)), given));
        return Answer<FigureReport> { std::move(plan.report), {} };
    });
}

Result<Answer<FigureReport>> keep_file(Call& call, const FigureFile& given)
{
    const auto id = TRY(call.id<ExperimentId>("id"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<FigureReport>> {
        const auto experiment = TRY(experiment_for(transaction, call.reader(), id));
        TRY(require(experiments::may_count(call.reader(), experiment)));
        const auto indicator = TRY(indicator_of(transaction, call, experiment));
        auto plan = TRY(plan_file(transaction, call, indicator, given));
        if (plan.report.preview.empty())
            return Problem::of_field("/columns", "figures.column_missing");
        if (plan.values.empty())
            return Problem("figures.no_row");
        if (given.preview && *given.preview != plan.report.preview)
            return Problem("import.changed_since_preview");
        for (auto& value : plan.values)
            value.id = EntryId::make(call.context.random);
        TRY(keep_figures(transaction, call, experiment, indicator, std::move(plan.values)));
        TRY(store::keep_columns(transaction, indicator, plan.report.columns));
        plan.report.done = true;
        transaction.announce("experiments/" + id.text());
        return Answer<FigureReport> { std::move(plan.report), {} };
    });
}

// ---- The chart, to take away ------------------------------------------------------------------------

struct Drawn {
    Indicator indicator;
    experiments::Charted charted;
};

Result<Drawn> drawn_of(store::Reader& reader, const Call& call)
{
    const auto experiment = TRY(experiment_for(reader, call.reader(), TRY(call.id<ExperimentId>("id"))));
    Drawn made { TRY(indicator_of(reader, call, experiment)), {} };
    if (!experiments::is_shown(made.indicator))
        return Problem("not_found");
    const auto values = TRY(store::values_of(reader, made.indicator.id));
    made.charted = experiments::charted(made.indicator, experiments::visible(made.indicator, values, call.today()),
        TRY(chart_breaks(reader, experiment)), call.today());
    return made;
}

Result<Response> chart_as_picture(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Response> {
        auto drawn = TRY(drawn_of(reader, call));
        if (!drawn.charted.chart)
            return Problem("series.too_short");
        const auto language = call.query("language").value_or(call.reader().locale);
        drawn.charted.series.group = drawn.indicator.title;
        for (auto& label : drawn.charted.series.labels)
            label = content::day_label(label, language);
        Response response;
        response.content_type = "image/svg+xml";
        response.body = charts::draw_chart(drawn.charted.series, *drawn.charted.chart,
            content::drawing_words(drawn.charted.series, *drawn.charted.chart, { call.context.words, language }));
        return response;
    });
}

/// As `etabli chart` reads it again.
Result<Response> chart_as_table(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Response> {
        const auto drawn = TRY(drawn_of(reader, call));
        const auto& series = drawn.charted.series;
        Response response;
        response.content_type = "text/csv; charset=utf-8";
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"carte-de-suivi.csv\"");
        response.body = series.has_sizes ? "x,y,n\r\n" : "x,y\r\n";
        for (std::size_t at = 0; at < series.size(); ++at)
            response.body += fmt::format("{},{}{}\r\n", series.labels[at], series.values[at],
                series.has_sizes ? fmt::format(",{}", series.sizes[at]) : std::string());
        return response;
    });
}

} // namespace

RouteTable experiment_figure_routes()
{
    const std::string one = "/api/experiments/{id}/indicators/{indicator}";
    return {
        post(
            "/api/experiments/{id}/indicators", Access::SignedIn, "Add an indicator, with a purpose and an end", add_indicator),
        put(one + "/values", Access::SignedIn, "Note what was counted, with its base", note_figure),
        remove(one + "/values/{day}", Access::SignedIn, "Take out what was written by mistake", remove_figure),
        put(one + "/set-aside", Access::SignedIn, "Leave a period out of lines and rules, with its reason", put_aside),
        post(one + "/link", Access::SignedIn, "The link by which telephones count; a new one takes its place", make_link),
        remove(one + "/link", Access::SignedIn, "Close the link by which telephones count", close_link),
        post(one + "/figures/preview", Access::SignedIn, "What a pasted table or a file would do, row by row", preview_figures),
        post(one + "/figures", Access::SignedIn, "Do what the preview said", keep_file),
        raw(one + "/chart.svg", Access::SignedIn, "The chart of an indicator as a picture", "image/svg+xml", chart_as_picture),
        raw(one + "/chart.csv", Access::SignedIn, "The figures of an indicator, as `etabli chart` reads them", "text/csv",
            chart_as_table),
    };
}

} // namespace etabli::resources
