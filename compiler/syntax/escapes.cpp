// Escapes and folding of quoted text.
#include "syntax/escapes.h"

#include "syntax/scalar_end.h"

#include <algorithm>
#include <cstdint>

namespace planc {

namespace {

void append_utf8(std::uint32_t c, std::string& to) {
    const auto tail = [&](unsigned shift) { to += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        to += static_cast<char>(c);
    } else if (c < 0x800) {
        to += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        to += static_cast<char>(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        to += static_cast<char>(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::uint32_t hex_value(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits) {
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
}

/// The character of an escape of one letter.
std::uint32_t letter_value(char letter) {
    switch (letter) {
    case '0':
        return 0;
    case 'a':
        return 7;
    case 'b':
        return 8;
    case 't':
        return 9;
    case 'n':
        return 10;
    case 'v':
        return 11;
    case 'f':
        return 12;
    case 'r':
        return 13;
    case 'e':
        return 0x1B;
    case 'N':
        return 0x85;
    case '_':
        return 0xA0;
    case 'L':
        return 0x2028;
    case 'P':
        return 0x2029;
    default:
        return static_cast<unsigned char>(letter);
    }
}

/// Undoes the fold at `at`, a line break: one break is a space, more are one fewer line feeds. Returns where the text
/// goes on.
std::size_t fold(std::string_view written, std::size_t at, bool escaped, std::string& value) {
    std::size_t breaks = 0;
    while (at < written.size() && (is_blank(written[at]) || is_break(written[at]))) {
        if (is_break(written[at])) {
            ++breaks;
            if (written.substr(at, 2) == "\r\n") ++at;
        }
        ++at;
    }
    if (breaks > 1)
        value.append(breaks - 1, '\n');
    else if (!escaped)
        value += ' ';
    return at;
}

} // namespace

void decode_quoted(std::string_view written, char quote, std::string& value) {
    value.clear();
    std::size_t kept = 0; // blanks beyond this may be dropped at a line break
    for (std::size_t at = 0; at < written.size();) {
        const char c = written[at];
        if (is_break(c)) {
            value.resize(std::max(kept, value.find_last_not_of(" \t") + 1));
            at = fold(written, at, false, value);
        } else if (c != (quote == '"' ? '\\' : '\'') || at + 1 >= written.size()) {
            value += c;
            ++at;
            continue;
        } else if (quote == '\'') {
            value += c;
            at += 2;
        } else if (is_break(written[at + 1])) {
            at = fold(written, at + 1, true, value);
        } else {
            const char letter = written[at + 1];
            const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
            append_utf8(digits > 0 ? hex_value(written.substr(at + 2, digits)) : letter_value(letter), value);
            at += 2 + digits;
        }
        kept = value.size();
    }
}

std::size_t first_escaped_apostrophe(std::string_view written) {
    for (std::size_t at = 0; (at = written.find('\\', at)) != std::string_view::npos; at += 2)
        if (written.substr(at + 1, 1) == "'") return at;
    return std::string_view::npos;
}

} // namespace planc
