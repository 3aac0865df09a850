// Rendering a checked template.
#pragma once

#include "documents/value.h"

#include <string>

namespace planc {

/// `text` has been checked and its partials are in place. Text is escaped for Markdown.
std::string render_template(const std::string& text, const Value& view);

/// At most one blank line in a row, and no blanks at the ends of lines, outside of code fences; ends in one line break.
std::string tidy_lines(std::string_view text);

} // namespace planc
