// Rows: labels and owners in their columns, bars on the time scale, dates beside or in the bars.
#include "gantt/lettering.h"
#include "gantt/placing.h"
#include "gantt/wording.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace planc {
namespace {

constexpr double widest_label = 340;
constexpr double widest_long_label = 460; ///< where one would take more than three lines of the above
constexpr double narrowest_label = 120;
constexpr std::size_t most_label_lines = 6;
constexpr std::size_t most_owner_lines = 4;
constexpr double widest_owner = 130;
constexpr double label_line = 18;
constexpr double owner_line = 15;
constexpr double padding = 12; ///< above and below the text of a row, together
constexpr double column_gap = 20;
constexpr double indent_step = 16;
constexpr int deepest_indent = 8;
constexpr double plot_padding = 22;
constexpr double text_gap = 7;  ///< between a bar and its text
constexpr double port_gap = 17; ///< the same where an arrow comes in between
constexpr double sign_width = 12;
constexpr double piece_gap = 5;
constexpr double thinnest_bar = 5;

Ink label_ink(const ChartRow& row) {
    return row.depth == 0 && row.kind != BarKind::milestone ? Ink::group_label : Ink::label;
}

double indent_of(const ChartRow& row) { return indent_step * std::clamp(row.depth, 0, deepest_indent); }

double width_in(Ink ink, std::string_view text) {
    const auto [size, bold] = lettering(ink);
    return text_width(text, size, bold);
}

/// Owners, but none that repeats the one of the row's group.
std::vector<std::string> shown_owners(const Chart& chart) {
    constexpr std::size_t deepest = 64;
    std::vector<std::string> owners;
    owners.reserve(chart.rows.size());
    std::vector<std::string_view> above(deepest + 1);
    for (const ChartRow& row : chart.rows) {
        const auto depth = static_cast<std::size_t>(std::clamp(row.depth, 0, static_cast<int>(deepest)));
        above[depth] = row.owner;
        const bool repeated = depth > 0 && above[depth - 1] == row.owner;
        owners.push_back(repeated ? std::string() : printable(row.owner));
    }
    return owners;
}

struct Column {
    double narrowest; ///< pixels for the smallest unit of the axis
    double widest;
};

Column column_of(ScaleUnit unit) {
    switch (unit) {
    case ScaleUnit::quarter_hour:
    case ScaleUnit::hour:
        return {44, 60};
    case ScaleUnit::day:
        return {22, 72};
    case ScaleUnit::week:
        return {34, 92};
    default:
        return {34, 80};
    }
}

double axis_width(const Chart& chart) {
    constexpr double usual = 1000;
    constexpr double least = 420;
    const auto columns = static_cast<double>(std::max<std::ptrdiff_t>(
        1, std::count_if(chart.ticks.begin(), chart.ticks.end(), [](const ChartTick& tick) { return !tick.major; })));
    const Column column = column_of(chart.unit);
    return std::clamp(columns * std::clamp(usual / columns, column.narrowest, column.widest), least, 2 * usual);
}

/// What the columns may take.
struct Limits {
    double label = widest_label;
    double long_label = widest_long_label;
    double axis = 0;
};

/// What the rows say, measured once.
struct RowTexts {
    std::vector<std::string> labels;
    std::vector<double> label_widths;
    std::vector<std::string> owners;
};

void place_columns(const Chart& chart, const RowTexts& texts, const Limits& limits, ChartFrame& frame) {
    const auto& [labels, label_widths, owners] = texts;
    double label = narrowest_label;
    double owner = 0;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        label = std::max(label, indent_of(chart.rows[i]) + label_widths[i]);
        if (owner < widest_owner) owner = std::max(owner, width_in(Ink::owner, owners[i]));
    }
    frame.label_x = sheet_margin;
    frame.label_width = std::min(label, label > 3 * limits.label ? limits.long_label : limits.label);
    frame.owner_x = frame.label_x + frame.label_width + column_gap;
    frame.owner_width = std::min(owner, widest_owner);
    if (frame.owner_width > 0)
        frame.owner_width = std::max(frame.owner_width, width_in(Ink::column, wording(chart.language).owner));
    frame.plot_x = frame.owner_width > 0 ? frame.owner_x + frame.owner_width + column_gap : frame.owner_x;
    frame.axis_x = frame.plot_x + plot_padding;
    const double width = limits.axis;
    frame.axis_right = frame.axis_x + width;
    frame.plot_right = frame.axis_right + plot_padding;
    frame.begin = chart.begin;
    const auto length = static_cast<double>((chart.end - chart.begin).count());
    frame.pixels_per_minute = length > 0 ? width / length : 0;
}

