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
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
rollout:
  - {id: gray-10, percent: 10, duration: 2d}
  - {id: gray-50, percent: 50, duration: 2d}
)",
    .mend = "Add the last stage, with its date and owner; or, if the release is meant for a part of the users alone, "
            "say so in the "
            "audience and leave the percentages out.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
rollout:
  - {id: gray-10, percent: 10, duration: 2d}
  - {id: gray-50, percent: 50, duration: 2d}
  - {id: full, percent: 100, duration: 1d}
)",
    .related = "rollout-jump",
    .check = check,
};

} // namespace planc
