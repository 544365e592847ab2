// SPDX-License-Identifier: EUPL-1.2
// store/figures.cpp

#include "store/figures.hpp"

namespace etabli::store {

Result<std::vector<Indicator>> indicators_of(Reader& reader, const ExperimentId& experiment)
{
    return reader.all<Indicator>("select * from indicator where experiment_id = :experiment order by field, title, id",
        { { "experiment", experiment } });
}

Result<Indicator> load_indicator(Reader& reader, const IndicatorId& id)
{
    return reader.load<Indicator>("select * from indicator where id = :id", { { "id", id } });
}

Result<void> insert_indicator(Transaction& transaction, const Indicator& indicator)
{
    return transaction.insert("indicator", indicator);
}

Result<void> keep_columns(Transaction& transaction, const Indicator& indicator, const FigureColumns& columns)
{
    TRY(transaction.execute(
        "update indicator set columns = :columns where id = :id", { { "columns", columns }, { "id", indicator.id } }));
    return {};
}

Result<std::vector<IndicatorValue>> values_of(Reader& reader, const IndicatorId& indicator)
{
    return reader.all<IndicatorValue>(
        "select * from indicator_figure where indicator_id = :indicator order by counted_on limit 2000",
        { { "indicator", indicator } });
}

Result<void> keep_value(Transaction& transaction, const IndicatorValue& value)
{
    TRY(remove_value(transaction, value.indicator_id, value.counted_on));
    return transaction.insert("indicator_figure", value);
}

Result<void> remove_value(Transaction& transaction, const IndicatorId& indicator, Date counted_on)
{
    TRY(transaction.execute("delete from indicator_figure where indicator_id = :indicator and counted_on = :day",
        { { "indicator", indicator }, { "day", counted_on } }));
    return {};
}

Result<void> set_aside(Transaction& transaction, const IndicatorId& indicator, Date counted_on, const std::string& why)
{
    const Params where { { "indicator", indicator }, { "day", counted_on } };
    auto value = TRY(transaction.find<IndicatorValue>(
        "select * from indicator_figure where indicator_id = :indicator and counted_on = :day", where));
    if (!value)
        return Problem::of_field("/counted_on", "figure.not_counted");
    value->set_aside = why;
    return keep_value(transaction, *value);
}

Result<bool> tally_was_added(Reader& reader, const std::string& id)
{
    return TRY(reader.count("select count(*) from indicator_tally where id = :id", { { "id", id } })) > 0;
}

Result<std::int64_t> tallies_added(Reader& reader, const IndicatorId& indicator, Date counted_on)
{
    return reader.count("select count(*) from indicator_tally where indicator_id = :indicator and counted_on = :day",
        { { "indicator", indicator }, { "day", counted_on } });
}

Result<void> add_tally(Transaction& transaction, const IndicatorValue& tally, const EntryId& figure_id)
{
    TRY(transaction.execute("insert into indicator_tally (id, indicator_id, counted_on) values (:id, :indicator, :day)",
        { { "id", tally.id }, { "indicator", tally.indicator_id }, { "day", tally.counted_on } }));
    auto kept = TRY(
        transaction.find<IndicatorValue>("select * from indicator_figure where indicator_id = :indicator and counted_on = :day",
            { { "indicator", tally.indicator_id }, { "day", tally.counted_on } }));
    if (!kept) {
        kept = tally;
        kept->id = figure_id;
        kept->entries = 1;
    } else {
        kept->numerator += tally.numerator;
        if (tally.base)
            kept->base = kept->base.value_or(0) + *tally.base;
        ++kept->entries;
    }
    return keep_value(transaction, *kept);
}

Result<std::string> link_token(Reader& reader, const IndicatorId& indicator)
{
    const auto rows = TRY(reader.query("select token from indicator_link where id = :id", { { "id", indicator } }));
    return rows.empty() ? std::string() : rows.text(0, "token");
}

Result<void> keep_link_token(Transaction& transaction, const IndicatorId& indicator, const std::string& token)
{
    TRY(transaction.execute("delete from indicator_link where id = :id", { { "id", indicator } }));
    if (!token.empty())
        TRY(transaction.execute(
            "insert into indicator_link (id, token) values (:id, :token)", { { "id", indicator }, { "token", token } }));
    return {};
}

Result<Indicator> indicator_by_link(Reader& reader, const std::string& token)
{
    auto found = TRY(reader.find<Indicator>(
        "select indicator.* from indicator join indicator_link on indicator_link.id = indicator.id where token = :token",
        { { "token", token } }));
    if (!found)
        return Problem("tally.link_not_valid");
    return *found;
}

} // namespace etabli::store
