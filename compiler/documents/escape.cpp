// Escaping for Markdown.
#include "documents/escape.h"

#include "source/utf8.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace planc {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_digit(c) || is_letter(c); }
bool is_punctuation(char c) { return c > ' ' && c < 127 && !is_word(c); }

/// True for bytes that need a closer look anywhere; all others stand for themselves.
constexpr std::array<bool, 256> make_suspects() {
    std::array<bool, 256> table{};
    for (const char c : {'\\', '`', '*', '_', '[', ']', '<', '&', '|', '~', ':', '.'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> suspects = make_suspects();

/// Bytes that begin a character `visible_text` changes.
bool may_be_odd(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE1 || byte == 0xE2 ||
           byte == 0xEF || byte >= 0xF5;
}

bool changes_direction(char32_t c) {
    return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_visible(std::string& out, std::string_view bytes, char32_t c) {
    if (c == '\t') {
        out += '\t';
    } else if (c < 0x20) {
        fmt::format_to(std::back_inserter(out), "\xE2\x90{}", static_cast<char>(0x80 + c)); // the control pictures
    } else if (c == 0x7F) {
        out += "\xE2\x90\xA1";
    } else if ((c >= 0x80 && c < 0xA0) || changes_direction(c) || c == 0xFEFF) {
        fmt::format_to(std::back_inserter(out), "⟨U+{:04X}⟩", static_cast<unsigned>(c));
    } else if (c == 0x2028 || c == 0x2029) {
        out += '\n';
    } else if (c == 0xFFFD) {
        out += "\xEF\xBF\xBD";
    } else {
        out += bytes;
    }
}

/// The length of a white space character other than ASCII's at the front, or 0. Markdown counts them when it looks
/// whether
/// `**` may begin or end something.
std::size_t wide_blank(std::string_view text) {
    if (text.starts_with("\u00A0")) return 2;
    for (const std::string_view one : {"\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                       "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"})
        if (text.starts_with(one)) return 3;
    return 0;
}

std::string_view trim_wide(std::string_view text) {
    while (true) {
        const std::size_t before = text.size();
        if (text.starts_with(' ') || text.starts_with('\n')) text.remove_prefix(1);
        if (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
        text.remove_prefix(wide_blank(text));
        for (const std::size_t size : {2U, 3U})
            if (text.size() >= size && wide_blank(text.substr(text.size() - size)) == size) text.remove_suffix(size);
        if (text.size() == before) return text;
    }
}

/// Drops blanks at both ends of the text and of each line in it.
std::string trim_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char c : text) {
        if (c == '\t') c = ' ';
        if (c == '\n')
            while (!out.empty() && out.back() == ' ') out.pop_back();
        if ((c == ' ' || c == '\n') && out.empty()) continue;
        if (c == ' ' && out.back() == '\n') continue;
        out += c;
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
    return out;
}

/// Length of a web address at the front that can stand between angle brackets anywhere, or 0.
std::size_t clean_address(std::string_view text) {
    std::size_t size = 0;
    if (text.starts_with("http://")) size = 7;
    if (text.starts_with("https://")) size = 8;
    if (size == 0) return 0;
    const std::size_t scheme = size;
    while (size < text.size() && (is_word(text[size]) ||
                                  std::string_view("-._~:/?#@!$&'()*+,;=%").find(text[size]) != std::string_view::npos))
        ++size;
    while (size > scheme && std::string_view(".,:;!?'()*").find(text[size - 1]) != std::string_view::npos) --size;
    return size > scheme ? size : 0;
}

/// A line that a block could begin with gets its first sign escaped; gives how many bytes were dealt with.
std::size_t escape_beginning(std::string& out, std::string_view text) {
    const char first = text[0];
    const char second = text.size() > 1 ? text[1] : ' ';
    const bool list_mark =
        (first == '-' || first == '+') && (second == ' ' || is_punctuation(second) || second == '\n');
    if (list_mark || first == '#' || first == '>' || first == '=' ||
        (first == ':' && (second == '-' || second == ':'))) {
        out += '\\';
        out += first;
        return 1;
    }
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits > 0 && digits < 10 && digits < text.size() && (text[digits] == '.' || text[digits] == ')') &&
        (digits + 1 == text.size() || text[digits + 1] == ' ' || text[digits + 1] == '\n')) {
        out += text.substr(0, digits);
        out += '\\';
        out += text[digits];
        return digits + 1;
    }
    return 0;
}

bool could_be_entity(std::string_view text) {
    const std::size_t end = text.substr(0, 40).find(';');
    return end != std::string_view::npos && end > 1 && (is_letter(text[1]) || text[1] == '#');
}

bool needs_backslash(std::string_view text, std::size_t i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\n';
    switch (text[i]) {
    case '\\':
        return next == '\n' || is_punctuation(next) || clean_address(text.substr(i + 1)) > 0;
    case '<':
        return is_letter(next) || next == '/' || next == '!' || next == '?';
    case '&':
        return could_be_entity(text.substr(i));
    case ':':
        return next == '/';
    case '.':
        return i >= 3 && (text.substr(i - 3, 3) == "www" || text.substr(i - 3, 3) == "WWW");
    case '_':
        return i == 0 || !(is_word(text[i - 1]) && is_word(next));
    default:
        return true;
    }
}

/// Escapes one line of visible text.
void escape_line(std::string& out, std::string_view text) {
    std::size_t i = text.empty() ? 0 : escape_beginning(out, text);
    std::size_t plain = i;
    const auto flush = [&](std::size_t to) { out += text.substr(plain, to - plain); };
    for (; i < text.size(); ++i) {
        if (text[i] == 'h' && (i == 0 || !is_word(text[i - 1]))) {
            if (const std::size_t size = clean_address(text.substr(i)); size > 0) {
                flush(i);
                out += '<';
                for (const char c : text.substr(i, size)) { // an address may hold what looks like a character reference
                    out += c;
                    if (c == '&') out += "amp;";
                }
                out += '>';
                i += size - 1;
                plain = i + 1;
                continue;
            }
        }
        if (!suspects[static_cast<unsigned char>(text[i])] || !needs_backslash(text, i)) continue;
        flush(i);
        out += '\\';
        plain = i;
    }
    // A heading would drop `#` signs at its end.
    if (!text.empty() && text.back() == '#' && plain < text.size() && text.size() > 1) {
        flush(text.size() - 1);
        out += '\\';
        plain = text.size() - 1;
    }
    flush(text.size());
}

bool is_simple(std::string_view text) {
    if (text.empty()) return true;
    const char first = text.front();
    if (text.starts_with("\u3000") || text.ends_with("\u3000")) return false;
    if (first == ' ' || text.back() == ' ' || text.back() == '#' || is_punctuation(first)) return false;
    std::size_t i = 0;
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i > 0 && i < text.size() && (text[i] == '.' || text[i] == ')')) return false;
    for (const char c : text)
        if (suspects[static_cast<unsigned char>(c)] || may_be_odd(c) || c == 'h') return false;
    return true;
}

} // namespace

std::string without_odd_characters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\r' || text[i] == '\n') {
            if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
            out += '\n';
            ++i;
            continue;
        }
        if (static_cast<unsigned char>(text[i]) < 0x80 && !may_be_odd(text[i])) {
            out += text[i++];
            continue;
        }
        const Decoded decoded = decode_utf8(text.substr(i));
        append_visible(out, text.substr(i, decoded.bytes), decoded.code_point);
        i += decoded.bytes;
    }
    return out;
}

