// The chart placed on a sheet, in pixels from the top left: what every drawer of pictures starts from.
#pragma once

#include "gantt/chart.h"

#include <array>
#include <string>
#include <vector>

namespace planc {

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double middle() const { return y + height / 2; }
    double center() const { return x + width / 2; }
};

struct Point {
    double x = 0;
    double y = 0;
};

/// What a text is, which decides how it looks.
enum class Ink : std::uint8_t {
    title,
    subtitle,
    column,
    major_tick,
    minor_tick,
    group_label,
    label,
    owner,
    dates,
    percent,
    no_date,
    freeze,
    as_of,
    legend
};

struct Lettering {
    double size = 12; ///< the em
    bool bold = false;
};

Lettering lettering(Ink ink);

enum class TextAnchor : std::uint8_t { start, middle, end };

/// One line of text. `box` is what it takes at most; the glyphs stand in it as `anchor` says.
struct PlacedText {
    Ink ink = Ink::label;
    TextAnchor anchor = TextAnchor::start;
    Box box;
    double baseline = 0;
    std::string text;
    std::size_t row = no_row; ///< the chart's row it belongs to
    bool inside_bar = false;

    static constexpr std::size_t no_row = static_cast<std::size_t>(-1);
};

/// Small signs inside or beside a bar.
enum class Sign : std::uint8_t { none, check, play, warning };

/// A bar of a dated row, or what really happened of a row without dates. The diamond of a milestone touches all four
/// sides of its box. A box of no width is not drawn: on that page there is only the bar's slack or actual span.
struct PlacedBar {
    std::size_t row = 0;
    Box box;
    std::string dates;        ///< as beside it
    double rise = 1;          ///< stages: part of the height that is filled, from below; (0, 1]
    double slack_end = 0;     ///< x where the slack ends; not beyond the bar if there is none
    bool slack_cut = false;   ///< pages: the slack goes on
    double done_to = 0;       ///< x up to which the bar is darker: its progress; not beyond the left if there is none
    Box actual;               ///< what really happened, below the bar; of no width if nothing is known
    bool actual_open = false; ///< not at an end: its right side is drawn open
    bool cut_left = false;    ///< pages: the bar comes from the page before
    bool cut_right = false;   ///< it goes on on the next
    Sign sign = Sign::none;
    Point sign_at; ///< its middle
};

/// Corners of an arrow from its tail to its head, turning at right angles.
struct Route {
    std::array<Point, 20> points{};
    std::size_t count = 0;
    bool critical = false;
    bool head = true; ///< false where the arrow goes on on the next page
};

/// A text that names a place on the axis, above the rows: a freeze or the line of the chart.
struct AxisLabel {
    Ink ink = Ink::freeze;
    double place = 0; ///< x it names
    double until = 0; ///< x where what it names ends
    std::vector<std::string> lines;
    double left = 0;
    double width = 0;
};

/// A freeze's name above the plot stands on a tab from which an edge goes down to its band.
struct Tab {
    Box box;
    double edge = 0; ///< x of the band
};

struct PlacedBand {
    BandKind kind = BandKind::non_working;
    Box box;
};

struct GridLine {
    double x = 0;
    double top = 0;
    bool major = false;
};

enum class Sample : std::uint8_t {
    planned,
    active,
    done,
    blocked,
    cancelled,
    critical,
    slack,
    progress,
    actual,
    stage,
    milestone,
    non_working,
    freeze,
    as_of
};

/// A sample of the legend; its word is among the texts.
struct LegendItem {
    Sample sample = Sample::planned;
    Box box;
};

struct Picture {
    double width = 0;
    double height = 0;
    Box table;                      ///< labels and owners, without the axis
    Box axis;                       ///< head of the plot: ticks, names of freezes
    Box plot;                       ///< where bars stand
    double minor_axis_top = 0;      ///< between the two rows of the axis
    std::vector<double> row_lines;  ///< y under each row
    std::vector<bool> opens_group;  ///< per row: what follows belongs below it
    std::vector<double> group_tops; ///< y over each row of depth 0 but the first
    std::string title;              ///< whole, on one line; what fits of it is among the texts
    std::vector<AxisLabel> labels;  ///< what tabs and texts of the axis were made from; drawers do not need it
    std::vector<PlacedText> texts;
    std::vector<PlacedBar> bars;
    std::vector<Route> routes;
    std::vector<PlacedBand> bands;
    std::vector<Tab> tabs;
    std::vector<GridLine> grid;
    std::vector<LegendItem> legend;
    double as_of = -1; ///< x of the line; negative if there is none
};

/// Places everything. Texts overlap neither one another nor the edges of the sheet. The sheet is at most `widest`
/// pixels wide where its columns can be made so narrow; 0 asks for nothing.
Picture lay_out(const Chart& chart, double widest = 0);

/// The picture of a chart, or of one page of it, as SVG; `theme_css` as for the chart.
std::string draw_svg(const Picture& picture, const Chart& chart, std::string_view theme_css = {});

} // namespace planc
