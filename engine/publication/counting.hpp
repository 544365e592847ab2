// SPDX-License-Identifier: EUPL-1.2
// engine/publication/counting.hpp
//
// How many people of each open cell chose each option of each question. People are laid in the order of the smallest open
// cells that hold them, sixteen questions side by side as sixteen lanes of bytes, and read once; larger cells then add up
// smaller ones. docs/methods/publication.md, section 2.

#pragma once

#include "engine/publication/answers.hpp"
#include "engine/publication/open_cells.hpp"

namespace etabli::publication {

/// In which order people are counted, and into which cells. It owes nothing to the order in which answers came.
class CountingOrder {
public:
    /// People whose smallest open cells are the same two.
    struct Group {
        std::uint32_t end = 0; // one past their last place in the order
        std::int32_t total = -1; // ranks of open cells; below zero: no open cell holds them
        std::int32_t category = -1;
    };

    /// Some groups, and then the cells that are whole once these are counted: ranks from the largest down, in ranges.
    struct Stretch {
        std::size_t groups_end = 0;
        std::vector<std::pair<std::int32_t, std::int32_t>> whole; // first, and one past the last
    };

    /// `open` holds cells of the lattice only.
    CountingOrder(const disclosure::Lattice& lattice, const OpenCells& open, const Answers& answers);

    const std::vector<Group>& groups() const { return groups_; }
    const std::vector<Stretch>& stretches() const { return stretches_; }
    const std::vector<std::uint32_t>& place_of() const { return place_of_; } // by person
    /// By open cell: the next larger open one, above; below zero for none. Always a smaller rank.
    const std::vector<std::int32_t>& above() const { return above_; }

private:
    void find_stretches(const disclosure::Lattice& lattice, const OpenCells& open, const std::vector<std::size_t>& first_group);

    std::vector<Group> groups_;
    std::vector<Stretch> stretches_;
    std::vector<std::uint32_t> place_of_;
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
    /// Sixteen bytes per person.
    const std::uint8_t* block(std::size_t block) const { return bytes_.data() + block * people_ * lanes; }
    std::size_t bytes() const { return bytes_.size(); }

private:
    std::size_t people_;
    std::vector<std::size_t> slot_of_; // by item
    std::vector<int> codes_of_; // by block
    std::vector<std::uint8_t> bytes_;
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
