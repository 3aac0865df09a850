// Makes the schedule of a plan, step by step.
#include "schedule/schedule.h"

#include "schedule/cycles.h"
#include "schedule/passes.h"
#include "schedule/placing.h"

namespace planc {
namespace {

std::optional<Interval> declared_window(const Plan& plan, const Schedule& schedule) {
    const auto start = place(plan.header.start, plan, schedule);
    const auto end = place(plan.header.end, plan, schedule, true, start);
    if (!start || !end) return std::nullopt;
    return Interval{*start, *end};
}

} // namespace

bool counts_from_anchor(const Plan& plan, const Edge& edge) {
    return edge.kind == EdgeKind::relative && plan.header.anchor.given() &&
           plan.find_work(plan.header.anchor.value) == edge.from;
}

Schedule make_schedule(const Plan& plan) {
    Schedule schedule;
    Outline outline = make_outline(plan, schedule.findings);
    const EventNetwork events = make_events(outline);
    schedule.cycles = find_cycles(plan, outline, events);
    pass_forward(plan, outline, events, schedule);
    pass_backward(plan, outline, events, schedule);
    schedule.edges = std::move(outline.edges);
    schedule.declared = declared_window(plan, schedule);
    check_local_times(plan, schedule.findings);
    return schedule;
}

} // namespace planc
