// The rightmost label stands beside its underline, the others below, joined to their underlines by connectors.
#include "diagnostics/labels.h"

#include "diagnostics/visible.h"
#include "diagnostics/wrap.h"
#include "source/width.h"

#include <algorithm>
#include <string>
#include <utility>

namespace planc {
namespace {

/// A label is not squeezed into fewer columns than this.
constexpr std::size_t least_label = 24;

struct Underline {
    Columns columns; // of the row, margin included
    const LineAnchor* anchor = nullptr;
};

/// A label's lines and the column where they begin.
struct Text {
    std::size_t column = 0;
    std::vector<std::string> lines;
};

std::size_t row_width(const Canvas& canvas) { return canvas.margin + canvas.room; }

std::size_t room_from(std::size_t column, const Canvas& canvas) {
    return row_width(canvas) > column ? row_width(canvas) - column : 0;
}

std::size_t message_width(const LineAnchor& anchor, const Canvas& canvas) {
    return display_width(visible(anchor.message, canvas.ascii));
}

/// Text at `column`, or further left where it would be squeezed against the edge.
Text lay_text(const LineAnchor& anchor, std::size_t column, const Canvas& canvas) {
    const std::size_t wanted = std::min(message_width(anchor, canvas), least_label);
    if (room_from(column, canvas) < wanted) column = row_width(canvas) - std::min(wanted, canvas.room);
    const std::size_t room = room_from(column, canvas);
    return {column, wrap(anchor.message, {room, room}, LineBreaks::shown, canvas.ascii)};
}

bool has_room_beside(const Underline& underline, bool alone, const Canvas& canvas) {
    const std::size_t room = room_from(underline.columns.end + 1, canvas);
    return message_width(*underline.anchor, canvas) <= room || (alone && room >= least_label);
}

Row underline_row(const std::vector<Underline>& underlines, const Canvas& canvas) {
    Row row = begin_row(canvas);
    for (const bool primary : {false, true})
        for (const Underline& underline : underlines)
            if (underline.anchor->primary == primary)
                row.fill(underline.columns.begin, underline.columns.end, primary ? "^" : "-",
                         ink_of(*underline.anchor, canvas));
    return row;
}

/// A row with the connectors of labels still to come.
Row connector_row(std::span<const Underline> waiting, const Canvas& canvas) {
    Row row = begin_row(canvas);
    for (const Underline& underline : waiting)
        row.put(underline.columns.begin, canvas.glyph.connector, ink_of(*underline.anchor, canvas));
    return row;
}

void draw_text(std::vector<Row>& rows, Row first, Text text, TextInk ink, std::span<const Underline> waiting,
               const Canvas& canvas) {
    for (std::string& line : text.lines) {
        first.end_with(text.column, std::move(line), ink);
        rows.push_back(std::move(first));
        first = connector_row(waiting, canvas);
    }
}

/// Underlines of one line with their labels, from right to left.
void draw_underlines(std::vector<Row>& rows, const std::vector<Underline>& underlines, const Canvas& canvas) {
    if (underlines.empty()) return;
    std::vector<Underline> labelled;
    std::size_t rightmost = 0;
    for (const Underline& underline : underlines) {
        rightmost = std::max(rightmost, underline.columns.end);
        if (!underline.anchor->message.empty()) labelled.push_back(underline);
    }
    Row row = underline_row(underlines, canvas);
    const bool beside = !labelled.empty() && labelled.back().columns.end == rightmost &&
                        has_room_beside(labelled.back(), labelled.size() == 1, canvas);
    if (beside) {
        const Underline last = labelled.back();
        labelled.pop_back();
        const std::size_t column = last.columns.end + 1;
        draw_text(rows, std::move(row), lay_text(*last.anchor, column, canvas), ink_of(*last.anchor, canvas), labelled,
                  canvas);
    } else {
        rows.push_back(std::move(row));
    }
    if (!labelled.empty()) rows.push_back(connector_row(labelled, canvas));
    while (!labelled.empty()) {
        const Underline last = labelled.back();
        labelled.pop_back();
        draw_text(rows, connector_row(labelled, canvas), lay_text(*last.anchor, last.columns.begin, canvas),
                  ink_of(*last.anchor, canvas), labelled, canvas);
    }
}

/// The row that joins a bar to a place inside the line.
Row turn_row(const Underline& underline, std::string_view corner, const Canvas& canvas) {
    const TextInk ink = ink_of(*underline.anchor, canvas);
    const std::size_t bar = underline.anchor->bar * 2;
    Row row = begin_row(canvas);
    row.put(bar, corner, ink);
    row.fill(bar + 1, underline.columns.begin, canvas.glyph.horizontal, ink);
    row.fill(underline.columns.begin, underline.columns.end, underline.anchor->primary ? "^" : "-", ink);
    return row;
}

void draw_opening(std::vector<Row>& rows, const Underline& underline, Canvas& canvas) {
    if (underline.anchor->with_line) return;
    rows.push_back(turn_row(underline, canvas.glyph.top_turn, canvas));
    canvas.bars[underline.anchor->bar] = ink_of(*underline.anchor, canvas);
}

void draw_closing(std::vector<Row>& rows, const Underline& underline, Canvas& canvas) {
    const LineAnchor& anchor = *underline.anchor;
    Row row = turn_row(underline, canvas.glyph.bottom, canvas);
    canvas.bars[anchor.bar].reset();
    if (anchor.message.empty()) {
        rows.push_back(std::move(row));
    } else if (has_room_beside(underline, true, canvas)) {
        draw_text(rows, std::move(row), lay_text(anchor, underline.columns.end + 1, canvas), ink_of(anchor, canvas), {},
                  canvas);
    } else {
        rows.push_back(std::move(row));
        draw_text(rows, begin_row(canvas), lay_text(anchor, underline.columns.begin, canvas), ink_of(anchor, canvas),
                  {}, canvas);
    }
}

} // namespace

TextInk ink_of(const LineAnchor& anchor, const Canvas& canvas) {
    return anchor.primary ? canvas.primary : TextInk::secondary;
}

Row begin_row(const Canvas& canvas) {
    Row row;
    for (std::size_t bar = 0; bar < canvas.bars.size(); ++bar)
        if (canvas.bars[bar]) row.put(bar * 2, canvas.glyph.connector, *canvas.bars[bar]);
    return row;
}

std::vector<Row> draw_anchors(std::span<const LineAnchor> anchors, const Excerpt& excerpt, Canvas& canvas) {
    std::vector<Underline> whole;
    std::vector<Underline> openings;
    std::vector<Underline> closings;
    for (const LineAnchor& anchor : anchors) {
        Columns columns = columns_of(excerpt, anchor.begin, anchor.end);
        columns.begin += canvas.margin;
        columns.end += canvas.margin;
        auto& list = anchor.part == Part::whole ? whole : anchor.part == Part::opening ? openings : closings;
        list.push_back({columns, &anchor});
    }
    const auto outer_first = [](const Underline& a, const Underline& b) { return a.anchor->bar < b.anchor->bar; };
    std::stable_sort(openings.begin(), openings.end(), outer_first);
    std::stable_sort(closings.rbegin(), closings.rend(), outer_first);
    std::vector<Row> rows;
    draw_underlines(rows, whole, canvas);
    for (const Underline& opening : openings) draw_opening(rows, opening, canvas);
    for (const Underline& closing : closings) draw_closing(rows, closing, canvas);
    return rows;
}

} // namespace planc
