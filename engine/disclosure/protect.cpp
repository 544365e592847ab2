// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/protect.cpp

#include "engine/disclosure/protect.hpp"

#include "engine/disclosure/star.hpp"

namespace etabli::disclosure {

namespace {

/// Star after star, from the root down.
class Opening {
public:
    Opening(const Lattice& lattice, Primary primary, const Rules& rules)
        : lattice_(lattice)
        , primary_(std::move(primary))
        , rules_(rules)
        , made_ { { std::vector<Cells>(index(lattice.node_count()), no_cell) }, primary_.cells,
            std::vector<Settled>(
                index(lattice.node_count()), { no_cell, no_cell, Partition::nothing(lattice.category_count()) }) }
    {
    }

    Protection run()
    {
        open_parts({ Partition::nothing(lattice_.category_count()), no_cell, true }, 0, 1);
        for (int node = 0; node < lattice_.node_count(); ++node)
            if (const auto& place = lattice_.node(node); place.child_count > 0)
                open_parts(top_at(node), place.first_child, place.child_count);
        return std::move(made_);
    }

    /// Below a place that is as it was shared, a star that stays sound stays.
    Protection run_within(const Protection& shared)
    {
        keep_or_open(shared, { Partition::nothing(lattice_.category_count()), no_cell, true }, 0, 1);
        for (int node = 0; node < lattice_.node_count(); ++node) {
            const auto& place = lattice_.node(node);
            if (place.child_count == 0)
                continue;
            if (is_as_shared(shared, node))
                keep_or_open(shared, top_at(node), place.first_child, place.child_count);
            else
                open_within(shared, top_at(node), place.first_child, place.child_count);
        }
        return std::move(made_);
    }

private:
    StarTop top_at(int node) const
    {
        auto computable = made_.settled[index(node)].from_beside;
        computable.add(made_.mask.open[index(node)] | lattice_.empty(node));
        return { computable, made_.settled[index(node)].known, false };
    }

    void open_parts(const StarTop& top, int first, int count)
    {
        Star star(lattice_, primary_, rules_, top, first, count);
        star.open_all_it_can();
        settle(star);
    }

    /// More than what was shared cannot be opened: if that is sound, no order of opening does better.
    void open_within(const Protection& shared, const StarTop& top, int first, int count)
    {
        Star star(lattice_, primary_, rules_, top, first, count);
        if (!star.open_together(shared.mask.open))
            star.open_all_it_can();
        settle(star);
    }

    void keep_or_open(const Protection& shared, const StarTop& top, int first, int count)
    {
        std::vector<Star::Part> parts;
        for (int node = first; node < first + count; ++node) {
            const auto& settled = shared.settled[index(node)];
            if (settled.empty != lattice_.empty(node))
                return open_within(shared, top, first, count);
            parts.push_back({ node, shared.mask.open[index(node)], settled.known, settled.from_beside });
        }
        const Star star(lattice_, primary_, rules_, top, std::move(parts));
        if (star.is_sound())
            settle(star);
        else
            open_within(shared, top, first, count);
    }

    void settle(const Star& star)
    {
        for (const auto& part : star.parts()) {
            made_.mask.open[index(part.node)] = part.open;
            made_.settled[index(part.node)] = { part.known, lattice_.empty(part.node), part.from_beside };
        }
    }

    bool is_as_shared(const Protection& shared, int node) const
    {
        const auto& own = made_.settled[index(node)];
        const auto& theirs = shared.settled[index(node)];
        return made_.mask.open[index(node)] == shared.mask.open[index(node)] && own.known == theirs.known
            && own.empty == theirs.empty && own.from_beside == theirs.from_beside;
    }

    const Lattice& lattice_;
    Primary primary_;
    Rules rules_;
    Protection made_;
};

} // namespace

Protection protect(const Lattice& lattice, const Rules& rules, const std::vector<Cells>& also_closed)
{
    return Opening(lattice, primary_of(lattice, rules, also_closed), rules).run();
}

Protection protect_within(
    const Protection& shared, const Lattice& answers, const std::vector<Cells>& also_closed, const Rules& rules)
{
    VERIFY(shared.settled.size() == index(answers.node_count()) && also_closed.size() == shared.settled.size());
    std::vector<Cells> closed(also_closed.size());
    for (std::size_t node = 0; node < closed.size(); ++node)
        closed[node] = ~shared.mask.open[node] | also_closed[node];
    return Opening(answers, primary_of(answers, rules, closed), rules).run_within(shared);
}

} // namespace etabli::disclosure
