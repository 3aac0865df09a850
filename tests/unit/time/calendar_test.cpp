// Working-day arithmetic, example by example.
#include "time/calendar.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

Date day(int year, int month, int number) { return Date{std::chrono::year{year} / month / number}; }
Duration elapsed_days(std::int64_t count) { return {count * minutes_per_day, false}; }
Duration working_days(std::int64_t count) { return {count * minutes_per_day, true}; }

Calendar calendar_in(const char* zone) {
    Calendar calendar;
    calendar.zone = Zone::find(zone).value();
    calendar.prepare();
    return calendar;
}

std::string shown(const Calendar& calendar, Instant instant) { return format_local(calendar.zone.to_local(instant)); }

} // namespace

TEST_CASE("six working days from a Friday end with the Friday after") {
    const auto calendar = calendar_in("Asia/Shanghai");
    const auto start = calendar.begin_of(day(2025, 11, 21));
    CHECK(shown(calendar, calendar.advance(start, working_days(6))) == "2025-11-29 00:00");
    CHECK(calendar.retreat(calendar.begin_of(day(2025, 11, 29)), working_days(6)) == start);
    CHECK(calendar.working_between(start, calendar.begin_of(day(2025, 11, 29))) == working_days(6));
}

TEST_CASE("work ends with a working day, and starts with one") {
    const auto calendar = calendar_in("Asia/Shanghai");
    const auto friday_end = calendar.begin_of(day(2025, 11, 22));
    const auto monday = calendar.begin_of(day(2025, 11, 24));
    CHECK(calendar.advance(calendar.begin_of(day(2025, 11, 20)), working_days(2)) == friday_end);
    CHECK(calendar.retreat(calendar.begin_of(day(2025, 11, 25)), working_days(1)) == monday);
    CHECK(calendar.next_working(friday_end) == monday);
    CHECK(calendar.next_working(monday) == monday);
    CHECK(calendar.previous_working(monday) == friday_end);
    CHECK(calendar.previous_working(friday_end) == friday_end);
    CHECK(calendar.previous_working(friday_end - minutes{1}) == friday_end - minutes{1});
    // Work that is started on a weekend is done in the days after it.
    CHECK(calendar.advance(friday_end + minutes{600}, working_days(1)) == calendar.begin_of(day(2025, 11, 25)));
    // Half a day is half of the day, whatever the working hours.
    CHECK(shown(calendar, calendar.advance(monday, {720, true})) == "2025-11-24 12:00");
    CHECK(shown(calendar, calendar.advance(friday_end - minutes{720}, working_days(1))) == "2025-11-24 12:00");
}

TEST_CASE("holidays are not worked, make-up days are, even in a holiday") {
    Calendar calendar;
    calendar.zone = Zone::find("Asia/Shanghai").value();
    calendar.holidays = {{day(2026, 2, 20), day(2026, 2, 23)}, {day(2026, 2, 15), day(2026, 2, 21)}};
    calendar.make_up_days = {{day(2026, 2, 28), day(2026, 2, 28)}, {day(2026, 2, 14), day(2026, 2, 15)}};
    calendar.prepare();
    CHECK(calendar.is_working_day(day(2026, 2, 13)));
    CHECK(calendar.is_working_day(day(2026, 2, 14)));
    CHECK(calendar.is_working_day(day(2026, 2, 15)));
    for (int number = 16; number <= 23; ++number) CHECK_FALSE(calendar.is_working_day(day(2026, 2, number)));
    CHECK(calendar.is_working_day(day(2026, 2, 24)));
    CHECK(calendar.is_working_day(day(2026, 2, 28)));
    CHECK_FALSE(calendar.is_working_day(day(2026, 3, 1)));
    CHECK(calendar.advance(calendar.begin_of(day(2026, 2, 15)), working_days(2)) ==
          calendar.begin_of(day(2026, 2, 25)));
    CHECK(calendar.holidays.size() == 1);
}

