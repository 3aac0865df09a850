// The signs and cells a chart in a terminal is made of.
#pragma once

#include "gantt/chart.h"

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// Every sign is one cell wide.
struct TextSigns {
    std::string_view done; ///< the part of a bar that is done
    std::string_view rest;
    std::string_view critical; ///< the rest of a critical bar
    std::string_view cancelled;
    std::string_view group_begin;
    std::string_view group;
    std::string_view group_end;
    std::string_view milestone;
    std::string_view slack;
    std::string_view actual;
    std::string_view non_working;
    std::string_view freeze;
    std::string_view as_of;
    std::string_view axis;
    std::string_view tick;
    std::string_view check;    ///< before the name of what is done
    std::string_view rises[8]; ///< stages, from few users to all
};

const TextSigns& text_signs(bool ascii);

using Cells = std::vector<std::string_view>;

/// The time scale in cells.
class TextGrid {
public:
    TextGrid(const Chart& chart, std::size_t cells);

    std::size_t size() const { return cells_; }
    /// The cell a moment lies in, within the grid.
    std::size_t cell(LocalTime time) const;
    /// Where a span begins: at the nearest edge of a cell, so that spans that meet in time meet here.
    std::size_t first_cell(LocalTime begin) const;
    /// The cell behind a span that ends then; more than `first`.
    std::size_t end_cell(std::size_t first, LocalTime end) const;
    /// Days off, freezes and the chart's line, as they are seen behind the rows.
    Cells background(const TextSigns& signs) const;
    /// Ticks: a line of names each for large and small units, then the line they stand on.
    std::vector<std::string> axis(const TextSigns& signs) const;

private:
    LocalTime time_of(std::size_t cell, int halves) const;
    std::size_t nearest_edge(LocalTime time) const;
    std::vector<const ChartTick*> ticks(bool major) const;
    std::vector<const ChartTick*> shown_ticks(bool& short_names) const;
    /// Whether their names stand beside one another.
    bool fit(const std::vector<const ChartTick*>& ticks, bool short_names) const;

    const Chart& chart_;
    std::size_t cells_;
};

/// One after the other, without blanks at the end.
std::string joined(const Cells& cells);

/// text_legend.cpp: without the blanks at its end, and with a line break.
void put_line(std::string& out, std::string line);
void put_text_legend(std::string& out, const Chart& chart, std::size_t width, const TextSigns& signs);

} // namespace planc
