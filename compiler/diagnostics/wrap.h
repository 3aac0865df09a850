// Breaks text into lines of a given display width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// Display columns for the first line and for those after it; each at least 2.
struct Room {
    std::size_t first = 0;
    std::size_t rest = 0;
};

enum class LineBreaks : unsigned char { kept, shown };

/// `text` in lines, at least one, made visible (`visible.h`). Breaks at spaces and between wide characters, but not
/// before closing or after opening punctuation; a longer word is cut. "\n" begins a line if line breaks are kept.
std::vector<std::string> wrap(std::string_view text, Room room, LineBreaks breaks, bool ascii);

} // namespace planc
