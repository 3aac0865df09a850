// Working-time arithmetic against walks over every minute and every day, on random calendars.
#include "time/calendar.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace planc;
using std::chrono::days;

namespace {

Date day(int year, int month, int number) { return Date{std::chrono::year{year} / month / number}; }

struct Random {
    std::mt19937 engine;
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>{low, high}(engine);
    }
};

Calendar random_calendar(Random& random, const Zone& zone, Date middle) {
    Calendar calendar;
    calendar.zone = zone;
    if (random.between(0, 2) == 0)
        calendar.working_weekdays = std::bitset<7>{static_cast<unsigned>(random.between(1, 127))};
    const auto ranges = [&](std::int64_t most) {
        std::vector<DateRange> some;
        for (auto left = random.between(0, most); left > 0; --left) {
            const Date first = middle + days{random.between(-40, 40)};
            some.push_back({first, first + days{random.between(-1, 5)}});
        }
        return some;
    };
    calendar.holidays = ranges(6);
    calendar.make_up_days = ranges(3);
    return calendar;
}

/// Straight from the declaration of the fields.
bool worked(const Calendar& calendar, Date date) {
    const auto holds = [&](const std::vector<DateRange>& ranges) {
        return std::any_of(ranges.begin(), ranges.end(),
                           [&](const DateRange& range) { return range.first <= date && date <= range.last; });
    };
    if (holds(calendar.make_up_days)) return true;
    if (holds(calendar.holidays)) return false;
    return calendar.working_weekdays[std::chrono::weekday{date}.iso_encoding() - 1];
}

/// Which minutes of some months are worked. Only for stretches in which the clock is not set.
struct Minutes {
    Instant begin;
    std::vector<bool> worked_at;

    Minutes(const Calendar& calendar, Date first, Date last) : begin{calendar.zone.to_instant(LocalTime{first})} {
        for (Date date = first; date < last; date += days{1})
            worked_at.insert(worked_at.end(), minutes_per_day, worked(calendar, date));
    }
    bool at(Instant instant) const { return worked_at.at(static_cast<std::size_t>((instant - begin).count())); }
};

/// Where a working day's clock minute stands, minute by minute.
std::int64_t slow_minute(const Calendar& calendar, Date date, Instant instant) {
    std::int64_t found = 0;
    Instant latest = calendar.begin_of(date);
    for (std::int64_t minute = 0; minute <= minutes_per_day; ++minute) {
        const Instant at = calendar.zone.to_instant(LocalTime{date} + minutes{minute});
        if (at > instant) break;
        if (at > latest) {
            latest = at;
            found = minute;
        }
    }
    return found;
}

/// Days from one midnight to another that are worked, in minutes, plus what is worked of the days at the ends.
std::int64_t slow_working_between(const Calendar& calendar, Instant begin, Instant end) {
    std::int64_t sum = 0;
    const Date first = calendar.date_of(begin);
    const Date last = calendar.date_of(end);
    for (Date date = first; date < last; date += days{1}) sum += worked(calendar, date) ? minutes_per_day : 0;
    if (worked(calendar, first)) sum -= slow_minute(calendar, first, begin);
    if (worked(calendar, last)) sum += slow_minute(calendar, last, end);
    return sum;
}

const char* const zones[] = {
    "UTC",           "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo",
    "America/Havana"};

Zone zone_of(int round) { return Zone::find(zones[static_cast<std::size_t>(round) % std::size(zones)]).value(); }

/// A day near a clock change of one of the zones.
Date near_change(Random& random) {
    const Date starts[] = {day(2025, 3, 30), day(2025, 10, 26), day(2025, 11, 2), day(2025, 10, 5), day(2017, 10, 15),
                           day(2018, 2, 18), day(1986, 5, 4),   day(1991, 9, 15), day(2012, 4, 1),  day(2012, 11, 4)};
    return starts[random.between(0, 9)] + days{random.between(-10, 10)};
}

/// True if no clock change lies between or near.
bool plain_stretch(const Calendar& calendar, Instant a, Instant b) {
    const auto offset = [&](Instant at) {
        return calendar.zone.to_local(at).time_since_epoch() - at.time_since_epoch();
    };
    for (Instant at = std::min(a, b) - minutes{2 * minutes_per_day}; at < std::max(a, b) + minutes{2 * minutes_per_day};
         at += minutes{720})
        if (offset(at) != offset(at + minutes{720})) return false;
    return true;
}

} // namespace

TEST_CASE("without clock changes, working time is a count of worked minutes") {
    Random random{std::mt19937{1}};
    for (int round = 0; round < 60; ++round) {
        const Date middle = day(2024, 1, 1) + days{random.between(0, 700)};
        auto calendar = random_calendar(random, Zone::find(round % 2 == 0 ? "UTC" : "Asia/Shanghai").value(), middle);
        const Minutes slow{calendar, middle - days{120}, middle + days{120}};
        calendar.prepare();
        for (int i = 0; i < 20; ++i) {
            const Instant start = calendar.begin_of(middle + days{random.between(-10, 10)}) +
                                  minutes{random.between(0, 1) * random.between(0, 1439)};
            const std::int64_t length =
                random.between(0, 1) == 0 ? random.between(1, 5) * minutes_per_day : random.between(1, 7000);

            Instant end = start;
            for (auto left = length; left > 0; end += minutes{1}) left -= slow.at(end) ? 1 : 0;
            REQUIRE(calendar.advance(start, {length, true}) == end);
            REQUIRE(calendar.working_between(start, end) == Duration{length, true});

            // Back to the last minute that leaves enough, then as far as no more is worked.
            Instant latest = start;
            for (auto left = length; left > 0; left -= slow.at(latest) ? 1 : 0) latest -= minutes{1};
            REQUIRE(calendar.retreat(start, {length, true}) == latest);

            Instant next = start;
            while (!slow.at(next)) next += minutes{1};
            REQUIRE(calendar.next_working(start) == next);
            Instant previous = start;
            while (!slow.at(previous - minutes{1})) previous -= minutes{1};
            REQUIRE(calendar.previous_working(start) == previous);
            REQUIRE(calendar.is_working_day(calendar.date_of(start)) == slow.at(start));
        }
    }
}

