// What is read, what is refused, and that the help says what to write.
#include "time/written.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

Date day(int year, int month, int number) { return Date{std::chrono::year{year} / month / number}; }

Span span_of(std::string_view text) { return {3, 100, 100 + static_cast<std::uint32_t>(text.size())}; }

WrittenInstant instant(std::string_view text) {
    INFO(text);
    const auto result = parse_instant(text, span_of(text));
    REQUIRE(std::holds_alternative<WrittenInstant>(result));
    return std::get<WrittenInstant>(result);
}

template <class T>
const T* read(const TimeResult<T>& result) {
    return std::get_if<T>(&result);
}

/// The first text in back quotes.
std::string suggestion(const std::string& help) {
    const auto begin = help.find('`');
    if (begin == std::string::npos) return {};
    return help.substr(begin + 1, help.find('`', begin + 1) - begin - 1);
}

struct Mistake {
    const char* text;
    const char* message;
    const char* help;
};

/// Checks both lines, that what the help suggests is read, and that the place lies in the text.
template <class Parse>
void check(const Mistake& mistake, const Parse& parse) {
    INFO(mistake.text);
    const std::string_view text = mistake.text;
    const auto result = parse(text);
    const auto* error = std::get_if<TimeError>(&result);
    REQUIRE(error);
    CHECK(error->message == mistake.message);
    CHECK(error->help == mistake.help);
    CHECK(error->begin <= error->end);
    CHECK(error->end <= text.size());
    const auto better = suggestion(error->help);
    // Months and units are named in back quotes, too.
    if (better.size() < 2 || better == "01" || better == "wd") return;
    INFO(better);
    CHECK_FALSE(std::holds_alternative<TimeError>(parse(better)));
}

const auto as_instant = [](std::string_view text) { return parse_instant(text, span_of(text)); };
const auto as_duration = [](std::string_view text) { return parse_duration(text); };

} // namespace

TEST_CASE("dates and clock times are read exactly") {
    CHECK(*read(parse_date("2025-12-08")) == day(2025, 12, 8));
    CHECK(*read(parse_date("2024-02-29")) == day(2024, 2, 29));
    CHECK(*read(parse_date("1900-01-01")) == day(1900, 1, 1));
    CHECK(*read(parse_date("2999-12-31")) == day(2999, 12, 31));
    CHECK(*read(parse_clock("00:00")) == 0);
    CHECK(*read(parse_clock("23:59")) == 1439);
    for (const char* text :
         {"", " 2025-12-08", "2025-12-08 ", "2025-12-8", "02025-12-08", "2025-12-08x", "+025-12-08", "2025-1 -08"})
        CHECK_FALSE(read(parse_date(text)));
    for (const char* text : {"", "9:00", "24:00", "12:60", "12:0", " 12:00", "12:00 ", "12:00:00", "+1:00", "-1:00"})
        CHECK_FALSE(read(parse_clock(text)));
}

TEST_CASE("instants have four forms") {
    using Form = WrittenInstant::Form;
    CHECK(instant("2025-12-08").form == Form::date);
    const auto both = instant("2025-12-08 22:05");
    CHECK(both.form == Form::date_time);
    CHECK(both.date == day(2025, 12, 8));
    CHECK(both.minute == 22 * 60 + 5);
    CHECK(both.span == Span{3, 100, 116});
    CHECK(instant("02:00").form == Form::clock);
    CHECK(instant("02:00").minute == 120);
    CHECK_FALSE(WrittenInstant{}.given());
    CHECK(instant("launch").given());
}

