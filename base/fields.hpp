// SPDX-License-Identifier: EUPL-1.2
// base/fields.hpp
//
// Field tables: one constexpr tuple per wire type, from which come its JSON (both ways), its errors (all of
// them, each with a JSON pointer), its schema in api/openapi.yaml and its columns in the database. A type
// becomes describable by specialising Describe<T>; an enum by specialising Names<E>. See docs/adr/0004.

#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include <boost/json.hpp>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"

namespace etabli {

/// Bounds of a field: code points of a text, items of a list, or the value of a number.
struct Bounds {
    std::int64_t min = 0;
    std::int64_t max = 4000; // a long paragraph, about one A4 page: what fits a screen field
};

/// A day, an id or a code never needs more; titles and names.
inline constexpr Bounds one_line { .min = 1, .max = 200 };
inline constexpr Bounds any_text { .min = 0, .max = 4000 };
inline constexpr Bounds some_text { .min = 1, .max = 4000 };

template <class Owner, class Member>
struct Field {
    std::string_view name;
    Member Owner::*member;
    Bounds bounds;
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view name, Member Owner::*member, Bounds bounds = {})
{
    return { name, member, bounds };
}

/// Specialise with `static constexpr std::string_view name` and `static constexpr auto fields = std::tuple { … }`.
template <class T>
struct Describe;

/// Specialise with `static constexpr std::array table { std::pair { E::One, std::string_view("one") }, … }`.
template <class E>
struct Names;

template <class T>
concept Described = requires
{
    Describe<T>::fields;
};
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires
{
    Names<E>::table;
};

template <NamedEnum E>
constexpr std::string_view name_of(E value)
{
    for (const auto& [known, name] : Names<E>::table)
        if (known == value)
            return name;
    return {};
}

template <NamedEnum E>
std::optional<E> enum_from(std::string_view text)
{
    for (const auto& [known, name] : Names<E>::table)
        if (name == text)
            return known;
    return std::nullopt;
}

namespace detail {
template <class T>
struct IsOptional : std::false_type {
};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {
};
template <class T>
struct IsVector : std::false_type {
};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {
};
template <class T>
struct IsId : std::false_type {
};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {
};
} // namespace detail

template <class T>
inline constexpr bool is_optional = detail::IsOptional<T>::value;
template <class T>
inline constexpr bool is_vector = detail::IsVector<T>::value;
template <class T>
inline constexpr bool is_id = detail::IsId<T>::value;

/// Calls `visit` with each Field of T, in order.
template <Described T, class Visit>
constexpr void for_each_field(Visit&& visit)
{
    std::apply([&](const auto&... each) { (visit(each), ...); }, Describe<T>::fields);
}

// ---- Encoding ---------------------------------------------------------------------------------------

template <class T>
json::value to_json(const T& value)
{
    if constexpr (std::is_same_v<T, json::value>) {
        return value;
    } else if constexpr (std::is_same_v<T, json::object> || std::is_same_v<T, json::array>) {
        return json::value(value);
    } else if constexpr (std::is_same_v<T,
                             bool> || std::is_same_v<T, double> || std::is_same_v<T, std::int64_t> || std::is_same_v<T, int>) {
        return json::value(value);
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
        return json::value(json::string_view(value.data(), value.size()));
    } else if constexpr (is_optional<T>) {
        return value ? to_json(*value) : json::value(nullptr);
    } else if constexpr (is_vector<T>) {
        json::array items;
        items.reserve(value.size());
        for (const auto& item : value)
            items.push_back(to_json(item));
        return items;
    } else if constexpr (NamedEnum<T>) {
        const auto name = name_of(value);
        return json::value(json::string_view(name.data(), name.size()));
    } else if constexpr (Described<T>) {
        json::object members;
        for_each_field<T>([&](const auto& each) {
            members.emplace(json::string_view(each.name.data(), each.name.size()), to_json(value.*each.member));
        });
        return members;
    } else {
        return json::value(value.text()); // Id, Date, Instant
    }
}

// ---- Decoding ---------------------------------------------------------------------------------------

/// Where we are in a request, and all that is wrong with it so far.
class Decoding {
public:
    /// Our own database is read back as it is: bounds may have been narrowed since, fields added or dropped, and
    /// nothing that was once accepted may be lost for it. What cannot be the type at all is still reported.
    enum class Source { Request, OwnDatabase };

