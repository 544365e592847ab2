// SPDX-License-Identifier: EUPL-1.2
// store/audit.hpp
//
// The audit journal in the database: written within the transaction of what it tells, read by both colleges,
// verified from the first entry to the head.

#pragma once

#include <map>

#include "domain/programmes/audit.hpp"
#include "domain/programmes/audit_actions.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct AuditRecord {
    std::string chain;
    std::optional<AccountId> actor_id;
    AuditAction action;
    std::string object_kind;
    std::string object_id;
    json::object details {};
};

struct AuditHead {
    std::string chain;
    std::int64_t length = 0;
    std::string head;
};

/// What `verify_audit` found: the number of the first entry that is not what it was, or none.
struct AuditVerdict {
    std::int64_t length = 0;
    std::string head;
    std::optional<std::int64_t> broken_at;
    bool holds_asked_head = false;
};

Result<void> record_audit(Transaction& transaction, const AuditRecord& record, Instant at);
Result<std::vector<AuditEntry>> audit_entries(Reader& reader, const std::string& chain, std::int64_t after, std::int64_t limit);
/// Length 0 and an empty head for a chain nothing was written to.
Result<AuditHead> audit_head(Reader& reader, const std::string& chain);
Result<std::vector<AuditHead>> audit_heads(Reader& reader);
/// The function of each who acted in a chain, as their latest mandate in that place names it.
Result<std::map<AccountId, std::string>> functions_of_actors(Reader& reader, const std::string& chain, const PlaceId& place);
/// Recomputes every digest; `asked_head` may be any head the chain ever had, "" for none.
Result<AuditVerdict> verify_audit(Reader& reader, const std::string& chain, const std::string& asked_head);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::AuditHead> {
    static constexpr std::string_view name = "AuditHead";
    static constexpr auto fields = std::tuple {
        field("chain", &store::AuditHead::chain),
        field("length", &store::AuditHead::length, { .min = 0, .max = INT64_MAX }),
        field("head", &store::AuditHead::head),
    };
};
