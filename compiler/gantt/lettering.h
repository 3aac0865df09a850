// Cleans, measures and breaks text for pictures, without asking a font.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// The text on one line as any drawing format can hold it: line breaks, tabs and other white space become one blank,
/// control characters, direction marks and what XML 1.0 excludes are left out, malformed UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

/// How wide `text` stands at most, in the unit of `size` (the em), in the fonts the pictures ask for.
double text_width(std::string_view text, double size, bool bold = false);

/// Lines of at most `width`, broken at blanks, between Chinese characters and, where nothing else helps, inside words;
/// one character may be wider. Nothing but the blank at a break is lost. At least one line.
std::vector<std::string> wrap(std::string_view text, double width, double size, bool bold = false);

/// The same in at most `most` lines: what does not fit into them is left out, with an ellipsis in its place.
std::vector<std::string> wrap_at_most(std::size_t most, std::string_view text, double width, double size,
                                      bool bold = false);

/// The same for terminals, `width` in cells: Chinese takes two.
std::vector<std::string> wrap_cells_at_most(std::size_t most, std::string_view text, std::size_t width);

/// At most `most` characters, the last an ellipsis where there are more.
std::string shortened(std::string_view text, std::size_t most);

} // namespace planc
