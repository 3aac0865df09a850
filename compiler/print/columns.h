// How wide the columns of a table are.
#pragma once

#include <span>
#include <vector>

namespace planc {

/// What a column asks for, in points, with the room at its sides.
struct ColumnNeed {
    double least = 0;   ///< nothing is broken inside a word
    double natural = 0; ///< nothing is broken at all
    double room = 0;    ///< to write by hand; 0 if nobody does
};

/// The columns' widths, which add up to what is available; to more only where even the least widths do. `cells` are the
/// natural widths of some rows, row by row: their heights are made small.
std::vector<double> share_width(std::span<const ColumnNeed> needs, std::span<const float> cells, double available);

} // namespace planc
