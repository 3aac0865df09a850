// A change of a file's text at one place.
#pragma once

#include "source/span.h"

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// This text in place of the bytes of the span.
struct Edit {
    Span span;
    std::string text;
};

/// The text with these edits made, all of one file, in any order. Of two that overlap or touch one place, that which
/// begins first is made, and the other left out.
std::string with_edits(std::string_view text, std::vector<Edit> edits);

/// What to take out with an entry of a list: its comma, or its line where that holds nothing else; the entry itself
/// where neither is plain.
Span with_separator(std::string_view text, Span entry);

/// What to take out with a comment: the blanks before it, or its line where that holds nothing else.
Span with_blanks_before(std::string_view text, Span comment);

} // namespace planc
