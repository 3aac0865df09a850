// Making users' text harmless in Markdown: it is shown as written and never becomes markup.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// Text for anywhere inside a block: a paragraph, a heading, a list item, a table cell. Line breaks become `<br>`, web
/// addresses links to exactly themselves; control and direction characters become visible.
std::string escape_markdown(std::string_view text);

/// The same, with the blanks at both ends kept.
std::string escape_label(std::string_view text);

/// What a reader sees of it: the text trimmed, line breaks as "\n", odd characters as `escape_markdown` shows them.
std::string visible_text(std::string_view text);

/// The text with odd characters made visible and line breaks as "\n", otherwise as it is.
std::string without_odd_characters(std::string_view text);

/// Paragraphs of harmless text: blank lines part them, single line breaks are kept.
std::string escape_paragraphs(std::string_view text);

} // namespace planc
