#include "source/edit.h"

#include <algorithm>

namespace planc {

namespace {

bool is_break(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
    while (at > 0 && !is_break(text[at - 1])) --at;
    return at;
}

/// Behind the line's break.
std::uint32_t line_end(std::string_view text, std::uint32_t at) {
    while (at < text.size() && !is_break(text[at])) ++at;
    if (at < text.size()) at += text.substr(at, 2) == "\r\n" ? 2U : 1U;
    return at;
}

/// Whether nothing but blanks stands there.
bool blank(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    return std::all_of(text.begin() + begin, text.begin() + end, [](char c) { return is_blank(c) || is_break(c); });
}

} // namespace

std::string with_edits(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    std::string out;
    std::uint32_t at = 0;
    bool first = true;
    for (const Edit& edit : edits) {
        if ((!first && edit.span.begin <= at) || edit.span.end > text.size()) continue;
        out.append(text.substr(at, edit.span.begin - at)).append(edit.text);
        at = edit.span.end;
        first = false;
    }
    return out.append(text.substr(at));
}

Span with_separator(std::string_view text, Span entry) {
    std::uint32_t before = entry.begin;
    while (before > 0 && is_blank(text[before - 1])) --before;
    std::uint32_t after = entry.end;
    while (after < text.size() && is_blank(text[after])) ++after;
    if (before > 0 && text[before - 1] == ',') return {entry.file, before - 1, entry.end};
    if (after < text.size() && text[after] == ',') {
        ++after;
        while (after < text.size() && is_blank(text[after])) ++after;
        // A comment there speaks of the entry.
        if (after < text.size() && text[after] == '#') return entry;
        return {entry.file, entry.begin, after};
    }
    const std::uint32_t begin = line_begin(text, entry.begin);
    const std::uint32_t end = line_end(text, entry.end);
    const bool dashed = before > 0 && text[before - 1] == '-' && before < entry.begin && blank(text, begin, before - 1);
    if (dashed && blank(text, entry.end, end)) return {entry.file, begin, end};
    return entry;
}

Span with_blanks_before(std::string_view text, Span comment) {
    std::uint32_t begin = comment.begin;
    while (begin > 0 && is_blank(text[begin - 1])) --begin;
    if (begin != 0 && !is_break(text[begin - 1])) return {comment.file, begin, comment.end};
    return {comment.file, begin, line_end(text, comment.end)};
}

} // namespace planc
