// A rough cut of the source around an error into tokens, one plain text a line: enough to say what went wrong.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace planc {

enum class RoughKind : unsigned char {
    plain,    ///< text without quotes, as much as stands on one line
    quoted,   ///< text in quotes, to the closing quote or to the end of the file
    block,    ///< `|` or `>` text
    property, ///< anchor or tag
    alias,
    mark,    ///< one of the characters `- ? : , [ ] { }`
    unknown, ///< a character that begins nothing
};

struct RoughToken {
    RoughKind kind;
    std::size_t begin;
    std::size_t end;
    bool first_in_line; ///< only spaces and dashes stand before it on its line
    bool closed = true; ///< false for a quoted text without its closing quote
};

/// The tokens from `from`, where one begins, until one begins at or after `until` (that one included) and the one after
/// it. `flow_depth` is the number of brackets open at `from`.
std::vector<RoughToken> rough_tokens(std::string_view text, std::size_t from, std::size_t until,
                                     std::size_t flow_depth);

} // namespace planc
