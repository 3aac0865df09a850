// Days of a plan that has no dates yet, counted from the day everything is relative to.
#pragma once

#include "time/instant.h"

#include <cstdint>
#include <string>

namespace planc {

/// Stands in for the day that is not known: a Monday, in a year no plan is made for.
inline constexpr Date nominal_day{std::chrono::local_days{std::chrono::year{2001} / 1 / 1}};

/// How days are called while there are no dates.
struct Counted {
    Date origin = nominal_day; ///< the day `T`, the first of week 1
    bool weeks = false;        ///< `W3` where it can be said, else `T+14d`

    std::int64_t days_to(Date date) const { return (date - origin).count(); } ///< negative before `origin`
};

/// A day as week and day, both from 1; only for days from the origin on.
struct CountedDay {
    std::int64_t week = 1;
    int day = 1;
};
CountedDay counted_day(const Counted& counted, Date date);

/// `T`, `T-7d`, `T+14d`
std::string format_from_origin(const Counted& counted, Date date);
/// As findings and charts say it: `T-7d`; with weeks `W3 D2`.
std::string format_counted(const Counted& counted, Date date);

} // namespace planc
