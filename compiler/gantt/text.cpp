// The chart as lines of a terminal: names and dates at the left, bars of block characters at the right.
#include "gantt/chart.h"
#include "gantt/lettering.h"
#include "gantt/text_grid.h"
#include "gantt/wording.h"
#include "source/width.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t mark_width = 3; ///< status, critical, a blank
constexpr std::size_t most_label_lines = 4;
constexpr std::size_t most_title_lines = 4;

struct TextColumns {
    std::size_t all = 0;
    std::size_t label = 0;
    std::size_t dates = 0;
    std::size_t plot = 0;

    std::size_t plot_at() const { return mark_width + label + gap + dates + gap; }
};

std::size_t indent_of(const ChartRow& row, std::size_t label_width) {
    return std::min(2 * static_cast<std::size_t>(std::max(row.depth, 0)), label_width / 3);
}

std::string name_of(const ChartRow& row) {
    std::string name = printable(row.label);
    return name.empty() ? printable(row.id) : name;
}

std::string planned_text(const ChartRow& row, const Chart& chart) {
    if (row.kind == BarKind::heading) return {};
    return row.dated ? dates_text(row, chart) : std::string(wording(chart.language).no_date);
}

std::string happened_text(const ChartRow& row, const Chart& chart) {
    if (!row.actual || row.kind == BarKind::heading) return {};
    return fmt::format("{} {}", wording(chart.language).actual, actual_text(*row.actual, chart));
}

/// Names get what they need up to a third, dates up to a quarter; bars the rest.
TextColumns choose_columns(const Chart& chart, int columns) {
    TextColumns widths;
    widths.all = static_cast<std::size_t>(std::clamp(columns, 60, 200));
    std::size_t label = 8;
    std::size_t dates = 0;
    for (const ChartRow& row : chart.rows) {
        label = std::max(label, 2 * static_cast<std::size_t>(std::max(row.depth, 0)) + display_width(name_of(row)));
        dates = std::max({dates, display_width(planned_text(row, chart)), display_width(happened_text(row, chart))});
    }
    widths.label = std::min(label, widths.all / 3);
    widths.dates = std::min(dates, widths.all * 11 / 50);
    widths.plot = widths.all - widths.plot_at();
    return widths;
}

std::string_view mark_of(Status status, const TextSigns& signs) {
    switch (status) {
    case Status::done:
        return signs.check;
    case Status::active:
        return ">";
    case Status::blocked:
        return "!";
    case Status::cancelled:
        return "x";
    case Status::planned:
        break;
    }
    return " ";
}

void put_padded(std::string& line, std::string_view text, std::size_t width) {
    line += text;
    const std::size_t used = display_width(text);
    if (used < width) line.append(width - used, ' ');
}

/// How the row's bar fills its cells, from `first` on.
void put_bar_cells(const ChartRow& row, std::size_t first, std::size_t end, const TextSigns& signs, Cells& cells) {
    const auto fill = [&](std::string_view sign) {
        std::fill(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.begin() + static_cast<std::ptrdiff_t>(end),
                  sign);
    };
    if (row.kind == BarKind::milestone) {
        cells[first] = signs.milestone;
        return;
    }
    if (row.kind == BarKind::group) {
        fill(signs.group);
        if (end - first < 2) return;
        cells[first] = signs.group_begin;
        cells[end - 1] = signs.group_end;
        return;
    }
    if (row.kind == BarKind::stage && row.percent && row.status != Status::cancelled) {
        const double part = std::sqrt(std::clamp(row.percent->last, 0.0, 100.0) / 100);
        return fill(signs.rises[std::clamp(static_cast<int>(std::lround(part * 8)) - 1, 0, 7)]);
    }
    if (row.status == Status::cancelled) return fill(signs.cancelled);
    fill(row.critical ? signs.critical : signs.rest);
    const double done = row.status == Status::done ? 100 : row.progress.value_or(0);
    const auto count = static_cast<std::size_t>(std::lround(static_cast<double>(end - first) * done / 100));
    for (std::size_t i = first; i < first + count; ++i) cells[i] = signs.done;
}

/// Per cent beside the bar, at its right or else at its left; false where neither has room.
bool put_beside(const std::string& text, std::size_t first, std::size_t end, Cells& cells,
                std::vector<std::string>& kept) {
    std::vector<std::string> glyphs;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t bytes = first_grapheme(rest);
        glyphs.emplace_back(rest.substr(0, bytes));
        rest.remove_prefix(bytes);
    }
    const std::size_t size = glyphs.size();
    if (size == 0) return true;
    std::size_t at = end + 1;
    if (at + size > cells.size()) {
        if (first < size + 1) return false;
        at = first - size - 1;
    }
    kept = std::move(glyphs);
    for (std::size_t i = 0; i < size; ++i) cells[at + i] = kept[i];
    return true;
}

struct RowText {
    std::vector<std::string> label;
    std::vector<std::string> dates;
    std::vector<std::string> bars;
};

std::string beside_of(const ChartRow& row) {
    if (row.percent) return percent_text(*row.percent);
    if (row.progress && row.status != Status::done && row.kind != BarKind::milestone)
        return percent_text({*row.progress, *row.progress});
    return {};
}

