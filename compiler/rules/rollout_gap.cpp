#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for_each_step_up(plan, [&](const Stage& before, const Stage& after) {
        const Planned& first = analysis.schedule.work[before.work];
        const Planned& second = analysis.schedule.work[after.work];
        if (!first.dated || !second.dated || second.span.begin <= first.span.end) return;
        // Days off between two stages are not idle time.
        if (plan.calendar.working_between(first.span.end, second.span.begin).count == 0) return;
        Diagnostic& finding = findings.add(start_place(plan.work[after.work]),
                                           fmt::format("nothing happens for {} between stages {} and {}",
                                                       amount((second.span.begin - first.span.end).count()),
                                                       called(plan.work[before.work]), called(plan.work[after.work])));
        finding.others.push_back({end_place(plan.work[before.work]), fmt::format("ends {}", end_of(plan, first))});
    });
}

} // namespace

const Rule rules::rollout_gap{
    .name = "rollout-gap",
    .group = "Rollout",
    .severity = Severity::info,
    .finds = "idle time between two stages, days off aside.",
    .why = "Either a date is off by a day, or a part of the users is on a version that nobody is appointed to watch.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
rollout:
  - {id: gray-10, percent: 10, start: 2026-03-02, end: 2026-03-03}
  - {id: full, percent: 100, start: 2026-03-05, end: 2026-03-05}
)",
    .mend = "Lengthen the stage before, or begin the next one sooner.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
rollout:
  - {id: gray-10, percent: 10, start: 2026-03-02, end: 2026-03-04}
  - {id: full, percent: 100, start: 2026-03-05, end: 2026-03-05}
)",
    .related = "overlapping-stages",
    .check = check,
};

} // namespace planc
