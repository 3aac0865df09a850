// Strict reading of the small parts of written times; what is not exactly right is not read at all.
#pragma once

#include "time/written.h"

#include <optional>
#include <string_view>

namespace planc {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `YYYY-MM-DD`, a day that exists, years 1900 to 2999.
std::optional<Date> read_date(std::string_view text);
/// `HH:MM`, 00:00 to 23:59.
std::optional<int> read_clock(std::string_view text);
/// A duration as `parse_duration` takes it.
std::optional<Duration> read_duration(std::string_view text);
/// An id with its parts: `gray-1`, `import.3`.
bool is_id(std::string_view text);
/// `2025-12-08`, `2025-12-08 22:00`, `02:00`, `launch - 7d`, `launch - 1d 22:00`; spans are left empty, `target` is a
/// view into `text`.
std::optional<WrittenInstant> read_instant(std::string_view text);
/// `T`, `T-7d`, `T + 2h`, `T-1d 22:00`, `W3`, `W3 D2`, `W3 D2 09:00`: relative to a target that is left empty. `W3` is
/// the first day of the week, or the last with `as_end`.
std::optional<WrittenInstant> read_counted(std::string_view text, bool as_end);

/// No duration is longer: 100 years, in minutes.
inline constexpr std::int64_t longest_duration = 36525 * minutes_per_day;

} // namespace planc
