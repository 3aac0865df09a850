#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void complain(std::string_view title, Span place, Findings& findings) {
    findings.add(place, fmt::format("step {} says neither how to verify it nor what to expect", quoted(title))).help =
        "add `verify` or `expect`";
}

void check(const Analysis& analysis, Findings& findings) {
    for (const Work& work : analysis.plan.work) {
        const bool open = work.kind == WorkKind::step && work.status.value != Status::cancelled;
        if (open && !work.verify.given() && !work.expect.given())
            complain(work.title.value, name_place(work), findings);
    }
    for (const RollbackStep& step : analysis.plan.rollback.steps) {
        if (!step.verify.given() && !step.expect.given()) complain(step.title.value, step.title.span, findings);
    }
}

} // namespace

const Rule rules::unverifiable_step{
    .name = "unverifiable-step",
    .group = "Content",
    .severity = Severity::warning,
    .finds = "a step, of work or of the rollback, that does not say how to verify it or what to expect.",
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
