// SPDX-License-Identifier: EUPL-1.2
// server/jobs/mail_message.cpp

#include "server/jobs/mail_message.hpp"

#include <array>
#include <cstring>
#include <memory>

#include <curl/curl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

namespace etabli::jobs {

namespace {

constexpr std::size_t encoded_line = 76; // RFC 2045, 6.8
constexpr std::size_t encoded_word_bytes = 42; // RFC 2047, 2: a word is at most 75 characters, 56 of them base64
constexpr long connect_seconds = 10;
constexpr long send_seconds = 30;

std::string base64(std::string_view bytes)
{
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
        sodium_base64_VARIANT_ORIGINAL);
    out.resize(std::strlen(out.c_str()));
    return out;
}

std::string encoded_header(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        auto length = std::min(text.size(), encoded_word_bytes);
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            --length; // never in the middle of a character
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, length)) + "?=";
        text.remove_prefix(length);
    }
    return out;
}

struct Upload {
    std::string text;
    std::size_t at = 0;
};

std::size_t give(char* target, std::size_t size, std::size_t count, void* user)
{
    auto* upload = static_cast<Upload*>(user);
    const auto length = std::min(size * count, upload->text.size() - upload->at);
    std::memcpy(target, upload->text.data() + upload->at, length);
    upload->at += length;
    return length;
}

struct Cleaned {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

} // namespace

std::string mail_message(const store::OutgoingMail& mail, const std::string& from)
{
    const auto at = std::chrono::system_clock::to_time_t(mail.created_at.at());
    auto text = fmt::format("From: =?UTF-8?B?{}?= <{}>\r\nTo: <{}>\r\nSubject: {}\r\n", base64("Établi"), from, mail.recipient,
        encoded_header(mail.subject));
    text += fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\nMessage-ID: <{}@{}>\r\n", fmt::gmtime(at), mail.id,
        from.substr(from.find('@') + 1));
    text += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\n";
    const auto body = base64(mail.body);
    for (std::size_t begin = 0; begin < body.size(); begin += encoded_line)
        text += body.substr(begin, encoded_line) + "\r\n";
    return text;
}

Result<void> send_by_smtp(const std::string& url, const std::string& from, const store::OutgoingMail& mail)
{
    const std::unique_ptr<CURL, Cleaned> curl(curl_easy_init());
    if (curl == nullptr)
        return Problem("mail.not_sent", "no curl");
    const std::unique_ptr<curl_slist, Cleaned> recipients(curl_slist_append(nullptr, ("<" + mail.recipient + ">").c_str()));
    Upload upload { mail_message(mail, from), 0 };
    auto* handle = curl.get();
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, send_seconds);
    // A secret is never sent in the clear: with a user in the URL, TLS or nothing.
    const bool signs_in = url.find('@') != url.npos;
    curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(signs_in ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
    if (const auto sent = curl_easy_perform(handle); sent != CURLE_OK)
        return Problem("mail.not_sent", curl_easy_strerror(sent)); // says neither to whom nor what
    return {};
}

} // namespace etabli::jobs
