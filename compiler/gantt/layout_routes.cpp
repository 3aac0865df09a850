// Arrows: right-angled ways between bars, around every other bar and every text.
#include "gantt/free_ways.h"
#include "gantt/placing.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace planc {
namespace {

constexpr double stub = 10;    ///< straight way before a head
constexpr double set_back = 8; ///< from a bar's end to where its arrows leave
constexpr double far = 1e9;
constexpr double price_of_bend = 30; ///< pixels of a detour that are as bad
constexpr double price_of_sharing = 45;
constexpr double price_of_looking_on = 300; ///< of a way that is worth comparing with one of several columns
constexpr std::size_t most_columns = 4;

struct Bar {
    const RowPlace* row;
    double half_height;
    bool milestone;

    double top() const { return row->bar_middle() - half_height; }
    double bottom() const { return row->bar_middle() + half_height; }
    double center() const { return (row->left + row->right) / 2; }
};

Bar bar_of(const Chart& chart, const std::vector<RowPlace>& rows, std::size_t index) {
    const BarKind kind = chart.rows[index].kind;
    return {&rows[index], bar_height_of(kind) / 2, kind == BarKind::milestone};
}

/// Adds a corner; one that lies on the way straight on is dropped.
void turn(Route& route, double x, double y) {
    const auto at = [&](std::size_t back) { return route.points[route.count - back]; };
    if (route.count > 0 && at(1).x == x && at(1).y == y) return;
    if (route.count > 1 && ((at(2).x == at(1).x && at(1).x == x) || (at(2).y == at(1).y && at(1).y == y)))
        --route.count;
    if (route.count > 0 && at(1).x == x && at(1).y == y) return;
    if (route.count < route.points.size()) route.points[route.count++] = {x, y};
}

bool joins_bars(const ChartArrow& arrow, const std::vector<RowPlace>& rows) {
    return arrow.from < rows.size() && arrow.to < rows.size() && arrow.from != arrow.to && rows[arrow.from].has_bar &&
           rows[arrow.to].has_bar;
}

/// What one arrow has to do.
struct Task {
    Bar from;
    Bar to;
    bool down;
    bool from_start;
    bool to_start;
    std::size_t first; ///< rows between the two, half-open, from above
    std::size_t end;
    double from_edge; ///< between the first row and the next
    double to_edge;   ///< between the row before the last and the last

    /// Where the way comes out beside or below the first bar.
    double exit_x() const { return from_start ? from.row->left - stub : from.row->leave_x; }
    double enter_x() const { return to_start ? to.row->left - stub : to.row->right + stub; }
    bool into_tip(double x) const { return to.milestone && to_start && x > to.row->left - stub; }
};

Task task_of(const Chart& chart, const std::vector<RowPlace>& rows, const ChartArrow& arrow) {
    const bool down = arrow.to > arrow.from;
    const RowPlace& from = rows[arrow.from];
    const RowPlace& to = rows[arrow.to];
    return {bar_of(chart, rows, arrow.from),
            bar_of(chart, rows, arrow.to),
            down,
            arrow.type == DependencyType::start_to_start || arrow.type == DependencyType::start_to_finish,
            arrow.type == DependencyType::finish_to_start || arrow.type == DependencyType::start_to_start,
            std::min(arrow.from, arrow.to) + 1,
            std::max(arrow.from, arrow.to),
            down ? from.bottom() : from.top,
            down ? to.top : to.bottom()};
}

/// A stretch of rows that is crossed at one x, in the order of the way.
struct Crossing {
    double x = 0;
    double y = 0; ///< where the next one begins
};

Route way_through(const Task& task, const std::vector<Crossing>& crossings) {
    const RowPlace& from = *task.from.row;
    const RowPlace& to = *task.to.row;
    Route route;
    const double first = crossings.front().x;
    if (task.from_start) {
        turn(route, from.left, from.bar_middle());
        turn(route, std::min(first, task.exit_x()), from.bar_middle());
    } else {
        // No small jog right below the bar.
        const bool near = !task.from.milestone && std::abs(first - from.leave_x) < 2 * set_back &&
                          from.left + 3 <= first && first <= from.right - 3;
        turn(route, near ? first : from.leave_x, task.down ? task.from.bottom() : task.from.top());
    }
    if (first != route.points[route.count - 1].x) turn(route, route.points[route.count - 1].x, task.from_edge);
    turn(route, first, task.from_edge);
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        turn(route, crossings[i].x, crossings[i].y);
        turn(route, crossings[i + 1].x, crossings[i].y);
    }
    const double last = crossings.back().x;
    turn(route, last, task.to_edge);
    if (task.into_tip(last)) {
        turn(route, task.to.center(), task.to_edge);
        turn(route, task.to.center(), task.down ? task.to.top() : task.to.bottom());
        return route;
    }
    if (!task.to_start || last > task.enter_x()) turn(route, task.enter_x(), task.to_edge);
    turn(route, route.points[route.count - 1].x, to.bar_middle());
    turn(route, task.to_start ? to.left : to.right, to.bar_middle());
    return route;
}

/// Which stretches of the vertical strips carry arrows already, so that two that have no bar in common keep apart.
class Traffic {
public:
    void add(const ChartArrow& arrow, const Route& route) {
        for (std::size_t i = 1; i < route.count; ++i) {
            const Point a = route.points[i - 1];
            const Point b = route.points[i];
            if (a.x != b.x) continue;
            const std::size_t place = strip(a.x);
            if (place >= strips_.size()) strips_.resize(place + 1);
            strips_[place].push_back({std::min(a.y, b.y), std::max(a.y, b.y), arrow.from, arrow.to});
        }
    }

