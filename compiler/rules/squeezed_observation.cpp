#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Stage& stage : plan.rollout.stages) {
        const Work& work = plan.work[stage.work];
        const Planned& planned = analysis.schedule.work[stage.work];
        if (work.status.value == Status::cancelled || !stage.observe.given() || !planned.dated) continue;
        // A stage that ends before it starts is told as that.
        if (planned.span.end < planned.span.begin) continue;
        if (plan.calendar.advance(planned.span.begin, stage.observe.value) <= planned.span.end) continue;
        Diagnostic& finding =
            findings.add(stage.observe.span, fmt::format("stage {} is to be watched for {}, but lasts {}", called(work),
                                                         amount(stage.observe.value),
                                                         distance(plan, planned.span.begin, planned.span.end)));
        finding.others.push_back({end_place(work), when(analysis, stage.work)});
    }
}

} // namespace

const Rule rules::squeezed_observation{
    .name = "squeezed-observation",
    .group = "Rollout",
    .severity = Severity::error,
    .finds =
        "a stage whose watching time does not fit into it. A next stage that starts before the watching is over is "
        "found by `overlapping-stages`.",
    .why = "The stage is widened before anybody can have seen whether it is well.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02 20:00}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, duration: 1h, observe: 2h, gates: [errors]}
  - {id: full, percent: 100, duration: 1h}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Give the stage the time its watching takes; without a duration of its own a stage lasts as long as it is "
            "watched.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02 20:00}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, observe: 2h, gates: [errors]}
  - {id: full, percent: 100, duration: 1h}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "ungated-stage overlapping-stages",
    .check = check,
};

} // namespace planc
