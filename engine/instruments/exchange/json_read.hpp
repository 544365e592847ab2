// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/json_read.hpp
//
// Members of somebody else's JSON, which may be missing or of another kind than its standard says.

#pragma once

#include "engine/instruments/exchange/draft.hpp"

namespace etabli::instruments::exchange {

/// Empty when it is no text.
std::string text_in(const json::object& source, std::string_view member);
/// true, and "true" as some programs write it.
bool is_true_in(const json::object& source, std::string_view member);
std::optional<bool> bool_in(const json::object& source, std::string_view member);
std::optional<double> number_in(const json::object& source, std::string_view member);
/// A whole number within what a bound of ours can be.
std::optional<std::int64_t> whole_number_in(const json::object& source, std::string_view member);
const json::object* object_in(const json::object& source, std::string_view member);
/// Only those that are records; none when it is no list.
std::vector<const json::object*> records_in(const json::object& source, std::string_view member);

/// A text, a number or a truth value as text: names of options come as any of these.
std::optional<std::string> scalar_text(const json::value& value);

/// What a file says it kept of ours, as far as it is what we know.
DraftAbout about_from(const json::object& source);
json::object about_json(const DraftAbout& about);
DraftAbout about_of(const Question& question);
DraftAbout about_of(const Row& row);

} // namespace etabli::instruments::exchange
