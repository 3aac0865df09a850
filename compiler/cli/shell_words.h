// A command written so that a shell reads the words it was made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// One word, quoted where a shell would read something else; `$'…'` where it holds control characters.
std::string shell_word(std::string_view word);

/// Words with spaces between.
std::string shell_command(const std::vector<std::string>& words);

} // namespace planc
