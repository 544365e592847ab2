// SPDX-License-Identifier: EUPL-1.2
// server/content/schema.cpp

#include "server/content/schema.hpp"

#include <algorithm>
#include <set>

#include <unicode/regex.h>

namespace etabli::content {

namespace {

constexpr std::size_t findings_max = 50; // enough to mend a file by
constexpr int nesting_max = 64; // a schema that refers to itself must end

bool known_keyword(std::string_view keyword)
{
    static const std::set<std::string_view> all { "$schema", "$id", "title", "description", "$defs", "$ref", "type",
        "properties", "required", "additionalProperties", "items", "minItems", "maxItems", "uniqueItems", "minLength",
        "maxLength", "minimum", "maximum", "pattern", "enum", "const", "oneOf", "allOf", "if", "then", "else" };
    return all.contains(keyword);
}

bool is_type(const json::value& value, std::string_view type)
{
    if (type == "integer")
        return value.is_int64() || value.is_uint64();
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array())
        || (type == "string" && value.is_string()) || (type == "number" && value.is_number())
        || (type == "boolean" && value.is_bool()) || (type == "null" && value.is_null());
}

bool matches(const json::string& pattern, const json::string& text)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto unicode = [](const json::string& bytes) {
        return icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())));
    };
    const auto subject = unicode(text);
    icu::RegexMatcher matcher(unicode(pattern), subject, 0, error);
    return U_SUCCESS(error) != 0 && matcher.find() != 0;
}

class Checking {
public:
    explicit Checking(const json::value& root) : root_(root) { }

    void check(const json::value& schema, const json::value& value, const std::string& at)
    {
        if (schema.is_bool()) {
            if (!schema.as_bool())
                report(at, "must not be there");
            return;
        }
        const auto* rules = schema.if_object();
        if (rules == nullptr || ++nesting_ > nesting_max || findings_.size() >= findings_max)
            return report(at, "the schema cannot be followed here");
        for (const auto& [keyword, rule] : *rules)
            if (!known_keyword(keyword))
                report(at, "the schema uses " + std::string(keyword) + ", which nobody checks");
        check_combinations(*rules, value, at);
        check_itself(*rules, value, at);
        if (const auto* members = value.if_object())
            check_object(*rules, *members, at);
        if (const auto* items = value.if_array())
            check_array(*rules, *items, at);
        --nesting_;
    }

    std::vector<std::string> take() { return std::move(findings_); }

private:
    void report(const std::string& at, const std::string& what)
    {
        if (findings_.size() < findings_max)
            findings_.push_back((at.empty() ? "/" : at) + ": " + what);
    }

    bool holds(const json::value& schema, const json::value& value) const
    {
        Checking apart(root_);
        apart.nesting_ = nesting_;
        apart.check(schema, value, "");
        return apart.findings_.empty();
    }

    void check_combinations(const json::object& rules, const json::value& value, const std::string& at)
    {
        if (const auto* reference = rules.if_contains("$ref")) {
            boost::system::error_code error;
            const auto pointer = std::string(reference->as_string());
            const auto* target = pointer.starts_with('#') ? root_.find_pointer(pointer.substr(1), error) : nullptr;
            if (target == nullptr)
                report(at, "the schema refers to " + pointer + ", which is not there");
            else
                check(*target, value, at);
        }
        if (const auto* all = rules.if_contains("allOf"))
            for (const auto& one : all->as_array())
                check(one, value, at);
        if (const auto* choices = rules.if_contains("oneOf")) {
            const auto fitting = std::count_if(choices->as_array().begin(), choices->as_array().end(),
                [&](const json::value& choice) { return holds(choice, value); });
            if (fitting != 1)
                report(at, "fits " + std::to_string(fitting) + " of the shapes it must have exactly one of");
        }
        if (const auto* condition = rules.if_contains("if"))
            if (const auto* then = rules.if_contains(holds(*condition, value) ? "then" : "else"))
                check(*then, value, at);
    }

    void check_itself(const json::object& rules, const json::value& value, const std::string& at)
    {
        if (const auto* type = rules.if_contains("type")) {
            const auto* several = type->if_array();
            const bool fits = several == nullptr ? is_type(value, std::string_view(type->as_string()))
                                                 : std::any_of(several->begin(), several->end(), [&](const json::value& one) {
                                                       return is_type(value, std::string_view(one.as_string()));
                                                   });
            if (!fits)
                report(at, "is not of the type " + json_text(*type));
        }
        if (const auto* same = rules.if_contains("const"); same != nullptr && *same != value)
            report(at, "is not " + json_text(*same));
        if (const auto* choices = rules.if_contains("enum"))
            if (std::find(choices->as_array().begin(), choices->as_array().end(), value) == choices->as_array().end())
                report(at, "is not one of the choices");
        if (const auto* text = value.if_string()) {
            const auto length = static_cast<double>(plain_text_length(std::string_view(*text)).value_or(0));
            within(rules, "minLength", "maxLength", length, at);
            if (const auto* pattern = rules.if_contains("pattern"); pattern != nullptr && !matches(pattern->as_string(), *text))
                report(at, "does not look like " + std::string(pattern->as_string()));
        }
        if (value.is_number())
            within(rules, "minimum", "maximum", value.to_number<double>(), at);
    }

    void within(const json::object& rules, const char* least, const char* most, double value, const std::string& at)
    {
        if (const auto* bound = rules.if_contains(least); bound != nullptr && value < bound->to_number<double>())
            report(at, std::string("is below ") + least + " " + json_text(*bound));
        if (const auto* bound = rules.if_contains(most); bound != nullptr && value > bound->to_number<double>())
            report(at, std::string("is above ") + most + " " + json_text(*bound));
    }

    void check_object(const json::object& rules, const json::object& members, const std::string& at)
    {
        if (const auto* required = rules.if_contains("required"))
            for (const auto& name : required->as_array())
                if (!members.contains(name.as_string()))
                    report(at, "lacks " + std::string(name.as_string()));
        const auto* properties = rules.if_contains("properties");
        const auto* others = rules.if_contains("additionalProperties");
        for (const auto& member : members) {
            const auto where = at + "/" + std::string(member.key());
            const auto* rule = properties == nullptr ? nullptr : properties->as_object().if_contains(member.key());
            if (rule != nullptr)
                check(*rule, member.value(), where);
            else if (others != nullptr)
                check(*others, member.value(), where);
        }
    }

    void check_array(const json::object& rules, const json::array& items, const std::string& at)
    {
        within(rules, "minItems", "maxItems", static_cast<double>(items.size()), at);
        if (const auto* each = rules.if_contains("items"))
            for (std::size_t index = 0; index < items.size(); ++index)
                check(*each, items[index], at + "/" + std::to_string(index));
        const auto* unique = rules.if_contains("uniqueItems");
        if (unique == nullptr || !unique->is_bool() || !unique->as_bool())
            return;
        std::set<std::string> seen;
        for (const auto& item : items)
            if (!seen.insert(json_text(item)).second)
                report(at, "holds the same twice");
    }

    const json::value& root_;
    std::vector<std::string> findings_;
    int nesting_ = 0;
};

} // namespace

std::vector<std::string> schema_findings(const json::value& schema, const json::value& document)
{
    Checking checking(schema);
    checking.check(schema, document, "");
    return checking.take();
}

} // namespace etabli::content
