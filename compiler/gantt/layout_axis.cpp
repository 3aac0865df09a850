// The head of the plot: two rows of ticks, then lanes with the names of freezes and the date of the chart's line.
#include "gantt/lettering.h"
#include "gantt/placing.h"
#include "gantt/wording.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace planc {
namespace {

constexpr double major_height = 24;
constexpr double lane_line = 15;
constexpr double lane_padding = 5;

double width_in(Ink ink, std::string_view text) {
    const auto [size, bold] = lettering(ink);
    return text_width(text, size, bold);
}

std::vector<const ChartTick*> ticks_of(const Chart& chart, bool major) {
    std::vector<const ChartTick*> ticks;
    for (const ChartTick& tick : chart.ticks)
        if (tick.major == major && chart.begin <= tick.at && tick.at <= chart.end) ticks.push_back(&tick);
    return ticks;
}

void place_major(const std::vector<const ChartTick*>& ticks, const ChartFrame& frame, double top, Picture& picture) {
    double taken = frame.axis_x - tick_gap;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double x = frame.x_of(ticks[i]->at);
        const double end = i + 1 < ticks.size() ? frame.x_of(ticks[i + 1]->at) : frame.plot_right;
        picture.grid.push_back({x, top, true});
        for (const std::string& label : {ticks[i]->label, ticks[i]->short_label}) {
            const double left = x + tick_gap;
            if (left < taken + tick_gap || left + width_in(Ink::major_tick, label) > end) continue;
            add_text(picture, Ink::major_tick, left, top + 16, label);
            taken = picture.texts.back().box.right();
            break;
        }
    }
}

bool long_labels_fit(const std::vector<const ChartTick*>& ticks, const ChartFrame& frame) {
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i)
        if (width_in(Ink::minor_tick, ticks[i]->label) + tick_gap >
            frame.x_of(ticks[i + 1]->at) - frame.x_of(ticks[i]->at))
            return false;
    return true;
}

/// Clock times stand at their line, weeks after the line of their Monday, days and long units in their column. What
/// does not fit is left out.
void place_minor(const Chart& chart, const std::vector<const ChartTick*>& ticks, const ChartFrame& frame, double top,
                 Picture& picture) {
    const bool in_column = chart.unit >= ScaleUnit::day && chart.unit != ScaleUnit::week;
    const bool after_line = chart.unit == ScaleUnit::week;
    const bool long_labels = long_labels_fit(ticks, frame);
    double taken = frame.plot_x - tick_gap;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double x = frame.x_of(ticks[i]->at);
        const double end = i + 1 < ticks.size() ? frame.x_of(ticks[i + 1]->at) : frame.axis_right;
        picture.grid.push_back({x, top, false});
        const std::string& label = long_labels ? ticks[i]->label : ticks[i]->short_label;
        const double half = width_in(Ink::minor_tick, label) / 2;
        const double center = in_column ? (x + end) / 2 : after_line ? x + half + tick_gap : x;
        if (center - half < taken + tick_gap || center + half > frame.plot_right) continue;
        if (in_column && half * 2 > end - x) continue;
        add_text(picture, Ink::minor_tick, center, top + 15, label, TextAnchor::middle);
        taken = center + half;
    }
}

AxisLabel make_axis_label(Ink ink, std::string_view text, double place, double wish, double room,
                          const ChartFrame& frame) {
    const auto [size, bold] = lettering(ink);
    constexpr std::size_t most_lines = 3;
    const double widest = frame.plot_right - frame.plot_x - 2 * tick_gap;
    AxisLabel axis_label{
        ink, place, place, wrap_at_most(most_lines, text, std::min(std::max(room, 240.0), widest), size, bold), 0, 0};
    for (const std::string& line : axis_label.lines)
        axis_label.width = std::max(axis_label.width, text_width(line, size, bold));
    axis_label.left = std::max(frame.plot_x + tick_gap, std::min(wish, frame.plot_right - tick_gap - axis_label.width));
    return axis_label;
}

