// SPDX-License-Identifier: EUPL-1.2
// store/mandates.cpp

#include "store/mandates.hpp"

namespace etabli::store {

namespace {

constexpr std::string_view still_open = "accepted_at is null and withdrawn_at is null and expires_at > :now";

} // namespace

Result<std::vector<Seat>> seats_of(Reader& reader, const PlaceId& place, Date today)
{
    constexpr auto seats = R"sql(
        select mandate.id as mandate_id, mandate.college_id as college_id, mandate.account_id as account_id,
               college.kind as kind, account.name as name, mandate.function_title as function_title,
               mandate.substitute as substitute, mandate.starts_on as starts_on, mandate.ends_on as ends_on
          from mandate
          join college on college.id = mandate.college_id
          join account on account.id = mandate.account_id
         where college.place_id = :place
         order by case when mandate.ends_on < :today then 2 when mandate.starts_on > :today then 1 else 0 end,
                  mandate.starts_on, account.name, mandate.id
    )sql";
    return reader.all<Seat>(seats, { { "place", place }, { "today", today } });
}

Result<std::vector<Handover>> handovers_of(Reader& reader, const CollegeId& college)
{
    return reader.all<Handover>(R"sql(
        select id as mandate_id, function_title, ends_on, handover from mandate
         where college_id = :college and ends_on is not null and handover <> '' order by ends_on desc, id
    )sql",
        { { "college", college } });
}

Result<Mandate> load_mandate(Reader& reader, const MandateId& id)
{
    return reader.load<Mandate>("select * from mandate where id = :id", { { "id", id } });
}

Result<int> others_in_force(Reader& reader, const CollegeId& college, const MandateId& except, Date day)
{
    return static_cast<int>(TRY(reader.count(R"sql(
        select count(*) from mandate
         where college_id = :college and id <> :except and starts_on <= :day and (ends_on is null or ends_on >= :day)
    )sql",
        { { "college", college }, { "except", except }, { "day", day } })));
}

Result<int> elected_in_force(Reader& reader, const PlaceId& place, Date day)
{
    return static_cast<int>(TRY(reader.count(R"sql(
        select count(*) from mandate join college on college.id = mandate.college_id
         where college.place_id = :place and college.kind = 'staff_representatives' and mandate.substitute = 0
           and mandate.starts_on <= :day and (mandate.ends_on is null or mandate.ends_on >= :day)
    )sql",
        { { "place", place }, { "day", day } })));
}

Result<bool> holds_seat_from(Reader& reader, const AccountId& account, const CollegeId& college, Date day)
{
    return TRY(reader.count(R"sql(
        select count(*) from mandate
         where account_id = :account and college_id = :college and (ends_on is null or ends_on >= :day)
    )sql",
               { { "account", account }, { "college", college }, { "day", day } }))
        > 0;
}

Result<std::vector<CollegeKind>> kinds_held(Reader& reader, const AccountId& account, const PlaceId& place, Date day)
{
    const auto rows = TRY(reader.query(R"sql(
        select distinct college.kind as kind from mandate join college on college.id = mandate.college_id
         where mandate.account_id = :account and college.place_id = :place and (mandate.ends_on is null or mandate.ends_on >= :day)
         order by college.kind
    )sql",
        { { "account", account }, { "place", place }, { "day", day } }));
    std::vector<CollegeKind> kinds;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (const auto kind = enum_from<CollegeKind>(rows.text(row, "kind")))
            kinds.push_back(*kind);
    return kinds;
}

Result<void> end_mandates(Transaction& transaction, const AccountId& account, Date last_day)
{
    TRY(transaction.execute(
        "update mandate set ends_on = :last_day where account_id = :account and (ends_on is null or ends_on > :last_day)",
        { { "account", account }, { "last_day", last_day } }));
    return {};
}

Result<CollegeStanding> standing_of(Reader& reader, const College& college, Date today)
{
    const auto rows = TRY(reader.query(R"sql(
        select (select count(*) from mandate where college_id = :college) as ever,
               (select count(*) from mandate where college_id = :college and starts_on <= :today
                   and (ends_on is null or ends_on >= :today)) as today,
               (select count(*) from college_vacancy where college_id = :college and noted_on > coalesce(
                   (select max(ends_on) from mandate where college_id = :college), '')) as vacancies,
               (select count(*) from carence where place_id = :place and recorded_on <= :today
                   and (ended_on is null or ended_on > :today)) as carences
    )sql",
        { { "college", college.id }, { "place", college.place_id }, { "today", today } }));
    return CollegeStanding { rows.integer(0, "ever") > 0, static_cast<int>(rows.integer(0, "today")),
        rows.integer(0, "vacancies") > 0, rows.integer(0, "carences") > 0 };
}

Result<void> note_vacancy(Transaction& transaction, const CollegeId& college, Date today, Random& random)
{
    TRY(transaction.execute("insert into college_vacancy (id, college_id, noted_on) values (:id, :college, :today)",
        { { "id", random.id_text() }, { "college", college }, { "today", today } }));
    return {};
}

Result<std::vector<Invitation>> open_invitations(Reader& reader, const PlaceId& place, Instant now)
{
    return reader.all<Invitation>("select invitation.* from invitation join college on college.id = invitation.college_id"
                                  " where college.place_id = :place and "
            + std::string(still_open) + " order by invitation.starts_on, invitation.id",
        { { "place", place }, { "now", now } });
}

Result<Invitation> load_invitation(Reader& reader, const EntryId& id)
{
    return reader.load<Invitation>("select * from invitation where id = :id", { { "id", id } });
}

Result<std::optional<Invitation>> find_invitation(Reader& reader, std::string_view token, Instant now)
{
    return reader.find<Invitation>("select * from invitation where token_hash = :token_hash and " + std::string(still_open),
        { { "token_hash", sha256_hex(token) }, { "now", now } });
}

} // namespace etabli::store
