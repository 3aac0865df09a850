#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

struct Below {
    bool owned = false;   ///< some work below names its owner
    bool unowned = false; ///< some work below that is still to be done has none, going by what lies between
};

// Children inherit, so only the outermost piece of which nothing is owned is told: naming one there mends them all.
void check_work(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    if (plan.header.owner.given()) return;
    const std::vector<bool>& cancelled = analysis.cancelled;
    const std::vector<bool>& done = analysis.done;
    std::vector<Below> below(plan.work.size());
    for (WorkIndex i = static_cast<WorkIndex>(plan.work.size()); i-- > 0;) {
        const Work& work = plan.work[i];
        Below& here = below[i];
        if (work.owner.given()) {
            here = {true, false};
        } else if (is_childless(plan, i)) {
            here.unowned = !cancelled[i] && !done[i] && work.kind != WorkKind::milestone;
        }
        if (work.parent == no_work) continue;
        below[work.parent].owned = below[work.parent].owned || here.owned;
        below[work.parent].unowned = below[work.parent].unowned || here.unowned;
    }
    for (WorkIndex i = 0; i < plan.work.size();) {
        const Work& work = plan.work[i];
        const bool goes_down = below[i].owned && below[i].unowned;
        if (!below[i].owned && below[i].unowned) {
            Diagnostic& finding =
                findings.add(name_place(work), fmt::format("{} {} has no owner", name(work.kind), called(work)));
            finding.help = "name a role or a person: `owner: …`";
        }
        i = goes_down ? i + 1 : work.end_of_descendants;
    }
}

void check_rollback(const Plan& plan, Findings& findings) {
    const Rollback& rollback = plan.rollback;
    if (!rollback.span || rollback.owner.given()) return;
    Diagnostic& finding = findings.add(rollback.span, "the rollback has no owner");
    for (const RollbackStep& step : rollback.steps) {
        if (step.owner.given()) continue;
        finding.others.push_back({first_given({step.title.span, step.span}), "nobody does this"});
        break;
    }
    finding.help = "name who decides and leads it: `owner: …`";
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    if (plan.header.owner.given()) return;
    check_work(analysis, findings);
    check_rollback(plan, findings);
    for (const Checklist& checklist : plan.checklists) {
        if (checklist.owner.given()) continue;
        for (const CheckItem& item : checklist.items) {
            if (item.owner.given() || item.done.value) continue;
            Diagnostic& finding = findings.add(first_given({checklist.title.span, checklist.span}),
                                               fmt::format("checklist {} has no owner", called(checklist)));
            finding.others.push_back({first_given({item.check.span, item.span}), "nobody ticks this"});
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
    .needs_whole_plan = true,
    .check = check,
};
} // namespace planc
