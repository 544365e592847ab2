// SPDX-License-Identifier: EUPL-1.2
// engine/publication/counting.cpp

#include "engine/publication/counting.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include "base/parallel.hpp"

namespace etabli::publication {

using disclosure::index;

namespace {

/// GCC's and clang's own vectors: the compiler picks the instructions.
using Lanes = std::uint8_t __attribute__((vector_size(Rows::lanes)));

/// Answers counted at once; their counters stay in registers.
constexpr int codes_at_once = 8;
/// Before a counter of one byte overflows.
constexpr std::uint32_t rows_at_once = 255;

constexpr std::size_t people_per_part = 1 << 14;
/// Cells are added up within places of the first level that has so many: an establishment of a nation.
constexpr int stretches_wanted = 100;

/// Counters of one byte for some answers to sixteen questions.
template <int codes>
struct Tally {
    std::array<Lanes, index(codes)> seen {};

    void add_rows(const std::uint8_t* rows, std::uint32_t count, int first_code)
    {
        for (; count > 0; --count, rows += Rows::lanes) {
            Lanes answers;
            std::memcpy(&answers, rows, sizeof answers);
#pragma GCC unroll 8
            for (int code = 0; code < codes; ++code)
                seen[index(code)] -= reinterpret_cast<Lanes>(answers == static_cast<std::uint8_t>(first_code + code));
        }
    }
    void add_to(std::uint32_t* counts) const
    {
#pragma GCC unroll 8
        for (int code = 0; code < codes; ++code)
            for (std::size_t lane = 0; lane < Rows::lanes; ++lane)
                counts[index(code) * Rows::lanes + lane] += seen[index(code)][lane];
    }
};

/// Some answers of one block of questions.
template <int codes>
class BlockCount {
public:
    /// `counts` of the first of these answers; a cell's are `stride` from the next one's.
    BlockCount(const CountingOrder& order, int first_code, std::uint32_t* counts, std::size_t stride)
        : order_(order)
        , first_code_(first_code)
        , counts_(counts)
        , stride_(stride)
    {
    }

    void run(const std::uint8_t* rows_by_total, const std::uint8_t* rows_by_category)
    {
        Progress totals { rows_by_total };
        Progress categories { rows_by_category };
        for (const auto& stretch : order_.stretches()) {
            count_people(order_.by_total(), stretch.totals_end, totals);
            count_people(order_.by_category(), stretch.categories_end, categories);
            for (const auto& [first, end] : stretch.whole)
                for (auto rank = end; rank-- > first;)
                    if (const auto above = order_.above()[index(rank)]; above >= 0)
                        add_up(at(rank), at(above));
        }
    }

private:
    struct Progress {
        const std::uint8_t* rows = nullptr;
        std::size_t run = 0; // the next one
        std::uint32_t person = 0; // counted so far
    };

    std::uint32_t* at(std::int32_t rank) const { return counts_ + index(rank) * stride_; }

    /// Step 2.2: people into the smallest cells that hold them.
    void count_people(const Runs& runs, std::size_t end, Progress& progress) const
    {
        for (; progress.run < end; ++progress.run) {
            const auto& run = runs.runs[progress.run];
            while (progress.person < run.end) {
                const auto people = std::min(run.end - progress.person, rows_at_once);
                Tally<codes> tally;
                tally.add_rows(progress.rows + std::size_t { progress.person } * Rows::lanes, people, first_code_);
                tally.add_to(at(run.rank));
                progress.person += people;
            }
        }
    }

    /// Step 2.3: a cell into the next larger one.
    static void add_up(const std::uint32_t* from, std::uint32_t* to)
    {
        for (std::size_t counter = 0; counter < index(codes) * Rows::lanes; ++counter)
            to[counter] += from[counter];
    }

    const CountingOrder& order_;
    int first_code_;
    std::uint32_t* counts_;
    std::size_t stride_;
};

/// Counts `codes` answers of a block from `first_code` on.
template <int codes>
void count_block(const Rows& rows, std::size_t block, const CountingOrder& order, int first_code, std::uint32_t* counts)
{
    const auto stride = index(rows.codes_of(block)) * Rows::lanes;
    BlockCount<codes>(order, first_code, counts + index(first_code) * Rows::lanes, stride)
        .run(rows.by_total(block), rows.by_category(block));
}

using CountBlock = decltype(&count_block<1>);
constexpr std::array<CountBlock, codes_at_once> by_codes { count_block<1>, count_block<2>, count_block<3>, count_block<4>,
    count_block<5>, count_block<6>, count_block<7>, count_block<8> };

/// Step 2.1: of each cell, the smallest open one that holds it; below zero for none.
std::vector<std::int32_t> smallest_open(const disclosure::Lattice& lattice, const OpenCells& open)
{
    std::vector<std::int32_t> holder(lattice.cell_numbers());
    for (int node = 0; node < lattice.node_count(); ++node)
        for (int cell = 0; cell <= lattice.category_count(); ++cell) {
            const int parent = lattice.node(node).parent;
            const auto rank = open.rank(node, cell);
            holder[lattice.at(node, cell)] = rank ? static_cast<std::int32_t>(*rank)
                : parent < 0                      ? -1
                                                  : holder[lattice.at(parent, cell)];
        }
    return holder;
}

/// Lays people out in runs, in the order in which the cells that hold them are first met from place to place, so that what is
/// counted together lies together.
class RunBuilder {
public:
    explicit RunBuilder(std::size_t open_cells) : met_at_(open_cells, 0) { }

