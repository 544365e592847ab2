// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/functions_test.cpp
//
// A function is one screen, seventy lines. What is longer is printed, as a list to look at; what is longer
// than a hundred and twenty fails. Functions are found by their braces, not by a compiler: that is enough to
// find the long ones.

#include <gtest/gtest.h>
#include <iostream>

#include "tidy.hpp"

namespace etabli::tidy {
namespace {

constexpr int function_lines_wanted = 70;
constexpr int function_lines_max = 120;

/// What stands before an opening brace is a function's head: a whole pair of parentheses, and no keyword that
/// opens something else.
bool is_function_head(std::string_view head)
{
    const auto begin = head.find_first_not_of(" \n\t");
    if (begin == std::string_view::npos)
        return false;
    head.remove_prefix(begin);
    for (const std::string_view keyword : { "namespace", "class", "struct", "enum", "union", "extern" })
        if (head.starts_with(keyword) && stands_alone(head, 0, keyword.size()))
            return false;
    int open = 0;
    bool any = false;
    for (const char c : head) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        any = any || c == '(';
    }
    return any && open == 0;
}

std::string without_preprocessor(std::string code)
{
    bool continued = false;
    for (std::size_t begin = 0; begin < code.size();) {
        auto end = code.find('\n', begin);
        end = end == std::string::npos ? code.size() : end;
        const bool directive = continued || (end > begin && code[begin] == '#');
        continued = directive && end > begin && code[end - 1] == '\\';
        for (auto at = begin; directive && at < end; ++at)
            code[at] = ' ';
        begin = end + 1;
    }
    return code;
}

/// Walks the braces of one file. Inside a function nothing else is looked for.
Violations functions_longer_than(const SourceFile& file, int lines_max)
{
    const auto code = without_preprocessor(take_apart(file.text).code);
    Violations violations;
    std::size_t head = 0, began = 0;
    int depth = 0; // of braces inside the function; 0 when outside
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (depth > 0) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth > 0)
                continue;
            // `: a_ { x }, b_ { y } {`: members being initialised, the body is still to come.
            const auto next = code.find_first_not_of(" \n\t", at + 1);
            if (next != std::string::npos && (code[next] == ',' || code[next] == '{')) {
                at = code.find('{', next) - 1;
                if (at == std::string::npos - 1)
                    break;
                continue;
            }
            const int length = line_at(code, at) - line_at(code, began) + 1;
            if (length > lines_max)
                violations.push_back({ file.path, line_at(code, began), "a function of " + std::to_string(length) + " lines" });
            head = at + 1;
        } else if (c == '{' && is_function_head(std::string_view(code).substr(head, at - head))) {
            depth = 1;
            began = code.find_first_not_of(" \n\t", head);
        } else if (c == '{' || c == '}' || c == ';') {
            head = at + 1;
        }
        if (depth == 0 && c == '{')
            head = at + 1;
    }
    return violations;
}

Violations check_functions(const SourceFiles& files, int lines_max)
{
    Violations violations;
    for (const auto& file : files)
        if (is_cpp(file) && !is_generated(file))
            for (auto& each : functions_longer_than(file, lines_max))
                violations.push_back(std::move(each));
    return violations;
}

std::string function_of(int lines, std::string_view head = "int f(int x)")
{
    return "namespace a {\nstruct B { int c; };\n\n" + std::string(head) + "\n{\n"
        + std::string(static_cast<std::size_t>(lines - 3), '\n') + "}\n\n} // namespace a\n";
}

} // namespace

TEST(Functions, a_long_one_is_found_where_it_begins)
{
    const auto found = functions_longer_than({ "a.cpp", function_of(121) }, function_lines_max);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].line, 4);
    EXPECT_EQ(found[0].what, "a function of 121 lines");
}

TEST(Functions, one_of_the_greatest_length_is_not)
{
    EXPECT_EQ(functions_longer_than({ "a.cpp", function_of(120) }, function_lines_max).size(), 0U);
}

TEST(Functions, members_initialised_with_braces_do_not_hide_the_body)
{
    EXPECT_EQ(
        functions_longer_than({ "a.cpp", function_of(200, "B::B(int x) : c { x }, d { x }") }, function_lines_max).size(), 1U);
}

TEST(Functions, a_long_class_is_not_a_function)
{
    const auto text = "class B {\n" + std::string(200, '\n') + "    int f() { return 1; }\n};\n";
    EXPECT_EQ(functions_longer_than({ "a.hpp", text }, function_lines_max).size(), 0U);
}

TEST(Functions, none_in_the_tree_is_too_long)
{
    std::cout << report(check_functions(repository(), function_lines_wanted));
    EXPECT_EQ(report(check_functions(repository(), function_lines_max)), "");
}

} // namespace etabli::tidy
