// How dates, times and durations are said, in both languages.
#include "documents/phrasing.h"
#include "rendered.h"

#include <catch2/catch.hpp>

using namespace planc;
using namespace std::chrono;

namespace {

Instant at(int year_, unsigned month_, unsigned day_, int hour = 0, int minute = 0) {
    return sys_days(year(year_) / month(month_) / day(day_)) + hours(hour) + minutes(minute);
}

Date date(int year_, unsigned month_, unsigned day_) { return local_days(year(year_) / month(month_) / day(day_)); }

Planned span(Instant begin, Instant end, bool whole_days) {
    Planned planned;
    planned.dated = true;
    planned.whole_days = whole_days;
    planned.span = {begin, end};
    return planned;
}

struct Said {
    explicit Said(std::string_view language) : labels(labels_of(language)), phrasing(labels, calendar, 2025) {}
    Calendar calendar;
    Labels labels;
    Phrasing phrasing;
};

} // namespace

TEST_CASE("dates and spans in Chinese") {
    const Said zh("zh-CN");
    const Phrasing& say = zh.phrasing;
    CHECK(say.long_date(date(2025, 12, 8)) == "2025年12月8日（周一）");
    CHECK(say.date(date(2025, 12, 8)) == "12月8日（周一）");
    CHECK(say.date(date(2026, 1, 2)) == "2026年1月2日（周五）");
    CHECK(say.span(span(at(2025, 12, 8), at(2025, 12, 11), true)) == "12月8日–10日");
    CHECK(say.span(span(at(2025, 11, 28), at(2025, 12, 4), true)) == "11月28日–12月3日");
    CHECK(say.span(span(at(2025, 12, 28), at(2026, 1, 4), true)) == "12月28日–2026年1月3日");
    CHECK(say.span(span(at(2025, 12, 8), at(2025, 12, 9), true)) == "12月8日（周一）");
    CHECK(say.span(span(at(2025, 6, 25, 22), at(2025, 6, 25, 22, 30), false)) == "6月25日 22:00–22:30");
    CHECK(say.span(span(at(2025, 6, 25, 22), at(2025, 6, 26, 2), false)) == "6月25日 22:00–次日 02:00");
    CHECK(say.span(span(at(2025, 6, 25, 22), at(2025, 6, 28, 2), false)) == "6月25日 22:00–6月28日 02:00");
    CHECK(say.long_span({at(2025, 6, 25, 22), at(2025, 6, 26, 2)}, false) == "2025年6月25日（周三）22:00–次日 02:00");
    CHECK(say.long_span({at(2025, 6, 25), at(2025, 7, 1)}, true) == "2025年6月25日（周三） 至 6月30日（周一）");
    CHECK(say.end(span(at(2025, 12, 8), at(2025, 12, 11), true)) == "12月10日（周三）");
}

TEST_CASE("dates and spans in English") {
    const Said en("en");
    const Phrasing& say = en.phrasing;
    CHECK(say.long_date(date(2025, 12, 8)) == "Mon 8 Dec 2025");
    CHECK(say.date(date(2025, 12, 8)) == "Mon 8 Dec");
    CHECK(say.span(span(at(2025, 12, 8), at(2025, 12, 11), true)) == "8–10 Dec");
    CHECK(say.span(span(at(2025, 11, 28), at(2025, 12, 4), true)) == "28 Nov – 3 Dec");
    CHECK(say.span(span(at(2025, 6, 25, 22), at(2025, 6, 26, 2), false)) == "25 Jun, 22:00 – 02:00 (+1)");
}

TEST_CASE("a part leaves out the date of its whole") {
    const Said zh("zh-CN");
    const Planned night = span(at(2025, 6, 25, 22), at(2025, 6, 26, 2), false);
    CHECK(zh.phrasing.span_within(span(at(2025, 6, 25, 22), at(2025, 6, 25, 22, 30), false), night) == "22:00–22:30");
    CHECK(zh.phrasing.span_within(span(at(2025, 6, 26, 0, 30), at(2025, 6, 26, 0, 50), false), night) ==
          "次日 00:30–00:50");
    CHECK(zh.phrasing.span_within(span(at(2025, 6, 25, 23), at(2025, 6, 25, 23), false), night) == "23:00");
    const Planned week = span(at(2025, 6, 23, 9), at(2025, 6, 27, 18), false);
    CHECK(zh.phrasing.span_within(span(at(2025, 6, 25, 22), at(2025, 6, 25, 23), false), week) ==
          "6月25日 22:00–23:00");
}

TEST_CASE("a milestone of a day is said as that day") {
    const Said zh("zh-CN");
    CHECK(zh.phrasing.point(span(at(2025, 12, 16), at(2025, 12, 16), true), true) == "12月15日（周一）");
    CHECK(zh.phrasing.point(span(at(2025, 12, 15, 12), at(2025, 12, 15, 12), false), true) == "12月15日 12:00");
}

TEST_CASE("durations") {
    const Said zh("zh-CN");
    const Said en("en");
    const auto both = [&](Duration duration) {
        return zh.phrasing.duration(duration) + " | " + en.phrasing.duration(duration);
    };
    CHECK(both({30, false}) == "30分钟 | 30 minutes");
    CHECK(both({1, false}) == "1分钟 | 1 minute");
    CHECK(both({3 * 1440, false}) == "3天 | 3 days");
    CHECK(both({1440, false}) == "1天 | 1 day");
    CHECK(both({90, false}) == "1小时30分钟 | 1 hour 30 minutes");
    CHECK(both({3 * 1440, true}) == "3个工作日 | 3 working days");
    CHECK(both({1440, true}) == "1个工作日 | 1 working day");
    CHECK(both({720, true}) == "0.5个工作日 | 0.5 working days");
    CHECK(both({0, false}) == "0分钟 | 0 minutes");
    CHECK(both({-60, false}) == "−1小时 | −1 hour");
}

TEST_CASE("numbers part their thousands") {
    const Said en("en");
    CHECK(en.phrasing.number(5) == "5");
    CHECK(en.phrasing.number(999) == "999");
    CHECK(en.phrasing.number(1000) == "1,000");
    CHECK(en.phrasing.number(1234567) == "1,234,567");
    CHECK(en.phrasing.number(0.01) == "0.01");
    CHECK(en.phrasing.number(1234.5) == "1,234.5");
    CHECK(en.phrasing.range({2, 5}) == "2 – 5");
    CHECK(en.phrasing.range({10, 10}) == "10");
}
