// The ready-made holidays: every file can be read, and mistakes in one are told.
#include "time/calendar.h"
#include "time/holidays.h"

#include <catch2/catch.hpp>

using namespace planc;
using namespace std::chrono;

namespace {

Date date_at(int year, unsigned month, unsigned number) {
    return Date{local_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)}};
}

std::string mistake_in(std::string_view text) {
    std::string mistake;
    read_holidays("made-up", text, mistake);
    return mistake;
}

} // namespace

TEST_CASE("every set is in order, inside its years, and takes off or puts in days that would be otherwise") {
    REQUIRE(!holiday_sets().empty());
    for (const HolidaySet& set : holiday_sets()) {
        INFO(set.name);
        REQUIRE(!set.days.empty());
        Date before = date_at(set.first_year, 1, 1) - days{1};
        for (const HolidaySet::Days& one : set.days) {
            INFO(format_date(one.dates.first));
            CHECK(one.dates.first > before);
            before = one.dates.last;
            CHECK(!one.title.empty());
            for (Date date = one.dates.first; one.worked && date <= one.dates.last; date += days{1}) {
                const unsigned weekday = std::chrono::weekday{date}.iso_encoding();
                CHECK(weekday >= 6);
            }
        }
        CHECK(before <= date_at(set.last_year, 12, 31));
    }
}

TEST_CASE("mainland China's holidays with their make-up days") {
    const HolidaySet* set = find_holiday_set("china-mainland");
    REQUIRE(set != nullptr);
    CHECK(set->first_year == 2020);
    CHECK(set->last_year == 2026);
    Calendar calendar;
    for (const HolidaySet::Days& one : set->days)
        (one.worked ? calendar.make_up_days : calendar.holidays).push_back(one.dates);
    calendar.prepare();
    CHECK_FALSE(calendar.is_working_day(date_at(2026, 2, 16)));
    CHECK(calendar.is_working_day(date_at(2026, 2, 14)));
    CHECK(calendar.is_working_day(date_at(2026, 10, 10)));
    CHECK_FALSE(calendar.is_working_day(date_at(2026, 10, 7)));
    CHECK(find_holiday_set("china") == nullptr);
}

TEST_CASE("mistakes in a file of holidays are told with their line") {
    CHECK(mistake_in("# years 2020 .. 2021\noff 2020-01-01 New Year\n").empty());
    CHECK(mistake_in("off 2020-01-01 New Year\n") == "it does not say which years it knows");
    CHECK(mistake_in("# years 2021 .. 2020\n") == "line 1 cannot be read: # years 2021 .. 2020");
    CHECK(mistake_in("# years 2020 .. 2020\noff 2020-02-30 Never\n") == "line 2 cannot be read: off 2020-02-30 Never");
    CHECK(mistake_in("# years 2020 .. 2020\n\nfree 2020-02-03 Day\n") == "line 3 cannot be read: free 2020-02-03 Day");
    CHECK(mistake_in("# years 2020 .. 2020\noff 2020-02-03\n") == "line 2 cannot be read: off 2020-02-03");
    CHECK(mistake_in("# years 2020 .. 2020\noff 2020-02-03 .. 2020-02-01 Back\n") ==
          "line 2 cannot be read: off 2020-02-03 .. 2020-02-01 Back");
}
