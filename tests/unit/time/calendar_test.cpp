// Working-time arithmetic on ordinary weeks.
#include "time/calendar.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

Date day(int year, unsigned month, unsigned number) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)};
}

} // namespace

TEST_CASE("six working days from a Friday end a week later on Friday") {
    Calendar calendar;
    calendar.zone = Zone::find("Asia/Shanghai").value();
    calendar.prepare();
    const Instant start = calendar.begin_of(day(2025, 11, 21));
    CHECK(calendar.advance(start, {6 * minutes_per_day, true}) == calendar.begin_of(day(2025, 11, 29)));
    CHECK(calendar.retreat(calendar.begin_of(day(2025, 11, 29)), {6 * minutes_per_day, true}) == start);
}
