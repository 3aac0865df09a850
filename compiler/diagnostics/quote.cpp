#include "diagnostics/quote.h"

#include "source/utf8.h"
#include "source/width.h"

#include <algorithm>

namespace planc {

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string result = "`";
    std::size_t width = 0;
    while (!text.empty()) {
        const std::size_t bytes = first_grapheme(text);
        const std::string_view cluster = text.substr(0, bytes);
        const char32_t code_point = decode_utf8(cluster).code_point;
        const bool line_end = code_point == 0x2028 || code_point == 0x2029;
        width += is_unseen(code_point) ? 8 : std::max<std::size_t>(1, display_width(cluster)); // `<U+200B>`
        if (width > longest) {
            result += "…";
            break;
        }
        const auto first = static_cast<unsigned char>(cluster.front());
        if (first == '\n' || first == '\r' || first == '\t' || line_end) {
            result += ' ';
        } else if (first >= 0x20 && first != '`' && first != 0x7F) {
            result += cluster;
        }
        text.remove_prefix(bytes);
    }
    return result + "`";
}

} // namespace planc
