// SPDX-License-Identifier: EUPL-1.2
// server/resources/space_session.cpp
//
// Driving a session: the board, the steps, releasing, typing in paper, showing what is shared, the minutes, the
// situation, closing, coming back to the group. For the facilitator alone; every screen hears that the space
// changed, never when somebody wrote.

#include "domain/spaces/rules.hpp"
#include "server/content/qr.hpp"
#include "server/resources/all.hpp"
#include "server/resources/space_views.hpp"
#include "store/sentences.hpp"
#include "store/space_endings.hpp"
#include "store/spaces.hpp"

namespace etabli::resources {

struct SpaceStep {
    std::int64_t step = 1;
};

/// One sheet of paper, as somebody left it on the table.
struct PaperSheet {
    std::vector<std::string> words;
    ContributionKind kind = ContributionKind::Situation;
};
struct PaperPile {
    std::vector<PaperSheet> sheets;
};

struct SituationDraft {
    std::string title;
    std::string asked;
    std::string done;
    std::vector<std::string> helps;
    std::vector<std::string> hinders;
    std::string cost_care;
    std::string cost_work;
    std::optional<std::int64_t> version;
};

struct MinutesDraft {
    std::string words;
};

struct SpaceClosing {
    Date return_on;
};

struct SpaceReturn {
    std::string words;
};

/// A contribution shown, or set aside with a reason.
struct ContributionChange {
    ContributionState state = ContributionState::Shown;
    std::optional<std::string> reason;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::SpaceStep> {
    static constexpr std::string_view name = "SpaceStep";
    static constexpr auto fields = std::tuple { field("step", &resources::SpaceStep::step, { .min = 1, .max = steps }) };
};
template <>
struct Describe<resources::PaperSheet> {
    static constexpr std::string_view name = "PaperSheet";
    static constexpr auto fields = std::tuple {
        field("words", &resources::PaperSheet::words, { .min = 1, .max = spaces::waiting_per_participant_max }),
        field("kind", &resources::PaperSheet::kind),
    };
};
template <>
struct Describe<resources::PaperPile> {
    static constexpr std::string_view name = "PaperPile";
    static constexpr auto fields = std::tuple { field("sheets", &resources::PaperPile::sheets, { .min = 1, .max = 100 }) };
};
template <>
struct Describe<resources::SituationDraft> {
    static constexpr std::string_view name = "SituationDraft";
    static constexpr auto fields = std::tuple {
        field("title", &resources::SituationDraft::title, one_line),
        field("asked", &resources::SituationDraft::asked, any_text),
        field("done", &resources::SituationDraft::done, any_text),
        field("helps", &resources::SituationDraft::helps, { .min = 0, .max = 20 }),
        field("hinders", &resources::SituationDraft::hinders, { .min = 0, .max = 20 }),
        field("cost_care", &resources::SituationDraft::cost_care, any_text),
        field("cost_work", &resources::SituationDraft::cost_work, any_text),
        field("version", &resources::SituationDraft::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::MinutesDraft> {
    static constexpr std::string_view name = "MinutesDraft";
    static constexpr auto fields = std::tuple { field("words", &resources::MinutesDraft::words, { .min = 1, .max = 8000 }) };
};
template <>
struct Describe<resources::SpaceClosing> {
    static constexpr std::string_view name = "SpaceClosing";
    static constexpr auto fields = std::tuple { field("return_on", &resources::SpaceClosing::return_on) };
};
template <>
struct Describe<resources::SpaceReturn> {
    static constexpr std::string_view name = "SpaceReturn";
    static constexpr auto fields = std::tuple { field("words", &resources::SpaceReturn::words, { .min = 0, .max = 600 }) };
};
template <>
struct Describe<resources::ContributionChange> {
    static constexpr std::string_view name = "ContributionChange";
    static constexpr auto fields = std::tuple {
        field("state", &resources::ContributionChange::state),
        field("reason", &resources::ContributionChange::reason, { .min = 0, .max = 400 }),
    };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

using Change = std::function<Result<void>(store::Transaction&, Space&)>;

/// Find, may I, do, tell every screen, answer with the board as it has become.
Result<Answer<Board>> drive(Call& call, const Change& change)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Board>> {
        auto space = TRY(space_to_drive(call.reader(), transaction, id));
        TRY(change(transaction, space));
        transaction.announce("spaces/" + id.text());
        space = TRY(store::load_space(transaction, id));
        return Answer<Board> { TRY(board_of(call, transaction, space)), abilities_on(call.reader(), space, call.today()) };
    });
}

/// The same, while the session runs.
Result<Answer<Board>> drive_open(Call& call, const Change& change)
{
    return drive(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        TRY(spaces::must_be_open(space));
        return change(transaction, space);
    });
}

Result<Answer<Board>> show_board(Call& call)
{
    const auto id = TRY(call.id<SpaceId>("space"));
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<Board>> {
        const auto space = TRY(space_to_drive(call.reader(), reader, id));
        return Answer<Board> { TRY(board_of(call, reader, space)), abilities_on(call.reader(), space, call.today()) };
    });
}

Result<Answer<Board>> change_step(Call& call, const SpaceStep& given)
{
    return drive_open(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        space.step = given.step;
        return store::keep_space(transaction, space);
    });
}

Result<Answer<Board>> release_words(Call& call, const Nothing&)
{
    auto board = TRY(drive_open(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        const auto keys = TRY(store::space_keys(transaction, space.id));
        if (!TRY(store::release_waiting(transaction, space, keys.salt, call.context.random)))
            return Problem("space.batch_too_small");
        return note_space(call, transaction, space, "space.released");
    }));
    // What waited lay in the engine's log in the order in which it came. When the engine is busy, with the next release.
    static_cast<void>(call.context.database.rewrite("waiting_contribution"));
    return board;
}

