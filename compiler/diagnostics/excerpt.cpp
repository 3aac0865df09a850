// Lays a neighbourhood of the interesting bytes out in cells and takes the part that fits.
#include "diagnostics/excerpt.h"

#include "diagnostics/paint.h"
#include "diagnostics/visible.h"
#include "source/width.h"

#include <algorithm>

namespace planc {
namespace {

/// More bytes than this for a cell are not worth reading: a Chinese character has three in two.
constexpr std::size_t bytes_per_cell = 8;

/// Part of a line, character by character.
struct Strip {
    std::string text;
    std::vector<Stop> stops;          // as in an excerpt
    std::vector<std::size_t> text_at; // where in `text` the character of the same stop begins
    bool cut_before = false;
    bool cut_after = false;

    std::size_t width() const { return stops.back().column; }
    /// The first character that begins at or after a column.
    std::size_t at_or_after(std::size_t column) const {
        const auto found = std::lower_bound(stops.begin(), stops.end(), column,
                                            [](const Stop& stop, std::size_t value) { return stop.column < value; });
        return std::min(static_cast<std::size_t>(found - stops.begin()), stops.size() - 1);
    }
    /// The last character boundary at or before a column.
    std::size_t at_or_before(std::size_t column) const {
        const auto found = std::upper_bound(stops.begin(), stops.end(), column,
                                            [](std::size_t value, const Stop& stop) { return value < stop.column; });
        return static_cast<std::size_t>(found - stops.begin()) - 1;
    }
};

std::size_t character_begin(std::string_view line, std::size_t byte) {
    for (int back = 0; back < 3 && byte > 0 && byte < line.size(); ++back, --byte)
        if ((static_cast<unsigned char>(line[byte]) & 0xC0U) != 0x80U) break;
    return byte;
}

/// Appends the first character of `text`, or as many signs as it has cells.
Shown append_character(std::string& out, std::string_view text, bool hide, bool ascii) {
    if (!hide) return append_visible(out, text, ascii);
    std::string unseen;
    const Shown shown = append_visible(unseen, text, ascii);
    for (std::size_t cell = 0; cell < shown.width; ++cell) out += glyphs(ascii).mask;
    return shown;
}

/// Bytes [from, to) of `line`, or fewer: enough of them to fill `room` cells from byte `begin` on.
Strip lay_out(std::string_view line, const Hidden& hidden, std::size_t from, std::size_t begin, std::size_t to,
              std::size_t room, bool ascii) {
    Strip strip;
    strip.cut_before = from > 0;
    auto masked = std::partition_point(hidden.ranges.begin(), hidden.ranges.end(),
                                       [&](const ByteRange& range) { return range.end <= hidden.origin + from; });
    const std::size_t expected = std::min(to - from, 2 * room) + 1;
    strip.text.reserve(expected);
    strip.stops.reserve(expected);
    strip.text_at.reserve(expected);
    std::size_t column = 0;
    std::size_t enough = std::string_view::npos;
    const auto stop_here = [&] {
        strip.stops.push_back({from, column});
        strip.text_at.push_back(strip.text.size());
    };
    while (from < to && column < enough) {
        stop_here();
        if (from >= begin && enough == std::string_view::npos) enough = column + room + 1;
        if (line[from] == '\t') {
            strip.text += "    ";
            column += 4;
            ++from;
            continue;
        }
        if (masked != hidden.ranges.end() && masked->end <= hidden.origin + from) ++masked;
        const bool hide = masked != hidden.ranges.end() && masked->begin <= hidden.origin + from;
        const Shown shown = append_character(strip.text, line.substr(from), hide, ascii);
        column += shown.width;
        from += shown.bytes;
    }
    stop_here();
    strip.cut_after = from < line.size();
    return strip;
}

Excerpt take(const Strip& strip, std::size_t first, std::size_t last, bool ascii) {
    const std::string_view ellipsis = glyphs(ascii).ellipsis;
    const std::size_t ellipsis_width = display_width(ellipsis);
    Excerpt excerpt;
    const bool cut_left = strip.cut_before || first > 0;
    const bool cut_right = strip.cut_after || last + 1 < strip.stops.size();
    excerpt.whole = !cut_left && !cut_right;
    const std::size_t shift = cut_left ? ellipsis_width : 0;
    if (cut_left) excerpt.text += ellipsis;
    excerpt.text +=
        std::string_view(strip.text).substr(strip.text_at[first], strip.text_at[last] - strip.text_at[first]);
    if (cut_right) excerpt.text += ellipsis;
    excerpt.stops.reserve(last - first + 1);
    for (std::size_t index = first; index <= last; ++index)
        excerpt.stops.push_back(
            {strip.stops[index].byte, strip.stops[index].column - strip.stops[first].column + shift});
    excerpt.width = excerpt.stops.back().column + (cut_right ? ellipsis_width : 0);
    return excerpt;
}

/// Columns of a strip, without the ellipses around them.
struct Window {
    std::size_t begin = 0;
    std::size_t width = 0;
};

/// The part of a strip to show: its beginning if the place is near it, else what lies around the place.
Window choose_window(const Strip& strip, std::size_t place_begin, std::size_t place_width, std::size_t label_width,
                     std::size_t room, bool ascii) {
    const std::size_t ellipsis = display_width(glyphs(ascii).ellipsis);
    const std::size_t between = room - 2 * ellipsis;
    // Some of the room is kept for the label, which stands to the right of the place, and some for a lead-in.
    const std::size_t spare = place_width < between ? between - place_width : 0;
    const std::size_t label_room = std::min(label_width + 1, spare * 2 / 3);
    const std::size_t wanted = place_width + label_room;
    if (!strip.cut_before && place_begin + wanted <= room - ellipsis) return {0, room - ellipsis};
    const std::size_t before =
        std::max((spare - label_room) / 2, spare == 0 ? std::min<std::size_t>(between / 8, 8) : 0);
    const std::size_t begin = place_begin > before ? place_begin - before : 0;
    const std::size_t end = strip.cut_after ? strip.width() + room : std::max(strip.width(), place_begin + wanted);
    if (begin + between >= end) return {end > room - ellipsis ? end - (room - ellipsis) : 0, room - ellipsis};
    if (begin <= ellipsis && !strip.cut_before) return {0, room - ellipsis};
    return {begin, between};
}

} // namespace

Excerpt cut_line(std::string_view line, const Hidden& hidden, std::size_t begin, std::size_t end,
                 std::size_t label_width, std::size_t room, bool ascii) {
    begin = std::min(begin, line.size());
    end = std::clamp(end, begin, line.size());
    const std::size_t reach = room * bytes_per_cell;
    const std::size_t from = line.size() <= reach || begin <= reach ? 0 : character_begin(line, begin - reach);
    const Strip strip = lay_out(line, hidden, from, begin, std::min(line.size(), begin + reach), room, ascii);
    // A caret after the end takes a cell too.
    if (!strip.cut_before && !strip.cut_after && strip.width() < room)
        return take(strip, 0, strip.stops.size() - 1, ascii);

    const auto column_at = [&](std::size_t byte) {
        const auto found = std::lower_bound(strip.stops.begin(), strip.stops.end(), byte,
                                            [](const Stop& stop, std::size_t value) { return stop.byte < value; });
        return found == strip.stops.end() ? strip.width() : found->column;
    };
    const std::size_t place_begin = column_at(begin);
    const std::size_t place_width = std::max<std::size_t>(column_at(end) - place_begin, 1);
    const Window window = choose_window(strip, place_begin, place_width, label_width, room, ascii);
    const std::size_t first = window.begin == 0 ? 0 : strip.at_or_after(window.begin);
    const std::size_t last = strip.at_or_before(strip.stops[first].column + window.width);
    return take(strip, first, std::max(first, last), ascii);
}

Columns columns_of(const Excerpt& excerpt, std::size_t begin, std::size_t end) {
    const auto& stops = excerpt.stops;
    const auto past = std::upper_bound(stops.begin(), stops.end(), begin,
                                       [](std::size_t value, const Stop& stop) { return value < stop.byte; });
    const std::size_t first = past == stops.begin() ? 0 : std::prev(past)->column;
    const auto stop = std::lower_bound(stops.begin(), stops.end(), end,
                                       [](const Stop& s, std::size_t value) { return s.byte < value; });
    const std::size_t last = stop == stops.end() ? excerpt.width : stop->column;
    return {first, std::max(first + 1, last)};
}

bool fits_together(std::string_view line, std::size_t begin, std::size_t end, std::size_t room, bool ascii) {
    if (end - begin > room * bytes_per_cell) return false;
    const Strip strip = lay_out(line, {}, begin, begin, end, room, ascii);
    return strip.width() + 2 * display_width(glyphs(ascii).ellipsis) + 4 <= room;
}

} // namespace planc
