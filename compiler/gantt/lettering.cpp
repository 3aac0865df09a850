// Text measured by classes of characters: wide ones from source/width.h, ASCII ones by the widest of the usual sans
// serifs.
#include "gantt/lettering.h"

#include "source/utf8.h"
#include "source/width.h"

#include <algorithm>
#include <array>

namespace planc {
namespace {

/// Advance of every ASCII character in ems: at least that of Noto Sans, Arial, Segoe UI and Roboto.
constexpr std::array<double, 128> ascii_advances() {
    std::array<double, 128> advances{};
    for (std::size_t c = 0; c < advances.size(); ++c) advances[c] = 0.6;
    for (char c = 'A'; c <= 'Z'; ++c) advances[static_cast<std::size_t>(c)] = 0.72;
    for (const char c : std::string_view("il.,:;'|!I")) advances[static_cast<std::size_t>(c)] = 0.34;
    for (const char c : std::string_view("jtfr ()[]/\\`{}\"-")) advances[static_cast<std::size_t>(c)] = 0.42;
    for (const char c : std::string_view("GOQNHDU&")) advances[static_cast<std::size_t>(c)] = 0.8;
    for (const char c : std::string_view("mwM%@W")) advances[static_cast<std::size_t>(c)] = 0.95;
    return advances;
}

constexpr std::array<double, 128> advances = ascii_advances();

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }

bool is_ideograph(char32_t code_point) {
    return (code_point >= 0x3400 && code_point <= 0x9FFF) || (code_point >= 0x3041 && code_point <= 0x3096) ||
           (code_point >= 0x30A1 && code_point <= 0x30FA);
}

struct Glyph {
    std::size_t bytes = 1;
    double advance = 0; ///< ems
    char32_t first = 0;
};

/// Surely begins a new cluster: ASCII, a common ideograph, wide punctuation.
bool begins_cluster(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte < 0x80U || (byte >= 0xE4U && byte <= 0xE9U)) return true;
    return text.starts_with("\xEF\xBC");
}

constexpr double wide = 1.02; ///< ems, with a little air

/// Begins with a well-formed ideograph of U+5000 to U+9FFF, most of what Chinese is written with.
bool is_plain_ideograph(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    return text.size() >= 3 && byte(0) >= 0xE5U && byte(0) <= 0xE9U && (byte(1) & 0xC0U) == 0x80U &&
           (byte(2) & 0xC0U) == 0x80U;
}

double advance_of(std::size_t cells, char32_t first) {
    if (cells == 0) return 0;
    if (first >= 0x1F000) return 1.35;                                 // colour emoji stand wider than their em
    if (cells == 1 && first < advances.size()) return advances[first]; // with marks over it
    if (cells >= 2) return wide * static_cast<double>(cells) / 2;
    // Letters of Latin, Greek and Cyrillic are narrow; other scripts and the signs Chinese fonts widen are not.
    return first < 0x0530 && first != 0xB7 && first != 0xD7 && first != 0xF7 && first != 0xB0 ? 0.8 : wide;
}

/// The grapheme cluster at the front of non-empty `text`.
Glyph first_glyph(std::string_view text) {
    if (is_ascii(text[0]) && (text.size() == 1 || is_ascii(text[1])))
        return {1, advances[static_cast<unsigned char>(text[0])], static_cast<char32_t>(text[0])};
    if (is_plain_ideograph(text) && (text.size() == 3 || begins_cluster(text.substr(3)))) return {3, wide, 0x4E00};
    const Decoded decoded = decode_utf8(text);
    const bool alone = text.size() == decoded.bytes || begins_cluster(text.substr(decoded.bytes));
    if (alone && is_ideograph(decoded.code_point)) return {decoded.bytes, wide, decoded.code_point};
    const std::size_t bytes = first_grapheme(text);
    return {bytes, advance_of(display_width(text.substr(0, bytes)), decoded.code_point), decoded.code_point};
}

constexpr std::string_view ellipsis = "…";
constexpr double bold_factor = 1.08;

double scale(double size, bool bold) { return bold ? size * bold_factor : size; }

bool is_excluded(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF || c == 0xFEFF || c == 0x200E ||
           c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C;
}

bool is_blank(char32_t c) { return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// What may not begin a line.
bool clings_to_previous(char32_t c) {
    constexpr std::u32string_view closing = U"、。，．：；！？）》」』”’…％%)]}>,.:;!?·～";
    return closing.find(c) != std::u32string_view::npos;
}

/// What may not end a line.
bool clings_to_next(char32_t c) {
    constexpr std::u32string_view opening = U"（《「『“‘([{<";
    return opening.find(c) != std::u32string_view::npos;
}

bool may_break_between(char32_t before, char32_t after) {
    if (clings_to_previous(after) || clings_to_next(before)) return false;
    if (before == ' ') return true;
    return before >= 0x2E80 || after >= 0x2E80 || before == '-' || before == '/' || before == '_';
}

/// Bytes at the front that need no look: visible ASCII and plain ideographs.
std::size_t plain_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] > ' ' && text[at] < '\x7F')
            ++at;
        else if (is_plain_ideograph(text.substr(at)))
            at += 3;
        else
            break;
    }
    return at;
}

} // namespace

