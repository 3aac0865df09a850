// Arrows: right-angled ways between bars, down the clearest of a few columns.
#include "gantt/placing.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace planc {
namespace {

constexpr double stub = 10;           ///< straight way before a head
constexpr double set_back = 8;        ///< from a bar's end to where its arrows leave
constexpr std::size_t looked_at = 24; ///< rows at each end of a long way that are searched for obstacles

struct Bar {
    const RowPlace* row;
    double half_height;
    bool milestone;

    double top() const { return row->middle() - half_height; }
    double bottom() const { return row->middle() + half_height; }
    double center() const { return (row->left + row->right) / 2; }
};

Bar bar_of(const Chart& chart, const std::vector<RowPlace>& rows, std::size_t index) {
    const BarKind kind = chart.rows[index].kind;
    return {&rows[index], bar_height_of(kind) / 2, kind == BarKind::milestone};
}

void turn(Route& route, double x, double y) {
    if (route.count > 0) {
        const Point last = route.points[route.count - 1];
        if (last.x == x && last.y == y) return;
    }
    if (route.count < route.points.size()) route.points[route.count++] = {x, y};
}

bool joins_bars(const ChartArrow& arrow, const std::vector<RowPlace>& rows) {
    return arrow.from < rows.size() && arrow.to < rows.size() && arrow.from != arrow.to && rows[arrow.from].has_bar &&
           rows[arrow.to].has_bar;
}

/// How much a vertical way at `x` runs over: 1 a bar, 2 a text.
int obstacles(const std::vector<RowPlace>& rows, std::size_t from, std::size_t to, double x) {
    const std::size_t first = std::min(from, to) + 1;
    const std::size_t last = std::max(from, to);
    int count = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (i == first + looked_at && last - i > looked_at) i = last - looked_at;
        const RowPlace& row = rows[i];
        if (!row.has_bar) continue;
        if (row.left - 3 < x && x < row.right + 3) count += 1;
        if (row.text_left - 2 < x && x < row.text_right + 2) count += 2;
    }
    return count;
}

struct Ends {
    Bar from;
    Bar to;
    bool down;
    double leave_x; ///< where the way leaves the bar's lower or upper edge
    double leave_y;
    double from_edge; ///< between the first row and the next
    double to_edge;   ///< between the row before the last and the last
};

Ends ends_of(const Chart& chart, const std::vector<RowPlace>& rows, const ChartArrow& arrow) {
    Ends ends{bar_of(chart, rows, arrow.from), bar_of(chart, rows, arrow.to), arrow.to > arrow.from, 0, 0, 0, 0};
    const RowPlace& from = *ends.from.row;
    const RowPlace& to = *ends.to.row;
    ends.leave_x =
        ends.from.milestone ? ends.from.center() : std::max(from.right - set_back, (from.left + from.right) / 2);
    ends.leave_y = ends.down ? ends.from.bottom() : ends.from.top();
    ends.from_edge = ends.down ? from.bottom() : from.top;
    ends.to_edge = ends.down ? to.top : to.bottom();
    return ends;
}

/// From the bar's edge down the column `x` into the left end of the other bar, or into the tip of a diamond.
Route into_start(const Ends& ends, double x) {
    const RowPlace& to = *ends.to.row;
    Route route;
    turn(route, ends.leave_x, ends.leave_y);
    if (x != ends.leave_x) {
        turn(route, ends.leave_x, ends.from_edge);
        turn(route, x, ends.from_edge);
    }
    if (x <= to.left - stub + 2) {
        turn(route, x, to.middle());
        turn(route, to.left, to.middle());
    } else if (ends.to.milestone) {
        turn(route, x, ends.to_edge);
        turn(route, ends.to.center(), ends.to_edge);
        turn(route, ends.to.center(), ends.down ? ends.to.top() : ends.to.bottom());
    } else {
        turn(route, x, ends.to_edge);
        turn(route, to.left - stub, ends.to_edge);
        turn(route, to.left - stub, to.middle());
        turn(route, to.left, to.middle());
    }
    return route;
}

