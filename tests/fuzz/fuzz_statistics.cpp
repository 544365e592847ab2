// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_statistics.cpp
//
// Whatever is given as a file of answers is read or refused, and what is read gives numbers or a reason, never an
// alpha above one or groups that do not hold every row.

#include <cmath>

#include "engine/statistics/agreement.hpp"
#include "engine/statistics/reliability.hpp"
#include "engine/statistics/tables.hpp"
#include "engine/statistics/ward.hpp"

using namespace etabli;
using namespace etabli::statistics;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto table = AnswerTable::read({ reinterpret_cast<const char*>(bytes), size });
    if (!table.ok() || table.value().header().size() > 20 || table.value().rows() > 200)
        return 0;
    std::vector<std::size_t> columns;
    for (std::size_t at = 0; at < table.value().header().size(); ++at)
        columns.push_back(at);
    const auto scores = table.value().numbers(columns);
    if (!scores.ok())
        return 0;
    for (int row = 0; row < scores.value().rows(); ++row) // what nobody would type overflows when squared
        for (int column = 0; column < scores.value().columns(); ++column)
            if (std::abs(scores.value().at(row, column).value_or(1)) > 1e6
                || std::abs(scores.value().at(row, column).value_or(1)) < 1e-6)
                return 0;
    const auto reliability = reliability_of(scores.value());
    if (const auto* found = std::get_if<Reliability>(&reliability))
        VERIFY(found->alpha < 1 + 1e-6 && !std::isnan(found->error));
    agreement_of(scores.value());
    const auto tree = ward_tree(scores.value(), Ward::D2);
    if (tree.ok())
        VERIFY(static_cast<int>(cut(tree.value(), (tree.value().rows + 1) / 2).value().size()) == scores.value().rows());
    return 0;
}
