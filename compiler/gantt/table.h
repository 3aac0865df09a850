// The chart's facts as a plain table, for those who cannot see the picture and for the pages around it.
#pragma once

#include "gantt/chart.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

enum class ChartColumn : std::uint8_t { depth, what, owner, begin, end, status, percent, slack, critical, actual };
inline constexpr std::size_t chart_columns = 10;

/// Everything is said in words in the plan's language; a cell is empty where there is nothing to say. Texts of users
/// are on one line, without control characters, but not escaped for any format.
struct ChartTable {
    std::array<std::string_view, chart_columns> header;
    std::vector<std::array<std::string, chart_columns>> rows; ///< as Chart::rows; `what` is never shortened
};

ChartTable chart_table(const Chart& chart);

} // namespace planc