std::string visible_text(std::string_view text) {
    return std::string(trim_wide(trim_lines(without_odd_characters(text))));
}

std::string escape_markdown(std::string_view text) {
    if (is_simple(text)) return std::string(text);
    const std::string visible = visible_text(text);
    std::string out;
    out.reserve(visible.size() + visible.size() / 8 + 8);
    std::string_view rest = visible;
    while (true) {
        const std::size_t line_end = rest.find('\n');
        escape_line(out, rest.substr(0, line_end));
        if (line_end == std::string_view::npos) return out;
        out += "<br>";
        rest.remove_prefix(line_end + 1);
    }
}

std::string escape_label(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t last = text.find_last_not_of(' ') + 1;
    return std::string(text.substr(0, first)) + escape_markdown(text) +
           std::string(first < last ? text.substr(last) : "");
}

std::string escape_paragraphs(std::string_view text) {
    const std::string visible = visible_text(text);
    std::string out;
    bool first = true;
    bool blank = false;
    for (std::string_view rest = visible; !rest.empty() || first;) {
        const std::size_t line_end = rest.find('\n');
        const std::string_view line = rest.substr(0, line_end);
        if (line.empty()) {
            blank = true;
        } else {
            if (!first) out += blank ? "\n\n" : "\\\n";
            escape_line(out, line);
            blank = false;
        }
        first = false;
        if (line_end == std::string_view::npos) break;
        rest.remove_prefix(line_end + 1);
    }
    return out;
}

} // namespace planc
