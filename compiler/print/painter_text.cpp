// Letters, by the runs that Pango makes: so that links, code and boxes to tick can be treated each in its way.
#include "print/addresses.h"
#include "print/painter.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <cmath>
#include <fmt/format.h>
#include <pango/pangocairo.h>

namespace planc {

namespace {

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

struct RunLook {
    std::uint8_t looks = 0;
    std::uint32_t link = 0;
};

/// How the letter at a place of the passage looks.
RunLook look_at(const Content& content, const TextPassage& passage, std::uint32_t place) {
    RunLook look;
    for (std::uint32_t i = passage.first_style; i < passage.last_style; ++i) {
        const Styled& styled = content.styles[i];
        if (styled.begin > place) break;
        if (place < styled.end) look = {styled.looks, styled.link};
    }
    return look;
}

bool holds_links(const Content& content, const TextPassage& passage) {
    for (std::uint32_t i = passage.first_style; i < passage.last_style; ++i)
        if (content.styles[i].link != 0) return true;
    return false;
}

/// The letter of a box to tick, for which Pango leaves room.
bool is_box(const PangoLayoutRun* run) {
    for (GSList* item = run->item->analysis.extra_attrs; item != nullptr; item = item->next)
        if (static_cast<PangoAttribute*>(item->data)->klass->type == PANGO_ATTR_SHAPE) return true;
    return false;
}

/// A sign at the left of a line: it goes on from the one above.
void draw_turn(cairo_t* canvas, double x, double middle) {
    cairo_set_line_width(canvas, 0.7);
    cairo_set_line_cap(canvas, CAIRO_LINE_CAP_ROUND);
    cairo_move_to(canvas, x - 7.5, middle - 3.5);
    cairo_line_to(canvas, x - 7.5, middle);
    cairo_line_to(canvas, x - 3, middle);
    cairo_move_to(canvas, x - 4.6, middle - 1.6);
    cairo_line_to(canvas, x - 3, middle);
    cairo_line_to(canvas, x - 4.6, middle + 1.6);
    cairo_stroke(canvas);
}

} // namespace

void Painter::draw_item(const PlacedLines& lines) {
    const SetLines set = typesetter_.set(lines.passage, lines.face, lines.width);
    for (int i = 0; i < lines.count && lines.first + i < set.count; ++i)
        draw_line(lines, set, lines.first + i, lines.at.y + i * set.leading);
}

void Painter::draw_line(const PlacedLines& lines, const SetLines& set, int number, double top) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(set.layout, number);
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    double x = lines.at.x;
    if (lines.alignment == Alignment::middle) x += (lines.width - points(extents.width)) / 2;
    if (lines.alignment == Alignment::end) x += lines.width - points(extents.width);
    const double baseline = top + set.baseline;
    if (lines.shows_breaks && line->is_paragraph_start == 0U) {
        use(Tint::muted);
        draw_turn(canvas_, x, top + set.leading / 2);
    }
    const char* text = pango_layout_get_text(set.layout);
    for (GSList* item = line->runs; item != nullptr; item = item->next) {
        auto* run = static_cast<PangoLayoutRun*>(item->data);
        const double width = points(pango_glyph_string_get_width(run->glyphs));
        const RunLook look = look_at(typesetter_.content(), lines.passage,
                                     lines.passage.begin + static_cast<std::uint32_t>(run->item->offset));
        draw_run({run, text, look.looks, look.link}, lines, {x, baseline}, width);
        x += width;
    }
}

void Painter::draw_run(const TextRun& run, const PlacedLines& lines, Point at, double width) {
    const double size = metrics_of(lines.face).size;
    if (is_box(run.run)) {
        const bool done = static_cast<unsigned char>(run.text[run.run->item->offset + 2]) != 0x90;
        const double side = size * 0.86;
        return draw_tick({at.x + 0.5, at.y - side * 0.92, side, side}, done);
    }
    const bool code = (run.looks & code_look) != 0;
    if (code) {
        use(Tint::shade);
        cairo_rectangle(canvas_, at.x, at.y - size * 0.95, width, size * 1.25);
        cairo_fill(canvas_);
    }
    const std::string& address = typesetter_.content().links[run.link];
    const std::uint32_t heading = run.link == 0 ? 0 : heading_of(typesetter_.content(), address);
    const std::string outside = run.link == 0 || heading != 0 ? std::string() : safe_address(address);
    const Box box{at.x, at.y - size, width, size * 1.35};
    const std::string rect = fmt::format("rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", box.x, box.y, box.width, box.height);
    if (heading != 0)
        cairo_tag_begin(canvas_, CAIRO_TAG_LINK, fmt::format("{} dest='{}'", rect, anchor_name(heading)).c_str());
    if (!outside.empty()) cairo_tag_begin(canvas_, CAIRO_TAG_LINK, fmt::format("{} uri='{}'", rect, outside).c_str());
    const bool linked = heading != 0 || !outside.empty();
    // Of a part that holds both text and parts cairo 1.16 drops the text.
    const bool beside_links = !linked && holds_links(typesetter_.content(), lines.passage);
    if (beside_links) cairo_tag_begin(canvas_, "Span", nullptr);
    use(outside.empty() ? lines.tint : Tint::accent);
    cairo_move_to(canvas_, at.x, at.y);
    pango_cairo_show_glyph_item(canvas_, run.text, run.run);
    cairo_new_path(canvas_);
    if (linked) cairo_tag_end(canvas_, CAIRO_TAG_LINK);
    if (beside_links) cairo_tag_end(canvas_, "Span");
    const auto strike = [&](double y, double thickness) {
        cairo_set_line_width(canvas_, thickness);
        cairo_set_line_cap(canvas_, CAIRO_LINE_CAP_BUTT);
        cairo_move_to(canvas_, at.x, y);
        cairo_line_to(canvas_, at.x + width, y);
        cairo_stroke(canvas_);
    };
    if ((run.looks & struck_look) != 0) strike(at.y - size * 0.33, size * 0.06);
    if (!outside.empty()) strike(at.y + size * 0.16, 0.5);
}

void Painter::draw_item(const PlacedWord& word) {
    const PangoLayoutOwner layout = typesetter_.word(word.text, word.face, word.most);
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    const double width = points(extents.width);
    const double x = word.at.x - (word.alignment == Alignment::end      ? width
                                  : word.alignment == Alignment::middle ? width / 2
                                                                        : 0);
    use(word.tint);
    cairo_move_to(canvas_, x, word.at.y + typesetter_.baseline(word.face));
    pango_cairo_show_layout_line(canvas_, line);
}

void Painter::draw_stamp(const PrintedPage& page) {
    // Below everything, so that it hides nothing; so light that letters over it are read, so large that it is seen.
    constexpr double grey = 0.915;
    const PangoLayoutOwner layout = typesetter_.word(page.stamp, Typeface::title, 0);
    PangoRectangle extents;
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    const double diagonal = std::hypot(page.size.width, page.size.height);
    const double scale = std::min(0.62 * diagonal / std::max(points(extents.width), 1.0), 5.5);
    cairo_save(canvas_);
    cairo_translate(canvas_, page.size.width / 2, page.size.height / 2);
    cairo_rotate(canvas_, -std::atan2(page.size.height, page.size.width));
    cairo_scale(canvas_, scale, scale);
    cairo_set_source_rgb(canvas_, grey, grey, grey);
    cairo_move_to(canvas_, -points(extents.width) / 2, -points(extents.height) / 2);
    pango_cairo_show_layout(canvas_, layout.get());
    cairo_restore(canvas_);
}

} // namespace planc