TEST_CASE("a relative instant names an id, one of its ends, and an offset") {
    const auto bare = instant("launch");
    CHECK(bare.target == "launch");
    CHECK(bare.anchor == Anchor::unspecified);
    CHECK(bare.offset == Duration{});
    const auto full = instant("gray-1.end + 2h");
    CHECK(full.target == "gray-1");
    CHECK(full.anchor == Anchor::end);
    CHECK(full.offset == Duration{120, false});
    CHECK(full.target_span == Span{3, 100, 106});
    CHECK(instant("launch - 3wd").offset == Duration{-3 * minutes_per_day, true});
    CHECK(instant("launch - 1h 30m").offset == Duration{-90, false});
    CHECK(instant("import.3").target == "import.3");
    CHECK(instant("import.3.start").target == "import.3");
    CHECK(instant("import.3.start").anchor == Anchor::start);
    CHECK(instant("a.1.2 + 1d").target == "a.1.2");
    // An id may look like this, too; the help is for those who find that nobody declares it.
    CHECK(instant("launch-7d").target == "launch-7d");
    CHECK(spaced_offset("launch-7d") == "launch - 7d");
    CHECK(spaced_offset("gray-1-2wd") == "gray-1 - 2wd");
    CHECK_FALSE(spaced_offset("gray-20"));
    CHECK_FALSE(spaced_offset("launch"));
    CHECK_FALSE(spaced_offset("-7d"));
}

TEST_CASE("the target's place is exact in plain and in quoted text, and all of it in escaped text") {
    const std::string_view text = "launch.end + 2h";
    const auto place = [&](std::uint32_t bytes) {
        return std::get<WrittenInstant>(parse_instant(text, {1, 40, 40 + bytes})).target_span;
    };
    CHECK(place(15) == Span{1, 40, 46});
    CHECK(place(17) == Span{1, 41, 47});
    CHECK(place(21) == Span{1, 40, 61});
}

TEST_CASE("durations") {
    const auto count = [](std::string_view text) {
        INFO(text);
        const auto result = parse_duration(text);
        REQUIRE(read(result));
        return *read(result);
    };
    CHECK(count("30m") == Duration{30, false});
    CHECK(count("2h") == Duration{120, false});
    CHECK(count("3d") == Duration{3 * 1440, false});
    CHECK(count("1w") == Duration{7 * 1440, false});
    CHECK(count("1h30m") == Duration{90, false});
    CHECK(count("1h 30m") == Duration{90, false});
    CHECK(count("1w 2d 3h 4m") == Duration{10080 + 2880 + 180 + 4, false});
    CHECK(count("0.5d") == Duration{720, false});
    CHECK(count("0.05h") == Duration{3, false});
    CHECK(count("1.50h") == Duration{90, false});
    CHECK(count("3wd") == Duration{3 * 1440, true});
    CHECK(count("0.5wd") == Duration{720, true});
    CHECK(count("0m") == Duration{0, false});
    CHECK(count("36525d") == Duration{52596000, false});
    for (const char* text :
         {"",       "3",      "d",        "3 d",         " 3d",           "3d ",   "1h  30m", "1h30", "30m1h", "1h1h",
          "-3d",    "+3d",    "0.1m",     "0.33h",       "1.d",           ".5d",   "1e3m",    "3D",   "1wd2h", "2h1wd",
          "1wd1wd", "36526d", "36525d1m", "1000000000d", "0.0000000001d", "1..2d", "1w..2w",  "3wdx"})
        CHECK_FALSE(read(parse_duration(text)));
}

TEST_CASE("ranges of dates and of clock times") {
    const auto range = parse_date_range("2025-12-24 .. 2025-12-26");
    REQUIRE(read(range));
    CHECK(read(range)->first == day(2025, 12, 24));
    CHECK(read(range)->last == day(2025, 12, 26));
    CHECK(read(parse_date_range("2025-12-24..2025-12-26")));
    CHECK(read(parse_date_range("2025-12-24"))->last == day(2025, 12, 24));
    CHECK(read(parse_date_range("2025-12-24 .. 2025-12-24")));
    CHECK(read(parse_clock_range("09:00 .. 18:00"))->end == 1080);
    CHECK(read(parse_clock_range("00:00 .. 24:00"))->end == 1440);
    for (const char* text :
         {"", "09:00", "24:00 .. 24:00", "09:00 .. 09:00", "18:00 .. 09:00", "09:00 ..18:00", "09:00 .. 24:01"})
        CHECK_FALSE(read(parse_clock_range(text)));
    for (const char* text : {"", "2025-12-26 .. 2025-12-24", "2025-12-24 ..2025-12-26", "2025-12-24 .. ", ".."})
        CHECK_FALSE(read(parse_date_range(text)));
}

