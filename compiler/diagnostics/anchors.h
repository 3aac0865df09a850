// What is drawn under each line of a block, worked out before anything is drawn.
#pragma once

#include "diagnostics/places.h"

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace planc {

/// A place inside one line, or the first or last character of a place of several lines.
enum class Part : unsigned char { whole, opening, closing };

struct LineAnchor {
    Part part = Part::whole;
    std::size_t begin = 0; ///< byte of its line
    std::size_t end = 0;
    std::string_view message; ///< empty at an opening: the label stands where the place ends
    bool primary = false;
    std::size_t bar = 0;    ///< margin column of a place of several lines
    bool with_line = false; ///< an opening with nothing but blanks before it
};

struct Anchors {
    std::map<std::size_t, std::vector<LineAnchor>> by_line; ///< from left to right
    std::size_t bars = 0;                                   ///< margin columns needed
};

Anchors anchors_of(const Block& block);

} // namespace planc
