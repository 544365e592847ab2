// SPDX-License-Identifier: EUPL-1.2
// engine/publication/counting.cpp

#include "engine/publication/counting.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <tuple>

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
    void add(const Tally& other)
    {
#pragma GCC unroll 8
        for (int code = 0; code < codes; ++code)
            seen[index(code)] += other.seen[index(code)];
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
    BlockCount(const std::uint8_t* rows, int first_code, const CountingOrder& order, std::uint32_t* counts, std::size_t stride)
        : rows_(rows)
        , first_code_(first_code)
        , order_(order)
        , counts_(counts)
        , stride_(stride)
    {
    }

    void run()
    {
        std::size_t next = 0;
        for (const auto& stretch : order_.stretches()) {
            count_people(next, stretch.groups_end);
            next = stretch.groups_end;
            for (const auto& [first, end] : stretch.whole)
                for (auto rank = end; rank-- > first;)
                    if (const auto above = order_.above()[index(rank)]; above >= 0)
                        add_up(at(rank), at(above));
        }
    }

private:
    std::uint32_t* at(std::int32_t rank) const { return counts_ + index(rank) * stride_; }

    /// Step 2.2: people into the smallest cells that hold them.
    void count_people(std::size_t first_group, std::size_t end_group)
    {
        Tally<codes> of_total;
        std::uint32_t in_total = 0;
        std::int32_t total = -1;
        const auto close_total = [&] {
            if (total >= 0)
                of_total.add_to(at(total));
            of_total = {};
            in_total = 0;
        };
        for (auto number = first_group; number < end_group; ++number) {
            const auto& group = order_.groups()[number];
            if (group.total != total)
                close_total();
            total = group.total;
            while (person_ < group.end) {
                const auto people = std::min(group.end - person_, rows_at_once);
                Tally<codes> tally;
                tally.add_rows(rows_ + std::size_t { person_ } * Rows::lanes, people, first_code_);
                if (group.category >= 0)
                    tally.add_to(at(group.category));
                if (in_total + people > rows_at_once)
                    close_total();
                of_total.add(tally);
                in_total += people;
                person_ += people;
            }
        }
        close_total();
    }

    /// Step 2.3: a cell into the next larger one.
    static void add_up(const std::uint32_t* from, std::uint32_t* to)
    {
        for (std::size_t counter = 0; counter < index(codes) * Rows::lanes; ++counter)
            to[counter] += from[counter];
    }

    const std::uint8_t* rows_;
    int first_code_;
    const CountingOrder& order_;
    std::uint32_t* counts_;
    std::size_t stride_;
    std::uint32_t person_ = 0; // counted so far
};

template <int codes>
void count_block(
    const std::uint8_t* rows, int first_code, const CountingOrder& order, std::uint32_t* counts, std::size_t stride)
{
    BlockCount<codes>(rows, first_code, order, counts, stride).run();
}

using CountBlock = decltype(&count_block<1>);
constexpr std::array<CountBlock, codes_at_once> by_codes { count_block<1>, count_block<2>, count_block<3>, count_block<4>,
    count_block<5>, count_block<6>, count_block<7>, count_block<8> };

/// People of one cell of a smallest place.
struct Held {
    std::uint32_t total_met_at = 0; // when the smallest open total that holds them was first met
    std::int32_t total = -1;
    std::int32_t category = -1;
    std::uint32_t cell = 0;
    std::uint32_t people = 0;
};

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

} // namespace

CountingOrder::CountingOrder(const disclosure::Lattice& lattice, const OpenCells& open, const Answers& answers)
    : place_of_(answers.people())
{
    const auto holder = smallest_open(lattice, open);
    for (const auto& [node, cell] : open.all()) {
        const int parent = lattice.node(node).parent;
        above_.push_back(parent < 0 ? -1 : holder[lattice.at(parent, cell)]);
    }

    // People under the same total follow one another, totals in the order in which their first people are met from place to
    // place: what is counted together lies together.
    std::vector<std::uint32_t> people_in(lattice.cell_numbers(), 0);
    for (const auto cell : answers.cell)
        ++people_in[cell];
    std::vector<std::uint32_t> met_at(open.size() + 1, 0); // by rank, from 1; the first one for no total
    std::uint32_t met = 0;
    std::vector<Held> held;
    std::vector<std::uint32_t> met_before(index(lattice.node_count()), 0); // by smallest place
    for (int node = 0; node < lattice.node_count(); ++node) {
        if (lattice.node(node).child_count > 0)
            continue;
        met_before[index(node)] = met;
        const auto total = holder[lattice.at(node, 0)];
        auto& total_met_at = met_at[index(total + 1)];
        if (total_met_at == 0)
            total_met_at = ++met;
        for (int cell = 1; cell <= lattice.category_count(); ++cell)
            if (const auto number = lattice.at(node, cell); people_in[number] > 0)
                held.push_back({ total_met_at, total, holder[number], static_cast<std::uint32_t>(number), people_in[number] });
    }
    std::sort(held.begin(), held.end(), [](const Held& one, const Held& other) {
        return std::tie(one.total_met_at, one.category, one.cell) < std::tie(other.total_met_at, other.category, other.cell);
    });

    std::vector<std::uint32_t> next(lattice.cell_numbers(), 0);
    std::vector<std::size_t> groups_before(index(static_cast<int>(met)) + 2, 0); // by when a total was met
    std::uint32_t place = 0;
    for (const auto& each : held) {
        next[each.cell] = place;
        place += each.people;
        if (groups_.empty() || groups_.back().total != each.total || groups_.back().category != each.category)
            groups_.push_back({ place, each.total, each.category });
        groups_.back().end = place;
        groups_before[each.total_met_at + 1] = groups_.size();
    }
    for (std::size_t number = 1; number < groups_before.size(); ++number) // totals without people
        groups_before[number] = std::max(groups_before[number], groups_before[number - 1]);
    for (std::size_t person = 0; person < answers.people(); ++person)
        place_of_[person] = next[answers.cell[person]]++;

    std::vector<std::size_t> first_group(index(lattice.node_count()), 0);
    for (int node = lattice.node_count() - 1; node >= 0; --node) {
        const auto& at = lattice.node(node);
        first_group[index(node)]
            = at.child_count > 0 ? first_group[index(at.first_child)] : groups_before[met_before[index(node)] + 1];
    }
    find_stretches(lattice, open, first_group);
}

