// The source lines of one block, with underlines and labels beneath them.
#pragma once

#include "diagnostics/masks.h"
#include "diagnostics/paint.h"
#include "diagnostics/places.h"
#include "diagnostics/render.h"

#include <cstddef>
#include <string>

namespace planc {

struct SnippetStyle {
    TextStyle text;
    std::size_t digits = 1; ///< width of the line numbers
    TextInk primary = TextInk::error;
};

/// Appends the block's lines, each with its line break, from the empty gutter line before them on.
void append_snippet(std::string& out, const Block& block, const Masks& masks, const SnippetStyle& style);

/// Appends a line that holds nothing but the gutter.
void append_empty_line(std::string& out, const SnippetStyle& style);

} // namespace planc
