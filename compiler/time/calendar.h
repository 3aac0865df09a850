// Working days and hours, holidays, and arithmetic with working time.
#pragma once

#include "time/counted.h"
#include "time/instant.h"
#include "time/written.h"
#include "time/zone.h"

#include <bitset>
#include <optional>
#include <vector>

namespace planc {

/// Which days are worked. Weekdays count from 0 = Monday.
struct Calendar {
    /// All results lie in these days; what would lie outside stays at the edge.
    static constexpr Date first_day{std::chrono::local_days{std::chrono::year{1} / 1 / 1}};
    static constexpr Date last_day{std::chrono::local_days{std::chrono::year{9999} / 12 / 31}};

    Zone zone;
    std::bitset<7> working_weekdays{0b0011111};
    std::vector<DateRange> holidays;     ///< any order; not worked even on a working weekday
    std::vector<DateRange> make_up_days; ///< any order; worked whatever else says
    ClockRange hours{0, 1440};           ///< working hours; they do not change how long work takes
    std::optional<Counted> counted;      ///< of a plan without dates: how its days are called

    /// Sorts and joins the ranges; call once after filling, before anything below. Only then may it be used, by any
    /// number of threads.
    void prepare();

    bool is_working_day(Date date) const;
    Date date_of(Instant instant) const;     ///< the local day that holds the instant
    Instant begin_of(Date date) const;       ///< local midnight at its start (the first instant of the day)
    bool is_midnight(Instant instant) const; ///< the first instant of a local day

    /// The first instant not before `instant` that lies in a working day. If no day within 10 years is worked,
    /// `instant`.
    Instant next_working(Instant instant) const;
    /// The last instant not after `instant` that is the end of some working time (so a midnight after a working day
    /// stays).
    Instant previous_working(Instant instant) const;

    /// Where a span of this length that starts at `start` ends. Elapsed whole days from a local midnight are calendar
    /// days (so they end at a midnight even when a clock change lies between); other elapsed times are real minutes.
    /// Working time counts on the working-day axis and ends at the end of a working day rather than the start of the
    /// next. A length of nothing ends where it starts. If there are too few working days left, the last of them is the
    /// end.
    Instant advance(Instant start, Duration duration) const;
    /// Where a span of this length that ends at `end` starts: the latest start that `advance` takes to `end` or before.
    /// Whole elapsed days back from a local midnight are calendar days here too, though a clock set back would leave
    /// room.
    Instant retreat(Instant end, Duration duration) const;
    /// `instant` moved by a lag, forward or (negative) back. Forward it is an end: three working days after a Friday
    /// began, a Tuesday ends; where work is to start then, ask `next_working`.
    Instant shift(Instant instant, Duration lag) const;

    /// True if no weekday after this one (1 = Monday) is worked: a span up to it is a week of work.
    bool ends_week(int day) const {
        for (int next = day; next < 7; ++next)
            if (working_weekdays.test(static_cast<std::size_t>(next))) return false;
        return true;
    }

    /// Working days in [begin, end), in minutes of the working axis; none if the end is not after the beginning.
    Duration working_between(Instant begin, Instant end) const;

    /// From `first` up to the next stretch, days are worked as the weekdays say, or all of them, or none.
    struct Stretch {
        enum class Days : std::uint8_t { weekdays, all, none };
        Date first{};
        Days days = Days::weekdays;
        std::int64_t worked_before = 0; ///< working days before `first`, from some zero (may be negative)
    };
    std::vector<Stretch> stretches; ///< made by `prepare`, in order; the first begins at the calendar's first day
};

} // namespace planc
