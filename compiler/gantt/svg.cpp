// Writes a placed chart as SVG: layers from the paper up to the letters, into one buffer.
#include "gantt/layout.h"
#include "gantt/lettering.h"
#include "gantt/svg_style.h"
#include "gantt/svg_writer.h"
#include "gantt/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace planc {
namespace {

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

void put_bracket(std::string& out, const Box& box) {
    constexpr double foot = 5;
    if (box.width < 4 * foot) return put_rect(out, "group", box, 1.5);
    begin_path(out, "group");
    put_pair(out, "M", box.x, box.y);
    put(out, "H");
    put_number(out, box.right());
    put(out, "V");
    put_number(out, box.bottom() + foot);
    put_pair(out, "L", box.right() - foot, box.bottom());
    put(out, "H");
    put_number(out, box.x + foot);
    put_pair(out, "L", box.x, box.bottom() + foot);
    put(out, "Z");
    end_path(out);
}

void put_stage(std::string& out, const Box& box, double rise, Status status, bool critical) {
    const double height = box.height * rise;
    put_rect(out, "stage", box, 2);
    put_rect(out, classes_of("stage-fill", status, false), {box.x, box.bottom() - height, box.width, height}, 2);
    put_rect(out, classes_of("stage-frame", status, critical), box, 2);
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

/// What a browser shows when the pointer rests on a bar.
void put_tooltip(std::string& out, const ChartRow& row, std::string_view dates, const Chart& chart) {
    const Wording& words = wording(chart.language);
    put(out, "<title>");
    put_escaped(out, printable(row.label));
    put(out, " · ");
    put(out, dates);
    if (row.percent) {
        put(out, " · ");
        put(out, percent_text(*row.percent));
    }
    if (!row.owner.empty()) {
        put(out, " · ");
        put_escaped(out, printable(row.owner));
    }
    if (row.critical) {
        put(out, " · ");
        put(out, words.critical);
    } else if (row.slack > 0) {
        put(out, " · ");
        put(out, words.slack);
        put(out, " ");
        put(out, length_text(row.slack, chart.language));
    }
    put(out, "</title>\n");
}

void put_bar(std::string& out, const PlacedBar& bar, const Chart& chart) {
    const ChartRow& row = chart.rows[bar.row];
    put(out, "<g>");
    put_tooltip(out, row, bar.dates, chart);
    switch (row.kind) {
    case BarKind::group:
        put_bracket(out, bar.box);
        break;
    case BarKind::stage:
        put_stage(out, bar.box, bar.rise, row.status, row.critical);
        break;
    case BarKind::milestone:
        put_diamond(out, classes_of("mile", row.status, row.critical), bar.box, row.critical ? 4 : 2);
        if (row.critical) put_diamond(out, "mile-ring", bar.box, 0);
        break;
    default:
        put_rect(out, classes_of("task", row.status, row.critical), bar.box, std::min(4.0, bar.box.width / 2));
        // On a dark bar the thick edge alone would not be seen in grey print.
        if (row.critical && row.status == Status::done && bar.box.width > 8)
            put_rect(out, "inlay", {bar.box.x + 1.5, bar.box.y + 1.5, bar.box.width - 3, bar.box.height - 3}, 2.5);
    }
    const bool inside = bar.sign_at.x < bar.box.right();
    const bool dark = inside && (row.status == Status::done || row.kind == BarKind::milestone);
    put_sign(out, bar.sign, bar.sign_at, row.kind == BarKind::milestone ? 0.7 : 1, dark);
    put(out, "</g>\n");
}

/// One corner of an arrow, rounded.
void put_corner(std::string& out, Point before, Point corner, Point after) {
    const auto distance = [](Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); };
    const double radius = std::min({5.0, distance(before, corner) / 2, distance(corner, after) / 2});
    const auto towards = [&](Point end) {
        const double length = distance(end, corner);
        if (length == 0) return corner;
        return Point{corner.x + (end.x - corner.x) / length * radius, corner.y + (end.y - corner.y) / length * radius};
    };
    const Point in = towards(before);
    const Point exit = towards(after);
    put_pair(out, "L", in.x, in.y);
    put_pair(out, "Q", corner.x, corner.y);
    put_pair(out, " ", exit.x, exit.y);
}

void put_route(std::string& out, const Route& route) {
    if (route.count < 2) return;
    constexpr double length = 6.5;
    constexpr double wing = 3.5;
    begin_path(out, route.critical ? "arrow crit" : "arrow");
    put_pair(out, "M", route.points[0].x, route.points[0].y);
    for (std::size_t i = 1; i + 1 < route.count; ++i)
        put_corner(out, route.points[i - 1], route.points[i], route.points[i + 1]);
    const Point head = route.points[route.count - 1];
    const Point before = route.points[route.count - 2];
    const double along_x = head.x > before.x ? 1 : head.x < before.x ? -1 : 0;
    const double along_y = head.y > before.y ? 1 : head.y < before.y ? -1 : 0;
    put_pair(out, "L", head.x - length * along_x, head.y - length * along_y);
    end_path(out);
    begin_path(out, route.critical ? "head crit" : "head");
    put_pair(out, "M", head.x - length * along_x - wing * along_y, head.y - length * along_y - wing * along_x);
    put_pair(out, "L", head.x, head.y);
    put_pair(out, "L", head.x - length * along_x + wing * along_y, head.y - length * along_y + wing * along_x);
    put(out, "Z");
    end_path(out);
}

void put_text(std::string& out, const PlacedText& text, const Chart& chart) {
    const bool of_row = text.row != PlacedText::no_row;
    const Status status = of_row ? chart.rows[text.row].status : Status::planned;
    put(out, "<text class=\"");
    put(out, ink_class(text.ink));
    if (text.inside_bar && status == Status::done) put(out, " on");
    if (!text.inside_bar && (text.ink == Ink::dates || text.ink == Ink::percent)) put(out, " halo");
    if (status == Status::cancelled && (text.ink == Ink::label || text.ink == Ink::group_label)) put(out, " struck");
    put(out, "\"");
    const double x = text.anchor == TextAnchor::start    ? text.box.x
                     : text.anchor == TextAnchor::middle ? text.box.center()
                                                         : text.box.right();
    put_attribute(out, "x", x);
    put_attribute(out, "y", text.baseline);
    if (text.anchor == TextAnchor::middle) put(out, " text-anchor=\"middle\"");
    if (text.anchor == TextAnchor::end) put(out, " text-anchor=\"end\"");
    put(out, ">");
    put_escaped(out, text.text);
    put(out, "</text>\n");
}

void put_head(std::string& out, const Picture& picture, const Chart& chart) {
    put(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"planc-gantt\" role=\"img\" lang=\"");
    put(out, chart.language == Language::zh_cn ? "zh-CN" : "en");
    put(out, "\"");
    put_attribute(out, "width", picture.width);
    put_attribute(out, "height", picture.height);
    put_pair(out, " viewBox=\"0 0 ", picture.width, picture.height);
    put(out, "\">\n<title>");
    const std::string title = printable(chart.title);
    put_escaped(out, title.empty() ? wording(chart.language).gantt : std::string_view(title));
    put(out, "</title>\n<desc>");
    put_escaped(out, summary_text(chart));
    put(out, "</desc>\n<style>");
    put(out, svg_style());
    put(out,
        "</style>\n<defs><pattern id=\"planc-gantt-hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><rect class=\"hatch-paper\" width=\"8\" height=\"8\"/>"
        "<path class=\"hatch\" d=\"M0 0V8\"/></pattern></defs>\n");
}

void put_ground(std::string& out, const Picture& picture) {
    put_rect(out, "paper", {0, 0, picture.width, picture.height});
    for (const PlacedBand& band : picture.bands)
        if (band.kind == BandKind::non_working) put_rect(out, "rest", band.box);
    begin_path(out, "rows");
    for (const double y : picture.row_lines) put_horizontal(out, picture.table.x, picture.plot.right(), y);
    end_path(out);
    begin_path(out, "grid");
    for (const GridLine& line : picture.grid)
        if (!line.major) put_vertical(out, line.x, picture.plot.y, picture.plot.bottom());
    end_path(out);
    begin_path(out, "rules");
    for (const GridLine& line : picture.grid)
        if (line.major) put_vertical(out, line.x, line.top, picture.plot.bottom());
    for (const double y : picture.group_tops) put_horizontal(out, picture.table.x, picture.plot.right(), y);
    put_horizontal(out, picture.table.x, picture.plot.right(), picture.plot.y);
    put_horizontal(out, picture.table.x, picture.plot.right(), picture.plot.bottom());
    if (picture.minor_axis_top > picture.axis.y)
        put_horizontal(out, picture.plot.x, picture.plot.right(), picture.minor_axis_top);
    end_path(out);
    for (const PlacedBand& band : picture.bands)
        if (band.kind == BandKind::freeze) put_rect(out, "freeze", band.box);
    for (const Tab& tab : picture.tabs) {
        put_rect(out, "tab", tab.box, 2);
        begin_path(out, "tab-edge");
        const bool at_side = std::abs(tab.edge - tab.box.x) < 1;
        put_vertical(out, tab.edge, at_side ? tab.box.y : tab.box.bottom(), picture.plot.y);
        end_path(out);
    }
}

void put_slack(std::string& out, const Picture& picture) {
    begin_path(out, "slack");
    for (const PlacedBar& bar : picture.bars) {
        if (bar.slack_end <= bar.box.right() + 1) continue;
        const double y = bar.box.bottom() + 2.5;
        put_horizontal(out, bar.box.right(), bar.slack_end, y);
        put_vertical(out, bar.slack_end, y - 3, y + 3);
    }
    end_path(out);
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

} // namespace

std::string draw_svg(const Chart& chart) {
    const Picture picture = lay_out(chart);
    std::string out;
    out.reserve(16'384 + chart.rows.size() * 640);
    put_head(out, picture, chart);
    put_ground(out, picture);
    if (picture.as_of >= 0) {
        begin_path(out, "today");
        put_vertical(out, picture.as_of, picture.plot.y, picture.plot.bottom());
        end_path(out);
    }
    put_slack(out, picture);
    for (const bool critical : {false, true}) // where two share a way, the critical one is seen
        for (const Route& route : picture.routes)
            if (route.critical == critical) put_route(out, route);
    for (const PlacedBar& bar : picture.bars) put_bar(out, bar, chart);
    for (const PlacedText& text : picture.texts) put_text(out, text, chart);
    for (const LegendItem& item : picture.legend) put_sample(out, item);
    put(out, "</svg>\n");
    return out;
}

} // namespace planc
