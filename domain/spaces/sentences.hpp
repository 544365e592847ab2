// SPDX-License-Identifier: EUPL-1.2
// domain/spaces/sentences.hpp
//
// What is said in a space. A contribution was written on a phone or on paper: it has no author, no device, no
// time and no order, and is destroyed on the charter's day. An idea is what the group keeps: it remains. No type
// here can hold how many people recognised a sentence.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "domain/ids.hpp"

namespace etabli {

enum class ContributionKind { Situation, Irritant, Surprise, Proposal, Letter };

template <>
struct Names<ContributionKind> {
    static constexpr std::array table {
        std::pair { ContributionKind::Situation, std::string_view("situation") },
        std::pair { ContributionKind::Irritant, std::string_view("irritant") },
        std::pair { ContributionKind::Surprise, std::string_view("surprise") },
        std::pair { ContributionKind::Proposal, std::string_view("proposal") },
        std::pair { ContributionKind::Letter, std::string_view("letter") },
    };
};

/// Where waiting words come from. It is forgotten when they are released: two who took paper would be two.
enum class Source { Phone, Paper, NarrowerSpace };

template <>
struct Names<Source> {
    static constexpr std::array table {
        std::pair { Source::Phone, std::string_view("phone") },
        std::pair { Source::Paper, std::string_view("paper") },
        std::pair { Source::NarrowerSpace, std::string_view("narrower_space") },
    };
};

/// Waiting until enough people have written. Its writer is the digest of a secret drawn for this space, kept on
/// the phone; it serves to count people and to let one withdraw one's own words, and goes at release.
struct WaitingContribution {
    ContributionId id;
    SpaceId space_id;
    std::string writer;
    Source source = Source::Phone;
    ContributionKind kind = ContributionKind::Situation;
    std::string words;
};

template <>
struct Describe<WaitingContribution> {
    static constexpr std::string_view name = "WaitingContribution";
    static constexpr auto fields = std::tuple {
        field("id", &WaitingContribution::id),
        field("space_id", &WaitingContribution::space_id),
        field("writer", &WaitingContribution::writer),
        field("source", &WaitingContribution::source),
        field("kind", &WaitingContribution::kind),
        field("words", &WaitingContribution::words),
    };
};

/// Held back: letters are read by the facilitator first, so that no patient can be recognised in them.
enum class ContributionState { Shown, Held, SetAside };

template <>
struct Names<ContributionState> {
    static constexpr std::array table {
        std::pair { ContributionState::Shown, std::string_view("shown") },
        std::pair { ContributionState::Held, std::string_view("held") },
        std::pair { ContributionState::SetAside, std::string_view("set_aside") },
    };
};

/// How a sentence is lived by those who answered it. There is no count beside it, anywhere.
enum class Lived { Shared, Different };

template <>
struct Names<Lived> {
    static constexpr std::array table {
        std::pair { Lived::Shared, std::string_view("shared") },
        std::pair { Lived::Different, std::string_view("different") },
    };
};

enum class Reaction { Same, Different, Pass };

template <>
struct Names<Reaction> {
    static constexpr std::array table {
        std::pair { Reaction::Same, std::string_view("chez_moi_aussi") },
        std::pair { Reaction::Different, std::string_view("chez_moi_different") },
        std::pair { Reaction::Pass, std::string_view("je_passe") },
    };
};

enum class Sort { WeDecide, WeAsk, ToUnderstand };

template <>
struct Names<Sort> {
    static constexpr std::array table {
        std::pair { Sort::WeDecide, std::string_view("we_decide") },
        std::pair { Sort::WeAsk, std::string_view("we_ask") },
        std::pair { Sort::ToUnderstand, std::string_view("to_understand") },
    };
};

struct Contribution {
    ContributionId id;
    SpaceId space_id;
    ContributionKind kind = ContributionKind::Situation;
    std::string words;
    ContributionState state = ContributionState::Shown;
    std::string reason; // why it was set aside
    std::optional<Lived> lived;
};

template <>
struct Describe<Contribution> {
    static constexpr std::string_view name = "Contribution";
    static constexpr auto fields = std::tuple {
        field("id", &Contribution::id),
        field("space_id", &Contribution::space_id),
        field("kind", &Contribution::kind),
        field("words", &Contribution::words, { .min = 1, .max = 2000 }),
        field("state", &Contribution::state),
        field("reason", &Contribution::reason, { .min = 0, .max = 400 }),
        field("lived", &Contribution::lived),
    };
};

struct Idea {
    IdeaId id;
    SpaceId space_id;
    std::string words;
    std::optional<std::string> first_words; // before the group corrected them
    std::optional<ContributionId> taken_from;
    std::optional<Sort> sort;
    std::optional<Lived> lived;
    std::optional<CollegeId> answer_college_id; // of whom it is asked, when it is asked
    std::optional<ProposalId> proposal_id; // what it became
    std::string set_aside_reason; // or why nothing became of it
    std::int64_t version = 1;
};

template <>
struct Describe<Idea> {
    static constexpr std::string_view name = "Idea";
    static constexpr auto fields = std::tuple {
        field("id", &Idea::id),
        field("space_id", &Idea::space_id),
        field("words", &Idea::words, { .min = 1, .max = 2000 }),
        field("first_words", &Idea::first_words, { .min = 1, .max = 2000 }),
        field("taken_from", &Idea::taken_from),
        field("sort", &Idea::sort),
        field("lived", &Idea::lived),
        field("answer_college_id", &Idea::answer_college_id),
        field("proposal_id", &Idea::proposal_id),
        field("set_aside_reason", &Idea::set_aside_reason, { .min = 0, .max = 400 }),
        field("version", &Idea::version, { .min = 1, .max = INT64_MAX }),
    };
};

} // namespace etabli
