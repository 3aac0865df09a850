// Rendering a checked template.
#pragma once

#include "documents/escape.h"
#include "documents/value.h"

#include <string>
#include <string_view>

namespace planc {

/// `text` has been checked and its partials are in place. Text that is not ready is escaped, for Markdown or by `escape`.
std::string render_template(const std::string& text, const Value& view,
                            std::string (*escape)(std::string_view) = escape_markdown);

/// At most one blank line in a row, and no blanks at the ends of lines, outside of code fences; ends in one line break.
std::string tidy_lines(std::string_view text);

} // namespace planc
