// Splits places of several lines into their two ends and gives each a column in the margin.
#include "diagnostics/anchors.h"

#include <algorithm>
#include <array>
#include <optional>

namespace planc {
namespace {

constexpr std::size_t most_bars = 3;

/// The last line drawn so far in each margin column.
using Occupied = std::array<std::size_t, most_bars>;

/// A margin column that is free from the place's first line on; none if all are taken.
std::optional<std::size_t> take_bar(Occupied& occupied, const SnippetPlace& place) {
    const auto found = std::find_if(occupied.begin(), occupied.end(),
                                    [&](std::size_t last_line) { return last_line < place.first_line; });
    if (found == occupied.end()) return std::nullopt;
    *found = place.last_line;
    return static_cast<std::size_t>(found - occupied.begin());
}

LineAnchor anchor_of(const SnippetPlace& place) {
    LineAnchor anchor;
    anchor.primary = place.primary;
    anchor.message = place.message;
    return anchor;
}

/// The part of the place that lies in its first line.
LineAnchor in_first_line(const File& file, const SnippetPlace& place) {
    const std::size_t line_begin = file.line_begin(place.first_line);
    const std::size_t length = file.line(place.first_line).size();
    LineAnchor anchor = anchor_of(place);
    anchor.begin = std::min(place.begin - line_begin, length);
    anchor.end = std::clamp(place.end - line_begin, anchor.begin, length);
    return anchor;
}

LineAnchor opening_of(const File& file, const SnippetPlace& place, std::size_t bar) {
    LineAnchor anchor = in_first_line(file, place);
    anchor.part = Part::opening;
    anchor.end = anchor.begin + 1;
    anchor.message = {};
    anchor.bar = bar;
    anchor.with_line = file.line(place.first_line).find_first_not_of(" \t") >= anchor.begin;
    return anchor;
}

LineAnchor closing_of(const File& file, const SnippetPlace& place, std::size_t bar) {
    LineAnchor anchor = anchor_of(place);
    anchor.part = Part::closing;
    anchor.end = place.end - file.line_begin(place.last_line);
    anchor.begin = anchor.end - 1;
    anchor.bar = bar;
    return anchor;
}

} // namespace

Anchors anchors_of(const Block& block) {
    Anchors anchors;
    Occupied occupied{};
    // Of two places that begin together the longer one lies outside.
    std::vector<SnippetPlace> places = block.places;
    std::stable_sort(places.begin(), places.end(), [](const SnippetPlace& a, const SnippetPlace& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.last_line > b.last_line;
    });
    for (const SnippetPlace& place : places) {
        const std::optional<std::size_t> bar =
            place.several_lines() ? take_bar(occupied, place) : std::optional<std::size_t>();
        if (!bar) {
            anchors.by_line[place.first_line].push_back(in_first_line(*block.file, place));
            continue;
        }
        anchors.bars = std::max(anchors.bars, *bar + 1);
        anchors.by_line[place.first_line].push_back(opening_of(*block.file, place, *bar));
        anchors.by_line[place.last_line].push_back(closing_of(*block.file, place, *bar));
    }
    for (auto& [line, here] : anchors.by_line)
        std::stable_sort(here.begin(), here.end(), [](const LineAnchor& a, const LineAnchor& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
        });
    return anchors;
}

} // namespace planc