    explicit Decoding(Source source = Source::Request) : trusted_(source == Source::OwnDatabase) { }

    bool trusted() const { return trusted_; }
    void report(ProblemCode code) { problems_.push_back({ pointer_, code }); }
    void report(ProblemCode code, std::int64_t bound) { problems_.push_back({ pointer_, code, bound }); }
    std::vector<FieldProblem> take_problems() { return std::move(problems_); }
    bool clean() const { return problems_.empty(); }

    template <class Step, class Within>
    void in(const Step& step, Within&& within)
    {
        const auto length = pointer_.size();
        pointer_.push_back('/');
        if constexpr (std::is_integral_v<Step>)
            pointer_ += std::to_string(step);
        else
            pointer_ += step;
        within();
        pointer_.resize(length);
    }

private:
    bool trusted_;
    std::string pointer_;
    std::vector<FieldProblem> problems_;
};

void decode_text(const json::value& source, std::string& target, Bounds bounds, Decoding& decoding);
void decode_integer(const json::value& source, std::int64_t& target, Bounds bounds, Decoding& decoding);
void decode_real(const json::value& source, double& target, Decoding& decoding);

template <class T>
void decode(const json::value& source, T& target, Bounds bounds, Decoding& decoding);

template <Described T>
void decode_record(const json::value& source, T& target, Decoding& decoding)
{
    const auto* members = source.if_object();
    if (members == nullptr)
        return decoding.report("field.wrong_type");
    std::size_t known = 0;
    for_each_field<T>([&](const auto& each) {
        const auto* member = members->if_contains(json::string_view(each.name.data(), each.name.size()));
        using Member = std::decay_t<decltype(target.*each.member)>;
        decoding.in(each.name, [&] {
            if (member != nullptr) {
                ++known;
                decode(*member, target.*each.member, each.bounds, decoding);
            } else if constexpr (!is_optional<Member>) {
                if (!decoding.trusted())
                    decoding.report("field.required");
            }
        });
    });
    if (known == members->size() || decoding.trusted())
        return;
    for (const auto& member : *members) {
        bool expected = false;
        for_each_field<T>([&](const auto& each) { expected |= each.name == std::string_view(member.key()); });
        if (!expected)
            decoding.in(std::string(member.key()), [&] { decoding.report("field.unknown"); });
    }
}

template <class T>
void decode(const json::value& source, T& target, Bounds bounds, Decoding& decoding)
{
    if constexpr (std::is_same_v<T, json::value>) {
        target = source;
    } else if constexpr (std::is_same_v<T, bool>) {
        if (const auto* value = source.if_bool())
            target = *value;
        else
            decoding.report("field.wrong_type");
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        decode_integer(source, target, bounds, decoding);
    } else if constexpr (std::is_same_v<T, int>) {
        std::int64_t wide = 0;
        decode_integer(source, wide, { bounds.min, std::min<std::int64_t>(bounds.max, INT32_MAX) }, decoding);
        target = static_cast<int>(wide);
    } else if constexpr (std::is_same_v<T, double>) {
        decode_real(source, target, decoding);
    } else if constexpr (std::is_same_v<T, std::string>) {
        decode_text(source, target, bounds, decoding);
    } else if constexpr (is_optional<T>) {
        if (source.is_null())
            return target.reset();
        decode(source, target.emplace(), bounds, decoding);
    } else if constexpr (is_vector<T>) {
        const auto* items = source.if_array();
        if (items == nullptr)
            return decoding.report("field.wrong_type");
        if (!decoding.trusted() && static_cast<std::int64_t>(items->size()) > bounds.max)
            return decoding.report("list.too_long", bounds.max);
        if (!decoding.trusted() && static_cast<std::int64_t>(items->size()) < bounds.min)
            return decoding.report("field.required");
        target.resize(items->size());
        for (std::size_t index = 0; index < items->size(); ++index)
            decoding.in(index, [&] {
                if constexpr (std::is_same_v<typename T::value_type, bool>)
                    decoding.report("field.wrong_type");
                else
                    decode((*items)[index], target[index], {}, decoding);
            });
    } else if constexpr (NamedEnum<T>) {
        const auto* text = source.if_string();
        const auto value = text == nullptr ? std::nullopt : enum_from<T>(std::string_view(*text));
        if (value)
            target = *value;
        else
            decoding.report(text == nullptr ? ProblemCode("field.wrong_type") : ProblemCode("choice.unknown"));
    } else if constexpr (Described<T>) {
        decode_record(source, target, decoding);
    } else {
        const auto* text = source.if_string();
        const auto value = text == nullptr ? std::nullopt : T::parse(std::string_view(*text));
        if (value)
            target = *value;
        else if constexpr (is_id<T>)
            decoding.report("id.invalid");
        else
            decoding.report("date.invalid");
    }
}

/// A T, or every problem of the record at once.
template <class T>
Result<T> from_json(const json::value& source, Bounds bounds = {})
{
    Decoding decoding;
    T target {};
    decode(source, target, bounds, decoding);
    if (!decoding.clean())
        return Problem::of_fields(decoding.take_problems());
    return target;
}

/// How deep and how large a document we read; deeper ones are somebody's attempt to exhaust the stack.
inline constexpr std::size_t json_depth_max = 24;

Result<json::value> parse_json(std::string_view text);
std::string json_text(const json::value& value);
/// Two-space indentation, for files that people read.
std::string json_text_indented(const json::value& value);

// ---- Schema -----------------------------------------------------------------------------------------

/// The schemas of every described type met, by name, as OpenAPI 3.1 wants them under components.
class Schemas {
public:
    template <class T>
    json::value of(Bounds bounds = {});

