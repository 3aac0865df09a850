// Writes a chart as a Mermaid `gantt` diagram.
#include "gantt/lettering.h"
#include "gantt/wording.h"

#include "source/utf8.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

/// Signs that mean something to Mermaid, to the HTML it makes or to the Markdown around it; each has a wide twin that
/// does not.
constexpr std::string_view meaningful = ":;#%<>&\"`";
constexpr std::array<std::string_view, 9> twins{"：", "；", "＃", "％", "＜", "＞", "＆", "＂", "＇"};

/// Words Mermaid reads as its own where a line begins with them, whatever follows.
constexpr std::array<std::string_view, 17> keywords{
    "gantt",   "title",    "section",  "dateformat", "axisformat", "tickinterval", "todaymarker", "inclusiveenddates",
    "topaxis", "excludes", "includes", "weekday",    "weekend",    "click",        "href",        "call",
    "acc"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_like_a_statement(std::string_view text) {
    if (!text.empty() && text[0] >= '0' && text[0] <= '9') return true; // a date
    return std::any_of(keywords.begin(), keywords.end(), [&](std::string_view keyword) {
        return text.size() >= keyword.size() &&
               std::equal(keyword.begin(), keyword.end(), text.begin(), [](char a, char b) { return a == lower(b); });
    });
}

std::string harmless(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        const std::size_t index = meaningful.find(c);
        if (index == std::string_view::npos)
            out += c;
        else
            out += twins[index];
    }
    return out;
}

/// The name of a task, at the beginning of its line.
std::string task_name(const ChartRow& row) {
    std::string name = harmless(row.label);
    if (name.empty()) name = harmless(row.id);
    if (name.empty()) name = "–";
    // An invisible character is no part of any keyword.
    if (begins_like_a_statement(name)) name.insert(0, "\xE2\x80\x8B");
    return name;
}

std::string section_name(const ChartRow& row) {
    std::string name = harmless(row.label);
    if (name.empty()) name = harmless(row.id);
    return name.empty() ? "–" : name;
}

std::string_view axis_format(const Chart& chart) {
    const bool chinese = chart.language == Language::zh_cn;
    switch (chart.unit) {
    case ScaleUnit::quarter_hour:
    case ScaleUnit::hour:
        return "%H:%M";
    case ScaleUnit::day:
    case ScaleUnit::week:
        return chinese ? "%-m月%-d日" : "%-d %b";
    case ScaleUnit::month:
    case ScaleUnit::quarter:
        return chinese ? "%Y年%-m月" : "%b %Y";
    case ScaleUnit::year:
        break;
    }
    return chinese ? "%Y年" : "%Y";
}

/// Few enough ticks for the narrow page Mermaid draws on.
std::string tick_interval(const Chart& chart) {
    const std::int64_t length = std::max<std::int64_t>(1, (chart.end - chart.begin).count());
    struct Interval {
        std::int64_t length;
        std::string_view name;
    };
    constexpr std::array<Interval, 12> intervals{{{15, "15minute"},
                                                  {30, "30minute"},
                                                  {60, "1hour"},
                                                  {120, "2hour"},
                                                  {360, "6hour"},
                                                  {1440, "1day"},
                                                  {2 * 1440, "2day"},
                                                  {7 * 1440, "1week"},
                                                  {14 * 1440, "2week"},
                                                  {30 * 1440, "1month"},
                                                  {91 * 1440, "3month"},
                                                  {365 * 1440, "12month"}}};
    for (const Interval& interval : intervals)
        if (length / interval.length <= 12) return std::string(interval.name);
    return fmt::format("{}month", (length / (365 * minutes_per_day) / 12 + 1) * 12);
}

std::string tags(const ChartRow& row, bool milestone) {
    std::string text;
    if (milestone) text += "milestone, ";
    if (row.critical) text += "crit, ";
    if (row.status == Status::done) text += "done, ";
    if (row.status == Status::active) text += "active, ";
    return text;
}

void add_task(std::string& out, const ChartRow& row) {
    const bool milestone = row.kind == BarKind::milestone || row.begin >= row.end;
    out += fmt::format("    {} :{}", task_name(row), tags(row, milestone));
    if (!milestone) {
        out += fmt::format("{}, {}\n", format_local(row.begin), format_local(row.end));
    } else if (row.kind == BarKind::milestone && row.whole_days) {
        // Mermaid puts the diamond in the middle of its span: noon of the day that ends here.
        out += fmt::format("{}, 1d\n", format_local(row.end - minutes{minutes_per_day}));
    } else {
        out += fmt::format("{}, 0d\n", format_local(row.begin));
    }
}

} // namespace

std::string draw_mermaid(const Chart& chart) {
    std::string title = harmless(chart.title);
    if (title.empty()) title = wording(chart.language).gantt;
    std::string out = fmt::format("gantt\n    title {}\n    dateFormat YYYY-MM-DD HH:mm\n    axisFormat {}\n", title,
                                  axis_format(chart));
    if (chart.begin < chart.end) out += fmt::format("    tickInterval {}\n", tick_interval(chart));
    if (chart.unit == ScaleUnit::week) out += "    weekday monday\n";
    out += "    todayMarker off\n";
    for (const ChartRow& row : chart.rows) {
        if (row.depth == 0 && row.kind != BarKind::milestone) out += fmt::format("    section {}\n", section_name(row));
        if (row.kind == BarKind::heading || (row.kind == BarKind::group && row.depth == 0 && row.dated)) continue;
        if (row.dated)
            add_task(out, row);
        else
            out += fmt::format("    %% {} {}\n", wording(chart.language).no_date, harmless(row.label));
    }
    return out;
}

} // namespace planc
