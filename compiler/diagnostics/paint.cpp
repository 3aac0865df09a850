// ANSI colours that read on dark and light grounds; no meaning is in the colour alone.
#include "diagnostics/paint.h"

namespace planc {
namespace {

std::string_view escape(Ink ink) {
    switch (ink) {
    case Ink::plain:
        return "";
    case Ink::strong:
        return "\x1b[1m";
    case Ink::error:
        return "\x1b[1;31m";
    case Ink::warning:
        return "\x1b[1;33m";
    case Ink::info:
        return "\x1b[1;34m";
    case Ink::secondary:
        return "\x1b[1;36m";
    case Ink::gutter:
        return "\x1b[34m";
    }
    return "";
}

constexpr Glyphs unicode_glyphs{"│", "…", "│", "╭", "╭", "╰", "─"};
constexpr Glyphs ascii_glyphs{"|", "...", "|", "/", " ", "|", "_"};

} // namespace

Ink ink_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return Ink::error;
    case Severity::warning:
        return Ink::warning;
    case Severity::info:
        break;
    }
    return Ink::info;
}

void paint(std::string& out, Ink ink, std::string_view text, bool colour) {
    if (!colour || ink == Ink::plain || text.empty()) {
        out += text;
        return;
    }
    out += escape(ink);
    out += text;
    out += "\x1b[0m";
}

const Glyphs& glyphs(bool ascii) { return ascii ? ascii_glyphs : unicode_glyphs; }

} // namespace planc
