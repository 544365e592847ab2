// SPDX-License-Identifier: EUPL-1.2
// server/jobs/outbox.cpp
//
// The job of the outbox.

#include <filesystem>
#include <fstream>

#include <spdlog/spdlog.h>

#include "server/jobs/jobs.hpp"
#include "server/jobs/mail_message.hpp"

namespace etabli::jobs {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t at_once = 20; // a slow mail server must not hold the lease past its time
constexpr std::chrono::seconds wait_per_try { 30 };
constexpr std::string_view from_when_not_told = "etabli@localhost";

/// Without SMTP: one file per mail, readable by the server's owner alone, to be handed over by hand.
Result<void> write_file(const std::string& folder, const store::OutgoingMail& mail)
{
    std::error_code error;
    fs::create_directories(folder, error);
    fs::permissions(folder, fs::perms::owner_all, error);
    const auto path = folder + "/" + mail.id + ".txt";
    std::ofstream file(path, std::ios::trunc);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    file << "To: " << mail.recipient << "\nSubject: " << mail.subject << "\n\n" << mail.body << "\n";
    file.close();
    if (!file)
        return Problem("mail.not_sent", "cannot write into the outbox folder");
    return {};
}

Result<void> send(const http::Settings& settings, const store::OutgoingMail& mail)
{
    if (settings.smtp_url.empty())
        return write_file(settings.data_folder + "/outbox", mail);
    return send_by_smtp(
        settings.smtp_url, settings.mail_from.empty() ? std::string(from_when_not_told) : settings.mail_from, mail);
}

} // namespace

Result<void> send_waiting_mail(http::Context& context)
{
    const auto waiting = TRY(context.database.read([](store::Reader& reader) { return store::waiting_mail(reader, at_once); }));
    for (const auto& mail : waiting) {
        // A mail server that is down is asked again later and later: the twentieth time after three hours.
        if (context.clock.now() < mail.created_at.plus(wait_per_try * (mail.tries * mail.tries)))
            continue;
        const auto sent = send(context.settings, mail);
        if (!sent.ok())
            spdlog::warn("{} {}", sent.problem().code(), sent.problem().detail());
        TRY(context.database.write([&](store::Transaction& transaction) {
            return sent.ok() ? store::mark_mail_sent(transaction, mail.id, context.clock.now())
                             : store::mark_mail_failed(transaction, mail.id);
        }));
    }
    return {};
}

} // namespace etabli::jobs
