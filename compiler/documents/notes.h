// Users' own Markdown (the keys `notes`), bounded and made harmless.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// The same Markdown as whole blocks: headings from `top_level` on, raw HTML as text, links only to the web, mail and
/// places in the document. Text that is too long, or nested too deep, comes as plain paragraphs.
std::string bounded_markdown(std::string_view text, int top_level = 5);

/// True for addresses of the web, of mail and telephones, and for places in the document.
bool is_harmless_address(std::string_view url);

} // namespace planc
