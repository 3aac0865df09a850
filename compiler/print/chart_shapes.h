// The shapes that charts are made of, drawn with cairo.
#pragma once

#include "documents/theme.h"
#include "gantt/layout.h"

#include <string_view>

struct _cairo;

namespace planc {

/// Draws in the chart's colours, by their names.
struct Strokes {
    _cairo* canvas;
    const Theme& theme;

    void use(std::string_view colour) const;
    void fill(const Box& box, std::string_view colour, double radius = 0) const;
    /// Strokes what was put on the path.
    void stroke(std::string_view colour, double width = 1) const;
    void horizontal(double left, double right, double y) const;
    void vertical(double x, double top, double bottom) const;
    void hatched(const Box& box) const;
    void today(double x, double top, double bottom) const;

    void task(const PlacedBar& bar, const ChartRow& row, double radius = 4) const;
    void stage(const PlacedBar& bar, const ChartRow& row) const;
    void milestone(const Box& box, Status status, bool critical) const;
    /// Of a group: a foot at each end, but none where it goes on on another page.
    void bracket(const PlacedBar& bar) const;
    /// The darker part of a bar.
    void progress(const PlacedBar& bar, bool critical) const;
    /// What really happened: thin and dark, with a head at its right where it goes on.
    void actual(const Box& box, bool open) const;
    /// `size` 1 fits into a bar.
    void sign(Sign sign, Point at, double size, bool on_dark) const;
    void route(const Route& route) const;

private:
    /// The outline of a bar, open where it goes on on another page.
    void put_outline(const PlacedBar& bar, double radius) const;
};

} // namespace planc
