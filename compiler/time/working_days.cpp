// Working days as stretches with running counts.
#include "time/working_days.h"

#include <algorithm>
#include <iterator>

namespace planc {
namespace {

using Stretch = Calendar::Stretch;
using std::chrono::days;

/// Weeks and the weekday of a day, counted from a Monday.
struct WeekDay {
    std::int64_t week;
    unsigned weekday;
};

WeekDay week_day(Date date) {
    // 1970 began on a Thursday.
    const auto day = std::int64_t{date.time_since_epoch().count()} + 3;
    const auto weekday = ((day % 7) + 7) % 7;
    return {(day - weekday) / 7, static_cast<unsigned>(weekday)};
}

std::int64_t worked_in_week_before(const std::bitset<7>& week, unsigned weekday) {
    return static_cast<std::int64_t>((week & std::bitset<7>{(1U << weekday) - 1U}).count());
}

/// Days before `date` that are worked by weekday alone, counted from the Monday before 1970.
std::int64_t weekdays_before(const std::bitset<7>& week, Date date) {
    const auto [number, weekday] = week_day(date);
    return number * static_cast<std::int64_t>(week.count()) + worked_in_week_before(week, weekday);
}

/// The day that is worked by weekday with `weekdays_before` = `number`. `week` is not empty.
Date weekday_number(const std::bitset<7>& week, std::int64_t number) {
    const auto per_week = static_cast<std::int64_t>(week.count());
    const auto in_week = ((number % per_week) + per_week) % per_week;
    unsigned weekday = 0;
    for (std::int64_t seen = 0; !week[weekday] || seen < in_week; ++weekday) seen += week[weekday] ? 1 : 0;
    return Date{days{(number - in_week) / per_week * 7 + weekday - 3}};
}

void sort_and_join(std::vector<DateRange>& ranges) {
    std::erase_if(ranges, [](const DateRange& range) { return range.last < range.first; });
    for (auto& range : ranges) {
        range.first = std::clamp(range.first, Calendar::first_day, Calendar::last_day);
        range.last = std::clamp(range.last, Calendar::first_day, Calendar::last_day);
    }
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (const auto& range : ranges) {
        if (kept > 0 && range.first <= ranges[kept - 1].last + days{1})
            ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        else
            ranges[kept++] = range;
    }
    ranges.resize(kept);
}

/// The stretch that holds `date`; there is one.
const Stretch& stretch_at(const Calendar& calendar, Date date) {
    const auto after = std::upper_bound(calendar.stretches.begin(), calendar.stretches.end(), date,
                                        [](Date wanted, const Stretch& stretch) { return wanted < stretch.first; });
    return after == calendar.stretches.begin() ? calendar.stretches.front() : *std::prev(after);
}

std::int64_t worked_in(const Calendar& calendar, const Stretch& stretch, Date before) {
    switch (stretch.days) {
    case Stretch::Days::all:
        return (before - stretch.first).count();
    case Stretch::Days::none:
        return 0;
    case Stretch::Days::weekdays:
        break;
    }
    return weekdays_before(calendar.working_weekdays, before) -
           weekdays_before(calendar.working_weekdays, stretch.first);
}

void add_stretch(Calendar& calendar, Date first, Stretch::Days kind) {
    auto& stretches = calendar.stretches;
    std::int64_t worked = weekdays_before(calendar.working_weekdays, first);
    if (!stretches.empty()) {
        if (stretches.back().first == first) {
            stretches.back().days = kind;
            return;
        }
        worked = stretches.back().worked_before + worked_in(calendar, stretches.back(), first);
    }
    stretches.push_back({first, kind, worked});
}

} // namespace

void Calendar::prepare() {
    sort_and_join(holidays);
    sort_and_join(make_up_days);
    stretches.clear();
    add_stretch(*this, first_day, Stretch::Days::weekdays);
    // Every day at which something begins or ends to hold, in order; make-up days win over holidays.
    std::size_t holiday = 0;
    std::size_t make_up = 0;
    for (Date day = first_day;;) {
        while (holiday < holidays.size() && holidays[holiday].last < day) ++holiday;
        while (make_up < make_up_days.size() && make_up_days[make_up].last < day) ++make_up;
        Date next = last_day + days{1};
        const auto look = [&](const std::vector<DateRange>& ranges, std::size_t at) {
            if (at == ranges.size()) return false;
            const bool holds = ranges[at].first <= day;
            next = std::min(next, holds ? ranges[at].last + days{1} : ranges[at].first);
            return holds;
        };
        const bool off = look(holidays, holiday);
        const bool on = look(make_up_days, make_up);
        add_stretch(*this, day, on ? Stretch::Days::all : off ? Stretch::Days::none : Stretch::Days::weekdays);
        if (next > last_day) break;
        day = next;
    }
}

bool Calendar::is_working_day(Date date) const {
    switch (stretches.empty() ? Stretch::Days::weekdays : stretch_at(*this, date).days) {
    case Stretch::Days::all:
        return true;
    case Stretch::Days::none:
        return false;
    case Stretch::Days::weekdays:
        break;
    }
    return working_weekdays[week_day(date).weekday];
}

std::int64_t working_days_before(const Calendar& calendar, Date date) {
    if (calendar.stretches.empty()) return weekdays_before(calendar.working_weekdays, date);
    const Stretch& stretch = stretch_at(calendar, date);
    return stretch.worked_before + worked_in(calendar, stretch, date);
}

std::optional<Date> working_day(const Calendar& calendar, std::int64_t number) {
    const auto& week = calendar.working_weekdays;
    if (calendar.stretches.empty()) {
        if (week.none()) return std::nullopt;
        return weekday_number(week, number);
    }
    // Among stretches with one count, the last is the one that holds the day: the others before it are empty.
    const auto after =
        std::upper_bound(calendar.stretches.begin(), calendar.stretches.end(), number,
                         [](std::int64_t wanted, const Stretch& stretch) { return wanted < stretch.worked_before; });
    if (after == calendar.stretches.begin()) return std::nullopt;
    const Stretch& stretch = *std::prev(after);
    const auto rest = number - stretch.worked_before;
    if (stretch.days == Stretch::Days::none) return std::nullopt;
    if (stretch.days == Stretch::Days::all) {
        const Date date = stretch.first + days{rest};
        return date <= Calendar::last_day ? std::optional{date} : std::nullopt;
    }
    if (week.none()) return std::nullopt;
    const Date date = weekday_number(week, weekdays_before(week, stretch.first) + rest);
    return date <= Calendar::last_day ? std::optional{date} : std::nullopt;
}

} // namespace planc
