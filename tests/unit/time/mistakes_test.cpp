// What people write instead, what they are told, and that the help says what can be read.
#include "time/written.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

Span span_of(std::string_view text) { return {3, 100, 100 + static_cast<std::uint32_t>(text.size())}; }

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
    if (better.size() < 2 || better == "01") return;
    INFO(better);
    CHECK_FALSE(std::holds_alternative<TimeError>(parse(better)));
}

const auto as_instant = [](std::string_view text) { return parse_instant(text, span_of(text)); };
const auto as_duration = [](std::string_view text) { return parse_duration(text); };

} // namespace

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
        {"25-12-08", "`25-12-08` does not say which number is the year",
         "write the year in full: `2025-12-08` or `2008-12-25`"},
        {"08-12-25", "`08-12-25` does not say which number is the year",
         "write the year in full: `2008-12-25`, `2025-12-08` or `2025-08-12`"},
        {"12/08/25", "`12/08/25` does not say which number is the year",
         "write the year in full: `2012-08-25`, `2025-08-12` or `2025-12-08`"},
        {"12/08/25 10:00", "`12/08/25` does not say which number is the year",
         "write the year in full: `2012-08-25 10:00`, `2025-08-12 10:00` or `2025-12-08 10:00`"},
        {"8/12/25", "`8/12/25` can be read with the day or the month first",
         "write the year first: `2025-12-08` or `2025-08-12`"},
        {"99-12-31", "`99-12-31` is not a time planc reads", "write `2099-12-31`"},
        {"22-30-00", "there is no month 30", "months run from `01` to `12`"},
        {"2025-12-08 晚上12点", "`晚上12点` is `00:00` of the next day", "write `2025-12-09 00:00`"},
        {"2025-12-08 半夜12点半", "`半夜12点半` is `00:30` of the next day", "write `2025-12-09 00:30`"},
        {"2025-12-08 夜里10点", "`2025-12-08 夜里10点` is not a time planc reads", "write `2025-12-08 22:00`"},
        {"2025-12-08 夜里2点", "there is more after `2025-12-08`: `夜里2点`", "write `2025-12-08`"},
        {"2025-12-08 下午12点", "`2025-12-08 下午12点` is not a time planc reads", "write `2025-12-08 12:00`"},
        {"晚上12点", "`晚上12点` is `00:00` of the next day", "clock times run from `00:00` to `23:59`"},
        {"22时", "`22时` is not a time planc reads", "write `22:00`"},
        {"9時30分", "`9時30分` is not a time planc reads", "write `09:30`"},
        {"24时", "`24时` is `00:00` of the next day", "write `00:00`, which beside a start is the midnight after it"},
        {"25时", "`25时` is a length of time, not a point in time", "write what it counts from, as in `launch + 25h`"},
        {"22小时", "`22小时` is a length of time, not a point in time",
         "write what it counts from, as in `launch + 22h`"},
        {"2025-12-08 10:00-12:00", "`10:00-12:00` is a span, not a point in time",
         "write `start` and `end`: `2025-12-08 10:00` and `12:00`"},
        {"2025-12-08 10:00-24:00", "`10:00-24:00` is a span, not a point in time",
         "write `start` and `end`: `2025-12-08 10:00` and `00:00`"},
        {"10:00-12:00", "`10:00-12:00` is a span, not a point in time", "write `start` and `end`"},
        {"2025-12-08 10:00-08:00", "`-08:00` names a time zone, but times are in the plan's `timezone`",
         "write `2025-12-08 10:00` if that is the time there"},
        {"2025-12-08 10:00+12:00", "`+12:00` names a time zone, but times are in the plan's `timezone`",
         "write `2025-12-08 10:00` if that is the time there"},
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
        {"1,000m", "`1,000m` is not a duration planc reads", "write `1000m`"},
        {"1,500,000m", "`1,500,000m` is not a duration planc reads", "write `1500000m`"},
        {"0,250h", "`0,250h` is not a duration planc reads", "write `0.250h`"},
        {"1d,200m", "`1d,200m` is not a duration planc reads", "write `1d 200m`"},
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
        {"2025/12/24 ..2025-12-26", "`2025/12/24 ..2025-12-26` is not a range of dates planc reads",
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
