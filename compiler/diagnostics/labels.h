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
    Ink primary = Ink::error;
    std::size_t margin = 0;               ///< cells of all bars
    std::size_t room = 0;                 ///< cells for source text, after the margin
    std::vector<std::optional<Ink>> bars; ///< those open at the row being drawn, two cells each
};

Ink ink_of(const Anchor& anchor, const Canvas& canvas);

/// A row with the open bars in it.
Row begin_row(const Canvas& canvas);

/// The rows under `excerpt` for anchors of its line; opens and closes their bars.
std::vector<Row> draw_anchors(std::span<const Anchor> anchors, const Excerpt& excerpt, Canvas& canvas);

} // namespace planc
