// SPDX-License-Identifier: EUPL-1.2
// engine/disclosure/intervals.cpp

#include "engine/disclosure/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <Clp_C_Interface.h>

namespace etabli::disclosure {

namespace {

/// Bounds of whole numbers, from a solver that computes with sixteen digits.
constexpr double slack = 1e-6;

constexpr int optimal = 0;

/// Where nothing bounds a cell from above.
constexpr double people_max = 1e9;

/// All nodes at or below one, parents first.
std::vector<int> with_all_below(const Lattice& lattice, int root)
{
    std::vector<int> nodes { root };
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const auto& place = lattice.node(nodes[at]);
        for (int part = place.first_child; part < place.first_child + place.child_count; ++part)
            nodes.push_back(part);
    }
    return nodes;
}

} // namespace

class IntervalAudit::Solver {
public:
    Solver(const Lattice& lattice, const Sums& sums, const Mask& mask, int root, Cells known, Presumed presumed)
        : sums_(sums)
        , presumed_least_(presumed == Presumed::HoldsSomebody ? 1 : 0)
        , everybody_(sums_.members(root, 0))
        , model_(Clp_newModel(), Clp_deleteModel)
    {
        Clp_setLogLevel(model_.get(), 0);
        std::vector<CoinBigIndex> starts { 0 };
        std::vector<int> columns;
        std::vector<double> published;
        const auto publish = [&](int node, int cell) {
            for (const int unknown : sums_.members(node, cell))
                columns.push_back(column_of(unknown));
            starts.push_back(static_cast<CoinBigIndex>(columns.size()));
            published.push_back(static_cast<double>(lattice.count(node, cell)));
        };
        for (const int node : with_all_below(lattice, root))
            each_cell((mask.open[index(node)] | (node == root ? known : no_cell)) & lattice.cells_with_people(node),
                [&](int cell) { publish(node, cell); });
        const std::vector<double> least(everybody_.size(), static_cast<double>(presumed_least_));
        const std::vector<double> most(everybody_.size(), people_max);
        const std::vector<double> ones(columns.size(), 1.0);
        Clp_resize(model_.get(), 0, static_cast<int>(everybody_.size()));
        Clp_chgColumnLower(model_.get(), least.data());
        Clp_chgColumnUpper(model_.get(), most.data());
        Clp_addRows(model_.get(), static_cast<int>(published.size()), published.data(), published.data(), starts.data(),
            columns.data(), ones.data());
    }

    Result<Interval> of(int node, int cell)
    {
        if (Clp_numberRows(model_.get()) == 0) // nothing is said of the root: the solver wants a row
            return Interval { presumed_least_ * static_cast<std::int64_t>(sums_.members(node, cell).size()),
                static_cast<std::int64_t>(people_max) };
        std::vector<double> objective(everybody_.size(), 0.0);
        for (const int unknown : sums_.members(node, cell))
            objective[index(column_of(unknown))] = 1.0;
        Clp_chgObjCoefficients(model_.get(), objective.data());
        const auto least = TRY(solved(1));
        const auto most = TRY(solved(-1));
        return Interval { static_cast<std::int64_t>(std::ceil(least - slack)),
            static_cast<std::int64_t>(std::floor(most + slack)) };
    }

private:
    /// The root's unknowns follow one another.
    int column_of(int unknown) const { return unknown - everybody_.front(); }

    /// The direction is 1 for the least and -1 for the most. The former solution is feasible still: only the aim changed.
    Result<double> solved(double direction)
    {
        Clp_setOptimizationDirection(model_.get(), direction);
        Clp_primal(model_.get(), 0);
        if (Clp_status(model_.get()) != optimal)
            return Problem("server.internal", "the solver found no bound");
        return Clp_objectiveValue(model_.get());
    }

    const Sums& sums_;
    std::int64_t presumed_least_;
    std::vector<int> everybody_;
    std::unique_ptr<Clp_Simplex, void (*)(Clp_Simplex*)> model_;
};

IntervalAudit::IntervalAudit(
    const Lattice& lattice, const Sums& sums, const Mask& mask, int root, Cells known, Presumed presumed)
    : solver_(std::make_unique<Solver>(lattice, sums, mask, root, known, presumed))
{
}

IntervalAudit::~IntervalAudit() = default;

Result<Interval> IntervalAudit::of(int node, int cell)
{
    return solver_->of(node, cell);
}

Result<IntervalReport> audit_intervals(
    const Lattice& lattice, const Mask& mask, int level, std::int64_t cells_max, Presumed presumed, Random& random)
{
    struct Drawn {
        int root = 0;
        int node = 0;
        int cell = 0;
        auto operator<=>(const Drawn&) const = default;
    };
    std::vector<Drawn> cells;
    std::vector<int> root_of(index(lattice.node_count()), -1);
    for (int node = 0; node < lattice.node_count(); ++node) {
        const auto& place = lattice.node(node);
        root_of[index(node)] = place.level == level ? node : place.level > level ? root_of[index(place.parent)] : -1;
        if (root_of[index(node)] >= 0)
            each_cell(lattice.cells_with_people(node) & ~mask.open[index(node)], [&](int cell) {
                cells.push_back({ root_of[index(node)], node, cell });
            });
    }
    random.shuffle(cells);
    cells.resize(std::min(cells.size(), static_cast<std::size_t>(cells_max)));
    std::sort(cells.begin(), cells.end()); // one program per root

    const Sums sums(lattice);
    const auto known = attack(lattice, mask, k_default).known;
    std::unique_ptr<IntervalAudit> audit;
    IntervalReport report;
    int root = -1;
    for (const auto& drawn : cells) {
        if (drawn.root != root)
            audit = std::make_unique<IntervalAudit>(lattice, sums, mask, root = drawn.root, known[index(drawn.root)], presumed);
        const auto interval = TRY(audit->of(drawn.node, drawn.cell));
        report.drawn += 1;
        report.narrow += is_narrow(interval, lattice.count(drawn.node, drawn.cell)) ? 1 : 0;
        report.pinned += interval.least == interval.most ? 1 : 0;
    }
    return report;
}

} // namespace etabli::disclosure
