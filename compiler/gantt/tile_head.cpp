// What every page repeats: the ticks and names above its part of the plot; and the title, and the legend.
#include "gantt/lettering.h"
#include "gantt/placing.h"
#include "gantt/tile_parts.h"

#include <algorithm>

namespace planc {
namespace {

constexpr double legend_gap = 16;
constexpr double legend_line = 24;
constexpr double legend_space = 22;
constexpr double subtitle_height = 32;

/// The name of the larger unit stands on every page that shows some of it.
void put_major_ticks(const TilePage& page) {
    std::vector<double> lines;
    for (const GridLine& line : page.whole.grid)
        if (line.major) lines.push_back(line.x);
    for (const PlacedText& text : page.loose) {
        if (text.ink != Ink::major_tick) continue;
        const auto next = std::upper_bound(lines.begin(), lines.end(), text.box.x);
        const double begin = text.box.x - tick_gap;
        const double end = next == lines.end() ? page.whole.plot.right() : *next;
        const double left = std::max(text.box.x, page.column.left + tick_gap);
        if (begin >= page.column.right || end <= page.column.left) continue;
        if (left + text.box.width > std::min(end, page.column.right + page.column.after)) continue;
        page.picture.texts.push_back(moved(text, left - text.box.x + page.dx, page.axis_dy));
    }
}

void put_minor_ticks(const TilePage& page) {
    for (const PlacedText& text : page.loose) {
        if (text.ink != Ink::minor_tick) continue;
        if (text.box.center() < page.column.left || text.box.center() > page.column.right) continue;
        if (text.box.x < page.column.left - page.column.before ||
            text.box.right() > page.column.right + page.column.after)
            continue;
        page.picture.texts.push_back(moved(text, page.dx, page.axis_dy));
    }
    for (const GridLine& line : page.whole.grid)
        if (page.column.left <= line.x && line.x <= page.column.right)
            page.picture.grid.push_back({line.x + page.dx, line.top + page.axis_dy, line.major});
}

/// The names of what is seen of the axis's bands and line on a page.
std::vector<AxisLabel> labels_on(const Picture& whole, const TileColumn& column, double dx, double plot_left) {
    std::vector<AxisLabel> found;
    const double page_right = column.right + dx + column.after;
    for (AxisLabel label : whole.labels) {
        const bool seen = label.until > label.place ? label.place < column.right && label.until > column.left
                                                    : column.left <= label.place && label.place <= column.right;
        if (!seen) continue;
        const double room = page_right - plot_left - 2 * tick_gap;
        if (label.width > room) {
            const auto [size, bold] = lettering(label.ink);
            std::vector<std::string> lines;
            label.width = 0;
            for (const std::string& line : label.lines)
                for (std::string& part : wrap(line, room, size, bold)) {
                    label.width = std::max(label.width, text_width(part, size, bold));
                    lines.push_back(std::move(part));
                }
            label.lines = std::move(lines);
        }
        label.place = std::max(label.place, column.left) + dx;
        label.left = std::max(plot_left + tick_gap, std::min(label.left + dx, page_right - tick_gap - label.width));
        found.push_back(std::move(label));
    }
    return found;
}

} // namespace

PlacedText moved(PlacedText text, double dx, double dy) {
    text.box.x += dx;
    text.box.y += dy;
    text.baseline += dy;
    return text;
}

double tile_dx(const Picture& whole, const TileColumn& column) {
    return whole.plot.x - sheet_margin + column.before - column.left;
}

/// Returns its height. The words are the legend's texts, in its order.
double put_tile_legend(const Picture& whole, double width, double top, Picture* picture) {
    double x = 0;
    double y = top + legend_gap;
    std::size_t next = 0;
    for (const LegendItem& item : whole.legend) {
        while (next < whole.texts.size() && whole.texts[next].ink != Ink::legend) ++next;
        if (next == whole.texts.size()) break;
        const PlacedText& word = whole.texts[next++];
        const double needed = word.box.right() - item.box.x;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += legend_line;
        }
        if (picture != nullptr) {
            picture->legend.push_back({item.sample, {x, y, item.box.width, item.box.height}});
            picture->texts.push_back(moved(word, x - item.box.x, y - item.box.y));
        }
        x += needed + legend_space;
    }
    return whole.legend.empty() ? 0 : y + whole.legend.front().box.height + legend_foot - top;
}

void put_tile_head(const TilePage& page, const PageTile& tile) {
    if (tile.down == 0 && tile.across == 0) {
        const double bottom = place_title(page.whole.title, 0, 0, page.head.width, page.picture);
        for (const PlacedText& text : page.loose)
            if (text.ink == Ink::subtitle)
                page.picture.texts.push_back(moved(text, -sheet_margin, bottom + 13 - text.baseline));
    }
    put_major_ticks(page);
    put_minor_ticks(page);
    page.picture.labels = labels_on(page.whole, page.column, page.dx, page.table);
    const double lanes = page.picture.minor_axis_top + minor_height + 3;
    place_axis_labels(page.picture.labels, lanes, page.picture);
    for (const PlacedText& text : page.loose)
        if (text.ink == Ink::column)
            page.picture.texts.push_back(moved(text, -sheet_margin, page.top + page.dy - 8 - text.baseline));
}

TileHead measure_head(const Picture& picture, const std::vector<TileColumn>& columns, double width) {
    TileHead head;
    head.width = width;
    Picture scratch;
    head.title = place_title(picture.title, 0, 0, width, scratch) + subtitle_height;
    const double ticks = picture.minor_axis_top - picture.axis.y + minor_height;
    head.height = ticks;
    for (const TileColumn& column : columns) {
        const std::vector<AxisLabel> labels =
            labels_on(picture, column, tile_dx(picture, column), picture.plot.x - sheet_margin);
        if (!labels.empty()) head.height = std::max(head.height, place_axis_labels(labels, ticks + 3, scratch));
    }
    head.legend = put_tile_legend(picture, width, 0, nullptr);
    return head;
}

} // namespace planc
