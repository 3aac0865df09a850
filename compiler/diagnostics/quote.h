// How messages set off what the plan says.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// In back quotes, cut to 40 columns; line breaks are blanks, back quotes and control characters are left out.
std::string quoted(std::string_view text);

} // namespace planc
