// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/rule.cpp
//
//     any        := all (("or" | "||") all)*
//     all        := comparison (("and" | "&&") comparison)*
//     comparison := operand [("=" | "<" | "contains" | …) operand]
//     operand    := "!" operand | name | text | number | [list] | function(any, …) | (any)
//
// What can be computed but not compared with something said (a sum, a name beside a name) is no rule: better none than a wrong
// one.

#include "engine/instruments/exchange/rule.hpp"

#include <algorithm>

namespace etabli::instruments::exchange {

namespace {

using Kind = Rule::Kind;

struct Name {
    std::string name;
    bool only_while_shown = false;
};
struct Literal {
    std::string text;
};
using List = std::vector<std::string>;
using Operand = std::variant<Rule, Name, Literal, List>;

enum class Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
    Has,
    HasNot,
    AnyOf,
    NoneOf,
    AllOf,
    Empty,
    NotEmpty
};

struct Spelling {
    std::string_view text;
    Operator meaning;
};
/// Longer ones first: "<=" is not "<".
constexpr std::array signs { Spelling { "==", Operator::Equal }, Spelling { "!=", Operator::NotEqual },
    Spelling { "<>", Operator::NotEqual }, Spelling { "<=", Operator::LessOrEqual }, Spelling { ">=", Operator::MoreOrEqual },
    Spelling { "=", Operator::Equal }, Spelling { "<", Operator::Less }, Spelling { ">", Operator::More } };
constexpr std::array limesurvey_words { Spelling { "eq", Operator::Equal }, Spelling { "ne", Operator::NotEqual },
    Spelling { "lt", Operator::Less }, Spelling { "le", Operator::LessOrEqual }, Spelling { "gt", Operator::More },
    Spelling { "ge", Operator::MoreOrEqual } };
constexpr std::array surveyjs_words { Spelling { "contains", Operator::Has }, Spelling { "notcontains", Operator::HasNot },
    Spelling { "anyof", Operator::AnyOf }, Spelling { "noneof", Operator::NoneOf }, Spelling { "allof", Operator::AllOf },
    Spelling { "empty", Operator::Empty }, Spelling { "notempty", Operator::NotEmpty } };

Rule leaf(Kind kind, const Name& name, std::vector<std::string> values = {})
{
    return { kind, name.name, std::move(values), {}, name.only_while_shown };
}

/// The same comparison with its sides exchanged: 3 < x is x > 3.
Operator turned(Operator meaning)
{
    switch (meaning) {
    case Operator::Less:
        return Operator::More;
    case Operator::LessOrEqual:
        return Operator::MoreOrEqual;
    case Operator::More:
        return Operator::Less;
    case Operator::MoreOrEqual:
        return Operator::LessOrEqual;
    default:
        return meaning;
    }
}

std::optional<Rule> compared(const Name& name, Operator meaning, const std::string& value)
{
    switch (meaning) {
    case Operator::Equal:
        return value.empty() ? none_of(leaf(Kind::Answered, name)) : leaf(Kind::Equal, name, { value });
    case Operator::NotEqual:
        return value.empty() ? leaf(Kind::Answered, name) : none_of(leaf(Kind::Equal, name, { value }));
    case Operator::Less:
        return leaf(Kind::Less, name, { value });
    case Operator::LessOrEqual:
        return leaf(Kind::LessOrEqual, name, { value });
    case Operator::More:
        return leaf(Kind::More, name, { value });
    case Operator::MoreOrEqual:
        return leaf(Kind::MoreOrEqual, name, { value });
    case Operator::Has:
        return leaf(Kind::In, name, { value });
    case Operator::HasNot:
        return none_of(leaf(Kind::In, name, { value }));
    default:
        return {};
    }
}

std::optional<Rule> compared(const Name& name, Operator meaning, const List& values)
{
    switch (meaning) {
    case Operator::AnyOf:
        return leaf(Kind::In, name, values);
    case Operator::NoneOf:
        return none_of(leaf(Kind::In, name, values));
    case Operator::AllOf:
        return leaf(Kind::All, name, values);
    default:
        return {};
    }
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_of_name(char c)
{
    return is_letter(c) || is_digit(c) || c == '_';
}

class Parser {
public:
    Parser(std::string_view text, Dialect dialect) : text_(text), dialect_(dialect) { }

    std::optional<Rule> whole()
    {
        const auto read = any();
        pass_spaces();
        const auto* rule = read && at_ == text_.size() ? std::get_if<Rule>(&*read) : nullptr;
        return rule == nullptr ? std::nullopt : std::optional(*rule);
    }

private:
    /// One part alone stays what it is, so that a name may stand in parentheses.
    std::optional<Operand> joined(
        Kind kind, std::optional<Operand> (Parser::*part)(), std::string_view word, std::string_view sign)
    {
        auto first = (this->*part)();
        if (!first || !takes_joint(word, sign))
            return first;
        std::vector<Rule> parts;
        for (;;) {
            const auto* rule = std::get_if<Rule>(&*first);
            if (rule == nullptr)
                return {};
            parts.push_back(*rule);
            if (parts.size() > 1 && !takes_joint(word, sign))
                return Rule { kind, {}, {}, std::move(parts) };
            first = (this->*part)();
            if (!first)
                return {};
        }
    }

    std::optional<Operand> any() { return joined(Kind::Or, &Parser::all, "or", "||"); }
    std::optional<Operand> all() { return joined(Kind::And, &Parser::comparison, "and", "&&"); }

    bool takes_joint(std::string_view word, std::string_view sign)
    {
        return takes_word(word) || (dialect_ != Dialect::XPath && takes(sign));
    }

    std::optional<Operand> comparison()
    {
        auto left = operand();
        if (!left)
            return {};
        const auto meaning = takes_operator();
        if (!meaning)
            return left;
        const auto* name = std::get_if<Name>(&*left);
        if (*meaning == Operator::Empty || *meaning == Operator::NotEmpty) {
            if (name == nullptr)
                return {};
            return *meaning == Operator::Empty ? none_of(leaf(Kind::Answered, *name)) : leaf(Kind::Answered, *name);
        }
        const auto right = operand();
        if (!right)
            return {};
        std::optional<Rule> rule;
        if (const auto* said = std::get_if<Literal>(&*right); name != nullptr && said != nullptr)
            rule = compared(*name, *meaning, said->text);
        else if (const auto* several = std::get_if<List>(&*right); name != nullptr && several != nullptr)
            rule = compared(*name, *meaning, *several);
        else if (const auto* first = std::get_if<Literal>(&*left); first != nullptr && *meaning < Operator::Has)
            if (const auto* second = std::get_if<Name>(&*right))
                rule = compared(*second, turned(*meaning), first->text);
        return rule ? std::optional<Operand>(std::move(*rule)) : std::nullopt;
    }

    std::optional<Operand> operand()
    {
        if (++depth_ > expression_depth_max)
            return {};
        auto read = operand_within();
        --depth_;
        return read;
    }

    std::optional<Operand> operand_within()
    {
        pass_spaces();
        if (at_ >= text_.size())
            return {};
        if (dialect_ != Dialect::XPath && text_[at_] == '!') {
            ++at_;
            return negated(operand());
        }
        if (takes("(")) {
            auto inner = any();
            return inner && takes(")") ? inner : std::nullopt;
        }
        if (text_[at_] == '"' || text_[at_] == '\'')
            return quoted();
        if (text_[at_] == '[')
            return list();
        if (text_[at_] == '{' || text_[at_] == '$')
            return reference();
        return is_of_name(text_[at_]) || text_[at_] == '-' ? word() : std::nullopt;
    }

    static std::optional<Operand> negated(std::optional<Operand> inner)
    {
        const auto* rule = inner ? std::get_if<Rule>(&*inner) : nullptr;
        return rule == nullptr ? std::nullopt : std::optional<Operand>(none_of(*rule));
    }

    std::optional<Operand> quoted()
    {
        const auto end = text_.find(text_[at_], at_ + 1);
        if (end == std::string_view::npos)
            return {};
        Literal literal { std::string(text_.substr(at_ + 1, end - at_ - 1)) };
        at_ = end + 1;
        return literal;
    }

    std::optional<Operand> list()
    {
        List values;
        takes("[");
        while (!takes("]")) {
            const auto value = operand();
            const auto* literal = value ? std::get_if<Literal>(&*value) : nullptr;
            if (literal == nullptr || dialect_ != Dialect::SurveyJs)
                return {};
            values.push_back(literal->text);
            takes(",");
        }
        return values.empty() ? std::nullopt : std::optional<Operand>(std::move(values));
    }

    /// ${name} of XPath, {name} of SurveyJS.
    std::optional<Operand> reference()
    {
        const auto opening = dialect_ == Dialect::XPath ? std::string_view("${") : std::string_view("{");
        const auto end = text_.find('}', at_);
        if (dialect_ == Dialect::LimeSurvey || !text_.substr(at_).starts_with(opening) || end == std::string_view::npos)
            return {};
        Name name { std::string(trimmed(text_.substr(at_ + opening.size(), end - at_ - opening.size()))) };
        at_ = end + 1;
        return name.name.empty() ? std::nullopt : std::optional<Operand>(std::move(name));
    }

    /// A number, a function and what it is given, or a name of LimeSurvey.
    std::optional<Operand> word()
    {
        const auto begin = at_;
        at_ += text_[at_] == '-' ? 1 : 0;
        const auto is_of_word = [&](char c) { return is_of_name(c) || c == '.' || (c == '-' && dialect_ == Dialect::XPath); };
        while (at_ < text_.size() && is_of_word(text_[at_]))
            ++at_;
        const auto text = text_.substr(begin, at_ - begin);
        if (std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == '-'; }))
            return std::any_of(text.begin(), text.end(), is_digit) ? std::optional<Operand>(Literal { std::string(text) })
                                                                   : std::nullopt;
        if (takes("("))
            return call(text);
        if (dialect_ == Dialect::SurveyJs && (text == "true" || text == "false"))
            return Literal { std::string(text) };
        return dialect_ == Dialect::LimeSurvey ? name_of_limesurvey(text) : std::nullopt;
    }

