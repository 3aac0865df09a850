// Where a scalar ends in the source, given where it begins: yaml-cpp does not say.
#pragma once

#include <cstddef>
#include <string_view>

namespace planc {

constexpr std::size_t no_end = std::string_view::npos;

/// Bytes of the line break at `at`, which is one.
constexpr std::size_t break_length(std::string_view text, std::size_t at) {
    return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
}
/// True for a space or a tab.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
/// True for a line feed or a carriage return.
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }

/// One past the last character of the plain scalar that begins at `begin` and has this value; `no_end` if the source
/// does not read so.
std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value);

/// One past the closing quote of the quoted scalar whose opening quote is at `begin`; `no_end` if nothing closes it.
std::size_t quoted_end(std::string_view text, std::size_t begin);

} // namespace planc
