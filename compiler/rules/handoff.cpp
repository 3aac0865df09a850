#include "rules/handoff.h"

namespace planc {

namespace {

bool cancelled(const Work& work) { return work.status.value == Status::cancelled; }

/// The descendant of a group that begins (or ends) first is the one to point at.
WorkIndex culprit_of(const Plan& plan, const Schedule& schedule, WorkIndex group, bool ends) {
    WorkIndex found = group;
    for (WorkIndex i = group + 1; i < plan.work[group].end_of_descendants; ++i) {
        const Planned& planned = schedule.work[i];
        if (!planned.dated || cancelled(plan.work[i])) continue;
        const Interval& best = schedule.work[found].span;
        if (!ends && (planned.span.begin < best.begin || (planned.span.begin == best.begin && planned.start_written)))
            found = i;
    }
    return found;
}

} // namespace

std::optional<Handoff> broken_handoff(const Analysis& analysis, const Edge& edge) {
    const Plan& plan = analysis.plan;
    const Schedule& schedule = analysis.schedule;
    // A relative time is kept by construction; stages have rules of their own.
    if (edge.kind != EdgeKind::depends_on && edge.kind != EdgeKind::sequence) return std::nullopt;
    const Work& from = plan.work[edge.from];
    const Work& to = plan.work[edge.to];
    if (to.kind == WorkKind::milestone || cancelled(from) || cancelled(to)) return std::nullopt;
    const Planned& before = schedule.work[edge.from];
    const Planned& after = schedule.work[edge.to];
    if (!before.dated || !after.dated) return std::nullopt;

    Handoff handoff;
    handoff.ends = edge.type == DependencyType::finish_to_finish || edge.type == DependencyType::start_to_finish;
    handoff.after_start = edge.type == DependencyType::start_to_start || edge.type == DependencyType::start_to_finish;
    handoff.allowed = plan.calendar.shift(handoff.after_start ? before.span.begin : before.span.end, edge.lag);
    handoff.actual = handoff.ends ? after.span.end : after.span.begin;
    if (handoff.actual >= handoff.allowed) return std::nullopt;
    handoff.culprit = culprit_of(plan, schedule, edge.to, handoff.ends);
    handoff.same_day =
        edge.type == DependencyType::finish_to_start && edge.lag.count == 0 && before.whole_days && after.whole_days &&
        plan.calendar.date_of(handoff.actual) + std::chrono::days{1} == plan.calendar.date_of(handoff.allowed);
    return handoff;
}

} // namespace planc
