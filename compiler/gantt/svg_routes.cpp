// Arrows as SVG, with round corners and a head.
#include "gantt/svg_marks.h"
#include "gantt/svg_writer.h"

#include <algorithm>
#include <cmath>

namespace planc {
namespace {

/// One corner of an arrow, rounded.
void put_corner(std::string& out, Point before, Point corner, Point after) {
    const auto distance = [](Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); };
    const double radius = std::min({5.0, distance(before, corner) / 2, distance(corner, after) / 2});
    const auto towards = [&](Point end) {
        const double length = distance(end, corner);
        if (length == 0) return corner;
        return Point{corner.x + (end.x - corner.x) / length * radius, corner.y + (end.y - corner.y) / length * radius};
    };
    const Point in = towards(before);
    const Point exit = towards(after);
    put_pair(out, "L", in.x, in.y);
    put_pair(out, "Q", corner.x, corner.y);
    put_pair(out, " ", exit.x, exit.y);
}

} // namespace

void put_route(std::string& out, const Route& route) {
    if (route.count < 2) return;
    constexpr double length = 6.5;
    constexpr double wing = 3.5;
    begin_path(out, route.critical ? "arrow crit" : "arrow");
    put_pair(out, "M", route.points[0].x, route.points[0].y);
    for (std::size_t i = 1; i + 1 < route.count; ++i)
        put_corner(out, route.points[i - 1], route.points[i], route.points[i + 1]);
    const Point head = route.points[route.count - 1];
    const Point before = route.points[route.count - 2];
    const double along_x = head.x > before.x ? 1 : head.x < before.x ? -1 : 0;
    const double along_y = head.y > before.y ? 1 : head.y < before.y ? -1 : 0;
    const double back = route.head ? length : 0;
    put_pair(out, "L", head.x - back * along_x, head.y - back * along_y);
    end_path(out);
    if (!route.head) return;
    begin_path(out, route.critical ? "head crit" : "head");
    put_pair(out, "M", head.x - length * along_x - wing * along_y, head.y - length * along_y - wing * along_x);
    put_pair(out, "L", head.x, head.y);
    put_pair(out, "L", head.x - length * along_x + wing * along_y, head.y - length * along_y + wing * along_x);
    put(out, "Z");
    end_path(out);
}

} // namespace planc
