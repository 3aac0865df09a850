// Which planc this is.
#pragma once

#include <string_view>

namespace planc {

/// `0.1.0`, as the build files say it.
std::string_view version();

/// The address of its page.
std::string_view homepage();

} // namespace planc
