// The value of a double-quoted scalar with escapes; yaml-cpp gets `\N` and `\_` wrong.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// The value of what stands between the quotes, escapes and line folding undone; yaml-cpp has found the escapes good.
void decode_double_quoted(std::string_view written, std::string& value);

} // namespace planc
