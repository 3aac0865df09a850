// The chart as a document of its own: its pages, then its rows as a table.
#include "print/print.h"

#include "documents/documents.h"
#include "documents/escape.h"
#include "documents/labels.h"
#include "documents/marks.h"
#include "gantt/lettering.h"
#include "gantt/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

Labels built_in_labels(Language language) {
    Labels labels;
    std::string message;
    std::size_t at = 0;
    if (const std::string* words = Templates().find(fmt::format("labels.{}.json", name(language))))
        read_labels(*words, labels, message, at);
    return labels;
}

std::string cell(std::string_view text) { return escape_markdown(printable(text)); }

std::string slack_of(const ChartRow& row, const Chart& chart) {
    if (row.critical) return fmt::format("**{}**", wording(chart.language).critical);
    return row.slack > 0 ? length_text(row.slack, chart.language) : std::string();
}

std::string table_of(const Chart& chart) {
    const Labels labels = built_in_labels(chart.language);
    const bool actual =
        std::any_of(chart.rows.begin(), chart.rows.end(), [](const ChartRow& row) { return row.actual; });
    const Wording& words = wording(chart.language);
    std::string out = fmt::format("| {} | {} | {} |", labels["title"], labels["owner"], labels["when"]);
    if (actual) out += fmt::format(" {} |", words.actual);
    out += fmt::format(" {} | {} |\n| :-- | :-- | :-- |{} :-- | :-- |\n", labels["status"], words.slack,
                       actual ? " :-- |" : "");
    for (const ChartRow& row : chart.rows) {
        if (row.kind == BarKind::heading) continue;
        const std::string_view strong = row.depth == 0 ? "**" : "";
        const std::string label = cell(row.label);
        out += fmt::format("| {0}{1}{0} | {2} | {3} |", label.empty() ? "" : strong, label, cell(row.owner),
                           cell(row.dated ? dates_text(row, chart) : std::string(words.no_date)));
        if (actual) out += fmt::format(" {} |", row.actual ? cell(actual_text(*row.actual, chart)) : std::string());
        std::string status(status_text(row.status, chart.language));
        if (row.progress && row.status != Status::done)
            status += fmt::format(" {}", percent_text({*row.progress, *row.progress}));
        out += fmt::format(" {} | {} |\n", status, slack_of(row, chart));
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
