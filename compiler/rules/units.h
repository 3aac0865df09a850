// Walking over the work that stands for itself.
#pragma once

#include "rules/rule.h"

namespace planc {

/// True if the work says itself when it takes place: a start, an end or a duration is written.
inline bool has_own_timing(const Work& work) { return work.start.given() || work.end.given() || work.duration.given(); }

inline bool is_leaf(const Plan& plan, WorkIndex work) { return plan.work[work].end_of_descendants == work + 1; }

/// True for a milestone that says `launch: true`.
bool is_launch(const Plan& plan, WorkIndex work);

/// The work below `group` (or it itself) that makes its span begin or end where it does: goes down through groups that
/// only span their children.
WorkIndex reaching_first(const Plan& plan, const Schedule& schedule, WorkIndex group);
WorkIndex reaching_last(const Plan& plan, const Schedule& schedule, WorkIndex group);

/// Calls `visit(index)` for the work that is dated, not cancelled, and either says itself when it takes place or is a
/// leaf. What lies below such work is passed over when `visit` gives true.
template <class Visit>
void for_each_unit(const Plan& plan, const Schedule& schedule, Visit visit) {
    WorkIndex i = 0;
    while (i < plan.work.size()) {
        const Work& work = plan.work[i];
        if (work.status.value == Status::cancelled) {
            i = work.end_of_descendants;
            continue;
        }
        const bool unit = schedule.work[i].dated && (has_own_timing(work) || is_leaf(plan, i));
        i = unit && visit(i) ? work.end_of_descendants : i + 1;
    }
}

} // namespace planc
