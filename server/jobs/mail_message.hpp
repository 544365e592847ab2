// SPDX-License-Identifier: EUPL-1.2
// server/jobs/mail_message.hpp
//
// A mail as it travels (RFC 5322, MIME): plain text in UTF-8, base64 so that no line is ever too long.

#pragma once

#include <string>

#include "store/outbox.hpp"

namespace etabli::jobs {

/// The whole message. Header values cannot break out of their line: the subject is encoded, addresses were checked.
std::string mail_message(const store::OutgoingMail& mail, const std::string& from);

/// What goes on the wire to the mail server at `url`.
Result<void> send_by_smtp(const std::string& url, const std::string& from, const store::OutgoingMail& mail);

} // namespace etabli::jobs
