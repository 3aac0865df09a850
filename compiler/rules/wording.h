// How findings call things: names, amounts of time, days.
#pragma once

#include "diagnostics/quote.h"
#include "plan/plan.h"
#include "schedule/schedule.h"

#include <string>
#include <string_view>

namespace planc {

/// In back quotes: the id where one is written, otherwise the title, cut to 40 columns.
std::string called(const Work& work);

/// "2 days", "1 day 3 hours", "90 minutes" … of a length in minutes, without its sign.
std::string amount(std::int64_t length);

/// "2 working days" or as above.
std::string amount(Duration duration);

/// "Sat 2025-12-06", with the clock time unless `whole_days`; an inclusive end shows the day that ends.
std::string day(const Plan& plan, Instant instant, bool whole_days, bool inclusive_end = false);

/// When work starts and ends, as `day`.
std::string begin_of(const Plan& plan, const Planned& planned);
std::string end_of(const Plan& plan, const Planned& planned);

/// The best place to point at for a start: what is written as start, else the id, else the title.
Span start_place(const Work& work);
/// The same for an end: the written end, else the duration, else the id or title.
Span end_place(const Work& work);
/// The id if written, else the title, else the whole entry.
Span name_place(const Work& work);

} // namespace planc
