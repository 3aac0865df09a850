// One function per kind of bar; the legend's samples are made by the same ones.
#include "gantt/svg_marks.h"

#include "gantt/lettering.h"
#include "gantt/svg_writer.h"
#include "gantt/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::size_t longest_name = 200; ///< characters; the table beside a chart has the whole

std::string_view status_class(Status status) {
    switch (status) {
    case Status::active:
        return " active";
    case Status::done:
        return " done";
    case Status::blocked:
        return " blocked";
    case Status::cancelled:
        return " cancelled";
    case Status::planned:
        break;
    }
    return "";
}

std::string classes_of(std::string_view kind, Status status, bool critical) {
    return fmt::format("{}{}{}", kind, critical ? " crit" : "", status_class(status));
}

void put_diamond(std::string& out, std::string_view classes, const Box& box, double inset) {
    begin_path(out, classes);
    put_pair(out, "M", box.center(), box.y + inset);
    put_pair(out, "L", box.right() - inset, box.middle());
    put_pair(out, "L", box.center(), box.bottom() - inset);
    put_pair(out, "L", box.x + inset, box.middle());
    put(out, "Z");
    end_path(out);
}

/// A foot at each end, but none where it goes on on another page.
void put_bracket(std::string& out, const PlacedBar& bar) {
    constexpr double foot = 5;
    const Box& box = bar.box;
    if (box.width < 4 * foot) return put_rect(out, "group", box, bar.cut_left || bar.cut_right ? 0 : 1.5);
    begin_path(out, "group");
    put_pair(out, "M", box.x, box.y);
    put(out, "H");
    put_number(out, box.right());
    put(out, "V");
    put_number(out, box.bottom() + (bar.cut_right ? 0 : foot));
    put_pair(out, "L", box.right() - (bar.cut_right ? 0 : foot), box.bottom());
    put(out, "H");
    put_number(out, box.x + (bar.cut_left ? 0 : foot));
    put_pair(out, "L", box.x, box.bottom() + (bar.cut_left ? 0 : foot));
    put(out, "Z");
    end_path(out);
}

/// A box that is open where the bar goes on on another page.
void put_block(std::string& out, const std::string& classes, const PlacedBar& bar, double radius) {
    const Box& box = bar.box;
    if (!bar.cut_left && !bar.cut_right) return put_rect(out, classes, box, radius);
    put_rect(out, classes + " open", box);
    begin_path(out, classes);
    put_horizontal(out, box.x, box.right(), box.y);
    put_horizontal(out, box.x, box.right(), box.bottom());
    if (!bar.cut_left) put_vertical(out, box.x, box.y, box.bottom());
    if (!bar.cut_right) put_vertical(out, box.right(), box.y, box.bottom());
    end_path(out);
}

void put_stage(std::string& out, const PlacedBar& bar, Status status, bool critical) {
    const Box& box = bar.box;
    const double height = box.height * bar.rise;
    put_rect(out, "stage", box, 2);
    put_rect(out, classes_of("stage-fill", status, false), {box.x, box.bottom() - height, box.width, height}, 2);
    if (status != Status::done && bar.done_to > box.x + 1)
        put_rect(out, "stage-fill done",
                 {box.x, box.bottom() - height, std::min(bar.done_to, box.right()) - box.x, height}, 2);
    put_block(out, classes_of("stage-frame", status, critical), bar, 2);
}

/// `size` 1 fits into a bar.
void put_sign(std::string& out, Sign sign, Point at, double size, bool on_dark) {
    if (sign == Sign::none) return;
    begin_path(out, fmt::format("sign{}{}", sign == Sign::play ? " solid" : "", on_dark ? " on" : ""));
    const auto go = [&](std::string_view command, double x, double y) {
        put_pair(out, command, at.x + x * size, at.y + y * size);
    };
    switch (sign) {
    case Sign::check:
        go("M", -3.5, 0.5);
        go("L", -1, 3);
        go("L", 3.5, -3);
        break;
    case Sign::play:
        go("M", -2, -3);
        go("L", 3, 0);
        go("L", -2, 3);
        put(out, "Z");
        break;
    default:
        go("M", 0, -4);
        go("L", 0, 0.5);
        go("M", 0, 4);
        go("L", 0, 4);
    }
    end_path(out);
}

/// The darker part of a bar, round where the bar is.
void put_progress(std::string& out, std::string_view classes, const PlacedBar& bar) {
    const Box& box = bar.box;
    const double right = std::min(bar.done_to, box.right());
    if (right <= box.x + 1) return;
    const double radius = bar.cut_left ? 0 : std::min(3.0, (right - box.x) / 2);
    begin_path(out, classes);
    put_pair(out, "M", right, box.y + 1);
    put(out, "H");
    put_number(out, box.x + 1 + radius);
    put_pair(out, "Q", box.x + 1, box.y + 1);
    put_pair(out, " ", box.x + 1, box.y + 1 + radius);
    put(out, "V");
    put_number(out, box.bottom() - 1 - radius);
    put_pair(out, "Q", box.x + 1, box.bottom() - 1);
    put_pair(out, " ", box.x + 1 + radius, box.bottom() - 1);
    put(out, "H");
    put_number(out, right);
    end_path(out);
}

