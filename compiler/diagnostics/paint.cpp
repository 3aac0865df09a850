// ANSI colours that read on dark and light grounds; no meaning is in the colour alone.
#include "diagnostics/paint.h"

namespace planc {
namespace {

std::string_view escape(TextInk ink) {
    switch (ink) {
    case TextInk::plain:
        return "";
    case TextInk::strong:
        return "\x1b[1m";
    case TextInk::error:
        return "\x1b[1;31m";
    case TextInk::warning:
        return "\x1b[1;33m";
    case TextInk::info:
        return "\x1b[1;34m";
    case TextInk::secondary:
        return "\x1b[1;36m";
    case TextInk::gutter:
        return "\x1b[34m";
    }
    return "";
}

constexpr Glyphs unicode_glyphs{"│", "…", "•", "│", "╭", "╭", "╰", "─"};
constexpr Glyphs ascii_glyphs{"|", "...", "*", "|", "/", " ", "|", "_"};

} // namespace

TextInk ink_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return TextInk::error;
    case Severity::warning:
        return TextInk::warning;
    case Severity::info:
        break;
    }
    return TextInk::info;
}

void paint(std::string& out, TextInk ink, std::string_view text, bool colour) {
    if (!colour || ink == TextInk::plain || text.empty()) {
        out += text;
        return;
    }
    out += escape(ink);
    out += text;
    out += "\x1b[0m";
}

const Glyphs& glyphs(bool ascii) { return ascii ? ascii_glyphs : unicode_glyphs; }

} // namespace planc
