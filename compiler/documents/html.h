// A document as one HTML file that asks for nothing else.
#pragma once

#include "documents/documents.h"

#include <string>

namespace planc {

/// The template around every page, and what goes into it.
inline constexpr std::string_view page_template = "page.html.mustache";

/// A whole HTML page: style, script and chart inside. A policy in it lets no other script run and nothing be loaded.
/// `pages` made the page; the templates have been checked.
std::string draw_html(const Page& page, const Pages& pages, const Templates& templates);

} // namespace planc
