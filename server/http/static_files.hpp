// SPDX-License-Identifier: EUPL-1.2
// server/http/static_files.hpp
//
// The web application, read once at start, compressed files beside the plain ones. A path that is no file and
// no API is a page of the application: the browser gets the entry and finds its way.

#pragma once

#include <map>
#include <string>

#include "server/http/message.hpp"

namespace etabli::http {

class StaticFiles {
public:
    /// A folder that is missing gives an empty set: the API then serves alone.
    static StaticFiles read(const std::string& folder);

    bool empty() const { return files_.empty(); }
    Response serve(const Request& request) const;

private:
    struct File {
        std::string bytes;
        std::string gzip;
        std::string type;
        std::string etag;
        bool immutable = false;
    };

    static Response respond(const File& file, const Request& request);

    std::map<std::string, File> files_; // "/index.html"
};

} // namespace etabli::http