TEST_CASE("what people write for a time, and what they are told") {
    const Mistake mistakes[] = {
        {"2025/12/08", "`2025/12/08` is not a time planc reads", "write `2025-12-08`"},
        {"2025.12.08", "`2025.12.08` is not a time planc reads", "write `2025-12-08`"},
        {"2025-12-8", "`2025-12-8` is not a time planc reads", "write `2025-12-08`"},
        {"12月8日", "`12月8日` does not say which year", "write the year too, as in `2025-12-08`"},
        {"2025年12月8日", "`2025年12月8日` is not a time planc reads", "write `2025-12-08`"},
        {"2025年12月8日 22:00", "`2025年12月8日 22:00` is not a time planc reads", "write `2025-12-08 22:00`"},
        {"2025年12月8日22点30分", "`2025年12月8日22点30分` is not a time planc reads", "write `2025-12-08 22:30`"},
        {"2025年12月8日 晚上10点半", "`2025年12月8日 晚上10点半` is not a time planc reads",
         "write `2025-12-08 22:30`"},
        {"10/30", "`10/30` does not say which year", "write the year too, as in `2025-10-30`"},
        {"30/10", "`30/10` does not say which year", "write the year too, as in `2025-10-30`"},
        {"12-08", "`12-08` does not say which year", "write the year too, as in `2025-12-08`"},
        {"24:00", "`24:00` is `00:00` of the next day", "write `00:00`, which beside a start is the midnight after it"},
        {"2025-12-08 24:00", "`24:00` is `00:00` of the next day", "write `2025-12-09 00:00`"},
        {"25:00", "a day has no `25:00`; it is `01:00` of the next day", "write `01:00`"},
        {"2025-12-08 25:30", "a day has no `25:30`; it is `01:30` of the next day", "write `2025-12-09 01:30`"},
        {"2025-12-08 99:30", "a day has no `99:30`", "clock times run from `00:00` to `23:59`"},
        {"２０２５－１２－０８", "`２０２５－１２－０８` is written with full-width characters", "write `2025-12-08`"},
        {"22：00", "`22：00` is written with full-width characters", "write `22:00`"},
        {"2025-12-08 22：00", "`2025-12-08 22：00` is written with full-width characters", "write `2025-12-08 22:00`"},
        {"2025-02-30", "February 2025 has 28 days", "the last day is `2025-02-28`"},
        {"2025/02/30 9:00", "February 2025 has 28 days", "the last day is `2025-02-28 09:00`"},
        {"2025-13-05", "there is no month 13", "write `2025-05-13`"},
        {"2025-13-45", "there is no month 13", "months run from `01` to `12`"},
        {"2025-12-00", "days are counted from 1", "the first day is `2025-12-01`"},
        {"20251208", "`20251208` is not a time planc reads", "write `2025-12-08`"},
        {"2025-12-08T22:00", "`2025-12-08T22:00` is not a time planc reads", "write `2025-12-08 22:00`"},
        {"2025-12-08T22:00:00Z", "`Z` names a time zone, but times are in the plan's `timezone`",
         "write `2025-12-08 22:00` if that is the time there"},
        {"2025-12-08 22:00+08:00", "`+08:00` names a time zone, but times are in the plan's `timezone`",
         "write `2025-12-08 22:00` if that is the time there"},
        {"2025-12-08 22:00 +0800", "`+0800` names a time zone, but times are in the plan's `timezone`",
         "write `2025-12-08 22:00` if that is the time there"},
        {"2025-12-08 22:00 CST", "`CST` names a time zone, but times are in the plan's `timezone`",
         "write `2025-12-08 22:00` if that is the time there"},
        {"2025-12-08 22:00 Asia/Shanghai", "`Asia/Shanghai` names a time zone, but times are in the plan's `timezone`",
         "write `2025-12-08 22:00` if that is the time there"},
        {"2025-12-08 22:00:30", "`22:00:30` has seconds, but times are whole minutes", "write `2025-12-08 22:00`"},
        {"2025-12-08 9:05", "`2025-12-08 9:05` is not a time planc reads", "write `2025-12-08 09:05`"},
        {"9:05", "`9:05` is not a time planc reads", "write `09:05`"},
        {"9:05 pm", "`9:05 pm` is not a time planc reads", "write `21:05`"},
        {"10pm", "`10pm` is not a time planc reads", "write `22:00`"},
        {"2025-12-08  22:00", "`2025-12-08  22:00` is not a time planc reads", "write `2025-12-08 22:00`"},
        {"launch+7d", "the sign in `launch+7d` needs a space on each side", "write `launch + 7d`"},
        {"launch -7d", "the sign in `launch -7d` needs a space on each side", "write `launch - 7d`"},
        {"launch- 7d", "the sign in `launch- 7d` needs a space on each side", "write `launch - 7d`"},
        {"launch – 7d", "the sign in `launch – 7d` needs a space on each side", "write `launch - 7d`"},
        {"Launch - 7d", "`Launch` is not an id: ids have lower-case letters, digits and `-`", "write `launch - 7d`"},
        {"T-7d", "`T` is not the id of anything to count from", "write the milestone's id, as in `launch - 7d`"},
        {"T - 7d", "`T` is not the id of anything to count from", "write the milestone's id, as in `launch - 7d`"},
        {"D+3", "`D` is not the id of anything to count from", "write the milestone's id, as in `launch - 7d`"},
        {"launch - 7", "`7` has no unit", "write `launch - 7d` for days or `launch - 7h` for hours"},
        {"launch - 7 days", "`7 days` is not a duration planc reads", "write `launch - 7d`"},
        {"launch - 7天", "`7天` is not a duration planc reads", "write `launch - 7d`"},
        {"launch-7天", "`7天` is not a duration planc reads", "write `launch - 7d`"},
        {"launch - 7d foo", "there is more after `7d`: `foo`", "write `launch - 7d`"},
        {"launch - 7d + 2h", "`launch - 7d + 2h` has two offsets, but a time has one", "write `launch - 6d 22h`"},
        {"launch.finish", "`launch.finish` has neither a `.start` nor an `.end` behind the id", "write `launch.end`"},
        {"launch.foo", "`launch.foo` has neither a `.start` nor an `.end` behind the id",
         "write `launch.start` or `launch.end`"},
        {"gray_1.end + 2h", "`gray_1.end` is not an id: ids have lower-case letters, digits and `-`",
         "write `gray-1.end + 2h`"},
        {"gray_1", "`gray_1` is not an id: ids have lower-case letters, digits and `-`", "write `gray-1`"},
        {"7 days before launch", "`7 days before launch` is not a time planc reads", "write `launch - 7d`"},
        {"launch - 1w..2w", "`1w..2w` is a range; only an estimate is given as one", "write `launch - 1w`"},
        {"launch - 1wd2h", "`1wd2h` mixes working days with elapsed time", "write `launch - 1d 2h`"},
        {"2025-12-08 - 7d", "`2025-12-08 - 7d` counts from a date; only an id can be counted from",
         "write `2025-12-01`"},
        {"2025-12-08 22:00 + 3h", "`2025-12-08 22:00 + 3h` counts from a date; only an id can be counted from",
         "write `2025-12-09 01:00`"},
        {"2025-12-08 周一", "there is more after `2025-12-08`: `周一`", "write `2025-12-08`"},
        {"2025-12-08 (Mon)", "there is more after `2025-12-08`: `(Mon)`", "write `2025-12-08`"},
        {"TBD", "`TBD` is not a time", "leave the time out until it is known: it is inferred"},
        {"待定", "`待定` is not a time", "leave the time out until it is known: it is inferred"},
        {"", "here a time is missing",
         "write a date as `2025-12-08`, a time as `2025-12-08 22:00`, or one that counts from an id as `launch - 7d`"},
        {"hello world", "`hello world` is not a time planc reads",
         "write a date as `2025-12-08`, a time as `2025-12-08 22:00`, or one that counts from an id as `launch - 7d`"},
        {"3d", "`3d` is a length of time, not a point in time", "write what it counts from, as in `launch + 3d`"},
        {"+3d", "`+3d` is a length of time, not a point in time", "write what it counts from, as in `launch + 3d`"},
        {"3 days", "`3 days` is a length of time, not a point in time",
         "write what it counts from, as in `launch + 3d`"},
        {"Dec 8, 2025", "`Dec 8, 2025` is not a time planc reads", "write `2025-12-08`"},
        {"8 December 2025", "`8 December 2025` is not a time planc reads", "write `2025-12-08`"},
        {"Dec 8", "`Dec 8` does not say which year", "write the year too, as in `2025-12-08`"},
        {"08/12/2025", "`08/12/2025` can be read with the day or the month first",
         "write the year first: `2025-12-08` or `2025-08-12`"},
        {"30/10/2025", "`30/10/2025` is not a time planc reads", "write `2025-10-30`"},
        {"25-12-08", "`25-12-08` is not a time planc reads", "write `2025-12-08`"},
        {"2025-12", "`2025-12` names a month, not a day", "add the day, as in `2025-12-01`"},
        {"2025年12月", "`2025年12月` names a month, not a day", "add the day, as in `2025-12-01`"},
        {"1899-01-01", "the year 1899 is out of reach", "years run from 1900 to 2999"},
        {"3000-01-01", "the year 3000 is out of reach", "years run from 1900 to 2999"},
        {"2999-12-31 24:00", "`24:00` is `00:00` of the next day", "clock times run from `00:00` to `23:59`"},
        {"2025-12-08 .. 2025-12-09", "there is more after `2025-12-08`: `.. 2025-12-09`", "write `2025-12-08`"},
        {"22.30", "`22.30` is not a time planc reads", "write `22:30`"},
        {"2200", "`2200` is not a time planc reads", "write `22:00`"},
        {"23:60", "`23:60` has more than 59 minutes", "clock times run from `00:00` to `23:59`"},
        {"2025-02-29 24:00", "February 2025 has 28 days", "the last day is `2025-02-28`"},
        {"launch -", "`launch -` is not a time planc reads",
         "write a date as `2025-12-08`, a time as `2025-12-08 22:00`, or one that counts from an id as `launch - 7d`"},
        {"- 7d", "`- 7d` is a length of time, not a point in time", "write what it counts from, as in `launch - 7d`"},
        {"launch - 0.33h", "`0.33h` is not a whole number of minutes", "write `launch - 20m`"},
        {"2025-12-08 2200", "`2025-12-08 2200` is not a time planc reads", "write `2025-12-08 22:00`"},
        {"8 Dec 2025 22:00", "`8 Dec 2025 22:00` is not a time planc reads", "write `2025-12-08 22:00`"},
        {"2025-06-25 22:00 - 02:00", "there is more after `2025-06-25 22:00`: `- 02:00`", "write `2025-06-25 22:00`"},
        {"launch - -7d", "`launch - -7d` is not a time planc reads",
         "write a date as `2025-12-08`, a time as `2025-12-08 22:00`, or one that counts from an id as `launch - 7d`"},
        {"launch + 999999d", "`999999d` is longer than 100 years", "write `launch + 5200w`"},
        {"import.3.End", "`import.3.End` has neither a `.start` nor an `.end` behind the id", "write `import.3.end`"},
        {"2025-1208", "`2025-1208` is not a time planc reads",
         "write a date as `2025-12-08`, a time as `2025-12-08 22:00`, or one that counts from an id as `launch - 7d`"},
        {"12:00 noon", "there is more after `12:00`: `noon`", "write `12:00`"},
        {"2025年12月8日（周一）22:00", "`2025年12月8日（周一）22:00` is not a time planc reads",
         "write `2025-12-08 22:00`"},
        {"2025-12-08日", "there is more after `2025-12-08`: `日`", "write `2025-12-08`"},
    };
    for (const auto& mistake : mistakes) check(mistake, as_instant);
}

