// Colours and glyphs of the terminal format.
#pragma once

#include "diagnostics/diagnostic.h"

#include <string>
#include <string_view>

namespace planc {

enum class TextInk : unsigned char { plain, strong, error, warning, info, secondary, gutter };

TextInk ink_of(Severity severity);

/// Appends `text`, in colour if wanted.
void paint(std::string& out, TextInk ink, std::string_view text, bool colour);

/// What is drawn around source text; each a single cell but the ellipsis.
struct Glyphs {
    std::string_view gutter;
    std::string_view ellipsis;
    std::string_view mask;       ///< in place of what must not be seen
    std::string_view connector;  ///< from an underline down to its label, and along a span of several lines
    std::string_view top;        ///< where such a span begins with its line
    std::string_view top_turn;   ///< where it begins inside its line
    std::string_view bottom;     ///< where it ends
    std::string_view horizontal; ///< from there to the place in the line
};

const Glyphs& glyphs(bool ascii);

} // namespace planc
