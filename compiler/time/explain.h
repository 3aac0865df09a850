// What people write for a time that planc does not read, and what they should write instead.
#pragma once

#include "time/written.h"

#include <string_view>

namespace planc {

// Each is given a text that the parser of the same name has refused, and says what to write for it.

TimeError explain_date(std::string_view text);
TimeError explain_clock(std::string_view text);
TimeError explain_instant(std::string_view text);
TimeError explain_duration(std::string_view text);
TimeError explain_date_range(std::string_view text);
TimeError explain_clock_range(std::string_view text);

} // namespace planc
