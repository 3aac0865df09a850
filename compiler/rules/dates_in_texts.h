// Dates as people write them into texts.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace planc {

/// A date that stands in a text; without a year where none is written.
struct DateInText {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<int> year = std::nullopt;
    unsigned month = 0;
    unsigned day = 0;
    bool either_order = false;   ///< `3/5`: the month may also stand second
    bool needs_brackets = false; ///< `03-05`: may also be a range of hours, unless a weekday is in brackets beside it
};

/// The date whose first number begins at `at`, or whose month does if a name stands before: `2026-03-05`, `2026/3/5`,
/// `2026.3.5`, `20260305`, `2026年3月5日`, `3月5日`, `3/5`, `03-05`, `March 5, 2026`, `5 March`, `Mar 5th`.
std::optional<DateInText> date_at(std::string_view text, std::size_t at);

/// The same where the date as a whole begins at `at`, be it with a number or with a month.
std::optional<DateInText> date_beginning_at(std::string_view text, std::size_t at);

/// The date behind a range's hyphen at `at`, as the second of `3/2-3/6`.
std::optional<DateInText> date_behind_hyphen(std::string_view text, std::size_t at);

/// Over one clock time `22:00`, or two with a hyphen; `at` itself if there is none.
std::size_t past_clock_time(std::string_view text, std::size_t at);

} // namespace planc
