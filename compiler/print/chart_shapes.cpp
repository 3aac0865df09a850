// Each shape once, as the SVG picture has it.
#include "print/chart_shapes.h"

#include "print/chart_painter.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <numbers>

namespace planc {

namespace {

void put_rectangle(cairo_t* canvas, const Box& box, double radius) {
    radius = std::min({radius, box.width / 2, box.height / 2});
    if (radius <= 0) return cairo_rectangle(canvas, box.x, box.y, box.width, box.height);
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(canvas);
    cairo_arc(canvas, box.right() - radius, box.y + radius, radius, -quarter, 0);
    cairo_arc(canvas, box.right() - radius, box.bottom() - radius, radius, 0, quarter);
    cairo_arc(canvas, box.x + radius, box.bottom() - radius, radius, quarter, 2 * quarter);
    cairo_arc(canvas, box.x + radius, box.y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(canvas);
}

void put_diamond(cairo_t* canvas, const Box& box, double inset) {
    cairo_move_to(canvas, box.center(), box.y + inset);
    cairo_line_to(canvas, box.right() - inset, box.middle());
    cairo_line_to(canvas, box.center(), box.bottom() - inset);
    cairo_line_to(canvas, box.x + inset, box.middle());
    cairo_close_path(canvas);
}

void dash(cairo_t* canvas, Status status) {
    constexpr double blocked[] = {5, 2.5};
    constexpr double cancelled[] = {2, 2};
    if (status == Status::blocked) cairo_set_dash(canvas, blocked, 2, 0);
    if (status == Status::cancelled) cairo_set_dash(canvas, cancelled, 2, 0);
}

/// One corner of an arrow, rounded.
void put_corner(cairo_t* canvas, Point before, Point corner, Point after) {
    const auto distance = [](Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); };
    const double radius = std::min({5.0, distance(before, corner) / 2, distance(corner, after) / 2});
    const auto towards = [&](Point end) {
        const double length = distance(end, corner);
        if (length == 0) return corner;
        return Point{corner.x + (end.x - corner.x) / length * radius, corner.y + (end.y - corner.y) / length * radius};
    };
    const Point in = towards(before);
    const Point out = towards(after);
    cairo_line_to(canvas, in.x, in.y);
    // A quadratic curve by a cubic one.
    const auto third = [](Point from, Point to) {
        return Point{from.x + (to.x - from.x) * 2 / 3, from.y + (to.y - from.y) * 2 / 3};
    };
    const Point first = third(in, corner);
    const Point second = third(out, corner);
    cairo_curve_to(canvas, first.x, first.y, second.x, second.y, out.x, out.y);
}

} // namespace

void Strokes::use(std::string_view colour) const {
    const Colour mixed = chart_colour(theme, colour);
    cairo_set_source_rgb(canvas, mixed.red, mixed.green, mixed.blue);
}

void Strokes::fill(const Box& box, std::string_view colour, double radius) const {
    use(colour);
    put_rectangle(canvas, box, radius);
    cairo_fill(canvas);
}

void Strokes::stroke(std::string_view colour, double width) const {
    use(colour);
    cairo_set_line_width(canvas, width);
    cairo_stroke(canvas);
    cairo_set_dash(canvas, nullptr, 0, 0);
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_MITER);
}

void Strokes::horizontal(double left, double right, double y) const {
    cairo_move_to(canvas, left, y);
    cairo_line_to(canvas, right, y);
}

void Strokes::vertical(double x, double top, double bottom) const {
    cairo_move_to(canvas, x, top);
    cairo_line_to(canvas, x, bottom);
}

