// Strict readers, without any message.
#include "time/reading.h"

#include <limits>

namespace planc {
namespace {

/// The number that is all of `text`; at most nine digits, at least one.
std::optional<int> read_number(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::size_t count_digits(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    return count;
}

std::optional<std::int64_t> unit_minutes(char unit) {
    switch (unit) {
    case 'w':
        return 7 * minutes_per_day;
    case 'd':
        return minutes_per_day;
    case 'h':
        return 60;
    case 'm':
        return 1;
    default:
        return std::nullopt;
    }
}

/// WHOLE.DECIMALS units as minutes, if they are a whole number of them.
std::optional<std::int64_t> scale(std::string_view whole, std::string_view decimals, std::int64_t unit) {
    const auto count = read_number(whole);
    if (!count) return std::nullopt;
    std::int64_t minutes_in_part = *count * unit;
    while (!decimals.empty() && decimals.back() == '0') decimals.remove_suffix(1);
    if (decimals.empty()) return minutes_in_part;
    const auto part = read_number(decimals);
    if (!part) return std::nullopt;
    std::int64_t power = 1;
    for (std::size_t i = 0; i < decimals.size(); ++i) power *= 10;
    if (*part * unit % power != 0) return std::nullopt;
    return minutes_in_part + *part * unit / power;
}

bool is_id_part(std::string_view text) {
    if (text.empty() || !is_lower(text[0])) return false;
    for (const char c : text)
        if (!is_lower(c) && !is_digit(c) && c != '-') return false;
    return true;
}

/// Nothing, or ` 22:00`, where whole days are counted.
bool read_at_clock(std::string_view text, WrittenInstant& instant) {
    if (text.empty()) return true;
    const auto minute = text[0] == ' ' ? read_clock(text.substr(1)) : std::nullopt;
    if (!minute || instant.anchor != Anchor::unspecified || instant.offset.count % minutes_per_day != 0) return false;
    instant.at_clock = true;
    instant.minute = static_cast<std::int16_t>(*minute);
    return true;
}

/// Nothing, ` - 7d`, ` - 1d 22:00`; behind `T` also without the blanks.
bool read_offset(std::string_view text, WrittenInstant& instant) {
    const std::size_t sign = text.find_first_not_of(' ');
    if (sign == std::string_view::npos || (text[sign] != '+' && text[sign] != '-')) return read_at_clock(text, instant);
    const bool spaced = sign == 1;
    if (sign > 1 || (!spaced && !instant.target.empty())) return false;
    const bool back = text[sign] == '-';
    text.remove_prefix(sign + 1);
    if (spaced && !text.starts_with(' ')) return false;
    if (spaced) text.remove_prefix(1);
    const std::size_t blank = text.rfind(' ');
    const bool clock = blank != std::string_view::npos && text.substr(blank).find(':') != std::string_view::npos;
    const auto offset = read_duration(clock ? text.substr(0, blank) : text);
    if (!offset) return false;
    instant.offset = *offset;
    if (back) instant.offset.count = -instant.offset.count;
    return !clock || read_at_clock(text.substr(blank), instant);
}

} // namespace

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_number(text.substr(0, 4));
    const auto month = read_number(text.substr(5, 2));
    const auto day = read_number(text.substr(8, 2));
    if (!year || !month || !day || *year < 1900 || *year > 2999) return std::nullopt;
    const auto date = std::chrono::year{*year} / *month / *day;
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

std::optional<int> read_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = read_number(text.substr(0, 2));
    const auto minute = read_number(text.substr(3, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<Duration> read_duration(std::string_view text) {
    Duration total;
    std::int64_t last_unit = std::numeric_limits<std::int64_t>::max();
    for (bool first = true; first || !text.empty(); first = false) {
        if (!first && text.front() == ' ') text.remove_prefix(1);
        const auto whole = text.substr(0, count_digits(text));
        text.remove_prefix(whole.size());
        std::string_view decimals;
        if (!text.empty() && text.front() == '.') {
            decimals = text.substr(1, count_digits(text.substr(1)));
            if (decimals.empty()) return std::nullopt;
            text.remove_prefix(1 + decimals.size());
        }
        if (text.empty()) return std::nullopt;
        const bool working = text.substr(0, 2) == "wd";
        const auto unit = working ? minutes_per_day : unit_minutes(text.front());
        if (!unit || *unit >= last_unit || (working && !first) || total.working) return std::nullopt;
        text.remove_prefix(working ? 2 : 1);
        const auto part = scale(whole, decimals, *unit);
        if (!part) return std::nullopt;
        total.count += *part;
        total.working = working;
        last_unit = *unit;
    }
    if (total.count > longest_duration) return std::nullopt;
    return total;
}

bool is_id(std::string_view text) {
    auto dot = text.find('.');
    if (!is_id_part(text.substr(0, dot))) return false;
    while (dot != std::string_view::npos) {
        text.remove_prefix(dot + 1);
        dot = text.find('.');
        const auto part = text.substr(0, dot);
        if (part.empty() || count_digits(part) != part.size()) return false;
    }
    return true;
}

std::optional<WrittenInstant> read_instant(std::string_view text) {
    using Form = WrittenInstant::Form;
    WrittenInstant instant;
    if (const auto minute = read_clock(text)) {
        instant.form = Form::clock;
        instant.minute = static_cast<std::int16_t>(*minute);
        return instant;
    }
    if (const auto date = read_date(text.substr(0, 10))) {
        instant.form = Form::date;
        instant.date = *date;
        if (text.size() == 10) return instant;
        const auto minute = text[10] == ' ' ? read_clock(text.substr(11)) : std::nullopt;
        if (!minute) return std::nullopt;
        instant.form = Form::date_time;
        instant.minute = static_cast<std::int16_t>(*minute);
        return instant;
    }
    instant.form = Form::relative;
    instant.target = text.substr(0, text.find(' '));
    text.remove_prefix(instant.target.size());
    const auto dot = instant.target.rfind('.');
    if (dot != std::string_view::npos) {
        const auto anchor = instant.target.substr(dot + 1);
        instant.anchor = anchor == "start" ? Anchor::start : anchor == "end" ? Anchor::end : Anchor::unspecified;
        if (instant.anchor != Anchor::unspecified) instant.target = instant.target.substr(0, dot);
    }
    if (!is_id(instant.target)) return std::nullopt;
    return read_offset(text, instant) ? std::optional{instant} : std::nullopt;
}

std::optional<WrittenInstant> read_counted(std::string_view text, bool as_end) {
    WrittenInstant instant;
    instant.form = WrittenInstant::Form::relative;
    if (text.starts_with('T')) return read_offset(text.substr(1), instant) ? std::optional{instant} : std::nullopt;
    if (!text.starts_with('W')) return std::nullopt;
    text.remove_prefix(1);
    const auto digits = text.substr(0, count_digits(text));
    const auto week = digits.size() < 4 ? read_number(digits) : std::nullopt;
    if (!week || *week == 0 || digits.front() == '0') return std::nullopt;
    text.remove_prefix(digits.size());
    int day = as_end ? 7 : 1;
    if (text.starts_with(" D")) {
        if (text.size() < 3 || text[2] < '1' || text[2] > '7') return std::nullopt;
        day = text[2] - '0';
        text.remove_prefix(3);
    }
    instant.offset.count = ((*week - 1) * 7 + day - 1) * minutes_per_day;
    return read_at_clock(text, instant) ? std::optional{instant} : std::nullopt;
}

} // namespace planc
