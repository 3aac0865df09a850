// Dates, times and numbers from the patterns of a label file.
#include "documents/phrasing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"weekday_1", "weekday_2", "weekday_3", "weekday_4",
                                                   "weekday_5", "weekday_6", "weekday_7"};
constexpr std::array<std::string_view, 12> months{"month_1", "month_2", "month_3", "month_4",  "month_5",  "month_6",
                                                  "month_7", "month_8", "month_9", "month_10", "month_11", "month_12"};

std::chrono::year_month_day civil(Date date) { return std::chrono::year_month_day(date); }

Date day_of(LocalTime time) { return std::chrono::floor<std::chrono::days>(time); }

/// The day that ends at this time, or in which it lies.
Date last_day(LocalTime end) { return day_of(end - minutes(1)); }

std::string say(const Labels& labels, std::string_view pattern, Date date) {
    const auto ymd = civil(date);
    const unsigned weekday = std::chrono::weekday(date).iso_encoding();
    const unsigned month = static_cast<unsigned>(ymd.month());
    const fmt::format_int year(static_cast<int>(ymd.year()));
    const fmt::format_int month_number(month);
    const fmt::format_int day(static_cast<unsigned>(ymd.day()));
    return fill(labels[pattern], {{"year", {year.data(), year.size()}},
                                  {"month", {month_number.data(), month_number.size()}},
                                  {"month_name", labels[months[month - 1]]},
                                  {"day", {day.data(), day.size()}},
                                  {"weekday", labels[weekdays[weekday - 1]]}});
}

} // namespace

Phrasing::Phrasing(const Labels& labels, const Calendar& calendar, std::optional<int> year)
    : labels_(labels), calendar_(calendar), year_(year) {}

bool Phrasing::says_year(Date date) const { return !year_ || static_cast<int>(civil(date).year()) != *year_; }

std::string Phrasing::counted_date(const Counted& counted, Date date) const {
    const auto number = [](std::int64_t count) { return fmt::format("{}", count); };
    const std::int64_t days = counted.days_to(date);
    if (counted.weeks && days >= 0) {
        const auto [week, day] = counted_day(counted, date);
        return fill(labels_["day_of_week"], {{"n", number(week)}, {"day", number(day)}});
    }
    if (days == 0) return std::string(labels_["day_zero"]);
    return fill(labels_[days < 0 ? "days_before" : "days_after"], {{"n", number(days < 0 ? -days : days)}});
}

/// Whole weeks as such, days of one week without naming it twice.
std::string Phrasing::counted_dates(const Counted& counted, DateRange range) const {
    const auto number = [](std::int64_t count) { return fmt::format("{}", count); };
    if (counted.weeks && range.first >= counted.origin) {
        const auto first = counted_day(counted, range.first);
        const auto last = counted_day(counted, range.last);
        const bool whole = first.day == 1 && calendar_.ends_week(last.day);
        if (whole && first.week == last.week) return fill(labels_["week"], {{"n", number(first.week)}});
        if (whole) return fill(labels_["weeks_range"], {{"first", number(first.week)}, {"last", number(last.week)}});
        if (first.week == last.week)
            return fill(labels_["days_of_week"],
                        {{"n", number(first.week)}, {"first", number(first.day)}, {"last", number(last.day)}});
    }
    return fill(labels_["range"],
                {{"first", counted_date(counted, range.first)}, {"last", counted_date(counted, range.last)}});
}

std::string Phrasing::civil_short(Date date, std::string_view with_year, std::string_view without) const {
    const std::string_view pattern = says_year(date) ? with_year : without;
    // Of the few patterns, no two end in the same letter.
    std::string& said = dates_[date.time_since_epoch().count() * 128 + pattern.back()];
    if (said.empty()) said = say(labels_, pattern, date);
    return said;
}

std::string Phrasing::civil_date(Date date) const { return say(labels_, "date_long", date); }

std::string Phrasing::civil_moment(const WrittenInstant& written) const {
    const std::string day = civil_short(written.date, "date_long", "date_weekday");
    if (written.form != WrittenInstant::Form::date_time) return day;
    return fill(labels_["moment_long"], {{"date", day}, {"time", clock(written.minute)}});
}

