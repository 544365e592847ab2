// SPDX-License-Identifier: EUPL-1.2
// store/outbox.hpp
//
// Mail waits here until the job of the outbox sends it. Once sent its words are erased: a link in them opens a
// session, and a copy of the database must open none.

#pragma once

#include "base/random.hpp"
#include "store/database.hpp"

namespace etabli::store {

struct OutgoingMail {
    std::string id;
    std::string recipient;
    std::string subject;
    std::string body;
    Instant created_at;
    std::optional<Instant> sent_at;
    std::int64_t tries = 0;
};

/// After this many tries a mail is given up: the link in it is too old by then.
inline constexpr std::int64_t mail_tries_max = 20;

Result<void> queue_mail(Transaction& transaction, const std::string& recipient, const std::string& subject,
    const std::string& body, Instant now, Random& random);
Result<std::vector<OutgoingMail>> waiting_mail(Reader& reader, std::int64_t limit);
Result<void> mark_mail_sent(Transaction& transaction, const std::string& id, Instant now);
Result<void> mark_mail_failed(Transaction& transaction, const std::string& id);

} // namespace etabli::store

template <>
struct etabli::Describe<etabli::store::OutgoingMail> {
    static constexpr std::string_view name = "OutgoingMail";
    static constexpr auto fields = std::tuple {
        field("id", &store::OutgoingMail::id),
        field("recipient", &store::OutgoingMail::recipient),
        field("subject", &store::OutgoingMail::subject),
        field("body", &store::OutgoingMail::body),
        field("created_at", &store::OutgoingMail::created_at),
        field("sent_at", &store::OutgoingMail::sent_at),
        field("tries", &store::OutgoingMail::tries),
    };
};
