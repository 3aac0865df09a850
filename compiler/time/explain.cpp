// Explanations.
#include "time/explain.h"
#include <fmt/format.h>
namespace planc {
static TimeError general(std::string_view text, std::string_view what, std::string_view help) {
    return {fmt::format("`{}` is not {} planc reads", text.substr(0, 60), what), std::string(help), 0, text.size()};
}
TimeError explain_date(std::string_view text) { return general(text, "a date", "write a date as `2025-12-08`"); }
TimeError explain_clock(std::string_view text) { return general(text, "a clock time", "write a time as `22:00`"); }
TimeError explain_instant(std::string_view text) {
    return general(text, "a time", "write `2025-12-08`, `2025-12-08 22:00` or `launch - 7d`");
}
TimeError explain_duration(std::string_view text) {
    return general(text, "a duration", "write `30m`, `2h`, `3d`, `1w` or `3wd`");
}
TimeError explain_date_range(std::string_view text) {
    return general(text, "a range of dates", "write `2025-12-24 .. 2025-12-26`");
}
TimeError explain_clock_range(std::string_view text) {
    return general(text, "a range of times", "write `09:00 .. 18:00`");
}
} // namespace planc
