// Lengths and lags, forward and back. Going back is exact: what is not too late by it is not too late.
#include "schedule/lags.h"

#include <algorithm>

namespace planc {

Instant lagged(const Calendar& calendar, Instant bound, Duration lag) {
    if (lag.count == 0 || bound == unbounded || bound == unknown) return bound;
    return calendar.shift(bound, lag);
}

Instant start_to_end_at(const Calendar& calendar, Instant end, Duration length) {
    if (length.count == 0) return end;
    const Instant start = calendar.retreat(end, length);
    if (calendar.advance(start, length) >= end) return start;
    if (!length.working) return start + minutes{1};
    const Date day = calendar.date_of(calendar.next_working(end));
    return calendar.retreat(calendar.begin_of(day + std::chrono::days{1}), length);
}

Instant latest_before_lag(const Calendar& calendar, Instant bound, Duration lag) {
    if (lag.count == 0) return bound;
    if (lag.count > 0) return calendar.retreat(bound, lag);
    const Duration lead{-lag.count, lag.working};
    const Instant latest = calendar.advance(bound + minutes{1}, lead) - minutes{1};
    return lag.working ? latest : std::max(latest, calendar.advance(bound, lead));
}

Instant latest_working_start(const Calendar& calendar, Instant instant) {
    if (calendar.next_working(instant) == instant) return instant;
    return calendar.previous_working(instant) - minutes{1};
}

} // namespace planc
