// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/tidy.cpp
//
// Reading the tree, and the small reading aids the checks share.

#include "tidy.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

namespace etabli::tidy {
namespace {

namespace fs = std::filesystem;

const fs::path root = ETABLI_SOURCE_DIR;
constexpr std::uintmax_t file_bytes_max = 4'000'000; // beyond this it is data, not something people read

std::string read_whole(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), {} };
}

std::string shell_quoted(const std::string& text)
{
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::set<std::string> paths_from_git()
{
    const auto command = "git -c safe.directory='*' -C " + shell_quoted(root.string())
        + " ls-files -z --cached --others --exclude-standard 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string output;
    std::array<char, 4096> piece {};
    for (std::size_t size = 0; pipe && (size = fread(piece.data(), 1, piece.size(), pipe.get())) > 0;)
        output.append(piece.data(), size);
    std::set<std::string> paths;
    std::istringstream stream(output);
    for (std::string path; std::getline(stream, path, '\0');)
        paths.insert(path);
    return paths;
}

/// For a tree without git, such as an unpacked archive.
std::set<std::string> paths_from_folders()
{
    const std::set<std::string> ignored { ".git", "build", "node_modules", "dist", "test-results", "playwright-report" };
    std::set<std::string> paths;
    for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
        if (ignored.contains(at->path().filename().string()))
            at.disable_recursion_pending();
        else if (at->is_regular_file())
            paths.insert(fs::relative(at->path(), root).generic_string());
    }
    return paths;
}

SourceFiles read_repository()
{
    auto paths = paths_from_git();
    if (paths.empty())
        paths = paths_from_folders();
    SourceFiles files;
    for (const auto& path : paths) {
        const auto whole = root / path;
        if (!fs::is_regular_file(whole) || fs::is_symlink(whole) || fs::file_size(whole) > file_bytes_max)
            continue;
        auto text = read_whole(whole);
        if (text.find('\0') == std::string::npos) // pictures and fonts are not text
            files.push_back({ path, std::move(text) });
    }
    return files;
}

bool is_word(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// The state of `take_apart`: where it reads, and what it has found so far.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text), result_ { std::string(text), {} } { }

    Cpp scan()
    {
        while (at_ < text_.size()) {
            if (begins("//"))
                blank_until(text_.find('\n', at_));
            else if (begins("/*"))
                blank_until(after(text_.find("*/", at_ + 2), 2));
            else if (begins("R\"") && !(at_ > 0 && is_word(text_[at_ - 1]) && !follows_prefix()))
                raw_string();
            else if (text_[at_] == '"')
                string();
            else if (text_[at_] == '\'' && !(at_ > 0 && is_word(text_[at_ - 1])))
                blank_until(closing('\''));
            else
                ++at_;
        }
        return std::move(result_);
    }

private:
    bool begins(std::string_view beginning) const { return text_.substr(at_).starts_with(beginning); }
    bool follows_prefix() const { return std::string_view("uUL8").find(text_[at_ - 1]) != std::string_view::npos; }
    std::size_t after(std::size_t found, std::size_t size) const
    {
        return found == std::string_view::npos ? text_.size() : found + size;
    }

    void blank_until(std::size_t end)
    {
        end = std::min(end, text_.size());
        for (; at_ < end; ++at_)
            if (text_[at_] != '\n')
                result_.code[at_] = ' ';
    }

    /// One past the quote that closes what opens here.
    std::size_t closing(char quote) const
    {
        for (auto here = at_ + 1; here < text_.size(); ++here) {
            if (text_[here] == '\\')
                ++here;
            else if (text_[here] == quote || text_[here] == '\n')
                return here + 1;
        }
        return text_.size();
    }

    void string()
    {
        const auto end = closing('"');
        keep(text_.substr(at_ + 1, end - at_ - 2));
        blank_until(end);
    }

    void raw_string()
    {
        const auto open = text_.find('(', at_);
        if (open == std::string_view::npos)
            return blank_until(text_.size());
        const auto ending = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const auto close = text_.find(ending, open);
        keep(text_.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
        blank_until(after(close, ending.size()));
    }

    void keep(std::string_view content) { result_.literals.push_back({ line_at(text_, at_), std::string(content) }); }

    std::string_view text_;
    Cpp result_;
    std::size_t at_ = 0;
};

} // namespace

const SourceFiles& repository()
{
    static const SourceFiles files = read_repository();
    return files;
}

std::string report(const Violations& violations)
{
    std::ostringstream out;
    for (const auto& violation : violations)
        out << violation.path << ':' << violation.line << ": " << violation.what << '\n';
    return out.str();
}

const SourceFile* find_file(const SourceFiles& files, std::string_view path)
{
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
    return found == files.end() ? nullptr : &*found;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&](auto each) { return text.starts_with(each); });
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](auto each) { return text.ends_with(each); });
}

bool is_cpp(const SourceFile& file)
{
    return ends_with_any(file.path, { ".cpp", ".hpp" });
}

bool is_test_code(const SourceFile& file)
{
    return starts_with_any(file.path, { "tests/", "bench/", "web/e2e/" })
        || ends_with_any(file.path, { "_test.cpp", ".test.ts", ".test.tsx" });
}

bool is_generated(const SourceFile& file)
{
    const auto opening = lower(std::string_view(file.text).substr(0, 400));
    return opening.find("generated from") != std::string::npos || opening.find("auto-generated") != std::string::npos
        || opening.find("generated by") != std::string::npos;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

int line_at(std::string_view text, std::size_t offset)
{
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

bool stands_alone(std::string_view text, std::size_t offset, std::size_t size)
{
    const bool free_before = offset == 0 || !is_word(text[offset - 1]);
    const bool free_after = offset + size >= text.size() || !is_word(text[offset + size]);
    return free_before && free_after;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(
        result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

Cpp take_apart(std::string_view text)
{
    return Scanner(text).scan();
}

std::vector<Include> includes_of(const SourceFile& file)
{
    std::vector<Include> includes;
    int number = 0;
    for (const auto line : lines_of(file.text)) {
        ++number;
        if (!line.starts_with("#include "))
            continue;
        const auto open = line.find_first_of("\"<");
        const auto close = open == std::string_view::npos ? open : line.find_first_of("\">", open + 1);
        if (close != std::string_view::npos)
            includes.push_back({ number, std::string(line.substr(open + 1, close - open - 1)) });
    }
    return includes;
}

} // namespace etabli::tidy
