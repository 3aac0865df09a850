// Scalar ends, recomputed from the source.
#include "syntax/scalar_end.h"

#include <algorithm>
#include <cstring>

namespace planc {

namespace {

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

} // namespace planc
