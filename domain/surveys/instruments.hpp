// SPDX-License-Identifier: EUPL-1.2
// domain/surveys/instruments.hpp
//
// An establishment's questionnaires: each is written as long as it takes, then a version of it is fixed, and that one never
// changes. What a questionnaire is made of is engine/instruments; those that ship are packs.

#pragma once

#include "domain/ids.hpp"
#include "domain/people/people.hpp"
#include "engine/instruments/instrument.hpp"

namespace etabli {

struct KeptInstrument {
    InstrumentId id;
    PlaceId establishment_id;
    std::string origin; // "etabli-pouls-6", a file's name, or nothing: where its first words come from
    json::value content; // as it is being written: it may not hold together yet
    Date begun_on;
    std::int64_t version = 1;
};

/// Never written again.
struct FixedInstrument {
    InstrumentId instrument_id;
    std::int64_t number = 1;
    json::value content;
    Date fixed_on;
};

namespace surveys {

/// Whoever sits in one of the establishment's colleges at work: a questionnaire binds nobody before its gate.
bool may_compose(const Reader& reader, const PlaceId& establishment);

/// What a draft becomes when somebody writes it again: a smallest group is raised only, health data and the need for a permission stay
/// said, a validation ends with the first word that changes and never begins here. `instrument.may_not_edit` when its authors allow
/// no change: then only the establishment's permission, and what is said before and after, may differ.
Result<instruments::Instrument> become(const instruments::Instrument& before, instruments::Instrument after);

} // namespace surveys

template <>
struct Describe<KeptInstrument> {
    static constexpr std::string_view name = "KeptInstrument";
    static constexpr auto fields = std::tuple {
        field("id", &KeptInstrument::id),
        field("establishment_id", &KeptInstrument::establishment_id),
        field("origin", &KeptInstrument::origin, { .min = 0, .max = 200 }),
        field("content", &KeptInstrument::content),
        field("begun_on", &KeptInstrument::begun_on),
        field("version", &KeptInstrument::version, { .min = 1, .max = INT64_MAX }),
    };
};

template <>
struct Describe<FixedInstrument> {
    static constexpr std::string_view name = "FixedInstrument";
    static constexpr auto fields = std::tuple {
        field("instrument_id", &FixedInstrument::instrument_id),
        field("number", &FixedInstrument::number, { .min = 1, .max = 9999 }),
        field("content", &FixedInstrument::content),
        field("fixed_on", &FixedInstrument::fixed_on),
    };
};

} // namespace etabli
