// What the part of the program that prints gives to the rest. It is loaded when something is printed: pango and what it
// needs take longer to load than a plan takes to check.
#pragma once

#include "print/print.h"

#include <string_view>

namespace planc {

struct Printer {
    std::string_view version; ///< of the program it belongs to
    decltype(&planc::draw_pdf) draw_pdf;
    decltype(&planc::draw_chart_pdf) draw_chart_pdf;
    decltype(&planc::draw_chart_png) draw_chart_png;
};

/// The name of the part and of what it exports.
inline constexpr std::string_view printer_part = "planc-print";
inline constexpr std::string_view printer_symbol = "planc_printer";

} // namespace planc

extern "C" const planc::Printer planc_printer;