std::vector<AxisLabel> place_bands(const Chart& chart, const ChartFrame& frame, double top, Picture& picture) {
    std::vector<AxisLabel> labels;
    for (const ChartBand& band : chart.bands) {
        const LocalTime begin = std::max(band.begin, chart.begin);
        const LocalTime end = std::min(band.end, chart.end);
        if (begin >= end) continue;
        const double x = frame.x_of(begin);
        const double width = frame.x_of(end) - x;
        picture.bands.push_back({band.kind, {x, top, width, 0}});
        const std::string label = printable(band.label);
        if (band.kind != BandKind::freeze || label.empty()) continue;
        labels.push_back(make_axis_label(Ink::freeze, label, x, x + tick_gap, width - 2 * tick_gap, frame));
        labels.back().until = x + width;
    }
    return labels;
}

} // namespace

double place_axis_labels(std::vector<AxisLabel> labels, double top, Picture& picture) {
    struct Lane {
        double right;
        std::size_t number;
        bool operator>(const Lane& other) const {
            return right > other.right || (right == other.right && number > other.number);
        }
    };
    std::stable_sort(labels.begin(), labels.end(),
                     [](const AxisLabel& a, const AxisLabel& b) { return a.left < b.left; });
    std::priority_queue<Lane, std::vector<Lane>, std::greater<>> free_from;
    std::vector<std::size_t> lane_of(labels.size());
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        std::size_t lane = lines.size();
        if (!free_from.empty() && free_from.top().right + 2.5 * tick_gap <= labels[i].left) {
            lane = free_from.top().number;
            free_from.pop();
        } else {
            lines.push_back(0);
        }
        lane_of[i] = lane;
        lines[lane] = std::max(lines[lane], labels[i].lines.size());
        free_from.push({labels[i].left + labels[i].width, lane});
    }
    std::vector<double> tops;
    for (const std::size_t count : lines) {
        tops.push_back(top);
        top += static_cast<double>(count) * lane_line + lane_padding;
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const AxisLabel& label = labels[i];
        if (label.ink == Ink::freeze)
            picture.tabs.push_back({{label.left - tick_gap, tops[lane_of[i]], label.width + 2 * tick_gap,
                                     static_cast<double>(label.lines.size()) * lane_line + 2},
                                    label.place});
        double baseline = tops[lane_of[i]] + 12;
        for (const std::string& line : label.lines) {
            add_text(picture, label.ink, label.left, baseline, line);
            baseline += lane_line;
        }
    }
    return top;
}

double place_axis(const Chart& chart, const ChartFrame& frame, double top, Picture& picture) {
    const std::vector<const ChartTick*> major = ticks_of(chart, true);
    const std::vector<const ChartTick*> minor = ticks_of(chart, false);
    if (!major.empty()) place_major(major, frame, top, picture);
    picture.minor_axis_top = top + (major.empty() ? 0 : major_height);
    place_minor(chart, minor, frame, picture.minor_axis_top, picture);
    if (!minor.empty()) picture.grid.push_back({frame.axis_right, picture.minor_axis_top, false});
    const double lanes = picture.minor_axis_top + minor_height;
    picture.labels = place_bands(chart, frame, picture.minor_axis_top, picture);
    if (chart.as_of && chart.begin < chart.end && chart.begin <= *chart.as_of && *chart.as_of <= chart.end) {
        picture.as_of = frame.x_of(*chart.as_of);
        const std::string text = as_of_text(chart);
        picture.labels.push_back(
            make_axis_label(Ink::as_of, text, picture.as_of, picture.as_of - width_in(Ink::as_of, text) / 2, 0, frame));
    }
    const double bottom = picture.labels.empty() ? lanes : place_axis_labels(picture.labels, lanes + 3, picture);
    if (frame.owner_width > 0)
        add_text(picture, Ink::column, frame.owner_x, bottom - 8, std::string(wording(chart.language).owner));
    return bottom;
}

} // namespace planc
