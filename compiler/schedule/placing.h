// Puts written instants on the calendar.
#pragma once

#include "schedule/schedule.h"

namespace planc {

/// A date or a date with a clock time. A bare date is the start of its day, or the end of it with `inclusive_end`.
/// Tells of a local time that does not exist or exists twice if `findings` is given.
Instant place_absolute(const WrittenInstant& written, const Calendar& calendar, bool inclusive_end,
                       Diagnostics* findings);

/// The first time after `after` at which the clock shows what is written.
Instant place_clock(const WrittenInstant& written, const Calendar& calendar, Instant after, Diagnostics* findings);

/// A relative instant, once its target is placed. `day` is true for a milestone that stands for a whole day: then
/// whole days from it are counted from the start of the day for a start, from its end for an end.
/// Tells of a clock time that does not exist or exists twice if `findings` is given.
Instant place_relative(const WrittenInstant& written, const Calendar& calendar, Interval target, bool day,
                       bool inclusive_end, Diagnostics* findings = nullptr);

/// True if whole days from the milestone mean days: neither an end of it nor hours are asked for.
bool counts_days(const WrittenInstant& written);

/// Looks at every instant of the plan that is no work's.
void check_local_times(const Plan& plan, Diagnostics& findings);

} // namespace planc
