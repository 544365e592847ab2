// SPDX-License-Identifier: EUPL-1.2
// base/fields.cpp

#include "base/fields.hpp"

#include <cmath>

namespace etabli {

void decode_text(const json::value& source, std::string& target, Bounds bounds, Decoding& decoding)
{
    const auto* text = source.if_string();
    if (text == nullptr)
        return decoding.report("field.wrong_type");
    const std::string_view bytes(*text);
    if (decoding.trusted()) {
        target.assign(bytes);
        return;
    }
    const auto length = plain_text_length(bytes);
    if (!length)
        return decoding.report("text.not_plain");
    if (static_cast<std::int64_t>(*length) > bounds.max)
        return decoding.report("text.too_long", bounds.max);
    // Blank is empty: a title of three spaces is no title.
    const auto written = plain_text_length(trimmed(bytes));
    if (static_cast<std::int64_t>(*written) < bounds.min) {
        if (*written == 0)
            return decoding.report("field.required");
        return decoding.report("text.too_short", bounds.min);
    }
    target.assign(bytes);
}

void decode_integer(const json::value& source, std::int64_t& target, Bounds bounds, Decoding& decoding)
{
    if (!source.is_number())
        return decoding.report("field.wrong_type");
    boost::system::error_code error;
    const auto value = source.to_number<std::int64_t>(error);
    if (error)
        return decoding.report("field.wrong_type");
    if (!decoding.trusted() && (value < bounds.min || value > bounds.max))
        return decoding.report("number.out_of_range", value < bounds.min ? bounds.min : bounds.max);
    target = value;
}

void decode_real(const json::value& source, double& target, Decoding& decoding)
{
    if (!source.is_number())
        return decoding.report("field.wrong_type");
    boost::system::error_code error;
    const auto value = source.to_number<double>(error);
    if (error || !std::isfinite(value))
        return decoding.report("number.out_of_range");
    target = value;
}

Result<json::value> parse_json(std::string_view text)
{
    json::parse_options options;
    options.max_depth = json_depth_max;
    boost::system::error_code error;
    auto value = json::parse(json::string_view(text.data(), text.size()), error, {}, options);
    if (error == json::error::too_deep)
        return Problem("request.too_deep");
    if (error)
        return Problem("request.body_not_json", error.message());
    return value;
}

std::string json_text(const json::value& value)
{
    return json::serialize(value);
}

namespace {

void write_indented(const json::value& value, std::string& out, std::size_t depth)
{
    const auto new_line = [&](std::size_t at) {
        out.push_back('\n');
        out.append(at * 2, ' ');
    };
    if (const auto* members = value.if_object(); members != nullptr && !members->empty()) {
        out.push_back('{');
        bool first = true;
        for (const auto& member : *members) {
            if (!std::exchange(first, false))
                out.push_back(',');
            new_line(depth + 1);
            out += json::serialize(json::value(member.key()));
            out += ": ";
            write_indented(member.value(), out, depth + 1);
        }
        new_line(depth);
        out.push_back('}');
    } else if (const auto* items = value.if_array(); items != nullptr && !items->empty()) {
        out.push_back('[');
        bool first = true;
        for (const auto& item : *items) {
            if (!std::exchange(first, false))
                out.push_back(',');
            new_line(depth + 1);
            write_indented(item, out, depth + 1);
        }
        new_line(depth);
        out.push_back(']');
    } else {
        out += json::serialize(value);
    }
}

} // namespace

std::string json_text_indented(const json::value& value)
{
    std::string out;
    write_indented(value, out, 0);
    out.push_back('\n');
    return out;
}

} // namespace etabli
