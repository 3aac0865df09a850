// Arithmetic on the two axes of time: real minutes, and the axis that joins the working days.
#include "time/calendar.h"

#include "time/working_days.h"

#include <algorithm>

namespace planc {
namespace {

using std::chrono::days;

/// More than first_day to last_day, so that no sum below overflows.
constexpr std::int64_t longest = std::int64_t{11000} * 366 * minutes_per_day;
constexpr days longest_search{3653};

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

Date edge(Date date) { return std::clamp(date, Calendar::first_day, Calendar::last_day + days{1}); }

Instant edge(const Calendar& calendar, Instant instant) {
    return std::clamp(instant, calendar.begin_of(Calendar::first_day), calendar.begin_of(Calendar::last_day + days{1}));
}

/// The clock's minute of `date` at `instant`, which lies in it: the least minute that shows the instant or, in the
/// second pass of an hour that comes twice, the last minute of the first pass.
std::int64_t minute_of(const Calendar& calendar, Date date, Instant instant) {
    const auto at = [&](std::int64_t minute) { return calendar.zone.to_instant(LocalTime{date} + minutes{minute}); };
    const auto shown = (calendar.zone.to_local(instant) - date).count();
    if (shown > 0 && shown < minutes_per_day && at(shown) == instant && at(shown - 1) == instant - minutes{1})
        return shown;
    std::int64_t low = 0;
    std::int64_t high = minutes_per_day;
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (at(middle) < instant)
            low = middle + 1;
        else
            high = middle;
    }
    return at(low) == instant || low == 0 ? low : low - 1;
}

/// Where an instant lies on the working axis.
std::int64_t position(const Calendar& calendar, Instant instant) {
    const Date date = calendar.date_of(instant);
    const auto begin = working_days_before(calendar, date) * minutes_per_day;
    return calendar.is_working_day(date) ? begin + minute_of(calendar, date, instant) : begin;
}

Instant advance_working(const Calendar& calendar, Instant start, std::int64_t count) {
    const auto target = position(calendar, start) + count;
    const auto number = floor_divide(target - 1, minutes_per_day);
    if (const auto date = working_day(calendar, number))
        return edge(calendar, calendar.zone.to_instant(LocalTime{*date} + minutes{target - number * minutes_per_day}));
    const auto last = working_day(calendar, working_days_before(calendar, Calendar::last_day + days{1}) - 1);
    return last ? std::max(start, calendar.begin_of(*last + days{1})) : start;
}

Instant retreat_working(const Calendar& calendar, Instant end, std::int64_t count) {
    const auto target = position(calendar, end) - count;
    const auto number = floor_divide(target, minutes_per_day);
    if (const auto date = working_day(calendar, number))
        return edge(calendar, calendar.zone.to_instant(LocalTime{*date} + minutes{target - number * minutes_per_day}));
    const auto first = working_day(calendar, working_days_before(calendar, Calendar::first_day));
    return first ? std::min(end, calendar.begin_of(*first)) : end;
}

} // namespace

Date Calendar::date_of(Instant instant) const {
    const Date date = edge(std::chrono::floor<days>(zone.to_local(instant)));
    // A clock set back over midnight shows the day before once more; the new day has begun all the same.
    return begin_of(date + days{1}) <= instant ? edge(date + days{1}) : date;
}

Instant Calendar::begin_of(Date date) const { return zone.to_instant(LocalTime{edge(date)}); }

bool Calendar::is_midnight(Instant instant) const { return begin_of(date_of(instant)) == instant; }

Instant Calendar::next_working(Instant instant) const {
    const Date date = date_of(instant);
    if (is_working_day(date)) return instant;
    const auto next = working_day(*this, working_days_before(*this, date));
    return next && *next - date <= longest_search ? begin_of(*next) : instant;
}

Instant Calendar::previous_working(Instant instant) const {
    const Date date = date_of(instant - minutes{1});
    if (is_working_day(date)) return instant;
    const auto previous = working_day(*this, working_days_before(*this, date) - 1);
    return previous && date - *previous <= longest_search ? begin_of(*previous + days{1}) : instant;
}

Instant Calendar::advance(Instant start, Duration duration) const {
    const auto count = std::clamp(duration.count, -longest, longest);
    if (count < 0) return retreat(start, {-count, duration.working});
    if (count == 0) return start;
    if (duration.working) return advance_working(*this, start, count);
    if (count % minutes_per_day == 0 && is_midnight(start))
        return begin_of(date_of(start) + days{count / minutes_per_day});
    return edge(*this, start + minutes{count});
}

Instant Calendar::retreat(Instant end, Duration duration) const {
    const auto count = std::clamp(duration.count, -longest, longest);
    if (count < 0) return advance(end, {-count, duration.working});
    if (count == 0) return end;
    if (duration.working) return retreat_working(*this, end, count);
    const Instant exact = edge(*this, end - minutes{count});
    if (count % minutes_per_day != 0) return exact;
    Date date = date_of(end) - days{count / minutes_per_day};
    // Where a zone left out a whole day, that day begins with the next one.
    while (date > first_day && advance(begin_of(date), {count, false}) > end) date -= days{1};
    const Instant midnight = begin_of(date);
    if (is_midnight(end)) return midnight;
    // From a midnight, days are counted by the calendar, so an exact start there may end too late.
    const Instant start = advance(exact, {count, false}) > end ? exact - minutes{1} : exact;
    return std::max(start, midnight);
}

Instant Calendar::shift(Instant instant, Duration lag) const { return advance(instant, lag); }

Duration Calendar::working_between(Instant begin, Instant end) const {
    return {end <= begin ? 0 : std::max<std::int64_t>(0, position(*this, end) - position(*this, begin)), true};
}

} // namespace planc
