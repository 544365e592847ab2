// SPDX-License-Identifier: EUPL-1.2
// store/search.cpp
//
// The rarest word leads: its rows are read newest first from an index that holds the day, each is probed for the
// other words, and reading stops as soon as the page is full. One such reading per place of the reader, and one
// for what was released to wider circles; the readings are then merged by day.

#include "store/search.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "store/circle.hpp"

namespace etabli::store {

namespace {

/// An unfinished word of three letters may begin many stems; the first ones in the alphabet answer for them.
constexpr std::size_t endings_max = 30;
/// Enough to tell the rare word from the common one.
constexpr std::int64_t enough_to_compare = 400;

/// The stems that would each do for one word.
using Alternatives = std::vector<std::string>;

class Search {
public:
    Search(Reader& reader, const ReadingCircle& circle, std::optional<ObjectKind> kind, std::int64_t wanted)
        : reader_(reader)
        , circle_(circle)
        , kind_(kind)
        , wanted_(wanted)
    {
    }

    Result<std::vector<ThreadNode>> run(const texts::SearchTerms& terms)
    {
        std::vector<Alternatives> words;
        for (const auto& stem : terms.stems)
            words.push_back({ stem });
        if (!terms.unfinished.empty())
            TRY(add_endings(words.back(), terms.unfinished));
        TRY(rarest_first(words));
        const Alternatives leading = words.front();
        words.erase(words.begin());
        for (const auto& stem : leading) {
            for (const auto& place : circle_.own)
                TRY(collect(
                    stem, "lead.establishment_id = :place and node.audience <> 'authors'", { { "place", place } }, words));
            TRY(collect_wide(stem, words));
        }
        return newest();
    }

private:
    /// Walks the index from one distinct stem to the next, never over the rows between.
    Result<void> add_endings(Alternatives& word, const std::string& beginning)
    {
        auto after = beginning;
        // Stems are lower-case letters and digits: '{' comes after them all.
        const auto end = beginning + "{";
        const std::string first = "select min(stem) as stem from search_stem where stem >= :after and stem < :end";
        const std::string next = "select min(stem) as stem from search_stem where stem > :after and stem < :end";
        for (std::size_t found = 0; found < endings_max; ++found) {
            const auto rows = TRY(reader_.query(found == 0 ? first : next, { { "after", after }, { "end", end } }));
            if (rows.empty() || std::holds_alternative<std::nullptr_t>(rows.at(0, "stem")))
                break;
            after = rows.text(0, "stem");
            if (std::find(word.begin(), word.end(), after) == word.end())
                word.push_back(after);
        }
        return {};
    }

    Result<void> rarest_first(std::vector<Alternatives>& words)
    {
        if (words.size() < 2)
            return {};
        std::vector<std::pair<std::int64_t, Alternatives>> counted;
        for (auto& word : words) {
            Params params { { "enough", enough_to_compare } };
            const auto stems = in_list("stem", word, params);
            const auto rows_where = [&](const std::string& condition) {
                return "select count(*) from (select 1 as one from search_stem where stem in (" + stems + ") and " + condition
                    + " limit :enough) as compared";
            };
            // Two readings, each along an index of its own: joined by an "or", every row of a common word would be read.
            auto here = TRY(reader_.count(rows_where("wide = 1"), params));
            const auto places = in_list("place", circle_.own, params);
            here += TRY(reader_.count(rows_where("establishment_id in (" + places + ")"), params));
            counted.emplace_back(here * static_cast<std::int64_t>(word.size()), std::move(word));
        }
        std::stable_sort(
            counted.begin(), counted.end(), [](const auto& left, const auto& right) { return left.first < right.first; });
        for (std::size_t index = 0; index < words.size(); ++index)
            words[index] = std::move(counted[index].second);
        return {};
    }

    Result<void> collect_wide(const std::string& stem, const std::vector<Alternatives>& others)
    {
        Params params;
        const auto cluster = in_list("cluster", circle_.cluster, params);
        const auto region = in_list("region", circle_.region, params);
        return collect(stem,
            "lead.wide = 1 and (node.audience = 'public' or (node.audience = 'region' and node.establishment_id in (" + region
                + ")) or (node.audience <> 'public' and node.establishment_id in (" + cluster + ")))",
            params, others);
    }

    Result<void> collect(
        const std::string& stem, const std::string& readable, Params params, const std::vector<Alternatives>& others)
    {
        params.emplace_back("stem", stem);
        params.emplace_back("wanted", wanted_);
        std::string conditions = "lead.stem = :stem and " + readable;
        if (kind_) {
            conditions += " and lead.kind = :kind";
            params.emplace_back("kind", *kind_);
        }
        for (std::size_t index = 0; index < others.size(); ++index) {
            const auto stems = in_list("other" + std::to_string(index) + "_", others[index], params);
            conditions += " and exists (select 1 from search_stem other where other.stem in (" + stems
                + ") and other.kind = lead.kind and other.object_id = lead.object_id)";
        }
        for (auto& node : TRY(reader_.all<ThreadNode>(
                 "select node.* from search_stem lead"
                 " join thread_node node on node.kind = lead.kind and node.object_id = lead.object_id where "
                     + conditions + " order by lead.happened_on desc, lead.kind, lead.object_id limit :wanted",
                 params)))
            if (seen_.emplace(node.kind, node.object_id).second)
                found_.push_back(std::move(node));
        return {};
    }

    std::vector<ThreadNode> newest()
    {
        std::sort(found_.begin(), found_.end(), [](const ThreadNode& left, const ThreadNode& right) {
            // As the readings themselves are ordered: pages must meet without a gap.
            return std::tuple(right.happened_on, name_of(left.kind), left.object_id)
                < std::tuple(left.happened_on, name_of(right.kind), right.object_id);
        });
        return std::move(found_);
    }

    Reader& reader_;
    const ReadingCircle& circle_;
    std::optional<ObjectKind> kind_;
    std::int64_t wanted_;
    std::set<ObjectKey> seen_;
    std::vector<ThreadNode> found_;
};

} // namespace

Result<Found> search(Reader& reader, const ReadingCircle& circle, const texts::SearchTerms& terms,
    const std::optional<ObjectKind>& kind, std::int64_t page)
{
    Found found;
    if (terms.stems.empty())
        return found;
    const auto skipped = static_cast<std::size_t>((page - 1) * search_page);
    const auto wanted = skipped + static_cast<std::size_t>(search_page) + 1;
    auto nodes = TRY(Search(reader, circle, kind, static_cast<std::int64_t>(wanted)).run(terms));
    if (nodes.size() <= skipped)
        return found;
    const auto shown = std::min(nodes.size() - skipped, static_cast<std::size_t>(search_page));
    found.has_more = nodes.size() > skipped + shown;
    found.nodes.assign(std::make_move_iterator(nodes.begin() + static_cast<std::ptrdiff_t>(skipped)),
        std::make_move_iterator(nodes.begin() + static_cast<std::ptrdiff_t>(skipped + shown)));
    return found;
}

} // namespace etabli::store
