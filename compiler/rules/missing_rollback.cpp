#include "rules/list.h"
#include "rules/wording.h"

namespace planc {

namespace {

/// Where the plan says that something goes out; nothing if it does not.
Span release_place(const Plan& plan) {
    for (const Stage& stage : plan.rollout.stages) {
        if (plan.work[stage.work].status.value != Status::cancelled)
            return first_given({plan.rollout.span, name_place(plan.work[stage.work])});
    }
    for (const Milestone& milestone : plan.milestones) {
        const Work& work = plan.work[milestone.work];
        if (milestone.launch.value && work.status.value != Status::cancelled) return name_place(work);
    }
    return {};
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    if (plan.rollback.span || plan.header.status.value == PlanStatus::abandoned) return;
    const Span place = release_place(plan);
    if (!place) return;
    Diagnostic& finding = findings.add(place, "the plan releases something, but has no rollback");
    finding.help = "add `rollback` with its owner, triggers and steps";
}

} // namespace

const Rule rules::missing_rollback{
    .name = "missing-rollback",
    .group = "Rollout",
    .severity = Severity::error,
    .finds = "a plan with a rollout or a launch and no rollback.",
    .why = "The way back has to be known before the way forward is begun; at two in the morning nobody thinks it up.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollout:
  - {id: full, percent: 100, duration: 1d}
)",
    .mend = "Write down who rolls back, on what signs, and in which steps.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollout:
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{when: Payments fail, manual: true}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "untriggered-rollback",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
