#include "diagnostics/quote.h"

#include "source/width.h"

namespace planc {

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string result = "`";
    std::size_t width = 0;
    while (!text.empty()) {
        const std::size_t bytes = first_grapheme(text);
        const std::string_view cluster = text.substr(0, bytes);
        width += display_width(cluster);
        if (width > longest) {
            result += "…";
            break;
        }
        const auto first = static_cast<unsigned char>(cluster.front());
        if (first == '\n' || first == '\r' || first == '\t') {
            result += ' ';
        } else if (first >= 0x20 && first != '`' && first != 0x7F) {
            result += cluster;
        }
        text.remove_prefix(bytes);
    }
    return result + "`";
}

} // namespace planc