Result<Answer<Board>> settle(Call& call, const Nothing&)
{
    return drive_open(
        call, [&](store::Transaction& transaction, Space& space) { return store::settle_reactions(transaction, space.id); });
}

Result<Answer<Board>> type_in_paper(Call& call, const PaperPile& pile)
{
    std::vector<FieldProblem> wrong;
    for (std::size_t sheet = 0; sheet < pile.sheets.size(); ++sheet)
        for (std::size_t at = 0; at < pile.sheets[sheet].words.size(); ++at) {
            const auto length = plain_text_length(pile.sheets[sheet].words[at]).value_or(0);
            const auto pointer = "/sheets/" + std::to_string(sheet) + "/words/" + std::to_string(at);
            if (length == 0 || trimmed(pile.sheets[sheet].words[at]).empty())
                wrong.push_back({ pointer, "field.required" });
            else if (length > static_cast<std::size_t>(spaces::contribution_words.max))
                wrong.push_back({ pointer, "text.too_long", spaces::contribution_words.max });
        }
    if (!wrong.empty())
        return Problem::of_fields(std::move(wrong));
    return drive_open(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        TRY(spaces::must_accept_words(space, call.today()));
        auto& random = call.context.random;
        for (const auto& sheet : pile.sheets) {
            const auto writer = random.id_text(); // a sheet is somebody, and nobody in particular
            for (const auto& words : sheet.words)
                TRY(store::keep_waiting(transaction,
                    { ContributionId::make(random), space.id, writer, Source::Paper, sheet.kind, words }, random.id_text()));
        }
        return {};
    });
}

Result<Answer<Board>> write_minutes(Call& call, const MinutesDraft& given)
{
    return drive_open(call, [&](store::Transaction& transaction, Space& space) {
        return store::keep_minutes(transaction, space.id, given.words, call.today());
    });
}

Situation situation_of(const SituationDraft& draft, const SituationId& id, const SpaceId& space, std::int64_t version)
{
    return { id, space, draft.title, draft.asked, draft.done, draft.helps, draft.hinders, draft.cost_care, draft.cost_work,
        version };
}

Result<Answer<Board>> add_situation(Call& call, const SituationDraft& given)
{
    return drive_open(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        if (static_cast<std::int64_t>(TRY(store::situations_of(transaction, space.id)).size()) >= spaces::situations_max)
            return Problem("space.full");
        return transaction.insert("situation", situation_of(given, SituationId::make(call.context.random), space.id, 1));
    });
}

Result<Answer<Situation>> edit_situation(Call& call, const SituationDraft& given)
{
    const auto id = TRY(call.id<SituationId>("situation"));
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Situation>> {
        const auto current = TRY(store::load_situation(transaction, id));
        const auto space = TRY(space_to_drive(call.reader(), transaction, current.space_id));
        TRY(spaces::must_be_open(space));
        if (given.version != current.version)
            return Problem::stale(to_json(current));
        const auto kept = situation_of(given, id, current.space_id, current.version + 1);
        TRY(transaction.update("situation", kept));
        transaction.announce("spaces/" + space.id.text());
        return Answer<Situation> { kept, {} };
    });
}

