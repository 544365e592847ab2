// SPDX-License-Identifier: EUPL-1.2
// engine/publication/unanimous.cpp

#include "engine/publication/unanimous.hpp"

#include <algorithm>

namespace etabli::publication {

using disclosure::Cells;
using disclosure::each_cell;
using disclosure::index;
using disclosure::Lattice;
using disclosure::Mask;

namespace {

/// Each time something is closed and looked at again; beyond, the question is not shown.
constexpr int tries_max = 20;

/// Who answered, and how.
class Alike {
public:
    Alike(const Lattice& answered, const Answers& answers, std::size_t item, int options) : answered_(answered)
    {
        std::vector<std::vector<std::int64_t>> counts(index(options), std::vector<std::int64_t>(answered.cell_numbers(), 0));
        for (std::size_t person = 0; person < answers.people(); ++person)
            if (const auto answer = answers.by_item[item][person]; answer != no_answer && answer != not_asked)
                ++counts[index(answer - 1)][answers.cell[person]];
        for (auto& option : counts)
            by_option_.push_back(answered.answered(std::move(option)));
    }

    /// Cells of some places, together.
    bool is_one_answer(const std::vector<std::pair<int, Cells>>& group) const
    {
        const auto people_of = [&](const Lattice& lattice) {
            std::int64_t people = 0;
            for (const auto& [node, cells] : group)
                each_cell(cells, [&](int cell) { people += lattice.count(node, cell); });
            return people;
        };
        const auto all = people_of(answered_);
        return all > 0 && std::any_of(by_option_.begin(), by_option_.end(), [&](const Lattice& option) {
            return people_of(option) == all;
        });
    }

private:
    const Lattice& answered_;
    std::vector<Lattice> by_option_;
};

/// Looks for groups of one answer; what they would be computed from is to be closed.
class Search {
public:
    Search(const Lattice& answered, const disclosure::Protection& made, const Alike& alike)
        : answered_(answered)
        , made_(made)
        , alike_(alike)
        , to_close_(made.mask.open.size(), disclosure::no_cell)
    {
    }

    /// By node; nothing when there is no such group.
    std::optional<std::vector<Cells>> run()
    {
        for (int node = 0; node < answered_.node_count(); ++node) {
            look_at_cells(node);
            look_at_rests(node);
            look_at_parts(node);
        }
        return has_found_ ? std::optional(to_close_) : std::nullopt;
    }

private:
    Cells open(int node) const { return made_.mask.open[index(node)]; }
    Cells known(int node) const { return made_.settled[index(node)].known; }
    Cells unknown(int node) const { return answered_.cells_with_people(node) & ~known(node); }

    void close(int node, Cells cells)
    {
        to_close_[index(node)] |= cells;
        has_found_ = true;
    }

    void look_at_cells(int node)
    {
        each_cell(open(node), [&](int cell) {
            if (alike_.is_one_answer({ { node, disclosure::cell_at(cell) } }))
                close(node, disclosure::cell_at(cell));
        });
    }

    /// What is left of the place, and of what is computable of it from beside.
    void look_at_rests(int node)
    {
        auto rests = made_.settled[index(node)].from_beside.blocks();
        if ((known(node) & disclosure::total_cell) != 0)
            rests.push_back(~disclosure::total_cell);
        for (const auto rest : rests)
            if (alike_.is_one_answer({ { node, rest & unknown(node) } })) {
                int from = node; // where nothing is open, what is known comes from above
                while (open(from) == disclosure::no_cell && answered_.node(from).parent >= 0)
                    from = answered_.node(from).parent;
                close(from, open(from));
            }
    }

    /// What is known of the place less what is known of its parts.
    void look_at_parts(int node)
    {
        const auto& place = answered_.node(node);
        if (place.child_count == 0)
            return;
        each_cell(known(node) & answered_.cells_with_people(node), [&](int cell) {
            std::vector<std::pair<int, Cells>> rest;
            for (int part = place.first_child; part < place.first_child + place.child_count; ++part)
                rest.emplace_back(part, unknown(part) & disclosure::cell_at(cell));
            if (!alike_.is_one_answer(rest))
                return;
            close(node, disclosure::cell_at(cell) & open(node));
            for (int part = place.first_child; part < place.first_child + place.child_count; ++part)
                close(part, disclosure::cell_at(cell) & open(part));
        });
    }

    const Lattice& answered_;
    const disclosure::Protection& made_;
    const Alike& alike_;
    std::vector<Cells> to_close_;
    bool has_found_ = false;
};

} // namespace

Mask protect_sensitive(const disclosure::Protection& shared, const Lattice& answered, std::vector<Cells> also_closed,
    const disclosure::Rules& rules, const Answers& answers, std::size_t item, int options)
{
    const Alike alike(answered, answers, item, options);
    for (int time = 0; time < tries_max; ++time) {
        auto made = disclosure::protect_within(shared, answered, also_closed, rules);
        const auto to_close = Search(answered, made, alike).run();
        if (!to_close)
            return std::move(made.mask);
        for (std::size_t node = 0; node < also_closed.size(); ++node)
            also_closed[node] |= (*to_close)[node];
    }
    return { std::vector<Cells>(also_closed.size(), disclosure::no_cell) };
}

} // namespace etabli::publication
