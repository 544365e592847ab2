// SPDX-License-Identifier: EUPL-1.2
// server/resources/result_views.hpp
//
// What the screens of results show.

#pragma once

#include "server/resources/campaign_views.hpp"

namespace etabli::resources {

struct ResultCell {
    std::optional<std::string> category;
    bool open = false;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> headcount;
};

struct ResultPlace {
    std::string code;
    std::string name;
    std::optional<std::string> parent;
    std::vector<ResultCell> cells;
};

struct ResultOption {
    json::value label;
    std::optional<bool> favourable;
};

struct ResultItem {
    std::string code;
    json::value text;
    std::optional<json::value> question; // the stem of a grid or of a multiple choice
    std::string section;
    std::vector<ResultOption> options;
    std::optional<std::int64_t> first_favourable;
    std::optional<std::string> dimension;
    std::optional<std::string> axis;
    bool sensitive = false;
};

struct OtherResult {
    CampaignId id;
    std::string title;
    std::optional<Date> closed_on;
};

struct ResultsView {
    std::string title;
    std::string establishment_name;
    PlaceId establishment_id;
    std::optional<Date> closed_on;
    CampaignMode mode = CampaignMode::Sealed;
    std::int64_t k = 11;
    std::string identity;
    std::int64_t people = 0;
    std::int64_t headcount = 0;
    std::vector<ResultPlace> places;
    std::vector<tabulation::CutCategory> categories;
    std::vector<json::value> sections; // {code, title}
    std::vector<ResultItem> items;
    std::vector<OtherResult> others;
};

struct ShownView {
    std::int64_t no_answer = 0;
    std::vector<std::int64_t> by_option;
    std::optional<double> mean;
    std::optional<double> mean_low;
    std::optional<double> mean_high;
    std::optional<double> share;
    std::optional<double> share_low;
    std::optional<double> share_high;
};

struct ItemShown {
    std::string item;
    std::optional<ShownView> shown; // nothing: withheld
};

struct RestShown {
    std::int64_t people = 0;
    std::vector<ItemShown> items;
};

struct PlaceResults {
    std::string place;
    std::optional<std::string> category;
    bool open = false;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> headcount;
    std::vector<ItemShown> items;
    std::optional<RestShown> rest;
};

struct CellShown {
    std::string place;
    std::optional<std::string> category;
    std::optional<ShownView> shown;
};

struct ItemResults {
    std::string item;
    std::vector<CellShown> cells;
};

} // namespace etabli::resources

namespace etabli {

inline constexpr Bounds any_count { .min = 0, .max = INT64_MAX };

template <>
struct Describe<resources::ResultCell> {
    using T = resources::ResultCell;
    static constexpr std::string_view name = "ResultCell";
    static constexpr auto fields = std::tuple { field("category", &T::category), field("open", &T::open),
        field("people", &T::people, any_count), field("headcount", &T::headcount, any_count) };
};
template <>
struct Describe<resources::ResultPlace> {
    using T = resources::ResultPlace;
    static constexpr std::string_view name = "ResultPlace";
    static constexpr auto fields = std::tuple { field("code", &T::code), field("name", &T::name, one_line),
        field("parent", &T::parent), field("cells", &T::cells, { .min = 0, .max = 64 }) };
};
template <>
struct Describe<resources::ResultOption> {
    using T = resources::ResultOption;
    static constexpr std::string_view name = "ResultOption";
    static constexpr auto fields = std::tuple { field("label", &T::label), field("favourable", &T::favourable) };
};
template <>
struct Describe<resources::ResultItem> {
    using T = resources::ResultItem;
    static constexpr std::string_view name = "ResultItem";
    static constexpr auto fields = std::tuple { field("code", &T::code), field("text", &T::text),
        field("question", &T::question), field("section", &T::section), field("options", &T::options, { .min = 0, .max = 101 }),
        field("first_favourable", &T::first_favourable, { .min = 1, .max = 101 }), field("dimension", &T::dimension),
        field("axis", &T::axis), field("sensitive", &T::sensitive) };
};
template <>
struct Describe<resources::OtherResult> {
    using T = resources::OtherResult;
    static constexpr std::string_view name = "OtherResult";
    static constexpr auto fields
        = std::tuple { field("id", &T::id), field("title", &T::title, one_line), field("closed_on", &T::closed_on) };
};
template <>
struct Describe<resources::ResultsView> {
    using T = resources::ResultsView;
    static constexpr std::string_view name = "ResultsView";
    static constexpr auto fields
        = std::tuple { field("title", &T::title, one_line), field("establishment_name", &T::establishment_name, one_line),
              field("establishment_id", &T::establishment_id), field("closed_on", &T::closed_on), field("mode", &T::mode),
              field("k", &T::k, any_count), field("identity", &T::identity), field("people", &T::people, any_count),
              field("headcount", &T::headcount, any_count), field("places", &T::places, tabulation::places_bounds),
              field("categories", &T::categories, tabulation::categories_bounds),
              field("sections", &T::sections, { .min = 0, .max = 40 }), field("items", &T::items, { .min = 0, .max = 10'000 }),
              field("others", &T::others, { .min = 0, .max = 200 }) };
};
template <>
struct Describe<resources::ShownView> {
    using T = resources::ShownView;
    static constexpr std::string_view name = "ShownResult";
    static constexpr auto fields = std::tuple { field("no_answer", &T::no_answer, any_count),
        field("by_option", &T::by_option, { .min = 0, .max = 101 }), field("mean", &T::mean), field("mean_low", &T::mean_low),
        field("mean_high", &T::mean_high), field("share", &T::share), field("share_low", &T::share_low),
        field("share_high", &T::share_high) };
};
template <>
struct Describe<resources::ItemShown> {
    using T = resources::ItemShown;
    static constexpr std::string_view name = "ItemShown";
    static constexpr auto fields = std::tuple { field("item", &T::item), field("shown", &T::shown) };
};
template <>
struct Describe<resources::RestShown> {
    using T = resources::RestShown;
    static constexpr std::string_view name = "RestShown";
    static constexpr auto fields
        = std::tuple { field("people", &T::people, any_count), field("items", &T::items, { .min = 0, .max = 10'000 }) };
};
template <>
struct Describe<resources::PlaceResults> {
    using T = resources::PlaceResults;
    static constexpr std::string_view name = "PlaceResults";
    static constexpr auto fields = std::tuple { field("place", &T::place), field("category", &T::category),
        field("open", &T::open), field("people", &T::people, any_count), field("headcount", &T::headcount, any_count),
        field("items", &T::items, { .min = 0, .max = 10'000 }), field("rest", &T::rest) };
};
template <>
struct Describe<resources::CellShown> {
    using T = resources::CellShown;
    static constexpr std::string_view name = "CellShown";
    static constexpr auto fields
        = std::tuple { field("place", &T::place), field("category", &T::category), field("shown", &T::shown) };
};
template <>
struct Describe<resources::ItemResults> {
    using T = resources::ItemResults;
    static constexpr std::string_view name = "ItemResults";
    static constexpr auto fields
        = std::tuple { field("item", &T::item), field("cells", &T::cells, { .min = 0, .max = 50'000 }) };
};

} // namespace etabli
