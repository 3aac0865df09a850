// What the parts of the layout share: the frame of the sheet and the rows' geometry. Only layout*.cpp include it.
#pragma once

#include "gantt/layout.h"

namespace planc {

/// Columns of the sheet and the time scale.
struct ChartFrame {
    double label_x = 0;
    double label_width = 0;
    double owner_x = 0;
    double owner_width = 0; ///< 0 if no row shows an owner
    double plot_x = 0;      ///< edge of the plot
    double plot_right = 0;  ///< edge of the plot, texts beside the last bars included
    double axis_x = 0;      ///< of chart.begin
    double axis_right = 0;  ///< of chart.end
    double pixels_per_minute = 0;
    LocalTime begin;

    double x_of(LocalTime time) const {
        return axis_x + static_cast<double>((time - begin).count()) * pixels_per_minute;
    }
};

/// One row, first across (text and bar), then down.
struct RowPlace {
    std::vector<std::string> label;
    std::vector<std::string> owner;
    double indent = 0;
    double height = 0;
    double top = 0;
    bool has_bar = false;
    double left = 0; ///< of the bar
    double right = 0;
    double leave_x = 0; ///< where its arrows leave
    std::string percent;
    std::string dates;
    Sign sign = Sign::none;
    double sign_x = 0;    ///< left edge
    double percent_x = 0; ///< left edge
    double dates_x = 0;   ///< left edge
    bool inside = false;  ///< the dates stand in the bar
    double text_left = 0; ///< of everything written and drawn beside the bar; equal to text_right if nothing is
    double text_right = 0;
    double actual_left = 0; ///< of what really happened; equal to actual_right if nothing is known
    double actual_right = 0;
    bool actual_open = false;
    double lift = 0;         ///< how far above the row's middle the bar stands, to make room for what really happened
    bool left_port = false;  ///< an arrow arrives or leaves at the left end
    bool right_port = false; ///< at the right end, from outside

    double middle() const { return top + height / 2; }
    double bottom() const { return top + height; }
    double bar_middle() const { return middle() - lift; }
};

constexpr double sheet_margin = 24;
constexpr double minor_height = 22; ///< of the lower row of ticks
constexpr double tick_gap = 6;
constexpr double bar_height = 16;
constexpr double stage_height = 20;
constexpr double group_height = 7;
constexpr double diamond = 17;
constexpr double actual_height = 4;
constexpr double slack_drop = 2.5; ///< from a bar's lower edge to the line of its slack

double bar_height_of(BarKind kind);

/// Adds one line of text with its left (start), middle or right (end) at `x`.
void add_text(Picture& picture, Ink ink, double x, double baseline, std::string text,
              TextAnchor anchor = TextAnchor::start, std::size_t row = PlacedText::no_row);

/// layout_rows.cpp: the frame's columns; every row's label, height, bar and texts across; the plot's right edge.
std::vector<RowPlace> place_across(const Chart& chart, double widest, ChartFrame& frame);
/// layout_rows.cpp: the texts and bars of the rows, once every row has its top.
void place_rows(const Chart& chart, const ChartFrame& frame, const std::vector<RowPlace>& rows, Picture& picture);

/// layout_axis.cpp: ticks, grid, bands and the line of `as_of` from `top` on; returns where the rows begin.
double place_axis(const Chart& chart, const ChartFrame& frame, double top, Picture& picture);
/// layout_axis.cpp: flags in as many lanes as it takes for none to touch another; returns where the lanes end.
double place_axis_labels(std::vector<AxisLabel> labels, double top, Picture& picture);

/// layout_routes.cpp: the arrows.
void place_routes(const Chart& chart, const ChartFrame& frame, std::vector<RowPlace>& rows, Picture& picture);

/// layout_legend.cpp: samples of what occurs in the chart, from `top` on; returns the bottom.
double place_legend(const Chart& chart, const ChartFrame& frame, double top, Picture& picture);

/// layout.cpp: the title in lines of at most `width`, from the top left corner given on; returns where it ends.
double place_title(std::string_view title, double left, double top, double width, Picture& picture);

} // namespace planc
