// The layers of the chart from the paper up to the letters, in the order and with the looks of the SVG picture.
#include "print/chart_painter.h"

#include "gantt/palette.h"
#include "print/chart_shapes.h"

#include <cairo.h>
#include <cmath>
#include <fmt/format.h>
#include <pango/pangocairo.h>

namespace planc {

Colour chart_colour(const Theme& theme, std::string_view name) {
    const ChartColour* colour = find_colour(name);
    const std::string_view own = theme.find(fmt::format("planc-{}", name), "");
    return read_colour(own.starts_with('#') || colour == nullptr ? own : colour->light);
}

namespace {

class ChartPainter {
public:
    ChartPainter(const Strokes& strokes, const Picture& picture, const Chart& chart, Typesetter& typesetter)
        : strokes_(strokes), canvas_(strokes.canvas), picture_(picture), chart_(chart), typesetter_(typesetter) {}

    void draw() {
        draw_ground();
        draw_rules();
        draw_freezes();
        if (picture_.as_of >= 0) strokes_.today(picture_.as_of, picture_.plot.y, picture_.plot.bottom());
        draw_slack();
        for (const bool critical : {false, true}) // where two share a way, the critical one is seen
            for (const Route& route : picture_.routes)
                if (route.critical == critical) strokes_.route(route);
        for (const PlacedBar& bar : picture_.bars) draw_bar(bar);
        for (const PlacedText& text : picture_.texts) draw_text(text);
        for (const LegendItem& item : picture_.legend) draw_sample(item);
    }

private:
    void draw_ground() {
        strokes_.fill({0, 0, picture_.width, picture_.height}, "paper");
        for (const PlacedBand& band : picture_.bands)
            if (band.kind == BandKind::non_working) strokes_.fill(band.box, "rest");
    }

    void draw_rules() {
        const Box& plot = picture_.plot;
        for (const double y : picture_.row_lines) strokes_.horizontal(picture_.table.x, plot.right(), y);
        strokes_.stroke("line");
        for (const GridLine& line : picture_.grid)
            if (!line.major) strokes_.vertical(line.x, plot.y, plot.bottom());
        strokes_.stroke("grid");
        for (const GridLine& line : picture_.grid)
            if (line.major) strokes_.vertical(line.x, line.top, plot.bottom());
        for (const double y : picture_.group_tops) strokes_.horizontal(picture_.table.x, plot.right(), y);
        strokes_.horizontal(picture_.table.x, plot.right(), plot.y);
        strokes_.horizontal(picture_.table.x, plot.right(), plot.bottom());
        if (picture_.minor_axis_top > picture_.axis.y)
            strokes_.horizontal(plot.x, plot.right(), picture_.minor_axis_top);
        strokes_.stroke("rule");
    }

    void draw_freezes() {
        for (const PlacedBand& band : picture_.bands)
            if (band.kind == BandKind::freeze) strokes_.hatched(band.box);
        for (const Tab& tab : picture_.tabs) {
            strokes_.fill(tab.box, "freeze-paper", 2);
            const bool at_side = std::abs(tab.edge - tab.box.x) < 1;
            strokes_.vertical(tab.edge, at_side ? tab.box.y : tab.box.bottom(), picture_.plot.y);
            strokes_.stroke("freeze", 0.75);
        }
    }

    void draw_slack() {
        for (const PlacedBar& bar : picture_.bars) {
            if (bar.slack_end <= bar.box.right() + 1) continue;
            const double y = bar.box.bottom() + 2.5;
            strokes_.horizontal(bar.box.right(), bar.slack_end, y);
            if (!bar.slack_cut) strokes_.vertical(bar.slack_end, y - 3, y + 3);
        }
        strokes_.stroke("slack", 1.5);
    }

    void draw_bar(const PlacedBar& bar) {
        const ChartRow& row = chart_.rows[bar.row];
        if (bar.box.width > 0) draw_shape(bar, row);
        strokes_.actual(bar.actual, bar.actual_open);
        const bool inside = bar.sign_at.x < bar.box.right();
        const bool dark = inside && (row.status == Status::done || row.kind == BarKind::milestone);
        strokes_.sign(bar.sign, bar.sign_at, row.kind == BarKind::milestone ? 0.7 : 1, dark);
    }

    void draw_shape(const PlacedBar& bar, const ChartRow& row) {
        switch (row.kind) {
        case BarKind::group:
            return strokes_.bracket(bar);
        case BarKind::stage:
            return strokes_.stage(bar, row);
        case BarKind::milestone:
            return strokes_.milestone(bar.box, row.status, row.critical);
        default:
            return strokes_.task(bar, row);
        }
    }

    void draw_task(const Box& box, Status status, bool critical) {
        PlacedBar bar;
        bar.box = box;
        ChartRow row;
        row.status = status;
        row.critical = critical;
        strokes_.task(bar, row, 3);
    }

