// Times become cells of a terminal line.
#include "gantt/text_grid.h"

#include "gantt/lettering.h"
#include "source/width.h"

#include <algorithm>

namespace planc {
namespace {

constexpr TextSigns blocks{.done = "█",
                           .rest = "░",
                           .critical = "▓",
                           .cancelled = "·",
                           .group_begin = "┏",
                           .group = "━",
                           .group_end = "┓",
                           .milestone = "◆",
                           .slack = "┄",
                           .actual = "▀",
                           .non_working = "·",
                           .freeze = "╱",
                           .as_of = "┊",
                           .axis = "─",
                           .tick = "┬",
                           .check = "✓",
                           .rises = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}};

constexpr TextSigns plain{.done = "#",
                          .rest = "-",
                          .critical = "=",
                          .cancelled = "x",
                          .group_begin = "+",
                          .group = "^",
                          .group_end = "+",
                          .milestone = "o",
                          .slack = "_",
                          .actual = "~",
                          .non_working = ".",
                          .freeze = "/",
                          .as_of = "|",
                          .axis = "-",
                          .tick = "+",
                          .check = "v",
                          .rises = {"%", "%", "%", "%", "%", "%", "%", "%"}};

} // namespace

const TextSigns& text_signs(bool ascii) { return ascii ? plain : blocks; }

TextGrid::TextGrid(const Chart& chart, std::size_t cells) : chart_(chart), cells_(std::max<std::size_t>(cells, 1)) {}

std::size_t TextGrid::cell(LocalTime time) const {
    const std::int64_t length = (chart_.end - chart_.begin).count();
    if (length <= 0) return 0;
    const std::int64_t offset = std::clamp<std::int64_t>((time - chart_.begin).count(), 0, length);
    const auto number = static_cast<std::size_t>(offset * static_cast<std::int64_t>(cells_) / length);
    return std::min(number, cells_ - 1);
}

std::size_t TextGrid::end_cell(std::size_t first, LocalTime end) const {
    const std::int64_t length = (chart_.end - chart_.begin).count();
    if (length <= 0) return first + 1;
    const std::int64_t offset = std::clamp<std::int64_t>((end - chart_.begin).count(), 0, length);
    // To the nearest edge: what follows begins in the next cell where it can.
    const std::int64_t twice = 2 * offset * static_cast<std::int64_t>(cells_) + length;
    return std::min(std::max(first + 1, static_cast<std::size_t>(twice / (2 * length))), cells_);
}

LocalTime TextGrid::time_of(std::size_t cell, int halves) const {
    const std::int64_t length = (chart_.end - chart_.begin).count();
    const auto twice = static_cast<std::int64_t>(2 * cell) + halves;
    return chart_.begin + minutes{length * twice / (2 * static_cast<std::int64_t>(cells_))};
}

Cells TextGrid::background(const TextSigns& signs) const {
    Cells cells(cells_, " ");
    if (chart_.begin >= chart_.end) return cells;
    for (const BandKind kind : {BandKind::non_working, BandKind::freeze}) {
        for (const ChartBand& band : chart_.bands) {
            if (band.kind != kind || band.end <= chart_.begin || band.begin >= chart_.end) continue;
            // A cell is shaded where its middle is; a freeze is seen however short it is.
            std::size_t first = cell(band.begin);
            if (time_of(first, 1) < band.begin && kind == BandKind::non_working) ++first;
            for (std::size_t i = first; i < cells_; ++i) {
                if (time_of(i, 1) >= band.end && (kind == BandKind::non_working || i > first)) break;
                cells[i] = kind == BandKind::freeze ? signs.freeze : signs.non_working;
            }
        }
    }
    if (chart_.as_of && chart_.begin <= *chart_.as_of && *chart_.as_of <= chart_.end)
        cells[cell(*chart_.as_of)] = signs.as_of;
    return cells;
}

std::string TextGrid::tick_names(bool major) const {
    std::vector<const ChartTick*> ticks;
    for (const ChartTick& tick : chart_.ticks)
        if (tick.major == major && chart_.begin <= tick.at && tick.at < chart_.end) ticks.push_back(&tick);
    bool whole = true; // the long names, if all of them fit
    for (std::size_t i = 0; i < ticks.size() && whole; ++i) {
        const std::size_t next = i + 1 < ticks.size() ? cell(ticks[i + 1]->at) : cells_ + 1;
        whole = cell(ticks[i]->at) + display_width(ticks[i]->label) < next;
    }
    std::string line;
    std::size_t at = 0;
    for (const ChartTick* tick : ticks) {
        const std::string& name = whole || major ? tick->label : tick->short_label;
        const std::size_t place = cell(tick->at);
        const std::size_t width = display_width(name);
        if ((at > 0 && place < at + 1) || place + width > cells_) continue;
        line.append(place - at, ' ').append(name);
        at = place + width;
    }
    return line;
}

std::vector<std::string> TextGrid::axis(const TextSigns& signs) const {
    if (chart_.begin >= chart_.end) return {};
    std::vector<std::string> lines;
    if (std::string names = tick_names(true); !names.empty()) lines.push_back(std::move(names));
    lines.push_back(tick_names(false));
    Cells rule(cells_, signs.axis);
    for (const ChartTick& tick : chart_.ticks)
        if (chart_.begin <= tick.at && tick.at < chart_.end) rule[cell(tick.at)] = signs.tick;
    lines.push_back(joined(rule));
    return lines;
}

std::string joined(const Cells& cells) {
    std::size_t end = cells.size();
    while (end > 0 && cells[end - 1] == " ") --end;
    std::string line;
    for (std::size_t i = 0; i < end; ++i) line += cells[i];
    return line;
}

} // namespace planc
