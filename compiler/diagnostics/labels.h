// Underlines, connectors, bars and label texts beneath one source line.
#pragma once

#include "diagnostics/anchors.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/row.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace planc {

/// What the lines of one block share while they are drawn.
struct Canvas {
    const Glyphs& glyph;
    bool ascii = false;
    TextInk primary = TextInk::error;
    std::size_t margin = 0;                   ///< cells of all bars
    std::size_t room = 0;                     ///< cells for source text, after the margin
    std::vector<std::optional<TextInk>> bars; ///< those open at the row being drawn, two cells each
};

TextInk ink_of(const LineAnchor& anchor, const Canvas& canvas);

/// A row with the open bars in it.
Row begin_row(const Canvas& canvas);

/// The rows under `excerpt` for anchors of its line; opens and closes their bars.
std::vector<Row> draw_anchors(std::span<const LineAnchor> anchors, const Excerpt& excerpt, Canvas& canvas);

} // namespace planc
