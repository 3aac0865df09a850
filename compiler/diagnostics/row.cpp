// Joins neighbouring cells of one colour, so that escape sequences stay few.
#include "diagnostics/row.h"

#include <utility>

namespace planc {

void Row::put(std::size_t column, std::string_view glyph, TextInk ink) {
    if (column >= cells_.size()) cells_.resize(column + 1);
    cells_[column] = {glyph, ink};
}

void Row::fill(std::size_t begin, std::size_t end, std::string_view glyph, TextInk ink) {
    for (std::size_t column = begin; column < end; ++column) put(column, glyph, ink);
}

void Row::end_with(std::size_t column, std::string text, TextInk ink) {
    cells_.resize(column);
    text_ = std::move(text);
    text_ink_ = ink;
}

void Row::append_to(std::string& out, bool colour) const {
    std::size_t count = cells_.size();
    if (text_.empty())
        while (count > 0 && cells_[count - 1].glyph == " ") --count;
    std::string run;
    for (std::size_t column = 0; column < count; ++column) {
        run += cells_[column].glyph;
        if (column + 1 < count && cells_[column + 1].ink == cells_[column].ink) continue;
        paint(out, cells_[column].ink, run, colour);
        run.clear();
    }
    paint(out, text_ink_, text_, colour);
}

} // namespace planc
