// Draws a block line by line; a place of several lines is a bar in a margin between the gutter and the text.
#include "diagnostics/snippet.h"

#include "diagnostics/anchors.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/labels.h"
#include "diagnostics/visible.h"
#include "source/width.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <span>

namespace planc {
namespace {

constexpr std::size_t bar_width = 2;
/// So many lines between two others are shown rather than left out.
constexpr std::size_t longest_filled_gap = 1;

void append_number(std::string& out, std::size_t number, const SnippetStyle& style) {
    paint(out, TextInk::gutter, fmt::format("{:>{}} {}", number, style.digits, glyphs(style.text.ascii).gutter),
          style.text.colour);
}

void append_gutter(std::string& out, const SnippetStyle& style) {
    out += std::string(style.digits + 1, ' ');
    paint(out, TextInk::gutter, glyphs(style.text.ascii).gutter, style.text.colour);
}

/// Appends the text after a gutter; trailing blanks would only be noise in a log.
void append_rest(std::string& out, std::string rest) {
    const std::size_t last = rest.find_last_not_of(' ');
    rest.resize(last == std::string::npos ? 0 : last + 1);
    if (!rest.empty()) out += ' ';
    out += rest;
    out += '\n';
}

struct SourceLine {
    std::size_t number = 1;
    std::string_view text;
    Hidden hidden;
};

SourceLine line_of(const File& file, std::size_t number, const Masks& masks) {
    const std::string_view text = file.line(number);
    const std::size_t begin = file.line_begin(number);
    return {number, text, masks.within(file, begin, begin + text.size())};
}

/// The bars beside a line without number.
void draw_gap(std::string& out, const Canvas& canvas, const SnippetStyle& style) {
    std::string row;
    begin_row(canvas).append_to(row, style.text.colour);
    paint(out, TextInk::gutter, "...", style.text.colour);
    if (!row.empty()) out += std::string(style.digits, ' ') + row;
    out += '\n';
}

void draw_rows(std::string& out, const std::vector<Row>& rows, const SnippetStyle& style) {
    for (const Row& row : rows) {
        append_gutter(out, style);
        std::string text;
        row.append_to(text, style.text.colour);
        append_rest(out, std::move(text));
    }
}

void draw_text(std::string& out, std::size_t number, std::span<const LineAnchor> anchors, const Excerpt& excerpt,
               Canvas& canvas, const SnippetStyle& style) {
    Row margin = begin_row(canvas);
    for (const LineAnchor& anchor : anchors) {
        if (!anchor.with_line) continue;
        const TextInk ink = ink_of(anchor, canvas);
        margin.put(anchor.bar * bar_width, canvas.glyph.top, ink);
        canvas.bars[anchor.bar] = ink;
    }
    margin.end_with(canvas.margin, excerpt.text, TextInk::plain);
    append_number(out, number, style);
    std::string text;
    margin.append_to(text, style.text.colour);
    append_rest(out, std::move(text));
}

/// How many of the anchors at the front of `anchors` can be drawn under one excerpt.
std::size_t count_together(std::string_view line, std::span<const LineAnchor> anchors, const Canvas& canvas) {
    std::size_t end = anchors.front().end;
    std::size_t count = 1;
    while (count < anchors.size()) {
        const std::size_t wider = std::max(end, std::min(anchors[count].end, line.size()));
        if (!fits_together(line, anchors.front().begin, wider, canvas.room, canvas.ascii)) break;
        end = wider;
        ++count;
    }
    return count;
}

Excerpt cut_around(const SourceLine& line, std::span<const LineAnchor> anchors, const Canvas& canvas) {
    std::size_t end = 0;
    std::size_t label_width = 0;
    for (const LineAnchor& anchor : anchors) {
        if (anchor.end >= end) label_width = display_width(visible(anchor.message, canvas.ascii));
        end = std::max(end, anchor.end);
    }
    return cut_line(line.text, line.hidden, anchors.front().begin, end, label_width, canvas.room, canvas.ascii);
}

/// A line that is too long for all its anchors is shown more than once.
void draw_line(std::string& out, const SourceLine& line, std::span<const LineAnchor> anchors, Canvas& canvas,
               const SnippetStyle& style) {
    const Excerpt front = cut_line(line.text, line.hidden, 0, 0, 0, canvas.room, canvas.ascii);
    if (anchors.empty()) draw_text(out, line.number, anchors, front, canvas, style);
    while (!anchors.empty()) {
        const std::size_t count = front.whole ? anchors.size() : count_together(line.text, anchors, canvas);
        const Excerpt excerpt = front.whole ? front : cut_around(line, anchors.first(count), canvas);
        draw_text(out, line.number, anchors.first(count), excerpt, canvas, style);
        draw_rows(out, draw_anchors(anchors.first(count), excerpt, canvas), style);
        anchors = anchors.subspan(count);
    }
}

} // namespace

void append_empty_line(std::string& out, const SnippetStyle& style) {
    append_gutter(out, style);
    out += '\n';
}

void append_snippet(std::string& out, const Block& block, const Masks& masks, const SnippetStyle& style) {
    constexpr std::size_t least_room = 20;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    Anchors anchors = anchors_of(block);
    const std::size_t margin = anchors.bars * bar_width;
    const std::size_t taken = style.digits + 3 + margin;
    Canvas canvas{glyphs(style.text.ascii),
                  style.text.ascii,
                  style.primary,
                  margin,
                  std::max(least_room, style.text.width > taken ? style.text.width - taken : 0),
                  {}};
    canvas.bars.resize(anchors.bars);
    append_empty_line(out, style);
    std::size_t previous = 0;
    for (auto& [number, here] : anchors.by_line) {
        if (previous != 0 && number - previous - 1 > longest_filled_gap)
            draw_gap(out, canvas, style);
        else if (previous != 0)
            for (std::size_t between = previous + 1; between < number; ++between)
                draw_line(out, line_of(*block.file, between, masks), {}, canvas, style);
        SourceLine line = line_of(*block.file, number, masks);
        if (number == 1 && line.text.starts_with(byte_order_mark)) {
            line.text.remove_prefix(byte_order_mark.size());
            line.hidden.origin += byte_order_mark.size();
            for (LineAnchor& anchor : here) {
                anchor.begin -= std::min(anchor.begin, byte_order_mark.size());
                anchor.end -= std::min(anchor.end, byte_order_mark.size());
            }
        }
        draw_line(out, line, here, canvas, style);
        previous = number;
    }
}

} // namespace planc
