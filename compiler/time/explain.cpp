// Chooses the advice that fits a mistaken text.
#include "time/explain.h"

#include "diagnostics/suggestion.h"
#include "time/advise.h"
#include "time/reading.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

Advice not_read(const Plain& plain, std::string_view noun, std::string_view help) {
    if (plain.text.empty() && !plain.too_long)
        return {fmt::format("here {} is missing", noun), std::string{help}, {}, 0, 0};
    return {fmt::format("{} is not {} planc reads", plain.quote(), noun), std::string{help}, {}, 0, plain.text.size()};
}

bool is_placeholder(std::string_view text) {
    constexpr std::array<std::string_view, 11> words = {"tbd", "tba", "todo", "tbc",  "n/a", "xxx",
                                                        "?",   "??",  "???",  "待定", "未定"};
    return std::find(words.begin(), words.end(), lower_case(text)) != words.end();
}

/// `22时`, `9时30分`: rather a clock time than hours, which would be 小时.
bool begins_with_hour_of_day(const Plain& plain) {
    PlainCursor cursor{plain.text, 0};
    const int hour = to_number(cursor.digits());
    return hour >= 0 && hour <= 24 && cursor.take_any({"时", "時"});
}

Advice advise_instant(const Plain& plain) {
    const auto size = plain.text.size();
    constexpr std::string_view forms =
        "write a date as `2025-12-08`, a time as `2025-12-08 22:00`, or one that counts from an id as "
        "`launch - 7d`";
    if (size == 0) return not_read(plain, "a time", forms);
    if (is_placeholder(plain.text))
        return {fmt::format("{} is not a time", plain.quote()),
                "leave the time out until it is known: it is inferred",
                {},
                0,
                size};
    if (begins_with_hour_of_day(plain)) {
        const auto clock = advise_moment(plain, 0, size, Expected::date_or_clock);
        if (clock && !clock->partial) return *clock;
    }
    const auto length = advise_duration(plain, 0, size);
    if (!length.written.empty() && !length.partial && plain.text.find(':') == std::string::npos) {
        const bool back = plain.text[0] == '-';
        auto written = fmt::format("launch {} {}", back ? '-' : '+', length.written);
        return {fmt::format("{} is a length of time, not a point in time", plain.quote()),
                fmt::format("write what it counts from, as in `{}`", written),
                {},
                0,
                size};
    }
    if (auto advice = advise_moment(plain, 0, size, Expected::date_or_clock)) return *advice;
    if (auto advice = advise_relative(plain, 0, size)) return *advice;
    return not_read(plain, "a time", forms);
}

/// One end of a range: as planc reads it, or else why that cannot be told.
struct RangeEnd {
    std::string written;
    Advice advice;
    bool unlike = false; ///< it is not like a date or time at all
};

RangeEnd read_end(const Plain& plain, std::size_t begin, std::size_t end, Expected expected) {
    while (begin < end && plain.text[begin] == ' ') ++begin;
    while (end > begin && plain.text[end - 1] == ' ') --end;
    const std::string text{plain.part(begin, end)};
    if (expected == Expected::date ? read_date(text).has_value() : read_clock(text) || text == "24:00")
        return {text, {}, false};
    const auto advice = advise_moment(plain, begin, end, expected);
    if (!advice || advice->partial) return {{}, {}, true};
    return {advice->written, *advice, false};
}

/// What is wrong with a range whose ends are both known, in an order like that of time.
Advice advise_ends(const Plain& plain, const RangeEnd& first, const RangeEnd& last, Expected expected) {
    Advice advice{{}, {}, {}, 0, plain.text.size()};
    const bool dates = expected == Expected::date;
    if (first.written < last.written || (dates && first.written == last.written)) {
        advice.written = first.written == last.written ? first.written : first.written + " .. " + last.written;
        advice.message = fmt::format("{} is not a range of {} planc reads", plain.quote(), dates ? "dates" : "times");
        advice.help = write_instead(advice.written);
    } else if (dates) {
        advice.message = fmt::format("{} ends before it begins", plain.quote());
        advice.help = fmt::format("write `{} .. {}`", last.written, first.written);
    } else {
        advice.message = fmt::format("{} does not end after it begins, on the same day", plain.quote());
        advice.help = fmt::format("hours end with the day at the latest, as in `{} .. 24:00`",
                                  first.written == "24:00" ? "09:00" : first.written);
    }
    return advice;
}

/// Two ends with something between them; nothing if it is not like a range.
std::optional<Advice> advise_range(const Plain& plain, Expected expected) {
    const std::string_view text = plain.text;
    std::optional<Advice> doubtful;
    for (const std::string_view separator : {"..", "…", "~", "至", "到", " to ", " - ", "--", "/", "-", ".", ","}) {
        for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator, at + 1)) {
            const auto first = read_end(plain, 0, at, expected);
            const auto last = read_end(plain, at + separator.size(), text.size(), expected);
            if (!first.written.empty() && !last.written.empty()) return advise_ends(plain, first, last, expected);
            // A part that does not exist at all weighs more than how the range is put.
            const bool alike = !first.unlike && !last.unlike;
            if (alike && !doubtful) doubtful = first.written.empty() ? first.advice : last.advice;
        }
    }
    return doubtful;
}

} // namespace

TimeError explain_date(std::string_view text) {
    const auto plain = make_plain(text);
    const auto advice = advise_moment(plain, 0, plain.text.size(), Expected::date);
    return to_error(plain, advice ? *advice : not_read(plain, "a date", "write a date as `2025-12-08`"));
}

TimeError explain_clock(std::string_view text) {
    const auto plain = make_plain(text);
    const auto advice = advise_moment(plain, 0, plain.text.size(), Expected::clock);
    return to_error(plain, advice ? *advice : not_read(plain, "a clock time", "write a clock time as `22:00`"));
}

TimeError explain_instant(std::string_view text) {
    const auto plain = make_plain(text);
    return to_error(plain, advise_instant(plain));
}

TimeError explain_duration(std::string_view text) {
    const auto plain = make_plain(text);
    if (plain.text.empty())
        return to_error(plain,
                        not_read(plain, "a duration", "write a number and a unit, as in `30m`, `2h`, `3d` or `3wd`"));
    return to_error(plain, advise_duration(plain, 0, plain.text.size()));
}

TimeError explain_date_range(std::string_view text) {
    const auto plain = make_plain(text);
    if (const auto range = advise_range(plain, Expected::date)) return to_error(plain, *range);
    const auto one = advise_moment(plain, 0, plain.text.size(), Expected::date);
    if (one && !one->partial) return to_error(plain, *one);
    return to_error(plain, not_read(plain, "a range of dates", "write `2025-12-24 .. 2025-12-26`, or one date"));
}

TimeError explain_clock_range(std::string_view text) {
    const auto plain = make_plain(text);
    const auto range = advise_range(plain, Expected::clock);
    return to_error(plain, range ? *range : not_read(plain, "a range of times", "write `09:00 .. 18:00`"));
}

} // namespace planc
