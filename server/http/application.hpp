// SPDX-License-Identifier: EUPL-1.2
// server/http/application.hpp
//
// From a request to a response, once for every route: route or file, origin, session, handler, problem, log.

#pragma once

#include "server/http/routes.hpp"
#include "server/http/static_files.hpp"

namespace etabli::http {

/// Whose pages may send here: this server's own, or, to an urn that stands alone, those of any guichet. No cookie is read there.
enum class Origins { Own, Any };

class Dispatcher {
public:
    Dispatcher(RouteTable routes, StaticFiles files, Context context, Origins origins = Origins::Own)
        : router_(std::move(routes))
        , files_(std::move(files))
        , context_(context)
        , origins_(origins)
    {
    }

    /// Never throws: what a library threw becomes `server.internal`, with the words in the log.
    Response answer(Request& request);

private:
    Result<Response> dispatch(Request& request);
    Response page(const Request& request);

    Router router_;
    StaticFiles files_;
    Context context_;
    Origins origins_;
};

} // namespace etabli::http
