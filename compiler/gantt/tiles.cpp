// Pages: where to cut first, then each page's picture from the parts of the whole that lie on it.
#include "gantt/tiles.h"

#include "gantt/lettering.h"
#include "gantt/placing.h"
#include "gantt/tile_parts.h"

#include <algorithm>

namespace planc {
namespace {

constexpr double usual_scale = 0.75; ///< points of a pixel on paper
constexpr double least_text = 6.5;   ///< points
constexpr double least_plot = 160;   ///< pixels of the plot on a page
constexpr double bleed = 20;         ///< beside the plot where it is cut, for texts that stand at the cut

constexpr double rounding = 1e-6;

double smallest_scale() { return least_text / lettering(Ink::dates).size; }

double whole_width(const Picture& picture) { return picture.plot.right() - sheet_margin; }
double whole_height(const Picture& picture) { return picture.height - 2 * sheet_margin + legend_foot; }

double scale_to_fit(const Picture& picture, double width, double height) {
    return std::min({usual_scale, width / whole_width(picture), height / whole_height(picture)});
}

double row_top(const Picture& picture, std::size_t row) {
    return row == 0 ? picture.plot.y : picture.row_lines[row - 1];
}

/// Where the plot is cut across: at a line of the axis, if one is near the edge of the page.
std::vector<TileColumn> cut_across(const Picture& picture, double room, double least) {
    constexpr double near = 0.7; // of a page's plot; a cut further left would waste paper
    std::vector<double> lines;
    for (const GridLine& line : picture.grid) lines.push_back(line.x);
    std::sort(lines.begin(), lines.end());
    std::vector<TileColumn> columns;
    const double end = picture.plot.right();
    for (double left = picture.plot.x;;) {
        const double before = columns.empty() ? 0 : bleed;
        if (end - left <= room - before) {
            columns.push_back({left, end, before, 0});
            return columns;
        }
        const double limit = left + room - before - bleed;
        double right = limit;
        const auto after = std::upper_bound(lines.begin(), lines.end(), limit);
        if (after != lines.begin() && *(after - 1) > left + std::max(least, near * (limit - left)))
            right = *(after - 1);
        columns.push_back({left, right, before, bleed});
        left = right;
    }
}

struct RowRange {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// The first row of a group stays with what follows it; the last row with the legend.
std::vector<RowRange> cut_down(const Picture& picture, double first_room, double room, double legend) {
    std::vector<RowRange> pages;
    const std::size_t count = picture.row_lines.size();
    std::size_t first = 0;
    do {
        const double space = pages.empty() ? first_room : room;
        const double top = row_top(picture, first);
        std::size_t end = first;
        while (end < count && picture.row_lines[end] - top + (end + 1 == count ? legend : 0) <= space) ++end;
        if (end == first && first < count) ++end;
        const auto opens = [&](std::size_t row) {
            return row < picture.opens_group.size() && picture.opens_group[row];
        };
        std::size_t back = end;
        while (end < count && back > first + 1 && opens(back - 1)) --back;
        if (back > first + 1 || !opens(first)) end = back;
        pages.push_back({first, end});
        first = end;
    } while (first < count);
    return pages;
}

std::vector<PageTile> pages_at(const Picture& picture, double width, double height, double least_column, double scale) {
    const double room = width / scale;
    const double table = picture.plot.x - sheet_margin;
    const std::vector<TileColumn> columns = cut_across(picture, room - table + rounding, least_column);
    const TileHead head = measure_head(picture, columns, room);
    const double under_head = height / scale - head.height + rounding;
    std::vector<PageTile> tiles;
    std::size_t down = 0;
    for (const auto& [first, end] : cut_down(picture, under_head - head.title, under_head, head.legend)) {
        for (std::size_t across = 0; across < columns.size(); ++across)
            tiles.push_back({scale, down, across, first, end, {}});
        ++down;
    }
    cut_pictures(picture, columns, head, tiles);
    return tiles;
}

/// How much larger than a page the largest is; 1 if all fit.
double excess(const std::vector<PageTile>& tiles, double width, double height) {
    double most = 1;
    for (const PageTile& page : tiles)
        most = std::max({most, page.picture.width * page.scale / width, page.picture.height * page.scale / height});
    return most;
}

} // namespace

std::vector<PageTile> tile(const Picture& picture, double width, double height) {
    constexpr int tries = 8;
    constexpr double enough = 1 + 1e-6;
    width = std::max(width, 1.0);
    height = std::max(height, 1.0);
    const double table = picture.plot.x - sheet_margin;
    const double fit = scale_to_fit(picture, width, height);
    double scale =
        fit >= smallest_scale() ? fit : std::max(std::min(usual_scale, width / whole_width(picture)), smallest_scale());
    const double plot = std::max(least_plot, widest_unit(picture) + 2 * bleed);
    scale = std::min(scale, width / std::min(whole_width(picture), table + plot + 2 * bleed));
    std::vector<PageTile> tiles = pages_at(picture, width, height, plot - bleed, scale);
    // A page too small for its tallest row or its widest text is drawn smaller.
    for (int i = 0; i < tries && excess(tiles, width, height) > enough; ++i) {
        scale /= 1.001 * excess(tiles, width, height);
        tiles = pages_at(picture, width, height, plot - bleed, scale);
    }
    return tiles;
}

std::vector<PageTile> tile(const Chart& chart, double width, double height) {
    constexpr double pleasant_text = 7.5; // points; where one page is not enough there is room for larger letters
    const Picture usual = lay_out(chart);
    if (scale_to_fit(usual, width, height) >= smallest_scale()) return tile(usual, width, height);
    const double pleasant = pleasant_text / lettering(Ink::dates).size;
    const Picture large = lay_out(chart, width / pleasant + 2 * sheet_margin);
    if (whole_width(large) * pleasant <= width + rounding) return tile(large, width, height);
    return tile(lay_out(chart, width / smallest_scale() + 2 * sheet_margin), width, height);
}

} // namespace planc