/// Thin and dark, with a head at its right where it goes on.
void put_actual(std::string& out, const Box& box, bool open) {
    constexpr double length = 7;
    constexpr double wing = 2.5; // beyond the line on both sides
    if (box.width <= 0) return;
    if (!open) return put_rect(out, "actual", box, 1);
    const double neck = std::max(box.x, box.right() - length);
    begin_path(out, "actual");
    put_pair(out, "M", box.x, box.y);
    put_pair(out, "L", neck, box.y);
    put_pair(out, "L", neck, box.y - wing);
    put_pair(out, "L", box.right(), box.middle());
    put_pair(out, "L", neck, box.bottom() + wing);
    put_pair(out, "L", neck, box.bottom());
    put_pair(out, "L", box.x, box.bottom());
    put(out, "Z");
    end_path(out);
}

void put_task(std::string& out, const PlacedBar& bar, const ChartRow& row) {
    const bool partly = row.progress && row.status != Status::done && row.status != Status::cancelled;
    // A bar that says how far it is has the colour of what is active only so far.
    const Status look = partly && row.status == Status::active ? Status::planned : row.status;
    put_block(out, classes_of("task", look, row.critical), bar, std::min(4.0, bar.box.width / 2));
    if (partly) put_progress(out, row.critical ? "progress crit" : "progress", bar);
    // On a dark bar the thick edge alone would not be seen in grey print.
    if (row.critical && row.status == Status::done && bar.box.width > 8)
        put_rect(out, "inlay", {bar.box.x + 1.5, bar.box.y + 1.5, bar.box.width - 3, bar.box.height - 3}, 2.5);
}

void put_shape(std::string& out, const PlacedBar& bar, const ChartRow& row) {
    switch (row.kind) {
    case BarKind::group:
        return put_bracket(out, bar);
    case BarKind::stage:
        return put_stage(out, bar, row.status, row.critical);
    case BarKind::milestone:
        put_diamond(out, classes_of("mile", row.status, row.critical), bar.box, row.critical ? 4 : 2);
        if (row.critical) put_diamond(out, "mile-ring", bar.box, 0);
        return;
    default:
        return put_task(out, bar, row);
    }
}

/// What a browser shows when the pointer rests on a bar.
void put_tooltip(std::string& out, const ChartRow& row, const Chart& chart) {
    const Wording& words = wording(chart.language);
    put(out, "<title>");
    put_escaped(out, shortened(printable(row.label), longest_name));
    const auto add = [&](std::string_view text) {
        put(out, " · ");
        put_escaped(out, text);
    };
    add(row.dated ? dates_text(row, chart) : std::string(words.no_date));
    if (row.percent) add(percent_text(*row.percent));
    if (!row.owner.empty()) add(printable(row.owner));
    if (row.status != Status::planned) add(status_text(row.status, chart.language));
    if (row.progress && row.status != Status::done)
        add(fmt::format("{} {}", words.progress, percent_text({*row.progress, *row.progress})));
    if (row.critical)
        add(words.critical);
    else if (row.slack > 0)
        add(fmt::format("{} {}", words.slack, length_text(row.slack, chart.language)));
    if (row.actual) add(fmt::format("{} {}", words.actual, actual_text(*row.actual, chart)));
    put(out, "</title>\n");
}

} // namespace

void put_bar(std::string& out, const PlacedBar& bar, const Chart& chart) {
    const ChartRow& row = chart.rows[bar.row];
    put(out, "<g>");
    put_tooltip(out, row, chart);
    if (bar.box.width > 0) put_shape(out, bar, row);
    put_actual(out, bar.actual, bar.actual_open);
    const bool inside = bar.sign_at.x < bar.box.right();
    const bool dark = inside && (row.status == Status::done || row.kind == BarKind::milestone);
    put_sign(out, bar.sign, bar.sign_at, row.kind == BarKind::milestone ? 0.7 : 1, dark);
    put(out, "</g>\n");
}

void put_sample(std::string& out, const LegendItem& item) {
    const Box& box = item.box;
    const Point middle{box.center(), box.middle()};
    const Box diamond{middle.x - 7, middle.y - 7, 14, 14};
    switch (item.sample) {
    case Sample::planned:
        return put_rect(out, "task", box, 3);
    case Sample::active:
        put_rect(out, "task active", box, 3);
        return put_sign(out, Sign::play, middle, 1, false);
    case Sample::done:
        put_rect(out, "task done", box, 3);
        return put_sign(out, Sign::check, middle, 1, true);
    case Sample::blocked:
        put_rect(out, "task blocked", box, 3);
        return put_sign(out, Sign::warning, middle, 1, false);
    case Sample::cancelled:
        return put_rect(out, "task cancelled", box, 3);
    case Sample::critical:
        return put_rect(out, "task crit", box, 3);
    case Sample::slack:
        begin_path(out, "slack");
        put_horizontal(out, box.x, box.right(), middle.y);
        put_vertical(out, box.right(), middle.y - 3, middle.y + 3);
        return end_path(out);
    case Sample::progress: {
        put_rect(out, "task", box, 3);
        PlacedBar half;
        half.box = box;
        half.done_to = middle.x;
        return put_progress(out, "progress", half);
    }
    case Sample::actual:
        return put_actual(out, {box.x, middle.y - 2, box.width, 4}, false);
    case Sample::stage:
        for (int i = 0; i < 3; ++i) {
            const double height = box.height * (i + 1) / 3;
            put_rect(out, "stage-fill", {box.x + 8.5 * i, box.bottom() - height, 8, height}, 1);
        }
        return;
    case Sample::milestone:
        return put_diamond(out, "mile", diamond, 1);
    case Sample::non_working:
        return put_rect(out, "rest framed", box);
    case Sample::freeze:
        return put_rect(out, "freeze", box);
    case Sample::as_of:
        begin_path(out, "today");
        put_vertical(out, middle.x, box.y, box.bottom());
        return end_path(out);
    }
}

} // namespace planc
