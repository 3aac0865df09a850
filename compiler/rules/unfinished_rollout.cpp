#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Stage* widest = nullptr;
    for (const Stage& stage : plan.rollout.stages) {
        if (plan.work[stage.work].status.value == Status::cancelled) continue;
        if (!stage.percent.given()) return; // what it reaches is not known
        if (widest == nullptr || stage.percent.value.last >= widest->percent.value.last) widest = &stage;
    }
    if (widest == nullptr || widest->percent.value.last >= 100) return;
    Diagnostic& finding = findings.add(widest->percent.span, fmt::format("the rollout ends at {} of the users",
                                                                         range_text(widest->percent.value, " %")));
    finding.label = fmt::format("{} is its widest stage", called(plan.work[widest->work]));
    finding.help = "add the stage that reaches 100 %";
}

} // namespace

const Rule rules::unfinished_rollout{
    .name = "unfinished-rollout",
    .group = "Rollout",
    .severity = Severity::warning,
    .finds = "a rollout in which no stage reaches 100 %.",
    .why = "The old version stays in use for ever, or somebody widens the rollout on a day of their own choice, with "
           "nobody watching.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, gates: [errors], duration: 2d}
  - {id: gray-50, percent: 50, gates: [errors], duration: 2d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Add the last stage, with its date and owner; or, if the release is meant for a part of the users alone, "
            "say so in the "
            "audience and leave the percentages out.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, gates: [errors], duration: 2d}
  - {id: gray-50, percent: 50, gates: [errors], duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "rollout-jump",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
