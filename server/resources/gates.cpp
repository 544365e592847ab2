// SPDX-License-Identifier: EUPL-1.2
// server/resources/gates.cpp
//
// Gates over HTTP: read by every college of the establishment, answered by each for itself.

#include "store/gates.hpp"
#include "server/resources/all.hpp"
#include "store/audit.hpp"
#include "store/places.hpp"

namespace etabli::resources {

/// One college at a gate: how it says yes, and where it stands.
struct CollegeAtGate {
    CollegeId college_id;
    CollegeKind kind = CollegeKind::Direction;
    std::string name;
    ConsentRule consent_rule = ConsentRule::AnyHolder;
    std::string consent_text;
    bool opinion_only = false;
    Stand stand = Stand::Awaited;
    std::vector<GateAnswer> answers;
};

struct GateView {
    Gate gate;
    std::vector<CollegeAtGate> colleges;
    std::string audit_chain;
    std::string audit_head; // to keep: it shows later that nothing was rewritten
};

struct GateReply {
    CollegeId college_id;
    GateAnswerKind answer = GateAnswerKind::Yes;
    std::string reason;
    std::optional<Date> met_on;
};

struct GateWithdrawal {
    std::string reason;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::CollegeAtGate> {
    static constexpr std::string_view name = "CollegeAtGate";
    static constexpr auto fields = std::tuple {
        field("college_id", &resources::CollegeAtGate::college_id),
        field("kind", &resources::CollegeAtGate::kind),
        field("name", &resources::CollegeAtGate::name),
        field("consent_rule", &resources::CollegeAtGate::consent_rule),
        field("consent_text", &resources::CollegeAtGate::consent_text),
        field("opinion_only", &resources::CollegeAtGate::opinion_only),
        field("stand", &resources::CollegeAtGate::stand),
        field("answers", &resources::CollegeAtGate::answers, { .min = 0, .max = 200 }),
    };
};
template <>
struct Describe<resources::GateView> {
    static constexpr std::string_view name = "GateView";
    static constexpr auto fields = std::tuple {
        field("gate", &resources::GateView::gate),
        field("colleges", &resources::GateView::colleges, { .min = 0, .max = 40 }),
        field("audit_chain", &resources::GateView::audit_chain),
        field("audit_head", &resources::GateView::audit_head),
    };
};
template <>
struct Describe<resources::GateReply> {
    static constexpr std::string_view name = "GateReply";
    static constexpr auto fields = std::tuple {
        field("college_id", &resources::GateReply::college_id),
        field("answer", &resources::GateReply::answer),
        field("reason", &resources::GateReply::reason, { .min = 0, .max = 2000 }),
        field("met_on", &resources::GateReply::met_on),
    };
};
template <>
struct Describe<resources::GateWithdrawal> {
    static constexpr std::string_view name = "GateWithdrawal";
    static constexpr auto fields
        = std::tuple { field("reason", &resources::GateWithdrawal::reason, { .min = 1, .max = 2000 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

Result<store::GateFile> readable_gate(Call& call, store::Reader& reader)
{
    auto file = TRY(store::load_gate(reader, TRY(call.id<GateId>("gate")), call.today()));
    if (!call.reader().belongs_to(file.gate.establishment_id))
        return Problem("not_found");
    return file;
}

Result<Answer<GateView>> shown(Call& call, store::Reader& reader, const store::GateFile& file)
{
    Answer<GateView> answer;
    answer.data.gate = file.gate;
    answer.data.audit_chain = store::audit_chain_of(file.gate);
    answer.data.audit_head = TRY(store::audit_head(reader, answer.data.audit_chain)).head;
    for (const auto& asked : file.colleges) {
        const auto& college = asked.college;
        answer.data.colleges.push_back({ college.id, college.kind, college.name, college.consent_rule, college.consent_text,
            asked.opinion_only, file.stand(asked, call.today()), file.answers_of(college.id) });
        if (file.gate.state == GateState::Open && may_answer(call.reader(), asked))
            answer.abilities.push_back("answer:" + college.id.text());
    }
    if (may_withdraw(call.reader(), file.gate))
        answer.abilities.emplace_back("withdraw");
    return answer;
}

Result<Answer<GateView>> show_gate(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<GateView>> {
        return shown(call, reader, TRY(readable_gate(call, reader)));
    });
}

Result<Answer<ListOf<Gate>>> list_gates(Call& call)
{
    const auto place = PlaceId::parse(call.query("establishment").value_or(""));
    if (!place || !call.reader().belongs_to(*place))
        return Problem("not_found");
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<Gate>>> {
        return Answer<ListOf<Gate>> { { TRY(store::gates_of_establishment(reader, *place)) } };
    });
}

/// The mandate by which the answer is given: one's own, or for a team's agreement the one of whoever records it.
Result<MandateId> answering_mandate(const Reader& reader, const AskedCollege& asked)
{
    if (const auto* held = reader.mandate_in(asked.college.id))
        return held->mandate_id;
    for (const auto& held : reader.mandates)
        if (held.place_id == asked.college.place_id && held.kind == CollegeKind::Facilitator)
            return held.mandate_id;
    return Problem("gate.not_your_college");
}

Result<Answer<GateView>> answer(Call& call, const GateReply& reply)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<GateView>> {
        const auto file = TRY(readable_gate(call, transaction));
        const auto asked = std::find_if(
            file.colleges.begin(), file.colleges.end(), [&](const auto& each) { return each.college.id == reply.college_id; });
        if (asked == file.colleges.end() || !may_answer(call.reader(), *asked))
            return Problem("gate.not_your_college");
        const GateAnswer said { EntryId::make(call.context.random), file.gate.id, reply.college_id,
            TRY(answering_mandate(call.reader(), *asked)), reply.answer, reply.reason, reply.met_on, call.today() };
        TRY(is_complete(said, *asked, call.today()));
        TRY(store::answer_gate(transaction, file, said, call.reader().account_id, call.now()));
        return shown(call, transaction, TRY(readable_gate(call, transaction)));
    });
}

Result<Answer<GateView>> withdraw(Call& call, const GateWithdrawal& withdrawal)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<GateView>> {
        const auto file = TRY(readable_gate(call, transaction));
        if (file.gate.state != GateState::Open)
            return Problem("gate.closed");
        TRY(require(may_withdraw(call.reader(), file.gate)));
        TRY(store::withdraw_gate(transaction, file.gate, withdrawal.reason, call.reader().account_id, call.now()));
        return shown(call, transaction, TRY(readable_gate(call, transaction)));
    });
}

} // namespace

RouteTable gate_routes()
{
    return {
        get("/api/gates", Access::SignedIn, "The gates of an establishment (?establishment=), by the day they were asked",
            list_gates),
        get("/api/gates/{gate}", Access::SignedIn, "A gate: how each college says yes, and where it stands", show_gate),
        put("/api/gates/{gate}/answer", Access::SignedIn, "Answer for one's own college", answer),
        post("/api/gates/{gate}/withdraw", Access::SignedIn, "Withdraw the asking, with a reason", withdraw),
    };
}

} // namespace etabli::resources
