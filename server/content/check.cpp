// SPDX-License-Identifier: EUPL-1.2
// server/content/check.cpp

#include "server/content/check.hpp"

#include <set>

#include <fmt/format.h>

#include "engine/instruments/check.hpp"
#include "server/content/schema.hpp"

namespace etabli::content {

namespace {

using Findings = std::vector<PackFinding>;

constexpr std::size_t countries_of_ewcs = 15;

/// What is said in one language is said in the other.
void check_languages(const std::string& file, const json::value& value, const std::string& at, Findings& findings)
{
    if (const auto* items = value.if_array())
        for (std::size_t index = 0; index < items->size(); ++index)
            check_languages(file, (*items)[index], at + "/" + std::to_string(index), findings);
    const auto* members = value.if_object();
    if (members == nullptr)
        return;
    if (members->contains("fr") || members->contains("en"))
        for (const char* language : { "fr", "en" }) {
            const auto* words = members->if_contains(language);
            if (words == nullptr || (words->is_string() && words->as_string().empty()))
                findings.push_back({ file, at + ": nothing is said in " + language });
        }
    for (const auto& member : *members)
        check_languages(file, member.value(), at + "/" + std::string(member.key()), findings);
}

/// The one table of ranks: each column holds every rank once, or it was copied wrongly.
void check_ranks(const Packs& packs, Findings& findings)
{
    const auto* ewcs = packs.find("references", "ewcs");
    const auto* countries = ewcs == nullptr ? nullptr : ewcs->as_object().if_contains("countries");
    if (countries == nullptr || !countries->is_array())
        return;
    std::map<std::string, std::set<std::int64_t>> columns;
    for (const auto& country : countries->as_array())
        if (const auto* ranks = country.is_object() ? country.as_object().if_contains("ranks") : nullptr;
            ranks != nullptr && ranks->is_object())
            for (const auto& rank : ranks->as_object())
                if (const auto* number = rank.value().if_int64(); number != nullptr && *number >= 1 && *number <= 15)
                    columns[std::string(rank.key())].insert(*number);
    for (const auto& [column, ranks] : columns)
        if (ranks.size() != countries_of_ewcs)
            findings.push_back({ "references/ewcs", column + ": the ranks are not 1 to 15, each once" });
}

/// Beyond its shape: what the server would refuse of an establishment's own.
void check_instruments(const Packs& packs, Findings& findings)
{
    for (const auto& [id, pack] : packs.all("instruments")) {
        const auto read = instruments::instrument_from(*pack);
        for (const auto& trouble : read.ok() ? instruments::troubles_of(read.value()) : read.problem().fields())
            findings.push_back({ "instruments/" + id, fmt::format("{}: {}", trouble.pointer, trouble.code.text()) });
    }
}

void check_bases(const Packs& packs, Findings& findings)
{
    const auto* figures = packs.find("references", "figures");
    const auto* items = figures == nullptr ? nullptr : figures->as_object().if_contains("items");
    if (items == nullptr || !items->is_array())
        return;
    for (const auto& item : items->as_array()) {
        const auto* figure = item.if_object();
        const auto is_null
            = [&](const char* name) { return figure->if_contains(name) == nullptr || figure->at(name).is_null(); };
        if (figure != nullptr && !is_null("value") && !is_null("unit") && figure->at("unit") == "percent" && is_null("base"))
            findings.push_back({ "references/figures", json_text(figure->at("key")) + ": a percentage without its base" });
    }
}

} // namespace

std::vector<PackFinding> check_packs(const Packs& packs)
{
    Findings findings;
    for (const auto& [kind, schema_prefix] : std::vector<std::pair<std::string, std::string>> { { "programmes", "programme" },
             { "sheets", "sheet" }, { "instruments", "instrument" }, { "references", "reference-" } }) {
        for (const auto& [id, pack] : packs.all(kind)) {
            const auto file = fmt::format("{}/{}", kind, id);
            const auto name = schema_prefix + (kind == "references" ? id : "") + ".schema";
            const auto* schema = packs.find("schemas", name);
            if (schema == nullptr || !pack->is_object()) {
                findings.push_back({ file, "no schema " + name + ".json, or not a record" });
                continue;
            }
            for (auto& what : schema_findings(*schema, *pack))
                findings.push_back({ file, std::move(what) });
            const auto* own_id = pack->as_object().if_contains("id");
            if (own_id == nullptr || *own_id != json::value(json::string_view(id.data(), id.size())))
                findings.push_back({ file, "/id: is not the name of the file" });
            check_languages(file, *pack, "", findings);
        }
    }
    check_instruments(packs, findings);
    check_ranks(packs, findings);
    check_bases(packs, findings);
    return findings;
}

Result<void> packs_hold(const Packs& packs)
{
    const auto findings = check_packs(packs);
    if (findings.empty())
        return {};
    return Problem("pack.invalid",
        findings.front().file + ": " + findings.front().what + " (" + std::to_string(findings.size())
            + " in all: etabli packs check)");
}

} // namespace etabli::content
