// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/gates.cpp
//
// Gates: asked, answered by each college in the way it declared, refused with a reason or passed. A yes is said by as
// many as the college's rule wants; a silence is nobody's word.

#include "store/gates.hpp"
#include "domain/sheets/rules.hpp"
#include "server/content/demo/programmes.hpp"
#include "server/content/demo/sheets.hpp"
#include "store/sheet_passages.hpp"
#include "store/sheets.hpp"
#include "store/thread.hpp"

namespace etabli::content::demo {

namespace {

struct Asking {
    std::string gate_key;
    std::string subject_kind; // "sheet_readers", "diagnosis"
    std::string subject;
    Record told; // the gate
    Record asking;
};

Result<void> ask(Story& story, const Asking& asked, Date day)
{
    const auto subject = story.objects.find(asked.subject);
    if (subject == story.objects.end())
        return Problem("pack.invalid", "demo: no subject " + asked.subject);
    const auto id = SheetId::trusted(subject->second.second);
    const auto sheet = TRY(store::load_sheet(story.transaction, id));
    const auto of = TRY(store::load_sheet_template(story.transaction, sheet));
    TRY(sheets::check_complete(TRY(store::load_version(story.transaction, id, sheet.version)).contents, of));
    const bool widens = asked.subject_kind == "sheet_readers";
    const auto to = enum_from<Audience>(asked.told.code("to")).value_or(Audience::Cluster);
    const auto read_there = TRY(store::number_read_by(story.transaction, id, to));
    if (widens)
        TRY(sheets::check_circle(sheet, of, to, read_there));
    const store::GateDraft draft { .establishment_id = sheet.establishment_id,
        .programme_id = sheet.programme_id,
        .subject_kind = asked.subject_kind,
        .subject_id = id.text(),
        .passage = widens ? store::widening_passage(to, read_there, sheet.version) : "diagnosis",
        .title = asked.told.text("title"),
        .delay_days = static_cast<int>(std::max<std::int64_t>(asked.told.number("delay_days"), 21)),
        .note = asked.asking.text("added") };
    const auto asker = TRY(story.holder_of(asked.told.code("place") + "/direction", day));
    const auto gate = TRY(store::ask_gate(story.transaction, draft, asker.account_id, morning(day), story.random));
    story.objects[asked.gate_key] = { ObjectKind::Gate, gate.id.text() };
    if (widens)
        TRY(store::keep_widening(story.transaction, gate.id, id, to, sheet.version));
    return store::link_nodes(
        story.transaction, { ObjectKind::Gate, gate.id.text(), ObjectKind::Sheet, id.text(), "part_of", day });
}

/// How many of those who hold it must say yes for the college to have said it.
std::size_t voices_needed(const College& college, std::size_t holders)
{
    switch (college.consent_rule) {
    case ConsentRule::EachHolder:
        return holders;
    case ConsentRule::Majority:
        return holders / 2 + 1;
    case ConsentRule::Count:
        return static_cast<std::size_t>(college.consent_count.value_or(1));
    default:
        return 1;
    }
}

/// Those who hold the college's mandate that day; for a team's agreement, the facilitator who wrote it down.
Result<std::vector<Mandate>> speakers(Story& story, const College& college, const std::string& place, Date day)
{
    auto wanted = college.id;
    if (college.consent_rule == ConsentRule::TeamAgreement)
        wanted = TRY(story.college(place + "/facilitator")).id;
    std::vector<Mandate> found;
    for (const auto& [key, held] : story.mandates)
        for (const auto& mandate : held)
            if (mandate.college_id == wanted && mandate.starts_on <= day && (!mandate.ends_on || *mandate.ends_on >= day))
                found.push_back(mandate);
    return found;
}

/// One college's word, by as many of its voices as its own rule wants.
Result<void> say(Story& story, GateAnswer answer, const College& college, const std::string& place, Date day)
{
    answer.college_id = college.id;
    answer.answered_on = day;
    if (college.consent_rule == ConsentRule::TeamAgreement)
        answer.met_on = day;
    const auto holders = TRY(speakers(story, college, place, day));
    const auto for_yes = voices_needed(college, holders.size());
    if (holders.size() < for_yes || holders.empty())
        return Problem("pack.invalid", "demo: too few hold " + college.name + " on " + day.text());
    // A no is said once a yes is out of reach; an opinion, by one.
    const auto wanted = answer.answer == GateAnswerKind::Yes ? for_yes
        : answer.answer == GateAnswerKind::No                ? holders.size() - for_yes + 1
                                                             : 1;
    for (std::size_t voice = 0; voice < wanted; ++voice) {
        const auto file = TRY(store::load_gate(story.transaction, answer.gate_id, day));
        auto one = answer;
        one.id = EntryId::make(story.random);
        one.mandate_id = holders[voice].id;
        TRY(store::answer_gate(story.transaction, file, one, holders[voice].account_id, morning(day)));
    }
    return {};
}

Result<void> answer(Story& story, const Asking& asked, const Record& told, Date day)
{
    const auto college = TRY(story.college(told.code("college")));
    const auto said = told.code("answer");
    GateAnswer answer;
    answer.gate_id = GateId::trusted(story.objects.at(asked.gate_key).second);
    answer.answer = said == "no" ? GateAnswerKind::No : said == "yes" ? GateAnswerKind::Yes : GateAnswerKind::Opinion;
    answer.reason = answer.answer == GateAnswerKind::No ? told.text("reason") : told.text("note");
    return say(story, answer, college, asked.told.code("place"), day);
}

Result<Date> day_told(Story& story, const Record& told, std::string_view code, std::string_view days_ago)
{
    if (told.has(days_ago))
        return story.calendar.today().plus_days(-static_cast<int>(told.number(days_ago)));
    return told.day(code);
}

Result<void> tell_asking(Story& story, const Asking& asked)
{
    const auto day = TRY(day_told(story, asked.asking, "asked_at", "asked_days_ago"));
    story.days.on(day, [&story, asked, day] { return ask(story, asked, day); });
    // A no, or the last yes, ends the asking: opinions of the same day were said before, a no after.
    for (const std::string_view kind : { "favourable_opinion", "yes", "no" })
        for (const auto& told : asked.asking.list("answers")) {
            if (told.code("answer") != kind)
                continue;
            const auto on = TRY(day_told(story, told, "at", "days_ago"));
            story.days.on(on, [&story, asked, told, on] { return answer(story, asked, told, on); });
        }
    return {};
}

} // namespace

Result<void> all_say_yes(Story& story, const Gate& gate, const std::string& place, Date day)
{
    for (const auto& id : gate.asked_of)
        for (const auto& [key, college] : story.colleges)
            if (college.id == id) {
                GateAnswer answer;
                answer.gate_id = gate.id;
                answer.answer = GateAnswerKind::Yes;
                TRY(say(story, answer, college, place, day));
            }
    return {};
}

Result<void> tell_gates(Story& story)
{
    for (const auto& gate : TRY(story.file("programmes")).list("gates"))
        for (const auto& asking : gate.list("askings")) {
            const bool widens = gate.code("kind") == "widen_readers";
            TRY(tell_asking(story,
                { gate.code("key"), widens ? "sheet_readers" : "diagnosis", widens ? gate.code("subject") : "DIAG", gate,
                    asking }));
        }
    return {};
}

} // namespace etabli::content::demo