std::vector<std::string> label_lines(std::string label, double width, double room, Ink ink) {
    constexpr double rounding = 1e-6;
    std::vector<std::string> lines;
    const auto [size, bold] = lettering(ink);
    if (width > room + rounding)
        lines = wrap_at_most(most_label_lines, label, room, size, bold);
    else
        lines.push_back(std::move(label));
    return lines;
}

bool has_slack(const ChartRow& row) {
    return row.slack > 0 && row.kind != BarKind::group && row.kind != BarKind::milestone;
}

void place_bar(const ChartRow& row, const ChartFrame& frame, RowPlace& place) {
    place.has_bar = true;
    if (row.kind == BarKind::milestone) {
        // The end of a whole day: the diamond stands inside that day, as near its end as it can.
        const double half_day = frame.pixels_per_minute * minutes_per_day / 2;
        const double back = row.whole_days ? std::min(half_day, diamond / 2) : 0;
        const double center = std::clamp(frame.x_of(row.end) - back, frame.axis_x, frame.axis_right);
        place.left = center - diamond / 2;
        place.right = center + diamond / 2;
        return;
    }
    place.left = std::clamp(frame.x_of(row.begin), frame.axis_x, frame.axis_right);
    place.right = std::clamp(frame.x_of(row.end), frame.axis_x, frame.axis_right);
    if (place.right - place.left < thinnest_bar) {
        place.left = std::min(place.left, frame.axis_right - thinnest_bar);
        place.right = place.left + thinnest_bar;
    }
}

Sign sign_of(Status status) {
    switch (status) {
    case Status::done:
        return Sign::check;
    case Status::active:
        return Sign::play;
    case Status::blocked:
        return Sign::warning;
    case Status::planned:
    case Status::cancelled:
        break;
    }
    return Sign::none;
}

/// The span of what really happened; what goes on reaches the chart's line, if that is later.
void place_actual(const ChartRow& row, const Chart& chart, const ChartFrame& frame, RowPlace& place) {
    constexpr double shortest = 5;
    constexpr double shortest_open = 14;
    if (!row.actual || row.kind == BarKind::heading) return;
    const ChartActual& actual = *row.actual;
    place.actual_open = !actual.end;
    const double least = place.actual_open ? shortest_open : shortest;
    const LocalTime end = actual.end ? *actual.end : chart.as_of ? *chart.as_of : actual.begin;
    place.actual_left = std::clamp(frame.x_of(actual.begin), frame.axis_x, frame.axis_right - least);
    place.actual_right = std::clamp(frame.x_of(end), place.actual_left + least, frame.axis_right);
    place.lift = has_slack(row) ? 5 : 3.5;
}

/// How far a bar is done, in words; what is done has its sign.
std::string progress_text(const ChartRow& row) {
    if (!row.progress || row.status == Status::done || row.kind == BarKind::milestone) return {};
    return percent_text({*row.progress, *row.progress});
}

/// Sign, percent and dates in one line from `x` on.
void write_beside(RowPlace& place, double x, bool sign_beside, double percent_width, double dates_width) {
    place.text_left = x;
    if (sign_beside) {
        place.sign_x = x;
        x += sign_width + piece_gap;
    }
    if (!place.percent.empty()) {
        place.percent_x = x;
        x += percent_width + piece_gap;
    }
    place.dates_x = x;
    place.text_right = x + dates_width;
}