TEST_CASE("around clock changes, working time follows the clock on the wall") {
    Random random{std::mt19937{2}};
    for (int round = 0; round < 400; ++round) {
        const Date middle = near_change(random);
        auto calendar = random_calendar(random, zone_of(round), middle);
        calendar.prepare();
        CAPTURE(calendar.zone.name(), format_date(middle));
        for (int i = 0; i < 5; ++i) {
            const Instant a = calendar.begin_of(middle + days{random.between(-3, 3)}) + minutes{random.between(0, 300)};
            const Instant b = a + minutes{random.between(1, 12000)};
            REQUIRE(calendar.working_between(a, b).count == slow_working_between(calendar, a, b));
            const Duration length{random.between(1, 8000), true};
            const Instant end = calendar.advance(a, length);
            const Instant start = calendar.retreat(b, length);
            REQUIRE(end >= a);
            REQUIRE(start <= b);
            REQUIRE(calendar.advance(start, length) <= b);
            REQUIRE(calendar.previous_working(end) == end);
            REQUIRE(calendar.next_working(start) == start);
            if (plain_stretch(calendar, a, end)) {
                REQUIRE(slow_working_between(calendar, a, end) == length.count);
                REQUIRE(calendar.retreat(end, length) >= a);
            }
            if (plain_stretch(calendar, start, b)) REQUIRE(slow_working_between(calendar, start, b) == length.count);
        }
    }
}

TEST_CASE("elapsed time: the latest start that ends in time, and days counted by the calendar") {
    Random random{std::mt19937{3}};
    for (int round = 0; round < 3000; ++round) {
        Calendar calendar;
        calendar.zone = zone_of(round);
        const Date middle = near_change(random);
        CAPTURE(calendar.zone.name(), format_date(middle));
        const Instant end = calendar.begin_of(middle) + minutes{random.between(0, 2) * random.between(0, 200)};
        const std::int64_t count =
            random.between(0, 1) == 0 ? random.between(1, 9) * minutes_per_day : random.between(1, 9000);
        const Instant start = calendar.retreat(end, {count, false});
        REQUIRE(calendar.advance(start, {count, false}) <= end);
        if (calendar.is_midnight(end) && count % minutes_per_day == 0) {
            REQUIRE(calendar.is_midnight(start));
            REQUIRE(calendar.date_of(end) - calendar.date_of(start) == days{count / minutes_per_day});
        } else {
            int in_time = 0;
            for (int later = 1; later <= 200; ++later)
                in_time += calendar.advance(start + minutes{later}, {count, false}) > end ? 0 : 1;
            REQUIRE(in_time == 0);
        }
        REQUIRE(calendar.shift(end, {-count, false}) == start);
        REQUIRE(calendar.shift(start, {count, false}) == calendar.advance(start, {count, false}));
    }
}

TEST_CASE("an earlier start never ends later") {
    Random random{std::mt19937{4}};
    for (int round = 0; round < 300; ++round) {
        const Date middle = near_change(random);
        auto calendar = random_calendar(random, zone_of(round), middle);
        calendar.prepare();
        const Duration length{random.between(1, 5000), true};
        const Instant begin = calendar.begin_of(middle) - minutes{300};
        for (int minute = 0; minute < 600; minute += 7) {
            const Instant earlier = begin + minutes{minute};
            const Instant later = earlier + minutes{random.between(1, 90)};
            REQUIRE(calendar.advance(earlier, length) <= calendar.advance(later, length));
            REQUIRE(calendar.retreat(earlier, length) <= calendar.retreat(later, length));
        }
    }
}

TEST_CASE("far-off days are worked as the days near by") {
    Random random{std::mt19937{5}};
    for (int round = 0; round < 40; ++round) {
        auto calendar = random_calendar(random, Zone{}, day(2025, 6, 1));
        calendar.prepare();
        const auto start = calendar.begin_of(day(2025, 1, 1) + days{random.between(0, 300)});
        const auto count = random.between(1, 4000);
        Date date = calendar.date_of(start);
        for (auto left = count; left > 0; date += days{1}) left -= worked(calendar, date) ? 1 : 0;
        REQUIRE(calendar.advance(start, {count * minutes_per_day, true}) == calendar.begin_of(date));
        Date back = calendar.date_of(start);
        for (auto left = count; left > 0; left -= worked(calendar, back) ? 1 : 0) back -= days{1};
        REQUIRE(calendar.retreat(start, {count * minutes_per_day, true}) == calendar.begin_of(back));
    }
}
