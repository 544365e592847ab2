// SPDX-License-Identifier: EUPL-1.2
// engine/texts/identifiers.cpp

#include "engine/texts/identifiers.hpp"

#include <algorithm>
#include <cstdint>
#include <regex>

#include "engine/texts/stems.hpp"

namespace etabli::texts {

namespace {

/// The text without accents, its capitals kept, any blank a space and any apostrophe a straight one; and where
/// each of its bytes stood.
struct Plain {
    std::string text;
    std::vector<std::size_t> origin;

    explicit Plain(std::string_view source)
    {
        for (std::size_t at = 0; at < source.size();) {
            std::size_t size = 1;
            while (at + size < source.size() && (static_cast<unsigned char>(source[at + size]) & 0xC0U) == 0x80U)
                ++size;
            add(source.substr(at, size), at);
            at += size;
        }
        origin.push_back(source.size());
    }

private:
    void add(std::string_view letter, std::size_t at)
    {
        std::string plain = letter == "\xC2\xA0" || letter == "\xE2\x80\xAF" || letter == "\n" || letter == "\t" ? " "
            : letter == "\xE2\x80\x99"                                                                           ? "'"
            : letter == "\xC2\xB0"                                                                               ? "o"
                                   : folded(letter);
        const bool is_capital = (letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z')
            || (letter.size() == 2 && letter[0] == '\xC3' && static_cast<unsigned char>(letter[1]) < 0x9FU);
        if (is_capital && !plain.empty() && plain[0] >= 'a' && plain[0] <= 'z')
            plain[0] = static_cast<char>(plain[0] - 'a' + 'A');
        text += plain;
        origin.insert(origin.end(), plain.size(), at);
    }
};

struct Found {
    std::size_t begin;
    std::size_t end;
    IdentifierKind kind;
};

struct Pattern {
    IdentifierKind kind;
    std::regex shape;
};

constexpr auto without_case = std::regex::ECMAScript | std::regex::icase;

const std::vector<Pattern>& patterns()
{
    const std::string day_in_figures = R"((0?[1-9]|[12][0-9]|3[01])[/.-](0?[1-9]|1[0-2])[/.-]((19|20)?[0-9]{2}))";
    const std::string day_in_words
        = R"((1er|[12]?[0-9]|3[01]) (janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december) (19|20)[0-9]{2})";
    // A whole day before 2009 is not the day of something at work told here: it is somebody's.
    const std::string old_year = R"((19[0-9]{2}|200[0-8]))";
    static const std::vector<Pattern> all {
        { IdentifierKind::BirthDate,
            std::regex("\\b(nee?s? (le|en|vers)|ddn|date de naissance|naissance|born (on|in)|date of birth)[ :]*("
                    + day_in_figures + "|" + day_in_words + "|(19|20)[0-9]{2})",
                without_case) },
        { IdentifierKind::BirthDate,
            std::regex(
                R"(\b(0?[1-9]|[12][0-9]|3[01])[/.-](0?[1-9]|1[0-2])[/.-])" + old_year + R"(\b)", std::regex::ECMAScript) },
        // A capital after the title, and more than a lone X, which writers use on purpose to name nobody.
        { IdentifierKind::PersonName,
            std::regex(
                R"(\b(M\.|MM\.|Mr\.?|Mrs\.?|Ms\.?|Mme\.?|Mmes|Mlle\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Dr\.?|[Dd]octeure?|Pr\.?|[Pp]rofesseure?) ((de |du |d'|le |la |van |von )?[A-Z][A-Za-z'-]+|[A-WYZ]\b\.?))",
                std::regex::ECMAScript) },
        { IdentifierKind::RecordNumber,
            std::regex(
                R"(\b(ipp|nip|numero de dossier|no de dossier|dossier (no|numero)|numero de sejour|patient (no|numero)|record number)[ :.o#-]*[0-9][0-9 ]{3,})",
                without_case) },
        { IdentifierKind::PersonFault,
            std::regex(
                R"(\b((par|de) (sa|leur) faute|la faute (de l'|de la |du |des |a l'|a la |au |aux )[a-z]+|(est|etait|sont|etaient) (fautifs?|fautives?|coupables?)|commis une (faute|erreur)|coupables? de|negligence (de l'|de la |du |des )[a-z]+|(her|his|their) fault|was to blame|is to blame))",
                without_case) },
    };
    return all;
}

/// Runs of figures, blanks and the Corsican A or B, long enough to be a number of health insurance.
void find_health_numbers(const std::string& text, std::vector<Found>& found)
{
    static const std::regex shape(
        R"(\b[1-8]([ .-]?[0-9]){4}[ .-]?([0-9]{2}|[0-9] [0-9]|2[ABab])([ .-]?[0-9]){6,8}\b)", std::regex::ECMAScript);
    for (std::sregex_iterator at(text.begin(), text.end(), shape), none; at != none; ++at) {
        std::string figures;
        for (const char c : at->str())
            if (c != ' ' && c != '.' && c != '-')
                figures.push_back(c);
        if (is_health_number(figures))
            found.push_back(
                { std::size_t(at->position()), std::size_t(at->position() + at->length()), IdentifierKind::HealthNumber });
    }
}

} // namespace

bool is_health_number(std::string_view figures)
{
    constexpr std::size_t number_length = 13;
    constexpr std::size_t with_key_length = 15;
    if (figures.size() != number_length && figures.size() != with_key_length)
        return false;
    std::string digits(figures.substr(0, number_length));
    // The two Corsican departments count as 19 and 18 (INSEE).
    if (digits[5] == '2' && (digits[6] == 'A' || digits[6] == 'a'))
        digits.replace(5, 2, "19");
    else if (digits[5] == '2' && (digits[6] == 'B' || digits[6] == 'b'))
        digits.replace(5, 2, "18");
    std::uint64_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return false;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    const int sex = digits[0] - '0';
    const int month = (digits[3] - '0') * 10 + (digits[4] - '0');
    // 20 to 42 and 50 to 99 stand for an unknown month.
    const bool is_month = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    if (!(sex == 1 || sex == 2 || sex == 3 || sex == 4 || sex == 7 || sex == 8) || !is_month)
        return false;
    if (figures.size() == number_length)
        return true;
    const auto key = static_cast<std::uint64_t>((figures[13] - '0') * 10 + (figures[14] - '0'));
    return key == 97 - number % 97;
}

std::vector<Identifier> identifiers(std::string_view text)
{
    const Plain plain(text);
    std::vector<Found> found;
    find_health_numbers(plain.text, found);
    for (const auto& pattern : patterns())
        for (std::sregex_iterator at(plain.text.begin(), plain.text.end(), pattern.shape), none; at != none; ++at)
            found.push_back({ std::size_t(at->position()), std::size_t(at->position() + at->length()), pattern.kind });
    std::stable_sort(
        found.begin(), found.end(), [](const Found& left, const Found& right) { return left.begin < right.begin; });
    std::vector<Identifier> all;
    std::size_t told_until = 0;
    for (const auto& each : found) {
        if (each.begin < told_until)
            continue;
        told_until = each.end;
        const auto begin = plain.origin[each.begin];
        auto words = text.substr(begin, plain.origin[each.end] - begin);
        while (!words.empty() && words.back() == ' ')
            words.remove_suffix(1);
        all.push_back({ each.kind, std::string(words) });
    }
    return all;
}

} // namespace etabli::texts