TEST_CASE("what people write for a duration, and what they are told") {
    const Mistake mistakes[] = {
        {"3 days", "`3 days` is not a duration planc reads", "write `3d`"},
        {"3天", "`3天` is not a duration planc reads", "write `3d`"},
        {"2小时", "`2小时` is not a duration planc reads", "write `2h`"},
        {"30分钟", "`30分钟` is not a duration planc reads", "write `30m`"},
        {"1.5", "`1.5` has no unit", "write `1.5d` for days or `1.5h` for hours"},
        {"5", "`5` has no unit", "write `5d` for days or `5h` for hours"},
        {"2H", "`2H` is not a duration planc reads", "write `2h`"},
        {"-3d", "`-3d` is negative, but a duration cannot be", "write `3d`"},
        {"1wd2h", "`1wd2h` mixes working days with elapsed time",
         "write `1d 2h` for elapsed time, or working days alone, as in `1wd`"},
        {"1w..2w", "`1w..2w` is a range; only an estimate is given as one", "write `1w`"},
        {"1w-2w", "`1w-2w` is a range; only an estimate is given as one", "write `1w`"},
        {"99999999999d", "`99999999999d` is longer than 100 years", "write at most `5200w`"},
        {"200000d", "`200000d` is longer than 100 years", "write at most `5200w`"},
        {"30m1h", "`30m1h` is not a duration planc reads", "write `1h 30m`"},
        {"1h1h", "`1h1h` gives one unit twice", "add the two up"},
        {"0.1m", "`0.1m` is not a whole number of minutes", "write `1m`"},
        {".5d", "`.5d` is not a duration planc reads", "write `0.5d`"},
        {"1,5h", "`1,5h` is not a duration planc reads", "write `1.5h`"},
        {"3个工作日", "`3个工作日` is not a duration planc reads", "write `3wd`"},
        {"3 working days", "`3 working days` is not a duration planc reads", "write `3wd`"},
        {"1 month", "a month has no fixed length", "write weeks or days, such as `30d`"},
        {"2个月", "a month has no fixed length", "write weeks or days, such as `60d`"},
        {"90s", "`90s` has seconds, but durations are whole minutes", "write `2m`"},
        {"P3D", "`P3D` is not a duration planc reads", "write `3d`"},
        {"PT2H30M", "`PT2H30M` is not a duration planc reads", "write `2h 30m`"},
        {"P1M", "a month has no fixed length", "write weeks or days, such as `30d`"},
        {"1:30", "`1:30` is a clock time, not a duration", "write `1h 30m`"},
        {"3d foo", "there is more after `3d`: `foo`", "write `3d`"},
        {"3x", "`3x` has a unit planc does not know", "units are `m`, `h`, `d`, `w`, and `wd` for working days"},
        {"abc", "`abc` is not a duration planc reads", "write a number and a unit, as in `30m`, `2h`, `3d` or `3wd`"},
        {"", "here a duration is missing", "write a number and a unit, as in `30m`, `2h`, `3d` or `3wd`"},
        {"1h 30", "a number in `1h 30` has no unit", "write every unit, as in `1h 30m`"},
        {"半天", "`半天` is not a duration planc reads", "write a number and a unit, as in `30m`, `2h`, `3d` or `3wd`"},
        {"３ｄ", "`３ｄ` is not a duration planc reads", "write `3d`"},
        {"1 hour and 30 minutes", "`1 hour and 30 minutes` is not a duration planc reads", "write `1h 30m`"},
        {"1d,2h", "`1d,2h` is not a duration planc reads", "write `1d 2h`"},
        {"3d.", "there is more after `3d`: `.`", "write `3d`"},
    };
    for (const auto& mistake : mistakes) check(mistake, as_duration);
}