    void draw_sample(const LegendItem& item) {
        const Point middle{item.box.center(), item.box.middle()};
        switch (item.sample) {
        case Sample::planned:
            return draw_task(item.box, Status::planned, false);
        case Sample::active:
            draw_task(item.box, Status::active, false);
            return strokes_.sign(Sign::play, middle, 1, false);
        case Sample::done:
            draw_task(item.box, Status::done, false);
            return strokes_.sign(Sign::check, middle, 1, true);
        case Sample::blocked:
            draw_task(item.box, Status::blocked, false);
            return strokes_.sign(Sign::warning, middle, 1, false);
        case Sample::cancelled:
            return draw_task(item.box, Status::cancelled, false);
        case Sample::critical:
            return draw_task(item.box, Status::planned, true);
        case Sample::slack:
            strokes_.horizontal(item.box.x, item.box.right(), middle.y);
            strokes_.vertical(item.box.right(), middle.y - 3, middle.y + 3);
            return strokes_.stroke("slack", 1.5);
        case Sample::progress: {
            draw_task(item.box, Status::planned, false);
            PlacedBar half;
            half.box = item.box;
            half.done_to = middle.x;
            return strokes_.progress(half, false);
        }
        case Sample::actual:
            return strokes_.actual({item.box.x, middle.y - 2, item.box.width, 4}, false);
        case Sample::stage:
            for (int i = 0; i < 3; ++i) {
                const double height = item.box.height * (i + 1) / 3;
                strokes_.fill({item.box.x + 8.5 * i, item.box.bottom() - height, 8, height}, "stage-fill", 1);
            }
            return;
        case Sample::milestone:
            return strokes_.milestone({middle.x - 6, middle.y - 6, 12, 12}, Status::planned, false);
        case Sample::non_working:
            strokes_.fill(item.box, "rest");
            cairo_rectangle(canvas_, item.box.x, item.box.y, item.box.width, item.box.height);
            return strokes_.stroke("rule");
        case Sample::freeze:
            return strokes_.hatched(item.box);
        case Sample::as_of:
            return strokes_.today(middle.x, item.box.y, item.box.bottom());
        }
    }

    /// The colour's name.
    std::string_view ink_of(const PlacedText& text, Status status) const {
        const bool label = text.ink == Ink::label || text.ink == Ink::group_label;
        if (text.inside_bar && status == Status::done) return "on-done";
        if (label && status == Status::cancelled) return "muted";
        switch (text.ink) {
        case Ink::subtitle:
        case Ink::column:
        case Ink::minor_tick:
        case Ink::owner:
        case Ink::legend:
        case Ink::no_date:
        case Ink::freeze:
            return "muted";
        case Ink::as_of:
            return "today";
        default:
            return "ink";
        }
    }

    void draw_text(const PlacedText& text) {
        const Status status = text.row == PlacedText::no_row ? Status::planned : chart_.rows[text.row].status;
        const Lettering type = lettering(text.ink);
        const PangoLayoutOwner layout = typesetter_.label(text.text, type.size, type.bold, text.ink == Ink::no_date);
        PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
        PangoRectangle extents;
        pango_layout_line_get_extents(line, nullptr, &extents);
        const double natural = static_cast<double>(extents.width) / PANGO_SCALE;
        // The chart was placed without asking a font; one that is wider than it thought is made narrower.
        const double narrower = natural > text.box.width && natural > 0 ? text.box.width / natural : 1;
        const double width = natural * narrower;
        const double x = text.anchor == TextAnchor::start    ? text.box.x
                         : text.anchor == TextAnchor::middle ? text.box.center() - width / 2
                                                             : text.box.right() - width;
        cairo_save(canvas_);
        cairo_translate(canvas_, x, text.baseline);
        cairo_scale(canvas_, narrower, 1);
        if (!text.inside_bar && (text.ink == Ink::dates || text.ink == Ink::percent)) {
            strokes_.use("paper");
            cairo_move_to(canvas_, 0, 0);
            pango_cairo_layout_line_path(canvas_, line);
            cairo_set_line_width(canvas_, 3);
            cairo_set_line_join(canvas_, CAIRO_LINE_JOIN_ROUND);
            cairo_stroke(canvas_);
        }
        strokes_.use(ink_of(text, status));
        cairo_move_to(canvas_, 0, 0);
        pango_cairo_show_layout_line(canvas_, line);
        const bool label = text.ink == Ink::label || text.ink == Ink::group_label;
        if (label && status == Status::cancelled) {
            strokes_.horizontal(0, natural, -type.size * 0.33);
            strokes_.stroke("muted", type.size * 0.07);
        }
        cairo_restore(canvas_);
    }

    const Strokes& strokes_;
    cairo_t* canvas_;
    const Picture& picture_;
    const Chart& chart_;
    Typesetter& typesetter_;
};

} // namespace

void draw_chart(_cairo* canvas, const Picture& picture, const Chart& chart, const Theme& theme,
                Typesetter& typesetter) {
    const Strokes strokes{canvas, theme};
    ChartPainter(strokes, picture, chart, typesetter).draw();
}

} // namespace planc
