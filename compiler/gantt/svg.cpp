// Writes a placed chart as SVG: layers from the paper up to the letters, into one buffer.
#include "gantt/lettering.h"
#include "gantt/svg_marks.h"
#include "gantt/svg_style.h"
#include "gantt/svg_writer.h"
#include "gantt/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::size_t longest_title = 200; ///< characters

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

void put_head(std::string& out, const Picture& picture, const Chart& chart, std::string_view theme_css) {
    put(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"planc-gantt\" role=\"img\" lang=\"");
    put(out, chart.language == Language::zh_cn ? "zh-CN" : "en");
    put(out, "\"");
    put_attribute(out, "width", picture.width);
    put_attribute(out, "height", picture.height);
    put_pair(out, " viewBox=\"0 0 ", picture.width, picture.height);
    put(out, "\">\n<title>");
    put_escaped(out, shortened(picture.title, longest_title));
    put(out, "</title>\n<desc>");
    put_escaped(out, summary_text(chart));
    put(out, "</desc>\n<style>");
    put(out, svg_style());
    put(out, svg_theme(theme_css));
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
        if (!bar.slack_cut) put_vertical(out, bar.slack_end, y - 3, y + 3);
    }
    end_path(out);
}

} // namespace

std::string draw_svg(const Chart& chart, std::string_view theme_css) {
    return draw_svg(lay_out(chart), chart, theme_css);
}

std::string draw_svg(const Picture& picture, const Chart& chart, std::string_view theme_css) {
    std::string out;
    out.reserve(16'384 + chart.rows.size() * 640);
    put_head(out, picture, chart, theme_css);
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