TEST_CASE("what people write for a date alone") {
    const Mistake mistakes[] = {
        {"2025-12-08 22:00", "here a date stands alone, and `2025-12-08 22:00` adds a clock time",
         "write `2025-12-08`"},
        {"12月8日", "`12月8日` does not say which year", "write the year too, as in `2025-12-08`"},
        {"22:00", "`22:00` is not a date planc reads", "write a date as `2025-12-08`"},
    };
    for (const auto& mistake : mistakes) check(mistake, [](std::string_view text) { return parse_date(text); });
}

TEST_CASE("what people write for a clock time alone") {
    const Mistake mistakes[] = {
        {"9:00", "`9:00` is not a clock time planc reads", "write `09:00`"},
        {"22：00", "`22：00` is written with full-width characters", "write `22:00`"},
        {"22.30", "`22.30` is not a clock time planc reads", "write `22:30`"},
        {"22点", "`22点` is not a clock time planc reads", "write `22:00`"},
        {"2230", "`2230` is not a clock time planc reads", "write `22:30`"},
        {"10pm", "`10pm` is not a clock time planc reads", "write `22:00`"},
        {"24:00", "`24:00` is `00:00` of the next day", "write `00:00`, which beside a start is the midnight after it"},
        {"25:00", "a day has no `25:00`; it is `01:00` of the next day", "write `01:00`"},
        {"12:60", "`12:60` has more than 59 minutes", "clock times run from `00:00` to `23:59`"},
        {"2025-12-08 22:00", "here a clock time stands alone, and `2025-12-08 22:00` adds a date", "write `22:00`"},
        {"22:00:00", "`22:00:00` has seconds, but times are whole minutes", "write `22:00`"},
    };
    for (const auto& mistake : mistakes) check(mistake, [](std::string_view text) { return parse_clock(text); });
}