std::string Phrasing::long_date(Date date) const {
    return calendar_.counted ? counted_date(*calendar_.counted, date) : civil_date(date);
}

std::string Phrasing::date(Date date) const {
    if (calendar_.counted) return counted_date(*calendar_.counted, date);
    return civil_short(date, "date_long", "date_weekday");
}

std::string Phrasing::short_date(Date date) const {
    if (calendar_.counted) return counted_date(*calendar_.counted, date);
    return civil_short(date, "date_year", "date_short");
}

std::string Phrasing::recorded_day(LocalTime time) const {
    return civil_short(day_of(time), "date_year", "date_short");
}

std::string Phrasing::recorded(LocalTime time) const {
    return fill(labels_["moment"], {{"date", recorded_day(time)}, {"time", clock_of(time)}});
}

std::string Phrasing::dates(DateRange range) const {
    if (range.first == range.last) return civil_short(range.first, "date_long", "date_weekday");
    const auto first = civil(range.first);
    const auto last = civil(range.last);
    const bool same_month = first.year() == last.year() && first.month() == last.month();
    if (same_month && !says_year(range.first)) {
        const fmt::format_int from(static_cast<unsigned>(first.day()));
        const fmt::format_int to(static_cast<unsigned>(last.day()));
        const fmt::format_int month(static_cast<unsigned>(first.month()));
        return fill(labels_["date_range_in_month"],
                    {{"month", {month.data(), month.size()}},
                     {"month_name", labels_[months[static_cast<unsigned>(first.month()) - 1]]},
                     {"first", {from.data(), from.size()}},
                     {"last", {to.data(), to.size()}}});
    }
    return fill(labels_["range"], {{"first", civil_short(range.first, "date_year", "date_short")},
                                   {"last", civil_short(range.last, "date_year", "date_short")}});
}

