#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

// Children inherit, so only the outermost piece without an owner is told: naming one there mends them all.
void check_work(const Plan& plan, Findings& findings) {
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (work.kind == WorkKind::milestone || plan.owner_of(i).given()) continue;
        const bool outermost = work.parent == no_work;
        if (!outermost) continue;
        // A group whose every leaf names its own owner needs none.
        WorkIndex unowned = no_work;
        for (WorkIndex child = i; child < work.end_of_descendants; ++child) {
            const bool leaf = plan.work[child].end_of_descendants == child + 1;
            if (leaf && !plan.owner_of(child).given()) {
                unowned = child;
                break;
            }
        }
        if (unowned == no_work) continue;
        Diagnostic& finding =
            findings.add(name_place(work), fmt::format("{} {} has no owner", name(work.kind), called(work)));
        if (unowned != i) finding.others.push_back({name_place(plan.work[unowned]), "nobody does this"});
        finding.help = "name a role or a person: `owner: …`";
    }
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    check_work(plan, findings);
    if (plan.header.owner.given()) return;
    if (const Rollback& rollback = plan.rollback; rollback.span && !rollback.owner.given()) {
        bool every_step_owned = !rollback.steps.empty();
        for (const RollbackStep& step : rollback.steps) every_step_owned = every_step_owned && step.owner.given();
        if (!every_step_owned) {
            findings.add(rollback.span, "the rollback has no owner").help = "name who rolls back: `owner: …`";
        }
    }
    for (const Checklist& checklist : plan.checklists) {
        if (checklist.owner.given()) continue;
        for (const CheckItem& item : checklist.items) {
            if (item.owner.given()) continue;
            Diagnostic& finding = findings.add(checklist.title.span,
                                               fmt::format("checklist {} has no owner", back_quoted(checklist.title.value)));
            finding.others.push_back({item.check.span, "nobody ticks this"});
            finding.help = "name a role or a person: `owner: …`";
            break;
        }
    }
}

} // namespace

const Rule rules::missing_owner{
    .name = "missing-owner",
    .group = "People",
    .severity = Severity::error,
    .finds = "work, a rollout stage, a rollback or a checklist that nobody owns, neither itself nor through what it is "
             "part of.",
    .why = "On release night a step without an owner is done by nobody, or by two people at once.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - title: Deploy
    steps:
      - {do: Stop the old service, verify: Look at the console, expect: No process is left}
)",
    .mend = "Name a role or a person as `owner` of the step, of the phase around it, or of the whole plan.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
roles:
  operations: {title: Operations, people: [ning]}
people:
  ning: {name: Ning}
phases:
  - title: Deploy
    owner: operations
    steps:
      - {do: Stop the old service, verify: Look at the console, expect: No process is left}
)",
    .related = "unstaffed-role",
    .check = check,
};
} // namespace planc
