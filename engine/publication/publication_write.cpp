// SPDX-License-Identifier: EUPL-1.2
// engine/publication/publication_write.cpp

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "base/fields.hpp"
#include "base/parallel.hpp"
#include "engine/publication/format.hpp"

namespace etabli::publication {

using disclosure::index;

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::size_t cells_per_part = 256;
constexpr std::size_t parts_at_once = 64; // so many parts are held in memory

template <class Number>
void append(std::string& bytes, Number number)
{
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_padding(std::string& bytes, char filler)
{
    bytes.resize((bytes.size() + format::alignment - 1) / format::alignment * format::alignment, filler);
}

/// A number that cannot be said is NaN in the file.
float float_of(std::optional<double> number)
{
    return number ? static_cast<float>(*number) : std::numeric_limits<float>::quiet_NaN();
}

/// Everything that goes out is signed.
class SignedSink {
public:
    explicit SignedSink(const Sink& sink) : sink_(sink) { }

    Result<void> put(std::string_view bytes)
    {
        signed_.add(bytes);
        return sink_(bytes);
    }
    Result<void> finish(const std::vector<SecretKey>& keys)
    {
        std::string bytes;
        append(bytes, std::uint64_t { keys.size() });
        for (const auto& key : keys) {
            const auto made = signed_.sign(key);
            bytes.append(reinterpret_cast<const char*>(made.key.data()), made.key.size());
            bytes.append(reinterpret_cast<const char*>(made.bytes.data()), made.bytes.size());
        }
        return sink_(bytes);
    }

private:
    const Sink& sink_;
    SignedBytes signed_;
};

json::object intervals_json(const disclosure::IntervalReport& report)
{
    return { { "drawn", report.drawn }, { "narrow", report.narrow }, { "pinned", report.pinned } };
}

json::object attack_json(const disclosure::Attack& attack)
{
    return { { "recovered", attack.recovered }, { "derivable_groups_under_k", attack.derivable_groups_under_k },
        { "unions_in_places_under_k", attack.unions_in_places_under_k } };
}

/// The records of open cells, one after the other.
class Records {
public:
    Records(const Release& release, const std::vector<Item>& items) : release_(release), items_(items), layout_(items)
    {
        std::int64_t most = 1;
        for (const auto& [node, cell] : release.open.all())
            most = std::max(most, release.respondents.count(node, cell));
        for (std::int64_t freedom = 1; freedom < std::min(most, quantiles_ahead_max); ++freedom)
            static_cast<void>(reach_.student(freedom));
    }

    const format::RecordLayout& layout() const { return layout_; }

    std::string of(std::size_t first, std::size_t end) const
    {
        auto reach = reach_; // each thread its own
        std::string bytes;
        bytes.reserve((end - first) * layout_.bytes);
        for (auto rank = first; rank < end; ++rank)
            append_record(bytes, rank, reach);
        return bytes;
    }

private:
    static constexpr std::int64_t quantiles_ahead_max = 2000;

    void append_record(std::string& bytes, std::size_t rank, statistics::Reach& reach) const
    {
        const auto start = bytes.size();
        bytes.resize(start + layout_.bytes, '\0');
        const auto [node, cell] = release_.open.all()[rank];
        for (std::size_t item = 0; item < items_.size(); ++item)
            if ((release_.by_item[item].open[index(node)] & disclosure::cell_at(cell)) == 0)
                bytes[start + item / 8]
                    = static_cast<char>(static_cast<unsigned char>(bytes[start + item / 8]) | 1U << item % 8);
            else
                put_item(bytes.data() + start + layout_.item_at[item], rank, item, reach);
    }

    void put_item(char* to, std::size_t rank, std::size_t item, statistics::Reach& reach) const
    {
        const auto options = items_[item].options;
        const auto first_favourable = items_[item].first_favourable;
        statistics::Distribution answers { std::vector<std::int64_t>(index(options)),
            release_.counts.of(rank, item, no_answer) };
        put(to, static_cast<std::uint32_t>(answers.no_answer));
        for (int option = 1; option <= options; ++option) {
            const auto people = release_.counts.of(rank, item, option);
            answers.by_option[index(option - 1)] = people;
            put(to, people);
        }
        const auto [node, cell] = release_.open.all()[rank];
        const auto people = release_.respondents.count(node, cell);
        std::optional<std::int64_t> population = release_.respondents.headcount(node, cell);
        if (answers.base() != people || *population < people) // asked of some; or the register counts fewer than answered
            population.reset();
        const auto mean = statistics::mean_of(answers, population, reach).value();
        const auto interval = mean ? mean->interval : std::nullopt;
        put(to, float_of(mean ? std::optional(mean->mean) : std::nullopt));
        put(to, float_of(interval ? std::optional(interval->low) : std::nullopt));
        put(to, float_of(interval ? std::optional(interval->high) : std::nullopt));
        if (!first_favourable || answers.answered() == 0) {
            for (int number = 0; number < format::share_numbers; ++number)
                put(to, float_of({}));
            return;
        }
        std::int64_t favourable = 0;
        for (int option = *first_favourable; option <= options; ++option)
            favourable += answers.by_option[index(option - 1)];
        const auto sample = statistics::Sample::create(favourable, answers.answered(), population).value();
        const auto wilson = statistics::wilson_of(sample, reach);
        put(to, static_cast<float>(static_cast<double>(favourable) / static_cast<double>(answers.answered())));
        put(to, static_cast<float>(wilson.low));
        put(to, static_cast<float>(wilson.high));
    }

    template <class Number>
    static void put(char*& to, Number number)
    {
        std::memcpy(to, &number, sizeof number);
        to += sizeof number;
    }

    const Release& release_;
    const std::vector<Item>& items_;
    format::RecordLayout layout_;
    statistics::Reach reach_;
};

/// How many cells are closed, or hold one person, is not for readers.
json::object public_report(const Report& report)
{
    return { { "tree", attack_json(report.by_tree) }, { "elimination", attack_json(report.by_elimination) },
        { "attackers_agree", report.attackers_agree }, { "recovered_results", report.recovered_results },
        { "result_groups_under_k", report.result_groups_under_k }, { "earlier_publications", report.earlier_publications },
        { "newly_told_groups_under_k", report.told_with_earlier }, { "is_safe", report.is_safe() } };
}

json::object header_of(const Release& release, const std::vector<Item>& items, const ReleaseRules& rules, const Title& title)
{
    const auto& lattice = release.respondents;
    json::object header { { "name", title.name }, { "closed_on", title.closed_on },
        { "after", json::array(title.after.begin(), title.after.end()) },
        { "levels", json::array(lattice.levels().begin(), lattice.levels().end()) },
        { "categories", json::array(lattice.categories().begin(), lattice.categories().end()) }, { "k", rules.rules.k },
        { "residual", rules.rules.residual }, { "confidence", statistics::confidence_default } };
    if (rules.rules.establishment_level)
        header["establishments_at"] = lattice.levels()[index(*rules.rules.establishment_level)];
    json::array named;
    for (const auto& item : items) {
        json::object one { { "item", item.id }, { "options", item.options }, { "sensitive", item.is_sensitive } };
        if (item.first_favourable)
            one["favourable_from"] = *item.first_favourable;
        if (item.of_all_from)
            one["of_all_from"] = *item.of_all_from;
        if (item.asked_if)
            one["asked_if"] = items[*item.asked_if].id;
        named.push_back(std::move(one));
    }
    header["items"] = std::move(named);
    header["report"] = public_report(release.report);
    std::size_t names = 0;
    for (const auto& node : lattice.nodes())
        names += node.name.size();
    header["places"] = lattice.node_count();
    header["name_bytes"] = names;
    header["open_cells"] = release.open.size();
    return header;
}

} // namespace

json::object report_json(const Report& report)
{
    return { { "cells", report.cells }, { "open", report.open }, { "tree", attack_json(report.by_tree) },
        { "elimination", attack_json(report.by_elimination) }, { "attackers_agree", report.attackers_agree },
        { "unions_across_levels_under_k", report.unions_across_levels },
        { "insiders",
            { { "groups", report.insiders.groups }, { "asked", report.insiders.asked },
                { "learn_more", report.insiders.learn_more } } },
        { "intervals", intervals_json(report.intervals) }, { "withheld_results", report.withheld_results },
        { "recovered_results", report.recovered_results }, { "result_groups_under_k", report.result_groups_under_k },
        { "sensitive_intervals", intervals_json(report.sensitive_intervals) },
        { "earlier",
            { { "publications", report.earlier_publications }, { "newly_told_groups_under_k", report.told_with_earlier },
                { "questions_withheld", report.questions_withheld } } },
        { "is_safe", report.is_safe() } };
}

Result<void> write_publication(const Release& release, const std::vector<Item>& items, const ReleaseRules& rules,
    const Title& title, const std::vector<SecretKey>& keys, const Sink& sink)
{
    const auto& lattice = release.respondents;
    SignedSink out(sink);
    std::string bytes(format::magic);
    auto header = json_text(header_of(release, items, rules, title));
    append_padding(header, ' ');
    append(bytes, std::uint64_t { header.size() });
    TRY(out.put(bytes + header));

    bytes.clear();
    for (const auto& node : lattice.nodes()) {
        append(bytes, static_cast<std::int32_t>(node.parent));
        append(bytes, static_cast<std::uint32_t>(node.name.size()));
    }
    for (const auto& node : lattice.nodes())
        bytes += node.name;
    append_padding(bytes, '\0');
    for (int node = 0; node < lattice.node_count(); ++node)
        append(bytes, release.open.at(node));
    for (const auto& [node, cell] : release.open.all()) {
        append(bytes, static_cast<std::uint32_t>(lattice.count(node, cell)));
        append(bytes, static_cast<std::uint32_t>(lattice.headcount(node, cell)));
    }
    TRY(out.put(bytes));

    const Records records(release, items);
    const auto cells = release.open.size();
    for (std::size_t first = 0; first < cells; first += parts_at_once * cells_per_part) {
        std::vector<std::string> parts(std::min(parts_at_once, (cells - first + cells_per_part - 1) / cells_per_part));
        each_in_parallel(rules.threads, parts.size(), [&](std::size_t part) {
            const auto from = first + part * cells_per_part;
            parts[part] = records.of(from, std::min(cells, from + cells_per_part));
        });
        for (const auto& part : parts)
            TRY(out.put(part));
    }
    return out.finish(keys);
}

} // namespace etabli::publication