    bool shares(const ChartArrow& arrow, const Route& route) const {
        for (std::size_t i = 1; i < route.count; ++i) {
            const Point a = route.points[i - 1];
            const Point b = route.points[i];
            if (a.x != b.x) continue;
            const std::size_t middle = strip(a.x);
            for (std::size_t place = middle > 0 ? middle - 1 : 0; place <= middle + 1; ++place)
                if (is_taken(place, std::min(a.y, b.y), std::max(a.y, b.y), arrow)) return true;
        }
        return false;
    }

private:
    struct Stretch {
        double top;
        double bottom;
        std::size_t from;
        std::size_t to;
    };

    static std::size_t strip(double x) { return static_cast<std::size_t>(std::max(0L, std::lround(x / 3))); }

    bool is_taken(std::size_t place, double top, double bottom, const ChartArrow& arrow) const {
        constexpr std::size_t looked_at = 16; // the last ones: arrows come in the order of their first rows
        if (place >= strips_.size()) return false;
        const std::vector<Stretch>& all = strips_[place];
        for (std::size_t i = all.size(); i > 0 && all.size() - i < looked_at; --i) {
            const Stretch& other = all[i - 1];
            if (other.from == arrow.from || other.to == arrow.to) continue;
            if (std::max(other.top, top) < std::min(other.bottom, bottom)) return true;
        }
        return false;
    }

    std::vector<std::vector<Stretch>> strips_;
};

double price_of(const Route& route) {
    double length = 0;
    for (std::size_t i = 1; i < route.count; ++i)
        length += std::abs(route.points[i].x - route.points[i - 1].x) +
                  0.2 * std::abs(route.points[i].y - route.points[i - 1].y);
    return length + price_of_bend * static_cast<double>(route.count);
}

/// Changes column where no single one is free; nothing if that takes too many.
std::vector<Crossing> in_several_columns(const Task& task, const std::vector<RowPlace>& rows, const FreeWays& ways) {
    std::vector<std::size_t> cuts{task.first};
    while (cuts.back() < task.end) {
        if (cuts.size() > most_columns) return {};
        cuts.push_back(ways.longest(cuts.back(), task.end));
    }
    std::vector<Crossing> crossings;
    double x = task.exit_x();
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const std::size_t stretch = task.down ? i : cuts.size() - 2 - i;
        const bool last = i + 2 == cuts.size();
        const double wish = last && task.to_start ? std::min(x, task.enter_x()) : x;
        x = ways.nearest(ways.free_in(cuts[stretch], cuts[stretch + 1]), wish, -far, far).value_or(x);
        crossings.push_back({x, task.down ? rows[cuts[stretch + 1] - 1].bottom() : rows[cuts[stretch]].top});
    }
    return crossings;
}

Route best_way(const ChartArrow& arrow, const Task& task, const std::vector<RowPlace>& rows, const FreeWays& ways,
               const Traffic& traffic) {
    Route best;
    double least = 0;
    /// False where another arrow has that way, though it would be short.
    const auto consider = [&](const std::vector<Crossing>& crossings) {
        const Route route = way_through(task, crossings);
        double price = price_of(route);
        if (best.count > 0 && price >= least) return true;
        const bool shares = traffic.shares(arrow, route);
        if (shares) price += price_of_sharing;
        if (best.count > 0 && price >= least) return !shares;
        best = route;
        least = price;
        return !shares;
    };
    const FreeWays::Strips free = ways.free_in(task.first, task.end);
    // Between neighbours there is nothing to run into.
    const auto nearest = [&](double wish, double most) {
        return task.first < task.end ? ways.nearest(free, wish, -far, most) : std::min(wish, most);
    };
    const auto consider_at = [&](double wish, double most) {
        const auto x = nearest(wish, most);
        if (!x || consider({{*x, 0}})) return;
        for (const double aside : {-5.0, 5.0, -10.0, 10.0})
            if (nearest(*x + aside, most) == *x + aside) consider({{*x + aside, 0}});
    };
    const double enter = task.enter_x();
    const double most = task.to_start ? enter : far;
    consider_at(task.exit_x(), most);
    consider_at(task.exit_x(), far);
    if (task.to.milestone && task.to_start) consider_at(task.to.center(), far);
    for (const double aside : {0.0, 7.0, 14.0, 21.0}) consider_at(task.to_start ? enter - aside : enter + aside, most);
    if (best.count == 0 || least > price_of_looking_on) {
        const std::vector<Crossing> several = in_several_columns(task, rows, ways);
        if (several.size() > 1) consider(several);
    }
    return best.count > 0 ? best : way_through(task, {{enter, 0}});
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

void place_routes(const Chart& chart, const ChartFrame& frame, std::vector<RowPlace>& rows, Picture& picture) {
    if (chart.arrows.empty()) return;
    choose_leave(chart, rows);
    const FreeWays ways(rows, frame.plot_x, frame.plot_right);
    Traffic traffic;
    picture.routes.reserve(chart.arrows.size());
    for (const ChartArrow& arrow : chart.arrows) {
        if (!joins_bars(arrow, rows)) continue;
        Route route = best_way(arrow, task_of(chart, rows, arrow), rows, ways, traffic);
        traffic.add(arrow, route);
        route.critical = arrow.critical;
        picture.routes.push_back(route);
    }
}

} // namespace planc
