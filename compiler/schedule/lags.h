// How a bound on one end of a piece of work moves over a length or a lag, forward and back.
#pragma once

#include "time/calendar.h"

namespace planc {

/// Before everything: nothing bounds this.
inline constexpr Instant unbounded = Instant::min();
/// After everything: nobody knows when this is.
inline constexpr Instant unknown = Instant::max();

/// `bound` moved by a lag; unbounded and unknown stay.
Instant lagged(const Calendar& calendar, Instant bound, Duration lag);

/// The earliest start of a span of this length that ends at `end` or later. Where work in working days is to end after
/// a time off, it ends with the next working day.
Instant start_to_end_at(const Calendar& calendar, Instant end, Duration length);

/// The latest instant that the lag takes to `bound` or before.
Instant latest_before_lag(const Calendar& calendar, Instant bound, Duration lag);

/// The last instant not after `instant` in which work by the working day can start.
Instant latest_working_start(const Calendar& calendar, Instant instant);

} // namespace planc
