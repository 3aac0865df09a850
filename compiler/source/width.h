// How wide text stands in a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace planc {

/// Terminal cells of UTF-8 text, by grapheme cluster (UAX #29): Chinese and emoji take two, combining marks none,
/// a byte that is no UTF-8 one. Tabs and other control characters count as one.
std::size_t display_width(std::string_view text);

/// Bytes of the first grapheme cluster of non-empty `text`; at least one. A cluster of more than 32 characters is cut.
std::size_t first_grapheme(std::string_view text);

/// Whether a terminal obeys this character, or shows nothing, instead of drawing it: controls, bidirectional and
/// other formatting characters, zero-width spaces, line and paragraph separators.
bool is_unseen(char32_t code_point);

} // namespace planc
