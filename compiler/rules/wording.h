// How findings call things: names, amounts of time, days.
#pragma once

#include "diagnostics/quote.h"
#include "rules/rule.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// In back quotes: the id where one is written, otherwise the title, cut to 40 columns.
std::string called(const Work& work);
/// The same for a checklist.
std::string called(const Checklist& checklist);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& things);

/// "2 days", "1 day 3 hours", "90 minutes" … of a length in minutes, without its sign.
std::string amount(std::int64_t length);

/// "2 working days" or as above.
std::string amount(Duration duration);

/// From one instant to another, without a sign: whole days by the calendar where both are midnights, so that a clock
/// change makes no odd hours.
std::string distance(const Plan& plan, Instant from, Instant to);

/// "Sat 2025-12-06", with the clock time unless `whole_days`; an inclusive end shows the day that ends.
std::string day(const Plan& plan, Instant instant, bool whole_days, bool inclusive_end = false);

/// When work starts and ends, as `day`; of a milestone the day or the time for which it is promised.
std::string begin_of(const Analysis& analysis, WorkIndex work);
std::string end_of(const Analysis& analysis, WorkIndex work);

/// From when to when: "Sat 2025-12-06", "Sat 2025-12-06 to Mon 2025-12-08", "Sat 2025-12-06 22:00 to 23:30".
std::string when(const Analysis& analysis, WorkIndex work);

/// "`review` starts Sat 2025-12-06", "`review` ends Fri 2025-12-12"; of a milestone "`launch` is Fri 2025-12-12".
std::string starts_when(const Analysis& analysis, WorkIndex work);
std::string ends_when(const Analysis& analysis, WorkIndex work);

/// "`review` ends", "2 days after `review` ends", "1 day before `review` starts": what a dependency waits for.
std::string awaited(const Work& from, DependencyType type, Duration lag);

/// The best place to point at for a start: what is written as start, else the id, else the title.
Span start_place(const Work& work);
/// The same for an end: the written end, else the duration, else the id or title.
Span end_place(const Work& work);
/// The id if written, else the title, else the whole entry.
Span name_place(const Work& work);

/// The first of these that is written.
Span first_given(std::initializer_list<Span> places);

} // namespace planc
