// One source line as the terminal shows it: cut to fit around the interesting place, with columns for its bytes.
#pragma once

#include "diagnostics/masks.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// Byte `byte` of the line stands at display column `column` (from 0).
struct Stop {
    std::size_t byte = 0;
    std::size_t column = 0;
};

struct Excerpt {
    std::string text;
    std::vector<Stop> stops; ///< where each shown character begins, and where the last one ends
    std::size_t width = 0;   ///< of `text`, in cells
    bool whole = true;       ///< nothing was cut off
};

/// Half-open display columns.
struct Columns {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Shows `line` in at most `room` cells (at least 20), its bytes [begin, end) or the first of them inside, if possible
/// with `label_width` cells left after them. Tabs become four spaces, and what is `hidden` as many signs as it has
/// cells. Takes time by `room`, not by the line's length.
Excerpt cut_line(std::string_view line, const Hidden& hidden, std::size_t begin, std::size_t end,
                 std::size_t label_width, std::size_t room, bool ascii);

/// Where bytes [begin, end) of the line stand, at least one cell; what was cut off stands at the edge.
Columns columns_of(const Excerpt& excerpt, std::size_t begin, std::size_t end);

/// Whether bytes [begin, end) of `line` can be shown together in `room` cells with something around them.
bool fits_together(std::string_view line, std::size_t begin, std::size_t end, std::size_t room, bool ascii);

} // namespace planc
