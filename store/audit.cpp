// SPDX-License-Identifier: EUPL-1.2
// store/audit.cpp

#include "store/audit.hpp"

namespace etabli::store {

namespace {

/// Entries read at once while verifying: a chain may be long, memory is not.
constexpr std::int64_t page = 1000;

} // namespace

Result<AuditHead> audit_head(Reader& reader, const std::string& chain)
{
    const auto found = TRY(reader.find<AuditHead>("select * from audit_chain where chain = :chain", { { "chain", chain } }));
    return found.value_or(AuditHead { chain, 0, "" });
}

Result<std::vector<AuditHead>> audit_heads(Reader& reader)
{
    return reader.all<AuditHead>("select * from audit_chain order by chain");
}

Result<std::map<AccountId, std::string>> functions_of_actors(Reader& reader, const std::string& chain, const PlaceId& place)
{
    const auto rows = TRY(reader.query(R"sql(
        select mandate.account_id as account_id, mandate.function_title as function_title
          from mandate join college on college.id = mandate.college_id
         where college.place_id = :place
           and mandate.account_id in (select actor_id from audit_entry where chain = :chain)
         order by mandate.starts_on, mandate.id
    )sql",
        { { "place", place }, { "chain", chain } }));
    std::map<AccountId, std::string> functions;
    for (std::size_t row = 0; row < rows.size(); ++row)
        functions[AccountId::trusted(rows.text(row, "account_id"))] = rows.text(row, "function_title");
    return functions;
}

Result<void> record_audit(Transaction& transaction, const AuditRecord& record, Instant at)
{
    VERIFY(holds_no_text(record.details));
    const auto before = TRY(audit_head(transaction, record.chain));
    AuditEntry entry { record.chain, before.length + 1, at, record.actor_id, std::string(record.action.text()),
        record.object_kind, record.object_id, record.details, "" };
    entry.hash = audit_hash(before.head, entry);
    TRY(transaction.execute(R"sql(
        insert into audit_chain (chain, length, head) values (:chain, :length, :head)
        on conflict (chain) do update set length = excluded.length, head = excluded.head
    )sql",
        { { "chain", record.chain }, { "length", entry.number }, { "head", entry.hash } }));
    transaction.announce("audit/" + record.chain);
    return transaction.insert("audit_entry", entry);
}

Result<std::vector<AuditEntry>> audit_entries(Reader& reader, const std::string& chain, std::int64_t after, std::int64_t limit)
{
    return reader.all<AuditEntry>(
        "select * from audit_entry where chain = :chain and number > :after order by number limit :limit",
        { { "chain", chain }, { "after", after }, { "limit", limit } });
}

Result<AuditVerdict> verify_audit(Reader& reader, const std::string& chain, const std::string& asked_head)
{
    const auto head = TRY(audit_head(reader, chain));
    AuditVerdict verdict { head.length, head.head, {}, asked_head.empty() };
    std::string previous;
    std::int64_t expected = 1;
    while (!verdict.broken_at) {
        const auto entries = TRY(audit_entries(reader, chain, expected - 1, page));
        for (const auto& entry : entries) {
            if (entry.number != expected || entry.hash != audit_hash(previous, entry)) {
                verdict.broken_at = expected;
                break;
            }
            previous = entry.hash;
            verdict.holds_asked_head |= previous == asked_head;
            ++expected;
        }
        if (entries.size() < static_cast<std::size_t>(page))
            break;
    }
    if (!verdict.broken_at && (expected - 1 != head.length || previous != head.head))
        verdict.broken_at = expected;
    return verdict;
}

} // namespace etabli::store
