// Which stretch of time a chart shows, in which units, and what its axis says.
#pragma once

#include "gantt/chart.h"

namespace planc {

/// Sets `begin`, `end`, `unit`, `step` and `ticks` of a chart from its dated rows and its language. Without a dated row
/// the axis stays empty (begin equal to end, no ticks).
void fit_axis(Chart& chart);

} // namespace planc
