// What is wrong with a date or a clock time.
#include "time/advise.h"

#include "diagnostics/suggestion.h"
#include "time/reading.h"

#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::array<std::string_view, 12> month_titles = {"January",   "February", "March",    "April",
                                                           "May",       "June",     "July",     "August",
                                                           "September", "October",  "November", "December"};

int days_in(int year, int month) {
    const auto last = std::chrono::year{year} / month / std::chrono::last;
    return static_cast<int>(unsigned{last.day()});
}

std::string ymd(int year, int month, int day) { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }
std::string hm(int hour, int minute) { return fmt::format("{:02}:{:02}", hour, minute); }

std::string_view noun(Expected expected) {
    switch (expected) {
    case Expected::date:
        return "a date";
    case Expected::clock:
        return "a clock time";
    case Expected::date_or_clock:
        break;
    }
    return "a time";
}

class Adviser {
public:
    Adviser(const Plain& plain, const LooseMoment& moment, std::size_t begin, std::size_t end, Expected expected)
        : plain_(plain), moment_(moment), begin_(begin), end_(end), expected_(expected) {}

    Advice advise() {
        if (moment_.has_date() && date_mistaken()) return advice_;
        find_written();
        if (moment_.has_clock() && clock_mistaken()) return advice_;
        if (expected_ == Expected::date && moment_.has_clock())
            return say(fmt::format("here a date stands alone, and {} adds a clock time", quote_all()), usual_help(),
                       moment_.clock_begin, moment_.end);
        if (expected_ == Expected::clock && moment_.has_date())
            return say(fmt::format("here a clock time stands alone, and {} adds a date", quote_all()), usual_help(),
                       moment_.date_begin, moment_.date_end);
        if (moment_.end < end_) return trailing();
        if (plain_.full_width && plain_.part(begin_, end_) == advice_.written)
            return say(fmt::format("{} is written with full-width characters", quote_all()), usual_help(), begin_,
                       end_);
        return say(fmt::format("{} is not {} planc reads", quote_all(), noun(expected_)), usual_help(), begin_, end_);
    }

private:
    const Plain& plain_;
    const LooseMoment& moment_;
    std::size_t begin_;
    std::size_t end_;
    Expected expected_;
    Advice advice_;

    std::string quote_all() const { return plain_.quote(begin_, end_); }
    std::string usual_help() const {
        if (!advice_.written.empty()) return write_instead(advice_.written);
        switch (expected_) {
        case Expected::date:
            return "write a date as `2025-12-08`";
        case Expected::clock:
            return "write a clock time as `22:00`";
        case Expected::date_or_clock:
            break;
        }
        return "write a date as `2025-12-08`, or a time as `2025-12-08 22:00`";
    }

    Advice say(std::string message, std::string help, std::size_t begin, std::size_t end) {
        advice_.message = std::move(message);
        advice_.help = std::move(help);
        advice_.begin = begin;
        advice_.end = end;
        return advice_;
    }

    /// The clock time as it will be suggested beside a date, if it is one.
    std::string clock_tail() const {
        const bool wanted = moment_.has_clock() && expected_ != Expected::date;
        return wanted && moment_.hour < 24 && moment_.minute < 60 ? ' ' + hm(moment_.hour, moment_.minute)
                                                                  : std::string{};
    }

    /// A date to suggest; it is not `written`, as it is a guess.
    std::string as_in(int year, int month, int day) const { return ymd(year, month, day) + clock_tail(); }

    /// "`2025-12-08` or `2025-08-12`": every date that the numbers can be.
    std::string readings() const {
        std::string text;
        for (const LooseDate& one : moment_.readings) {
            if (!text.empty()) text += &one == &moment_.readings.back() ? " or " : ", ";
            text += fmt::format("`{}`", as_in(one.year, one.month, one.day));
        }
        return text;
    }

