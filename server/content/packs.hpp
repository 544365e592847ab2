// SPDX-License-Identifier: EUPL-1.2
// server/content/packs.hpp
//
// Content without code: programme templates, sheet templates, references, the demonstration. Read once at start,
// bounded, and handed out as JSON by kind and id.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "server/content/files.hpp"

namespace etabli::content {

struct PackFinding {
    std::string file;
    std::string what;
};

class Packs {
public:
    /// Reads every JSON file under the folder. `pack.missing` when there is no such folder, `pack.invalid` with the
    /// first file that is not JSON.
    static Result<Packs> read(const std::string& folder);

    const std::string& folder() const { return folder_; }
    /// "programmes" and "demarche-quatre-phases"; null when there is none.
    const json::value* find(std::string_view kind, std::string_view id) const;
    /// Every pack of a kind, by id.
    std::vector<std::pair<std::string, const json::value*>> all(std::string_view kind) const;

private:
    std::string folder_;
    std::map<std::string, json::value, std::less<>> files_; // "programmes/demarche-quatre-phases"
};

} // namespace etabli::content