TEST_CASE("a lag moves forward or back") {
    const auto calendar = calendar_in("Asia/Shanghai");
    const auto launch = calendar.begin_of(day(2025, 12, 15));
    CHECK(shown(calendar, calendar.shift(launch, elapsed_days(-7))) == "2025-12-08 00:00");
    CHECK(shown(calendar, calendar.shift(launch, working_days(-3))) == "2025-12-10 00:00");
    CHECK(shown(calendar, calendar.shift(launch, {120, false})) == "2025-12-15 02:00");
    CHECK(shown(calendar, calendar.shift(launch, working_days(5))) == "2025-12-20 00:00");
    CHECK(calendar.shift(launch, {0, true}) == launch);
}

TEST_CASE("days across a clock change are days, hours are hours") {
    const auto calendar = calendar_in("Europe/Berlin");
    const auto friday = calendar.begin_of(day(2025, 3, 28));
    CHECK(shown(calendar, calendar.advance(friday, elapsed_days(7))) == "2025-04-04 00:00");
    CHECK(shown(calendar, calendar.advance(friday, {7 * minutes_per_day + 60, false})) == "2025-04-04 02:00");
    CHECK(shown(calendar, calendar.advance(friday + minutes{60}, elapsed_days(7))) == "2025-04-04 02:00");
    CHECK(calendar.retreat(calendar.begin_of(day(2025, 4, 4)), elapsed_days(7)) == friday);
    // Clocks set back would leave room for a start at one in the morning; nobody wants that.
    CHECK(shown(calendar, calendar.retreat(calendar.begin_of(day(2025, 10, 31)), elapsed_days(7))) ==
          "2025-10-24 00:00");
}

TEST_CASE("a working day is one day, however long the clock makes it") {
    Calendar calendar;
    calendar.zone = Zone::find("Europe/Berlin").value();
    calendar.working_weekdays = std::bitset<7>{0b1111111};
    calendar.prepare();
    for (const auto date : {day(2025, 3, 30), day(2025, 10, 26)}) {
        const auto begin = calendar.begin_of(date);
        const auto end = calendar.begin_of(date + std::chrono::days{1});
        CHECK(calendar.working_between(begin, end) == working_days(1));
        CHECK(calendar.advance(begin, working_days(1)) == end);
        CHECK(calendar.retreat(end, working_days(1)) == begin);
        CHECK(shown(calendar, calendar.advance(begin, {720, true})) == format_date(date) + " 12:00");
        CHECK(shown(calendar, calendar.retreat(end, {720, true})) == format_date(date) + " 12:00");
    }
}

TEST_CASE("a day whose midnight the clock leaves out begins with the jump") {
    const auto calendar = calendar_in("America/Sao_Paulo");
    const auto begin = calendar.begin_of(day(2017, 10, 15));
    CHECK(shown(calendar, begin) == "2017-10-15 01:00");
    CHECK(calendar.is_midnight(begin));
    CHECK(calendar.date_of(begin) == day(2017, 10, 15));
    CHECK(calendar.date_of(begin - minutes{1}) == day(2017, 10, 14));
    CHECK(shown(calendar, calendar.advance(begin, elapsed_days(1))) == "2017-10-16 00:00");
}

TEST_CASE("a midnight that comes twice begins its day once") {
    // In St. John's, clocks went back from 00:01 to 23:01 of the day before.
    const auto calendar = calendar_in("America/St_Johns");
    const auto begin = calendar.begin_of(day(2007, 11, 4));
    CHECK(shown(calendar, begin + minutes{1}) == "2007-11-03 23:01");
    for (int minute = 0; minute < 200; ++minute) CHECK(calendar.date_of(begin + minutes{minute}) == day(2007, 11, 4));
    CHECK(calendar.date_of(begin - minutes{1}) == day(2007, 11, 3));
    CHECK(calendar.is_midnight(begin));
    CHECK_FALSE(calendar.is_midnight(begin + minutes{60}));
}

