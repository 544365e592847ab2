// SPDX-License-Identifier: EUPL-1.2
// server/content/words.cpp

#include "server/content/words.hpp"

#include <filesystem>

#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include "server/content/files.hpp"

namespace etabli::content {

namespace {

namespace fs = std::filesystem;

/// What is complete, whatever else is.
constexpr std::string_view first_language = "fr";

icu::UnicodeString unicode(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::optional<icu::MessageFormat> message(std::string_view language, std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    icu::MessageFormat format(unicode(text), icu::Locale(std::string(language).c_str()), error);
    if (U_FAILURE(error) != 0)
        return std::nullopt;
    return format;
}

Result<void> add_texts(
    const fs::path& file, const std::string& language, std::map<std::string, std::string, std::less<>>& texts)
{
    const auto parsed = TRY(read_json_file(file.string()));
    const auto* members = parsed.if_object();
    if (members == nullptr)
        return Problem("pack.invalid", file.string() + ": not a record of texts");
    for (const auto& member : *members) {
        const auto* text = member.value().if_string();
        const std::string key(member.key());
        if (text == nullptr || !message(language, *text))
            return Problem("pack.invalid", file.string() + ": " + key + " is not a text that can be formatted");
        if (!texts.emplace(key, *text).second)
            return Problem("pack.invalid", file.string() + ": " + key + " is given twice");
    }
    return {};
}

} // namespace

Result<Words> Words::read(const std::string& folder)
{
    Words words;
    std::error_code error;
    for (const auto& language : fs::directory_iterator(folder, error)) {
        if (!language.is_directory())
            continue;
        auto& texts = words.by_language_[language.path().filename().string()];
        for (const auto& file : fs::directory_iterator(language.path(), error))
            if (file.path().extension() == ".json")
                TRY(add_texts(file.path(), language.path().filename().string(), texts));
    }
    if (error || !words.by_language_.contains(first_language))
        return Problem("pack.missing", folder);
    return words;
}

const std::string* Words::find(std::string_view language, std::string_view key) const
{
    const auto texts = by_language_.find(language);
    if (texts == by_language_.end())
        return nullptr;
    const auto found = texts->second.find(key);
    return found == texts->second.end() ? nullptr : &found->second;
}

std::string Words::text(std::string_view language, std::string_view key, const std::vector<WordArgument>& arguments) const
{
    const auto* found = find(language, key);
    if (found == nullptr) {
        language = first_language;
        found = find(language, key);
    }
    const auto format = found == nullptr ? std::nullopt : message(language, *found);
    if (!format)
        return std::string(key);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : arguments) {
        names.push_back(unicode(name));
        if (const auto* number = std::get_if<std::int64_t>(&value))
            values.emplace_back(*number);
        else
            values.emplace_back(unicode(std::get<std::string>(value)));
    }
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString formatted;
    format->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), formatted, error);
    std::string text;
    return U_FAILURE(error) != 0 ? std::string(key) : formatted.toUTF8String(text);
}

std::vector<std::string> Words::keys_without_translation() const
{
    std::vector<std::string> missing;
    for (const auto& [language, texts] : by_language_)
        for (const auto& [other, other_texts] : by_language_)
            for (const auto& [key, text] : texts)
                if (!other_texts.contains(key))
                    missing.push_back(other + ": " + key);
    return missing;
}

} // namespace etabli::content
