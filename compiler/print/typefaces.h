// The kinds of text on paper: sizes in points, distance of lines, and which are bold or set in the code's font.
#pragma once

#include <cstdint>

namespace planc {

enum class Typeface : std::uint8_t {
    title,
    heading_2,
    heading_3,
    heading_4,
    body,
    cell,
    head_cell,
    small_cell, ///< of tables with too many columns
    small_head_cell,
    code,
    running ///< the header and the footer of pages
};

struct TypeMetrics {
    double size = 0;
    double leading = 0; ///< from one line to the next
    bool bold = false;
    bool code = false;
};

constexpr TypeMetrics metrics_of(Typeface face) {
    switch (face) {
    case Typeface::title:
        return {20, 27, true, false};
    case Typeface::heading_2:
        return {14, 20, true, false};
    case Typeface::heading_3:
        return {11.5, 17, true, false};
    case Typeface::heading_4:
        return {10, 15.5, true, false};
    case Typeface::body:
        return {10, 15.5, false, false};
    case Typeface::cell:
        return {9, 13.5, false, false};
    case Typeface::head_cell:
        return {9, 13.5, true, false};
    case Typeface::small_cell:
        return {7, 10.5, false, false};
    case Typeface::small_head_cell:
        return {7, 10.5, true, false};
    case Typeface::code:
        return {8.5, 12.5, false, true};
    case Typeface::running:
        break;
    }
    return {7.5, 11, false, false};
}

} // namespace planc
