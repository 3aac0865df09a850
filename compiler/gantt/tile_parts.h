// What the cutting of pages shares: columns of the plot and the head of every page. Only tile*.cpp include it.
#pragma once

#include "gantt/tiles.h"

namespace planc {

constexpr double legend_foot = 2; ///< below the samples, where letters reach deeper

/// Part of the plot on one page, in pixels of the whole picture, half-open.
struct TileColumn {
    double left = 0;
    double right = 0;
    double before = 0; ///< room at its left that only texts and diamonds may enter
    double after = 0;
};

/// Heights of what stands above and below the rows, and the width of a page, in pixels.
struct TileHead {
    double title = 0; ///< on the first pages alone
    double height = 0;
    double legend = 0; ///< on the last pages alone
    double width = 0;
};

/// One page while its picture is made.
struct TilePage {
    const Picture& whole;
    const std::vector<PlacedText>& loose; ///< the whole's texts that belong to no row
    const TileColumn& column;
    const TileHead& head;
    std::size_t across;
    double table;   ///< width of the labels
    double dx;      ///< from the whole's plot to the page's
    double dy;      ///< from the whole's rows to the page's
    double axis_dy; ///< from the whole's axis to the page's
    double top;     ///< of the rows on this page, in the whole
    double bottom;  ///< likewise
    Picture& picture;

    bool holds(double x) const { return column.left <= x && x < column.right; }
};

/// From the whole's plot to the page's.
double tile_dx(const Picture& whole, const TileColumn& column);

PlacedText moved(PlacedText text, double dx, double dy);

/// tile_head.cpp: title, ticks and names.
void put_tile_head(const TilePage& page, const PageTile& tile);
/// Returns its height; places it if there is a picture.
double put_tile_legend(const Picture& whole, double width, double top, Picture* picture);
TileHead measure_head(const Picture& picture, const std::vector<TileColumn>& columns, double width);

/// How wide the texts beside or in one bar are at most.
double widest_unit(const Picture& picture);

/// Fills the pictures of `tiles`, whose rows and places are known.
void cut_pictures(const Picture& picture, const std::vector<TileColumn>& columns, const TileHead& head,
                  std::vector<PageTile>& tiles);

} // namespace planc
