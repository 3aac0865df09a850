#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    if (plan.calendar.counted) return;
    const WorkIndex anchor = plan.header.anchor.given() ? plan.find_work(plan.header.anchor.value) : no_work;
    if (anchor == no_work || plan.work[anchor].kind != WorkKind::milestone) return;
    const Work& work = plan.work[anchor];
    const bool inferred = work.end.given() || !work.depends_on.empty();
    if (inferred && analysis.schedule.work[anchor].dated) return;
    Diagnostic& finding =
        findings.add(name_place(work), fmt::format("the plan counts from {}, which has no date", called(work)));
    finding.others.push_back({plan.header.anchor.span, "counted from here"});
    if (const Span date = plan.first_date()) finding.others.push_back({date, "this is a date"});
    finding.help = fmt::format("give {} its `date`, or count every time from it, as `T+3d`", called(work));
}

} // namespace

const Rule rules::undated_anchor{
    .name = "undated-anchor",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "an anchor without a date, and without anything to infer it from, in a plan that has dates elsewhere.",
    .why = "What is counted from it cannot be placed beside the dates: half of the plan has no time at all.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, anchor: launch}
people: {ning: {name: Ning}}
phases:
  - {id: prepare, title: Prepare, start: T-14d, duration: 5d}
  - {id: rehearse, title: Rehearse, start: 2026-03-02, duration: 1d, depends_on: prepare}
milestones:
  - {id: launch, title: Launch}
)",
    .mend = "Give the anchor its date; or, as long as it is not known, count every time from it.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, anchor: launch}
people: {ning: {name: Ning}}
phases:
  - {id: prepare, title: Prepare, start: T-14d, duration: 5d}
  - {id: rehearse, title: Rehearse, start: T-7d, duration: 1d, depends_on: prepare}
milestones:
  - {id: launch, title: Launch}
)",
    .related = "missed-milestone",
    .check = check,
};

} // namespace planc
