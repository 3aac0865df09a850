#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

constexpr Duration one_day{minutes_per_day, false};

/// Nobody widens a rollout at night, so a pause over one is none.
bool over_night(const Plan& plan, const Planned& before, const Planned& after) {
    const Calendar& calendar = plan.calendar;
    if (before.whole_days && after.whole_days) return false;
    return calendar.date_of(before.span.end - minutes{1}) != calendar.date_of(after.span.begin) &&
           calendar.working_between(before.span.end, after.span.begin).count < one_day.count;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for_each_step_up(plan, [&](const Stage& before, const Stage& after) {
        const Planned& first = analysis.schedule.work[before.work];
        const Planned& second = analysis.schedule.work[after.work];
        if (!first.dated || !second.dated || second.span.begin <= first.span.end) return;
        // A start that nobody wrote follows from something, and the plan says what.
        if (!second.start_written) return;
        // Days off between two stages are not idle time.
        if (plan.calendar.working_between(first.span.end, second.span.begin).count == 0) return;
        if (over_night(plan, first, second)) return;
        const Work& work = plan.work[after.work];
        Diagnostic& finding =
            findings.add(start_place(work), fmt::format("nothing happens for {} between stages {} and {}",
                                                        distance(plan, first.span.end, second.span.begin),
                                                        called(plan.work[before.work]), called(work)));
        finding.label = fmt::format("starts {}", begin_of(analysis, after.work));
        finding.others.push_back({end_place(plan.work[before.work]), ends_when(analysis, before.work)});
    });
}

} // namespace

const Rule rules::rollout_gap{
    .name = "rollout-gap",
    .group = "Rollout",
    .severity = Severity::info,
    .finds = "idle time between two stages whose dates are written, days off and nights aside.",
    .why = "Either a date is off by a day, or a part of the users is on a version that nobody is appointed to watch.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, gates: [errors], start: 2026-03-02, end: 2026-03-03}
  - {id: full, percent: 100, start: 2026-03-05, end: 2026-03-05}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Lengthen the stage before, or begin the next one sooner.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, gates: [errors], start: 2026-03-02, end: 2026-03-04}
  - {id: full, percent: 100, start: 2026-03-05, end: 2026-03-05}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "overlapping-stages",
    .check = check,
};

} // namespace planc
