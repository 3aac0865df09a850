// Telling the lines of fenced code from the rest of a Markdown document.
#pragma once

#include <algorithm>
#include <string_view>

namespace planc {

/// Is shown a document line by line.
class Fences {
public:
    /// True if the line belongs to fenced code, its fences included.
    bool see(std::string_view line) {
        const std::string_view text = line.substr(std::min(line.find_first_not_of(" >"), line.size()));
        const char sign = text.empty() ? ' ' : text[0];
        const std::size_t length = std::min(text.find_first_not_of(sign), text.size());
        const bool fence = (sign == '`' || sign == '~') && length >= 3;
        if (open_ == 0) {
            if (!fence || (sign == '`' && text.find('`', length) != std::string_view::npos)) return false;
            open_ = length;
            sign_ = sign;
        } else if (fence && sign == sign_ && length >= open_ &&
                   text.find_first_not_of(" \t", length) == std::string_view::npos) {
            open_ = 0;
        }
        return true;
    }

private:
    std::size_t open_ = 0; ///< length of the opening fence
    char sign_ = '`';
};

} // namespace planc
