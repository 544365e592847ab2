// SPDX-License-Identifier: EUPL-1.2
// server/resources/ideas.cpp
//
// Ideas: typed by a scribe who names nobody, or taken from a contribution; sorted, corrected by the group, then
// followed: decided, asked, or set aside with a reason. What has no follow-up stays in the facilitator's list.

#include "domain/spaces/rules.hpp"
#include "server/resources/all.hpp"
#include "server/resources/space_views.hpp"
#include "store/people.hpp"
#include "store/sentences.hpp"
#include "store/space_endings.hpp"
#include "store/spaces.hpp"

namespace etabli::resources {

struct NewIdea {
    std::string words;
    std::optional<Sort> sort;
    std::optional<Lived> lived;
};

/// Taken from a contribution: its words, unless the group says it otherwise.
struct TakenIdea {
    std::optional<std::string> words;
    std::optional<Sort> sort;
};

struct IdeaDraft {
    std::string words;
    std::optional<Sort> sort;
    std::optional<Lived> lived;
    std::optional<CollegeId> answer_college_id;
    std::int64_t version = 1;
};

enum class FollowUpKind { Decide, Ask, SetAside };

struct IdeaFollowUp {
    FollowUpKind follow_up = FollowUpKind::Decide;
    std::optional<std::string> words;
    std::optional<CollegeId> answer_college_id;
    std::optional<std::string> reason;
    std::int64_t version = 1;
};

/// Something said that nothing became of yet.
struct Unfollowed {
    SpaceId space_id;
    std::string space_title;
    Date held_on;
    std::string kind; // "idea" or "contribution"
    std::string id;
    std::string words;
    std::optional<Date> destroy_on; // of a contribution: the day it will no longer be there
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Names<resources::FollowUpKind> {
    static constexpr std::array table {
        std::pair { resources::FollowUpKind::Decide, std::string_view("decide") },
        std::pair { resources::FollowUpKind::Ask, std::string_view("ask") },
        std::pair { resources::FollowUpKind::SetAside, std::string_view("set_aside") },
    };
};
template <>
struct Describe<resources::NewIdea> {
    static constexpr std::string_view name = "NewIdea";
    static constexpr auto fields = std::tuple {
        field("words", &resources::NewIdea::words, { .min = 1, .max = 2000 }),
        field("sort", &resources::NewIdea::sort),
        field("lived", &resources::NewIdea::lived),
    };
};
template <>
struct Describe<resources::TakenIdea> {
    static constexpr std::string_view name = "TakenIdea";
    static constexpr auto fields = std::tuple {
        field("words", &resources::TakenIdea::words, { .min = 1, .max = 2000 }),
        field("sort", &resources::TakenIdea::sort),
    };
};
template <>
struct Describe<resources::IdeaDraft> {
    static constexpr std::string_view name = "IdeaDraft";
    static constexpr auto fields = std::tuple {
        field("words", &resources::IdeaDraft::words, { .min = 1, .max = 2000 }),
        field("sort", &resources::IdeaDraft::sort),
        field("lived", &resources::IdeaDraft::lived),
        field("answer_college_id", &resources::IdeaDraft::answer_college_id),
        field("version", &resources::IdeaDraft::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::IdeaFollowUp> {
    static constexpr std::string_view name = "IdeaFollowUp";
    static constexpr auto fields = std::tuple {
        field("follow_up", &resources::IdeaFollowUp::follow_up),
        field("words", &resources::IdeaFollowUp::words, { .min = 1, .max = 2000 }),
        field("answer_college_id", &resources::IdeaFollowUp::answer_college_id),
        field("reason", &resources::IdeaFollowUp::reason, { .min = 1, .max = 400 }),
        field("version", &resources::IdeaFollowUp::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::Unfollowed> {
    static constexpr std::string_view name = "Unfollowed";
    static constexpr auto fields = std::tuple {
        field("space_id", &resources::Unfollowed::space_id),
        field("space_title", &resources::Unfollowed::space_title),
        field("held_on", &resources::Unfollowed::held_on),
        field("kind", &resources::Unfollowed::kind),
        field("id", &resources::Unfollowed::id),
        field("words", &resources::Unfollowed::words),
        field("destroy_on", &resources::Unfollowed::destroy_on),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<void> room_for_an_idea(store::Reader& database, const SpaceId& space)
{
    const auto ideas = TRY(store::ideas_of(database, space));
    if (static_cast<std::int64_t>(ideas.size()) >= spaces::ideas_max)
        return Problem("space.full");
    return {};
}

Result<void> college_is_there(store::Reader& database, const Space& space, const std::optional<CollegeId>& college)
{
    if (!college)
        return {};
    const auto found = store::load_college(database, *college);
    if (!found.ok() || found.value().place_id != space.establishment_id)
        return Problem::of_field("/answer_college_id", "not_found");
    return {};
}

Result<Answer<Idea>> answer_with(store::Transaction& transaction, const Idea& idea)
{
    transaction.announce("spaces/" + idea.space_id.text());
    return Answer<Idea> { idea, {} };
}

Result<Answer<Idea>> write_idea(Call& call, const NewIdea& given)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Idea>> {
        const auto space = TRY(space_to_drive(call.reader(), transaction, id));
        TRY(spaces::must_be_open(space));
        TRY(room_for_an_idea(transaction, id));
        const Idea idea { IdeaId::make(call.context.random), id, given.words, {}, {}, given.sort, given.lived, {}, {}, "", 1 };
        TRY(transaction.insert("idea", idea));
        return answer_with(transaction, idea);
    });
}

Result<Answer<Idea>> take_contribution(Call& call, const TakenIdea& given)
{
    const auto id = TRY(call.id<ContributionId>("contribution"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Idea>> {
        const auto contribution = TRY(store::load_contribution(transaction, id));
        const auto space = TRY(space_to_drive(call.reader(), transaction, contribution.space_id));
        if (!spaces::words_are_readable(space, call.today()))
            return Problem("space.closed");
        TRY(room_for_an_idea(transaction, space.id));
        Idea idea { IdeaId::make(call.context.random), space.id, contribution.words, {}, id, given.sort, contribution.lived, {},
            {}, "", 1 };
        if (given.words && *given.words != contribution.words) {
            idea.first_words = contribution.words;
            idea.words = *given.words;
        }
        TRY(transaction.insert("idea", idea));
        return answer_with(transaction, idea);
    });
}

Result<Answer<Idea>> change_idea(Call& call, const IdeaDraft& given)
{
    const auto id = TRY(call.id<IdeaId>("idea"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Idea>> {
        auto idea = TRY(store::load_idea(transaction, id));
        const auto space = TRY(space_to_drive(call.reader(), transaction, idea.space_id));
        TRY(spaces::must_be_open(space));
        if (given.version != idea.version)
            return Problem::stale(to_json(idea));
        TRY(college_is_there(transaction, space, given.answer_college_id));
        if (given.words != idea.words && !idea.first_words)
            idea.first_words = idea.words;
        idea.words = given.words;
        idea.sort = given.sort;
        // What people answered on their phones is not changed by whoever types.
        if (!idea.taken_from || !idea.lived)
            idea.lived = given.lived;
        idea.answer_college_id = given.answer_college_id;
        ++idea.version;
        TRY(transaction.update("idea", idea));
        return answer_with(transaction, idea);
    });
}

Result<Answer<Nothing>> remove_idea(Call& call)
{
    const auto id = TRY(call.id<IdeaId>("idea"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Nothing>> {
        const auto idea = TRY(store::load_idea(transaction, id));
        const auto space = TRY(space_to_drive(call.reader(), transaction, idea.space_id));
        TRY(spaces::must_be_open(space));
        TRY(store::remove_idea(transaction, id));
        transaction.announce("spaces/" + space.id.text());
        return Answer<Nothing> {};
    });
}

Result<Answer<Idea>> follow_up(Call& call, const IdeaFollowUp& given)
{
    const auto id = TRY(call.id<IdeaId>("idea"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Idea>> {
        auto idea = TRY(store::load_idea(transaction, id));
        const auto space = TRY(space_to_drive(call.reader(), transaction, idea.space_id));
        if (space.state == SpaceState::Prepared || space.state == SpaceState::Open)
            return Problem("space.not_closed_yet");
        if (idea.proposal_id)
            return Problem("idea.already_followed");
        if (given.version != idea.version)
            return Problem::stale(to_json(idea));
        if (given.follow_up == FollowUpKind::SetAside && trimmed(given.reason.value_or("")).empty())
            return Problem::of_field("/reason", "field.required");
        TRY(college_is_there(transaction, space, given.answer_college_id));
        if (given.follow_up == FollowUpKind::SetAside) {
            idea.set_aside_reason = *given.reason;
        } else {
            idea.set_aside_reason.clear();
            idea.sort = given.follow_up == FollowUpKind::Decide ? Sort::WeDecide : Sort::WeAsk;
            idea.answer_college_id = given.answer_college_id;
            if (given.words && *given.words != idea.words) {
                idea.first_words = idea.first_words.value_or(idea.words);
                idea.words = *given.words;
            }
        }
        ++idea.version;
        TRY(transaction.update("idea", idea));
        if (given.follow_up != FollowUpKind::SetAside)
            TRY(store::follow_idea(transaction, space, idea, call.today(), call.context.random));
        transaction.announce("proposals");
        return answer_with(transaction, TRY(store::load_idea(transaction, id)));
    });
}

/// Of one space: ideas nothing became of, and contributions nobody took up, while they can still be read.
Result<std::vector<Unfollowed>> unfollowed_in(store::Reader& reader, const Space& space, Date today)
{
    std::vector<Unfollowed> all;
    std::vector<ContributionId> taken;
    for (const auto& idea : TRY(store::ideas_of(reader, space.id))) {
        if (idea.taken_from)
            taken.push_back(*idea.taken_from);
        if (!idea.proposal_id && idea.set_aside_reason.empty())
            all.push_back({ space.id, space.title, space.held_on, "idea", idea.id.text(), idea.words, {} });
    }
    if (!spaces::words_are_readable(space, today))
        return all;
    for (const auto& each : TRY(store::contributions_of(reader, space.id)))
        if (each.state != ContributionState::SetAside && std::find(taken.begin(), taken.end(), each.id) == taken.end())
            all.push_back(
                { space.id, space.title, space.held_on, "contribution", each.id.text(), each.words, space.destroy_on });
    return all;
}

Result<Answer<ListOf<Unfollowed>>> list_unfollowed(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<Unfollowed>>> {
        const auto mine = TRY(store::spaces_to_follow(reader, call.reader().account_id));
        Answer<ListOf<Unfollowed>> answer;
        for (const auto& space : mine)
            if (spaces::may_drive(call.reader(), space))
                for (auto& each : TRY(unfollowed_in(reader, space, call.today())))
                    answer.data.items.push_back(std::move(each));
        return answer;
    });
}

} // namespace

RouteTable idea_routes()
{
    return {
        post("/api/spaces/{space}/ideas", Access::SignedIn, "Write an idea as it was said aloud", write_idea),
        post("/api/contributions/{contribution}/idea", Access::SignedIn, "Keep a contribution as an idea", take_contribution),
        put("/api/ideas/{idea}", Access::SignedIn, "Sort or correct an idea", change_idea),
        remove("/api/ideas/{idea}", Access::SignedIn, "Take an idea back, while the session runs", remove_idea),
        post("/api/ideas/{idea}/follow-up", Access::SignedIn, "Decide, ask, or set aside with a reason", follow_up),
        get("/api/follow-ups", Access::SignedIn, "What was said in the discussions one facilitates and nothing became of yet",
            list_unfollowed),
    };
}

} // namespace etabli::resources
