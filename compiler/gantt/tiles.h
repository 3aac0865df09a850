// Cuts a picture into pages of paper: rows stay whole, labels and the axis stand on every page.
#pragma once

#include "gantt/layout.h"

#include <vector>

namespace planc {

/// One page. Its picture is complete in itself and drawn like any other: (0, 0) is the top left of the page's inner
/// area, one of its pixels is `scale` points. There is no margin around it, and it is never larger than the area.
///
/// The labels and owners stand on every page, and so do the two rows of ticks with the names of the freezes seen there.
/// The title is on the first page, the legend on the first of the lowest pages. A bar that goes on on the next page has
/// `cut_right`, there `cut_left`; an arrow that goes on is two routes, the first one without a head. Texts are never
/// cut: one that would be is moved along its row. `PlacedBar::row` and `PlacedText::row` are rows of the whole chart.
struct PageTile {
    double scale = 1;
    std::size_t down = 0; ///< place of the page on the wall, from 0
    std::size_t across = 0;
    std::size_t first_row = 0; ///< rows of the chart on it, half-open
    std::size_t end_row = 0;
    Picture picture;
};

/// The pages of a chart, from left to right, then down; at least one. `width` and `height` are those of a page's inner
/// area, in points. A chart that is legible on one page is on one: no text is smaller than 6.5 points unless the page
/// is too small for a single row. The sheet is laid out for the width first, so that most charts are one page wide.
std::vector<PageTile> tile(const Chart& chart, double width, double height);

/// The same for a picture as it is.
std::vector<PageTile> tile(const Picture& picture, double width, double height);

} // namespace planc