void Strokes::hatched(const Box& box) const {
    fill(box, "freeze-paper");
    cairo_save(canvas);
    cairo_rectangle(canvas, box.x, box.y, box.width, box.height);
    cairo_clip(canvas);
    const double step = 8 * std::numbers::sqrt2;
    // Every hatch lies on the same lines, wherever its box begins.
    for (double x = std::floor((box.x - box.height) / step) * step; x < box.right() + box.height; x += step) {
        const double bottom = x + std::fmod(box.bottom(), step);
        cairo_move_to(canvas, bottom, box.bottom());
        cairo_line_to(canvas, bottom + box.height, box.y);
    }
    const Colour paper = chart_colour(theme, "freeze-paper");
    const Colour line = chart_colour(theme, "freeze");
    const auto mix = [](double a, double b) { return a + 0.55 * (b - a); };
    cairo_set_source_rgb(canvas, mix(paper.red, line.red), mix(paper.green, line.green), mix(paper.blue, line.blue));
    cairo_set_line_width(canvas, 1);
    cairo_stroke(canvas);
    cairo_restore(canvas);
    cairo_rectangle(canvas, box.x, box.y, box.width, box.height);
    stroke("freeze", 0.75);
}

void Strokes::today(double x, double top, double bottom) const {
    constexpr double dashes[] = {4, 3};
    cairo_set_dash(canvas, dashes, 2, 0);
    vertical(x, top, bottom);
    stroke("today", 1.5);
}

void Strokes::put_outline(const PlacedBar& bar, double radius) const {
    const Box& box = bar.box;
    if (!bar.cut_left && !bar.cut_right) return put_rectangle(canvas, box, radius);
    horizontal(box.x, box.right(), box.y);
    horizontal(box.x, box.right(), box.bottom());
    if (!bar.cut_left) vertical(box.x, box.y, box.bottom());
    if (!bar.cut_right) vertical(box.right(), box.y, box.bottom());
}

void Strokes::task(const PlacedBar& bar, const ChartRow& row, double radius) const {
    const bool done = row.status == Status::done;
    const bool cancelled = row.status == Status::cancelled;
    const bool partly = row.progress && !done && !cancelled;
    // A bar that says how far it is has the colour of what is active only so far.
    const bool active = row.status == Status::active && !partly;
    const Box& box = bar.box;
    radius = bar.cut_left || bar.cut_right ? 0 : std::min(radius, box.width / 2);
    fill(box,
         done           ? "task-done"
         : cancelled    ? "paper"
         : row.critical ? (active ? "critical-active" : "critical")
         : active       ? "task-active"
                        : "task",
         radius);
    dash(canvas, row.status);
    put_outline(bar, radius);
    stroke(cancelled      ? "muted"
           : row.critical ? "critical-edge"
           : done         ? "task-done"
                          : "task-edge",
           row.critical ? 2 : 1);
    if (partly) progress(bar, row.critical);
    // On a dark bar the thick edge alone would not be seen in grey print.
    if (row.critical && done && box.width > 8) {
        put_rectangle(canvas, {box.x + 1.5, box.y + 1.5, box.width - 3, box.height - 3}, 2.5);
        stroke("paper");
    }
}

void Strokes::progress(const PlacedBar& bar, bool critical) const {
    const double right = std::min(bar.done_to, bar.box.right());
    if (right <= bar.box.x + 1) return;
    const Box part{bar.box.x + 1, bar.box.y + 1, right - bar.box.x - 1, bar.box.height - 2};
    fill(part, critical ? "critical-active" : "task-active", bar.cut_left ? 0 : 2);
    vertical(right, part.y, part.bottom());
    stroke(critical ? "critical-edge" : "task-edge");
}

void Strokes::actual(const Box& box, bool open) const {
    constexpr double length = 7;
    constexpr double wing = 2.5; // beyond the line on both sides
    if (box.width <= 0) return;
    if (!open) return fill(box, "actual", 1);
    const double neck = std::max(box.x, box.right() - length);
    cairo_move_to(canvas, box.x, box.y);
    cairo_line_to(canvas, neck, box.y);
    cairo_line_to(canvas, neck, box.y - wing);
    cairo_line_to(canvas, box.right(), box.middle());
    cairo_line_to(canvas, neck, box.bottom() + wing);
    cairo_line_to(canvas, neck, box.bottom());
    cairo_line_to(canvas, box.x, box.bottom());
    cairo_close_path(canvas);
    use("actual");
    cairo_fill(canvas);
}

