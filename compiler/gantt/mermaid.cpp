// Writes a chart as a Mermaid `gantt` diagram.
#include "gantt/lettering.h"
#include "gantt/wording.h"

#include "source/width.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_map>

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
std::string task_name(const ChartRow& row, const Chart& chart) {
    std::string name = harmless(row.label.empty() ? row.id : row.label);
    if (name.empty()) name = "–";
    if (row.percent) {
        const std::string percent = harmless(percent_text(*row.percent));
        if (name.find(percent) == std::string::npos) name += " " + percent;
    }
    if (chart.counted) name.append(" ").append(harmless(dates_text(row, chart)));
    // An invisible character is no part of any keyword.
    if (begins_like_a_statement(name)) name.insert(0, "\xE2\x80\x8B");
    return name;
}

constexpr std::size_t widest_section = 32; ///< terminal cells

/// Cut to what fits beside the bars.
std::string section_name(const ChartRow& row) {
    std::string name = harmless(row.label.empty() ? row.id : row.label);
    if (name.empty()) name = "–";
    if (display_width(name) <= widest_section) return name;
    std::size_t bytes = 0;
    for (std::size_t cells = 0; cells < widest_section - 1;) {
        const std::size_t next = first_grapheme(std::string_view(name).substr(bytes));
        cells += display_width(std::string_view(name).substr(bytes, next));
        bytes += next;
    }
    name.resize(bytes);
    return name + "…";
}

/// Names of sections, each row's or empty. Mermaid takes two sections with one name for one, in the wrong place.
std::vector<std::string> section_names(const Chart& chart) {
    std::vector<std::string> names;
    std::unordered_map<std::string, int> seen;
    for (const ChartRow& row : chart.rows) {
        if (row.depth != 0 || row.kind == BarKind::milestone) {
            names.emplace_back();
            continue;
        }
        std::string name = section_name(row);
        while (seen.contains(name)) {
            const int number = ++seen[name];
            name += fmt::format(" ({})", number);
        }
        seen.emplace(name, 1);
        names.push_back(std::move(name));
    }
    return names;
}

/// Room for the sections at the left; Mermaid itself leaves 75 pixels whatever they say.
int left_padding(const std::vector<std::string>& sections) {
    constexpr double size = 11;
    double widest = 55;
    for (const std::string& name : sections) widest = std::max(widest, text_width(name, size));
    return static_cast<int>(widest) + 20;
}

/// How far apart the ticks are: few enough for the narrow page Mermaid draws on.
struct Ticks {
    std::string interval;
    std::int64_t minutes = 0;
};

Ticks ticks_of(const Chart& chart) {
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
        if (length / interval.length <= 12) return {std::string(interval.name), interval.length};
    const std::int64_t years = length / (365 * minutes_per_day) / 12 + 1;
    return {fmt::format("{}month", years * 12), years * 365 * minutes_per_day};
}

/// What tells one tick from the next.
std::string_view axis_format(const Chart& chart, const Ticks& ticks) {
    // Mermaid knows calendar days alone; what it draws of them would be made up. The names say the times instead.
    if (chart.counted) return "·";
    const bool chinese = chart.language == Language::zh_cn;
    if (ticks.minutes < minutes_per_day) return "%H:%M";
    if (ticks.minutes < 30 * minutes_per_day) return chinese ? "%-m月%-d日" : "%-d %b";
    if (ticks.minutes < 365 * minutes_per_day) return chinese ? "%Y年%-m月" : "%b %Y";
    return chinese ? "%Y年" : "%Y";
}

std::string tags(const ChartRow& row, bool milestone) {
    std::string text;
    if (milestone) text += "milestone, ";
    if (row.critical) text += "crit, ";
    if (row.status == Status::done) text += "done, ";
    if (row.status == Status::active) text += "active, ";
    return text;
}

void add_task(std::string& out, const ChartRow& row, const Chart& chart) {
    const bool milestone = row.kind == BarKind::milestone || row.begin >= row.end;
    out += fmt::format("    {} :{}", task_name(row, chart), tags(row, milestone));
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
    const std::vector<std::string> sections = section_names(chart);
    const Ticks ticks = ticks_of(chart);
    std::string out = fmt::format("%%{{init: {{\"gantt\": {{\"leftPadding\": {}}}}}}}%%\n", left_padding(sections));
    out += fmt::format("gantt\n    title {}\n    dateFormat YYYY-MM-DD HH:mm\n    axisFormat {}\n", title,
                       axis_format(chart, ticks));
    if (chart.begin < chart.end) out += fmt::format("    tickInterval {}\n", ticks.interval);
    if (ticks.interval.ends_with("week")) out += "    weekday monday\n";
    out += "    todayMarker off\n";
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const ChartRow& row = chart.rows[i];
        if (!sections[i].empty()) out += fmt::format("    section {}\n", sections[i]);
        // A group is its section, unless the rows below it are left out of the chart.
        const bool has_rows_below = i + 1 < chart.rows.size() && chart.rows[i + 1].depth > row.depth;
        if (row.kind == BarKind::heading) continue;
        if (row.kind == BarKind::group && row.depth == 0 && row.dated && has_rows_below) continue;
        if (row.dated)
            add_task(out, row, chart);
        else
            out += fmt::format("    %% {} {}\n", wording(chart.language).no_date, harmless(row.label));
    }
    return out;
}

} // namespace planc
