// The chart as a document of its own: its pages, then its facts as a table.
#include "print/print.h"

#include "documents/escape.h"
#include "documents/marks.h"
#include "gantt/table.h"
#include "gantt/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

/// Those that say something of any row. How deep a row is, is said by its letters.
std::vector<std::size_t> columns_of(const ChartTable& table) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < chart_columns; ++column) {
        const bool empty = std::all_of(table.rows.begin(), table.rows.end(),
                                       [column](const auto& row) { return row[column].empty(); });
        const bool asked = column == static_cast<std::size_t>(ChartColumn::what);
        if ((!empty || asked) && column != static_cast<std::size_t>(ChartColumn::depth)) columns.push_back(column);
    }
    return columns;
}

std::string markdown_table(const Chart& chart) {
    const ChartTable table = chart_table(chart);
    const std::vector<std::size_t> columns = columns_of(table);
    std::string out = "|";
    for (const std::size_t column : columns) out += fmt::format(" {} |", escape_markdown(table.header[column]));
    out += "\n|";
    for (std::size_t i = 0; i < columns.size(); ++i) out += " :-- |";
    out += '\n';
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        out += '|';
        for (const std::size_t column : columns) {
            const std::string text = escape_markdown(table.rows[row][column]);
            const bool strong = column == static_cast<std::size_t>(ChartColumn::what) && chart.rows[row].depth == 0;
            out += strong && !text.empty() ? fmt::format(" **{}** |", text) : fmt::format(" {} |", text);
        }
        out += '\n';
    }
    return out;
}

} // namespace

std::variant<std::string, PrintError> draw_chart_pdf(const Page& about, const Chart& chart, const Theme& theme,
                                                     Paper paper, std::optional<std::int64_t> created) {
    Page page = about;
    page.chart = &chart;
    const std::string title = escape_markdown(chart.title);
    page.markdown =
        fmt::format("{}\n\n{}\n\n{}\n\n## {}\n\n{}", mark("wide"), mark("chart"), mark("page"),
                    title.empty() ? std::string(wording(chart.language).gantt) : title, markdown_table(chart));
    return draw_pdf(page, theme, paper, created);
}

} // namespace planc
