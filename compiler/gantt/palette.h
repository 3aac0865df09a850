// The colours of charts, by name, for light and dark paper.
#pragma once

#include <span>
#include <string_view>

namespace planc {

/// Written `#rrggbb`. A theme replaces one by the custom property `--planc-NAME`.
struct ChartColour {
    std::string_view name;
    std::string_view light;
    std::string_view dark;
};

std::span<const ChartColour> chart_colours();

/// Null if there is none.
const ChartColour* find_colour(std::string_view name);

} // namespace planc
