// SPDX-License-Identifier: EUPL-1.2
// domain/thread/due.hpp
//
// What is owed: an answer, a yes or a no, a return, a conclusion. Every folder gives its own as DueItem from its
// store; the home page lays them out by date alone. Nothing here is late: it is "awaited since" a day.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "domain/people/people.hpp"
#include "domain/thread/thread.hpp"

namespace etabli {

enum class DueKind {
    ProposalAnswer, // an answer owed to a proposal
    GateAnswer, // a college's word on a gate
    SpaceToPrepare, // a discussion to come
    SpaceOpen, // a discussion going on, until its closing day
    SpaceReturn, // the day the group was told it would hear back
    ContributionsDestroyed, // the day the charter announced
    LocalRuleReview, // does the rule still hold, three months later
    ExperimentConclusion, // an end date: those who do the work conclude
    IndicatorExpiry, // an indicator stops being shown
    HomeTask, // a task between two sessions of a path
    ProgrammeSession, // a session of a path
    SheetToWrite, // a sheet promised
    CampaignHalf, // a college's half of a key, before anybody can answer
    CampaignCloses, // a questionnaire that can be answered until that day
    CampaignOpening, // a college's part of an urn that is closed
    CampaignComments, // what was written, read by both colleges before it is destroyed
    MeansEnd // time or money that was promised until that day
};

template <>
struct Names<DueKind> {
    static constexpr std::array table {
        std::pair { DueKind::ProposalAnswer, std::string_view("proposal_answer") },
        std::pair { DueKind::GateAnswer, std::string_view("gate_answer") },
        std::pair { DueKind::SpaceToPrepare, std::string_view("space_to_prepare") },
        std::pair { DueKind::SpaceOpen, std::string_view("space_open") },
        std::pair { DueKind::SpaceReturn, std::string_view("space_return") },
        std::pair { DueKind::ContributionsDestroyed, std::string_view("contributions_destroyed") },
        std::pair { DueKind::LocalRuleReview, std::string_view("local_rule_review") },
        std::pair { DueKind::ExperimentConclusion, std::string_view("experiment_conclusion") },
        std::pair { DueKind::IndicatorExpiry, std::string_view("indicator_expiry") },
        std::pair { DueKind::HomeTask, std::string_view("home_task") },
        std::pair { DueKind::ProgrammeSession, std::string_view("programme_session") },
        std::pair { DueKind::SheetToWrite, std::string_view("sheet_to_write") },
        std::pair { DueKind::CampaignHalf, std::string_view("campaign_half") },
        std::pair { DueKind::CampaignCloses, std::string_view("campaign_closes") },
        std::pair { DueKind::CampaignOpening, std::string_view("campaign_opening") },
        std::pair { DueKind::CampaignComments, std::string_view("campaign_comments") },
        std::pair { DueKind::MeansEnd, std::string_view("means_end") },
    };
};

/// One thing owed, as everybody of the establishment sees it. `awaited_of` says which colleges can do it; when it
/// is empty it concerns everybody. A right is never read off this: the object's own page says who may act.
struct DueItem {
    Date on;
    DueKind kind = DueKind::ProposalAnswer;
    std::string title;
    ObjectKind object_kind = ObjectKind::Proposal;
    std::string object_id;
    std::optional<std::int64_t> minutes; // how long it takes, when it takes somebody's time
    std::vector<CollegeKind> awaited_of;
    PlaceId establishment_id;
    std::optional<ProgrammeId> programme_id;
};

template <>
struct Describe<DueItem> {
    static constexpr std::string_view name = "DueItem";
    static constexpr auto fields = std::tuple {
        field("on", &DueItem::on),
        field("kind", &DueItem::kind),
        field("title", &DueItem::title, any_text),
        field("object_kind", &DueItem::object_kind),
        field("object_id", &DueItem::object_id, one_line),
        field("minutes", &DueItem::minutes, { .min = 0, .max = 100'000 }),
        field("awaited_of", &DueItem::awaited_of, { .min = 0, .max = 10 }),
        field("establishment_id", &DueItem::establishment_id),
        field("programme_id", &DueItem::programme_id),
    };
};

/// Where an item stands by its date alone: awaited since a day before today, this week (until Sunday), later.
struct DueGroups {
    std::vector<DueItem> awaited;
    std::vector<DueItem> this_week;
    std::vector<DueItem> later;
};

template <>
struct Describe<DueGroups> {
    static constexpr std::string_view name = "DueGroups";
    static constexpr auto fields = std::tuple {
        field("awaited", &DueGroups::awaited, { .min = 0, .max = 500 }),
        field("this_week", &DueGroups::this_week, { .min = 0, .max = 500 }),
        field("later", &DueGroups::later, { .min = 0, .max = 500 }),
    };
};

/// Oldest first in each group; of one day, the order of DueKind, then the title.
DueGroups by_date(std::vector<DueItem> items, Date today);

} // namespace etabli
