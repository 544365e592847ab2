// SPDX-License-Identifier: EUPL-1.2
// server/content/files.hpp
//
// Bounded reading of the files that stand beside the program.

#pragma once

#include <string>

#include "base/fields.hpp"

namespace etabli::content {

/// `file.unreadable` when it is missing or larger than any content of ours.
Result<std::string> read_file(const std::string& path);
/// `pack.invalid`, with the file's name, when it is not JSON.
Result<json::value> read_json_file(const std::string& path);

/// The folder beside the binary, as installed or as built: share/etabli/<name>, else <name> at the source root.
std::string folder_beside_binary(std::string_view name);

} // namespace etabli::content
