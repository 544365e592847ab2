// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/workbook.cpp

#include "engine/instruments/exchange/workbook.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "engine/instruments/exchange/archive.hpp"
#include "engine/instruments/exchange/xml.hpp"

namespace etabli::instruments::exchange {

namespace {

constexpr auto main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr auto relations_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr auto packages_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr auto types_namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr auto application = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

bool is_wanted(std::string_view name, const std::vector<std::string_view>& wanted)
{
    return std::find(wanted.begin(), wanted.end(), lower_ascii(trimmed(name))) != wanted.end();
}

std::size_t number_of(std::string_view text, std::size_t otherwise)
{
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() ? number : otherwise;
}

/// "C12" is column 2; `otherwise` where a cell does not say.
std::size_t column_of(std::string_view reference, std::size_t otherwise)
{
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && letters < 4 && reference[letters] >= 'A' && reference[letters] <= 'Z')
        column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A' + 1);
    return column == 0 ? otherwise : column - 1;
}

/// The text of a shared or inline string: its runs, without the reading aids of Japanese (rPh).
std::string string_of(pugi::xml_node node)
{
    std::string text;
    for (const auto child : node.children())
        if (std::string_view(child.name()) == "t")
            text += child.text().get();
        else if (std::string_view(child.name()) == "r")
            text += child.child("t").text().get();
    return text;
}

std::string text_of_cell(pugi::xml_node cell, const std::vector<std::string>& shared)
{
    const std::string_view type = cell.attribute("t").value();
    const std::string_view value = cell.child("v").text().get();
    if (type == "inlineStr")
        return std::string(trimmed(string_of(cell.child("is"))));
    if (type == "s") {
        const auto index = number_of(value, shared.size());
        return index < shared.size() ? shared[index] : std::string();
    }
    if (type == "b")
        return value == "1" ? "TRUE" : "FALSE";
    return type == "e" ? std::string() : std::string(trimmed(value));
}

Result<std::vector<std::vector<std::string>>> rows_from(
    std::string_view bytes, const std::string& name, const std::vector<std::string>& shared)
{
    const auto document = TRY(xml_from(bytes, "sheet " + name));
    std::vector<std::vector<std::string>> rows;
    std::size_t byte_count = 0;
    for (const auto row : document.child("worksheet").child("sheetData").children("row")) {
        const auto number = number_of(row.attribute("r").value(), rows.size() + 1);
        if (number <= rows.size())
            return Problem("file.unreadable", fmt::format("sheet {}: row {} stands after row {}", name, number, rows.size()));
        if (number > sheet_rows_max)
            return Problem("request.too_large", fmt::format("sheet {}: row {}", name, number));
        rows.resize(number);
        auto& cells = rows.back();
        for (const auto cell : row.children("c")) {
            const auto column = column_of(cell.attribute("r").value(), cells.size());
            auto text = text_of_cell(cell, shared);
            if (text.empty())
                continue;
            byte_count += text.size();
            if (column >= sheet_columns_max || byte_count > sheet_bytes_max)
                return Problem("request.too_large", fmt::format("sheet {}: column {}", name, column_letters(column)));
            cells.resize(std::max(cells.size(), column + 1));
            cells[column] = std::move(text);
        }
    }
    return rows;
}

Result<std::string> required_file(Archive& archive, const std::string& name)
{
    auto content = TRY(archive.read(name));
    if (!content)
        return Problem("file.unreadable", "no workbook: " + name + " is missing");
    return std::move(*content);
}

pugi::xml_node root_of(pugi::xml_document& document, const char* name, const char* space)
{
    auto root = document.append_child(name);
    root.append_attribute("xmlns").set_value(space);
    return root;
}

std::string types_of(std::size_t sheets)
{
    pugi::xml_document document;
    auto types = root_of(document, "Types", types_namespace);
    const auto add = [&](const char* kind, const char* key, const std::string& what, const std::string& type) {
        auto entry = types.append_child(kind);
        entry.append_attribute(key).set_value(what.c_str());
        entry.append_attribute("ContentType").set_value(type.c_str());
    };
    add("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
    add("Default", "Extension", "xml", "application/xml");
    add("Override", "PartName", "/xl/workbook.xml", std::string(application) + "sheet.main+xml");
    for (std::size_t sheet = 1; sheet <= sheets; ++sheet)
        add("Override", "PartName", fmt::format("/xl/worksheets/sheet{}.xml", sheet),
            std::string(application) + "worksheet+xml");
    return xml_text(document);
}

void add_relation(pugi::xml_node relations, std::size_t number, const char* kind, const std::string& target)
{
    auto relation = relations.append_child("Relationship");
    relation.append_attribute("Id").set_value(fmt::format("rId{}", number).c_str());
    relation.append_attribute("Type").set_value((std::string(relations_namespace) + "/" + kind).c_str());
    relation.append_attribute("Target").set_value(target.c_str());
}

std::string sheet_xml(const Sheet& sheet)
{
    pugi::xml_document document;
    auto data = root_of(document, "worksheet", main_namespace).append_child("sheetData");
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        auto line = data.append_child("row");
        line.append_attribute("r").set_value(std::to_string(row + 1).c_str());
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const auto& text = sheet.rows[row][column];
            if (text.empty())
                continue;
            auto cell = line.append_child("c");
            cell.append_attribute("r").set_value((column_letters(column) + std::to_string(row + 1)).c_str());
            cell.append_attribute("t").set_value("inlineStr");
            auto words = cell.append_child("is").append_child("t");
            words.append_attribute("xml:space").set_value("preserve");
            words.text().set(text.c_str());
        }
    }
    return xml_text(document);
}

} // namespace

