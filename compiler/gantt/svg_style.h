// The look of the SVG picture: colours for light and dark, fonts, strokes.
#pragma once

#include "gantt/layout.h"

#include <string>
#include <string_view>

namespace planc {

/// The content of the <style> element. Every colour is a custom property that a page around the picture may set,
/// preceded by a plain value for renderers that do not know custom properties.
const std::string& svg_style();

/// A style sheet without its comments; an unclosed one goes to the end.
std::string without_css_comments(std::string_view css);

/// Rules for the colours that a theme gives: made anew from what is understood of it, never copied.
std::string svg_theme(std::string_view theme_css);

/// The class of a text in the picture.
std::string_view ink_class(Ink ink);

} // namespace planc
