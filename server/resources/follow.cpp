// SPDX-License-Identifier: EUPL-1.2
// server/resources/follow.cpp
//
// What became of it: the page behind the QR code people kept. Ideas and dated answers, without the name of a unit,
// of an establishment or of a person; for whoever has the link, until it is revoked.

#include "server/resources/all.hpp"
#include "store/proposals.hpp"
#include "store/sentences.hpp"
#include "store/spaces.hpp"

namespace etabli::resources {

struct FollowedAnswer {
    EntryKind kind = EntryKind::Accepted;
    Date on;
    std::string words;
    std::optional<CollegeKind> by_college;
    std::optional<Date> until_on;
    std::string level;
};

struct FollowedIdea {
    std::string words;
    std::optional<Sort> sort;
    std::optional<Lived> lived;
    std::optional<ProposalState> state;
    std::optional<Date> due_on;
    std::vector<FollowedAnswer> answers;
    std::string set_aside_reason;
};

struct FollowView {
    std::string title;
    Date held_on;
    SpaceState state = SpaceState::Open;
    std::optional<Date> return_on;
    std::optional<Date> returned_on;
    std::string return_words;
    Date destroy_on;
    std::optional<Date> destroyed_on;
    bool remainder_destroyed = false;
    std::vector<FollowedIdea> ideas;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::FollowedAnswer> {
    static constexpr std::string_view name = "FollowedAnswer";
    static constexpr auto fields = std::tuple {
        field("kind", &resources::FollowedAnswer::kind),
        field("on", &resources::FollowedAnswer::on),
        field("words", &resources::FollowedAnswer::words),
        field("by_college", &resources::FollowedAnswer::by_college),
        field("until_on", &resources::FollowedAnswer::until_on),
        field("level", &resources::FollowedAnswer::level),
    };
};
template <>
struct Describe<resources::FollowedIdea> {
    static constexpr std::string_view name = "FollowedIdea";
    static constexpr auto fields = std::tuple {
        field("words", &resources::FollowedIdea::words),
        field("sort", &resources::FollowedIdea::sort),
        field("lived", &resources::FollowedIdea::lived),
        field("state", &resources::FollowedIdea::state),
        field("due_on", &resources::FollowedIdea::due_on),
        field("answers", &resources::FollowedIdea::answers),
        field("set_aside_reason", &resources::FollowedIdea::set_aside_reason),
    };
};
template <>
struct Describe<resources::FollowView> {
    static constexpr std::string_view name = "FollowView";
    static constexpr auto fields = std::tuple {
        field("title", &resources::FollowView::title),
        field("held_on", &resources::FollowView::held_on),
        field("state", &resources::FollowView::state),
        field("return_on", &resources::FollowView::return_on),
        field("returned_on", &resources::FollowView::returned_on),
        field("return_words", &resources::FollowView::return_words),
        field("destroy_on", &resources::FollowView::destroy_on),
        field("destroyed_on", &resources::FollowView::destroyed_on),
        field("remainder_destroyed", &resources::FollowView::remainder_destroyed),
        field("ideas", &resources::FollowView::ideas),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// Answers are public to those who asked; working notes and who was given the file are not.
bool is_an_answer(EntryKind kind)
{
    return kind != EntryKind::Note && kind != EntryKind::Assigned && kind != EntryKind::Asked;
}

std::vector<FollowedAnswer> answers_of(const std::vector<ProposalEntry>& entries, const ProposalId& proposal)
{
    std::vector<FollowedAnswer> answers;
    for (const auto& entry : entries)
        if (entry.proposal_id == proposal && is_an_answer(entry.kind))
            answers.push_back({ entry.kind, entry.entered_on, entry.words, entry.by_college, entry.until_on, entry.level });
    return answers;
}

Result<Answer<FollowView>> show_what_became(Call& call)
{
    call.answer_headers.emplace_back("X-Robots-Tag", "noindex");
    const auto token = call.text("token");
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<FollowView>> {
        const auto space = TRY(store::space_by_follow_token(reader, token));
        FollowView view { space.title, space.held_on, space.state, space.return_on, space.returned_on, space.return_words,
            space.destroy_on, space.destroyed_on, space.remainder_destroyed, {} };
        if (space.state == SpaceState::Prepared || space.state == SpaceState::Open)
            return Answer<FollowView> { view, {} };
        const auto proposals = TRY(store::proposals_of_space(reader, space.id));
        const auto entries = TRY(store::entries_of_space(reader, space.id));
        for (const auto& idea : TRY(store::ideas_of(reader, space.id))) {
            FollowedIdea followed { idea.words, idea.sort, idea.lived, {}, {}, {}, idea.set_aside_reason };
            for (const auto& proposal : proposals)
                if (idea.proposal_id == proposal.id) {
                    followed.state = proposal.state;
                    followed.due_on = proposal.due_on;
                    followed.answers = answers_of(entries, proposal.id);
                }
            view.ideas.push_back(std::move(followed));
        }
        return Answer<FollowView> { view, {} };
    });
}

} // namespace

RouteTable follow_routes()
{
    return {
        get("/api/suivi/{token}", Access::WithoutAccount, "What became of it, for whoever kept the link", show_what_became),
    };
}

} // namespace etabli::resources
