// The schedule as a table.
#include "schedule/schedule.h"
#include "source/width.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

using Row = std::vector<std::string>;

std::string shown(Date date, const Plan& plan) {
    return plan.calendar.counted ? format_from_origin(*plan.calendar.counted, date) : format_date(date);
}

std::string shown(Instant instant, const Plan& plan) {
    return shown(plan.calendar.date_of(instant), plan) + format_local(plan.calendar.zone.to_local(instant)).substr(10);
}

std::string start_of(const Planned& planned, const Plan& plan) {
    if (!planned.whole_days) return shown(planned.span.begin, plan);
    return shown(plan.calendar.date_of(planned.span.begin), plan);
}

/// Of whole days the last one; of a milestone the day that is over then.
std::string end_of(const Planned& planned, bool milestone, const Plan& plan) {
    if (!planned.whole_days) return shown(planned.span.end, plan);
    if (!milestone && planned.span.empty()) return shown(plan.calendar.date_of(planned.span.end), plan);
    return shown(plan.calendar.date_of(planned.span.end - minutes{1}), plan);
}

Row row_of(WorkIndex index, const Plan& plan, const Schedule& schedule) {
    const Work& work = plan.work[index];
    const Planned& planned = schedule.work[index];
    std::string id;
    for (WorkIndex parent = work.parent; parent != no_work; parent = plan.work[parent].parent) id += "  ";
    id += work.id.value;
    if (!planned.dated) return {"", std::move(id), "-", "-", "", ""};
    const bool milestone = work.kind == WorkKind::milestone;
    return {planned.critical ? "*" : "",
            std::move(id),
            milestone ? end_of(planned, milestone, plan) : start_of(planned, plan),
            end_of(planned, milestone, plan),
            format_duration({planned.slack, false}),
            planned.start_written ? "written" : "inferred"};
}

std::string table(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    std::string out;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            line.append(widths[i] - display_width(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

} // namespace

std::string dump(const Schedule& schedule, const Plan& plan) {
    std::vector<Row> rows{{"", "work", "start", "end", "slack", "start is"}};
    for (WorkIndex index = 0; index < plan.work.size(); ++index) rows.push_back(row_of(index, plan, schedule));
    std::string out = table(rows);
    for (const Cycle& cycle : schedule.cycles) {
        out += "cycle: " + std::string(plan.work[cycle.front().from].id.value);
        for (const Edge& edge : cycle) out += fmt::format(" -> {}", plan.work[edge.to].id.value);
        out += '\n';
    }
    return out;
}

} // namespace planc
