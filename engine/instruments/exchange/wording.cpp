// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/wording.cpp

#include "engine/instruments/exchange/wording.hpp"

#include <algorithm>
#include <charconv>

#include "engine/texts/stems.hpp"

namespace etabli::instruments::exchange {

namespace {

constexpr std::size_t quote_length_max = 200;
constexpr std::size_t entity_bytes_max = 10; // "&#1114111;"

constexpr std::array entities {
    std::pair { std::string_view("amp"), std::string_view("&") },
    std::pair { std::string_view("lt"), std::string_view("<") },
    std::pair { std::string_view("gt"), std::string_view(">") },
    std::pair { std::string_view("quot"), std::string_view("\"") },
    std::pair { std::string_view("apos"), std::string_view("'") },
    std::pair { std::string_view("nbsp"), std::string_view("\xC2\xA0") },
    std::pair { std::string_view("eacute"), std::string_view("\u00e9") },
    std::pair { std::string_view("egrave"), std::string_view("\u00e8") },
    std::pair { std::string_view("ecirc"), std::string_view("\u00ea") },
    std::pair { std::string_view("agrave"), std::string_view("\u00e0") },
    std::pair { std::string_view("acirc"), std::string_view("\u00e2") },
    std::pair { std::string_view("ccedil"), std::string_view("\u00e7") },
    std::pair { std::string_view("ocirc"), std::string_view("\u00f4") },
    std::pair { std::string_view("ucirc"), std::string_view("\u00fb") },
    std::pair { std::string_view("ugrave"), std::string_view("\u00f9") },
    std::pair { std::string_view("icirc"), std::string_view("\u00ee") },
    std::pair { std::string_view("rsquo"), std::string_view("\u2019") },
    std::pair { std::string_view("laquo"), std::string_view("\u00ab") },
    std::pair { std::string_view("raquo"), std::string_view("\u00bb") },
    std::pair { std::string_view("hellip"), std::string_view("\u2026") },
};

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string utf8_of(std::uint32_t point)
{
    std::string out;
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0U | (point >> 6U));
        put(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        put(0xE0U | (point >> 12U));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    } else {
        put(0xF0U | (point >> 18U));
        put(0x80U | ((point >> 12U) & 0x3FU));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    }
    return out;
}

/// The character an entity stands for, without its & and ;. Nothing when it is none that we know.
std::optional<std::string> character_of(std::string_view entity)
{
    for (const auto& [name, text] : entities)
        if (name == entity)
            return std::string(text);
    if (entity.size() < 2 || entity.front() != '#')
        return {};
    const bool is_hexadecimal = entity[1] == 'x' || entity[1] == 'X';
    const auto digits = entity.substr(is_hexadecimal ? 2 : 1);
    std::uint32_t point = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), point, is_hexadecimal ? 16 : 10);
    const bool is_character = point >= 0x20 && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || !is_character)
        return {};
    return utf8_of(point);
}

/// Small letters, of the tag that begins at `at`; empty where none does.
std::string tag_at(std::string_view text, std::size_t at)
{
    auto begin = at + 1;
    if (begin < text.size() && text[begin] == '/')
        ++begin;
    auto end = begin;
    while (end < text.size() && (is_letter(text[end]) || (end > begin && text[end] >= '0' && text[end] <= '9')))
        ++end;
    return lower_ascii(text.substr(begin, end - begin));
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// At most one empty line, and none with spaces alone.
std::string tidied(std::string_view text)
{
    std::string out;
    int line_ends = 2;
    for (const auto line : split(text, '\n')) {
        const auto words = trimmed(line);
        if (words.empty() && line_ends >= 2)
            continue;
        line_ends = words.empty() ? line_ends + 1 : 1;
        out.append(words).push_back('\n');
    }
    return std::string(trimmed(out));
}

} // namespace

std::string language_of(std::string_view name)
{
    auto language = texts::folded(trimmed(name));
    const auto open = language.rfind('(');
    const auto close = language.rfind(')');
    if (open != std::string::npos && close != std::string::npos && open + 1 < close)
        language = language.substr(open + 1, close - open - 1);
    if (is_one_of(language, { "french", "francais" }) || language == "fr" || language.starts_with("fr-")
        || language.starts_with("fr_"))
        return "fr";
    if (is_one_of(language, { "english", "anglais" }) || language == "en" || language.starts_with("en-")
        || language.starts_with("en_"))
        return "en";
    return language;
}

PlainText without_markup(std::string_view text)
{
    PlainText found;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '<' && text.substr(at).starts_with("<!--")) {
            const auto end = text.find("-->", at);
            at = end == std::string_view::npos ? text.size() : end + 3;
            found.had_markup = true;
            continue;
        }
        if (const auto tag = text[at] == '<' ? tag_at(text, at) : std::string(); !tag.empty()) {
            const auto end = text.find('>', at);
            if (end != std::string_view::npos) {
                found.had_markup = true;
                found.had_meaning |= !is_one_of(tag, { "br", "p", "div" });
                found.had_media |= is_one_of(tag, { "img", "video", "audio", "iframe", "object", "embed", "script", "svg" });
                // What a script or a style holds is no text.
                const auto closing = is_one_of(tag, { "script", "style" }) ? text.find("</", end) : std::string_view::npos;
                at = closing == std::string_view::npos ? end + 1 : closing;
                if (is_one_of(tag, { "br", "p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6" }))
                    out.push_back('\n');
                continue;
            }
        }
        if (text[at] == '&') {
            const auto end = text.substr(at, entity_bytes_max).find(';');
            const auto character = end == std::string_view::npos ? std::nullopt : character_of(text.substr(at + 1, end - 1));
            if (character) {
                out += *character;
                at += end + 1;
                continue;
            }
        }
        out.push_back(text[at++]);
    }
    found.text = found.had_markup ? tidied(out) : std::string(trimmed(out));
    return found;
}

std::string escaped_html(std::string_view text)
{
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '{': // LimeSurvey would compute what stands between braces
            out += "&#123;";
            break;
        case '}':
            out += "&#125;";
            break;
        case '\n':
            out += "<br />";
            break;
        default:
            out.push_back(c);
        }
    return out;
}

std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            out.push_back(c);
    if (!plain_text_length(out))
        out = utf8_from_windows_1252(out);
    if (!plain_text_length(out)) // a control character beyond ASCII, which nobody wrote
        out.erase(
            std::remove_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x7F; }), out.end());
    return std::string(trimmed(out));
}

std::pair<std::string, bool> cut(std::string_view text, std::size_t length_max)
{
    std::size_t points = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins_one = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (begins_one && ++points > length_max)
            return { std::string(trimmed(text.substr(0, at))), true };
    }
    return { std::string(text), false };
}

const std::string& any_words(const Words& words)
{
    static const std::string none;
    for (const auto* language : { "fr", "en" })
        if (const auto found = words.find(std::string_view(language)); found != words.end() && !found->second.empty())
            return found->second;
    for (const auto& [language, text] : words)
        if (!text.empty())
            return text;
    return none;
}

std::string shortened(std::string_view text)
{
    return cut(plain(text), quote_length_max).first;
}

Words words_in_both(std::string_view fr, std::string_view en)
{
    return { { "fr", std::string(fr) }, { "en", std::string(en) } };
}

} // namespace etabli::instruments::exchange
