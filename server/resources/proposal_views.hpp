// SPDX-License-Identifier: EUPL-1.2
// server/resources/proposal_views.hpp
//
// A proposal as it travels: its line on the desk, its page, and the bodies by which it is answered and followed.

#pragma once

#include "domain/people/people.hpp"
#include "domain/spaces/proposals.hpp"
#include "server/http/routes.hpp"

namespace etabli::resources {

/// A proposal with the names of what it refers to.
struct ProposalLine {
    Proposal proposal;
    std::string place_name;
    std::string college_name;
    std::optional<CollegeKind> college_kind;
    std::string assigned_name;
    std::string space_title;
    std::optional<Date> space_held_on;
};

struct ProposalView {
    Proposal proposal;
    std::string place_name;
    std::string college_name;
    std::optional<CollegeKind> college_kind;
    std::string assigned_name;
    std::string space_title;
    std::optional<Date> space_held_on;
    std::vector<ProposalEntry> entries;
    std::optional<LocalRule> local_rule;
};

struct ProposalAssignment {
    std::optional<AccountId> account_id;
    std::int64_t version = 1;
};

struct ProposalOutcome {
    bool done = false;
    std::string words;
    std::int64_t version = 1;
};

struct ProposalWords {
    std::string words;
};

struct LocalRuleLine {
    LocalRule rule;
    std::string place_name;
};

struct LocalRuleReview {
    Holds holds = Holds::Yes;
    std::string words;
    std::optional<std::string> rewritten; // the rule as the team writes it from now on
    std::int64_t version = 1;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::ProposalLine> {
    static constexpr std::string_view name = "ProposalLine";
    static constexpr auto fields = std::tuple {
        field("proposal", &resources::ProposalLine::proposal),
        field("place_name", &resources::ProposalLine::place_name),
        field("college_name", &resources::ProposalLine::college_name),
        field("college_kind", &resources::ProposalLine::college_kind),
        field("assigned_name", &resources::ProposalLine::assigned_name),
        field("space_title", &resources::ProposalLine::space_title),
        field("space_held_on", &resources::ProposalLine::space_held_on),
    };
};
template <>
struct Describe<resources::ProposalView> {
    static constexpr std::string_view name = "ProposalView";
    static constexpr auto fields = std::tuple {
        field("proposal", &resources::ProposalView::proposal),
        field("place_name", &resources::ProposalView::place_name),
        field("college_name", &resources::ProposalView::college_name),
        field("college_kind", &resources::ProposalView::college_kind),
        field("assigned_name", &resources::ProposalView::assigned_name),
        field("space_title", &resources::ProposalView::space_title),
        field("space_held_on", &resources::ProposalView::space_held_on),
        field("entries", &resources::ProposalView::entries),
        field("local_rule", &resources::ProposalView::local_rule),
    };
};
template <>
struct Describe<resources::ProposalAssignment> {
    static constexpr std::string_view name = "ProposalAssignment";
    static constexpr auto fields = std::tuple {
        field("account_id", &resources::ProposalAssignment::account_id),
        field("version", &resources::ProposalAssignment::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::ProposalOutcome> {
    static constexpr std::string_view name = "ProposalOutcome";
    static constexpr auto fields = std::tuple {
        field("done", &resources::ProposalOutcome::done),
        field("words", &resources::ProposalOutcome::words, { .min = 1, .max = 2000 }),
        field("version", &resources::ProposalOutcome::version, { .min = 1, .max = INT64_MAX }),
    };
};
template <>
struct Describe<resources::ProposalWords> {
    static constexpr std::string_view name = "ProposalWords";
    static constexpr auto fields = std::tuple { field("words", &resources::ProposalWords::words, { .min = 1, .max = 2000 }) };
};
template <>
struct Describe<resources::LocalRuleLine> {
    static constexpr std::string_view name = "LocalRuleLine";
    static constexpr auto fields = std::tuple {
        field("rule", &resources::LocalRuleLine::rule),
        field("place_name", &resources::LocalRuleLine::place_name),
    };
};
template <>
struct Describe<resources::LocalRuleReview> {
    static constexpr std::string_view name = "LocalRuleReview";
    static constexpr auto fields = std::tuple {
        field("holds", &resources::LocalRuleReview::holds),
        field("words", &resources::LocalRuleReview::words, { .min = 1, .max = 2000 }),
        field("rewritten", &resources::LocalRuleReview::rewritten, { .min = 1, .max = 2000 }),
        field("version", &resources::LocalRuleReview::version, { .min = 1, .max = INT64_MAX }),
    };
};

} // namespace etabli