TEST_CASE("a day that a zone left out has no length") {
    const auto calendar = calendar_in("Pacific/Apia");
    const auto new_year = calendar.begin_of(day(2012, 1, 1));
    const auto start = calendar.retreat(new_year, elapsed_days(2));
    CHECK(calendar.advance(start, elapsed_days(2)) <= new_year);
    CHECK(calendar.date_of(calendar.begin_of(day(2011, 12, 30))) == day(2011, 12, 31));
}

TEST_CASE("where no day is worked, nothing moves and nothing hangs") {
    Calendar calendar;
    calendar.working_weekdays.reset();
    calendar.prepare();
    const auto now = calendar.begin_of(day(2025, 12, 8));
    CHECK(calendar.next_working(now) == now);
    CHECK(calendar.previous_working(now) == now);
    CHECK(calendar.advance(now, working_days(3)) == now);
    CHECK(calendar.retreat(now, working_days(3)) == now);
    CHECK(calendar.working_between(now, calendar.begin_of(day(2030, 1, 1))).count == 0);
    CHECK(calendar.advance(now, elapsed_days(3)) == calendar.begin_of(day(2025, 12, 11)));

    calendar.make_up_days = {{day(2025, 12, 10), day(2025, 12, 11)}};
    calendar.prepare();
    CHECK(calendar.next_working(now) == calendar.begin_of(day(2025, 12, 10)));
    CHECK(calendar.advance(now, working_days(2)) == calendar.begin_of(day(2025, 12, 12)));
    CHECK(calendar.advance(now, working_days(3)) == calendar.begin_of(day(2025, 12, 12)));
    CHECK(calendar.retreat(calendar.begin_of(day(2026, 1, 1)), working_days(3)) ==
          calendar.begin_of(day(2025, 12, 10)));
}

TEST_CASE("working days more than ten years off are not looked for") {
    Calendar calendar;
    calendar.holidays = {{day(2020, 1, 1), day(2035, 1, 1)}};
    calendar.prepare();
    const auto in_it = calendar.begin_of(day(2022, 1, 1));
    CHECK(calendar.next_working(in_it) == in_it);
    CHECK(calendar.previous_working(in_it) == calendar.begin_of(day(2020, 1, 1)));
    CHECK(calendar.next_working(calendar.begin_of(day(2026, 1, 1))) == calendar.begin_of(day(2035, 1, 2)));
}

TEST_CASE("ranges may be reversed, empty, endless or many") {
    Calendar calendar;
    calendar.holidays = {
        {day(2025, 12, 10), day(2025, 12, 9)}, {Date::min(), day(1950, 1, 1)}, {day(2990, 1, 1), Date::max()}};
    calendar.prepare();
    CHECK(calendar.is_working_day(day(2025, 12, 9)));
    CHECK(calendar.is_working_day(day(1950, 1, 2)));
    CHECK_FALSE(calendar.is_working_day(day(1949, 12, 30)));
    CHECK_FALSE(calendar.is_working_day(day(2995, 6, 1)));
}

TEST_CASE("time ends with the year 9999") {
    const auto calendar = calendar_in("Asia/Shanghai");
    const auto end = calendar.begin_of(Calendar::last_day + std::chrono::days{1});
    auto instant = calendar.begin_of(day(2999, 12, 31));
    for (int i = 0; i < 1000; ++i) instant = calendar.advance(instant, {52596000, i % 2 == 0});
    CHECK(instant == end);
    for (int i = 0; i < 1000; ++i) instant = calendar.retreat(instant, {52596000, i % 2 == 0});
    CHECK(instant == calendar.begin_of(Calendar::first_day));
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(calendar.advance(calendar.begin_of(day(2025, 1, 1)), {most, false}) == end);
    CHECK(calendar.shift(calendar.begin_of(day(2025, 1, 1)), {-most - 1, false}) ==
          calendar.begin_of(Calendar::first_day));
    CHECK(format_date(Calendar::last_day) == "9999-12-31");
}