void place_beside(const ChartRow& row, const Chart& chart, const ChartFrame& frame, RowPlace& place) {
    if (row.kind != BarKind::group) place.sign = sign_of(row.status);
    place.percent = row.percent ? percent_text(*row.percent) : progress_text(row);
    place.dates = dates_text(row, chart);
    const double percent_width = width_in(Ink::percent, place.percent);
    const double dates_width = width_in(Ink::dates, place.dates);
    const double bar = place.right - place.left;
    const bool room_for_sign = row.kind != BarKind::milestone && bar >= sign_width + 8;
    const bool sign_inside = place.sign != Sign::none && (room_for_sign || row.kind == BarKind::milestone);
    const bool sign_beside = place.sign != Sign::none && !sign_inside;
    if (sign_inside)
        place.sign_x = row.kind == BarKind::milestone ? place.left + (bar - sign_width) / 2 : place.left + 5;
    const double inside_from = place.left + (sign_inside ? sign_width + 10 : 8);
    const double percent_room = place.percent.empty() ? 0 : percent_width + piece_gap;
    if (row.kind == BarKind::task && inside_from + percent_room + dates_width + 8 <= place.right) {
        place.inside = true;
        place.percent_x = inside_from;
        place.dates_x = inside_from + percent_room;
        place.text_left = place.text_right = place.right;
        return;
    }
    const double width = (sign_beside ? sign_width + piece_gap : 0) + percent_room + dates_width;
    double x = place.right + (place.right_port ? port_gap : text_gap);
    const bool room_at_left = place.left - text_gap - width >= frame.axis_x && !place.left_port;
    // A little further off where it can be, so that arrows find a way down beside the bar.
    if (x + width > frame.axis_right + plot_padding && room_at_left)
        x = std::max(frame.axis_x, place.left - port_gap - width);
    write_beside(place, x, sign_beside, percent_width, dates_width);
}

void mark_ports(const Chart& chart, std::vector<RowPlace>& rows) {
    for (const ChartArrow& arrow : chart.arrows) {
        if (arrow.from >= rows.size() || arrow.to >= rows.size()) continue;
        const bool from_start =
            arrow.type == DependencyType::start_to_start || arrow.type == DependencyType::start_to_finish;
        const bool to_start =
            arrow.type == DependencyType::finish_to_start || arrow.type == DependencyType::start_to_start;
        if (from_start) rows[arrow.from].left_port = true;
        (to_start ? rows[arrow.to].left_port : rows[arrow.to].right_port) = true;
    }
}

double height_of(const ChartRow& row, const RowPlace& place) {
    const double least = row.depth == 0 && row.kind != BarKind::milestone ? 34 : 30;
    return std::max({least + 2 * place.lift, static_cast<double>(place.label.size()) * label_line + padding,
                     static_cast<double>(place.owner.size()) * owner_line + padding});
}

void add_lines(Picture& picture, Ink ink, double x, double middle, double line, const std::vector<std::string>& lines,
               std::size_t row) {
    const double size = lettering(ink).size;
    double baseline = middle - static_cast<double>(lines.size() - 1) * line / 2 + 0.36 * size;
    for (const std::string& text : lines) {
        add_text(picture, ink, x, baseline, text, TextAnchor::start, row);
        baseline += line;
    }
}

void add_bar(const ChartRow& row, std::size_t index, const ChartFrame& frame, const RowPlace& place, Picture& picture) {
    const double height = bar_height_of(row.kind);
    PlacedBar bar;
    bar.row = index;
    bar.dates = place.dates;
    const double middle = place.bar_middle();
    bar.box = {place.has_bar ? place.left : place.actual_left, middle - height / 2, place.right - place.left, height};
    if (place.actual_right > place.actual_left) {
        const double below = std::max(height, diamond) / 2 + (has_slack(row) ? slack_drop + 4 : slack_drop);
        bar.actual = {place.actual_left, middle + below, place.actual_right - place.actual_left, actual_height};
        bar.actual_open = place.actual_open;
    }
    bar.done_to = bar.box.x;
    if (row.progress && place.has_bar) bar.done_to += (place.right - place.left) * *row.progress / 100;
    // The square root keeps 1, 5 and 20 per cent apart.
    if (row.percent) bar.rise = 0.12 + 0.88 * std::sqrt(std::clamp(row.percent->last, 0.0, 100.0) / 100);
    if (has_slack(row) && place.has_bar)
        bar.slack_end =
            std::min(frame.axis_right, place.right + static_cast<double>(row.slack) * frame.pixels_per_minute);
    bar.sign = place.sign;
    bar.sign_at = {place.sign_x + sign_width / 2, middle};
    picture.bars.push_back(std::move(bar));
}

