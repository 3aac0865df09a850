// Cutting source into rough tokens.
#include "syntax/rough_tokens.h"

#include "syntax/block_scalar.h"
#include "syntax/cursor.h"

#include <algorithm>

namespace planc {

namespace {

bool is_any_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

/// One past the plain text at `at`.
std::size_t rough_plain_end(std::string_view text, std::size_t at, bool in_flow) {
    std::size_t end = at;
    std::size_t last = at + 1;
    for (; end < text.size() && !is_break(text[end]); ++end) {
        const char c = text[end];
        const bool space_follows = end + 1 >= text.size() || is_blank(text[end + 1]) || is_break(text[end + 1]);
        const bool bracket_follows = in_flow && !space_follows && is_any_of(text[end + 1], ",[]{}");
        if (c == ':' && (space_follows || bracket_follows)) break;
        if (c == '#' && end > at && is_blank(text[end - 1])) break;
        if (in_flow && is_any_of(c, ",[]{}")) break;
        if (!is_blank(c)) last = end + 1;
    }
    return last;
}

/// One past the quoted text; a `---` or `...` line ends it too, as it does the document.
std::size_t rough_quoted_end(std::string_view text, std::size_t at, bool& closed) {
    std::size_t end = quoted_end(text, at);
    closed = end != no_end;
    if (!closed) end = text.size();
    for (const std::string_view marker : {"\n---", "\n..."}) {
        const std::size_t found = text.substr(at, end - at).find(marker);
        if (found == std::string_view::npos) continue;
        Cursor line(text, 0);
        line.consume_to(at + found + 1);
        if (!line.space_at(3)) continue;
        end = at + found;
        closed = false;
    }
    return end;
}

} // namespace

std::vector<RoughToken> rough_tokens(std::string_view text, std::size_t from, std::size_t until,
                                     std::size_t flow_depth) {
    std::vector<RoughToken> tokens;
    Cursor cursor(text, 0);
    cursor.consume_to(from);
    std::size_t beyond = 0;
    for (cursor.skip_space(); !cursor.done() && beyond < 2; cursor.skip_space()) {
        const std::size_t begin = cursor.at();
        const std::size_t line = begin - cursor.column(begin);
        const std::string_view before = text.substr(line, begin - line);
        RoughToken token{RoughKind::plain, begin, begin + 1,
                         before.find_first_not_of(" \t-?") == std::string_view::npos};
        const char c = cursor.peek();
        const bool space_follows = cursor.space_at(1);
        if (is_any_of(c, "\"'")) {
            token.kind = RoughKind::quoted;
            token.end = rough_quoted_end(text, begin, token.closed);
        } else if (is_any_of(c, "[]{},") || (is_any_of(c, "-?:") && space_follows) ||
                   (c == ':' && flow_depth > 0 && !tokens.empty() && tokens.back().end == begin)) {
            token.kind = RoughKind::mark;
            if (is_any_of(c, "[{")) ++flow_depth;
            if (is_any_of(c, "]}") && flow_depth > 0) --flow_depth;
        } else if (c == '&' || c == '!') {
            token.kind = RoughKind::property;
            token.end = cursor.name_end();
        } else if (c == '*') {
            token.kind = RoughKind::alias;
            token.end = cursor.name_end();
        } else if (is_any_of(c, "|>") && flow_depth == 0) {
            token.kind = RoughKind::block;
            const std::size_t indent = std::min(before.find_first_not_of(' '), before.size());
            token.end = read_block_scalar(text, begin, static_cast<int>(indent)).end;
        } else if (is_any_of(c, "|>%@`")) {
            token.kind = RoughKind::unknown;
        } else {
            token.end = rough_plain_end(text, begin, flow_depth > 0);
        }
        tokens.push_back(token);
        cursor.consume_to(std::max(token.end, begin + 1));
        if (begin >= until) ++beyond;
    }
    return tokens;
}

} // namespace planc
