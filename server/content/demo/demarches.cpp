// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/demarches.cpp
//
// Démarches: framed, carried, journalled, with their means on the table; each phase entered through its gate.

#include "domain/programmes/entries.hpp"
#include "server/content/demo/programmes.hpp"
#include "store/gates.hpp"
#include "store/programme_entries.hpp"
#include "store/programmes.hpp"

namespace etabli::content::demo {

namespace {

ProgrammeFrame frame_told(const Record& told)
{
    const auto perimeter = told.of("perimeter");
    const auto openness = told.of("openness");
    ProgrammeFrame frame;
    frame.title = told.text("title");
    frame.care_stake = told.text("care_stake");
    frame.work_stake = told.text("work_stake");
    frame.perimeter = perimeter.text("text");
    frame.outside_perimeter = perimeter.text("out_text");
    frame.committee = told.of("committee").text("text");
    frame.openness = enum_from<Openness>(openness.code("code")).value_or(Openness::Participate);
    frame.still_open = openness.text("text");
    if (told.has("charter"))
        frame.experiment_gate = enum_from<ExperimentGate>(told.of("charter").code("experiment_gate"));
    for (const auto& part : openness.list("parts"))
        frame.openness_text += (frame.openness_text.empty() ? "" : "\u00a0; ") + part.text("text");
    return frame;
}

Replaced replaced_told(const std::string& said)
{
    if (said.find("oui") != std::string::npos && said.find("non") != std::string::npos)
        return Replaced::Partly;
    if (said.starts_with("oui"))
        return Replaced::Yes;
    return said == "sans objet" ? Replaced::NotApplicable : Replaced::No;
}

Result<void> add_means(Story& story, const Record& told, const ProgrammeId& id, const AccountId& actor, Date day)
{
    for (const auto& line : told.list("means")) {
        Means means;
        means.id = EntryId::make(story.random);
        means.programme_id = id;
        means.what = line.text("what");
        means.how_much = line.text("how_much");
        means.replaced = replaced_told(line.code("replaced"));
        means.replaced_text = line.text("replaced");
        if (line.has("amount_eur"))
            means.amount_eur = line.number("amount_eur");
        if (story.calendar.day(line.code("until")).ok())
            means.until_on = TRY(line.until_if_any("until"));
        TRY(store::add_entry(story.transaction, means, actor, morning(day)));
    }
    for (const auto& line : told.list("linked_projects")) {
        LinkedProject project;
        project.id = EntryId::make(story.random);
        project.programme_id = id;
        project.kind = ProjectKind::Other;
        project.title = line.text("title");
        project.starts_on = TRY(line.day_if_any("starts"));
        project.ends_on = TRY(line.day_if_any("ends"));
        project.text = line.text("text");
        TRY(store::add_entry(story.transaction, project, actor, morning(day)));
    }
    return {};
}

Result<void> begin(Story& story, const Record& told, Programme programme, Date day)
{
    const auto actor = TRY(story.holder_of(told.code("place") + "/direction", day)).account_id;
    TRY(store::begin_programme(story.transaction, programme, actor, morning(day)));
    story.objects[told.code("key")] = { ObjectKind::Programme, programme.id.text() };
    if (told.has("trigger_event")) {
        TriggerEvent trigger;
        trigger.id = EntryId::make(story.random);
        trigger.programme_id = programme.id;
        trigger.code = told.of("trigger_event").has("code") ? told.of("trigger_event").code("code") : "restructuring";
        trigger.happened_on = TRY(told.of("trigger_event").day("at"));
        trigger.text = told.of("trigger_event").text("text");
        TRY(store::add_entry(story.transaction, trigger, actor, morning(day)));
    }
    return add_means(story, told, programme.id, actor, day);
}

Result<void> pass(Story& story, const Record& told, const ProgrammeId& id, const std::string& passage, Date day)
{
    const auto place = told.code("place");
    const auto asker = TRY(story.holder_of(place + "/direction", day)).account_id;
    const store::GateDraft draft { TRY(story.establishment(place)), id, "phase", id.text(), passage, told.text("title"),
        { CollegeKind::Direction, CollegeKind::Management, CollegeKind::Medical, CollegeKind::StaffRepresentatives,
            CollegeKind::Professionals },
        { CollegeKind::Users }, 21, "" };
    const auto gate = TRY(store::ask_gate(story.transaction, draft, asker, morning(day), story.random));
    return all_say_yes(story, gate, place, day);
}

/// The days on which its phases were entered: told, or read from the tasks that ended each phase.
Result<std::vector<std::pair<std::string, Date>>> passages_told(Story& story, const Record& told)
{
    std::vector<std::pair<std::string, Date>> passages;
    const auto steps = told.list("steps");
    for (std::size_t index = 1; index < steps.size(); ++index)
        passages.emplace_back(steps[index - 1].code("key") + "-" + steps[index].code("key"), TRY(steps[index].day("starts")));
    if (!steps.empty())
        return passages;
    constexpr std::array ends { std::pair { "working_group", "conception-diagnostic" },
        std::pair { "self_diagnosis", "diagnostic-experimentation" },
        std::pair { "experimentation", "experimentation-perennisation" } };
    for (const auto& cluster : TRY(story.file("programmes")).list("clusters"))
        for (const auto& member : cluster.list("members"))
            for (const auto& task : member.list("home_tasks"))
                for (const auto& [key, passage] : ends)
                    if (member.code("demarche") == told.code("key") && task.code("template_task") == key && task.has("done_at")
                        && !std::string_view(passage).starts_with(told.code("step")))
                        passages.emplace_back(passage, TRY(task.day("done_at")));
    return passages;
}

Result<void> tell_journal(Story& story, const Record& told, const ProgrammeId& id, Date begun)
{
    for (const auto& line : told.list("journal")) {
        const auto happened = TRY(line.day("at"));
        const auto day = std::max(happened, begun);
        story.days.on(day, [&story, told, id, line, happened, day]() -> Result<void> {
            ProgrammeEntry entry;
            entry.id = EntryId::make(story.random);
            entry.programme_id = id;
            entry.happened_on = happened;
            entry.text = line.text("text");
            const auto actor = TRY(story.holder_of(told.code("place") + "/direction", day)).account_id;
            return store::add_entry(story.transaction, entry, actor, morning(day));
        });
    }
    if (!told.has("handover"))
        return {};
    const auto handover = told.of("handover");
    const auto day = TRY(handover.day("at"));
    story.days.on(day, [&story, id, handover, day]() -> Result<void> {
        ProgrammeHandover left;
        left.id = EntryId::make(story.random);
        left.programme_id = id;
        left.left_on = day;
        left.from_function = TRY(story.person(handover.code("from"), day)).name;
        for (const auto& key : handover.codes("to"))
            left.to_function += (left.to_function.empty() ? "" : "\u00a0; ") + TRY(story.person(key, day)).name;
        left.left_text = handover.text("left");
        left.lost_text = handover.text("lost");
        left.read_by = { CollegeKind::Direction, CollegeKind::StaffRepresentatives };
        const auto actor = TRY(story.person(handover.code("from"), day)).account_id;
        return store::add_entry(story.transaction, left, actor, morning(day));
    });
    return {};
}

} // namespace

Result<void> tell_demarches(Story& story)
{
    for (const auto& told : TRY(story.file("programmes")).list("demarches")) {
        Programme programme;
        static_cast<ProgrammeFrame&>(programme) = frame_told(told);
        programme.id = ProgrammeId::make(story.random);
        programme.template_id = told.code("template");
        programme.kind = ProgrammeKind::Demarche;
        programme.place_id = TRY(story.establishment(told.code("place")));
        programme.step = "conception";
        const auto steps = told.list("steps");
        programme.started_on = steps.empty() ? TRY(story.calendar.day("M2")) : TRY(steps.front().day("starts"));
        story.programmes[told.code("key")] = programme.id;
        const auto begun = programme.started_on;
        story.days.on(begun, [&story, told, programme, begun] { return begin(story, told, programme, begun); });
        for (const auto& [passage, told_on] : TRY(passages_told(story, told))) {
            const auto on = std::max(told_on, begun);
            story.days.on(on, [&story, told, id = programme.id, key = passage, on] { return pass(story, told, id, key, on); });
        }
        TRY(tell_journal(story, told, programme.id, begun));
    }
    return {};
}

} // namespace etabli::content::demo
