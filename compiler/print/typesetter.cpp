// Pango layouts, kept as long as they are likely to be asked for again.
#include "print/typesetter.h"

#include <algorithm>
#include <cmath>
#include <pango/pangocairo.h>

namespace planc {

namespace {

constexpr std::size_t slot_count = 256;
constexpr const char* narrow_signs = "pwid=1"; ///< fonts for Chinese have quotes and dots as wide as ideographs

struct FreeAttributes {
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
using Attributes = std::unique_ptr<PangoAttrList, FreeAttributes>;

struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using FontDescription = std::unique_ptr<PangoFontDescription, FreeFont>;

FontDescription describe(const TypeMetrics& metrics, const FontFamilies& families) {
    FontDescription font(pango_font_description_new());
    pango_font_description_set_family(font.get(), (metrics.code ? families.code : families.text).c_str());
    pango_font_description_set_weight(font.get(), metrics.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_size(font.get(), static_cast<int>(std::lround(metrics.size * PANGO_SCALE)));
    return font;
}

void put(PangoAttrList* list, PangoAttribute* attribute, std::uint32_t begin, std::uint32_t end) {
    attribute->start_index = begin;
    attribute->end_index = end;
    pango_attr_list_insert(list, attribute);
}

/// Boxes to tick stand in texts as letters; they are drawn, so that they look alike whatever fonts there are.
void put_boxes(PangoAttrList* list, std::string_view text, double size) {
    for (std::size_t at = text.find("\xE2\x98"); at != std::string_view::npos; at = text.find("\xE2\x98", at + 2)) {
        if (at + 3 > text.size()) return;
        const auto last = static_cast<unsigned char>(text[at + 2]);
        if (last < 0x90 || last > 0x92) continue;
        const int unit = static_cast<int>(size * PANGO_SCALE);
        const PangoRectangle box{0, -unit * 9 / 10, unit * 12 / 10, unit};
        put(list, pango_attr_shape_new(&box, &box), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3));
    }
}

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

} // namespace

void FreeObject::operator()(void* object) const { g_object_unref(object); }

PangoFontMap* font_map() {
    // Finding fonts takes longer than a sheet; the map is reached by one thread at a time (print.h).
    static const std::unique_ptr<PangoFontMap, FreeObject> map(
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72); // a point is a unit
    return map.get();
}

Typesetter::Typesetter(const Content& content, const FontFamilies& families, std::string_view language)
    : content_(content), families_(families), chinese_(language.starts_with("zh")),
      context_(pango_font_map_create_context(font_map())), slots_(slot_count) {
    pango_context_set_language(context_.get(), pango_language_from_string(std::string(language).c_str()));
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    for (std::size_t i = 0; i <= static_cast<std::size_t>(Typeface::running); ++i) {
        const TypeMetrics metrics = metrics_of(static_cast<Typeface>(i));
        const FontDescription font = describe(metrics, families_);
        PangoFontMetrics* measured = pango_context_get_metrics(context_.get(), font.get(), nullptr);
        const double ascent = points(pango_font_metrics_get_ascent(measured));
        const double descent = points(pango_font_metrics_get_descent(measured));
        pango_font_metrics_unref(measured);
        baselines_[i] = (metrics.leading - ascent - descent) / 2 + ascent;
    }
}

PangoLayoutOwner Typesetter::make(const TextPassage& passage, Typeface face, double width) {
    const TypeMetrics metrics = metrics_of(face);
    const std::string_view text = content_.text(passage);
    PangoLayoutOwner layout(pango_layout_new(context_.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_font_description(layout.get(), describe(metrics, families_).get());
    pango_layout_set_wrap(layout.get(), metrics.code ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout.get(), width < 0 ? -1 : static_cast<int>(std::ceil(width * PANGO_SCALE)));
    const Attributes list(pango_attr_list_new());
    if (!chinese_ && !metrics.code)
        put(list.get(), pango_attr_font_features_new(narrow_signs), 0, PANGO_ATTR_INDEX_TO_TEXT_END);
    for (std::uint32_t i = passage.first_style; i < passage.last_style; ++i) {
        const Styled& styled = content_.styles[i];
        const std::uint32_t begin = std::max(styled.begin, passage.begin) - passage.begin;
        const std::uint32_t end = std::min(styled.end, passage.end) - passage.begin;
        if (styled.begin >= passage.end || styled.end <= passage.begin) continue;
        if ((styled.looks & bold_look) != 0) put(list.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
        if ((styled.looks & italic_look) != 0) put(list.get(), pango_attr_style_new(PANGO_STYLE_ITALIC), begin, end);
        // Drawn by the painter; here they only part the runs.
        if ((styled.looks & struck_look) != 0) put(list.get(), pango_attr_strikethrough_new(TRUE), begin, end);
        if (styled.link != 0)
            put(list.get(), pango_attr_foreground_new(0, 0, static_cast<guint16>(styled.link)), begin, end);
        if ((styled.looks & code_look) != 0) {
            put(list.get(), pango_attr_family_new(families_.code.c_str()), begin, end);
            if (!chinese_) put(list.get(), pango_attr_font_features_new("pwid=0"), begin, end);
        }
    }
    put_boxes(list.get(), text, metrics.size);
    pango_layout_set_attributes(layout.get(), list.get());
    return layout;
}

void Typesetter::narrow(_PangoLayout* layout) const {
    if (chinese_) return;
    const Attributes list(pango_attr_list_new());
    put(list.get(), pango_attr_font_features_new(narrow_signs), 0, PANGO_ATTR_INDEX_TO_TEXT_END);
    pango_layout_set_attributes(layout, list.get());
}

PangoLayoutOwner Typesetter::word(std::string_view text, Typeface face, double most) {
    PangoLayoutOwner layout(pango_layout_new(context_.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_font_description(layout.get(), describe(metrics_of(face), families_).get());
    narrow(layout.get());
    if (most > 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(most * PANGO_SCALE));
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
    return layout;
}

double Typesetter::word_width(std::string_view text, Typeface face) {
    PangoRectangle extents;
    pango_layout_get_extents(word(text, face, 0).get(), nullptr, &extents);
    return points(extents.width);
}

PangoLayoutOwner Typesetter::label(std::string_view text, double size, bool bold, bool italic) {
    PangoLayoutOwner layout(pango_layout_new(context_.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    const FontDescription font = describe({size, 0, bold, false}, families_);
    if (italic) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout.get(), font.get());
    narrow(layout.get());
    return layout;
}

SetLines Typesetter::set(const TextPassage& passage, Typeface face, double width) {
    const std::size_t hash = passage.begin * 2654435761U + passage.end +
                             static_cast<std::size_t>(static_cast<std::int64_t>(width * 16)); // -1 is any width
    Slot& slot = slots_[(hash >> 3U) % slot_count];
    const bool same = slot.layout && slot.passage.begin == passage.begin && slot.passage.end == passage.end &&
                      slot.face == face && slot.width == width;
    if (!same) slot = {make(passage, face, width), passage, face, width};
    return {slot.layout.get(), baselines_[static_cast<std::size_t>(face)], metrics_of(face).leading,
            passage.empty() ? 0 : pango_layout_get_line_count(slot.layout.get())};
}

std::vector<std::size_t> Typesetter::line_begins(const TextPassage& passage, Typeface face, double width) {
    const SetLines lines = set(passage, face, width);
    std::vector<std::size_t> begins;
    for (int i = 0; i < lines.count; ++i)
        begins.push_back(static_cast<std::size_t>(pango_layout_get_line_readonly(lines.layout, i)->start_index));
    return begins;
}

double Typesetter::line_end(const TextPassage& passage, Typeface face, double width, int line) {
    PangoLayoutLine* set_line = pango_layout_get_line_readonly(set(passage, face, width).layout, line);
    if (set_line == nullptr) return 0;
    PangoRectangle extents;
    pango_layout_line_get_extents(set_line, nullptr, &extents);
    return points(extents.width);
}

TextWidths Typesetter::widths(const TextPassage& passage, Typeface face) {
    TextWidths widths;
    if (passage.empty()) return widths;
    PangoLayout* layout = set(passage, face, unbroken).layout;
    int count = 0;
    const PangoLogAttr* breaks = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* text = pango_layout_get_text(layout);
    PangoLayoutIter* iter = pango_layout_get_iter(layout);
    double since_break = 0;
    double line = 0;
    int character = 0;
    const char* at = text;
    do {
        const int index = pango_layout_iter_get_index(iter);
        while (at < text + index) {
            at = g_utf8_next_char(at);
            ++character;
        }
        PangoRectangle cluster;
        pango_layout_iter_get_cluster_extents(iter, nullptr, &cluster);
        const bool begins_line = *at == '\n';
        if (character < count && (breaks[character].is_line_break || begins_line)) since_break = 0;
        const double width = points(cluster.width);
        // A blank at a break hangs over the edge.
        if (character >= count || !breaks[character].is_white)
            widths.least = std::max(widths.least, since_break + width);
        since_break += width;
        line = begins_line ? 0 : line + width;
        widths.natural = std::max(widths.natural, line);
    } while (pango_layout_iter_next_cluster(iter));
    pango_layout_iter_free(iter);
    return widths;
}

} // namespace planc
