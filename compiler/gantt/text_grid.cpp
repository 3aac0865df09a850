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

std::size_t TextGrid::nearest_edge(LocalTime time) const {
    const std::int64_t length = (chart_.end - chart_.begin).count();
    if (length <= 0) return 0;
    const std::int64_t offset = std::clamp<std::int64_t>((time - chart_.begin).count(), 0, length);
    return static_cast<std::size_t>((2 * offset * static_cast<std::int64_t>(cells_) + length) / (2 * length));
}

std::size_t TextGrid::first_cell(LocalTime begin) const { return std::min(nearest_edge(begin), cells_ - 1); }

std::size_t TextGrid::end_cell(std::size_t first, LocalTime end) const {
    return std::min(std::max(first + 1, nearest_edge(end)), cells_);
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

std::vector<const ChartTick*> TextGrid::ticks(bool major) const {
    std::vector<const ChartTick*> found;
    for (const ChartTick& tick : chart_.ticks)
        if (tick.major == major && chart_.begin <= tick.at && tick.at < chart_.end) found.push_back(&tick);
    return found;
}

bool TextGrid::fit(const std::vector<const ChartTick*>& ticks, bool short_names) const {
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i) {
        const std::string& name = short_names ? ticks[i]->short_label : ticks[i]->label;
        if (cell(ticks[i]->at) + display_width(name) >= cell(ticks[i + 1]->at)) return false;
    }
    return true;
}

/// Every one if they fit, else every second, third or so, so that they stand in regular distances.
std::vector<const ChartTick*> TextGrid::shown_ticks(bool& short_names) const {
    const std::vector<const ChartTick*> all = ticks(false);
    for (std::size_t every = 1; every <= all.size(); ++every) {
        const std::int64_t clock = chart_.unit == ScaleUnit::quarter_hour ? 15 * chart_.step : 60 * chart_.step;
        const bool by_clock = chart_.unit < ScaleUnit::day;
        if (by_clock && minutes_per_day % (clock * static_cast<std::int64_t>(every)) != 0) continue;
        std::vector<const ChartTick*> some;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto midnight = std::chrono::floor<std::chrono::days>(all[i]->at);
            const std::int64_t number =
                by_clock ? (all[i]->at - midnight).count() / clock : static_cast<std::int64_t>(i);
            if (number % static_cast<std::int64_t>(every) == 0) some.push_back(all[i]);
        }
        short_names = false;
        if (fit(some, false)) return some;
        short_names = true;
        if (every == 1 && fit(some, true)) return some;
    }
    return {};
}

std::vector<std::string> TextGrid::axis(const TextSigns& signs) const {
    if (chart_.begin >= chart_.end) return {};
    const auto names = [&](const std::vector<const ChartTick*>& shown, bool short_names) {
        std::string line;
        std::size_t at = 0;
        for (const ChartTick* tick : shown) {
            const std::string& name = short_names ? tick->short_label : tick->label;
            const std::size_t place = cell(tick->at);
            const std::size_t width = display_width(name);
            if ((at > 0 && place < at + 1) || place + width > cells_) continue;
            line.append(place - at, ' ').append(name);
            at = place + width;
        }
        return line;
    };
    const std::vector<const ChartTick*> large = ticks(true);
    bool short_names = false;
    const std::vector<const ChartTick*> small = shown_ticks(short_names);
    std::vector<std::string> lines;
    if (!large.empty()) lines.push_back(names(large, !fit(large, false)));
    lines.push_back(names(small, short_names));
    Cells rule(cells_, signs.axis);
    for (const std::vector<const ChartTick*>& shown : {large, small})
        for (const ChartTick* tick : shown) rule[cell(tick->at)] = signs.tick;
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
