// Plans that have no dates yet: everything is counted from one milestone.
#pragma once

#include "binding/reader.h"

namespace planc {

/// Where the plan's anchor is a milestone without a date, and nothing else has one: gives it the nominal day, and lets
/// the calendar count from it. Call it when all is read.
void settle_anchor(PlanReader& reader);

} // namespace planc
