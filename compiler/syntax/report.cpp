// Spans and findings of the syntax stage.
#include "syntax/report.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace planc {

namespace {
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
} // namespace

Span SyntaxReport::span(std::size_t begin, std::size_t end) const {
    end = std::min(end, text.size());
    begin = std::min(begin, end);
    if (begin == end && end < text.size()) {
        ++end;
        while (end < text.size() && continues_character(text[end])) ++end;
    } else if (begin == end && begin > 0) {
        --begin;
        while (begin > 0 && continues_character(text[begin])) --begin;
    }
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Diagnostic& SyntaxReport::add() const {
    constexpr std::size_t most = 20000;
    if (diagnostics.size() < most) return diagnostics.emplace_back();
    if (diagnostics.size() == most) {
        Diagnostic& last = diagnostics.emplace_back();
        last.rule = "bad-syntax";
        last.message = fmt::format("there are more than {} mistakes; the others are not listed", most);
        last.span = span(0, 0);
    }
    return surplus = {};
}

Diagnostic& SyntaxReport::error(Span span, std::string message, std::string label, std::string help) const {
    Diagnostic& made = add();
    made.rule = "bad-syntax";
    made.message = std::move(message);
    made.span = span;
    made.label = std::move(label);
    made.help = std::move(help);
    return made;
}

} // namespace planc
