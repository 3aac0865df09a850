#include "rules/units.h"

#include <algorithm>

namespace planc {

namespace {

bool cancelled(const Work& work) { return work.status.value == Status::cancelled; }

template <class Better>
WorkIndex reaching(const Plan& plan, const Schedule& schedule, WorkIndex group, Better same_edge) {
    WorkIndex found = group;
    while (!has_own_timing(plan.work[found])) {
        WorkIndex next = no_work;
        for (WorkIndex child = found + 1; child < plan.work[found].end_of_descendants;
             child = plan.work[child].end_of_descendants) {
            if (schedule.work[child].dated && same_edge(schedule.work[child].span, schedule.work[group].span)) {
                next = child;
                break;
            }
        }
        if (next == no_work) break;
        found = next;
    }
    return found;
}

} // namespace

bool is_launch(const Plan& plan, WorkIndex work) {
    // Milestones stand in the work in their own order.
    const auto found =
        std::lower_bound(plan.milestones.begin(), plan.milestones.end(), work,
                         [](const Milestone& milestone, WorkIndex index) { return milestone.work < index; });
    return found != plan.milestones.end() && found->work == work && found->launch.value;
}

WrittenDate first_written(const Plan& plan) {
    WrittenDate earliest = plan.header.date;
    for (const Change& change : plan.changes) {
        if (change.date.given() && (!earliest.given() || change.date.value < earliest.value)) earliest = change.date;
    }
    return earliest;
}

std::vector<bool> done_work(const Plan& plan) {
    std::vector<bool> result(plan.work.size());
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        const bool inherited = work.parent != no_work && result[work.parent];
        result[i] = work.status.given() ? work.status.value == Status::done : inherited;
    }
    return result;
}

std::vector<WorkIndex> outermost_work(const Plan& plan) {
    std::vector<WorkIndex> result(plan.work.size());
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const WorkIndex parent = plan.work[i].parent;
        result[i] = parent == no_work ? i : result[parent];
    }
    return result;
}

WorkIndex reaching_first(const Plan& plan, const Schedule& schedule, WorkIndex group) {
    return reaching(plan, schedule, group,
                    [](const Interval& child, const Interval& whole) { return child.begin == whole.begin; });
}

WorkIndex reaching_last(const Plan& plan, const Schedule& schedule, WorkIndex group) {
    return reaching(plan, schedule, group,
                    [](const Interval& child, const Interval& whole) { return child.end == whole.end; });
}

std::optional<Excess> parts_over_duration(const Plan& plan, WorkIndex index) {
    const Work& group = plan.work[index];
    if (!group.duration.given() || !group.sequence.value || is_childless(plan, index)) return std::nullopt;
    Excess excess{{0, group.duration.value.working}, no_work};
    for (WorkIndex child = index + 1; child < group.end_of_descendants; child = plan.work[child].end_of_descendants) {
        const Work& part = plan.work[child];
        if (cancelled(part)) continue;
        // A part with dates of its own need not come after the one before.
        if (part.start.given() || part.end.given()) return std::nullopt;
        if (!part.duration.given()) continue;
        if (part.duration.value.working != excess.sum.working) return std::nullopt;
        excess.sum.count += part.duration.value.count;
        excess.last = child;
    }
    if (excess.sum.count <= group.duration.value.count) return std::nullopt;
    return excess;
}

} // namespace planc
