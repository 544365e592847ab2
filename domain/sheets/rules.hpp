// SPDX-License-Identifier: EUPL-1.2
// domain/sheets/rules.hpp
//
// Who reads and writes a sheet, what it must hold before it is shared, and how far it goes: one circle after another,
// never without its context. Pure.

#pragma once

#include "domain/sheets/sheets.hpp"

namespace etabli::sheets {

/// Those who write it before anybody else reads it.
bool is_author(const Reader& reader, const Sheet& sheet, const SheetTemplate& of);
/// At home: its authors, then everybody of the establishment. Beyond, the thread's circles say who.
bool may_read_at_home(const Reader& reader, const Sheet& sheet, const SheetTemplate& of);
bool may_begin(const Reader& reader, const PlaceId& establishment, const SheetTemplate& of);
bool may_write(const Reader& reader, const Sheet& sheet, const SheetTemplate& of);
/// In a section by college, only the words of a college one sits in, and nobody else's.
bool may_write_reading(const Reader& reader, const Sheet& sheet, const SheetTemplate& of, CollegeKind college);
/// Its authors share it; the establishment asks for more.
bool may_share(const Reader& reader, const Sheet& sheet, const SheetTemplate& of);
bool may_ask_to_widen(const Reader& reader, const Sheet& sheet);

/// Against the template: a section it does not have, one there twice, too long, too many, not one of the choices.
std::vector<FieldProblem> problems_of(const SheetContents& contents, const SheetTemplate& of);
/// A college's words changed by somebody who does not sit in it: 403, whoever asks.
Result<void> check_own_readings(
    const Reader& reader, const Sheet& sheet, const SheetContents& before, const SheetContents& after);

/// The sections and the context lines it still lacks before being shared; empty when it may be.
std::vector<FieldProblem> missing_of(const SheetContents& contents, const SheetTemplate& of);
/// `sheet.section_empty` and `sheet.without_context` with their pointers, or nothing.
Result<void> check_complete(const SheetContents& contents, const SheetTemplate& of);

/// The next circle, or one that already reads an older version; never further than the template says.
Result<void> check_circle(const Sheet& sheet, const SheetTemplate& of, Audience to, std::optional<std::int64_t> read_there);

/// Helps first, two or three axes, at least two colleges' readings: not a list of defects.
Result<void> check_diagnosis(const SheetContents& contents);
std::vector<std::string> axes_of(const SheetContents& contents);

/// A month to reply: a staff council meets once in it.
inline constexpr int reply_days = 30;
/// A visit note is final once a college of the establishment replied, or its silence is dated.
Result<bool> was_replied(const Sheet& sheet, const SheetContents& contents, Date today);
/// What leaves the state "mine": all but the first impression, which stays with whoever had it.
SheetContents without_first_impression(SheetContents contents, const SheetTemplate& of);

/// Every text of the contents with its pointer, for whoever looks for names in them.
std::vector<std::pair<std::string, std::string>> texts_of(const SheetContents& contents);

} // namespace etabli::sheets
