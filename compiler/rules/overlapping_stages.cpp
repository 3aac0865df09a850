#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

/// Stages for different people may well run side by side.
bool different_audiences(const Stage& a, const Stage& b) {
    return a.audience.given() && b.audience.given() && a.audience.value != b.audience.value;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Stage* last = nullptr; // the stage so far that ends last
    for (const Stage& stage : plan.rollout.stages) {
        const Work& work = plan.work[stage.work];
        const Planned& planned = analysis.schedule.work[stage.work];
        if (!planned.dated || work.status.value == Status::cancelled) continue;
        if (last != nullptr && planned.span.begin < analysis.schedule.work[last->work].span.end) {
            const Work& before = plan.work[last->work];
            const Interval& span = analysis.schedule.work[last->work].span;
            Diagnostic& finding =
                findings.add(different_audiences(*last, stage) ? Severity::warning : Severity::error, start_place(work),
                             fmt::format("stage {} starts {} before stage {} ends", called(work),
                                         distance(plan, planned.span.begin, span.end), called(before)));
            finding.label = fmt::format("starts {}", begin_of(analysis, stage.work));
            finding.others.push_back({end_place(before), ends_when(analysis, last->work)});
            if (last->observe.given())
                finding.others.push_back(
                    {last->observe.span, fmt::format("{} is still being watched", called(before))});
            if (work.start.given()) finding.help = "leave the start out, and the stages follow one another";
        }
        if (last == nullptr || planned.span.end > analysis.schedule.work[last->work].span.end) last = &stage;
    }
}

} // namespace

const Rule rules::overlapping_stages{
    .name = "overlapping-stages",
    .group = "Rollout",
    .severity = Severity::error,
    .finds = "a rollout stage that starts before the stage before it has ended. Where the two name different audiences "
             "it is a "
             "warning.",
    .why = "While two stages run at once nobody can say which share of the users has the new version, nor which of "
           "them a bad "
           "number comes from.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, gates: [errors], start: 2026-03-02, end: 2026-03-04}
  - {id: full, percent: 100, start: 2026-03-04, end: 2026-03-06}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend =
        "Leave the starts of the later stages out: they are inferred. A stage whose end is a date includes that day.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, gates: [errors], start: 2026-03-02, end: 2026-03-04}
  - {id: full, percent: 100, end: 2026-03-06}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "rollout-gap shrinking-rollout early-start",
    .check = check,
};

} // namespace planc
