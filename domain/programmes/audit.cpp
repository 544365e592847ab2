// SPDX-License-Identifier: EUPL-1.2
// domain/programmes/audit.cpp

#include "domain/programmes/audit.hpp"

#include <algorithm>

namespace etabli {

namespace {

constexpr std::size_t code_length_max = 64;

bool is_code(std::string_view text)
{
    return text.size() <= code_length_max && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.'
            || c == ':';
    });
}

} // namespace

std::string audit_hash(const std::string& previous, const AuditEntry& entry)
{
    std::string text = previous;
    for (const auto& part :
        { entry.chain, std::to_string(entry.number), entry.at.text(), entry.actor_id ? entry.actor_id->text() : std::string(),
            entry.action, entry.object_kind, entry.object_id, json_text(entry.details) })
        text.append("\n").append(part);
    return sha256_hex(text);
}

bool holds_no_text(const json::value& details)
{
    if (const auto* text = details.if_string())
        return is_code(std::string_view(*text));
    if (const auto* items = details.if_array())
        return std::all_of(items->begin(), items->end(), holds_no_text);
    if (const auto* members = details.if_object())
        return std::all_of(members->begin(), members->end(),
            [](const auto& member) { return is_code(std::string_view(member.key())) && holds_no_text(member.value()); });
    return true;
}

} // namespace etabli
