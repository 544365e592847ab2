// SPDX-License-Identifier: EUPL-1.2
// domain/places/table.cpp

#include "domain/places/table.hpp"

#include <algorithm>
#include <cstdint>

#include "base/text.hpp"

namespace etabli {

namespace {

void append_point(std::string& out, std::uint32_t point)
{
    if (point < 0x80) {
        out.push_back(static_cast<char>(point));
        return;
    }
    const int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    const std::uint32_t lead = more == 1 ? 0xC0U : more == 2 ? 0xE0U : 0xF0U;
    out.push_back(static_cast<char>(lead | (point >> (6 * more))));
    for (int left = more - 1; left >= 0; --left)
        out.push_back(static_cast<char>(0x80U | ((point >> (6 * left)) & 0x3FU)));
}

/// "Texte Unicode" of a spreadsheet. A lone surrogate becomes U+FFFD.
std::string utf8_from_utf16(std::string_view bytes, bool big_endian)
{
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string out;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto point = unit(at);
        if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (point >= 0xD800 && point < 0xE000) {
            point = 0xFFFD;
        }
        append_point(out, point);
    }
    return out;
}

/// UTF-8 but for stray control characters, which are a fault of one cell and not of the file.
bool is_utf8(std::string_view bytes)
{
    std::string plain(bytes);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return plain_text_length(plain).has_value();
}

Result<std::string> decoded(std::string_view bytes, TableEncoding& encoding)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        encoding = TableEncoding::Utf16;
        return utf8_from_utf16(bytes.substr(2), bytes.starts_with("\xFE\xFF"));
    }
    if (bytes.find('\0') != bytes.npos)
        return Problem("file.unknown_format", "holds null bytes");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    encoding = is_utf8(bytes) ? TableEncoding::Utf8 : TableEncoding::Windows1252;
    return encoding == TableEncoding::Utf8 ? std::string(bytes) : utf8_from_windows_1252(bytes);
}

char separator_of(std::string_view first_line)
{
    char best = ';';
    std::ptrdiff_t most = 0;
    for (const char candidate : { '\t', ';', ',' })
        if (const auto found = std::count(first_line.begin(), first_line.end(), candidate); found > most) {
            best = candidate;
            most = found;
        }
    return best;
}

/// Reads rows one after the other; RFC 4180, with any of our separators and any line end.
class Cutter {
public:
    Cutter(std::string_view text, char separator) : text_(text), separator_(separator) { }

    bool at_end() const { return at_ >= text_.size(); }

    TableRow next()
    {
        TableRow row { line_, {}, false };
        const auto began = at_;
        while (true) {
            std::string cell;
            if (!read_cell(cell)) {
                // The quote swallowed the rest of the file: give the file back after this line.
                row.quote_not_closed = true;
                at_ = began;
                line_ = row.line;
                skip_line();
                return row;
            }
            row.cells.emplace_back(trimmed(cell));
            if (at_end() || text_[at_] != separator_)
                break;
            ++at_;
        }
        end_line();
        return row;
    }

private:
    bool read_cell(std::string& cell)
    {
        if (at_end() || text_[at_] != '"') {
            while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
                cell.push_back(text_[at_++]);
            return true;
        }
        for (++at_; !at_end(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                    ++at_;
                    while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
                        cell.push_back(text_[at_++]); // "CH" Nord: a quote that was only part of the name
                    return true;
                }
                ++at_;
            }
            line_ += text_[at_] == '\n' ? 1 : 0;
            cell.push_back(text_[at_]);
        }
        return false;
    }

    void end_line()
    {
        if (!at_end() && text_[at_] == '\r')
            ++at_;
        if (!at_end() && text_[at_] == '\n')
            ++at_;
        ++line_;
    }

    void skip_line()
    {
        while (!at_end() && text_[at_] != '\n' && text_[at_] != '\r')
            ++at_;
        end_line();
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

bool is_blank(const TableRow& row)
{
    return !row.quote_not_closed
        && std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); });
}

} // namespace

Result<Table> read_table(std::string_view bytes)
{
    Table table;
    const auto text = TRY(decoded(bytes, table.encoding));
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos)
        return Problem("file.unknown_format", "empty");
    table.separator = separator_of(std::string_view(text).substr(first, text.find_first_of("\r\n", first) - first));
    Cutter cutter(text, table.separator);
    while (!cutter.at_end()) {
        auto row = cutter.next();
        if (row.cells.size() > table_columns_max)
            return Problem("file.unknown_format", "too many columns");
        if (is_blank(row))
            continue;
        if (table.header.empty())
            table.header = std::move(row.cells);
        else
            table.rows.push_back(std::move(row));
        if (table.rows.size() > table_rows_max)
            return Problem("list.too_long", "more rows than one import takes");
    }
    if (table.header.empty())
        return Problem("file.unknown_format", "no header");
    return table;
}

} // namespace etabli
