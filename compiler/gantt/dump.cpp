// The chart as text for debugging and tests.
#include "gantt/chart.h"
#include "gantt/lettering.h"
#include "gantt/wording.h"

#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::array<std::string_view, 5> bar_names{"heading", "group", "task", "stage", "milestone"};
constexpr std::array<std::string_view, 7> unit_names{"quarter_hour", "hour", "day", "week", "month", "quarter", "year"};
template <class Names, class Value>
std::string_view name_in(const Names& names, Value value) {
    return names.at(static_cast<std::size_t>(value));
}

void dump_row(std::string& out, std::size_t index, const ChartRow& row) {
    out += fmt::format("row {} {}{} `{}` {}", index, std::string(static_cast<std::size_t>(row.depth) * 2, ' '),
                       name_in(bar_names, row.kind), row.id, printable(row.label));
    if (!row.owner.empty()) out += fmt::format(" ({})", printable(row.owner));
    if (row.dated)
        out +=
            fmt::format(" {} .. {}{}", format_local(row.begin), format_local(row.end), row.whole_days ? " days" : "");
    else if (row.kind != BarKind::heading)
        out += " no date";
    if (row.percent) out += fmt::format(" {}", percent_text(*row.percent));
    if (row.progress) out += fmt::format(" progress {}", percent_text({*row.progress, *row.progress}));
    if (row.status != Status::planned) out += fmt::format(" {}", name(row.status));
    if (row.slack > 0) out += fmt::format(" slack {}", format_duration({row.slack, false}));
    if (row.actual)
        out += fmt::format(" actual {} .. {}", format_local(row.actual->begin),
                           row.actual->end ? format_local(*row.actual->end) : std::string());
    out += row.critical ? " *\n" : "\n";
}

} // namespace

std::string dump(const Chart& chart) {
    std::string out =
        fmt::format("chart {}\naxis {} .. {} {} x {}\n", printable(chart.title), format_local(chart.begin),
                    format_local(chart.end), name_in(unit_names, chart.unit), chart.step);
    for (std::size_t i = 0; i < chart.rows.size(); ++i) dump_row(out, i, chart.rows[i]);
    for (const ChartArrow& arrow : chart.arrows)
        out += fmt::format("arrow {} -> {} {}{}\n", arrow.from, arrow.to, name(arrow.type), arrow.critical ? " *" : "");
    for (const ChartBand& band : chart.bands)
        out += fmt::format("band {} .. {} {}{}{}\n", format_local(band.begin), format_local(band.end),
                           band.kind == BandKind::freeze ? "freeze" : "non_working", band.label.empty() ? "" : " ",
                           printable(band.label));
    for (const ChartTick& tick : chart.ticks)
        out += fmt::format("tick {} {}{}\n", format_local(tick.at), tick.label, tick.major ? " major" : "");
    if (chart.as_of) out += fmt::format("as of {}\n", format_local(*chart.as_of));
    return out;
}

} // namespace planc
