// What kind of character a code point is.
#pragma once

#include <string>

namespace planc {

/// Letters with their marks, numbers and connecting punctuation of any script.
bool is_word_character(char32_t c);

/// Appends the simple lower case of a code point as UTF-8.
void append_lower_case(std::string& out, char32_t c);

} // namespace planc
