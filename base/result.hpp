// SPDX-License-Identifier: EUPL-1.2
// base/result.hpp
//
// What may happen and is not the programmer's fault: Problem, and Result, which is a value or a Problem.
// TRY passes a Problem on to our own caller; VERIFY stops the program when something that must not happen
// did. Exceptions of libraries end where the library is called.

#pragma once

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/json/value.hpp>

#include "base/problem_catalogue.hpp"

namespace etabli {

namespace json = boost::json;

/// A code of the catalogue. A code that is not in it does not compile.
class ProblemCode {
public:
    consteval ProblemCode(const char* code)
    {
        for (const auto& entry : problem_catalogue)
            if (entry.code == code) {
                entry_ = entry;
                return;
            }
        throw "this code is not in base/problem_catalogue.hpp";
    }

    constexpr std::string_view text() const { return entry_.code; }
    constexpr int status() const { return entry_.status; }

private:
    CatalogueEntry entry_ {};
};

/// What is wrong with one member of a request: a JSON pointer and a code, with the bound it met if any.
struct FieldProblem {
    std::string pointer;
    ProblemCode code;
    std::optional<std::int64_t> bound {};
};

class Problem {
public:
    /// `detail` is for the log alone; it must hold no text a person wrote.
    Problem(ProblemCode code, std::string detail = {}) : code_(code), detail_(std::move(detail)) { }

    static Problem of_field(std::string pointer, ProblemCode code)
    {
        Problem problem("request.invalid");
        problem.fields_.push_back({ std::move(pointer), code });
        return problem;
    }
    static Problem of_fields(std::vector<FieldProblem> fields)
    {
        Problem problem("request.invalid");
        problem.fields_ = std::move(fields);
        return problem;
    }
    /// Somebody changed the thing meanwhile; `current` is what it has become, so that nobody's words are lost.
    static Problem stale(json::value current)
    {
        Problem problem("version.stale");
        problem.current_ = std::move(current);
        return problem;
    }

    std::string_view code() const { return code_.text(); }
    int status() const { return code_.status(); }
    const std::string& detail() const { return detail_; }
    const std::vector<FieldProblem>& fields() const { return fields_; }
    const std::optional<json::value>& current() const { return current_; }

    bool is(ProblemCode code) const { return code_.text() == code.text(); }

private:
    ProblemCode code_;
    std::string detail_;
    std::vector<FieldProblem> fields_;
    std::optional<json::value> current_;
};

template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) : content_(std::in_place_index<0>, std::move(value)) { }
    Result(Problem problem) : content_(std::in_place_index<1>, std::move(problem)) { }

    bool ok() const { return content_.index() == 0; }
    const T& value() const& { return std::get<0>(content_); }
    T& value() & { return std::get<0>(content_); }
    T&& value() && { return std::get<0>(std::move(content_)); }
    const Problem& problem() const& { return std::get<1>(content_); }
    Problem&& problem() && { return std::get<1>(std::move(content_)); }

private:
    std::variant<T, Problem> content_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using Value = void;

    Result() = default;
    Result(Problem problem) : problem_(std::move(problem)) { }

    bool ok() const { return !problem_.has_value(); }
    void value() const { }
    const Problem& problem() const& { return *problem_; }
    Problem&& problem() && { return *std::move(problem_); }

private:
    std::optional<Problem> problem_;
};

[[noreturn]] inline void verification_failed(const char* what, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: this must not happen: %s\n", file, line, what);
    std::abort();
}

} // namespace etabli

#define ETABLI_JOIN_(left, right) left##right
#define ETABLI_JOIN(left, right) ETABLI_JOIN_(left, right)
#define ETABLI_TRY(expression, outcome)                                                                                        \
    __extension__({                                                                                                            \
        auto&& outcome = (expression);                                                                                         \
        if (!outcome.ok()) [[unlikely]]                                                                                        \
            return std::move(outcome).problem();                                                                               \
        std::move(outcome).value();                                                                                            \
    })

/// The value of a Result, or return its Problem to our own caller.
#define TRY(...) ETABLI_TRY((__VA_ARGS__), ETABLI_JOIN(outcome_, __COUNTER__))

/// Stops the program when `condition` does not hold: for what must not happen, never for what may.
#define VERIFY(condition)                                                                                                      \
    do {                                                                                                                       \
        if (!(condition)) [[unlikely]]                                                                                         \
            ::etabli::verification_failed(#condition, __FILE__, __LINE__);                                                     \
    } while (false)
