// Text as HTML shows it.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// Escaped for an element's content and for an attribute in double quotes.
void append_html(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

/// A string literal of CSS, quotes included; nothing in it ends the literal or the style element.
std::string css_string(std::string_view text);

/// A style sheet or script so that nothing in it ends its element.
std::string inside_element(std::string_view code);

} // namespace planc
