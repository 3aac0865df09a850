// The parsers: strict reading, and where that says no, an explanation.
#include "time/written.h"

#include "time/explain.h"
#include "time/reading.h"

#include <fmt/format.h>

namespace planc {
namespace {

struct Halves {
    std::string_view first;
    std::string_view second;
};

/// Both sides of `..`, without the blanks around it.
std::optional<Halves> split_range(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    Halves halves{text.substr(0, dots), text.substr(dots + 2)};
    while (halves.first.ends_with(' ')) halves.first.remove_suffix(1);
    while (halves.second.starts_with(' ')) halves.second.remove_prefix(1);
    return halves;
}

/// The bytes of `part`, a view into `text`, as a span. Where the text stands differently in the file: all of it.
Span place(std::string_view text, std::string_view part, Span span) {
    const auto begin = static_cast<std::size_t>(part.data() - text.data());
    const std::size_t written = span.end - span.begin;
    // A quoted scalar without escapes has its text one byte in.
    if (written != text.size() && written != text.size() + 2) return span;
    const auto first = span.begin + static_cast<std::uint32_t>(begin + (written - text.size()) / 2);
    return {span.file, first, first + static_cast<std::uint32_t>(part.size())};
}

} // namespace

TimeResult<Date> parse_date(std::string_view text) {
    if (const auto date = read_date(text)) return *date;
    return explain_date(text);
}

TimeResult<int> parse_clock(std::string_view text) {
    if (const auto minute = read_clock(text)) return *minute;
    return explain_clock(text);
}

TimeResult<WrittenInstant> parse_instant(std::string_view text, Span span) {
    auto instant = read_instant(text);
    if (!instant) return explain_instant(text);
    instant->span = span;
    if (instant->form == WrittenInstant::Form::relative) instant->target_span = place(text, instant->target, span);
    return *instant;
}

std::optional<WrittenInstant> parse_counted(std::string_view text, std::string_view anchor, bool as_end, Span span) {
    auto instant = read_counted(text, as_end);
    if (!instant) return std::nullopt;
    instant->span = instant->target_span = span;
    instant->target = anchor;
    return instant;
}

TimeResult<Duration> parse_duration(std::string_view text) {
    if (const auto duration = read_duration(text)) return *duration;
    return explain_duration(text);
}

TimeResult<DateRange> parse_date_range(std::string_view text) {
    if (const auto date = read_date(text)) return DateRange{*date, *date};
    if (const auto halves = split_range(text)) {
        const auto first = read_date(halves->first);
        const auto last = read_date(halves->second);
        if (first && last && *first <= *last) return DateRange{*first, *last};
    }
    return explain_date_range(text);
}

TimeResult<ClockRange> parse_clock_range(std::string_view text) {
    if (const auto halves = split_range(text)) {
        const auto begin = read_clock(halves->first);
        const auto end = halves->second == "24:00" ? std::optional<int>{1440} : read_clock(halves->second);
        if (begin && end && *begin < *end) return ClockRange{*begin, *end};
    }
    return explain_clock_range(text);
}

std::string format_written(const WrittenInstant& written) {
    const auto clock = [&] { return fmt::format("{:02}:{:02}", written.minute / 60, written.minute % 60); };
    switch (written.form) {
    case WrittenInstant::Form::none:
        return {};
    case WrittenInstant::Form::date:
        return format_date(written.date);
    case WrittenInstant::Form::date_time:
        return format_date(written.date) + ' ' + clock();
    case WrittenInstant::Form::clock:
        return clock();
    case WrittenInstant::Form::relative:
        break;
    }
    std::string text{written.target};
    if (written.anchor == Anchor::start) text += ".start";
    if (written.anchor == Anchor::end) text += ".end";
    if (written.offset.count != 0) {
        const bool back = written.offset.count < 0;
        const Duration length{back ? -written.offset.count : written.offset.count, written.offset.working};
        text += (back ? " - " : " + ") + format_duration(length);
    }
    return written.at_clock ? text + ' ' + clock() : text;
}

std::optional<std::string> spaced_offset(std::string_view id) {
    const auto dash = id.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    auto spaced = std::string{id.substr(0, dash)} + " - " + std::string{id.substr(dash + 1)};
    if (!read_instant(spaced)) return std::nullopt;
    return spaced;
}

} // namespace planc