void add_beside(const RowPlace& place, std::size_t row, Picture& picture) {
    const auto baseline = [&](Ink ink) { return place.bar_middle() + 0.36 * lettering(ink).size; };
    if (!place.percent.empty()) {
        add_text(picture, Ink::percent, place.percent_x, baseline(Ink::percent), place.percent, TextAnchor::start, row);
        picture.texts.back().inside_bar = place.inside;
    }
    add_text(picture, Ink::dates, place.dates_x, baseline(Ink::dates), place.dates, TextAnchor::start, row);
    picture.texts.back().inside_bar = place.inside;
}

std::vector<RowPlace> place_within(const Chart& chart, const RowTexts& texts, const Limits& limits, ChartFrame& frame) {
    place_columns(chart, texts, limits, frame);
    std::vector<RowPlace> rows(chart.rows.size());
    mark_ports(chart, rows);
    double right = frame.plot_right;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ChartRow& row = chart.rows[i];
        RowPlace& place = rows[i];
        place.indent = indent_of(row);
        place.label =
            label_lines(texts.labels[i], texts.label_widths[i], frame.label_width - place.indent, label_ink(row));
        if (!texts.owners[i].empty())
            place.owner =
                wrap_at_most(most_owner_lines, texts.owners[i], frame.owner_width, lettering(Ink::owner).size);
        place_actual(row, chart, frame, place);
        place.height = height_of(row, place);
        if (row.kind == BarKind::heading) continue;
        if (!row.dated) {
            place.text_left = frame.axis_x + text_gap;
            place.text_right = place.text_left + width_in(Ink::no_date, wording(chart.language).no_date);
            continue;
        }
        place_bar(row, frame, place);
        place_beside(row, chart, frame, place);
        right = std::max(right, place.text_right + 12);
    }
    frame.plot_right = right;
    return rows;
}

} // namespace

double bar_height_of(BarKind kind) {
    switch (kind) {
    case BarKind::group:
        return group_height;
    case BarKind::stage:
        return stage_height;
    case BarKind::milestone:
        return diamond;
    default:
        return bar_height;
    }
}

std::vector<RowPlace> place_across(const Chart& chart, double widest, ChartFrame& frame) {
    constexpr int tries = 4; // texts beside bars go elsewhere when the axis shrinks
    constexpr double narrow_axis = 300;
    RowTexts texts;
    for (const ChartRow& row : chart.rows) {
        texts.labels.push_back(printable(row.label));
        if (texts.labels.back().empty()) texts.labels.back() = printable(row.id);
        texts.label_widths.push_back(width_in(label_ink(row), texts.labels.back()));
    }
    texts.owners = shown_owners(chart);
    Limits limits;
    limits.axis = axis_width(chart);
    std::vector<RowPlace> rows = place_within(chart, texts, limits, frame);
    for (int i = 0; i < tries && widest > 0 && frame.plot_right + sheet_margin > widest; ++i) {
        if (i == 0) limits.label = limits.long_label = std::clamp(0.28 * widest, narrowest_label, widest_label);
        const double over = frame.plot_right + sheet_margin - widest;
        if (i > 0) limits.axis = i + 1 < tries ? std::max(narrow_axis, limits.axis - 1.2 * over) : narrow_axis;
        rows = place_within(chart, texts, limits, frame);
    }
    return rows;
}

void place_rows(const Chart& chart, const ChartFrame& frame, const std::vector<RowPlace>& rows, Picture& picture) {
    picture.bars.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ChartRow& row = chart.rows[i];
        const RowPlace& place = rows[i];
        add_lines(picture, label_ink(row), frame.label_x + place.indent, place.middle(), label_line, place.label, i);
        if (!place.owner.empty())
            add_lines(picture, Ink::owner, frame.owner_x, place.middle(), owner_line, place.owner, i);
        if (place.has_bar) {
            add_bar(row, i, frame, place, picture);
            add_beside(place, i, picture);
        } else if (row.kind != BarKind::heading) {
            add_lines(picture, Ink::no_date, place.text_left, place.bar_middle(), label_line,
                      {std::string(wording(chart.language).no_date)}, i);
            if (row.actual) add_bar(row, i, frame, place, picture);
        }
    }
}

} // namespace planc
