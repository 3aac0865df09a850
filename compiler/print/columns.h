// How wide the columns of a table are.
#pragma once

#include <span>
#include <vector>

namespace planc {

/// What a column asks for, in points, with the room at its sides.
struct ColumnNeed {
    double least = 0;   ///< nothing is broken inside a word
    double natural = 0; ///< nothing is broken at all
    double usual = 0;   ///< how much usually stands in a cell
    double room = 0;    ///< to write by hand; 0 if nobody does
};

/// The columns' widths, which add up to what is available; to more only where even the least widths do.
std::vector<double> share_width(std::span<const ColumnNeed> needs, double available);

} // namespace planc
