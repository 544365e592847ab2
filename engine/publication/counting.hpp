// SPDX-License-Identifier: EUPL-1.2
// engine/publication/counting.hpp
//
// How many people of each open cell chose each option of each question. People are laid twice in a row, by the smallest open
// total and by the smallest open category that hold them, sixteen questions side by side as sixteen lanes of bytes: each such
// cell is one run of rows. Larger cells add up smaller ones, an establishment at a time, while these are near.
// docs/methods/publication.md, section 2.

#pragma once

#include "engine/publication/answers.hpp"
#include "engine/publication/open_cells.hpp"

namespace etabli::publication {

/// People in runs that one open cell holds. It owes nothing to the order in which answers came.
struct Runs {
    struct Run {
        std::uint32_t end = 0; // one past its last place in the row
        std::int32_t rank = 0; // of the open cell
    };
    /// Of a person whom no open cell holds.
    static constexpr std::uint32_t nowhere = UINT32_MAX;

    std::vector<Run> runs;
    std::vector<std::uint32_t> place_of; // by person
    std::size_t people = 0; // with a place
};

/// In which order people are counted, and into which cells.
class CountingOrder {
public:
    /// Some runs, and then the cells that are whole once these are counted: ranks from the largest down, in ranges.
    struct Stretch {
        std::size_t totals_end = 0;
        std::size_t categories_end = 0;
        std::vector<std::pair<std::int32_t, std::int32_t>> whole; // first, and one past the last
    };

    /// `open` holds cells of the lattice only.
    CountingOrder(const disclosure::Lattice& lattice, const OpenCells& open, const Answers& answers);

    const Runs& by_total() const { return by_total_; }
    const Runs& by_category() const { return by_category_; }
    const std::vector<Stretch>& stretches() const { return stretches_; }
    /// By open cell: the next larger open one, above; below zero for none. Always a smaller rank.
    const std::vector<std::int32_t>& above() const { return above_; }

private:
    Runs by_total_;
    Runs by_category_;
    std::vector<Stretch> stretches_;
    std::vector<std::int32_t> above_;
};

/// Answers in the order of counting.
class Rows {
public:
    static constexpr std::size_t lanes = 16;

    Rows(const Answers& answers, const std::vector<Item>& items, const CountingOrder& order, int threads);

    /// Where each question stands, by item: those with many options together, so that few counters stay idle.
    const std::vector<std::size_t>& slots() const { return slot_of_; }
    std::size_t blocks() const { return codes_of_.size(); }
    /// No answer, and every option of the block's question that has most.
    int codes_of(std::size_t block) const { return codes_of_[block]; }
    /// Sixteen bytes per person, in the order of their runs.
    const std::uint8_t* by_total(std::size_t block) const { return by_total_.data() + block * by_total_.size() / blocks(); }
    const std::uint8_t* by_category(std::size_t block) const
    {
        return by_category_.data() + block * by_category_.size() / blocks();
    }
    std::size_t bytes() const { return by_total_.size() + by_category_.size(); }

private:
    std::vector<std::size_t> slot_of_; // by item
    std::vector<int> codes_of_; // by block
    std::vector<std::uint8_t> by_total_; // block after block
    std::vector<std::uint8_t> by_category_;
};

class Counts {
public:
    /// All zero, of so many open cells.
    Counts(const Rows& rows, std::size_t open_cells);
    void count(const Rows& rows, const CountingOrder& order, int threads);

    /// People of an open cell who gave this answer: an option, or no_answer.
    std::uint32_t of(std::size_t rank, std::size_t item, int code) const
    {
        const auto slot = slot_of_[item];
        const auto& block = blocks_[slot / Rows::lanes];
        return block.counts[(rank * block.codes + static_cast<std::size_t>(code)) * Rows::lanes + slot % Rows::lanes];
    }
    std::size_t bytes() const;

private:
    struct Block {
        std::size_t codes = 0;
        std::vector<std::uint32_t> counts; // by open cell, answer, lane
    };

    std::vector<std::size_t> slot_of_; // by item
    std::vector<Block> blocks_;
};

} // namespace etabli::publication
