#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

void complain(std::string_view title, Span place, Findings& findings) {
    findings.add(place, fmt::format("step {} says neither how to verify it nor what to expect", quoted(title))).help =
        "add `verify` or `expect`";
}

/// True if the plan's steps say how to verify them as a rule, so that steps that do not stand out.
bool verifies_its_steps(const Plan& plan) {
    std::size_t steps = 0;
    std::size_t verified = 0;
    for (const Work& work : plan.work) {
        if (work.kind != WorkKind::step) continue;
        ++steps;
        if (plan.details_of(work).verify.given()) ++verified;
    }
    return steps > 0 && verified == steps;
}

/// A rollback that says what is to be expected of every step, and of none how to see it.
void check_whole_rollback(const Plan& plan, Findings& findings) {
    const std::vector<RollbackStep>& steps = plan.rollback.steps;
    if (steps.size() < 2) return;
    for (const RollbackStep& step : steps) {
        if (step.verify.given() || !step.expect.given()) return;
    }
    if (!verifies_its_steps(plan)) return;
    Diagnostic& finding = findings.add(
        Severity::info, first_given({steps.front().title.span, plan.rollback.span}),
        fmt::format("none of the {} rollback steps says how to verify it, as all other steps do", steps.size()));
    finding.help = "add `verify`";
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const std::vector<bool>& cancelled = analysis.cancelled;
    const std::vector<bool>& done = analysis.done;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        const bool open = work.kind == WorkKind::step && !cancelled[i] && !done[i];
        if (open && !plan.details_of(work).verify.given() && !plan.details_of(work).expect.given())
            complain(work.title.given() ? work.title.value : work.id.value, name_place(work), findings);
    }
    for (const RollbackStep& step : plan.rollback.steps) {
        if (!step.verify.given() && !step.expect.given())
            complain(step.title.given() ? step.title.value : step.id.value, first_given({step.title.span, step.span}),
                     findings);
    }
    check_whole_rollback(plan, findings);
}

} // namespace

const Rule rules::unverifiable_step{
    .name = "unverifiable-step",
    .group = "Content",
    .severity = Severity::warning,
    .finds =
        "a step, of work or of the rollback, that says neither how to verify it nor what to expect. A rollback none "
        "of whose steps is verified, in a plan that verifies all others, is told as info.",
    .why = "The person at the keyboard cannot tell whether to go on.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - title: Deploy
    steps:
      - {do: Restart the service}
)",
    .mend = "Say how to see that it worked (`verify`), or what is seen then (`expect`); best both.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - title: Deploy
    steps:
      - {do: Restart the service, verify: Open the status page, expect: It shows version 2.4}
)",
    .related = "placeholder-text",
    .check = check,
};

} // namespace planc