void Strokes::stage(const PlacedBar& bar, const ChartRow& row) const {
    const Box& box = bar.box;
    const double height = box.height * bar.rise;
    const bool done = row.status == Status::done;
    fill(box, "stage", 2);
    const Box part{box.x, box.bottom() - height, box.width, height};
    if (row.status != Status::cancelled) fill(part, done ? "stage-edge" : "stage-fill", 2);
    if (!done && bar.done_to > box.x + 1)
        fill({part.x, part.y, std::min(bar.done_to, box.right()) - box.x, height}, "stage-edge", 2);
    dash(canvas, row.status);
    put_outline(bar, 2);
    stroke(row.critical ? "critical-edge" : "stage-edge", row.critical ? 2 : 1);
}

void Strokes::milestone(const Box& box, Status status, bool critical) const {
    const std::string_view colour = critical ? "critical-edge" : "group";
    put_diamond(canvas, box, critical ? 4 : 2);
    use(status == Status::cancelled ? "paper" : colour);
    cairo_fill_preserve(canvas);
    dash(canvas, status);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    stroke(colour);
    if (!critical) return;
    put_diamond(canvas, box, 0);
    stroke("critical-edge", 1.25);
}

void Strokes::bracket(const PlacedBar& bar) const {
    constexpr double foot = 5;
    const Box& box = bar.box;
    if (box.width < 4 * foot) return fill(box, "group", bar.cut_left || bar.cut_right ? 0 : 1.5);
    const double left = bar.cut_left ? 0 : foot;
    const double right = bar.cut_right ? 0 : foot;
    cairo_move_to(canvas, box.x, box.y);
    cairo_line_to(canvas, box.right(), box.y);
    cairo_line_to(canvas, box.right(), box.bottom() + right);
    cairo_line_to(canvas, box.right() - right, box.bottom());
    cairo_line_to(canvas, box.x + left, box.bottom());
    cairo_line_to(canvas, box.x, box.bottom() + left);
    cairo_close_path(canvas);
    use("group");
    cairo_fill(canvas);
}

void Strokes::sign(Sign sign, Point at, double size, bool on_dark) const {
    if (sign == Sign::none) return;
    const auto go = [&](double x, double y) { cairo_line_to(canvas, at.x + x * size, at.y + y * size); };
    const std::string_view colour = on_dark ? "on-done" : "ink";
    cairo_new_path(canvas);
    if (sign == Sign::check) {
        go(-3.5, 0.5);
        go(-1, 3);
        go(3.5, -3);
    } else if (sign == Sign::play) {
        go(-2, -3);
        go(3, 0);
        go(-2, 3);
        cairo_close_path(canvas);
        use(colour);
        cairo_fill_preserve(canvas);
    } else {
        go(0, -4);
        go(0, 0.5);
        cairo_new_sub_path(canvas);
        go(0, 4);
        go(0, 4);
    }
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    stroke(colour, 1.8);
}

void Strokes::route(const Route& route) const {
    if (route.count < 2) return;
    constexpr double length = 6.5;
    constexpr double wing = 3.5;
    const std::string_view colour = route.critical ? "critical-edge" : "arrow";
    cairo_move_to(canvas, route.points[0].x, route.points[0].y);
    for (std::size_t i = 1; i + 1 < route.count; ++i)
        put_corner(canvas, route.points[i - 1], route.points[i], route.points[i + 1]);
    const Point head = route.points[route.count - 1];
    const Point before = route.points[route.count - 2];
    const double along_x = head.x > before.x ? 1 : head.x < before.x ? -1 : 0;
    const double along_y = head.y > before.y ? 1 : head.y < before.y ? -1 : 0;
    const Point neck{head.x - length * along_x, head.y - length * along_y};
    cairo_line_to(canvas, route.head ? neck.x : head.x, route.head ? neck.y : head.y);
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    stroke(colour, route.critical ? 1.6 : 1.25);
    if (!route.head) return;
    cairo_move_to(canvas, neck.x - wing * along_y, neck.y - wing * along_x);
    cairo_line_to(canvas, head.x, head.y);
    cairo_line_to(canvas, neck.x + wing * along_y, neck.y + wing * along_x);
    cairo_close_path(canvas);
    use(colour);
    cairo_fill(canvas);
}

} // namespace planc
