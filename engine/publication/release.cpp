// SPDX-License-Identifier: EUPL-1.2
// engine/publication/release.cpp

#include "engine/publication/release.hpp"

#include <mutex>

#include "base/parallel.hpp"

namespace etabli::publication {

using disclosure::Cells;
using disclosure::index;
using disclosure::Lattice;
using disclosure::Mask;

namespace {

/// P3: the open cells in which all who answered gave the same answer.
std::vector<Cells> unanimous_cells(
    const Lattice& lattice, const OpenCells& open, const Counts& counts, const Item& item, std::size_t number)
{
    std::vector<Cells> unanimous(index(lattice.node_count()), disclosure::no_cell);
    for (std::size_t rank = 0; rank < open.size(); ++rank) {
        int options = 0;
        for (int option = 1; option <= item.options; ++option)
            options += counts.of(rank, number, option) > 0 ? 1 : 0;
        const auto [node, cell] = open.all()[rank];
        if (options == 1)
            unanimous[index(node)] |= disclosure::cell_at(cell);
    }
    return unanimous;
}

std::int64_t closed_more(const Mask& shared, const Mask& own)
{
    std::int64_t cells = 0;
    for (std::size_t node = 0; node < shared.open.size(); ++node)
        cells += disclosure::how_many(shared.open[node] & ~own.open[node]);
    return cells;
}

/// The masks of questions, and every attack: independent of one another, several at a time. What they find is added to the
/// report by one at a time.
class Checks {
public:
    Checks(Release& release, const std::vector<Item>& items, const Answers& answers, const ReleaseRules& rules)
        : release_(release)
        , items_(items)
        , answers_(answers)
        , rules_(rules)
    {
    }

    Result<void> run()
    {
        release_.by_item.resize(items_.size());
        std::vector<std::function<Result<void>()>> tasks { [&] { return attack_by_tree(); },
            [&] { return attack_by_elimination(); }, [&] { return find_intervals(); } };
        for (std::size_t item = 0; item < items_.size(); ++item)
            tasks.emplace_back([this, item] { return mask_item(item); });
        std::vector<Result<void>> outcomes(tasks.size());
        each_in_parallel(rules_.threads, tasks.size(), [&](std::size_t task) { outcomes[task] = tasks[task](); });
        for (auto& outcome : outcomes)
            TRY(std::move(outcome));
        auto& report = release_.report;
        for (int node = 0; node < release_.respondents.node_count(); ++node)
            report.cells += disclosure::how_many(release_.respondents.cells_with_people(node));
        report.open = static_cast<std::int64_t>(release_.open.size());
        report.attackers_agree = report.by_tree.known == report.by_elimination.known;
        report.by_tree.known.clear();
        report.by_elimination.known.clear();
        return {};
    }

private:
    const Mask& shared() const { return release_.protection.mask; }

    Result<void> attack_by_tree()
    {
        release_.report.by_tree = disclosure::attack(release_.respondents, shared(), rules_.rules.k);
        SeededRandom random(rules_.seed);
        release_.report.insiders
            = disclosure::ask_insiders(release_.respondents, shared(), rules_.rules.k, rules_.insiders_asked, random);
        return {};
    }

    Result<void> attack_by_elimination()
    {
        release_.report.by_elimination = disclosure::attack_independently(release_.respondents, shared(), rules_.rules.k);
        return {};
    }

    Result<void> find_intervals()
    {
        SeededRandom random(rules_.seed);
        release_.report.intervals = TRY(disclosure::audit_intervals(release_.respondents, shared(), rules_.interval_level,
            rules_.intervals_drawn, disclosure::Presumed::HoldsSomebody, random));
        return {};
    }

    Result<void> mask_item(std::size_t item)
    {
        const auto answered = answered_of(release_.respondents, answers_, item);
        const auto also_closed = items_[item].is_sensitive
            ? unanimous_cells(answered, release_.open, release_.counts, items_[item], item)
            : std::vector<Cells>(index(answered.node_count()), disclosure::no_cell);
        auto& mask = release_.by_item[item];
        mask = disclosure::protect_within(release_.protection, answered, also_closed, rules_.rules).mask;
        const auto found = disclosure::attack(answered, mask, rules_.rules.k);
        disclosure::IntervalReport intervals;
        if (items_[item].is_sensitive) {
            SeededRandom random(rules_.seed + item);
            intervals = TRY(disclosure::audit_intervals(
                answered, mask, rules_.interval_level, rules_.intervals_drawn, disclosure::Presumed::MayBeEmpty, random));
        }
        const std::lock_guard lock(guard_);
        auto& report = release_.report;
        report.withheld_results += closed_more(shared(), mask);
        report.recovered_results += found.recovered;
        report.result_groups_under_k += found.derivable_groups_under_k;
        report.sensitive_intervals.drawn += intervals.drawn;
        report.sensitive_intervals.narrow += intervals.narrow;
        report.sensitive_intervals.pinned += intervals.pinned;
        return {};
    }

    Release& release_;
    const std::vector<Item>& items_;
    const Answers& answers_;
    const ReleaseRules& rules_;
    std::mutex guard_;
};

} // namespace

bool Report::is_safe() const
{
    return attackers_agree && by_tree.recovered == 0 && by_tree.derivable_groups_under_k == 0 && recovered_results == 0
        && result_groups_under_k == 0 && sensitive_intervals.narrow == 0;
}

Result<Release> make_release(
    const Lattice& places, const std::vector<Item>& items, const Answers& answers, const ReleaseRules& rules)
{
    auto respondents = respondents_of(places, answers);
    auto protection = disclosure::protect(respondents, rules.rules);
    OpenCells open(protection.mask.open);
    const CountingOrder order(respondents, open, answers);
    const Rows rows(answers, items, order, rules.threads);
    Counts counts(rows, open.size());
    counts.count(rows, order, rules.threads);
    Release release { std::move(respondents), std::move(protection), {}, std::move(open), std::move(counts), {} };
    TRY(Checks(release, items, answers, rules).run());
    return release;
}

} // namespace etabli::publication
