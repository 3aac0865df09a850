// Appends SVG to a text: numbers, escaped text, rectangles, paths.
#pragma once

#include "gantt/layout.h"

#include <string>
#include <string_view>

namespace planc {

void put(std::string& out, std::string_view text);
/// At most two decimals, no trailing zeros, no locale.
void put_number(std::string& out, double value);
/// `before`, then two numbers with a blank between.
void put_pair(std::string& out, std::string_view before, double x, double y);
/// ` name="value"`
void put_attribute(std::string& out, std::string_view name, double value);
/// Text as element content or attribute value.
void put_escaped(std::string& out, std::string_view text);
void put_rect(std::string& out, std::string_view classes, const Box& box, double radius = 0);

/// A path is what is put between the two.
void begin_path(std::string& out, std::string_view classes);
void end_path(std::string& out);
void put_horizontal(std::string& out, double left, double right, double y);
void put_vertical(std::string& out, double x, double top, double bottom);

} // namespace planc
