// The signs of a chart as SVG: bars, arrows, samples of the legend.
#pragma once

#include "gantt/layout.h"

#include <string>

namespace planc {

/// A bar with what a browser shows when the pointer rests on it, its sign and what really happened below it.
void put_bar(std::string& out, const PlacedBar& bar, const Chart& chart);
void put_route(std::string& out, const Route& route);
void put_sample(std::string& out, const LegendItem& item);

} // namespace planc