    bool date_mistaken() {
        const auto& m = moment_;
        if (expected_ == Expected::clock) return false;
        if (m.readings.size() > 1) {
            const auto date = plain_.quote(m.date_begin, m.date_end);
            const bool years = m.readings.front().year != m.readings.back().year;
            say(years ? fmt::format("{} does not say which number is the year", date)
                      : fmt::format("{} can be read with the day or the month first", date),
                fmt::format("write the year {}: {}", years ? "in full" : "first", readings()), m.date_begin,
                m.date_end);
            return true;
        }
        if (m.month < 1 || m.month > 12) {
            const bool swapped =
                m.year >= 1900 && m.year <= 2999 && m.day >= 1 && m.day <= 12 && m.month <= days_in(m.year, m.day);
            say(fmt::format("there is no month {}", m.month),
                swapped && m.month > 12 ? write_instead(as_in(m.year, m.day, m.month)) : "months run from `01` to `12`",
                m.month_begin, m.month_end);
            return true;
        }
        if (m.day < 0) {
            say(fmt::format("{} names a month, not a day", plain_.quote(m.date_begin, m.date_end)),
                m.year >= 1900 && m.year <= 2999 ? fmt::format("add the day, as in `{}`", as_in(m.year, m.month, 1))
                                                 : "add the year and the day, as in `2025-12-08`",
                m.date_begin, m.date_end);
            return true;
        }
        const auto month = month_titles[static_cast<std::size_t>(m.month - 1)];
        // 2024 is a leap year: without a year, 29 February may be right.
        const int length = days_in(m.year < 0 ? 2024 : m.year, m.month);
        if (m.day < 1 || m.day > length) {
            std::string message = m.day < 1    ? "days are counted from 1"
                                  : m.year < 0 ? fmt::format("{} has {} days", month, length)
                                               : fmt::format("{} {} has {} days", month, m.year, length);
            say(std::move(message),
                m.year < 1900 || m.year > 2999 ? "write a day that exists, as in `2025-12-08`"
                : m.day < 1                    ? fmt::format("the first day is `{}`", as_in(m.year, m.month, 1))
                                               : fmt::format("the last day is `{}`", as_in(m.year, m.month, length)),
                m.day_begin, m.day_end);
            return true;
        }
        if (m.year < 0) {
            // A day that the example's year has too.
            const int day = m.month == 2 && m.day == 29 ? 28 : m.day;
            say(fmt::format("{} does not say which year", plain_.quote(m.date_begin, m.date_end)),
                fmt::format("write the year too, as in `{}`", as_in(2025, m.month, day)), m.date_begin, m.date_end);
            return true;
        }
        if (m.year < 1900 || m.year > 2999) {
            say(fmt::format("the year {} is out of reach", m.year), "years run from 1900 to 2999", m.date_begin,
                m.date_end);
            return true;
        }
        return false;
    }

    /// Fills `written` with what was meant, hours past midnight counted on, if the strict readers take it.
    void find_written() {
        const auto& m = moment_;
        const bool with_clock = m.has_clock() && m.hour < 48 && m.minute < 60;
        const std::string clock = with_clock ? hm(m.hour % 24, m.minute) : std::string{};
        if (m.has_clock() && !with_clock && expected_ != Expected::date) return;
        // The midnight after which day?
        if (m.past_midnight && !m.has_date() && expected_ != Expected::clock) return;
        std::string text;
        if (expected_ == Expected::clock || !m.has_date()) {
            if (expected_ != Expected::date) text = clock;
        } else {
            Date date{std::chrono::year{m.year} / m.month / m.day};
            if (with_clock && m.hour >= 24) date += std::chrono::days{1};
            text = format_date(date);
            if (with_clock && expected_ != Expected::date) text += ' ' + clock;
        }
        if (expected_ == Expected::date ? read_date(text).has_value() : read_instant(text).has_value())
            advice_.written = std::move(text);
    }

    /// When a span ends whose end stands where an offset would, later on the same day: `10:00-12:00`. Empty if it is
    /// an offset.
    std::string_view end_of_span() const {
        if (!moment_.zone || expected_ != Expected::date_or_clock) return {};
        auto text = plain_.part(moment_.zone_begin, moment_.zone_end);
        if (!text.starts_with('-')) return {};
        text.remove_prefix(1);
        if (text == "24:00") return "00:00"; // beside a start, the midnight after it
        const auto end = read_clock(text);
        return end && *end > moment_.hour * 60 + moment_.minute ? text : std::string_view{};
    }

