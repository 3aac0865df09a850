// Rows of the chart as cells of text.
#include "gantt/table.h"

#include "gantt/lettering.h"
#include "gantt/wording.h"

namespace planc {
namespace {

std::string& cell(std::array<std::string, chart_columns>& row, ChartColumn column) {
    return row[static_cast<std::size_t>(column)];
}

std::array<std::string, chart_columns> cells_of(const ChartRow& row, const Chart& chart) {
    std::array<std::string, chart_columns> cells;
    cell(cells, ChartColumn::depth) = std::to_string(row.depth + 1);
    std::string name = printable(row.label);
    cell(cells, ChartColumn::what) = name.empty() ? printable(row.id) : std::move(name);
    if (row.kind == BarKind::heading) return cells;
    const Wording& words = wording(chart.language);
    cell(cells, ChartColumn::owner) = printable(row.owner);
    cell(cells, ChartColumn::begin) = row.dated ? begin_text(row, chart) : std::string(words.no_date);
    if (row.dated && row.kind != BarKind::milestone) cell(cells, ChartColumn::end) = end_text(row, chart);
    cell(cells, ChartColumn::status) = status_text(row.status, chart.language);
    if (row.percent)
        cell(cells, ChartColumn::percent) = percent_text(*row.percent);
    else if (row.progress)
        cell(cells, ChartColumn::percent) = percent_text({*row.progress, *row.progress});
    if (row.dated && row.slack > 0) cell(cells, ChartColumn::slack) = length_text(row.slack, chart.language);
    if (row.dated && row.critical) cell(cells, ChartColumn::critical) = words.yes;
    if (row.actual) cell(cells, ChartColumn::actual) = actual_text(*row.actual, chart);
    return cells;
}

} // namespace

ChartTable chart_table(const Chart& chart) {
    const Wording& words = wording(chart.language);
    ChartTable table{{words.level, words.what, words.owner, words.begin, words.end, words.status, words.percent,
                      words.slack, words.critical, words.actual},
                     {}};
    table.rows.reserve(chart.rows.size());
    for (const ChartRow& row : chart.rows) table.rows.push_back(cells_of(row, chart));
    return table;
}

} // namespace planc
