// SPDX-License-Identifier: EUPL-1.2
// store/sentences.cpp

#include "store/sentences.hpp"

#include <map>
#include <set>

namespace etabli::store {

namespace {

Result<bool> is_spent(Reader& reader, const SpaceId& space, const std::string& spent)
{
    return TRY(reader.count("select count(*) from spent_contribution where space_id = :space and spent = :spent",
               { { "space", space }, { "spent", spent } }))
        > 0;
}

Result<void> spend(Transaction& transaction, const SpaceId& space, const std::string& spent)
{
    TRY(transaction.execute("insert into spent_contribution (space_id, spent) values (:space, :spent) "
                            "on conflict (space_id, spent) do nothing",
        { { "space", space }, { "spent", spent } }));
    return {};
}

Result<void> settle(Transaction& transaction, const std::string& sentence, Lived lived)
{
    TRY(transaction.execute(
        "update contribution set lived = :lived where id = :id and lived is null", { { "lived", lived }, { "id", sentence } }));
    TRY(transaction.execute("update idea set lived = :lived where (id = :id or taken_from = :id) and lived is null",
        { { "lived", lived }, { "id", sentence } }));
    TRY(transaction.execute("delete from sentence_reaction where sentence_id = :id", { { "id", sentence } }));
    return {};
}

} // namespace

Result<void> enter_space(Transaction& transaction, const SpaceId& space, const std::string& phone)
{
    const auto phones
        = TRY(transaction.count("select count(*) from space_phone where space_id = :space", { { "space", space } }));
    if (phones >= spaces::phones_max)
        return Problem("space.full");
    TRY(transaction.execute(
        "insert into space_phone (space_id, phone) values (:space, :phone)", { { "space", space }, { "phone", phone } }));
    return {};
}

Result<bool> phone_has_entered(Reader& reader, const SpaceId& space, const std::string& phone)
{
    return TRY(reader.count("select count(*) from space_phone where space_id = :space and phone = :phone",
               { { "space", space }, { "phone", phone } }))
        > 0;
}

Result<void> keep_waiting(Transaction& transaction, const WaitingContribution& waiting, const std::string& spent)
{
    if (TRY(is_spent(transaction, waiting.space_id, spent)))
        return {};
    const auto there
        = TRY(transaction.count("select count(*) from waiting_contribution where id = :id", { { "id", waiting.id } }));
    if (there > 0)
        return {};
    const auto own
        = TRY(transaction.count("select count(*) from waiting_contribution where space_id = :space and writer = :writer",
            { { "space", waiting.space_id }, { "writer", waiting.writer } }));
    if (own >= spaces::waiting_per_participant_max)
        return Problem("contribution.too_many");
    const auto all = TRY(transaction.count(
        "select count(*) from waiting_contribution where space_id = :space", { { "space", waiting.space_id } }));
    if (all >= spaces::waiting_max)
        return Problem("space.full");
    return transaction.insert("waiting_contribution", waiting);
}

Result<void> withdraw_waiting(Transaction& transaction, const SpaceId& space, const ContributionId& id,
    const std::string& writer, const std::string& spent)
{
    const auto touched = TRY(transaction.execute(
        "delete from waiting_contribution where id = :id and space_id = :space and writer = :writer and source = 'phone'",
        { { "id", id }, { "space", space }, { "writer", writer } }));
    if (touched == 0)
        return Problem("contribution.already_released");
    return spend(transaction, space, spent);
}

Result<std::vector<WaitingContribution>> waiting_of_writer(Reader& reader, const SpaceId& space, const std::string& writer)
{
    return reader.all<WaitingContribution>(
        "select * from waiting_contribution where space_id = :space and writer = :writer order by id",
        { { "space", space }, { "writer", writer } });
}

Result<std::vector<WaitingContribution>> waiting_without_words(Reader& reader, const SpaceId& space)
{
    return reader.all<WaitingContribution>(
        "select id, space_id, writer, source, kind, '' as words from waiting_contribution where space_id = :space order by id",
        { { "space", space } });
}

Result<bool> release_waiting(Transaction& transaction, const Space& space, const std::string& salt, Random& random)
{
    auto waiting = TRY(transaction.all<WaitingContribution>(
        "select * from waiting_contribution where space_id = :space order by id", { { "space", space.id } }));
    const auto batch = spaces::batch_of(waiting);
    if (batch.released.empty())
        return false;
    const auto there
        = TRY(transaction.count("select count(*) from contribution where space_id = :space", { { "space", space.id } }));
    if (there + static_cast<std::int64_t>(batch.released.size()) > spaces::contributions_max)
        return Problem("space.full");
    const std::set<ContributionId> released(batch.released.begin(), batch.released.end());
    std::erase_if(waiting, [&](const auto& each) { return !released.contains(each.id); });
    random.shuffle(waiting);
    const auto state = space.occasion == Occasion::Letters ? ContributionState::Held : ContributionState::Shown;
    std::vector<std::string> spent;
    for (const auto& each : waiting) {
        TRY(transaction.insert(
            "contribution", Contribution { ContributionId::make(random), space.id, each.kind, each.words, state, "", {} }));
        spent.push_back(spaces::participant_digest(salt, "spends", each.id.text()));
    }
    random.shuffle(spent);
    for (const auto& each : spent)
        TRY(spend(transaction, space.id, each));
    for (const auto& id : batch.released)
        TRY(transaction.execute("delete from waiting_contribution where id = :id", { { "id", id } }));
    return true;
}

Result<std::vector<Contribution>> contributions_of(Reader& reader, const SpaceId& space)
{
    return reader.all<Contribution>("select * from contribution where space_id = :space order by id", { { "space", space } });
}

Result<Contribution> load_contribution(Reader& reader, const ContributionId& id)
{
    return reader.load<Contribution>("select * from contribution where id = :id", { { "id", id } });
}

Result<void> mix_contributions(Transaction& transaction, const SpaceId& space, Random& random)
{
    auto all = TRY(contributions_of(transaction, space));
    random.shuffle(all);
    TRY(transaction.execute("delete from contribution where space_id = :space", { { "space", space } }));
    for (const auto& each : all)
        TRY(transaction.insert("contribution", each));
    return {};
}

Result<std::vector<Idea>> ideas_of(Reader& reader, const SpaceId& space)
{
    return reader.all<Idea>("select * from idea where space_id = :space order by id", { { "space", space } });
}

Result<Idea> load_idea(Reader& reader, const IdeaId& id)
{
    return reader.load<Idea>("select * from idea where id = :id", { { "id", id } });
}

Result<void> remove_idea(Transaction& transaction, const IdeaId& id)
{
    TRY(transaction.execute("delete from sentence_reaction where sentence_id = :id", { { "id", id } }));
    TRY(transaction.execute("delete from idea where id = :id", { { "id", id } }));
    return {};
}

Result<void> keep_reaction(Transaction& transaction, const SpaceId& space, const std::string& sentence,
    const std::string& reactor, std::optional<Reaction> answer)
{
    const auto unsettled = TRY(transaction.count(R"sql(
        select (select count(*) from contribution
                 where id = :sentence and space_id = :space and state = 'shown' and lived is null)
             + (select count(*) from idea where id = :sentence and space_id = :space and lived is null)
    )sql",
        { { "sentence", sentence }, { "space", space } }));
    if (unsettled == 0)
        return Problem("sentence.already_settled");
    if (!answer) {
        TRY(transaction.execute("delete from sentence_reaction where sentence_id = :sentence and reactor = :reactor",
            { { "sentence", sentence }, { "reactor", reactor } }));
        return {};
    }
    TRY(transaction.execute(R"sql(
        insert into sentence_reaction (sentence_id, reactor, space_id, answer) values (:sentence, :reactor, :space, :answer)
        on conflict (sentence_id, reactor) do update set answer = excluded.answer
    )sql",
        { { "sentence", sentence }, { "reactor", reactor }, { "space", space }, { "answer", *answer } }));
    return {};
}

Result<void> settle_reactions(Transaction& transaction, const SpaceId& space)
{
    // Grouped in the database, so that no list of answers is longer than three lines a sentence.
    const auto rows
        = TRY(transaction.query("select sentence_id, answer, count(*) as people from sentence_reaction where space_id = :space "
                                "group by sentence_id, answer order by sentence_id, answer",
            { { "space", space } }));
    std::map<std::string, std::vector<Reaction>> answers;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (const auto answer = enum_from<Reaction>(rows.text(row, "answer")))
            answers[rows.text(row, "sentence_id")].insert(
                answers[rows.text(row, "sentence_id")].end(), static_cast<std::size_t>(rows.integer(row, "people")), *answer);
    for (const auto& [sentence, reactions] : answers)
        if (const auto lived = spaces::lived_of(reactions))
            TRY(settle(transaction, sentence, *lived));
    return {};
}

} // namespace etabli::store
