// SPDX-License-Identifier: EUPL-1.2
// server/resources/programme_view.cpp

#include "server/resources/programme_view.hpp"

#include <algorithm>

#include "server/content/packs.hpp"
#include "store/gates.hpp"
#include "store/places.hpp"
#include "store/programme_entries.hpp"

namespace etabli::resources {

namespace {

using namespace http;

/// Where each step of the path stands: as it was last walked.
StepView shown_step(const TemplateStep& step, const Programme& programme, const std::vector<ProgrammeStep>& walked,
    const std::vector<DeliverableState>& deliverables)
{
    StepView view { step.key, step.title, step.aim, step.guidance, step.minutes_estimate, step.sessions, {}, StepState::ToCome,
        {}, {} };
    for (const auto& each : walked)
        if (each.step_key == step.key) {
            view.state = StepState::Done;
            view.entered_on = each.entered_on;
            view.left_on = each.left_on;
        }
    if (step.key == programme.step)
        view.state = StepState::UnderWay;
    for (const auto& deliverable : step.deliverables) {
        DeliverableView shown { deliverable.key, deliverable.title, deliverable.sheet_template, {}, {} };
        for (const auto& state : deliverables)
            if (state.step_key == step.key && state.deliverable_key == deliverable.key) {
                shown.done_on = state.done_on;
                shown.sheet_id = state.sheet_id;
            }
        view.deliverables.push_back(std::move(shown));
    }
    return view;
}

PassageView shown_passage(const TemplateGate& gate, const OnTheTable& table, const std::vector<Gate>& asked)
{
    PassageView view { gate.key, gate.from, gate.to, gate.title, gate.asked_of, gate.opinion_of, gate.delay_days, {}, {} };
    for (const auto& need : gate.needs)
        view.needs.push_back({ need, state_of_need(need, table) });
    for (const auto& attempt : asked)
        if (attempt.passage == gate.key)
            view.attempts.push_back(attempt);
    return view;
}

/// It starts from the step under way, is not being asked, and nothing written here is missing.
bool may_be_asked_now(const TemplateGate& gate, const PassageView& view, const Programme& programme, const OnTheTable& table)
{
    const bool is_settled = !view.attempts.empty()
        && (view.attempts.back().state == GateState::Open || view.attempts.back().state == GateState::Passed);
    return gate.from == programme.step && !is_settled && may_be_passed(gate, table).ok();
}

} // namespace

Result<ProgrammeTemplate> template_of(const Call& call, const std::string& template_id)
{
    const auto* pack = call.context.packs.find("programmes", template_id);
    if (pack == nullptr)
        return Problem("pack.missing", "no programme template of that id");
    return parse_programme_template(*pack);
}

Result<Programme> readable_programme(const Call& call, store::Reader& reader)
{
    auto programme = TRY(store::load_programme(reader, TRY(call.id<ProgrammeId>("programme"))));
    if (!may_read_programme(call.reader(), TRY(store::places_of_programme(reader, programme))))
        return Problem("not_found");
    return programme;
}

Result<OnTheTable> on_the_table(store::Reader& reader, const Programme& programme)
{
    OnTheTable table;
    table.frame = programme;
    table.means_lines = TRY(store::entries_of<Means>(reader, programme.id)).size();
    table.handovers = TRY(store::entries_of<ProgrammeHandover>(reader, programme.id)).size();
    for (const auto& deliverable : TRY(store::entries_of<DeliverableState>(reader, programme.id)))
        if (deliverable.done_on)
            table.done_deliverables.push_back(deliverable.deliverable_key);
    return table;
}

Result<Answer<ProgrammeView>> shown_programme(const Call& call, store::Reader& reader, const Programme& programme)
{
    const auto path = TRY(template_of(call, programme.template_id));
    const auto walked = TRY(store::steps_of(reader, programme.id));
    const auto deliverables = TRY(store::entries_of<DeliverableState>(reader, programme.id));
    const auto gates = TRY(store::gates_about(reader, "phase", programme.id.text()));
    const auto table = TRY(on_the_table(reader, programme));
    const bool leads = may_lead_programme(call.reader(), programme);

    Answer<ProgrammeView> answer;
    auto& view = answer.data;
    view.programme = programme;
    view.place_name = TRY(store::load_place(reader, programme.place_id)).name;
    view.template_title = path.title;
    for (const auto& step : path.steps)
        view.steps.push_back(shown_step(step, programme, walked, deliverables));
    for (const auto& gate : path.gates) {
        view.passages.push_back(shown_passage(gate, table, gates));
        if (leads && may_be_asked_now(gate, view.passages.back(), programme, table))
            answer.abilities.push_back("ask:" + gate.key);
    }
    view.means = TRY(store::entries_of<Means>(reader, programme.id));
    view.projects = TRY(store::entries_of<LinkedProject>(reader, programme.id));
    view.triggers = TRY(store::entries_of<TriggerEvent>(reader, programme.id));
    view.journal = TRY(store::entries_of<ProgrammeEntry>(reader, programme.id));
    view.sessions = TRY(store::entries_of<PathSession>(reader, programme.id));
    view.handovers = TRY(store::entries_of<ProgrammeHandover>(reader, programme.id));
    if (leads)
        answer.abilities.emplace_back("lead");
    if (leads && !TRY(store::is_being_answered(reader, programme.id)))
        answer.abilities.emplace_back("write_frame");
    if (may_write_journal(call.reader(), programme))
        answer.abilities.emplace_back("write_journal");
    return answer;
}

} // namespace etabli::resources
