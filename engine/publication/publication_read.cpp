// SPDX-License-Identifier: EUPL-1.2
// engine/publication/publication_read.cpp

#include <algorithm>
#include <cmath>
#include <cstring>

#include <boost/json.hpp>

#include "base/text.hpp"
#include "engine/publication/format.hpp"

namespace etabli::publication {

using disclosure::index;

namespace {

Problem not_whole(std::string_view what)
{
    return Problem("request.invalid", fmt::format("this publication is not whole: {}", what));
}

template <class Number>
Number number_at(std::string_view bytes, std::size_t at)
{
    Number number {};
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

/// Takes what lies next, if there is so much.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : bytes_(bytes) { }

    std::size_t at() const { return at_; }
    /// Where it began; nothing when the bytes end before.
    std::optional<std::size_t> skip(std::uint64_t count, std::uint64_t size = 1)
    {
        const auto left = bytes_.size() - at_;
        if (size != 0 && count > left / size)
            return {};
        const auto start = at_;
        at_ += static_cast<std::size_t>(count * size);
        return start;
    }
    std::optional<std::size_t> skip_padding()
    {
        return skip((format::alignment - at_ % format::alignment) % format::alignment);
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

std::optional<std::int64_t> integer_in(const json::object& header, std::string_view name)
{
    const auto* value = header.if_contains(name);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0)
        return {};
    return value->get_int64();
}

Result<std::vector<std::string>> texts_in(const json::object& header, std::string_view name)
{
    const auto* value = header.if_contains(name);
    if (value == nullptr || !value->is_array())
        return not_whole(name);
    std::vector<std::string> texts;
    for (const auto& each : value->get_array()) {
        if (!each.is_string())
            return not_whole(name);
        texts.emplace_back(each.get_string());
    }
    return texts;
}

Result<std::vector<Item>> items_in(const json::object& header)
{
    const auto* value = header.if_contains("items");
    if (value == nullptr || !value->is_array())
        return not_whole("items");
    std::vector<Item> items;
    for (const auto& each : value->get_array()) {
        const auto* one = each.if_object();
        const auto* id = one == nullptr ? nullptr : one->if_contains("item");
        const auto* sensitive = one == nullptr ? nullptr : one->if_contains("sensitive");
        const auto options = one == nullptr ? std::nullopt : integer_in(*one, "options");
        if (id == nullptr || !id->is_string() || sensitive == nullptr || !sensitive->is_bool() || !options || *options < 1
            || *options > statistics::options_max)
            return not_whole("items");
        items.push_back({ std::string(id->get_string()), static_cast<int>(*options), {}, sensitive->get_bool() });
        if (one->contains("favourable_from")) {
            const auto from = integer_in(*one, "favourable_from");
            if (!from || *from < 1 || *from > *options)
                return not_whole("items");
            items.back().first_favourable = static_cast<int>(*from);
        }
    }
    return items;
}

/// Parents first, the parts of one together.
Result<std::vector<disclosure::Node>> places_in(
    std::string_view bytes, std::size_t at, std::string_view names, std::size_t count)
{
    std::vector<disclosure::Node> places;
    for (std::size_t number = 0; number < count; ++number, at += format::place_bytes) {
        const auto parent = number_at<std::int32_t>(bytes, at);
        const auto length = number_at<std::uint32_t>(bytes, at + sizeof parent);
        const bool is_root = number == 0;
        if (length > names.size() || (is_root ? parent != -1 : parent < 0 || parent >= static_cast<std::int32_t>(number))
            || (number > 1 && parent < places.back().parent))
            return not_whole("places");
        disclosure::Node place { std::string(names.substr(0, length)), is_root ? 0 : places[index(parent)].level + 1, parent };
        names.remove_prefix(length);
        if (!is_root && places[index(parent)].child_count++ == 0)
            places[index(parent)].first_child = static_cast<int>(number);
        places.push_back(std::move(place));
    }
    if (!names.empty())
        return not_whole("places");
    return places;
}

std::optional<float> number_if_said(std::string_view bytes, std::size_t at)
{
    const auto number = number_at<float>(bytes, at);
    return std::isnan(number) ? std::nullopt : std::optional(number);
}

} // namespace

Result<Publication> Publication::read(std::string bytes)
{
    Publication made;
    made.bytes_ = std::move(bytes);
    const std::string_view all = made.bytes_;
    if (!all.starts_with(format::magic))
        return Problem("request.invalid", "this is no publication of a format that is known here");
    Cursor cursor(all);
    cursor.skip(format::magic.size());
    const auto length_at = cursor.skip(1, sizeof(std::uint64_t));
    const auto length = length_at ? number_at<std::uint64_t>(all, *length_at) : 0;
    const auto header_at = length_at ? cursor.skip(length) : std::nullopt;
    if (!header_at)
        return not_whole("header");
    boost::system::error_code error;
    auto header = json::parse(json::string_view(all.data() + *header_at, length), error);
    if (error || !header.is_object())
        return not_whole("header");
    made.header_ = std::move(header.get_object());
    made.levels_ = TRY(texts_in(made.header_, "levels"));
    made.categories_ = TRY(texts_in(made.header_, "categories"));
    made.items_ = TRY(items_in(made.header_));
    const auto places = integer_in(made.header_, "places");
    const auto name_bytes = integer_in(made.header_, "name_bytes");
    const auto open_cells = integer_in(made.header_, "open_cells");
    if (made.levels_.size() < 2 || !places || *places < 1 || !name_bytes || !open_cells
        || made.categories_.size() > disclosure::categories_max)
        return not_whole("header");

    const auto count = static_cast<std::uint64_t>(*places);
    const auto places_at = cursor.skip(count, format::place_bytes);
    const auto names_at = places_at ? cursor.skip(static_cast<std::uint64_t>(*name_bytes)) : std::nullopt;
    const auto open_at = names_at && cursor.skip_padding() ? cursor.skip(count, sizeof(disclosure::Cells)) : std::nullopt;
    if (!open_at)
        return not_whole("places");
    made.places_ = TRY(places_in(all, *places_at, all.substr(*names_at, static_cast<std::size_t>(*name_bytes)), count));
    const auto known = disclosure::all_categories(static_cast<int>(made.categories_.size())) | disclosure::total_cell;
    std::vector<disclosure::Cells> open;
    std::uint64_t open_there = 0;
    for (std::size_t node = 0; node < count; ++node) {
        open.push_back(number_at<disclosure::Cells>(all, *open_at + node * sizeof(disclosure::Cells)));
        if ((open.back() & ~known) != 0 || index(made.places_[node].level) >= made.levels_.size())
            return not_whole("places");
        open_there += static_cast<std::uint64_t>(disclosure::how_many(open.back()));
    }
    if (open_there != static_cast<std::uint64_t>(*open_cells))
        return not_whole("cells");

    const format::RecordLayout layout(made.items_);
    made.item_at_ = layout.item_at;
    made.record_bytes_ = layout.bytes;
    const auto people_at = cursor.skip(open_there, format::people_bytes);
    const auto records_at = people_at ? cursor.skip(open_there, layout.bytes) : std::nullopt;
    if (!records_at)
        return not_whole("cells");
    made.open_ = OpenCells(std::move(open));
    made.people_at_ = *people_at;
    made.records_at_ = *records_at;
    made.signatures_at_ = cursor.at();
    const auto signed_at = cursor.skip(1, sizeof(std::uint64_t));
    const auto signatures = signed_at ? number_at<std::uint64_t>(all, *signed_at) : 0;
    if (!signed_at || signatures > format::signatures_max || !cursor.skip(signatures, format::signature_bytes)
        || cursor.at() != all.size())
        return not_whole("signatures");
    for (std::size_t number = 0; number < signatures; ++number) {
        const auto* at = all.data() + *signed_at + sizeof(std::uint64_t) + number * format::signature_bytes;
        Signature signature;
        std::memcpy(signature.key.data(), at, signature.key.size());
        std::memcpy(signature.bytes.data(), at + signature.key.size(), signature.bytes.size());
        made.signatures_.push_back(signature);
    }
    return made;
}

std::string Publication::identity() const
{
    return sha256_hex(std::string_view(bytes_).substr(0, signatures_at_));
}

std::vector<PublicKey> Publication::signers() const
{
    SignedBytes bytes;
    bytes.add(std::string_view(bytes_).substr(0, signatures_at_));
    std::vector<PublicKey> signers;
    for (const auto& signature : signatures_)
        if (bytes.is_signed_by(signature))
            signers.push_back(signature.key);
    return signers;
}

int Publication::find(std::string_view level, std::string_view name) const
{
    const auto found = std::find_if(places_.begin(), places_.end(),
        [&](const auto& place) { return place.name == name && levels_[index(place.level)] == level; });
    return found == places_.end() ? -1 : static_cast<int>(found - places_.begin());
}

std::int64_t Publication::people(std::size_t rank) const
{
    return number_at<std::uint32_t>(bytes_, people_at_ + rank * format::people_bytes);
}

std::int64_t Publication::headcount(std::size_t rank) const
{
    return number_at<std::uint32_t>(bytes_, people_at_ + rank * format::people_bytes + sizeof(std::uint32_t));
}

std::optional<Shown> Publication::look_up(std::size_t rank, std::size_t item) const
{
    const auto record = records_at_ + rank * record_bytes_;
    if ((static_cast<unsigned char>(bytes_[record + item / 8]) >> item % 8 & 1U) != 0)
        return {};
    auto at = record + item_at_[item];
    Shown shown { .no_answer = number_at<std::uint32_t>(bytes_, at) };
    for (int option = 1; option <= items_[item].options; ++option)
        shown.by_option.push_back(number_at<std::uint32_t>(bytes_, at += sizeof(std::uint32_t)));
    for (auto* number : { &shown.mean, &shown.mean_low, &shown.mean_high, &shown.share, &shown.share_low, &shown.share_high })
        *number = number_if_said(bytes_, at += sizeof(float));
    return shown;
}

} // namespace etabli::publication