    static std::optional<Operand> name_of_limesurvey(std::string_view text)
    {
        const auto dot = text.find('.');
        if (dot == std::string_view::npos)
            return Name { std::string(text), true };
        return text.substr(dot) == ".NAOK" ? std::optional<Operand>(Name { std::string(text.substr(0, dot)) }) : std::nullopt;
    }

    std::optional<Operand> call(std::string_view function)
    {
        auto first = any();
        if (!first)
            return {};
        std::optional<Operand> second;
        if (takes(",")) {
            second = any();
            if (!second)
                return {};
        }
        if (!takes(")"))
            return {};
        const auto* name = std::get_if<Name>(&*first);
        const auto* value = second ? std::get_if<Literal>(&*second) : nullptr;
        if (function == "selected" && dialect_ == Dialect::XPath && name != nullptr && value != nullptr)
            return leaf(Kind::In, *name, { value->text });
        if (second)
            return {};
        if (function == "not" && dialect_ == Dialect::XPath)
            return negated(std::move(first));
        if (function == "date" && dialect_ == Dialect::XPath && std::holds_alternative<Literal>(*first))
            return first;
        if (function == "is_empty" && dialect_ == Dialect::LimeSurvey && name != nullptr)
            return none_of(leaf(Kind::Answered, *name));
        return {};
    }