TEST_CASE("what people write for a range of dates") {
    const Mistake mistakes[] = {
        {"2025-12-24 - 2025-12-26", "`2025-12-24 - 2025-12-26` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`"},
        {"2025-12-24 ~ 2025-12-26", "`2025-12-24 ~ 2025-12-26` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`"},
        {"2025/12/24-2025/12/26", "`2025/12/24-2025/12/26` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`"},
        {"2025-12-26 .. 2025-12-24", "`2025-12-26 .. 2025-12-24` ends before it begins",
         "write `2025-12-24 .. 2025-12-26`"},
        {"2025-12-24 ..2025-12-26", "`2025-12-24 ..2025-12-26` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`"},
        {"2025-12-24至2025-12-26", "`2025-12-24至2025-12-26` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`"},
        {"2025年12月24日至2025年12月26日", "`2025年12月24日至2025年12月26日` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`"},
        {"2025-02-30 .. 2025-03-02", "February 2025 has 28 days", "the last day is `2025-02-28`"},
        {"12/24 .. 12/26", "`12/24` does not say which year", "write the year too, as in `2025-12-24`"},
        {"foo", "`foo` is not a range of dates planc reads", "write `2025-12-24 .. 2025-12-26`, or one date"},
        {"2025/12/24", "`2025/12/24` is not a date planc reads", "write `2025-12-24`"},
        {"2025-12-24 .. 26", "`2025-12-24 .. 26` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`, or one date"},
        {"2025-12-24/2025-12-26", "`2025-12-24/2025-12-26` is not a range of dates planc reads",
         "write `2025-12-24 .. 2025-12-26`"},
    };
    for (const auto& mistake : mistakes) check(mistake, [](std::string_view text) { return parse_date_range(text); });
}