    /// So many people of a cell of a smallest place, whom the open cell `rank` holds.
    void add(std::size_t cell_number, std::int32_t rank, std::uint32_t people)
    {
        if (rank < 0)
            return;
        auto& met_at = met_at_[index(rank)];
        if (met_at == 0)
            met_at = ++met_;
        held_.push_back({ met_at, rank, cell_number, people });
    }
    /// How many runs begin before what is added next.
    std::size_t begun() const { return met_; }

    Runs finish(const Answers& answers, std::size_t cell_numbers)
    {
        std::sort(held_.begin(), held_.end(), [](const Held& one, const Held& other) {
            return std::pair(one.met_at, one.cell_number) < std::pair(other.met_at, other.cell_number);
        });
        Runs made;
        std::vector<std::uint32_t> next(cell_numbers, Runs::nowhere);
        std::uint32_t place = 0;
        for (const auto& each : held_) {
            next[each.cell_number] = place;
            place += each.people;
            made.runs.resize(each.met_at, { 0, each.rank });
            made.runs.back().end = place;
        }
        made.people = place;
        for (const auto cell : answers.cell)
            made.place_of.push_back(next[cell] == Runs::nowhere ? Runs::nowhere : next[cell]++);
        return made;
    }

private:
    struct Held {
        std::uint32_t met_at = 0; // from 1
        std::int32_t rank = 0;
        std::size_t cell_number = 0;
        std::uint32_t people = 0;
    };

