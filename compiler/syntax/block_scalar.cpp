// Reading block scalars line by line.
#include "syntax/block_scalar.h"

#include "syntax/scalar_end.h"

#include <algorithm>

namespace planc {

namespace {

/// Spaces at `at`, at most `most`.
std::size_t count_spaces(std::string_view text, std::size_t at, std::size_t most) {
    std::size_t spaces = 0;
    while (at + spaces < text.size() && text[at + spaces] == ' ' && spaces < most) ++spaces;
    return spaces;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find_first_of("\r\n", at), text.size());
}

std::size_t past_break(std::string_view text, std::size_t at) {
    return at < text.size() ? at + break_length(text, at) : at;
}

} // namespace

BlockScalar read_block_scalar(std::string_view text, std::size_t begin, int parent_column) {
    BlockScalar scalar;
    std::size_t at = begin + 1;
    std::size_t written_indent = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '+' || text[at] == '-')
            scalar.chomping = text[at];
        else if (text[at] >= '1' && text[at] <= '9')
            written_indent = static_cast<std::size_t>(text[at] - '0');
        else
            break;
    }
    const auto parent = static_cast<std::size_t>(std::max(0, parent_column));
    const std::size_t least = parent_column < 0 ? 1 : parent + 1;
    bool known = written_indent > 0;
    scalar.indent = known ? parent + written_indent : least;
    scalar.end = at;
    at = past_break(text, line_end(text, at));
    scalar.lines = scalar.beyond = at;
    while (at < text.size()) {
        const std::size_t spaces = count_spaces(text, at, known ? scalar.indent : text.size());
        const std::size_t inner = at + spaces;
        const bool empty = inner >= text.size() || is_break(text[inner]);
        if (!known) scalar.indent = std::max(scalar.indent, spaces);
        if (!empty && spaces < scalar.indent) break;
        known = known || !empty;
        const std::size_t end = line_end(text, inner);
        const std::size_t last = text.substr(inner, end - inner).find_last_not_of(" \t");
        if (last != std::string_view::npos) scalar.end = inner + last + 1;
        at = scalar.beyond = past_break(text, end);
    }
    return scalar;
}

void block_scalar_value(std::string_view text, const BlockScalar& scalar, bool folded, std::string& value) {
    value.clear();
    std::size_t breaks = 0; // since the last line with text; the one that ends it is counted too
    bool begun = false;
    bool blank_before = false; // the last line with text begins with a blank and so is not folded
    for (std::size_t at = scalar.lines; at < scalar.beyond;) {
        const std::size_t inner = at + count_spaces(text, at, scalar.indent);
        const std::size_t end = line_end(text, inner);
        const bool ends_in_break = end < text.size();
        if (inner < end) {
            const bool blank = is_blank(text[inner]);
            if (folded && begun && !blank && !blank_before) {
                if (breaks == 1)
                    value += ' ';
                else
                    value.append(breaks - 1, '\n');
            } else {
                value.append(breaks, '\n');
            }
            value.append(text.substr(inner, end - inner));
            begun = true;
            blank_before = blank;
            breaks = 0;
        }
        if (ends_in_break) ++breaks;
        at = past_break(text, end);
    }
    if (scalar.chomping == '+')
        value.append(breaks, '\n');
    else if (scalar.chomping == ' ' && begun && breaks > 0)
        value += '\n';
}

} // namespace planc
