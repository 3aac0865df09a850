// Random charts for properties: every kind of row, text and scale, some of it hostile.
#pragma once

#include "gantt/chart.h"

#include <random>

namespace planc_test {

/// Up to `most_rows` rows with a fitted axis, arrows, bands and sometimes a line.
planc::Chart random_chart(std::mt19937& random, int most_rows);

} // namespace planc_test
