// SPDX-License-Identifier: EUPL-1.2
// cli/files.hpp
//
// Whole files in and out, for commands that read one and write another; pipes and devices too.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace etabli::cli {

/// `file.unreadable` when it cannot be read whole.
Result<std::string> read_file(const std::string& path);
/// All or nothing: written beside, then renamed. What is there and no regular file (/dev/stdout) is written to as it is.
Result<void> write_file(const std::string& path, std::string_view bytes);

/// The same, piece after piece.
using Put = std::function<Result<void>(std::string_view)>;
using Make = std::function<Result<void>(const Put&)>;
Result<void> write_file(const std::string& path, const Make& make);

} // namespace etabli::cli
