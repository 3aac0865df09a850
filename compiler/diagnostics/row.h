// One row of drawing beneath a source line, cell by cell.
#pragma once

#include "diagnostics/paint.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// Single-width glyphs by display column, then at most one text.
class Row {
public:
    void put(std::size_t column, std::string_view glyph, TextInk ink);
    void fill(std::size_t begin, std::size_t end, std::string_view glyph, TextInk ink);
    /// Ends the row with text that begins at `column`; glyphs from there on are dropped.
    void end_with(std::size_t column, std::string text, TextInk ink);
    /// Appends the row without trailing spaces and without a line break.
    void append_to(std::string& out, bool colour) const;

private:
    struct Cell {
        std::string_view glyph = " ";
        TextInk ink = TextInk::plain;
    };
    std::vector<Cell> cells_;
    std::string text_;
    TextInk text_ink_ = TextInk::plain;
};

} // namespace planc