Result<Workbook> workbook_from_xlsx(std::string_view bytes, const std::vector<std::string_view>& wanted)
{
    auto archive = TRY(Archive::open(bytes));
    const auto book_text = TRY(required_file(archive, "xl/workbook.xml"));
    const auto relations_text = TRY(required_file(archive, "xl/_rels/workbook.xml.rels"));
    const auto book = TRY(xml_from(book_text, "xl/workbook.xml"));
    const auto relations = TRY(xml_from(relations_text, "xl/_rels/workbook.xml.rels"));
    std::vector<std::string> shared;
    if (const auto text = TRY(archive.read("xl/sharedStrings.xml"))) {
        const auto strings = TRY(xml_from(*text, "xl/sharedStrings.xml"));
        for (const auto string : strings.child("sst").children("si"))
            shared.emplace_back(trimmed(string_of(string)));
    }
    Workbook found;
    for (const auto entry : book.child("workbook").child("sheets").children("sheet")) {
        const std::string name(trimmed(entry.attribute("name").value()));
        found.names.push_back(name);
        if (!is_wanted(name, wanted))
            continue;
        const auto relation = relations.child("Relationships").find_child_by_attribute("Id", entry.attribute("r:id").value());
        const std::string_view target = relation.attribute("Target").value();
        const auto text = TRY(
            required_file(archive, target.starts_with('/') ? std::string(target.substr(1)) : fmt::format("xl/{}", target)));
        found.sheets.push_back({ lower_ascii(name), TRY(rows_from(text, name, shared)) });
    }
    return found;
}

Result<Workbook> workbook_from_csv(std::string_view bytes, const std::vector<std::string_view>& wanted)
{
    Workbook found;
    CsvReader reader(bytes);
    std::vector<std::string_view> fields;
    bool is_within = false;
    while (reader.next(fields)) {
        const auto first = fields.empty() ? std::string_view() : trimmed(fields.front());
        if (!first.empty()) {
            found.names.emplace_back(first);
            is_within = is_wanted(first, wanted);
            if (is_within)
                found.sheets.push_back({ lower_ascii(first), {} });
        }
        std::vector<std::string> cells;
        for (std::size_t column = 1; column < std::min(fields.size(), sheet_columns_max + 1); ++column)
            cells.emplace_back(trimmed(fields[column]));
        const bool says_something = std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); });
        if (!is_within || !says_something)
            continue;
        if (found.sheets.back().rows.size() == sheet_rows_max)
            return Problem("request.too_large", "sheet " + found.sheets.back().name);
        found.sheets.back().rows.push_back(std::move(cells));
    }
    if (reader.is_broken())
        return Problem("file.unreadable", fmt::format("csv: a quote of line {} is not closed", reader.line()));
    return found;
}

Result<std::string> xlsx_of(const std::vector<Sheet>& sheets)
{
    std::map<std::string, std::string> files;
    files["[Content_Types].xml"] = types_of(sheets.size());
    pugi::xml_document root;
    add_relation(root_of(root, "Relationships", packages_namespace), 1, "officeDocument", "xl/workbook.xml");
    files["_rels/.rels"] = xml_text(root);
    pugi::xml_document book;
    auto names = root_of(book, "workbook", main_namespace);
    names.append_attribute("xmlns:r").set_value(relations_namespace);
    names = names.append_child("sheets");
    pugi::xml_document relations;
    const auto targets = root_of(relations, "Relationships", packages_namespace);
    for (std::size_t number = 1; number <= sheets.size(); ++number) {
        auto sheet = names.append_child("sheet");
        sheet.append_attribute("name").set_value(sheets[number - 1].name.c_str());
        sheet.append_attribute("sheetId").set_value(std::to_string(number).c_str());
        sheet.append_attribute("r:id").set_value(fmt::format("rId{}", number).c_str());
        add_relation(targets, number, "worksheet", fmt::format("worksheets/sheet{}.xml", number));
        files[fmt::format("xl/worksheets/sheet{}.xml", number)] = sheet_xml(sheets[number - 1]);
    }
    files["xl/workbook.xml"] = xml_text(book);
    files["xl/_rels/workbook.xml.rels"] = xml_text(relations);
    return archive_of(files);
}

std::string column_letters(std::size_t column)
{
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + static_cast<char>((rest - 1) % 26)));
    return letters;
}

} // namespace etabli::instruments::exchange
