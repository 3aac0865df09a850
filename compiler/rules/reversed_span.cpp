#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

void check_span(const Analysis& analysis, const WrittenInstant& start, const WrittenInstant& end,
                const std::string& what, Findings& findings) {
    // A clock time as an end is the next such time, so it can never lie before the start.
    if (!start.given() || !end.given() || end.form == WrittenInstant::Form::clock) return;
    const auto begin = place(start, analysis.plan, analysis.schedule);
    const auto finish = place(end, analysis.plan, analysis.schedule, true);
    if (!begin || !finish) return;
    const bool whole_day = end.form == WrittenInstant::Form::date;
    if (whole_day ? *finish > *begin : *finish >= *begin) return;
    Diagnostic& finding = findings.add(end.span, fmt::format("{} ends before it starts", what));
    finding.label = fmt::format("ends {}", day(analysis.plan, *finish, whole_day, whole_day));
    finding.others.push_back(
        {start.span, fmt::format("starts {}", day(analysis.plan, *begin, start.form == WrittenInstant::Form::date))});
    if (end.form != WrittenInstant::Form::date_time || start.form != WrittenInstant::Form::date_time ||
        start.date != end.date)
        return;
    const std::string clock = fmt::format("{:02}:{:02}", end.minute / 60, end.minute % 60);
    finding.help = fmt::format("if it ends on the next day write `{} {}`, or `{}` alone",
                               format_date(end.date + std::chrono::days{1}), clock, clock);
}

/// Work of which only the end is written: its start comes from what it waits for, and lies behind that end.
bool ends_too_soon(const Analysis& analysis, WorkIndex index) {
    const Work& work = analysis.plan.work[index];
    const Planned& planned = analysis.schedule.work[index];
    return planned.dated && planned.span.end < planned.span.begin && work.end.given() && !work.start.given() &&
           !work.duration.given() && is_childless(analysis.plan, index);
}

/// What keeps each piece of work waiting the longest, for those that end too soon.
std::vector<const Edge*> last_awaited(const Analysis& analysis, const std::vector<bool>& wanted) {
    const std::vector<Planned>& planned = analysis.schedule.work;
    std::vector<const Edge*> last(planned.size(), nullptr);
    for (const Edge& edge : analysis.schedule.edges) {
        if (!wanted[edge.to] || !planned[edge.from].dated || edge.type != DependencyType::finish_to_start) continue;
        const Edge*& best = last[edge.to];
        if (best == nullptr || planned[best->from].span.end < planned[edge.from].span.end) best = &edge;
    }
    return last;
}

void check_inferred_starts(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const std::vector<bool>& cancelled = analysis.cancelled;
    std::vector<bool> wanted(plan.work.size(), false);
    bool any = false;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        wanted[i] = !cancelled[i] && ends_too_soon(analysis, i);
        any = any || wanted[i];
    }
    if (!any) return;
    const std::vector<const Edge*> last = last_awaited(analysis, wanted);
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        if (!wanted[i]) continue;
        const Work& work = plan.work[i];
        const Interval& span = analysis.schedule.work[i].span;
        const bool whole_day = work.end.form == WrittenInstant::Form::date;
        Diagnostic& finding = findings.add(work.end.span, fmt::format("{} ends {} before it can start", called(work),
                                                                      distance(plan, span.end, span.begin)));
        finding.label = fmt::format("ends {}", day(plan, span.end, whole_day, whole_day));
        if (last[i] != nullptr) {
            const WorkIndex from = last[i]->from;
            finding.others.push_back({end_place(plan.work[from]), ends_when(analysis, from)});
        }
        finding.help = fmt::format("it can start {}", day(plan, span.begin, plan.calendar.is_midnight(span.begin)));
    }
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    check_span(analysis, plan.header.start, plan.header.end, "the plan's window", findings);
    for (const Freeze& freeze : plan.freezes) {
        check_span(analysis, freeze.start, freeze.end, "freeze " + quoted(freeze.title.value), findings);
    }
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (work.start.given() && work.end.given() && !analysis.cancelled[i])
            check_span(analysis, work.start, work.end, called(work), findings);
    }
    check_inferred_starts(analysis, findings);
}

} // namespace

const Rule rules::reversed_span{
    .name = "reversed-span",
    .group = "Dates",
    .severity = Severity::error,
    .finds =
        "work, a freeze or the plan's window that ends before it starts, or before what it waits for lets it start.",
    .why = "One of the two dates is wrong, often in the year or by a day and a month exchanged, and everything that "
           "depends on it "
           "is then wrong too.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, start: 2026-12-28, end: 2026-01-08}
)",
    .mend = "Mend the date that is wrong; or write a start and a duration, from which the end follows.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, start: 2026-12-28, end: 2027-01-08}
)",
    .related = "duration-mismatch",
    .check = check,
};

} // namespace planc
