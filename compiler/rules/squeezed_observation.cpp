#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

/// Where the stage's watching time is over if it begins with the stage.
Instant watched_until(const Plan& plan, const Stage& stage, const Planned& planned) {
    return plan.calendar.advance(planned.span.begin, stage.observe.value);
}

bool too_short(const Analysis& analysis, const Stage& stage, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Planned& planned = analysis.schedule.work[stage.work];
    if (!stage.observe.given() || !planned.dated) return false;
    if (watched_until(plan, stage, planned) <= planned.span.end) return false;
    const Work& work = plan.work[stage.work];
    Diagnostic& finding =
        findings.add(stage.observe.span,
                     fmt::format("stage {} is to be watched for {}, but takes {}", called(work),
                                 amount(stage.observe.value), amount((planned.span.end - planned.span.begin).count())));
    const Span length = end_place(work);
    finding.others.push_back({length, fmt::format("{} to {}", begin_of(plan, planned), end_of(plan, planned))});
    return true;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Stage* before = nullptr;
    bool before_told = false;
    for (const Stage& stage : plan.rollout.stages) {
        if (plan.work[stage.work].status.value == Status::cancelled) continue;
        if (before != nullptr && before->observe.given() && !before_told) {
            const Planned& first = analysis.schedule.work[before->work];
            const Planned& second = analysis.schedule.work[stage.work];
            if (first.dated && second.dated && second.span.begin >= first.span.begin &&
                second.span.begin < watched_until(plan, *before, first)) {
                Diagnostic& finding =
                    findings.add(start_place(plan.work[stage.work]),
                                 fmt::format("stage {} starts before the watching time of stage {} is over",
                                             called(plan.work[stage.work]), called(plan.work[before->work])));
                finding.label = fmt::format("starts {}", begin_of(plan, second));
                finding.others.push_back(
                    {before->observe.span,
                     fmt::format("watched until {}", day(plan, watched_until(plan, *before, first), false))});
            }
        }
        before_told = too_short(analysis, stage, findings);
        before = &stage;
    }
}

} // namespace

const Rule rules::squeezed_observation{
    .name = "squeezed-observation",
    .group = "Rollout",
    .severity = Severity::error,
    .finds = "a stage whose watching time does not fit into it, or is not over when the next stage starts.",
    .why = "The stage is widened before anybody can have seen whether it is well.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02 20:00}
rollout:
  - {id: gray-10, percent: 10, duration: 1h, observe: 2h}
  - {id: full, percent: 100, duration: 1h}
)",
    .mend = "Give the stage the time its watching takes; without a duration of its own a stage lasts as long as it is "
            "watched.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02 20:00}
rollout:
  - {id: gray-10, percent: 10, observe: 2h}
  - {id: full, percent: 100, duration: 1h}
)",
    .related = "ungated-stage overlapping-stages",
    .check = check,
};

} // namespace planc
