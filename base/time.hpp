// SPDX-License-Identifier: EUPL-1.2
// base/time.hpp
//
// Days and instants. A Date is a day of the Gregorian calendar; an Instant is a second of UTC. The clock is
// an argument: nothing below the server asks the system what time it is.

#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace etabli {

/// A calendar day, 0001-01-01 to 9999-12-31, written YYYY-MM-DD.
class Date {
public:
    Date() = default;
    explicit Date(std::chrono::sys_days day) : day_(day) { }
    static std::optional<Date> parse(std::string_view text);

    std::string text() const;
    std::chrono::sys_days day() const { return day_; }
    Date plus_days(int days) const { return Date(day_ + std::chrono::days(days)); }
    Date plus_months(int months) const;
    int days_until(Date later) const { return static_cast<int>((later.day_ - day_).count()); }
    auto operator<=>(const Date&) const = default;

private:
    std::chrono::sys_days day_ {};
};

/// A second of UTC, written YYYY-MM-DDTHH:MM:SSZ.
class Instant {
public:
    Instant() = default;
    explicit Instant(std::chrono::sys_seconds at) : at_(at) { }
    static std::optional<Instant> parse(std::string_view text);

    std::string text() const;
    std::chrono::sys_seconds at() const { return at_; }
    /// The day it is in France at that instant (Europe/Paris: UTC+1, UTC+2 in summer).
    Date day_in_paris() const;
    Instant plus(std::chrono::seconds duration) const { return Instant(at_ + duration); }
    auto operator<=>(const Instant&) const = default;

private:
    std::chrono::sys_seconds at_ {};
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    Date today() const { return now().day_in_paris(); }
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// For tests and for the demonstration: says what it was told.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : at_(at) { }
    Instant now() const override { return at_; }
    void set(Instant at) { at_ = at; }

private:
    Instant at_;
};

} // namespace etabli