    bool clock_mistaken() {
        const auto& m = moment_;
        const auto clock = plain_.quote(m.clock_begin, m.clock_end);
        if (m.minute > 59) {
            say(fmt::format("{} has more than 59 minutes", clock), "clock times run from `00:00` to `23:59`",
                m.clock_begin, m.clock_end);
            return true;
        }
        if (m.hour > 23) {
            const bool midnight = m.hour == 24 && m.minute == 0;
            const auto next = hm(m.hour % 24, m.minute);
            say(midnight || m.past_midnight ? fmt::format("{} is `{}` of the next day", clock, next)
                : m.hour < 48               ? fmt::format("a day has no {}; it is `{}` of the next day", clock, next)
                                            : fmt::format("a day has no {}", clock),
                advice_.written.empty()     ? "clock times run from `00:00` to `23:59`"
                : midnight && !m.has_date() ? "write `00:00`, which beside a start is the midnight after it"
                                            : usual_help(),
                m.clock_begin, m.clock_end);
            return true;
        }
        if (const auto until = end_of_span(); !until.empty()) {
            say(fmt::format("{} is a span, not a point in time", plain_.quote(m.clock_begin, m.zone_end)),
                m.has_date() && !advice_.written.empty()
                    ? fmt::format("write `start` and `end`: `{}` and `{}`", advice_.written, until)
                    : "write `start` and `end`",
                m.clock_begin, m.zone_end);
            return true;
        }
        if (m.zone) {
            say(fmt::format("{} names a time zone, but times are in the plan's `timezone`",
                            plain_.quote(m.zone_begin, m.zone_end)),
                advice_.written.empty() ? usual_help()
                                        : fmt::format("write `{}` if that is the time there", advice_.written),
                m.zone_begin, m.zone_end);
            return true;
        }
        if (m.second >= 0) {
            say(fmt::format("{} has seconds, but times are whole minutes", clock), usual_help(), m.clock_begin,
                m.clock_end);
            return true;
        }
        return false;
    }

    /// The date or time is followed by more: an offset that can be worked out, or something else.
    Advice trailing() {
        auto rest = moment_.end;
        while (rest < end_ && plain_.text[rest] == ' ') ++rest;
        const char sign = plain_.text[rest];
        const bool offset = (sign == '+' || sign == '-') && plain_.part(rest, end_).find(':') == std::string_view::npos;
        if (offset && expected_ != Expected::clock && moment_.has_date()) {
            auto length_begin = rest + 1;
            while (length_begin < end_ && plain_.text[length_begin] == ' ') ++length_begin;
            const auto length = advise_duration(plain_, length_begin, end_);
            const auto duration = read_duration(length.written);
            if (duration && !duration->working && duration->count % (moment_.has_clock() ? 1 : minutes_per_day) == 0) {
                LocalTime time{Date{std::chrono::year{moment_.year} / moment_.month / moment_.day}};
                if (moment_.has_clock()) time += minutes{moment_.hour * 60 + moment_.minute};
                time += minutes{sign == '-' ? -duration->count : duration->count};
                auto text = format_local(time);
                if (!moment_.has_clock()) text.resize(10);
                advice_.written = read_instant(text) ? text : std::string{};
                return say(fmt::format("{} counts from a date; only an id can be counted from", quote_all()),
                           usual_help(), rest, end_);
            }
        }
        advice_.partial = true;
        return say(
            fmt::format("there is more after {}: {}", plain_.quote(begin_, moment_.end), plain_.quote(rest, end_)),
            usual_help(), rest, end_);
    }
};

} // namespace

std::optional<Advice> advise_moment(const Plain& plain, std::size_t begin, std::size_t end, Expected expected) {
    const auto moment = read_loose_moment(plain, begin, end, expected);
    if (!moment.has_date() && !moment.has_clock()) return std::nullopt;
    if (!moment.has_date() && expected == Expected::date) return std::nullopt;
    return Adviser{plain, moment, begin, end, expected}.advise();
}

} // namespace planc
