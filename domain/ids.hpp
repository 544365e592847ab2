// SPDX-License-Identifier: EUPL-1.2
// domain/ids.hpp
//
// The names of things, one type each. They stand together because every folder refers to some of them.

#pragma once

#include "base/ids.hpp"

namespace etabli {

using PlaceId = Id<struct PlaceTag>;
using AccountId = Id<struct AccountTag>;
using CollegeId = Id<struct CollegeTag>;
using MandateId = Id<struct MandateTag>;
using DelegationId = Id<struct DelegationTag>;
using ProgrammeId = Id<struct ProgrammeTag>;
using GateId = Id<struct GateTag>;
using SpaceId = Id<struct SpaceTag>;
using ParticipantId = Id<struct ParticipantTag>;
using ContributionId = Id<struct ContributionTag>;
using SituationId = Id<struct SituationTag>;
using IdeaId = Id<struct IdeaTag>;
using ProposalId = Id<struct ProposalTag>;
using ExperimentId = Id<struct ExperimentTag>;
using EvaluationSessionId = Id<struct EvaluationSessionTag>;
using ActivityId = Id<struct ActivityTag>; // something done at work, as an evaluation session names it
using IndicatorId = Id<struct IndicatorTag>;
using InstrumentId = Id<struct InstrumentTag>;
using CampaignId = Id<struct CampaignTag>;
using SheetId = Id<struct SheetTag>;
using EntryId = Id<struct EntryTag>; // a line of a journal, a note, a comment: what has no life of its own

} // namespace etabli