RowText make_row(const ChartRow& row, const Chart& chart, const TextColumns& widths, const TextGrid& grid,
                 const Cells& background, const TextSigns& signs) {
    RowText out;
    const std::size_t indent = indent_of(row, widths.label);
    for (const std::string& line : wrap_cells_at_most(most_label_lines, name_of(row), widths.label - indent))
        out.label.push_back(std::string(indent, ' ') + line);
    std::string dates = planned_text(row, chart);
    if (row.dated && row.kind != BarKind::heading) {
        Cells cells = background;
        const bool day_end = row.kind == BarKind::milestone && row.whole_days;
        const std::size_t first = day_end ? grid.cell(row.end - minutes{1}) : grid.first_cell(row.begin);
        const std::size_t end = row.kind == BarKind::milestone ? first + 1 : grid.end_cell(first, row.end);
        if (row.slack > 0 && row.kind != BarKind::group && row.kind != BarKind::milestone && row.end < chart.end) {
            const LocalTime until =
                row.slack < (chart.end - row.end).count() ? row.end + minutes{row.slack} : chart.end;
            for (std::size_t i = end; i < grid.end_cell(first, until); ++i) cells[i] = signs.slack;
        }
        put_bar_cells(row, first, end, signs, cells);
        std::vector<std::string> kept;
        if (!put_beside(beside_of(row), first, end, cells, kept)) dates += ' ' + beside_of(row);
        out.bars.push_back(joined(cells));
    }
    if (!dates.empty()) out.dates = wrap_cells_at_most(3, dates, widths.dates);
    if (row.actual && row.kind != BarKind::heading) {
        const std::size_t planned_lines = std::max(out.dates.size(), std::size_t{1});
        for (std::string& line : wrap_cells_at_most(3, happened_text(row, chart), widths.dates))
            out.dates.push_back(std::move(line));
        while (out.bars.size() < planned_lines) out.bars.push_back(joined(background));
        Cells cells = background;
        const std::size_t first = grid.first_cell(row.actual->begin);
        const bool open = !row.actual->end;
        const LocalTime until =
            row.actual->end.value_or(std::max(chart.as_of.value_or(row.actual->begin), row.actual->begin));
        const std::size_t end = grid.end_cell(first, until);
        for (std::size_t i = first; i < end; ++i) cells[i] = signs.actual;
        if (open) cells[end < cells.size() ? end : end - 1] = ">";
        out.bars.push_back(joined(cells));
    }
    return out;
}

void put_row(std::string& out, const ChartRow& row, const RowText& text, const TextColumns& widths,
             const std::string& background, const TextSigns& signs) {
    const std::size_t lines = std::max({text.label.size(), text.dates.size(), text.bars.size(), std::size_t{1}});
    for (std::size_t i = 0; i < lines; ++i) {
        std::string line;
        if (i == 0 && row.kind != BarKind::group && row.kind != BarKind::heading)
            line.append(mark_of(row.status, signs)).append(row.critical && row.dated ? "* " : "  ");
        else
            line.append(mark_width, ' ');
        put_padded(line, i < text.label.size() ? text.label[i] : std::string(), widths.label + gap);
        put_padded(line, i < text.dates.size() ? text.dates[i] : std::string(), widths.dates + gap);
        line += i < text.bars.size() ? text.bars[i] : background;
        put_line(out, std::move(line));
    }
}

void put_head(std::string& out, const Chart& chart, const TextColumns& widths, const TextGrid& grid,
              const TextSigns& signs) {
    std::string title = printable(chart.title);
    if (title.empty()) title = wording(chart.language).gantt;
    for (std::string& line : wrap_cells_at_most(most_title_lines, title, widths.all)) put_line(out, std::move(line));
    put_line(out, range_text(chart));
    out += '\n';
    if (chart.as_of && chart.begin < chart.end && chart.begin <= *chart.as_of && *chart.as_of <= chart.end) {
        const std::string text = as_of_text(chart);
        const std::size_t place = widths.plot_at() + grid.cell(*chart.as_of);
        const std::size_t width = display_width(text);
        put_line(out, std::string(std::min(place, widths.all - std::min(width, widths.all)), ' ') + text);
    }
    for (const std::string& line : grid.axis(signs)) put_line(out, std::string(widths.plot_at(), ' ') + line);
}

} // namespace

std::string draw_text(const Chart& chart, int columns, bool ascii) {
    const TextSigns& signs = text_signs(ascii);
    const TextColumns widths = choose_columns(chart, columns);
    const TextGrid grid(chart, widths.plot);
    const Cells background = grid.background(signs);
    const std::string blank = joined(background);
    std::string out;
    put_head(out, chart, widths, grid, signs);
    for (const ChartRow& row : chart.rows)
        put_row(out, row, make_row(row, chart, widths, grid, background, signs), widths, blank, signs);
    put_text_legend(out, chart, widths.all, signs);
    out.erase(out.find_last_not_of('\n') + 1);
    out += '\n';
    return out;
}

} // namespace planc
