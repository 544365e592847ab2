// SPDX-License-Identifier: EUPL-1.2
// store/clusters.cpp

#include "store/clusters.hpp"

namespace etabli::store {

namespace {

/// A correction or two a day; a link that went round a mailing list fills no more than this.
constexpr std::int64_t news_a_day_max = 10;

} // namespace

Result<std::vector<ProgrammeMember>> homes_of(Reader& reader, const ProgrammeId& cluster)
{
    return reader.all<ProgrammeMember>(R"sql(
        select programme_member.* from programme_member join place on place.id = programme_member.establishment_id
         where programme_id = :cluster order by place.position, place.id
    )sql",
        { { "cluster", cluster } });
}

Result<ProgrammeMember> load_home(Reader& reader, const ProgrammeId& cluster, const PlaceId& place)
{
    return reader.load<ProgrammeMember>(
        "select * from programme_member where programme_id = :cluster and establishment_id = :place",
        { { "cluster", cluster }, { "place", place } });
}

Result<std::vector<Programme>> clusters_open_to(Reader& reader, const PlaceId& establishment)
{
    return reader.all<Programme>(R"sql(
        select programme.* from programme join place on place.parent_id = programme.place_id
         where programme.kind = 'cluster' and place.id = :place
           and programme.id not in (select programme_id from programme_member where establishment_id = :place)
         order by programme.started_on, programme.id
    )sql",
        { { "place", establishment } });
}

Result<std::vector<HomeTask>> tasks_of_home(Reader& reader, const EntryId& member)
{
    return reader.all<HomeTask>(R"sql(
        select * from home_task where member_id = :member
         order by case when due_on is null then 1 else 0 end, due_on, id
    )sql",
        { { "member", member } });
}

Result<HomeTask> load_home_task(Reader& reader, const EntryId& member, const EntryId& task)
{
    return reader.load<HomeTask>(
        "select * from home_task where id = :task and member_id = :member", { { "task", task }, { "member", member } });
}

Result<std::vector<Delegate>> delegates_of(Reader& reader, const std::vector<MandateId>& mandates)
{
    std::vector<Delegate> delegates;
    for (const auto& mandate : mandates)
        if (auto found = TRY(reader.find<Delegate>(R"sql(
                select college.kind as college, function_title, substitute
                  from mandate join college on college.id = mandate.college_id where mandate.id = :mandate
            )sql",
                { { "mandate", mandate } })))
            delegates.push_back(*std::move(found));
    return delegates;
}

Result<std::optional<ClusterSupport>> support_of(Reader& reader, const ProgrammeId& cluster)
{
    return reader.find<ClusterSupport>("select * from cluster_support where id = :cluster", { { "cluster", cluster } });
}

Result<std::optional<ClusterNews>> latest_news(Reader& reader, const ProgrammeId& cluster, const PlaceId& place)
{
    return reader.find<ClusterNews>(R"sql(
        select * from cluster_news where programme_id = :cluster and place_id = :place
         order by told_on desc, told_number desc limit 1
    )sql",
        { { "cluster", cluster }, { "place", place } });
}

Result<void> keep_news(Transaction& transaction, const ProgrammeId& cluster, const PlaceId& place,
    const std::vector<std::string>& lines, Date today, Random& random)
{
    const auto told = TRY(transaction.count(
        "select count(*) from cluster_news where programme_id = :cluster and place_id = :place and told_on = :day",
        { { "cluster", cluster }, { "place", place }, { "day", today } }));
    if (told >= news_a_day_max)
        return Problem("news.too_many");
    return transaction.insert("cluster_news", ClusterNews { EntryId::make(random), cluster, place, today, told + 1, lines });
}

Result<std::string> make_news_link(
    Transaction& transaction, const ProgrammeId& cluster, const PlaceId& place, Date today, Random& random)
{
    TRY(revoke_news_link(transaction, cluster, place, today));
    const auto token = random.token();
    TRY(transaction.execute(
        "insert into cluster_news_link (token_hash, programme_id, place_id, made_on) values (:hash, :cluster, :place, :today)",
        { { "hash", sha256_hex(token) }, { "cluster", cluster }, { "place", place }, { "today", today } }));
    return token;
}

Result<void> revoke_news_link(Transaction& transaction, const ProgrammeId& cluster, const PlaceId& place, Date today)
{
    TRY(transaction.execute(R"sql(
        update cluster_news_link set closed_on = :today
         where programme_id = :cluster and place_id = :place and closed_on is null
    )sql",
        { { "today", today }, { "cluster", cluster }, { "place", place } }));
    return {};
}

Result<std::optional<Date>> news_link_since(Reader& reader, const ProgrammeId& cluster, const PlaceId& place)
{
    const auto rows = TRY(reader.query(
        "select made_on from cluster_news_link where programme_id = :cluster and place_id = :place and closed_on is null",
        { { "cluster", cluster }, { "place", place } }));
    return rows.size() == 0 ? std::optional<Date>() : Date::parse(rows.text(0, "made_on"));
}

Result<NewsLink> open_news_link(Reader& reader, std::string_view token)
{
    auto link = TRY(reader.find<NewsLink>(R"sql(
        select link.programme_id as programme_id, link.place_id as place_id from cluster_news_link link
          join programme_member home on home.programme_id = link.programme_id and home.establishment_id = link.place_id
         where link.token_hash = :hash and link.closed_on is null
    )sql",
        { { "hash", sha256_hex(token) } }));
    if (!link)
        return Problem("news.link_not_valid");
    return *std::move(link);
}

} // namespace etabli::store
