// Measures text in terminal cells; grapheme clusters come from utf8proc.
#include "source/width.h"

#include "source/utf8.h"

#include <algorithm>
#include <utf8proc.h>

namespace planc {
namespace {

constexpr char32_t emoji_presentation = 0xFE0F;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }

bool is_malformed(Decoded decoded) { return decoded.code_point == 0xFFFD && decoded.bytes == 1; }

bool is_regional_indicator(char32_t code_point) { return code_point >= 0x1F1E6 && code_point <= 0x1F1FF; }

std::size_t code_point_width(char32_t code_point) {
    const auto value = static_cast<utf8proc_int32_t>(code_point);
    switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CN: // what is not assigned yet is drawn as a box
        return 1;
    default:
        return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(value)));
    }
}

struct Cluster {
    std::size_t bytes = 0;
    std::size_t width = 0;
};

/// No script and no emoji needs more; without a bound one letter with marks could be as long as the file.
constexpr int most_code_points = 32;

/// The cluster at the front of non-empty `text`. Its parts are drawn over one another, so the widest counts.
Cluster first_cluster(std::string_view text) {
    if (is_ascii(text[0]) && (text.size() == 1 || is_ascii(text[1])))
        return {text.starts_with("\r\n") ? std::size_t{2} : std::size_t{1}, 1};
    Decoded previous = decode_utf8(text);
    if (is_malformed(previous)) return {1, 1};
    Cluster cluster{previous.bytes, code_point_width(previous.code_point)};
    utf8proc_int32_t state = 0;
    for (int count = 1; count < most_code_points && cluster.bytes < text.size(); ++count) {
        const Decoded next = decode_utf8(text.substr(cluster.bytes));
        if (is_malformed(next)) break;
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous.code_point),
                                             static_cast<utf8proc_int32_t>(next.code_point), &state))
            break;
        const bool flag = is_regional_indicator(next.code_point) && is_regional_indicator(previous.code_point);
        const bool emoji = next.code_point == emoji_presentation && cluster.width == 1;
        cluster.width = flag || emoji ? 2 : std::max(cluster.width, code_point_width(next.code_point));
        cluster.bytes += next.bytes;
        previous = next;
    }
    return cluster;
}

} // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Cluster cluster = first_cluster(text);
        width += cluster.width;
        text.remove_prefix(cluster.bytes);
    }
    return width;
}

std::size_t first_grapheme(std::string_view text) { return first_cluster(text).bytes; }

bool is_unseen(char32_t code_point) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}

} // namespace planc
