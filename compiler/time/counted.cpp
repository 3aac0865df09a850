#include "time/counted.h"

#include <fmt/format.h>

namespace planc {

CountedDay counted_day(const Counted& counted, Date date) {
    const std::int64_t days = counted.days_to(date);
    return {days / 7 + 1, static_cast<int>(days % 7) + 1};
}

std::string format_from_origin(const Counted& counted, Date date) {
    const std::int64_t days = counted.days_to(date);
    return days == 0 ? "T" : fmt::format("T{:+}d", days);
}

std::string format_counted(const Counted& counted, Date date) {
    if (!counted.weeks || date < counted.origin) return format_from_origin(counted, date);
    const auto [week, day] = counted_day(counted, date);
    return fmt::format("W{} D{}", week, day);
}

} // namespace planc
