// One page's rows: the labels at the left, the part of the plot beside them.
#include "gantt/tile_parts.h"

#include "gantt/lettering.h"
#include "gantt/placing.h"

#include <algorithm>
#include <limits>

namespace planc {
namespace {

constexpr double no_place = std::numeric_limits<double>::lowest();

bool is_beside_bar(Ink ink) { return ink == Ink::dates || ink == Ink::percent || ink == Ink::no_date; }

/// Texts and sign of one row that stay together when they are moved.
struct Unit {
    double left = std::numeric_limits<double>::max();
    double right = no_place;
    double shift = 0;
    std::size_t column = 0;
    bool inside = false;
    bool with_sign = false;
    std::vector<std::size_t> texts;

    double width() const { return right - left; }
};

/// The parts of the whole by row.
struct Parts {
    std::vector<const PlacedBar*> bars;
    std::vector<Unit> units;
    std::vector<std::vector<std::size_t>> labels; ///< and owners
    std::vector<PlacedText> loose;                ///< of no row
    std::vector<Box> ways;                        ///< what each route lies in
};

constexpr double half_sign = 6;

/// Moves a unit that a cut would go through; true if it has to be looked at once more.
bool move_off_cut(Unit& unit, const PlacedBar* bar, const std::vector<TileColumn>& columns) {
    constexpr double gap = 6;
    const double left = unit.left + unit.shift;
    const double right = unit.right + unit.shift;
    while (unit.column + 1 < columns.size() && (left + right) / 2 >= columns[unit.column].right) ++unit.column;
    while (unit.column > 0 && (left + right) / 2 < columns[unit.column].left) --unit.column;
    const TileColumn& column = columns[unit.column];
    // What stands in a bar has to stand in the part of it that is seen.
    const bool too_right = right > column.right + (unit.inside ? 0 : column.after) && unit.column + 1 < columns.size();
    const bool too_left = left < column.left - (unit.inside ? 0 : column.before);
    if (!too_right && !too_left) return false;
    const double cut = too_right ? column.right : column.left;
    const auto put_after = [&](double x) {
        unit.shift = x - unit.left;
        return true;
    };
    const auto put_before = [&](double x) {
        unit.shift = x - unit.right;
        return true;
    };
    if (bar == nullptr || (!unit.inside && left >= bar->box.right())) return put_after(cut + gap);
    if (!unit.inside) return put_before(cut - gap);
    if (bar->box.right() - cut >= unit.width() + 2 * gap) return put_after(cut + gap);
    if (cut - bar->box.x >= unit.width() + 2 * gap) return put_before(cut - gap);
    unit.inside = false;
    return put_after(bar->box.right() + gap);
}

void keep_uncut(Unit& unit, const PlacedBar* bar, const std::vector<TileColumn>& columns) {
    constexpr int tries = 4;
    if (unit.right < unit.left) return;
    for (int i = 0; i < tries && move_off_cut(unit, bar, columns); ++i) {
    }
}

Parts parts_of(const Picture& picture) {
    Parts parts;
    const std::size_t rows = picture.row_lines.size();
    parts.bars.resize(rows);
    parts.units.resize(rows);
    parts.labels.resize(rows);
    for (const PlacedBar& bar : picture.bars) parts.bars[bar.row] = &bar;
    for (const Route& route : picture.routes) {
        Point least = route.points[0];
        Point most = least;
        for (std::size_t i = 1; i < route.count; ++i) {
            least = {std::min(least.x, route.points[i].x), std::min(least.y, route.points[i].y)};
            most = {std::max(most.x, route.points[i].x), std::max(most.y, route.points[i].y)};
        }
        parts.ways.push_back({least.x, least.y, most.x - least.x, most.y - least.y});
    }
    for (std::size_t i = 0; i < picture.texts.size(); ++i) {
        const PlacedText& text = picture.texts[i];
        if (text.row == PlacedText::no_row) {
            parts.loose.push_back(text);
            continue;
        }
        if (!is_beside_bar(text.ink)) {
            parts.labels[text.row].push_back(i);
            continue;
        }
        Unit& unit = parts.units[text.row];
        unit.left = std::min(unit.left, text.box.x);
        unit.right = std::max(unit.right, text.box.right());
        unit.inside = text.inside_bar;
        unit.texts.push_back(i);
    }
    for (const PlacedBar& bar : picture.bars) {
        Unit& unit = parts.units[bar.row];
        const bool sign_inside = bar.sign_at.x < bar.box.right() && bar.sign_at.x > bar.box.x;
        if (bar.sign == Sign::none || unit.right < unit.left || sign_inside != unit.inside) continue;
        unit.with_sign = true;
        unit.left = std::min(unit.left, bar.sign_at.x - half_sign);
        unit.right = std::max(unit.right, bar.sign_at.x + half_sign);
    }
    return parts;
}

/// Drawn on one page: what may stand beside the cut.
bool is_small(const Box& box, const TileColumn& column) { return box.width <= std::max(column.before, column.after); }

void cut_box(const TilePage& page, Box& box, bool& cut_left, bool& cut_right) {
    const double left = std::max(box.x, page.column.left);
    const double right = std::min(box.right(), page.column.right);
    cut_left = left > box.x;
    cut_right = right < box.right();
    box.x = std::min(left, page.column.right);
    box.width = std::max(0.0, right - left);
}

void cut_bar(const TilePage& page, PlacedBar bar, const Unit& unit) {
    const double center = bar.box.center();
    const double end = bar.box.right();
    const bool had_actual = bar.actual.width > 0;
    if (is_small(bar.box, page.column)) {
        if (!page.holds(center)) bar.box = {page.column.left, bar.box.y, 0, bar.box.height};
    } else {
        cut_box(page, bar.box, bar.cut_left, bar.cut_right);
    }
    if (had_actual) {
        bool before = false;
        bool after = false;
        if (is_small(bar.actual, page.column)) {
            if (!page.holds(bar.actual.center())) bar.actual.width = 0;
        } else {
            cut_box(page, bar.actual, before, after);
            bar.actual_open = bar.actual_open || after;
        }
    }
    const bool slack_here = end < page.column.right && bar.slack_end > std::max(page.column.left, end);
    if (slack_here && end < page.column.left) bar.box.x = page.column.left;
    bar.slack_cut = slack_here && bar.slack_end > page.column.right;
    bar.slack_end = slack_here ? std::min(bar.slack_end, page.column.right) : 0;
    const bool sign_here = unit.with_sign ? unit.column == page.across : page.holds(bar.sign_at.x);
    if (!sign_here) bar.sign = Sign::none;
    if (bar.box.width <= 0 && bar.actual.width <= 0 && !slack_here && bar.sign == Sign::none) return;
    if (unit.with_sign) bar.sign_at.x += unit.shift;
    bar.box.x += page.dx;
    bar.box.y += page.dy;
    bar.actual.x += page.dx;
    bar.actual.y += page.dy;
    bar.slack_end += slack_here ? page.dx : 0;
    bar.done_to = std::min(bar.done_to, page.column.right) + page.dx;
    bar.sign_at.x += page.dx;
    bar.sign_at.y += page.dy;
    page.picture.bars.push_back(std::move(bar));
}

void put_rows(const TilePage& page, const Parts& parts, const PageTile& tile) {
    for (std::size_t row = tile.first_row; row < tile.end_row; ++row) {
        for (const std::size_t i : parts.labels[row])
            page.picture.texts.push_back(moved(page.whole.texts[i], -sheet_margin, page.dy));
        if (parts.bars[row] != nullptr) cut_bar(page, *parts.bars[row], parts.units[row]);
        const Unit& unit = parts.units[row];
        if (unit.column == page.across) {
            for (const std::size_t i : unit.texts) {
                page.picture.texts.push_back(moved(page.whole.texts[i], page.dx + unit.shift, page.dy));
                page.picture.texts.back().inside_bar = unit.inside;
            }
        }
        page.picture.row_lines.push_back(page.whole.row_lines[row] + page.dy);
    }
    for (const double y : page.whole.group_tops)
        if (page.top < y && y < page.bottom) page.picture.group_tops.push_back(y + page.dy);
}

void put_bands(const TilePage& page) {
    const double rows = page.top + page.dy;
    const double bottom = page.bottom + page.dy;
    for (const PlacedBand& band : page.whole.bands) {
        const double left = std::max(band.box.x, page.column.left);
        const double right = std::min(band.box.right(), page.column.right);
        if (left >= right) continue;
        const double top = band.kind == BandKind::freeze ? rows : page.picture.minor_axis_top;
        page.picture.bands.push_back({band.kind, {left + page.dx, top, right - left, bottom - top}});
    }
}

/// The piece of a way between two corners that lies on the page; false if there is none.
bool cut_way(const Box& box, Point& a, Point& b) {
    if (std::max(a.x, b.x) < box.x || std::min(a.x, b.x) > box.right() || std::max(a.y, b.y) < box.y ||
        std::min(a.y, b.y) > box.bottom())
        return false;
    const auto clamp = [&](Point point) {
        return Point{std::clamp(point.x, box.x, box.right()), std::clamp(point.y, box.y, box.bottom())};
    };
    a = clamp(a);
    b = clamp(b);
    return true;
}

void cut_route(const TilePage& page, const Box& box, const Route& route) {
    Route piece;
    const auto finish = [&](bool head) {
        piece.critical = route.critical;
        piece.head = head;
        if (piece.count > 1) page.picture.routes.push_back(piece);
        piece = {};
    };
    const auto add = [&](Point point) {
        const Point at{point.x + page.dx, point.y + page.dy};
        if (piece.count > 0 && piece.points[piece.count - 1].x == at.x && piece.points[piece.count - 1].y == at.y)
            return;
        if (piece.count < piece.points.size()) piece.points[piece.count++] = at;
    };
    for (std::size_t i = 1; i < route.count; ++i) {
        Point a = route.points[i - 1];
        Point b = route.points[i];
        if (!cut_way(box, a, b)) {
            finish(false);
            continue;
        }
        if (a.x != route.points[i - 1].x || a.y != route.points[i - 1].y) finish(false);
        add(a);
        add(b);
        if (b.x != route.points[i].x || b.y != route.points[i].y) finish(false);
    }
    finish(route.head);
}

void put_routes(const TilePage& page, const std::vector<Box>& ways) {
    constexpr double over = 12; // so that the last bend before a bar at the cut is not lost
    const double left = page.column.left - std::min(over, page.column.before);
    const double right = page.column.right + std::min(over, page.column.after);
    const Box box{left, page.top, right - left, page.bottom - page.top};
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Box& way = ways[i];
        if (way.bottom() < box.y || way.y > box.bottom() || way.right() < box.x || way.x > box.right()) continue;
        cut_route(page, box, page.whole.routes[i]);
    }
}

} // namespace

