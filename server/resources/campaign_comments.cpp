// SPDX-License-Identifier: EUPL-1.2
// server/resources/campaign_comments.cpp
//
// What people wrote: read by two colleges, then released at once to everybody who reads the results. docs/anonymity.md, section 9.

#include "domain/programmes/audit_actions.hpp"
#include "engine/tabulation/comments.hpp"
#include "server/resources/all.hpp"
#include "server/resources/campaign_views.hpp"
#include "server/resources/people_views.hpp"
#include "server/surveys/steps.hpp"
#include "store/comments.hpp"

namespace etabli::resources {

struct CommentToRead {
    std::int64_t number = 1;
    std::string item;
    std::string written;
    std::string shown;
    bool direction = false;
    bool staff_representatives = false;
};

struct CommentQuestion {
    std::string item;
    json::value text;
};

struct CommentsToRead {
    std::vector<CommentQuestion> questions;
    std::vector<CommentToRead> comments;
};

/// `before`: what stood there when this college read it.
struct CommentSaid : HalfSaid {
    std::string before;
    std::string shown;
};

/// Where the answers to a question of words are.
enum class CommentState { Withheld, Reading, Released };

struct QuestionComments {
    std::string item;
    json::value text;
    CommentState state = CommentState::Withheld;
    std::optional<std::int64_t> written; // once released: how many there were, shown or left out
    std::vector<std::string> comments;
};

struct ReleasedComments {
    std::vector<QuestionComments> questions;
};

} // namespace etabli::resources

