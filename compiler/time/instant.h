// Points and lengths of time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace planc {

/// A point in time, in minutes of UTC.
using Instant = std::chrono::sys_time<std::chrono::minutes>;
/// What a clock on the plan's wall shows.
using LocalTime = std::chrono::local_time<std::chrono::minutes>;
/// A day of the plan's calendar.
using Date = std::chrono::local_days;
using std::chrono::minutes;

/// A length of time. Elapsed: real minutes. Working: minutes on the axis that joins the working days, 1440 each,
/// and leaves the others out, so `3wd` is 4320.
struct Duration {
    std::int64_t count = 0;
    bool working = false;

    bool operator==(const Duration&) const = default;
};

inline constexpr std::int64_t minutes_per_day = 1440;

/// Half-open, [begin, end).
struct Interval {
    Instant begin;
    Instant end;

    bool operator==(const Interval&) const = default;
    bool empty() const { return end <= begin; }
    bool contains(Instant instant) const { return begin <= instant && instant < end; }
    /// True if they share a minute; an empty interval shares none.
    bool overlaps(const Interval& other) const {
        return begin < other.end && other.begin < end && !empty() && !other.empty();
    }
};

/// `2025-12-08`
std::string format_date(Date date);
/// `2025-12-08 22:00`
std::string format_local(LocalTime time);
/// `2d 3h`, `45m`, `3wd`, `0m`; the shortest exact form with units w d h m (weeks only when whole), negative with `-`.
std::string format_duration(Duration duration);

} // namespace planc