Result<Answer<Contribution>> change_contribution(Call& call, const ContributionChange& given)
{
    const auto id = TRY(call.id<ContributionId>("contribution"));
    const auto reason = given.reason.value_or("");
    if (given.state == ContributionState::SetAside && trimmed(reason).empty())
        return Problem::of_field("/reason", "field.required");
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Contribution>> {
        auto contribution = TRY(store::load_contribution(transaction, id));
        const auto space = TRY(space_to_drive(call.reader(), transaction, contribution.space_id));
        if (!spaces::words_are_readable(space, call.today()))
            return Problem("space.closed");
        contribution.state = given.state;
        contribution.reason = given.state == ContributionState::SetAside ? reason : std::string();
        TRY(transaction.update("contribution", contribution));
        transaction.announce("spaces/" + space.id.text());
        return Answer<Contribution> { contribution, {} };
    });
}

Result<Answer<Board>> close(Call& call, const SpaceClosing& given)
{
    if (given.return_on < call.today())
        return Problem::of_field("/return_on", "date.in_the_past");
    return drive_open(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        space.return_on = given.return_on;
        space.step = steps;
        TRY(store::close_space(
            transaction, space, { call.reader().account_id, call.now(), call.today() }, call.context.random));
        return {};
    });
}

Result<Answer<Board>> say_returned(Call& call, const SpaceReturn& given)
{
    return drive(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        if (space.state == SpaceState::Prepared || space.state == SpaceState::Open)
            return Problem("space.not_closed_yet");
        space.returned_on = call.today();
        space.return_words = given.words;
        ++space.version;
        TRY(store::keep_space(transaction, space));
        return note_space(call, transaction, space, "space.returned");
    });
}

Result<Answer<Board>> renew_follow_link(Call& call, const Nothing&)
{
    return drive(call, [&](store::Transaction& transaction, Space& space) {
        return store::keep_follow_token(transaction, space.id, call.context.random.token());
    });
}

Result<Answer<Board>> revoke_follow_link(Call& call)
{
    return drive(call, [&](store::Transaction& transaction, Space& space) -> Result<void> {
        TRY(store::keep_follow_token(transaction, space.id, ""));
        return note_space(call, transaction, space, "space.follow_link_revoked");
    });
}

Result<Response> qr_of(Call& call, std::string Board::*address)
{
    auto board = TRY(show_board(call)).data;
    if ((board.*address).empty())
        return Problem("not_found");
    Response response;
    response.content_type = "image/svg+xml";
    response.body = TRY(content::qr_svg(board.*address));
    return response;
}

Result<Response> show_join_qr(Call& call)
{
    return qr_of(call, &Board::join_url);
}

Result<Response> show_follow_qr(Call& call)
{
    return qr_of(call, &Board::follow_url);
}

} // namespace

RouteTable space_session_routes()
{
    return {
        get("/api/spaces/{space}/board", Access::SignedIn, "What the facilitator drives", show_board),
        put("/api/spaces/{space}/step", Access::SignedIn, "Go to a step of the session, whichever", change_step),
        post(
            "/api/spaces/{space}/release", Access::SignedIn, "Shuffle and show what at least five people wrote", release_words),
        post("/api/spaces/{space}/settle", Access::SignedIn, "Say what is shared and what is lived differently", settle),
        post("/api/spaces/{space}/paper", Access::SignedIn, "Type in sheets of paper", type_in_paper),
        put("/api/spaces/{space}/minutes", Access::SignedIn, "Write the minutes, or the group's correction", write_minutes),
        post("/api/spaces/{space}/situations", Access::SignedIn, "Tell a situation of work", add_situation),
        put("/api/situations/{situation}", Access::SignedIn, "Correct a situation of work", edit_situation),
        put("/api/contributions/{contribution}", Access::SignedIn, "Show a contribution, or set it aside with a reason",
            change_contribution),
        post("/api/spaces/{space}/close", Access::SignedIn, "Close, with the day of return", close),
        post("/api/spaces/{space}/return", Access::SignedIn, "Say that the group was told what became of it", say_returned),
        post("/api/spaces/{space}/follow-link", Access::SignedIn, "Another link to what became of it", renew_follow_link),
        remove("/api/spaces/{space}/follow-link", Access::SignedIn, "Revoke that link", revoke_follow_link),
        raw("/api/spaces/{space}/join.svg", Access::SignedIn, "QR code to come in", "image/svg+xml", show_join_qr),
        raw("/api/spaces/{space}/follow.svg", Access::SignedIn, "QR code to come back to", "image/svg+xml", show_follow_qr),
    };
}

} // namespace etabli::resources
