// Weekdays that are named in texts, and which of them belong to a date.
#pragma once

#include "rules/dates_in_texts.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace planc {

constexpr std::array<std::string_view, 7> weekday_names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};

/// A weekday that stands in a text.
struct NamedWeekday {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned weekday = 0; ///< 0 = Monday
    bool english = false;
    bool in_brackets = false;
    bool in_next_cell = false; ///< of a table: the date stands in the one beside it
};

/// The weekday that begins at `at`: `周五`, `星期五`, `Fri`, `Friday`; none if it is one of several, as in `周一至周五`
/// and `every Friday`.
std::optional<NamedWeekday> weekday_at(std::string_view text, std::size_t at);

/// The weekday directly before a date.
std::optional<NamedWeekday> weekday_before(std::string_view text, const DateInText& date);

/// The weekday behind a date.
struct WeekdayBehind {
    NamedWeekday named;
    bool belongs_to_next = false; ///< it is nearer to the date behind it
    bool between_two = false;     ///< it is as near to that one
};
std::optional<WeekdayBehind> weekday_behind(std::string_view text, const DateInText& date);

} // namespace planc
