// SPDX-License-Identifier: EUPL-1.2
// store/outbox.cpp

#include "store/outbox.hpp"

namespace etabli::store {

Result<void> queue_mail(Transaction& transaction, const std::string& recipient, const std::string& subject,
    const std::string& body, Instant now, Random& random)
{
    return transaction.insert("outgoing_mail", OutgoingMail { random.id_text(), recipient, subject, body, now, {}, 0 });
}

Result<std::vector<OutgoingMail>> waiting_mail(Reader& reader, std::int64_t limit)
{
    return reader.all<OutgoingMail>(
        "select * from outgoing_mail where sent_at is null and tries < :most order by tries, created_at, id limit :limit",
        { { "most", mail_tries_max }, { "limit", limit } });
}

Result<void> mark_mail_sent(Transaction& transaction, const std::string& id, Instant now)
{
    TRY(transaction.execute("update outgoing_mail set sent_at = :now, subject = '', body = '', recipient = '' where id = :id",
        { { "id", id }, { "now", now } }));
    return {};
}

Result<void> mark_mail_failed(Transaction& transaction, const std::string& id)
{
    TRY(transaction.execute("update outgoing_mail set tries = tries + 1 where id = :id", { { "id", id } }));
    return {};
}

} // namespace etabli::store
