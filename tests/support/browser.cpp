// SPDX-License-Identifier: EUPL-1.2
// tests/support/browser.cpp

#include "tests/support/browser.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include "base/text.hpp"

namespace etabli::tests {

namespace {

std::size_t keep_body(char* bytes, std::size_t size, std::size_t count, void* reply)
{
    static_cast<Reply*>(reply)->body.append(bytes, size * count);
    return size * count;
}

std::size_t keep_header(char* bytes, std::size_t size, std::size_t count, void* reply)
{
    const std::string_view line(bytes, size * count);
    const auto colon = line.find(':');
    if (colon != line.npos)
        static_cast<Reply*>(reply)->headers[lower_ascii(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
    return size * count;
}

} // namespace

json::value Reply::json() const
{
    auto parsed = parse_json(body);
    return parsed.ok() ? std::move(parsed).value() : json::value();
}

std::string Reply::data_text() const
{
    static constexpr std::string_view opening = "{\"data\":";
    static constexpr std::string_view closing = ",\"abilities\":";
    if (!body.starts_with(opening))
        return {};
    return body.substr(opening.size(), body.rfind(closing) - opening.size());
}

bool Reply::may(std::string_view ability) const
{
    const auto whole = json();
    const auto* members = whole.if_object();
    const auto* abilities = members == nullptr ? nullptr : members->if_contains("abilities");
    if (abilities == nullptr)
        return false;
    for (const auto& each : abilities->as_array())
        if (std::string_view(each.as_string()) == ability)
            return true;
    return false;
}

std::string Reply::first_error() const
{
    const auto all = json();
    const auto& errors = all.at("errors").as_array();
    if (errors.empty())
        return code();
    return fmt::format(
        "{} {}", std::string_view(errors[0].at("pointer").as_string()), std::string_view(errors[0].at("code").as_string()));
}

std::string Reply::code() const
{
    const auto whole = json();
    const auto* members = whole.if_object();
    const auto* code = members == nullptr ? nullptr : members->if_contains("code");
    return code == nullptr || !code->is_string() ? std::string() : std::string(code->as_string());
}

Reply Browser::send(const std::string& method, const std::string& path, const std::string& body)
{
    Reply reply;
    CURL* curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, (address_ + path).c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, keep_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_slist* headers = nullptr;
    if (method == "POST" || method == "PUT") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, body.c_str());
        if (!headers_.contains("Content-Type"))
            headers = curl_slist_append(headers, "Content-Type: application/json");
        headers = curl_slist_append(headers, "Expect:");
    }
    if (!cookie_.empty())
        headers = curl_slist_append(headers, ("Cookie: " + cookie_).c_str());
    for (const auto& [name, value] : headers_)
        headers = curl_slist_append(headers, fmt::format("{}: {}", name, value).c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    if (curl_easy_perform(curl) == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        reply.status = static_cast<int>(status);
    }
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    if (const auto cookie = reply.headers.find("set-cookie"); cookie != reply.headers.end())
        cookie_ = cookie->second.substr(0, cookie->second.find(';'));
    return reply;
}

} // namespace etabli::tests
