// Walking over the work of a plan: what counts, what has parts, and where a group gets its dates from.
#pragma once

#include "rules/rule.h"

#include <vector>

namespace planc {

/// True if the work says itself when it takes place: a start, an end or a duration is written.
inline bool has_own_timing(const Work& work) { return work.start.given() || work.end.given() || work.duration.given(); }

inline bool is_childless(const Plan& plan, WorkIndex work) { return plan.work[work].end_of_descendants == work + 1; }

/// True if `group` is `work` or holds it.
inline bool holds(const Plan& plan, WorkIndex group, WorkIndex work) {
    return group <= work && work < plan.work[group].end_of_descendants;
}

/// True for a milestone that says `launch: true`.
bool is_launch(const Plan& plan, WorkIndex work);

/// When the plan was written: its date, or that of its earliest revision; not given if none says when.
WrittenDate first_written(const Plan& plan);

/// For each piece of work, whether it is done: it says so, or says nothing and the group around it is done.
std::vector<bool> done_work(const Plan& plan);

/// For each piece of work, the phase, stage or milestone it belongs to.
std::vector<WorkIndex> outermost_work(const Plan& plan);

/// The work below `group` (or it itself) that makes its span begin or end where it does: goes down through groups that
/// only span their children.
WorkIndex reaching_first(const Plan& plan, const Schedule& schedule, WorkIndex group);
WorkIndex reaching_last(const Plan& plan, const Schedule& schedule, WorkIndex group);

/// How long the parts of a group are together, if the group has a duration, they follow one another and take longer
/// than that; nothing otherwise. `last` is the last part that says how long it takes.
struct Excess {
    Duration sum;
    WorkIndex last = no_work;
};
std::optional<Excess> parts_over_duration(const Plan& plan, WorkIndex group);

} // namespace planc
