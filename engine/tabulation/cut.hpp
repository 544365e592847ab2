// SPDX-License-Identifier: EUPL-1.2
// engine/tabulation/cut.hpp
//
// How a campaign's results will be cut, fixed before anybody answers: places, occupations, and how many people could answer in
// each. What a place is too small to ask is not asked there. docs/anonymity.md, sections 1 and 3.

#pragma once

#include <map>

#include "engine/disclosure/lattice.hpp"
#include "engine/instruments/instrument.hpp"

namespace etabli::tabulation {

/// An establishment of ten thousand has about a thousand teams; nobody finds themselves in a longer list.
inline constexpr Bounds places_bounds { .min = 0, .max = 1000 };
inline constexpr Bounds categories_bounds { .min = 0, .max = 30 };
inline constexpr Bounds people_bounds { .min = 0, .max = 30'000 };
/// What both colleges can open in one request each: 96 bytes a ballot, in base64, under 4 MiB.
inline constexpr std::int64_t eligible_max = 30'000;
/// "p1", "c2": short, since each sealed profile holds two of them.
inline constexpr Bounds short_code { .min = 1, .max = 12 };
/// The category of whoever was asked no occupation.
inline constexpr std::string_view not_asked_code = "-";

struct CutPlace {
    std::string code;
    std::string name;
    std::optional<std::string> parent; // none: the establishment, which stands first
    std::int64_t headcount = 0; // of a place in which there is no other; the others add up
    std::vector<std::string> members; // ids of the directory's places that it stands for
};

struct CutCategory {
    std::string code;
    instruments::Wording name;
};

/// People of one occupation in one smallest place; of none, those who are asked no occupation.
struct CutPeople {
    std::string place;
    std::optional<std::string> category;
    std::int64_t headcount = 0;
};

struct Cut {
    std::vector<CutPlace> places; // parents first; one level between the establishment and the smallest at most
    std::vector<CutCategory> categories;
    std::vector<CutPeople> people;
};

/// What keeps it from being asked, by JSON pointer: codes used twice, places under k, occupations that count more people than
/// their place.
std::vector<FieldProblem> troubles_of(const Cut& cut, std::int64_t k);

/// Numbers of the places that hold no other: what people choose among.
std::vector<std::size_t> smallest_places(const Cut& cut);
std::int64_t eligible(const Cut& cut);
/// Occupations asked of a smallest place, by its code: each of at least k people there, and so that whoever has none of them are
/// nobody or at least k.
std::map<std::string, std::vector<std::string>> offered(const Cut& cut, std::int64_t k);

/// The cut as tables are made of it: places by code, people as headcounts and as counts. Only of a cut without troubles.
disclosure::Lattice lattice_of(const Cut& cut, std::int64_t k);

/// Which node and cell of its lattice a place and an occupation of a cut are.
class CutCells {
public:
    CutCells(const Cut& cut, const disclosure::Lattice& lattice);

    /// Below zero when there is none.
    int node(std::string_view place) const;
    /// 0 (everybody) without an occupation; below zero when there is none.
    int cell(const std::optional<std::string>& category) const;
    /// The number of the smallest cell of somebody who chose so; nothing when it was not offered.
    std::optional<std::uint32_t> of_person(std::string_view place, const std::optional<std::string>& category) const;

private:
    const disclosure::Lattice& lattice_;
    std::map<std::string, int, std::less<>> nodes_;
    std::map<std::string, int, std::less<>> smallest_;
    std::map<std::string, int, std::less<>> categories_;
};

} // namespace etabli::tabulation

namespace etabli {

template <>
struct Describe<tabulation::CutPlace> {
    using T = tabulation::CutPlace;
    static constexpr std::string_view name = "CutPlace";
    static constexpr auto fields = std::tuple { field("code", &T::code, tabulation::short_code),
        field("name", &T::name, one_line), field("parent", &T::parent, tabulation::short_code),
        field("headcount", &T::headcount, { .min = 0, .max = 200'000 }),
        field("members", &T::members, tabulation::places_bounds) };
};
template <>
struct Describe<tabulation::CutCategory> {
    using T = tabulation::CutCategory;
    static constexpr std::string_view name = "CutCategory";
    static constexpr auto fields = std::tuple { field("code", &T::code, tabulation::short_code), field("name", &T::name) };
};
template <>
struct Describe<tabulation::CutPeople> {
    using T = tabulation::CutPeople;
    static constexpr std::string_view name = "CutPeople";
    static constexpr auto fields = std::tuple { field("place", &T::place, tabulation::short_code),
        field("category", &T::category, tabulation::short_code),
        field("headcount", &T::headcount, { .min = 0, .max = 200'000 }) };
};
template <>
struct Describe<tabulation::Cut> {
    using T = tabulation::Cut;
    static constexpr std::string_view name = "Cut";
    static constexpr auto fields = std::tuple { field("places", &T::places, tabulation::places_bounds),
        field("categories", &T::categories, tabulation::categories_bounds),
        field("people", &T::people, tabulation::people_bounds) };
};

} // namespace etabli
