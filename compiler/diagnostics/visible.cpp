// Lets clusters that draw something through and spells out the others.
#include "diagnostics/visible.h"

#include "source/utf8.h"
#include "source/width.h"

#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";
constexpr std::string_view dotted_circle = "\xE2\x97\x8C";

bool is_printable_ascii(char c) { return c >= ' ' && c <= '~'; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }

/// Appends ASCII text and tells its width.
std::size_t append(std::string& out, std::string_view text) {
    out += text;
    return text.size();
}

std::size_t append_unseen(std::string& out, char32_t code_point, bool ascii) {
    const auto value = static_cast<unsigned>(code_point);
    if (!ascii && (value < 0x20U || value == 0x7FU)) {
        // The control pictures of ASCII are the last byte of U+2400 to U+2421.
        out += "\xE2\x90";
        out += static_cast<char>(0x80U + (value == 0x7FU ? 0x21U : value));
        return 1;
    }
    return append(out, fmt::format("<U+{:04X}>", value));
}

} // namespace

Shown append_visible(std::string& out, std::string_view text, bool ascii) {
    if (is_printable_ascii(text[0]) && (text.size() == 1 || is_ascii(text[1]))) {
        out += text[0];
        return {1, 1};
    }
    const Decoded first = decode_utf8(text);
    if (first.code_point == 0xFFFD && first.bytes == 1) {
        if (ascii) return {1, append(out, fmt::format("<{:02X}>", static_cast<unsigned char>(text[0])))};
        out += replacement_character;
        return {1, 1};
    }
    if (is_unseen(first.code_point)) {
        // Joiners inside a cluster of emoji are drawn with it; at the front of one they stand alone.
        return {first.bytes, append_unseen(out, first.code_point, ascii)};
    }
    const std::size_t bytes = first_grapheme(text);
    const std::string_view cluster = text.substr(0, bytes);
    std::size_t width = display_width(cluster);
    if (width == 0) {
        // A mark without a letter would be drawn over whatever stands before it.
        if (ascii) return {first.bytes, append_unseen(out, first.code_point, true)};
        out += dotted_circle;
        width = 1;
    }
    out += cluster;
    return {bytes, width};
}

std::size_t plain_bytes(std::string_view text) {
    std::size_t bytes = 0;
    while (bytes < text.size() && is_printable_ascii(text[bytes])) ++bytes;
    // A mark may follow the last one and be drawn with it.
    return bytes > 0 && bytes < text.size() && !is_ascii(text[bytes]) ? bytes - 1 : bytes;
}

std::string visible(std::string_view text, bool ascii) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t plain = plain_bytes(text);
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (!text.empty()) text.remove_prefix(append_visible(out, text, ascii).bytes);
    }
    return out;
}

} // namespace planc
