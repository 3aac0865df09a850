#include "rules/units.h"

#include <algorithm>

namespace planc {

namespace {

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
    return std::any_of(plan.milestones.begin(), plan.milestones.end(),
                       [work](const Milestone& milestone) { return milestone.work == work && milestone.launch.value; });
}

WorkIndex reaching_first(const Plan& plan, const Schedule& schedule, WorkIndex group) {
    return reaching(plan, schedule, group,
                    [](const Interval& child, const Interval& whole) { return child.begin == whole.begin; });
}

WorkIndex reaching_last(const Plan& plan, const Schedule& schedule, WorkIndex group) {
    return reaching(plan, schedule, group,
                    [](const Interval& child, const Interval& whole) { return child.end == whole.end; });
}

} // namespace planc
