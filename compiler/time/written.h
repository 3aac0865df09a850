// Times as people write them in a plan, parsed strictly and not yet placed on the calendar.
#pragma once

#include "source/span.h"
#include "time/instant.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace planc {

enum class Anchor : std::uint8_t { unspecified, start, end };

/// An instant as written: `2025-12-08`, `2025-12-08 22:00`, `02:00`, or `launch - 7d`, `gray-1.end + 2h`,
/// `launch - 1d 22:00`.
struct WrittenInstant {
    enum class Form : std::uint8_t { none, date, date_time, clock, relative };

    Form form = Form::none;
    Anchor anchor = Anchor::unspecified; ///< relative: which end of the target
    bool at_clock = false;               ///< relative: on the day so far away, at a clock time
    std::int16_t minute = 0;             ///< clock time as minutes after midnight, [0, 1440)
    Duration offset;                     ///< relative: may be negative
    Date date{};
    std::string_view target; ///< relative: the id; a view into the text that was parsed
    Span span;               ///< all of it
    Span target_span;        ///< relative: the id alone

    bool given() const { return form != Form::none; }
};

/// What is wrong with a text, and what to write instead.
struct TimeError {
    std::string message;   ///< "`2025/12/08` is not a date planc reads"
    std::string help;      ///< "write `2025-12-08`"; may be empty
    std::size_t begin = 0; ///< bytes of the text the message is about, [begin, end)
    std::size_t end = 0;
};

template <class T>
using TimeResult = std::variant<T, TimeError>;

/// Parses exactly `YYYY-MM-DD`, a date that exists, years 1900 to 2999.
TimeResult<Date> parse_date(std::string_view text);
/// `T`, `T-7d`, `W3`, `W3 D2 09:00`, relative to `anchor`; nothing for any other text. A week alone is its first day,
/// or its last with `as_end`. `span` is where `text` stands.
std::optional<WrittenInstant> parse_counted(std::string_view text, std::string_view anchor, bool as_end, Span span);
/// Parses exactly `HH:MM`, 00:00 to 23:59, as minutes after midnight.
TimeResult<int> parse_clock(std::string_view text);
/// Any form of instant. `launch-7d` is an id, too, so it is read as one; see `spaced_offset`. `span` is where `text`
/// stands, byte for byte if it stands there unescaped.
TimeResult<WrittenInstant> parse_instant(std::string_view text, Span span);
/// `30m`, `2h`, `3d`, `1w`, `0.5d`, `1h30m`, `3wd`; not negative; whole minutes; at most 100 years.
TimeResult<Duration> parse_duration(std::string_view text);
/// Inclusive dates: `2025-12-24 .. 2025-12-26`, or one date; any blanks around the dots.
struct DateRange {
    Date first{};
    Date last{};
};
TimeResult<DateRange> parse_date_range(std::string_view text);
/// `09:00 .. 18:00`, as minutes after midnight; the end may be 24:00 (1440).
struct ClockRange {
    int begin = 0;
    int end = 0;
};
TimeResult<ClockRange> parse_clock_range(std::string_view text);

/// The canonical text: `2025-12-08`, `2025-12-08 22:00`, `launch - 7d`.
std::string format_written(const WrittenInstant& written);

/// `launch - 7d` for `launch-7d`: what an id that nobody declares may have been meant to be.
std::optional<std::string> spaced_offset(std::string_view id);

} // namespace planc