Route finish_to_start(const Chart& chart, const std::vector<RowPlace>& rows, const ChartArrow& arrow) {
    const Ends ends = ends_of(chart, rows, arrow);
    const RowPlace& to = *ends.to.row;
    const double enter_x = ends.to.milestone && ends.leave_x > to.left - stub ? ends.to.center() : to.left - stub;
    Route best;
    int least = 0;
    for (const double x : {ends.leave_x, enter_x, enter_x - 8, (ends.leave_x + enter_x) / 2}) {
        const Route route = into_start(ends, x);
        const int cost = obstacles(rows, arrow.from, arrow.to, x) + 2 * static_cast<int>(route.count);
        if (best.count != 0 && cost >= least) continue;
        best = route;
        least = cost;
    }
    return best;
}

Route start_to_start(const Chart& chart, const std::vector<RowPlace>& rows, const ChartArrow& arrow) {
    const Ends ends = ends_of(chart, rows, arrow);
    const RowPlace& from = *ends.from.row;
    const RowPlace& to = *ends.to.row;
    const double x = std::min(from.left, to.left) - stub;
    Route route;
    turn(route, from.left, from.middle());
    turn(route, x, from.middle());
    turn(route, x, to.middle());
    turn(route, to.left, to.middle());
    return route;
}

/// From the end (or the start) of one bar into the end of the other, from the right.
Route into_finish(const Chart& chart, const std::vector<RowPlace>& rows, const ChartArrow& arrow) {
    const Ends ends = ends_of(chart, rows, arrow);
    const RowPlace& from = *ends.from.row;
    const RowPlace& to = *ends.to.row;
    Route route;
    if (arrow.type == DependencyType::start_to_finish) {
        turn(route, from.left, from.middle());
        turn(route, from.left - stub, from.middle());
        turn(route, from.left - stub, ends.to_edge);
    } else {
        turn(route, ends.leave_x, ends.leave_y);
        turn(route, ends.leave_x, ends.to_edge);
    }
    turn(route, to.right + stub, ends.to_edge);
    turn(route, to.right + stub, to.middle());
    turn(route, to.right, to.middle());
    return route;
}

/// All arrows of a bar leave it at one place: near its end, or right over a diamond that lies below it.
void choose_leave(const Chart& chart, std::vector<RowPlace>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowPlace& row = rows[i];
        const double middle = (row.left + row.right) / 2;
        row.leave_x = chart.rows[i].kind == BarKind::milestone ? middle : std::max(row.right - set_back, middle);
    }
    for (const ChartArrow& arrow : chart.arrows) {
        if (!joins_bars(arrow, rows) || arrow.type != DependencyType::finish_to_start) continue;
        if (chart.rows[arrow.from].kind == BarKind::milestone || chart.rows[arrow.to].kind != BarKind::milestone)
            continue;
        RowPlace& from = rows[arrow.from];
        const double center = (rows[arrow.to].left + rows[arrow.to].right) / 2;
        if (from.right - 2 * set_back <= center && from.left + 4 <= center && center <= from.right + 0.5)
            from.leave_x = center;
    }
}

} // namespace

void place_routes(const Chart& chart, std::vector<RowPlace>& rows, Picture& picture) {
    choose_leave(chart, rows);
    picture.routes.reserve(chart.arrows.size());
    for (const ChartArrow& arrow : chart.arrows) {
        if (!joins_bars(arrow, rows)) continue;
        Route route = arrow.type == DependencyType::finish_to_start  ? finish_to_start(chart, rows, arrow)
                      : arrow.type == DependencyType::start_to_start ? start_to_start(chart, rows, arrow)
                                                                     : into_finish(chart, rows, arrow);
        route.critical = arrow.critical;
        picture.routes.push_back(route);
    }
}

} // namespace planc