std::string Phrasing::clock(int minute) const { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::string Phrasing::clock_of(LocalTime time) const {
    return clock(static_cast<int>((time - std::chrono::floor<std::chrono::days>(time)).count()));
}

std::string Phrasing::moment(Instant instant) const {
    const LocalTime time = local(instant);
    return fill(labels_["moment"], {{"date", short_date(day_of(time))}, {"time", clock_of(time)}});
}

std::string Phrasing::deadline(Instant instant, bool whole_day, bool is_end) const {
    const LocalTime time = local(instant);
    if (!whole_day)
        return fill(labels_[calendar_.counted ? "moment" : "moment_long"],
                    {{"date", date(day_of(time))}, {"time", clock_of(time)}});
    return date(is_end ? last_day(local(instant)) : day_of(local(instant)));
}

std::string Phrasing::time_range(LocalTime begin, LocalTime end) const {
    const Date first = day_of(begin);
    const Date last = day_of(end);
    std::string to;
    if (last == first) {
        to = clock_of(end);
    } else if (last == first + std::chrono::days(1)) {
        to = fill(labels_["next_day"], {{"time", clock_of(end)}});
    } else {
        to = fill(labels_["moment"], {{"date", short_date(last)}, {"time", clock_of(end)}});
    }
    return fill(labels_["range"], {{"first", clock_of(begin)}, {"last", to}});
}

std::string Phrasing::begin(const Planned& planned) const {
    if (!planned.dated) return {};
    const bool day = planned.whole_days || calendar_.is_midnight(planned.span.begin);
    return day ? date(day_of(local(planned.span.begin))) : moment(planned.span.begin);
}

std::string Phrasing::end(const Planned& planned) const {
    if (!planned.dated) return {};
    if (planned.span.empty()) return begin(planned);
    if (planned.whole_days || calendar_.is_midnight(planned.span.end)) return date(last_day(local(planned.span.end)));
    return moment(planned.span.end);
}

std::string Phrasing::span(const Planned& planned) const {
    if (!planned.dated) return {};
    if (planned.span.empty()) return begin(planned);
    const LocalTime from = local(planned.span.begin);
    const LocalTime to = local(planned.span.end);
    if (planned.whole_days) {
        const DateRange range{day_of(from), last_day(to)};
        if (range.first == range.last) return date(range.first);
        return calendar_.counted ? counted_dates(*calendar_.counted, range) : dates(range);
    }
    return fill(labels_["moment"], {{"date", short_date(day_of(from))}, {"time", time_range(from, to)}});
}

std::string Phrasing::span_within(const Planned& part, const Planned& whole) const {
    if (!part.dated || part.whole_days || !whole.dated) return span(part);
    const Date day = day_of(local(whole.span.begin));
    const LocalTime from = local(part.span.begin);
    const bool short_enough = whole.span.end - whole.span.begin <= minutes(minutes_per_day);
    const auto days = day_of(from) - day;
    if (!short_enough || days < std::chrono::days(0) || days > std::chrono::days(1)) return span(part);
    const LocalTime to = local(part.span.end);
    const std::string clocks = part.span.empty() ? clock_of(from) : time_range(from, to);
    return days == std::chrono::days(0) ? clocks : fill(labels_["next_day"], {{"time", clocks}});
}

std::string Phrasing::long_span(Interval interval, bool whole_days) const {
    const LocalTime from = local(interval.begin);
    const LocalTime to = local(interval.end);
    const Date first = day_of(from);
    const Date last = whole_days ? std::max(first, last_day(to)) : day_of(to);
    const auto with_time = [&](const std::string& date, const std::string& time) {
        return fill(labels_["moment_long"], {{"date", date}, {"time", time}});
    };
    if (whole_days && last == first) return long_date(first);
    if (whole_days && calendar_.counted) return counted_dates(*calendar_.counted, {first, last});
    if (!whole_days && last <= first + std::chrono::days(1)) return with_time(long_date(first), time_range(from, to));
    const bool same_year = !calendar_.counted && civil(first).year() == civil(last).year();
    const std::string until = same_year ? say(labels_, "date_weekday", last) : long_date(last);
    return fill(labels_["range_long"],
                {{"first", whole_days ? long_date(first) : with_time(long_date(first), clock_of(from))},
                 {"last", whole_days ? until : with_time(until, clock_of(to))}});
}

std::string Phrasing::point(const Planned& planned, bool day_before) const {
    if (!planned.dated) return {};
    const LocalTime time = local(planned.span.begin);
    if (planned.whole_days) return date(day_before ? last_day(time) : day_of(time));
    return moment(planned.span.begin);
}

std::string Phrasing::count(std::string_view label, std::int64_t count) const {
    return fill(plural(labels_[label], count == 1), {{"n", fmt::format("{}", count)}});
}

std::string Phrasing::duration(Duration duration) const {
    std::string& said = durations_[duration.count * 2 + (duration.working ? 1 : 0)];
    if (said.empty()) said = say_duration(duration);
    return said;
}

std::string Phrasing::say_duration(Duration duration) const {
    std::int64_t rest = duration.count < 0 ? -duration.count : duration.count;
    std::string out = duration.count < 0 ? "−" : "";
    if (duration.working) {
        const double days = static_cast<double>(rest) / static_cast<double>(minutes_per_day);
        return out + fill(plural(labels_["working_days_count"], rest == minutes_per_day), {{"n", number(days)}});
    }
    const auto part = [&](std::string_view label, std::int64_t unit) {
        if (rest < unit) return;
        if (!out.empty() && out != "−") out += labels_["duration_join"];
        out += count(label, rest / unit);
        rest %= unit;
    };
    if (rest == 0) return out + count("minutes", 0);
    part("days", minutes_per_day);
    part("hours", 60);
    part("minutes", 1);
    return out;
}

std::string Phrasing::length(const Planned& planned) const {
    if (!planned.dated || planned.span.empty()) return {};
    // By the wall clock: a day of whole days stays a day when the clocks change in it.
    if (planned.whole_days) return duration({(local(planned.span.end) - local(planned.span.begin)).count(), false});
    return duration({(planned.span.end - planned.span.begin).count(), false});
}

std::string Phrasing::number(double number) const {
    std::string digits = fmt::format("{}", std::round(number * 1e6) / 1e6);
    if (digits.find('e') != std::string::npos) return digits;
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    for (std::size_t at = whole; at > 3 && digits[at - 4] != '-'; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string Phrasing::range(NumberRange range) const {
    if (range.first == range.last) return number(range.first);
    return fill(labels_["range"], {{"first", number(range.first)}, {"last", number(range.last)}});
}

} // namespace planc
