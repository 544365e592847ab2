// SPDX-License-Identifier: EUPL-1.2
// engine/statistics/ward.cpp

#include "engine/statistics/ward.hpp"

#include <cmath>
#include <limits>
#include <numeric>

namespace etabli::statistics {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Distances between groups; a group stands where the first of its rows stood.
class Groups {
public:
    Groups(const Scores& scores, Ward variant) : rows_(scores.rows()), distances_(at(rows_) * at(rows_), 0.0)
    {
        for (int left = 0; left < rows_; ++left)
            for (int right = left + 1; right < rows_; ++right) {
                double sum = 0;
                for (int column = 0; column < scores.columns(); ++column) {
                    const double apart = *scores.at(left, column) - *scores.at(right, column);
                    sum += apart * apart;
                }
                distance(left, right) = variant == Ward::D2 ? sum : std::sqrt(sum); // 7.1
            }
        size_.assign(at(rows_), 1);
        name_.resize(at(rows_));
        std::iota(name_.begin(), name_.end(), 0);
        nearest_.assign(at(rows_), -1);
        for (int row = 0; row < rows_; ++row)
            look_around(row);
    }

    /// Step 7.2: the two nearest become one.
    Merge merge(int number)
    {
        int first = -1;
        for (int row = 0; row < rows_; ++row)
            if (is_there(row) && nearest_[at(row)] >= 0 && (first < 0 || reach(row) < reach(first)))
                first = row;
        const int second = nearest_[at(first)];
        const double height = reach(first);
        Merge made { name_[at(first)], name_[at(second)], height, size_[at(first)] + size_[at(second)] };
        for (int row = 0; row < rows_; ++row)
            if (is_there(row) && row != first && row != second)
                distance(row, first) = updated(row, first, second, height);
        size_[at(first)] = made.size;
        size_[at(second)] = 0;
        name_[at(first)] = rows_ + number;
        look_around(first);
        for (int row = 0; row < second; ++row)
            if (is_there(row) && row != first && (nearest_[at(row)] == first || nearest_[at(row)] == second))
                look_around(row);
        return made;
    }

private:
    double& distance(int one, int other) { return distances_[at(std::min(one, other)) * at(rows_) + at(std::max(one, other))]; }
    bool is_there(int row) const { return size_[at(row)] > 0; }
    double reach(int row) { return distance(row, nearest_[at(row)]); }

    /// Lance and Williams' formula for Ward.
    double updated(int row, int first, int second, double height)
    {
        const auto of_row = static_cast<double>(size_[at(row)]);
        const auto of_first = static_cast<double>(size_[at(first)]);
        const auto of_second = static_cast<double>(size_[at(second)]);
        return ((of_first + of_row) * distance(row, first) + (of_second + of_row) * distance(row, second) - of_row * height)
            / (of_first + of_second + of_row);
    }

    /// The nearest of the groups that stand behind.
    void look_around(int row)
    {
        double least = far;
        nearest_[at(row)] = -1;
        for (int other = row + 1; other < rows_; ++other)
            if (is_there(other) && distance(row, other) < least) {
                least = distance(row, other);
                nearest_[at(row)] = other;
            }
    }

    int rows_;
    std::vector<double> distances_; // above the diagonal
    std::vector<int> size_; // 0: has gone into another
    std::vector<int> name_; // as Merge names it
    std::vector<int> nearest_;
};

} // namespace

Result<Tree> ward_tree(const Scores& scores, Ward variant)
{
    if (scores.rows() == 0 || scores.rows() > clustered_max)
        return Problem("request.invalid", fmt::format("{} rows: from 1 to {}", scores.rows(), clustered_max));
    if (!scores.is_complete())
        return Problem("request.invalid", "a number is missing");
    Tree made { scores.rows(), {} };
    Groups groups(scores, variant);
    for (int number = 0; number + 1 < made.rows; ++number)
        made.merges.push_back(groups.merge(number));
    if (variant == Ward::D2) // 7.3
        for (auto& merge : made.merges)
            merge.height = std::sqrt(std::max(merge.height, 0.0));
    return made;
}

Result<std::vector<int>> cut(const Tree& tree, int groups)
{
    if (groups < 1 || groups > tree.rows)
        return Problem("request.invalid", fmt::format("{} groups of {} rows", groups, tree.rows));
    // From the top of what is kept down to the rows.
    std::vector<int> top(at(tree.rows) + tree.merges.size());
    std::iota(top.begin(), top.end(), 0);
    for (int merge = tree.rows - groups - 1; merge >= 0; --merge) {
        const auto& made = tree.merges[at(merge)];
        top[at(made.first)] = top[at(made.second)] = top[at(tree.rows + merge)];
    }
    std::vector<int> number_of(top.size(), 0);
    std::vector<int> found;
    int met = 0;
    for (int row = 0; row < tree.rows; ++row) {
        auto& number = number_of[at(top[at(row)])];
        if (number == 0)
            number = ++met;
        found.push_back(number);
    }
    VERIFY(met == groups);
    return found;
}

Result<Scores> standardised(const Scores& scores)
{
    if (!scores.is_complete())
        return Problem("request.invalid", "a number is missing");
    std::vector<double> means;
    std::vector<double> deviations;
    for (int column = 0; column < scores.columns(); ++column) {
        const auto numbers = scores.column(column);
        const auto variance = variance_of(numbers);
        if (!variance || !(*variance > 0))
            return Problem("request.invalid", fmt::format("column {} does not vary", column + 1));
        means.push_back(*mean_of(numbers));
        deviations.push_back(std::sqrt(*variance));
    }
    Scores made(scores.columns());
    std::vector<Score> row(at(scores.columns()));
    for (int number = 0; number < scores.rows(); ++number) {
        for (int column = 0; column < scores.columns(); ++column)
            row[at(column)] = (*scores.at(number, column) - means[at(column)]) / deviations[at(column)];
        TRY(made.add_row(row));
    }
    return made;
}

} // namespace etabli::statistics
