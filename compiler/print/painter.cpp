// Fills, strokes, boxes and the structure, by cairo.
#include "print/painter.h"

#include "print/chart_painter.h"

#include <cairo-pdf.h>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace planc {

void FreeSurface::operator()(_cairo_surface* surface) const { cairo_surface_destroy(surface); }
void FreeCanvas::operator()(_cairo* canvas) const { cairo_destroy(canvas); }

Palette palette_of(const Theme& theme) {
    return {read_colour(theme.find("ink", "#1d2733")),    read_colour(theme.find("muted", "#566270")),
            read_colour(theme.find("shade", "#f4f6f9")),  read_colour(theme.find("rule", "#c9d1db")),
            read_colour(theme.find("accent", "#1f5fa8")), read_colour(theme.find("paper", "#ffffff")),
            read_colour(theme.find("warning", "#9a3412"))};
}

std::string anchor_name(std::uint32_t heading) { return fmt::format("h{}", heading); }

Painter::Painter(_cairo* canvas, Typesetter& typesetter, const Palette& palette, const Theme& theme,
                 _cairo_surface* logo)
    : canvas_(canvas), typesetter_(typesetter), palette_(palette), theme_(theme), logo_(logo) {}

void Painter::draw(const PrintedPage& page) {
    if (!page.stamp.empty()) draw_stamp(page);
    for (const PlacedFill& ground : page.grounds) draw_item(ground);
    for (const Placed& item : page.items) std::visit([this](const auto& one) { draw_item(one); }, item);
}

void Painter::use(Tint tint) {
    const Colour& colour = palette_[static_cast<std::size_t>(tint)];
    cairo_set_source_rgb(canvas_, colour.red, colour.green, colour.blue);
}

void Painter::draw_item(const PlacedFill& fill) {
    use(fill.tint);
    cairo_rectangle(canvas_, fill.box.x, fill.box.y, fill.box.width, fill.box.height);
    cairo_fill(canvas_);
}

void Painter::draw_item(const PlacedStroke& stroke) {
    use(stroke.tint);
    cairo_set_line_width(canvas_, stroke.width);
    cairo_set_line_cap(canvas_, stroke.dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE);
    if (stroke.dotted) {
        constexpr double dots[] = {0, 3.2};
        // From the right, so that the dots of all lines stand below one another.
        cairo_set_dash(canvas_, dots, 2, 0);
        cairo_move_to(canvas_, stroke.to.x, stroke.to.y);
        cairo_line_to(canvas_, stroke.from.x, stroke.from.y);
    } else {
        cairo_move_to(canvas_, stroke.from.x, stroke.from.y);
        cairo_line_to(canvas_, stroke.to.x, stroke.to.y);
    }
    cairo_stroke(canvas_);
    cairo_set_dash(canvas_, nullptr, 0, 0);
}

void Painter::draw_item(const PlacedDot& dot) {
    use(dot.hollow ? Tint::muted : Tint::ink);
    cairo_new_path(canvas_);
    cairo_arc(canvas_, dot.middle.x, dot.middle.y, dot.radius, 0, 2 * std::numbers::pi);
    if (!dot.hollow) return cairo_fill(canvas_);
    cairo_set_line_width(canvas_, 0.7);
    cairo_stroke(canvas_);
}

void Painter::draw_tick(const Box& box, bool done) {
    use(Tint::paper);
    cairo_rectangle(canvas_, box.x, box.y, box.width, box.height);
    cairo_fill_preserve(canvas_);
    use(Tint::ink);
    cairo_set_line_width(canvas_, 0.9);
    cairo_set_line_join(canvas_, CAIRO_LINE_JOIN_MITER);
    cairo_stroke(canvas_);
    if (!done) return;
    cairo_set_line_width(canvas_, box.width * 0.14);
    cairo_set_line_cap(canvas_, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(canvas_, CAIRO_LINE_JOIN_ROUND);
    cairo_move_to(canvas_, box.x + box.width * 0.22, box.y + box.height * 0.54);
    cairo_line_to(canvas_, box.x + box.width * 0.43, box.y + box.height * 0.75);
    cairo_line_to(canvas_, box.x + box.width * 0.80, box.y + box.height * 0.26);
    cairo_stroke(canvas_);
}

void Painter::draw_item(const PlacedTick& tick) { draw_tick(tick.box, tick.done); }

void Painter::draw_item(const PlacedChart& chart) {
    cairo_save(canvas_);
    cairo_rectangle(canvas_, chart.box.x, chart.box.y, chart.box.width, chart.box.height);
    cairo_clip(canvas_);
    cairo_translate(canvas_, chart.box.x, chart.box.y);
    cairo_scale(canvas_, chart.box.width / chart.picture->width, chart.box.height / chart.picture->height);
    draw_chart(canvas_, *chart.picture, *chart.chart, theme_, typesetter_);
    cairo_restore(canvas_);
}

void Painter::draw_item(const PlacedLogo& logo) {
    if (logo_ == nullptr) return;
    cairo_save(canvas_);
    cairo_translate(canvas_, logo.box.x, logo.box.y);
    cairo_scale(canvas_, logo.box.width / cairo_image_surface_get_width(logo_),
                logo.box.height / cairo_image_surface_get_height(logo_));
    cairo_set_source_surface(canvas_, logo_, 0, 0);
    cairo_paint(canvas_);
    cairo_restore(canvas_);
}

void Painter::draw_item(const OpenPart& part) { cairo_tag_begin(canvas_, std::string(part.name).c_str(), nullptr); }

void Painter::draw_item(const ClosePart& part) { cairo_tag_end(canvas_, std::string(part.name).c_str()); }

void Painter::draw_item(const PlacedAnchor& anchor) {
    const std::string attributes =
        fmt::format("name='{}' x={:.2f} y={:.2f}", anchor_name(anchor.heading), anchor.at.x, anchor.at.y);
    cairo_tag_begin(canvas_, CAIRO_TAG_DEST, attributes.c_str());
    cairo_tag_end(canvas_, CAIRO_TAG_DEST);
}

} // namespace planc
