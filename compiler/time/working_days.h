// Counts working days and finds one by its number, without walking over the days.
#pragma once

#include "time/calendar.h"

#include <optional>

namespace planc {

/// Working days before `date`, from some zero that the calendar fixes (may be negative).
std::int64_t working_days_before(const Calendar& calendar, Date date);

/// The working day with this number, so that `working_days_before` of it is `number`; nothing if there is none.
std::optional<Date> working_day(const Calendar& calendar, std::int64_t number);

} // namespace planc
