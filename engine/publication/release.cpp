// SPDX-License-Identifier: EUPL-1.2
// engine/publication/release.cpp

#include "engine/publication/release.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <mutex>

#include "base/parallel.hpp"
#include "engine/publication/unanimous.hpp"

namespace etabli::publication {

using disclosure::Cells;
using disclosure::index;
using disclosure::Lattice;
using disclosure::Mask;

namespace {

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
    Checks(Release& release, const std::vector<Item>& items, const Answers& answers, const ReleaseRules& rules,
        const std::optional<History>& history)
        : release_(release)
        , items_(items)
        , answers_(answers)
        , rules_(rules)
        , history_(history)
    {
    }

    Result<void> run()
    {
        release_.by_item.resize(items_.size());
        std::vector<std::function<Result<void>()>> tasks { [&] { return attack_by_tree(); },
            [&] { return attack_by_elimination(); }, [&] { return find_intervals(); }, [&] { return attack_with_earlier(); } };
        // A question that another one decides about comes after it.
        std::vector<std::size_t> wave(items_.size(), 0);
        for (std::size_t item = 0; item < items_.size(); ++item)
            if (items_[item].asked_if)
                wave[item] = wave[*items_[item].asked_if] + 1;
        const auto last = items_.empty() ? 0 : *std::max_element(wave.begin(), wave.end());
        for (std::size_t now = 0; now <= last; ++now, tasks.clear()) {
            for (std::size_t item = 0; item < items_.size(); ++item)
                if (wave[item] == now)
                    tasks.emplace_back([this, item] { return mask_item(item); });
            std::vector<Result<void>> outcomes(tasks.size());
            each_in_parallel(rules_.threads, tasks.size(), [&](std::size_t task) { outcomes[task] = tasks[task](); });
            for (auto& outcome : outcomes)
                TRY(std::move(outcome));
        }
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
        release_.report.unions_across_levels
            = disclosure::small_unions_across_levels(release_.respondents, release_.report.by_tree.known, rules_.rules.k);
        release_.report.insiders = disclosure::ask_insiders(
            release_.respondents, shared(), rules_.rules.k, { .asked_max = rules_.insiders_asked }, random);
        return {};
    }

    Result<void> attack_by_elimination()
    {
        release_.report.by_elimination = disclosure::attack_independently(release_.respondents, shared(), rules_.rules.k);
        return {};
    }

    Result<void> attack_with_earlier()
    {
        if (history_)
            release_.report.told_with_earlier = history_->newly_told(release_.respondents, shared());
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
        std::vector<Cells> also_closed(index(answered.node_count()), disclosure::no_cell);
        if (const auto filter = items_[item].asked_if)
            for (std::size_t node = 0; node < also_closed.size(); ++node)
                also_closed[node] = ~release_.by_item[*filter].open[node];
        if (const auto from = items_[item].of_all_from) {
            const auto everybody
                = also_closed[0] | (answered.count(0, 0) >= *from ? disclosure::no_cell : disclosure::total_cell);
            std::fill(also_closed.begin(), also_closed.end(), ~disclosure::no_cell);
            also_closed[0] = everybody | ~disclosure::total_cell;
        }
        auto& mask = release_.by_item[item];
        mask = items_[item].is_sensitive
            ? protect_sensitive(
                release_.protection, answered, std::move(also_closed), rules_.rules, answers_, item, items_[item].options)
            : disclosure::protect_within(release_.protection, answered, also_closed, rules_.rules).mask;
        // A sensitive question, or one that some were not asked, is shown through one chart alone: what closes a group that
        // answers alike, or the few who were asked, would have to hold through both. Of the others, one that would tell too much
        // with what was shown before is not shown again.
        const auto& column = answers_.by_item[item];
        const bool is_of_some = std::find(column.begin(), column.end(), not_asked) != column.end();
        const bool is_told_too_much = history_
            && (items_[item].is_sensitive || is_of_some ? history_->was_shown(item)
                                                        : history_->newly_told(answered, mask, answers_, item) > 0);
        if (is_told_too_much)
            std::fill(mask.open.begin(), mask.open.end(), disclosure::no_cell);
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
        report.questions_withheld += is_told_too_much ? 1 : 0;
        report.recovered_results += found.recovered;
        report.result_groups_under_k += found.derivable_groups_under_k + found.unions_in_places_under_k;
        report.sensitive_intervals.drawn += intervals.drawn;
        report.sensitive_intervals.narrow += intervals.narrow;
        report.sensitive_intervals.pinned += intervals.pinned;
        return {};
    }

    Release& release_;
    const std::vector<Item>& items_;
    const Answers& answers_;
    const ReleaseRules& rules_;
    const std::optional<History>& history_;
    std::mutex guard_;
};

} // namespace

bool Report::is_safe() const
{
    return attackers_agree && by_tree.recovered == 0 && by_tree.derivable_groups_under_k == 0
        && by_tree.unions_in_places_under_k == 0 && recovered_results == 0 && result_groups_under_k == 0
        && sensitive_intervals.narrow == 0 && told_with_earlier == 0;
}

Result<Release> make_release(const Lattice& places, const std::vector<Item>& items, const Answers& answers,
    const ReleaseRules& rules, const std::vector<Earlier>& earlier)
{
    if (places.headcount(0, 0) > std::numeric_limits<std::uint32_t>::max())
        return Problem("request.invalid", "there are more people than a publication can count");
    const auto respondents = respondents_of(places, answers); // the history looks at it to the end
    auto protection = disclosure::protect(respondents, rules.rules);
    std::optional<History> history;
    if (!earlier.empty())
        history.emplace(TRY(History::create(respondents, answers, earlier, rules.rules.k)));
    if (history && history->newly_told(respondents, protection.mask) > 0) {
        const auto closed = history->to_close(respondents, protection.mask);
        protection = disclosure::protect(respondents, rules.rules, closed);
    }
    OpenCells open(protection.mask.open);
    const CountingOrder order(respondents, open, answers);
    const Rows rows(answers, items, order, rules.threads);
    Counts counts(rows, open.size());
    counts.count(rows, order, rules.threads);
    Release release { respondents, std::move(protection), {}, std::move(open), std::move(counts), {} };
    release.report.earlier_publications = static_cast<int>(earlier.size());
    TRY(Checks(release, items, answers, rules, history).run());
    return release;
}

} // namespace etabli::publication
