// Working days and hours, holidays, and arithmetic with working time.
#pragma once

#include "time/instant.h"
#include "time/written.h"
#include "time/zone.h"

#include <bitset>
#include <vector>

namespace planc {

/// Which days are worked. Weekdays count from 0 = Monday.
struct Calendar {
    Zone zone;
    std::bitset<7> working_weekdays{0b0011111};
    std::vector<DateRange> holidays;     ///< any order; not worked even on a working weekday
    std::vector<DateRange> make_up_days; ///< any order; worked whatever else says
    ClockRange hours{0, 1440};           ///< working hours; they do not change how long work takes

    /// Sorts and joins the ranges; call once after filling, before anything below.
    void prepare();

    bool is_working_day(Date date) const;
    Date date_of(Instant instant) const;       ///< the local day that holds the instant
    Instant begin_of(Date date) const;         ///< local midnight at its start (the first instant of the day)
    bool is_midnight(Instant instant) const;   ///< the first instant of a local day

    /// The first instant not before `instant` that lies in a working day. If no day within 10 years is worked, `instant`.
    Instant next_working(Instant instant) const;
    /// The last instant not after `instant` that is the end of some working time (so a midnight after a working day stays).
    Instant previous_working(Instant instant) const;

    /// Where a span of this length that starts at `start` ends. Elapsed whole days from a local midnight are calendar days
    /// (so they end at a midnight even when a clock change lies between); other elapsed times are real minutes.
    /// Working time counts on the working-day axis and ends at the end of a working day rather than the start of the next.
    Instant advance(Instant start, Duration duration) const;
    /// Where a span of this length that ends at `end` starts: the latest start that `advance` takes to `end` or before.
    Instant retreat(Instant end, Duration duration) const;
    /// `instant` moved by a lag, forward or (negative) back.
    Instant shift(Instant instant, Duration lag) const;

    /// Working days in [begin, end), in minutes of the working axis.
    Duration working_between(Instant begin, Instant end) const;
};

} // namespace planc
