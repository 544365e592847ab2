// SPDX-License-Identifier: EUPL-1.2
// server/http/call.hpp
//
// One request as a handler sees it: what was asked, by whom, with what at hand. A handler reads: find, may I,
// do, answer. Left to the caller, once for all routes: sessions, origins, sizes, Problem to status, the log.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/random.hpp"
#include "base/time.hpp"
#include "domain/people/people.hpp"
#include "engine/ballots/key_ring.hpp"
#include "server/http/guesses.hpp"
#include "server/http/live.hpp"
#include "server/http/message.hpp"
#include "store/database.hpp"

namespace etabli::store {
class Urn;
}
namespace etabli::content {
class Packs;
class Words;
}

namespace etabli::http {

/// What the server was told when it was started.
struct Settings {
    std::string data_folder;
    std::string public_url; // "https://etabli.example", without the last slash; how people reach it
    std::string web_folder;
    std::string packs_folder;
    bool demo = false;
    bool secure_cookie = false; // behind TLS
    std::string smtp_url; // "smtps://user:secret@mail.example:465"; empty: mail becomes files in data_folder/outbox
    std::string mail_from;
    std::string urn_address; // of another body's urn, for the campaigns that are fixed from now on; empty: this server's
};

/// What every handler may use. Time and randomness are in it, so that a story can be replayed.
struct Context {
    store::Database& database;
    const content::Packs& packs;
    const Clock& clock;
    Random& random;
    Live& live;
    const Settings& settings;
    const content::Words& words; // for what leaves as a text: mails, calendars
    store::Urn* urn = nullptr; // none where another program holds it
    std::shared_ptr<Guesses> guesses = std::make_shared<Guesses>();
    std::shared_ptr<ballots::KeyRing> token_keys = std::make_shared<ballots::KeyRing>();
};

struct Call {
    const Request& request;
    Context& context;
    std::map<std::string, std::string, std::less<>> path; // "{space}" of the route → its text
    std::optional<Reader> signed_in;
    std::vector<std::pair<std::string, std::string>> answer_headers {};

    /// Who asks. Only on routes that want somebody signed in.
    const Reader& reader() const
    {
        VERIFY(signed_in.has_value());
        return *signed_in;
    }
    /// A path parameter; one that cannot be an id is the same as one that is unknown.
    template <class IdType>
    Result<IdType> id(std::string_view name) const
    {
        const auto found = path.find(name);
        VERIFY(found != path.end());
        const auto id = IdType::parse(found->second);
        if (!id)
            return Problem("not_found");
        return *id;
    }
    std::string text(std::string_view name) const
    {
        const auto found = path.find(name);
        VERIFY(found != path.end());
        return found->second;
    }
    std::optional<std::string> query(const std::string& name) const
    {
        const auto found = request.query.find(name);
        return found == request.query.end() ? std::nullopt : std::optional(found->second);
    }
    Instant now() const { return context.clock.now(); }
    Date today() const { return context.clock.today(); }
};

} // namespace etabli::http