    std::vector<std::uint32_t> met_at_; // by open cell
    std::uint32_t met_ = 0;
    std::vector<Held> held_;
};

/// Where the places of each level begin: they stand level by level.
std::vector<int> first_of_levels(const disclosure::Lattice& lattice)
{
    std::vector<int> first;
    for (int node = 0; node < lattice.node_count(); ++node)
        if (lattice.node(node).level == static_cast<int>(first.size()))
            first.push_back(node);
    first.push_back(lattice.node_count());
    return first;
}

/// The open cells of a place and of all below it, the smallest first: the parts of places that follow one another do too.
std::vector<std::pair<std::int32_t, std::int32_t>> cells_within(
    const disclosure::Lattice& lattice, const OpenCells& open, int place)
{
    std::vector<std::pair<std::int32_t, std::int32_t>> ranges;
    int first = place;
    int end = place + 1;
    while (first < end) {
        ranges.emplace_back(open.first(first), open.first(end));
        int parts_first = lattice.node_count();
        int parts_end = parts_first;
        for (int node = first; node < end; ++node)
            if (const auto& at = lattice.node(node); at.child_count > 0) {
                parts_first = std::min(parts_first, at.first_child);
                parts_end = at.first_child + at.child_count;
            }
        first = parts_first;
        end = parts_end;
    }
    std::reverse(ranges.begin(), ranges.end());
    return ranges;
}

/// Of a block of sixteen questions, the rows of everybody who has a place.
void lay_rows(
    const Runs& runs, const std::vector<const std::uint8_t*>& columns, std::uint8_t* rows, std::size_t first, std::size_t end)
{
    for (auto person = first; person < end; ++person) {
        if (runs.place_of[person] == Runs::nowhere)
            continue;
        std::array<std::uint8_t, Rows::lanes> row;
        row.fill(not_asked);
        for (std::size_t lane = 0; lane < columns.size(); ++lane)
            row[lane] = columns[lane][person];
        std::memcpy(rows + std::size_t { runs.place_of[person] } * Rows::lanes, row.data(), Rows::lanes);
    }
}

} // namespace

CountingOrder::CountingOrder(const disclosure::Lattice& lattice, const OpenCells& open, const Answers& answers)
{
    const auto holder = smallest_open(lattice, open);
    for (const auto& [node, cell] : open.all()) {
        const int parent = lattice.node(node).parent;
        above_.push_back(parent < 0 ? -1 : holder[lattice.at(parent, cell)]);
    }
    std::vector<std::uint32_t> people_in(lattice.cell_numbers(), 0);
    for (const auto cell : answers.cell)
        ++people_in[cell];
    RunBuilder totals(open.size());
    RunBuilder categories(open.size());
    std::vector<std::pair<std::size_t, std::size_t>> begun(index(lattice.node_count())); // before the first of its people
    for (int node = 0; node < lattice.node_count(); ++node) {
        begun[index(node)] = { totals.begun(), categories.begun() };
        for (int cell = 1; lattice.node(node).child_count == 0 && cell <= lattice.category_count(); ++cell)
            if (const auto number = lattice.at(node, cell); people_in[number] > 0) {
                totals.add(number, holder[lattice.at(node, 0)], people_in[number]);
                categories.add(number, holder[number], people_in[number]);
            }
    }
    for (int node = lattice.node_count() - 1; node >= 0; --node)
        if (const auto& at = lattice.node(node); at.child_count > 0)
            begun[index(node)] = begun[index(at.first_child)];
    by_total_ = totals.finish(answers, lattice.cell_numbers());
    by_category_ = categories.finish(answers, lattice.cell_numbers());

    // One stretch per place of a middle level: once the runs that begin in it are counted, so is all that it holds, since an
    // open cell is met in the first of its places. The last stretch is of what stands above.
    const auto levels = first_of_levels(lattice);
    std::size_t level = 0;
    while (level + 2 < levels.size() && levels[level + 1] - levels[level] < stretches_wanted)
        ++level;
    const std::pair all(by_total_.runs.size(), by_category_.runs.size());
    for (int place = levels[level]; place < levels[level + 1]; ++place) {
        const auto [totals_end, categories_end] = place + 1 < levels[level + 1] ? begun[index(place + 1)] : all;
        stretches_.push_back({ totals_end, categories_end, cells_within(lattice, open, place) });
    }
    stretches_.push_back({ all.first, all.second, { { 0, open.first(levels[level]) } } });
}

Rows::Rows(const Answers& answers, const std::vector<Item>& items, const CountingOrder& order, int threads)
    : slot_of_(items.size())
{
    std::vector<std::size_t> item_at(items.size());
    std::iota(item_at.begin(), item_at.end(), std::size_t { 0 });
    std::sort(item_at.begin(), item_at.end(),
        [&](auto one, auto other) { return std::pair(items[one].options, one) < std::pair(items[other].options, other); });
    for (std::size_t slot = 0; slot < item_at.size(); ++slot) {
        slot_of_[item_at[slot]] = slot;
        codes_of_.resize(slot / lanes + 1);
        codes_of_.back() = items[item_at[slot]].options + 1;
    }
    by_total_.resize(blocks() * order.by_total().people * lanes);
    by_category_.resize(blocks() * order.by_category().people * lanes);
    const auto parts = (answers.people() + people_per_part - 1) / people_per_part;
    each_in_parallel(threads, blocks() * parts, [&](std::size_t part) {
        const auto block = part / parts;
        std::vector<const std::uint8_t*> columns;
        for (auto slot = block * lanes; slot < std::min((block + 1) * lanes, item_at.size()); ++slot)
            columns.push_back(answers.by_item[item_at[slot]].data());
        const auto first = part % parts * people_per_part;
        const auto end = std::min(answers.people(), first + people_per_part);
        lay_rows(order.by_total(), columns, by_total_.data() + block * by_total_.size() / blocks(), first, end);
        lay_rows(order.by_category(), columns, by_category_.data() + block * by_category_.size() / blocks(), first, end);
    });
}

Counts::Counts(const Rows& rows, std::size_t open_cells) : slot_of_(rows.slots())
{
    for (std::size_t block = 0; block < rows.blocks(); ++block) {
        const auto codes = index(rows.codes_of(block));
        blocks_.push_back({ codes, std::vector<std::uint32_t>(open_cells * codes * Rows::lanes, 0) });
    }
}

void Counts::count(const Rows& rows, const CountingOrder& order, int threads)
{
    each_in_parallel(threads, blocks_.size(), [&](std::size_t block) {
        const auto codes = rows.codes_of(block);
        for (int code = 0; code < codes; code += codes_at_once)
            by_codes[index(std::min(codes - code, codes_at_once) - 1)](rows, block, order, code, blocks_[block].counts.data());
    });
}

std::size_t Counts::bytes() const
{
    std::size_t bytes = 0;
    for (const auto& block : blocks_)
        bytes += block.counts.size() * sizeof(std::uint32_t);
    return bytes;
}

} // namespace etabli::publication
