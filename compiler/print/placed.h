// What stands on a page, as plain data: made by laying out, then drawn. All lengths are points, from the page's top
// left.
#pragma once

#include "gantt/layout.h"
#include "print/content.h"
#include "print/typefaces.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace planc {

/// The colours of the theme, and what is mixed from them.
enum class Tint : std::uint8_t { ink, muted, shade, rule, accent, paper, warning };

/// Lines of a passage, from `first` on, that is broken at `width`.
struct PlacedLines {
    TextPassage passage;
    Typeface face = Typeface::body;
    Tint tint = Tint::ink;
    Alignment alignment = Alignment::start;
    double width = 0; ///< may be Typesetter::unbroken
    int first = 0;
    int count = 1;
    Point at;                  ///< top left of what it may take
    bool shows_breaks = false; ///< a sign tells which lines go on
};

/// A word or two that stand in no passage: numbers of lists and of pages. `at` is its top left, middle or right.
struct PlacedWord {
    std::string text;
    Typeface face = Typeface::body;
    Tint tint = Tint::ink;
    Alignment alignment = Alignment::start;
    Point at;
    double most = 0; ///< longer ones are cut, with dots; 0 for no limit
};

struct PlacedFill {
    Box box;
    Tint tint = Tint::shade;
};

/// A straight line.
struct PlacedStroke {
    Point from;
    Point to;
    double width = 0.5;
    Tint tint = Tint::rule;
    bool dotted = false;
};

/// The dot before an item of a list.
struct PlacedDot {
    Point middle;
    double radius = 1.6;
    bool hollow = false;
};

/// A box to tick.
struct PlacedTick {
    Box box;
    bool done = false;
};

/// The chart, scaled into a box.
struct PlacedChart {
    const Chart* chart = nullptr;
    const Picture* picture = nullptr;
    Box box;
};

struct PlacedLogo {
    Box box;
};

/// Begins and ends a part of the structure that screen readers follow, such as `Table`.
struct OpenPart {
    std::string_view name;
};
struct ClosePart {
    std::string_view name;
};

/// Where a link to a heading leads.
struct PlacedAnchor {
    std::uint32_t heading = 0;
    Point at;
};

using Placed = std::variant<PlacedLines, PlacedWord, PlacedFill, PlacedStroke, PlacedDot, PlacedTick, PlacedChart,
                            PlacedLogo, OpenPart, ClosePart, PlacedAnchor>;

/// Moves it down.
void shift(Placed& placed, double by);

struct PaperSize {
    double width = 0;
    double height = 0;
};

struct PrintedPage {
    PaperSize size;
    std::string stamp;               ///< large and light below everything; may be empty
    std::vector<PlacedFill> grounds; ///< below everything
    std::vector<Placed> items;       ///< in the order of reading
};

} // namespace planc
