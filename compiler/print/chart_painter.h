// Draws a placed chart with cairo, as vectors or as pixels; what draw_svg() is for SVG.
#pragma once

#include "documents/theme.h"
#include "gantt/layout.h"
#include "print/typesetter.h"

struct _cairo;

namespace planc {

/// A pixel of the picture is a unit of the canvas.
void draw_chart(_cairo* canvas, const Picture& picture, const Chart& chart, const Theme& theme, Typesetter& typesetter);

/// The chart's colour on light paper, by its name in the palette.
Colour chart_colour(const Theme& theme, std::string_view name);

} // namespace planc