/// One stretch per place of a middle level: once the groups that begin in it are counted, so is all that it holds, since a total
/// is met in the first of its places. The last stretch is of what stands above.
void CountingOrder::find_stretches(
    const disclosure::Lattice& lattice, const OpenCells& open, const std::vector<std::size_t>& first_group)
{
    std::vector<int> first_of_level; // nodes stand level by level
    for (int node = 0; node < lattice.node_count(); ++node)
        if (lattice.node(node).level == static_cast<int>(first_of_level.size()))
            first_of_level.push_back(node);
    first_of_level.push_back(lattice.node_count());
    std::size_t level = 0;
    while (level + 2 < first_of_level.size() && first_of_level[level + 1] - first_of_level[level] < stretches_wanted)
        ++level;
    for (int place = first_of_level[level]; place < first_of_level[level + 1]; ++place) {
        const bool is_last = place + 1 == first_of_level[level + 1];
        Stretch stretch { is_last ? groups_.size() : first_group[index(place + 1)], {} };
        for (std::pair nodes(place, place + 1); nodes.first < nodes.second;) {
            stretch.whole.emplace_back(open.first(nodes.first), open.first(nodes.second));
            int first = lattice.node_count();
            int end = first;
            for (int node = nodes.first; node < nodes.second; ++node)
                if (const auto& at = lattice.node(node); at.child_count > 0) {
                    first = std::min(first, at.first_child);
                    end = at.first_child + at.child_count;
                }
            nodes = { first, first == lattice.node_count() ? first : end };
        }
        std::reverse(stretch.whole.begin(), stretch.whole.end());
        stretches_.push_back(std::move(stretch));
    }
    stretches_.push_back({ groups_.size(), { { 0, open.first(first_of_level[level]) } } });
}

Rows::Rows(const Answers& answers, const std::vector<Item>& items, const CountingOrder& order, int threads)
    : people_(answers.people())
    , slot_of_(items.size())
{
    std::vector<std::size_t> item_at(items.size());
    std::iota(item_at.begin(), item_at.end(), std::size_t { 0 });
    std::stable_sort(
        item_at.begin(), item_at.end(), [&](auto one, auto other) { return items[one].options < items[other].options; });
    for (std::size_t slot = 0; slot < item_at.size(); ++slot) {
        slot_of_[item_at[slot]] = slot;
        codes_of_.resize(slot / lanes + 1);
        codes_of_.back() = items[item_at[slot]].options + 1;
    }
    bytes_.resize(blocks() * people_ * lanes);
    const auto parts = (people_ + people_per_part - 1) / people_per_part;
    each_in_parallel(threads, blocks() * parts, [&](std::size_t part) {
        const auto block = part / parts;
        auto* rows = bytes_.data() + block * people_ * lanes;
        std::array<const std::uint8_t*, lanes> columns {};
        for (std::size_t lane = 0; lane < lanes && block * lanes + lane < item_at.size(); ++lane)
            columns[lane] = answers.by_item[item_at[block * lanes + lane]].data();
        const auto first = part % parts * people_per_part;
        for (auto person = first; person < std::min(people_, first + people_per_part); ++person) {
            std::array<std::uint8_t, lanes> row;
            row.fill(not_asked);
            for (std::size_t lane = 0; lane < lanes && columns[lane] != nullptr; ++lane)
                row[lane] = columns[lane][person];
            std::memcpy(rows + std::size_t { order.place_of()[person] } * lanes, row.data(), lanes);
        }
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
    each_in_parallel(threads, blocks_.size(), [&](std::size_t number) {
        auto& block = blocks_[number];
        const auto stride = block.codes * Rows::lanes;
        const auto codes = static_cast<int>(block.codes);
        for (int code = 0; code < codes; code += codes_at_once)
            by_codes[index(std::min(codes - code, codes_at_once) - 1)](
                rows.block(number), code, order, block.counts.data() + index(code) * Rows::lanes, stride);
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
