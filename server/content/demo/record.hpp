// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/record.hpp
//
// One record of the demonstration's files, read with its days as ours and its sentences as people say days.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "server/content/demo/calendar.hpp"

namespace etabli::content::demo {

class Record {
public:
    Record(const boost::json::value& value, const StoryCalendar& calendar) : value_(&value), calendar_(&calendar) { }

    /// A sentence, its codes of months said as days; "" when there is none.
    std::string text(std::string_view name) const;
    /// A key or a code, as it stands.
    std::string code(std::string_view name) const;
    bool has(std::string_view name) const;
    bool truth(std::string_view name) const;
    std::int64_t number(std::string_view name) const;
    double real(std::string_view name) const;
    /// `pack.invalid` when there is none.
    Result<Date> day(std::string_view name) const;
    Result<std::optional<Date>> day_if_any(std::string_view name) const;
    /// The last day of what runs until a month.
    Result<std::optional<Date>> until_if_any(std::string_view name) const;

    /// A record within; an empty one when there is none.
    Record of(std::string_view name) const;
    /// The records of a list, or of the `items` of a record; none when there is none.
    std::vector<Record> list(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
    std::vector<std::string> codes(std::string_view name) const;

    const boost::json::value& value() const { return *value_; }
    const StoryCalendar& calendar() const { return *calendar_; }

private:
    const boost::json::value* find(std::string_view name) const;

    const boost::json::value* value_;
    const StoryCalendar* calendar_;
};

} // namespace etabli::content::demo
