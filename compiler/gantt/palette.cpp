// The table of colours.
#include "gantt/palette.h"

namespace planc {

namespace {

constexpr ChartColour colours[] = {
    {"paper", "#ffffff", "#14191f"},
    {"ink", "#1d2733", "#e8edf3"},
    {"muted", "#5a6776", "#9fadbc"},
    {"line", "#edf0f4", "#232b34"},
    {"rule", "#d5dbe3", "#3a4552"},
    {"grid", "#e6eaf0", "#262e37"},
    {"rest", "#f4f6f9", "#1a2028"},
    {"freeze", "#8b97a8", "#6f7e90"},
    {"freeze-paper", "#eceff3", "#222a33"},
    {"group", "#3a4756", "#aab7c5"},
    {"task", "#cfdff3", "#24405f"},
    {"task-edge", "#4a7ab0", "#6d9fd6"},
    {"task-active", "#93b9e4", "#356aa5"},
    {"task-done", "#5f7488", "#8398ad"},
    {"critical", "#fbdccb", "#5a2c18"},
    {"critical-edge", "#c2410c", "#f58a52"},
    {"critical-active", "#f3ab85", "#94451d"},
    {"stage", "#d9efe9", "#1c3a37"},
    {"stage-fill", "#4ea28f", "#3f9a87"},
    {"stage-edge", "#2c7a6a", "#6cc7b3"},
    {"on-done", "#ffffff", "#10151a"},
    {"arrow", "#8794a3", "#7b8997"},
    {"actual", "#1d2733", "#dbe3ec"},
    {"slack", "#a7b2bf", "#5d6a78"},
    {"today", "#7a3fb0", "#c39af0"},
};

} // namespace

std::span<const ChartColour> chart_colours() { return colours; }

const ChartColour* find_colour(std::string_view name) {
    for (const ChartColour& colour : colours)
        if (colour.name == name) return &colour;
    return nullptr;
}

} // namespace planc