namespace etabli {

inline constexpr Bounds comment_words { .min = 0, .max = 20'000 };
inline constexpr Bounds comment_count { .min = 0, .max = 100'000 };

template <>
struct Names<resources::CommentState> {
    static constexpr std::array table { std::pair { resources::CommentState::Withheld, std::string_view("withheld") },
        std::pair { resources::CommentState::Reading, std::string_view("reading") },
        std::pair { resources::CommentState::Released, std::string_view("released") } };
};
template <>
struct Describe<resources::CommentToRead> {
    using T = resources::CommentToRead;
    static constexpr std::string_view name = "CommentToRead";
    static constexpr auto fields = std::tuple { field("number", &T::number, { .min = 1, .max = INT64_MAX }),
        field("item", &T::item), field("written", &T::written, comment_words), field("shown", &T::shown, comment_words),
        field("direction", &T::direction), field("staff_representatives", &T::staff_representatives) };
};
template <>
struct Describe<resources::CommentQuestion> {
    using T = resources::CommentQuestion;
    static constexpr std::string_view name = "CommentQuestion";
    static constexpr auto fields = std::tuple { field("item", &T::item), field("text", &T::text) };
};
template <>
struct Describe<resources::CommentsToRead> {
    using T = resources::CommentsToRead;
    static constexpr std::string_view name = "CommentsToRead";
    static constexpr auto fields = std::tuple { field("questions", &T::questions, { .min = 0, .max = 400 }),
        field("comments", &T::comments, comment_count) };
};
template <>
struct Describe<resources::CommentSaid> {
    using T = resources::CommentSaid;
    static constexpr std::string_view name = "CommentSaid";
    static constexpr auto fields = std::tuple { field("college", &T::college), field("before", &T::before, comment_words),
        field("shown", &T::shown, comment_words) };
};
template <>
struct Describe<resources::QuestionComments> {
    using T = resources::QuestionComments;
    static constexpr std::string_view name = "QuestionComments";
    static constexpr auto fields = std::tuple { field("item", &T::item), field("text", &T::text), field("state", &T::state),
        field("written", &T::written, comment_count), field("comments", &T::comments, comment_count) };
};
template <>
struct Describe<resources::ReleasedComments> {
    using T = resources::ReleasedComments;
    static constexpr std::string_view name = "ReleasedComments";
    static constexpr auto fields = std::tuple { field("questions", &T::questions, { .min = 0, .max = 400 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

std::vector<CommentQuestion> questions_of_words(const instruments::Form& form)
{
    std::vector<CommentQuestion> questions;
    for (const auto& item : form.items())
        if (item.type == instruments::QuestionType::Text)
            questions.push_back({ item.code, to_json(form.question_of(item).text) });
    return questions;
}

/// Published, and read by somebody who holds one of its halves for a college.
Result<Campaign> campaign_to_read(store::Reader& reader, const Call& call)
{
    auto campaign = TRY(readable_campaign(reader, call));
    TRY(require(surveys::holds(call.reader(), campaign.establishment_id, HalfHolder::Direction)
        || surveys::holds(call.reader(), campaign.establishment_id, HalfHolder::StaffRepresentatives)));
    if (campaign.state != CampaignState::Published || *campaign.destroy_by <= call.today())
        return Problem("campaign.wrong_stage");
    return campaign;
}

Result<CommentsToRead> comments_to_read(store::Reader& reader, const Campaign& campaign)
{
    const auto form = TRY(form_of(reader, campaign));
    if (!form)
        return Problem("campaign.wrong_stage");
    CommentsToRead view { questions_of_words(*form), {} };
    for (auto& comment : TRY(store::comments_of(reader, campaign.id)))
        view.comments.push_back({ comment.number, std::move(comment.item), std::move(comment.written), std::move(comment.shown),
            comment.direction, comment.staff_representatives });
    return view;
}

Result<Answer<CommentsToRead>> show_comments(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<CommentsToRead>> {
        return Answer<CommentsToRead> { .data = TRY(comments_to_read(reader, TRY(campaign_to_read(reader, call)))) };
    });
}

Result<Answer<CommentsToRead>> settle_comment(Call& call, const CommentSaid& given)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<CommentsToRead>> {
        const auto campaign = TRY(campaign_to_read(transaction, call));
        TRY(require_half(call, campaign, given.college));
        const auto number = whole_number(call.text("number"));
        if (!number)
            return Problem("not_found");
        const auto before = TRY(store::load_comment(transaction, campaign.id, *number));
        if (before.shown != given.before) // the other college hid something meanwhile
            return Problem("version.stale");
        TRY(store::keep_comment(transaction, TRY(surveys::settle(before, given.college, given.shown))));
        transaction.announce("campaigns/" + campaign.id.text());
        return Answer<CommentsToRead> { .data = TRY(comments_to_read(transaction, campaign)) };
    });
}

Result<std::vector<QuestionComments>> released_questions(store::Reader& reader, const Campaign& campaign)
{
    const auto form = TRY(form_of(reader, campaign));
    if (!form || campaign.state != CampaignState::Published)
        return Problem("campaign.not_published");
    const auto release = TRY(store::find_comment_release(reader, campaign.id));
    const auto released = release ? TRY(parse_json(release->released)) : json::value(json::object {});
    const auto reading = TRY(store::comments_of(reader, campaign.id));
    std::vector<QuestionComments> questions;
    for (auto& [item, text] : questions_of_words(*form)) {
        QuestionComments question { item, std::move(text), CommentState::Withheld, {}, {} };
        if (const auto* texts = released.as_object().if_contains(item)) {
            question.state = CommentState::Released;
            question.written = texts->at("written").as_int64();
            for (const auto& comment : texts->at("comments").as_array())
                question.comments.emplace_back(comment.as_string());
        } else if (std::any_of(reading.begin(), reading.end(), [&](const Comment& each) { return each.item == item; }))
            question.state = CommentState::Reading;
        questions.push_back(std::move(question));
    }
    return questions;
}

Result<Answer<ReleasedComments>> show_released(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ReleasedComments>> {
        return Answer<ReleasedComments> { .data = { TRY(released_questions(reader, TRY(readable_campaign(reader, call)))) } };
    });
}

/// By question: how many there were, and those that are shown.
json::object released_text(const std::vector<Comment>& comments)
{
    json::object all;
    for (const auto& comment : comments) {
        auto& question
            = all.emplace(comment.item, json::object { { "written", 0 }, { "comments", json::array {} } }).first->value();
        question.at("written") = question.at("written").as_int64() + 1;
        if (!comment.shown.empty())
            question.at("comments").as_array().emplace_back(comment.shown);
    }
    return all;
}

Result<Answer<ReleasedComments>> release(Call& call, const HalfSaid& given)
{
    auto answer = TRY(call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<ReleasedComments>> {
        const auto campaign = TRY(campaign_to_read(transaction, call));
        TRY(require_half(call, campaign, given.college));
        const auto comments = TRY(store::comments_of(transaction, campaign.id));
        if (comments.empty())
            return Problem("campaign.already_said");
        if (!std::all_of(comments.begin(), comments.end(), [](const Comment& each) { return each.is_settled(); }))
            return Problem("campaign.words_unsettled");
        const auto text = json_text(released_text(comments));
        const auto hash = sha256_hex(text);
        TRY(store::release_comments(transaction, { campaign.id, text, hash }));
        TRY(record(transaction, call, campaign.establishment_id, "campaign.comments_released", "campaign", campaign.id.text(),
            { { "college", name_of(given.college) }, { "comments", hash } }));
        transaction.announce("campaigns/" + campaign.id.text());
        return Answer<ReleasedComments> { .data = { TRY(released_questions(transaction, campaign)) } };
    }));
    surveys::let_comments_go(call.context);
    return answer;
}

} // namespace

RouteTable campaign_comment_routes()
{
    return {
        get("/api/campaigns/{id}/comments", Access::SignedIn, "What people wrote, before it is released: to read together",
            show_comments),
        post("/api/campaigns/{id}/comments/release", Access::SignedIn, "What both colleges agreed to is shown to everybody",
            release),
        post("/api/campaigns/{id}/comments/{number}", Access::SignedIn, "A college's word on what is shown of a comment",
            settle_comment),
        get("/api/campaigns/{id}/results/comments", Access::SignedIn, "What people wrote, as it was released", show_released),
    };
}

} // namespace etabli::resources
