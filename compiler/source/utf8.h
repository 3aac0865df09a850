// Reading and checking UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace planc {

/// One code point and how many bytes it took. A byte that begins no well-formed sequence gives U+FFFD and one byte.
struct Decoded {
    char32_t code_point = 0;
    std::size_t bytes = 0;
};

/// Decodes the front of non-empty `text`, as the Unicode standard's table 3-7 says.
Decoded decode_utf8(std::string_view text);

/// The first byte that is not well-formed UTF-8, if there is one.
std::optional<std::size_t> first_malformed_utf8(std::string_view text);

/// Code points in well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

} // namespace planc