    std::optional<Operator> takes_operator()
    {
        for (const auto& [text, meaning] : signs)
            if (takes(text))
                return meaning;
        if (dialect_ == Dialect::LimeSurvey)
            for (const auto& [text, meaning] : limesurvey_words)
                if (takes_word(text))
                    return meaning;
        if (dialect_ == Dialect::SurveyJs)
            for (const auto& [text, meaning] : surveyjs_words)
                if (takes_word(text))
                    return meaning;
        return {};
    }

    void pass_spaces()
    {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r'))
            ++at_;
    }

    bool takes(std::string_view sign)
    {
        pass_spaces();
        if (!text_.substr(at_).starts_with(sign))
            return false;
        at_ += sign.size();
        return true;
    }

    bool takes_word(std::string_view word)
    {
        pass_spaces();
        const auto rest = text_.substr(at_);
        const bool is_here = lower_ascii(rest.substr(0, word.size())) == word
            && (rest.size() == word.size() || !is_of_name(rest[word.size()]));
        at_ += is_here ? word.size() : 0;
        return is_here;
    }

    std::string_view text_;
    Dialect dialect_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

} // namespace

std::optional<Rule> rule_from(std::string_view expression, Dialect dialect)
{
    return expression.size() > expression_bytes_max ? std::nullopt : Parser(expression, dialect).whole();
}

} // namespace etabli::instruments::exchange
