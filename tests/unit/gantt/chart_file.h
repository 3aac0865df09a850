// Reads a chart from the small text format of tests/unit/gantt/cases, so that a new case is a new file.
#pragma once

#include "gantt/chart.h"

#include <string>
#include <string_view>
#include <vector>

namespace planc_test {

/// One statement a line, fields between `|`:
///     title | TEXT                       language | en            as_of | 2025-12-08 10:00
///     task 1 | LABEL | OWNER | BEGIN .. END | done critical slack=30 percent=10 progress=60 | ACTUAL
///     arrow 1 2 finish_to_start critical
///     band freeze | LABEL | BEGIN .. END
/// Kinds as in BarKind; the number is the depth. Bare dates are whole days, the end inclusive; `-` is undated. ACTUAL is
/// `BEGIN .. END`, or `BEGIN ..` of what goes on. Rows
/// count from 0. The axis is fitted to the rows.
planc::Chart read_chart(std::string_view text);

std::string read_text(const std::string& path);
/// The names of all cases, without their folder and ending, sorted.
std::vector<std::string> case_names();
planc::Chart read_case(const std::string& name);

} // namespace planc_test
