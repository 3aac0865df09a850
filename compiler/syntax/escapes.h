// The value of a quoted scalar; yaml-cpp gets `\N` and `\_` wrong, and loses line breaks at the end.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// The value of what stands between the quotes, `"` or `'`, escapes and line folding undone; yaml-cpp has found the
/// escapes good.
/// Its one mistake there, that it takes `\'` for an escape, is told by `first_escaped_apostrophe`.
void decode_quoted(std::string_view written, char quote, std::string& value);

/// Where the first `\'` begins in what stands between double quotes, `npos` if there is none.
std::size_t first_escaped_apostrophe(std::string_view written);

} // namespace planc