double widest_unit(const Picture& picture) {
    double widest = 0;
    for (const Unit& unit : parts_of(picture).units)
        if (unit.right > unit.left) widest = std::max(widest, unit.width());
    return widest;
}

void cut_pictures(const Picture& picture, const std::vector<TileColumn>& columns, const TileHead& head,
                  std::vector<PageTile>& tiles) {
    Parts parts = parts_of(picture);
    for (std::size_t row = 0; row < parts.units.size(); ++row) keep_uncut(parts.units[row], parts.bars[row], columns);
    const double table = picture.plot.x - sheet_margin;
    for (PageTile& tile : tiles) {
        const TileColumn& column = columns[tile.across];
        const double axis_top = tile.down == 0 ? head.title : 0;
        const double rows_top = axis_top + head.height;
        const double top = tile.first_row == 0 ? picture.plot.y : picture.row_lines[tile.first_row - 1];
        const double bottom = tile.end_row == 0 ? picture.plot.y : picture.row_lines[tile.end_row - 1];
        Picture& out = tile.picture;
        const TilePage page{picture,
                            parts.loose,
                            column,
                            head,
                            tile.across,
                            table,
                            tile_dx(picture, column),
                            rows_top - top,
                            axis_top - picture.axis.y,
                            top,
                            bottom,
                            out};
        const double plot_width = column.before + column.right - column.left + column.after;
        out.title = picture.title;
        out.table = {0, rows_top, table, bottom - top};
        out.plot = {table, rows_top, plot_width, bottom - top};
        out.axis = {table, axis_top, plot_width, head.height};
        out.minor_axis_top = picture.minor_axis_top + page.axis_dy;
        for (std::size_t row = tile.first_row; row < tile.end_row; ++row) {
            const Unit& unit = parts.units[row];
            if (unit.column != tile.across || unit.texts.empty()) continue;
            out.plot.width = std::max(out.plot.width, unit.right + unit.shift + page.dx - out.plot.x);
        }
        out.width = tile.across == 0 ? std::max(out.plot.right(), head.width) : out.plot.right();
        out.height = rows_top + bottom - top;
        put_tile_head(page, tile);
        put_bands(page);
        put_rows(page, parts, tile);
        put_routes(page, parts.ways);
        if (picture.as_of >= 0 && page.holds(picture.as_of)) out.as_of = picture.as_of + page.dx;
        if (tile.across == 0 && tile.end_row == picture.row_lines.size())
            out.height += put_tile_legend(picture, head.width, out.height, &out);
    }
}

} // namespace planc