TEST_CASE("what people write for working hours") {
    const Mistake mistakes[] = {
        {"09:00-18:00", "`09:00-18:00` is not a range of times planc reads", "write `09:00 .. 18:00`"},
        {"9:00 .. 18:00", "`9:00 .. 18:00` is not a range of times planc reads", "write `09:00 .. 18:00`"},
        {"22:00 .. 06:00", "`22:00 .. 06:00` does not end after it begins, on the same day",
         "hours end with the day at the latest, as in `22:00 .. 24:00`"},
        {"9点到18点", "`9点到18点` is not a range of times planc reads", "write `09:00 .. 18:00`"},
        {"9-18", "`9-18` is not a range of times planc reads", "write `09:00 .. 18:00`"},
        {"09:00 to 25:00", "`09:00 to 25:00` does not end after it begins, on the same day",
         "hours end with the day at the latest, as in `09:00 .. 24:00`"},
        {"09:00 .. 9:00", "`09:00 .. 9:00` does not end after it begins, on the same day",
         "hours end with the day at the latest, as in `09:00 .. 24:00`"},
    };
    for (const auto& mistake : mistakes) check(mistake, [](std::string_view text) { return parse_clock_range(text); });
}

TEST_CASE("an error points at the part it is about") {
    const auto place = [](std::string_view text) {
        const auto result = parse_instant(text, {});
        const auto& error = std::get<TimeError>(result);
        return std::string{text.substr(error.begin, error.end - error.begin)};
    };
    CHECK(place("2025-02-30") == "30");
    CHECK(place("2025-13-01 10:00") == "13");
    CHECK(place("2025-12-08 24:00") == "24:00");
    CHECK(place("2025-12-08 22:00+08:00") == "+08:00");
    CHECK(place("2025年2月30日") == "30");
    CHECK(place("２０２５－０２－３０") == "３０");
    CHECK(place("2025-12-08 (Mon)") == "(Mon)");
    CHECK(place("launch - 7 days") == "7 days");
    CHECK(place("launch - 7天") == "7天");
    CHECK(place("Launch - 7d") == "Launch");
    CHECK(place("  2025/12/08  ") == "2025/12/08");
}

