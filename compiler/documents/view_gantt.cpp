// The chart as a Mermaid diagram that fits into a document.
#include "documents/view_sections.h"

#include <algorithm>

namespace planc {

namespace {

constexpr std::size_t most_rows = 120;     // beyond that nobody reads it
constexpr std::size_t most_bytes = 45'000; // Mermaid refuses diagrams over 50,000 characters

Chart only_groups(Chart chart) {
    std::erase_if(chart.rows, [](const ChartRow& row) { return row.depth > 0; });
    chart.arrows.clear();
    return chart;
}

Value diagram(const Chart& chart) {
    if (chart.rows.empty() || chart.rows.size() > most_rows) return {};
    const std::string drawn = draw_mermaid(chart);
    // Nothing in it may end the fence it stands in.
    if (drawn.size() > most_bytes || drawn.find("```") != std::string::npos) return {};
    return ReadyMarkdown{drawn.substr(0, drawn.find_last_not_of('\n') + 1)};
}

} // namespace

bool has_dates(const Chart& chart) {
    return std::any_of(chart.rows.begin(), chart.rows.end(), [](const ChartRow& row) { return row.dated; });
}

Chart chart_for_page(const Chart& chart) { return chart.rows.size() > most_rows ? only_groups(chart) : chart; }

Value gantt_value(const Chart& chart) {
    return chart.rows.size() > most_rows ? diagram(only_groups(chart)) : diagram(chart);
}

} // namespace planc
