// The chart as a document of its own: its pages, then its rows as a table.
#include "print/print.h"

#include "documents/escape.h"
#include "documents/marks.h"
#include "gantt/lettering.h"
#include "gantt/table.h"
#include "gantt/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

std::string cell(std::string_view text) { return escape_markdown(printable(text)); }

/// Those in which a row says something; how deep it is the bold letters of groups show.
std::vector<std::size_t> columns_of(const ChartTable& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < chart_columns; ++i) {
        const bool said =
            std::any_of(table.rows.begin(), table.rows.end(), [i](const auto& row) { return !row[i].empty(); });
        if (said && i != static_cast<std::size_t>(ChartColumn::depth)) columns.push_back(i);
    }
    return columns;
}

std::string table_of(const Chart& chart) {
    const ChartTable table = chart_table(chart);
    const std::vector<std::size_t> columns = columns_of(table);
    std::string head = "|";
    std::string rule = "|";
    for (const std::size_t i : columns) {
        head += fmt::format(" {} |", cell(table.header[i]));
        rule += " :-- |";
    }
    std::string out = fmt::format("{}\n{}\n", head, rule);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        out += '|';
        for (const std::size_t i : columns) {
            const std::string text = cell(table.rows[row][i]);
            const bool strong =
                i == static_cast<std::size_t>(ChartColumn::what) && chart.rows[row].depth == 0 && !text.empty();
            out += fmt::format(" {0}{1}{0} |", strong ? "**" : "", text);
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
    const std::string heading = cell(chart.title);
    page.markdown =
        fmt::format("{}\n\n{}\n\n{}\n\n## {}\n\n{}", mark("wide"), mark("chart"), mark("page"),
                    heading.empty() ? std::string(wording(chart.language).gantt) : heading, table_of(chart));
    return draw_pdf(page, theme, paper, created);
}

} // namespace planc