    const std::map<std::string, json::value>& by_name() const { return by_name_; }

private:
    std::map<std::string, json::value> by_name_;
};

template <class T>
json::value Schemas::of(Bounds bounds)
{
    if constexpr (std::is_same_v<T, json::value>) {
        return json::object();
    } else if constexpr (std::is_same_v<T, json::object>) {
        return json::object { { "type", "object" } };
    } else if constexpr (std::is_same_v<T, bool>) {
        return json::object { { "type", "boolean" } };
    } else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, std::int64_t>) {
        return json::object { { "type", "integer" }, { "minimum", bounds.min }, { "maximum", bounds.max } };
    } else if constexpr (std::is_same_v<T, double>) {
        return json::object { { "type", "number" } };
    } else if constexpr (std::is_same_v<T, std::string>) {
        return json::object { { "type", "string" }, { "minLength", bounds.min }, { "maxLength", bounds.max } };
    } else if constexpr (is_optional<T>) {
        return json::object { { "anyOf",
            json::array { of<typename T::value_type>(bounds), json::object { { "type", "null" } } } } };
    } else if constexpr (is_vector<T>) {
        return json::object { { "type", "array" }, { "items", of<typename T::value_type>() }, { "minItems", bounds.min },
            { "maxItems", bounds.max } };
    } else if constexpr (NamedEnum<T>) {
        json::array names;
        for (const auto& [value, name] : Names<T>::table)
            names.emplace_back(json::string_view(name.data(), name.size()));
        return json::object { { "type", "string" }, { "enum", names } };
    } else if constexpr (Described<T>) {
        const std::string name(Describe<T>::name);
        if (!by_name_.contains(name)) {
            by_name_[name] = nullptr; // a type that holds itself refers to the name
            json::object properties;
            json::array required;
            for_each_field<T>([&](const auto& each) {
                using Member = std::decay_t<decltype(std::declval<T>().*each.member)>;
                const json::string_view key(each.name.data(), each.name.size());
                properties[key] = of<Member>(each.bounds);
                if (!is_optional<Member>)
                    required.emplace_back(key);
            });
            by_name_[name] = json::object { { "type", "object" }, { "additionalProperties", false },
                { "properties", properties }, { "required", required } };
        }
        return json::object { { "$ref", "#/components/schemas/" + name } };
    } else if constexpr (is_id<T>) {
        return json::object { { "type", "string" }, { "pattern", "^[0-9a-hjkmnp-tv-z]{26}$" } };
    } else if constexpr (std::is_same_v<T, Date>) {
        return json::object { { "type", "string" }, { "format", "date" } };
    } else {
        return json::object { { "type", "string" }, { "format", "date-time" } };
    }
}

} // namespace etabli
