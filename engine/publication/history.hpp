// SPDX-License-Identifier: EUPL-1.2
// engine/publication/history.hpp
//
// What was published before of the same answers: an older chart, establishments before the nation. A new release may tell, with
// what everybody has read already, what neither tells alone (oracle O8). docs/methods/publication.md, section 5.

#pragma once

#include "engine/publication/answers.hpp"
#include "engine/publication/charts.hpp"

namespace etabli::publication {

class Publication;

/// A publication that has been read, with the same people in its places.
struct Earlier {
    std::string identity;
    disclosure::Lattice respondents;
    disclosure::Mask mask;
    std::vector<disclosure::Mask> by_item; // by the new release's questions; nothing open of those it did not ask
    std::vector<std::int64_t> cell; // by person: the number of their smallest cell; below zero for those it did not ask
};

/// `columns.place` names the column of the places that it knew, in the file of answers; empty, or a place it did not know: the
/// person was not of it. `request.invalid` when what it shows is not what these answers give: they have changed since.
Result<Earlier> read_earlier(const Publication& publication, std::string_view answers_text, const AnswersColumns& columns,
    const std::vector<Item>& items, const Answers& answers);

/// What everybody has read already, beside what a new release would show.
class History {
public:
    /// `respondents` of the new release and `earlier` outlive it. `request.invalid` as Charts has it.
    static Result<History> create(
        const disclosure::Lattice& respondents, const Answers& answers, const std::vector<Earlier>& earlier, std::int64_t k);

    /// Groups under k that the new release tells with the earlier ones, and that these did not tell before it.
    std::int64_t newly_told(const disclosure::Lattice& respondents, const disclosure::Mask& mask) const;
    /// The same of one question: who answered it, and what is open of it.
    std::int64_t newly_told(
        const disclosure::Lattice& answered, const disclosure::Mask& mask, const Answers& answers, std::size_t item) const;
    /// Whether the question was shown before, of any place.
    bool was_shown(std::size_t item) const;
    /// Cells of the new chart, by node, that stay closed so that nothing is newly told: the largest ones are opened first, many
    /// at once as long as that is safe, halves where it is not.
    std::vector<disclosure::Cells> to_close(const disclosure::Lattice& respondents, const disclosure::Mask& mask) const;

private:
    History(const std::vector<Earlier>& earlier, Charts charts) : earlier_(earlier), charts_(std::move(charts)) { }

    /// By the earlier ones alone.
    std::int64_t told_before(std::vector<ChartShown> all, const std::vector<std::int64_t>& people) const;
    std::vector<ChartShown> shown(const disclosure::Lattice& respondents, const disclosure::Mask& mask) const;

    const std::vector<Earlier>& earlier_;
    Charts charts_; // the new one last
};

} // namespace etabli::publication
