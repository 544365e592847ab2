// SPDX-License-Identifier: EUPL-1.2
// store/clusters.hpp
//
// The homes of a cluster, always in the directory's order; their delegations, their work between two sessions, their
// news, and the links by which news arrive.

#pragma once

#include "base/random.hpp"
#include "domain/programmes/members.hpp"
#include "domain/programmes/programmes.hpp"
#include "store/database.hpp"

namespace etabli::store {

/// The homes, in the directory's own order; there is no other.
Result<std::vector<ProgrammeMember>> homes_of(Reader& reader, const ProgrammeId& cluster);
Result<ProgrammeMember> load_home(Reader& reader, const ProgrammeId& cluster, const PlaceId& place);
/// Clusters of the region this establishment is in, which it is not a home of yet.
Result<std::vector<Programme>> clusters_open_to(Reader& reader, const PlaceId& establishment);

Result<std::vector<HomeTask>> tasks_of_home(Reader& reader, const EntryId& member);
Result<HomeTask> load_home_task(Reader& reader, const EntryId& member, const EntryId& task);

/// Somebody of a delegation, by function; never by name.
struct Delegate {
    CollegeKind college = CollegeKind::Direction;
    std::string function_title;
    bool substitute = false; // elected by the team, since nobody was elected otherwise
};
/// In the order in which the delegation names them.
Result<std::vector<Delegate>> delegates_of(Reader& reader, const std::vector<MandateId>& mandates);

Result<std::optional<ClusterSupport>> support_of(Reader& reader, const ProgrammeId& cluster);

Result<std::optional<ClusterNews>> latest_news(Reader& reader, const ProgrammeId& cluster, const PlaceId& place);
/// Keeps the lines; `news.too_many` beyond what a home says in a day.
Result<void> keep_news(Transaction& transaction, const ProgrammeId& cluster, const PlaceId& place,
    const std::vector<std::string>& lines, Date today, Random& random);

/// The home a link speaks for.
struct NewsLink {
    ProgrammeId programme_id;
    PlaceId place_id;
};

/// A fresh secret; the one before serves no more.
Result<std::string> make_news_link(
    Transaction& transaction, const ProgrammeId& cluster, const PlaceId& place, Date today, Random& random);
Result<void> revoke_news_link(Transaction& transaction, const ProgrammeId& cluster, const PlaceId& place, Date today);
/// The day the link that serves was made; none when none does.
Result<std::optional<Date>> news_link_since(Reader& reader, const ProgrammeId& cluster, const PlaceId& place);
/// `news.link_not_valid` for one that was revoked or never was.
Result<NewsLink> open_news_link(Reader& reader, std::string_view token);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::NewsLink> {
    static constexpr std::string_view name = "NewsLink";
    static constexpr auto fields = std::tuple {
        field("programme_id", &store::NewsLink::programme_id),
        field("place_id", &store::NewsLink::place_id),
    };
};
template <>
struct etabli::Describe<etabli::store::Delegate> {
    static constexpr std::string_view name = "Delegate";
    static constexpr auto fields = std::tuple {
        field("college", &store::Delegate::college),
        field("function_title", &store::Delegate::function_title),
        field("substitute", &store::Delegate::substitute),
    };
};
