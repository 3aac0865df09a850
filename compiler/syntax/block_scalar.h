// Block scalars: where `|` and `>` texts end, and what folding makes of the latter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace planc {

/// A block scalar as it stands in the source.
struct BlockScalar {
    std::size_t end = 0;    ///< one past its last visible character, or past its header if it has none
    std::size_t lines = 0;  ///< where the line after the header begins
    std::size_t beyond = 0; ///< where the first line begins that no longer belongs to it
    std::size_t indent = 0; ///< spaces before each line that are not part of the text
    char chomping = ' ';    ///< `-`, `+` or a space for neither
};

/// The block scalar whose `|` or `>` is at `begin`. `parent_column` is the column of the block collection it stands in,
/// -1 at the root.
BlockScalar read_block_scalar(std::string_view text, std::size_t begin, int parent_column);

/// Its value, line breaks folded for a `>` text. yaml-cpp loses line breaks at the end of some folded texts, and takes
/// the width of an anchor for indentation.
void block_scalar_value(std::string_view text, const BlockScalar& scalar, bool folded, std::string& value);

} // namespace planc
