// Scalar ends, recomputed from the source.
#include "syntax/scalar_end.h"

#include <algorithm>
#include <cstring>

namespace planc {

namespace {

/// Length of the line break at `at`, which is one.
std::size_t break_length(std::string_view text, std::size_t at) {
    return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
}

/// One past the run of blanks and breaks at `at`; counts the breaks.
std::size_t skip_white(std::string_view text, std::size_t at, std::size_t& breaks) {
    breaks = 0;
    while (at < text.size()) {
        if (is_break(text[at])) {
            at += break_length(text, at);
            ++breaks;
        } else if (is_blank(text[at])) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

} // namespace

std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value) {
    if (text.substr(begin, value.size()) == value) return begin + value.size();
    std::size_t at = begin;
    std::size_t read = 0;
    while (read < value.size()) {
        if (at >= text.size()) return no_end;
        if (!is_blank(text[at]) && !is_break(text[at])) {
            if (text[at++] != value[read++]) return no_end;
            continue;
        }
        std::size_t breaks = 0;
        const std::size_t after = skip_white(text, at, breaks);
        if (breaks == 0) {
            if (value.substr(read, after - at) != text.substr(at, after - at)) return no_end;
            read += after - at;
        } else {
            const std::size_t folded = std::max<std::size_t>(1, breaks - 1);
            if (value.substr(read, folded).find_first_not_of(breaks == 1 ? ' ' : '\n') != std::string_view::npos)
                return no_end;
            read += folded;
        }
        at = after;
    }
    return read == value.size() ? at : no_end;
}

std::size_t quoted_end(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    std::size_t at = begin + 1;
    if (quote == '\'') {
        while ((at = text.find('\'', at)) != std::string_view::npos) {
            if (at + 1 >= text.size() || text[at + 1] != '\'') return at + 1;
            at += 2;
        }
        return no_end;
    }
    while ((at = text.find_first_of("\"\\", at)) != std::string_view::npos) {
        if (text[at] == '"') return at + 1;
        at += 2;
    }
    return no_end;
}

std::size_t block_end(std::string_view text, std::size_t begin, int parent_column) {
    std::size_t at = begin + 1;
    std::size_t written_indent = 0;
    while (at < text.size() && (text[at] == '+' || text[at] == '-' || (text[at] >= '1' && text[at] <= '9'))) {
        if (text[at] > '0') written_indent = static_cast<std::size_t>(text[at] - '0');
        ++at;
    }
    std::size_t end = at; // past the header
    const auto parent = static_cast<std::size_t>(std::max(0, parent_column));
    const std::size_t least = parent_column < 0 ? 1 : parent + 1;
    std::size_t indent = written_indent == 0 ? 0 : parent + written_indent;
    while (at < text.size() && !is_break(text[at])) ++at;
    std::size_t widest = 0;
    while (at < text.size()) {
        at += break_length(text, at);
        const std::size_t line = at;
        const std::size_t limit = indent == 0 ? std::string_view::npos : indent;
        while (at < text.size() && text[at] == ' ' && at - line < limit) ++at;
        const std::size_t column = at - line;
        if (at < text.size() && is_break(text[at])) {
            widest = std::max(widest, column);
            continue;
        }
        if (at >= text.size()) break;
        if (indent == 0) indent = std::max({least, widest, column});
        if (column < indent) break;
        while (at < text.size() && !is_break(text[at])) ++at;
        std::size_t last = at;
        while (last > line && is_blank(text[last - 1])) --last;
        if (last > line + column) end = last;
    }
    return end;
}

} // namespace planc