std::string printable(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    bool blank = true; // so that leading blanks are dropped
    while (!text.empty()) {
        if (const std::size_t plain = plain_length(text); plain > 0) {
            clean.append(text.substr(0, plain));
            text.remove_prefix(plain);
            blank = false;
            continue;
        }
        const Decoded decoded = decode_utf8(text);
        if (is_blank(decoded.code_point)) {
            if (!blank) clean += ' ';
            blank = true;
        } else if (decoded.code_point == 0xFFFD) {
            clean += "\xEF\xBF\xBD";
            blank = false;
        } else if (!is_excluded(decoded.code_point)) {
            clean.append(text.substr(0, decoded.bytes));
            blank = false;
        }
        text.remove_prefix(decoded.bytes);
    }
    if (blank && !clean.empty()) clean.pop_back();
    return clean;
}

double text_width(std::string_view text, double size, bool bold) {
    double ems = 0;
    while (!text.empty()) {
        const Glyph glyph = first_glyph(text);
        ems += glyph.advance;
        text.remove_prefix(glyph.bytes);
    }
    return ems * scale(size, bold);
}

namespace {

/// `measure` gives the first glyph of a text, its advance in the unit of `limit`.
template <class Measure>
std::vector<std::string> break_lines(std::string_view text, double limit, Measure measure) {
    std::vector<std::string> lines;
    double ems = 0;           // of the line so far
    double ems_at_break = 0;  // up to the last place that may break
    std::size_t break_at = 0; // bytes of the line up to there
    std::size_t at = 0;       // bytes of the line
    char32_t before = 0;
    while (at < text.size()) {
        const Glyph glyph = measure(text.substr(at));
        if (at > 0 && may_break_between(before, glyph.first)) {
            break_at = at;
            ems_at_break = ems;
        }
        // A blank may hang over the edge: it is dropped at the break.
        if (ems + glyph.advance > limit && at > 0 && glyph.first != ' ') {
            const std::size_t cut = break_at > 0 ? break_at : at;
            std::string_view line = text.substr(0, cut);
            while (line.ends_with(' ')) line.remove_suffix(1);
            lines.emplace_back(line);
            text.remove_prefix(cut);
            at -= cut;
            ems -= break_at > 0 ? ems_at_break : ems;
            break_at = 0;
            ems_at_break = 0;
            if (at == 0) before = 0;
            continue;
        }
        ems += glyph.advance;
        at += glyph.bytes;
        before = glyph.first;
    }
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (!text.empty() || lines.empty()) lines.emplace_back(text);
    return lines;
}

/// The lines after the first `most` are left out.
template <class Measure>
std::vector<std::string> cut_lines(std::vector<std::string> lines, std::size_t most, double limit, Measure measure) {
    if (lines.size() <= most || most == 0) return lines;
    lines.resize(most);
    std::string& last = lines.back();
    double used = measure(ellipsis).advance;
    std::size_t kept = 0;
    while (kept < last.size()) {
        const Glyph glyph = measure(std::string_view(last).substr(kept));
        used += glyph.advance;
        if (used > limit) break;
        kept += glyph.bytes;
    }
    last.resize(kept);
    last += ellipsis;
    return lines;
}

double limit_in_ems(double width, double size, bool bold) {
    constexpr double rounding = 1e-6; // a text fits into its own width
    return width / scale(size, bold) + rounding;
}

Glyph first_in_cells(std::string_view text) {
    Glyph glyph = first_glyph(text);
    glyph.advance = static_cast<double>(display_width(text.substr(0, glyph.bytes)));
    return glyph;
}

} // namespace

std::vector<std::string> wrap(std::string_view text, double width, double size, bool bold) {
    return break_lines(text, limit_in_ems(width, size, bold), first_glyph);
}

std::vector<std::string> wrap_at_most(std::size_t most, std::string_view text, double width, double size, bool bold) {
    const double limit = limit_in_ems(width, size, bold);
    return cut_lines(break_lines(text, limit, first_glyph), most, limit, first_glyph);
}

std::vector<std::string> wrap_cells_at_most(std::size_t most, std::string_view text, std::size_t width) {
    const auto limit = static_cast<double>(width);
    return cut_lines(break_lines(text, limit, first_in_cells), most, limit, first_in_cells);
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t end = 0;
    std::size_t before_last = 0;
    for (std::size_t count = 0; end < text.size(); ++count) {
        if (count == most) return std::string(text.substr(0, before_last)).append(ellipsis);
        before_last = end;
        end += first_grapheme(text.substr(end));
    }
    return std::string(text);
}

} // namespace planc
