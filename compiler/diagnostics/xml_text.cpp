#include "diagnostics/xml_text.h"

#include "source/utf8.h"

#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// What stands for an ASCII character; empty if it stands for itself. In an attribute, breaks and tabs would become
/// blanks.
std::string_view instead_of(char c, bool attribute) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\n':
        return attribute ? "&#10;" : "\n";
    case '\r':
        return "&#13;";
    case '\t':
        return attribute ? "&#9;" : "\t";
    default:
        return {};
    }
}

void append(std::string& out, std::string_view text, bool attribute) {
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::string_view instead = instead_of(text[at], attribute);
        if (byte >= 0x20 && byte < 0x80 && instead.empty()) {
            ++at;
            continue;
        }
        out += text.substr(plain, at - plain);
        const Decoded decoded = decode_utf8(text.substr(at));
        if (!instead.empty()) {
            out += instead;
        } else if (byte < 0x20) {
            // The control pictures of ASCII are the last byte of U+2400 to U+241F.
            out += "\xE2\x90";
            out += static_cast<char>(0x80U + byte);
        } else if (decoded.code_point == 0xFFFD || decoded.code_point == 0xFFFE || decoded.code_point == 0xFFFF) {
            out += replacement_character;
        } else {
            out += text.substr(at, decoded.bytes);
        }
        at += decoded.bytes;
        plain = at;
    }
    out += text.substr(plain);
}

} // namespace

void append_xml(std::string& out, std::string_view text) { append(out, text, false); }

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out.append(" ").append(name).append("=\"");
    append(out, value, true);
    out += '"';
}

void append_attribute(std::string& out, std::string_view name, std::size_t value) {
    fmt::format_to(std::back_inserter(out), " {}=\"{}\"", name, value);
}

} // namespace planc
