// The sheet from top to bottom: title, axis, rows, arrows, legend.
#include "gantt/layout.h"

#include "gantt/lettering.h"
#include "gantt/placing.h"
#include "gantt/wording.h"

#include <algorithm>

namespace planc {
namespace {

double stack_rows(std::vector<RowPlace>& rows, const Chart& chart, double top, Picture& picture) {
    double y = top;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && chart.rows[i].depth == 0 &&
            (chart.rows[i].kind != BarKind::milestone || chart.rows[i - 1].depth > 0))
            picture.group_tops.push_back(y);
        rows[i].top = y;
        y += rows[i].height;
        picture.row_lines.push_back(y);
        picture.opens_group.push_back(i + 1 < rows.size() && chart.rows[i + 1].depth > chart.rows[i].depth);
    }
    return y;
}

} // namespace

Lettering lettering(Ink ink) {
    switch (ink) {
    case Ink::title:
        return {20, true};
    case Ink::subtitle:
        return {13, false};
    case Ink::major_tick:
        return {12, true};
    case Ink::group_label:
        return {13, true};
    case Ink::label:
        return {13, false};
    case Ink::percent:
    case Ink::as_of:
        return {11, true};
    case Ink::owner:
    case Ink::legend:
        return {11.5, false};
    case Ink::column:
    case Ink::minor_tick:
    case Ink::dates:
    case Ink::no_date:
    case Ink::freeze:
        break;
    }
    return {11, false};
}

void add_text(Picture& picture, Ink ink, double x, double baseline, std::string text, TextAnchor anchor,
              std::size_t row) {
    const auto [size, bold] = lettering(ink);
    PlacedText placed;
    placed.ink = ink;
    placed.anchor = anchor;
    placed.baseline = baseline;
    placed.row = row;
    const double width = text_width(text, size, bold);
    const double left = anchor == TextAnchor::start ? x : anchor == TextAnchor::middle ? x - width / 2 : x - width;
    placed.box = {left, baseline - 0.9 * size, width, 1.15 * size};
    placed.text = std::move(text);
    picture.texts.push_back(std::move(placed));
}

double place_title(std::string_view title, double left, double top, double width, Picture& picture) {
    constexpr double line = 28;
    constexpr std::size_t most_lines = 3;
    const auto [size, bold] = lettering(Ink::title);
    for (std::string& text : wrap_at_most(most_lines, title, width, size, bold)) {
        add_text(picture, Ink::title, left, top + 20, std::move(text));
        top += line;
    }
    return top;
}

Picture lay_out(const Chart& chart, double widest) {
    Picture picture;
    picture.texts.reserve(chart.rows.size() * 3 + chart.ticks.size() + 32);
    ChartFrame frame;
    std::vector<RowPlace> rows = place_across(chart, widest, frame);
    picture.width = frame.plot_right + sheet_margin;
    picture.title = printable(chart.title);
    if (picture.title.empty()) picture.title = wording(chart.language).gantt;
    const double title_bottom =
        place_title(picture.title, sheet_margin, sheet_margin, picture.width - 2 * sheet_margin, picture);
    add_text(picture, Ink::subtitle, sheet_margin, title_bottom + 13, range_text(chart));
    const double axis_top = title_bottom + 32;
    const double rows_top = place_axis(chart, frame, axis_top, picture);
    const double bottom = stack_rows(rows, chart, rows_top, picture);
    picture.table = {sheet_margin, rows_top, frame.plot_x - sheet_margin, bottom - rows_top};
    picture.plot = {frame.plot_x, rows_top, frame.plot_right - frame.plot_x, bottom - rows_top};
    picture.axis = {frame.plot_x, axis_top, picture.plot.width, rows_top - axis_top};
    for (PlacedBand& band : picture.bands) {
        if (band.kind == BandKind::freeze) band.box.y = rows_top;
        band.box.height = bottom - band.box.y;
    }
    place_rows(chart, frame, rows, picture);
    place_routes(chart, frame, rows, picture);
    picture.height = place_legend(chart, frame, bottom + 16, picture) + sheet_margin;
    return picture;
}

} // namespace planc
