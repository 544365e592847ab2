// SPDX-License-Identifier: EUPL-1.2
// store/delegations.cpp

#include "store/delegations.hpp"

namespace etabli::store {

namespace {

struct MemberRow {
    MandateId mandate_id;
    AccountId account_id;
    CollegeKind kind = CollegeKind::Direction;
    PlaceId place_id;
    Date starts_on;
    std::optional<Date> ends_on;
};

} // namespace

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::MemberRow> {
    static constexpr std::string_view name = "MemberRow";
    static constexpr auto fields = std::tuple {
        field("mandate_id", &store::MemberRow::mandate_id),
        field("account_id", &store::MemberRow::account_id),
        field("kind", &store::MemberRow::kind),
        field("place_id", &store::MemberRow::place_id),
        field("starts_on", &store::MemberRow::starts_on),
        field("ends_on", &store::MemberRow::ends_on),
    };
};

namespace etabli::store {

namespace {

Result<std::optional<MemberRow>> find_member(Reader& reader, const MandateId& mandate)
{
    return reader.find<MemberRow>(R"sql(
        select mandate.id as mandate_id, mandate.account_id as account_id, college.kind as kind,
               college.place_id as place_id, mandate.starts_on as starts_on, mandate.ends_on as ends_on
          from mandate join college on college.id = mandate.college_id where mandate.id = :id
    )sql",
        { { "id", mandate } });
}

} // namespace

Result<std::vector<Delegation>> delegations_of(Reader& reader, const PlaceId& place)
{
    return reader.all<Delegation>(
        "select * from delegation where place_id = :place order by starts_on desc, id", { { "place", place } });
}

Result<Delegation> load_delegation(Reader& reader, const DelegationId& id)
{
    return reader.load<Delegation>("select * from delegation where id = :id", { { "id", id } });
}

Result<std::vector<Member>> members_of(Reader& reader, const PlaceId& place, const std::vector<MandateId>& mandates, Date day)
{
    std::vector<Member> members;
    for (const auto& mandate : mandates) {
        const auto found = TRY(find_member(reader, mandate));
        if (!found || found->place_id != place || found->starts_on > day || (found->ends_on && *found->ends_on < day))
            return Problem("delegation.not_in_force");
        members.push_back({ found->mandate_id, found->account_id, found->kind });
    }
    return members;
}

Result<std::vector<Member>> members_then(Reader& reader, const std::vector<MandateId>& mandates)
{
    std::vector<Member> members;
    for (const auto& mandate : mandates)
        if (const auto found = TRY(find_member(reader, mandate)))
            members.push_back({ found->mandate_id, found->account_id, found->kind });
    return members;
}

Result<std::vector<Carence>> carences_of(Reader& reader, const PlaceId& place)
{
    return reader.all<Carence>(
        "select * from carence where place_id = :place order by recorded_on desc, id", { { "place", place } });
}

Result<Carence> load_carence(Reader& reader, const EntryId& id)
{
    return reader.load<Carence>("select * from carence where id = :id", { { "id", id } });
}

Result<void> end_substitutes(Transaction& transaction, const PlaceId& place, Date last_day)
{
    TRY(transaction.execute(R"sql(
        update mandate set ends_on = :last_day
         where substitute = 1 and (ends_on is null or ends_on > :last_day)
           and college_id in (select id from college where place_id = :place)
    )sql",
        { { "place", place }, { "last_day", last_day } }));
    return {};
}

} // namespace etabli::store
