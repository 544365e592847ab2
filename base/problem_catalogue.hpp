// SPDX-License-Identifier: EUPL-1.2
// base/problem_catalogue.hpp
//
// Every way a request can fail, in one list: the code a client translates, and the HTTP status it travels
// with. What a person is told stands in locales/<language>/problems.json under the same code; what the log
// is told is Problem::detail, which never leaves the server. Two failures whose difference would tell
// something about a person share one code.

#pragma once

#include <array>
#include <string_view>

namespace etabli {

struct CatalogueEntry {
    std::string_view code;
    int status;
};

inline constexpr std::array problem_catalogue {
    // The request itself
    CatalogueEntry { "request.malformed", 400 },
    CatalogueEntry { "request.body_not_json", 400 },
    CatalogueEntry { "request.too_deep", 400 },
    CatalogueEntry { "request.too_large", 413 },
    CatalogueEntry { "request.too_slow", 408 },
    CatalogueEntry { "request.headers_too_large", 431 },
    CatalogueEntry { "request.wrong_origin", 403 },
    CatalogueEntry { "request.wrong_type", 415 },
    CatalogueEntry { "request.method_not_allowed", 405 },
    CatalogueEntry { "request.too_many", 429 },
    CatalogueEntry { "request.invalid", 422 },
    // One field of it
    CatalogueEntry { "field.required", 422 },
    CatalogueEntry { "field.unknown", 422 },
    CatalogueEntry { "field.wrong_type", 422 },
    CatalogueEntry { "text.too_long", 422 },
    CatalogueEntry { "text.too_short", 422 },
    CatalogueEntry { "text.not_plain", 422 },
    CatalogueEntry { "number.out_of_range", 422 },
    CatalogueEntry { "choice.unknown", 422 },
    CatalogueEntry { "date.invalid", 422 },
    CatalogueEntry { "date.before_start", 422 },
    CatalogueEntry { "date.in_the_past", 422 },
    CatalogueEntry { "id.invalid", 422 },
    CatalogueEntry { "list.too_long", 422 },
    // What is asked for
    CatalogueEntry { "not_found", 404 },
    CatalogueEntry { "version.stale", 409 },
    CatalogueEntry { "duplicate", 409 },
    CatalogueEntry { "still_referred_to", 409 },
    // Who asks
    CatalogueEntry { "session.required", 401 },
    CatalogueEntry { "session.wrong_credentials", 401 },
    CatalogueEntry { "session.link_not_valid", 410 },
    CatalogueEntry { "right.missing", 403 },
    CatalogueEntry { "demo.only", 403 },
    CatalogueEntry { "demo.other_data", 409 },
    // The server's own troubles
    CatalogueEntry { "server.busy", 503 },
    CatalogueEntry { "server.internal", 500 },
    CatalogueEntry { "storage.full", 507 },
    CatalogueEntry { "storage.unavailable", 503 },
    CatalogueEntry { "storage.folder_in_use", 503 },
    CatalogueEntry { "storage.too_new", 500 },
    CatalogueEntry { "storage.altered", 500 },
    // Packs and files
    CatalogueEntry { "pack.invalid", 422 },
    CatalogueEntry { "pack.missing", 500 },
    CatalogueEntry { "file.unreadable", 422 },
    CatalogueEntry { "file.unknown_format", 422 },
    CatalogueEntry { "folder.not_empty", 409 },
    CatalogueEntry { "mail.not_sent", 503 },
    // People and parity
    CatalogueEntry { "password.too_short", 422 },
    CatalogueEntry { "account.email_invalid", 422 },
    CatalogueEntry { "password.wrong", 422 },
    CatalogueEntry { "account.email_taken", 409 },
    CatalogueEntry { "invitation.sign_in_first", 409 },
    CatalogueEntry { "mandate.not_given_by_its_college", 403 },
    CatalogueEntry { "mandate.last_of_its_college", 409 },
    CatalogueEntry { "mandate.both_sides", 409 },
    CatalogueEntry { "mandate.ended", 409 },
    CatalogueEntry { "mandate.already_held", 409 },
    CatalogueEntry { "college.must_have_a_say", 422 },
    CatalogueEntry { "college.not_of_this_place", 422 },
    CatalogueEntry { "delegation.without_staff_representative", 422 },
    CatalogueEntry { "delegation.wrong_size", 422 },
    CatalogueEntry { "delegation.not_in_force", 422 },
    CatalogueEntry { "carence.not_recorded", 422 },
    // Gates
    CatalogueEntry { "gate.closed", 409 },
    CatalogueEntry { "gate.already_asked", 409 },
    CatalogueEntry { "gate.without_direction", 422 },
    CatalogueEntry { "gate.without_staff_representatives", 422 },
    CatalogueEntry { "gate.no_without_reason", 422 },
    CatalogueEntry { "gate.agreement_without_meeting", 422 },
    CatalogueEntry { "gate.not_your_college", 403 },
    CatalogueEntry { "carence.has_representatives", 409 },
    CatalogueEntry { "carence.nobody_elected", 409 },
    // Places
    CatalogueEntry { "place.kind_does_not_fit", 422 },
    CatalogueEntry { "place.not_in_this_establishment", 422 },
    CatalogueEntry { "place.closed", 409 },
    CatalogueEntry { "place.finess_invalid", 422 },
    CatalogueEntry { "place.finess_taken", 409 },
    CatalogueEntry { "import.changed_since_preview", 409 },
    CatalogueEntry { "qr.not_ours", 422 },
    // Spaces
    CatalogueEntry { "space.not_open_yet", 409 },
    CatalogueEntry { "space.closed", 410 },
    CatalogueEntry { "space.already_open", 409 },
    CatalogueEntry { "space.charter_fixed", 409 },
    CatalogueEntry { "space.direction_cannot_own", 403 },
    CatalogueEntry { "space.not_closed_yet", 409 },
    CatalogueEntry { "space.full", 409 },
    CatalogueEntry { "space.batch_too_small", 409 },
    CatalogueEntry { "space.participant_unknown", 401 },
    CatalogueEntry { "contribution.already_released", 409 },
    CatalogueEntry { "contribution.too_many", 409 },
    CatalogueEntry { "sentence.already_settled", 409 },
    CatalogueEntry { "idea.already_followed", 409 },
    // Proposals
    CatalogueEntry { "proposal.other_college", 403 },
    CatalogueEntry { "proposal.already_answered", 409 },
    CatalogueEntry { "proposal.nothing_promised", 409 },
    // Programmes
    CatalogueEntry { "programme.step_moved", 409 },
    CatalogueEntry { "programme.gate_open", 409 },
    CatalogueEntry { "programme.not_ready", 422 },
    CatalogueEntry { "programme.no_such_passage", 404 },
    // Clusters
    CatalogueEntry { "programme.hour_invalid", 422 },
    CatalogueEntry { "cluster.step_behind_a_gate", 409 },
    CatalogueEntry { "cluster.no_further_step", 409 },
    CatalogueEntry { "delegation.not_confirmed", 409 },
    CatalogueEntry { "news.link_not_valid", 404 },
    CatalogueEntry { "news.too_many", 429 },
    // Audit
    CatalogueEntry { "audit.broken", 409 },
    CatalogueEntry { "audit.head_unknown", 404 },
    // Experiments and their figures
    CatalogueEntry { "experiment.measured_after_start", 422 },
    CatalogueEntry { "experiment.same_end", 422 },
    CatalogueEntry { "experiment.end_needs_reason", 422 },
    CatalogueEntry { "experiment.concluded", 409 },
    CatalogueEntry { "experiment.origin_not_open", 409 },
    CatalogueEntry { "indicator.without_purpose", 422 },
    CatalogueEntry { "indicator.without_end", 422 },
    CatalogueEntry { "indicator.not_shown", 422 },
    CatalogueEntry { "indicator.over", 422 },
    CatalogueEntry { "figure.without_base", 422 },
    CatalogueEntry { "figure.base_of_a_count", 422 },
    CatalogueEntry { "figure.base_too_small", 422 },
    CatalogueEntry { "conclusion.without_session", 422 },
    CatalogueEntry { "conclusion.before_session", 422 },
    CatalogueEntry { "conclusion.without_activity", 422 },
    CatalogueEntry { "date.in_the_future", 422 },
    // Texts that name somebody
    CatalogueEntry { "text.health_number", 422 },
    CatalogueEntry { "text.birth_date", 422 },
    CatalogueEntry { "text.person_name", 422 },
    CatalogueEntry { "text.record_number", 422 },
    CatalogueEntry { "text.person_fault", 422 },
    // Sheets and diagnoses
    CatalogueEntry { "sheet.template_unknown", 422 },
    CatalogueEntry { "sheet.section_unknown", 422 },
    CatalogueEntry { "sheet.section_twice", 422 },
    CatalogueEntry { "sheet.section_wrong_kind", 422 },
    CatalogueEntry { "sheet.section_empty", 422 },
    CatalogueEntry { "sheet.without_context", 422 },
    CatalogueEntry { "sheet.reading_of_another_college", 403 },
    CatalogueEntry { "sheet.not_shared_yet", 409 },
    CatalogueEntry { "sheet.already_shared", 409 },
    CatalogueEntry { "sheet.circle_skipped", 409 },
    CatalogueEntry { "sheet.circle_too_wide", 409 },
    CatalogueEntry { "sheet.nothing_new", 409 },
    CatalogueEntry { "sheet.reply_still_possible", 409 },
    CatalogueEntry { "diagnosis.without_helps", 422 },
    CatalogueEntry { "diagnosis.two_or_three_axes", 422 },
    CatalogueEntry { "diagnosis.without_readings", 422 },
    // Instruments
    CatalogueEntry { "instrument.code_invalid", 422 },
    CatalogueEntry { "instrument.code_twice", 422 },
    CatalogueEntry { "instrument.wording_missing", 422 },
    CatalogueEntry { "instrument.language_unknown", 422 },
    CatalogueEntry { "instrument.section_empty", 422 },
    CatalogueEntry { "instrument.options_missing", 422 },
    CatalogueEntry { "instrument.scale_unknown", 422 },
    CatalogueEntry { "instrument.rows_missing", 422 },
    CatalogueEntry { "instrument.not_for_this_type", 422 },
    CatalogueEntry { "instrument.bounds_crossed", 422 },
    CatalogueEntry { "instrument.condition_invalid", 422 },
    CatalogueEntry { "instrument.condition_of_nothing", 422 },
    CatalogueEntry { "instrument.condition_never", 422 },
    CatalogueEntry { "instrument.item_unknown", 422 },
    CatalogueEntry { "instrument.item_without_values", 422 },
    CatalogueEntry { "instrument.too_many_items", 422 },
    CatalogueEntry { "instrument.health_not_declared", 422 },
    CatalogueEntry { "instrument.health_group_too_small", 422 },
    CatalogueEntry { "instrument.permission_missing", 422 },
    CatalogueEntry { "instrument.may_not_edit", 403 },
    CatalogueEntry { "instrument.may_not_export", 403 },
    CatalogueEntry { "instrument.in_use", 409 },
    CatalogueEntry { "instrument.not_ready", 422 },
    CatalogueEntry { "instrument.file_not_understood", 422 },
    // Campaigns
    CatalogueEntry { "code.unknown", 404 },
    CatalogueEntry { "code.used", 409 },
    CatalogueEntry { "campaign.not_open", 409 },
    CatalogueEntry { "campaign.too_few", 409 },
    CatalogueEntry { "ballot.refused", 422 },
    CatalogueEntry { "ballot.other", 409 },
};

} // namespace etabli
