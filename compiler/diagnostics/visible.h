// Writes text of unknown origin so that a terminal can only show it, never obey it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace planc {

/// What was read and how many cells the written form takes.
struct Shown {
    std::size_t bytes = 0;
    std::size_t width = 0;
};

/// Appends the first grapheme cluster of non-empty `text`. Control characters become their picture (`␛`), other unseen
/// ones and, if `ascii`, all of them `<U+202E>`, a malformed byte `�` or `<E4>`. A line break is a control character.
Shown append_visible(std::string& out, std::string_view text, bool ascii);

/// How many bytes at the front of `text` are printable ASCII and stand for themselves, whatever follows.
std::size_t plain_bytes(std::string_view text);

/// All of `text` so.
std::string visible(std::string_view text, bool ascii);

} // namespace planc
