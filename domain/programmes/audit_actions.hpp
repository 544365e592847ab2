// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/audit_actions.hpp
//
// Everything the audit journal can say was done. An action that is not listed here does not compile, and each of
// them has its sentence in locales/<language>/audit.json: nobody reads a code where they came for a fact.

#pragma once

#include <array>
#include <string_view>

namespace etabli {

inline constexpr auto audit_actions = std::to_array<std::string_view>({
    // Gates
    "gate.asked",
    "gate.answered",
    "gate.passed",
    "gate.refused",
    "gate.silence",
    "gate.withdrawn",
    // Programmes
    "programme.begun",
    "programme.frame_changed",
    "programme.step_entered",
    "means.added",
    "means.changed",
    "means.removed",
    "linked_project.added",
    "linked_project.changed",
    "linked_project.removed",
    "trigger_event.added",
    "trigger_event.changed",
    "trigger_event.removed",
    "programme_session.added",
    "programme_session.changed",
    "programme_session.removed",
    "journal_entry.added",
    "deliverable.done",
    "deliverable.taken_back",
    "programme_handover.added",
    "programme_handover.read",
    // Clusters
    "home.joined",
    "home.news_told",
    "home.news_link_made",
    "home.news_link_revoked",
    "home.blocked_said",
    "home_task.added",
    "home_task.changed",
    "cluster_support.changed",
    // People and places
    "account.link_made",
    "account.closed",
    "college.created",
    "college.consent_edited",
    "college.vacancy_noted",
    "mandate.offered",
    "mandate.offer_withdrawn",
    "mandate.taken",
    "mandate.ended",
    "delegation.composed",
    "delegation.changed",
    "delegation.confirmed",
    "delegation.ended",
    "carence.recorded",
    "carence.ended",
    "place.created",
    "place.changed",
    "place.closed",
    "places.imported",
    "contact.named",
    // Questionnaires
    "instrument.begun",
    "instrument.fixed",
    "instrument.removed",
    // Campaigns
    "campaign.begun",
    "campaign.removed",
    "campaign.asked",
    "campaign.agreed",
    "campaign.committed",
    "campaign.revealed",
    "campaign.manifest_signed",
    "campaign.rehearsed",
    "campaign.codes_drawn",
    "campaign.closed",
    "campaign.envelope_opened",
    "campaign.mask_signed",
    "campaign.comments_released",
    "campaign.published",
    "campaign.refused",
    "campaign.half_lost",
    "campaign.ended",
    // Discussions
    "space.opened",
    "space.released",
    "space.returned",
    "space.closed",
    "space.destroyed",
    "space.handed_over",
    "space.attached",
    "space.follow_link_revoked",
    // Proposals
    "proposal.answered",
    "proposal.assigned",
    "proposal.outcome",
    // Experiments
    "experiment.asked_for",
    "experiment.begun",
    "experiment.page_changed",
    "experiment.start_moved",
    "experiment.end_moved",
    "experiment.part_begun",
    "experiment.figures_changed",
    "experiment.figure_set_aside",
    "experiment.reservation_joined",
    "experiment.concluded",
    "experiment.given_up",
    "experiment.link_made",
    "experiment.link_closed",
    "evaluation.begun",
    "evaluation.taken_over",
    "evaluation.released",
    "evaluation.shared",
    "evaluation.ended",
    // Sheets
    "sheet.begun",
    "sheet.settled",
    "sheet.shared",
});

class AuditAction {
public:
    consteval AuditAction(const char* text)
    {
        for (const auto known : audit_actions)
            if (known == text) {
                text_ = known;
                return;
            }
        throw "this action is not in domain/programmes/audit_actions.hpp";
    }

    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

} // namespace etabli
