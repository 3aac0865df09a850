// Below the chart in a terminal: what its signs mean, and the freezes by name.
#include "gantt/lettering.h"
#include "gantt/text_grid.h"
#include "gantt/wording.h"
#include "source/width.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

struct TextEntry {
    std::string sign;
    std::string_view word;
    bool shown;
};

} // namespace

void put_text_legend(std::string& out, const Chart& chart, std::size_t width, const TextSigns& signs) {
    bool critical = false, slack = false, done = false, rest = false, actual = false, milestone = false, stage = false;
    bool active = false, blocked = false, cancelled = false;
    for (const ChartRow& row : chart.rows) {
        if (row.kind == BarKind::heading) continue;
        actual = actual || row.actual;
        if (!row.dated || row.kind == BarKind::group) continue;
        critical = critical || row.critical;
        slack = slack || (row.slack > 0 && row.kind != BarKind::milestone);
        milestone = milestone || row.kind == BarKind::milestone;
        stage = stage || row.kind == BarKind::stage;
        done = done || row.status == Status::done;
        active = active || row.status == Status::active;
        blocked = blocked || row.status == Status::blocked;
        cancelled = cancelled || row.status == Status::cancelled;
        rest = rest || (row.kind == BarKind::task && row.status != Status::done);
    }
    const auto band = [&](BandKind kind) {
        return std::any_of(chart.bands.begin(), chart.bands.end(), [&](const ChartBand& b) {
            return b.kind == kind && b.begin < chart.end && chart.begin < b.end;
        });
    };
    const Wording& words = wording(chart.language);
    const auto twice = [](std::string_view sign) { return std::string(sign) + std::string(sign); };
    const std::vector<TextEntry> entries{
        {twice(signs.rest), words.planned, rest},
        {"> ", words.active, active},
        {std::string(signs.check) + " " + twice(signs.done), words.done, done},
        {"! ", words.blocked, blocked},
        {"x " + twice(signs.cancelled), words.cancelled, cancelled},
        {"* " + twice(signs.critical), words.critical, critical},
        {twice(signs.slack), words.slack, slack},
        {twice(signs.actual), words.actual, actual},
        {std::string(signs.rises[1]) + std::string(signs.rises[4]) + std::string(signs.rises[7]), words.stage, stage},
        {std::string(signs.milestone), words.milestone, milestone},
        {twice(signs.non_working), words.non_working, band(BandKind::non_working)},
        {std::string(signs.as_of), words.as_of_legend,
         chart.as_of && chart.begin <= *chart.as_of && *chart.as_of <= chart.end && chart.begin < chart.end},
    };
    std::string line;
    const auto add = [&](const std::string& text) {
        if (!line.empty() && display_width(line) + 3 + display_width(text) > width) {
            put_line(out, std::move(line));
            line.clear();
        }
        if (!line.empty()) line += "   ";
        line += text;
    };
    out += '\n';
    for (const TextEntry& entry : entries)
        if (entry.shown) add(fmt::format("{} {}", entry.sign, entry.word));
    if (!line.empty()) put_line(out, std::move(line));
    for (const ChartBand& item : chart.bands) {
        if (item.kind != BandKind::freeze || item.begin >= chart.end || chart.begin >= item.end) continue;
        ChartRow dates;
        dates.begin = item.begin;
        dates.end = item.end;
        const auto midnight = [](LocalTime time) { return time == std::chrono::floor<std::chrono::days>(time); };
        dates.whole_days = midnight(item.begin) && midnight(item.end);
        const std::string text = fmt::format("{}{} {} {}  {}", signs.freeze, signs.freeze, words.freeze,
                                             dates_text(dates, chart), printable(item.label));
        for (std::string& part : wrap_cells_at_most(3, text, width)) put_line(out, std::move(part));
    }
}

void put_line(std::string& out, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    out += line;
    out += '\n';
}

} // namespace planc
