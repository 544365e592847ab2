// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/limesurvey_tables.cpp

#include "engine/instruments/exchange/limesurvey_tables.hpp"

#include <algorithm>
#include <charconv>

#include "engine/instruments/exchange/wording.hpp"
#include "engine/instruments/exchange/xml.hpp"

namespace etabli::instruments::exchange {

namespace {

void take_words(LimeThing& thing, const LimeRow& row, const std::vector<std::string_view>& columns)
{
    const auto language = language_of(cell_of(row, "language"));
    for (const auto column : columns)
        if (const auto& text = cell_of(row, column); !text.empty())
            thing.words[std::string(column)].emplace(language, text);
}

} // namespace

std::vector<LimeRow> lime_rows(pugi::xml_node document, const char* table)
{
    std::vector<LimeRow> rows;
    for (const auto row : document.child(table).child("rows").children("row")) {
        auto& made = rows.emplace_back();
        for (const auto cell : row.children())
            if (auto text = text_within(cell); !trimmed(text).empty())
                made.emplace(cell.name(), std::move(text));
    }
    return rows;
}

const std::string& cell_of(const LimeRow& row, std::string_view column)
{
    static const std::string none;
    const auto found = row.find(column);
    return found == row.end() ? none : found->second;
}

int order_of(const LimeRow& row, std::string_view column)
{
    const auto& text = cell_of(row, column);
    int order = 0;
    std::from_chars(text.data(), text.data() + text.size(), order);
    return order;
}

std::vector<LimeThing> lime_things(pugi::xml_node document, const LimeTable& table)
{
    std::vector<LimeThing> things;
    std::map<std::string, std::size_t> by_key;
    // Before DBVersion 400 the answers of a question had no key of their own.
    const auto key_of = [&](const LimeRow& row) {
        const auto& key = cell_of(row, table.key);
        return key.empty() ? cell_of(row, "qid") + " " + cell_of(row, "scale_id") + " " + cell_of(row, "code") : key;
    };
    for (auto& row : lime_rows(document, table.name)) {
        const auto [place, is_new] = by_key.emplace(key_of(row), things.size());
        if (is_new)
            things.push_back({ row, {} });
        take_words(things[place->second], row, table.columns);
    }
    for (const auto& row : lime_rows(document, table.words))
        if (const auto found = by_key.find(cell_of(row, table.key)); found != by_key.end())
            take_words(things[found->second], row, table.columns);
    std::stable_sort(things.begin(), things.end(), [&](const LimeThing& one, const LimeThing& other) {
        return order_of(one.row, table.order) < order_of(other.row, table.order);
    });
    return things;
}

std::map<std::string, LimeAttributes, std::less<>> lime_attributes(pugi::xml_node document)
{
    std::map<std::string, LimeAttributes, std::less<>> attributes;
    for (const auto& row : lime_rows(document, "question_attributes"))
        if (const auto& value = cell_of(row, "value"); !value.empty())
            attributes[cell_of(row, "qid")][cell_of(row, "attribute")].emplace(language_of(cell_of(row, "language")), value);
    return attributes;
}

const Words& words_in(const LimeThing& thing, std::string_view column)
{
    static const Words none;
    const auto found = thing.words.find(column);
    return found == thing.words.end() ? none : found->second;
}

} // namespace etabli::instruments::exchange
