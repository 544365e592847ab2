// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/audit.hpp
//
// The audit journal: one chain per démarche (or per establishment, for what belongs to none). Each entry holds
// ids and codes, never text, and the digest of all before it: whoever kept a head can show that an entry was
// removed or rewritten, even by the keeper of the server.

#pragma once

#include <optional>
#include <string>

#include "base/fields.hpp"
#include "domain/ids.hpp"

namespace etabli {

struct AuditEntry {
    std::string chain; // the id of the programme, or of the establishment
    std::int64_t number = 0; // from 1
    Instant at;
    std::optional<AccountId> actor_id;
    std::string action; // "gate.answered"
    std::string object_kind;
    std::string object_id;
    json::value details; // a record of ids, codes, days and numbers
    std::string hash;
};

template <>
struct Describe<AuditEntry> {
    static constexpr std::string_view name = "AuditEntry";
    static constexpr auto fields = std::tuple {
        field("chain", &AuditEntry::chain),
        field("number", &AuditEntry::number, { .min = 1, .max = INT64_MAX }),
        field("at", &AuditEntry::at),
        field("actor_id", &AuditEntry::actor_id),
        field("action", &AuditEntry::action, one_line),
        field("object_kind", &AuditEntry::object_kind, one_line),
        field("object_id", &AuditEntry::object_id, one_line),
        field("details", &AuditEntry::details),
        field("hash", &AuditEntry::hash, { .min = 64, .max = 64 }),
    };
};

/// The digest of an entry given the one before ("" for the first): SHA-256 over the fields, one a line.
std::string audit_hash(const std::string& previous, const AuditEntry& entry);

/// Ids, codes, days and numbers only: no blank, no accent, at most 64 characters. Text people wrote never fits.
bool holds_no_text(const json::value& details);

} // namespace etabli