TEST_CASE("a message stays one short line, whatever the text") {
    const auto message = [](const std::string& text) { return std::get<TimeError>(parse_instant(text, {})).message; };
    CHECK(message(std::string(5000, 'X')) == "`" + std::string(40, 'X') + "…` is not a time planc reads");
    CHECK(message("A\nB`C\x01") == "`A B'C ` is not a time planc reads");
    CHECK(message("\xFF\xFE") == "`\xEF\xBF\xBD\xEF\xBF\xBD` is not a time planc reads");
    CHECK(message("   ") == "here a time is missing");
}

TEST_CASE("the canonical text") {
    for (const char* text : {"2025-12-08", "2025-12-08 22:00", "02:00", "launch", "launch.start", "import.3.end + 2h",
                             "launch - 3wd", "launch + 1d 2h", "launch - 2w"})
        CHECK(format_written(instant(text)) == text);
    CHECK(format_written(instant("launch - 14d")) == "launch - 2w");
    CHECK(format_written(instant("launch + 90m")) == "launch + 1h 30m");
    CHECK(format_written(instant("launch + 0d")) == "launch");
    CHECK(format_written(WrittenInstant{}).empty());
    CHECK(format_duration({0, false}) == "0m");
    CHECK(format_duration({0, true}) == "0wd");
    CHECK(format_duration({-51 * 60, false}) == "-2d 3h");
    CHECK(format_duration({45, false}) == "45m");
    CHECK(format_duration({-3 * 1440, true}) == "-3wd");
    CHECK(format_duration({720, true}) == "0.5wd");
    CHECK(format_duration({9, true}) == "0.00625wd");
    CHECK(format_duration({1441, true}) == "1.0007wd");
    CHECK(format_local(LocalTime{day(2025, 12, 8)} + minutes{5}) == "2025-12-08 00:05");
}
