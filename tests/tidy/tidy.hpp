// SPDX-License-Identifier: EUPL-1.2
// tests/tidy/tidy.hpp
//
// The repository held to its own rules. A check is a function from files to violations, so that each one can
// be shown a made-up bad file as well as the real tree: a check that cannot fail proves nothing. This header
// holds what the checks share; the rules stand in the *_test.cpp files beside it, one subject each.

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace etabli::tidy {

struct SourceFile {
    std::string path; // from the root of the repository, with '/'
    std::string text;
};

struct Violation {
    std::string path;
    int line = 0; // from 1; 0 when the whole file is meant
    std::string what;
};

using SourceFiles = std::vector<SourceFile>;
using Violations = std::vector<Violation>;

/// Every text file git knows or would add; read once.
const SourceFiles& repository();

/// One violation a line, as compilers print them; empty when there is none.
std::string report(const Violations&);

const SourceFile* find_file(const SourceFiles&, std::string_view path);
bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings);
bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings);
bool is_cpp(const SourceFile&);
bool is_test_code(const SourceFile&);
/// Written by a program: held to no rule of manner.
bool is_generated(const SourceFile&);

std::vector<std::string_view> lines_of(std::string_view text);
int line_at(std::string_view text, std::size_t offset);
/// Whether `word` stands at `offset` with no letter, digit or underscore beside it.
bool stands_alone(std::string_view text, std::size_t offset, std::size_t size);
std::string lower(std::string_view text);

struct StringLiteral {
    int line = 0;
    std::string content;
};

/// C++ taken apart: `code` has the text's size, with comments and the inside of literals blanked, newlines
/// kept.
struct Cpp {
    std::string code;
    std::vector<StringLiteral> literals;
};
Cpp take_apart(std::string_view text);

struct Include {
    int line = 0;
    std::string target; // without its quotes or angles
};
std::vector<Include> includes_of(const SourceFile&);

} // namespace etabli::tidy
