// Dates and clock times in whatever way they are written, with what each part says.
#pragma once

#include "time/plain.h"

namespace planc {

struct LooseDate {
    int year = 0;
    int month = 0;
    int day = 0;

    bool operator==(const LooseDate&) const = default;
};

/// Parts that are not written are -1.
struct LooseMoment {
    int year = -1;
    int month = -1;
    int day = -1;
    int hour = -1;
    int minute = -1;
    int second = -1;
    /// Each date that three numbers can be, `8/12/2025` or `25-12-08`; the first is the one above.
    std::vector<LooseDate> readings;
    bool past_midnight = false; ///< `晚上12点`: the hour, from 24 on, is counted from the midnight before
    bool zone = false;
    std::size_t date_begin = 0, date_end = 0;
    std::size_t day_begin = 0, day_end = 0; ///< of the day's number, or all of the date where it has no own place
    std::size_t month_begin = 0, month_end = 0;
    std::size_t clock_begin = 0, clock_end = 0;
    std::size_t zone_begin = 0, zone_end = 0;
    std::size_t end = 0; ///< of all that was read

    bool has_date() const { return month >= 0; }
    bool has_clock() const { return hour >= 0; }
};

enum class Expected : std::uint8_t { date, clock, date_or_clock };

/// Reads what stands at `begin` of the plain text, up to `end`, as far as it is a date or a clock time or both.
LooseMoment read_loose_moment(const Plain& plain, std::size_t begin, std::size_t end, Expected expected);

} // namespace planc
