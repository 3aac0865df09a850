// Where a scalar ends in the source, given where it begins: yaml-cpp does not say.
#pragma once

#include <cstddef>
#include <string_view>

namespace planc {

constexpr std::size_t no_end = std::string_view::npos;

/// True for a space or a tab.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
/// True for a line feed or a carriage return.
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }

/// One past the last character of the plain scalar that begins at `begin` and has this value; `no_end` if the source
/// does not read so.
std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value);

/// One past the closing quote of the quoted scalar whose opening quote is at `begin`; `no_end` if nothing closes it.
std::size_t quoted_end(std::string_view text, std::size_t begin);

/// One past the last visible character of the block scalar whose `|` or `>` is at `begin`, or past its header if it has
/// no content. `parent_column` is the column of the block collection it stands in, -1 at the root.
std::size_t block_end(std::string_view text, std::size_t begin, int parent_column);

} // namespace planc
