// Writes points and lengths of time the one way the language reads them.
#include "time/instant.h"

#include <fmt/format.h>

namespace planc {

std::string format_date(Date date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

std::string format_local(LocalTime time) {
    const Date date = std::chrono::floor<std::chrono::days>(time);
    const auto minute = (time - date).count();
    return fmt::format("{} {:02}:{:02}", format_date(date), minute / 60, minute % 60);
}

std::string format_duration(Duration duration) {
    const bool negative = duration.count < 0;
    auto rest = static_cast<std::uint64_t>(duration.count);
    if (negative) rest = 0 - rest;
    std::string text = negative ? "-" : "";
    if (duration.working) {
        text += fmt::format("{}", rest / minutes_per_day);
        // Every ninth minute has an exact decimal of at most five digits; for the others four digits tell minutes
        // apart.
        if (const auto part = rest % minutes_per_day; part != 0) {
            std::string decimals = part % 9 == 0 ? fmt::format("{:05}", part * 100000 / minutes_per_day)
                                                 : fmt::format("{:04}", (part * 10000 + 720) / minutes_per_day);
            decimals.erase(decimals.find_last_not_of('0') + 1);
            text += '.' + decimals;
        }
        return text + "wd";
    }
    if (rest == 0) return "0m";
    constexpr std::uint64_t week = 7 * minutes_per_day;
    if (rest % week == 0) return text + fmt::format("{}w", rest / week);
    const auto add = [&](std::uint64_t unit, char letter) {
        if (rest < unit) return;
        if (!text.empty() && text != "-") text += ' ';
        text += fmt::format("{}{}", rest / unit, letter);
        rest %= unit;
    };
    add(minutes_per_day, 'd');
    add(60, 'h');
    add(1, 'm');
    return text;
}

} // namespace planc
