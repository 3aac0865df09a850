// Look-alikes and spaces.
#include "time/plain.h"

#include "source/utf8.h"

#include "time/reading.h"

namespace planc {
namespace {

constexpr std::size_t longest_text = 200;
constexpr std::size_t longest_quote = 40;

/// What to read for a character that looks like an ASCII one; 0 if it does not.
char look_alike(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + 0x21);
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
    if (c == 0x301C) return '~';
    if (c == 0x3002) return '.';
    if (c == 0x2236) return ':';
    if (c == 0x3000 || c == 0xA0 || c == '\t' || c == '\n' || c == '\r') return ' ';
    return 0;
}

} // namespace

Plain make_plain(std::string_view source) {
    Plain plain;
    plain.source = source;
    plain.too_long = source.size() > longest_text;
    if (plain.too_long) {
        plain.from.push_back(source.size());
        return plain;
    }
    std::size_t end = 0; // of the last character that is no space
    for (std::size_t at = 0; at < source.size();) {
        const auto [code_point, bytes] = decode_utf8(source.substr(at));
        const char alike = look_alike(code_point);
        plain.full_width = plain.full_width || (code_point >= 0xFF01 && code_point <= 0xFF5E);
        const auto piece = alike != 0 ? std::string_view{&alike, 1} : source.substr(at, bytes);
        const bool space = piece == " ";
        if (!space || (!plain.text.empty() && plain.text.back() != ' ')) {
            for (std::size_t i = 0; i < piece.size(); ++i) plain.from.push_back(alike != 0 ? at : at + i);
            plain.text += piece;
        }
        at += bytes;
        if (!space) end = at;
    }
    if (!plain.text.empty() && plain.text.back() == ' ') {
        plain.text.pop_back();
        plain.from.pop_back();
    }
    plain.from.push_back(end);
    return plain;
}

std::string Plain::quote(std::size_t begin, std::size_t end) const {
    const auto written = too_long ? source : source.substr(from[begin], from[end] - from[begin]);
    std::string text_shown = "`";
    std::size_t shown = 0;
    for (std::size_t at = 0; at < written.size(); ++shown) {
        if (shown == longest_quote) {
            text_shown += "…";
            break;
        }
        const auto [code_point, bytes] = decode_utf8(written.substr(at));
        if (code_point < 0x20 || code_point == 0x7F)
            text_shown += ' ';
        else if (code_point == '`')
            text_shown += '\'';
        else if (code_point == 0xFFFD)
            text_shown += "\xEF\xBF\xBD";
        else
            text_shown += written.substr(at, bytes);
        at += bytes;
    }
    return text_shown + '`';
}

TimeError to_error(const Plain& plain, const Advice& advice) {
    if (plain.too_long || plain.text.empty()) return {advice.message, advice.help, 0, plain.source.size()};
    return {advice.message, advice.help, plain.from[advice.begin], plain.from[advice.end]};
}

bool PlainCursor::take(std::string_view piece) {
    if (rest().substr(0, piece.size()) != piece) return false;
    at += piece.size();
    return true;
}

bool PlainCursor::take_any(std::initializer_list<std::string_view> pieces) {
    for (const auto piece : pieces)
        if (take(piece)) return true;
    return false;
}

std::string_view PlainCursor::digits() {
    const auto begin = at;
    while (!done() && is_digit(text[at])) ++at;
    return text.substr(begin, at - begin);
}

std::string_view PlainCursor::letters() {
    const auto begin = at;
    while (!done() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'))) ++at;
    return text.substr(begin, at - begin);
}

std::string lower_case(std::string_view text) {
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

int to_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return -1;
    int value = 0;
    for (const char c : digits) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace planc
