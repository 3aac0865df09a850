#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    WorkIndex last = no_work; // the stage so far that ends last
    for (const Stage& stage : plan.rollout.stages) {
        const Work& work = plan.work[stage.work];
        const Planned& planned = analysis.schedule.work[stage.work];
        if (!planned.dated || work.status.value == Status::cancelled) continue;
        if (last != no_work) {
            const Planned& before = analysis.schedule.work[last];
            if (planned.span.begin < before.span.end) {
                Diagnostic& finding =
                    findings.add(start_place(work), fmt::format("stage {} starts {} before stage {} ends", called(work),
                                                                amount((before.span.end - planned.span.begin).count()),
                                                                called(plan.work[last])));
                finding.label = fmt::format("starts {}", begin_of(plan, planned));
                finding.others.push_back({end_place(plan.work[last]),
                                          fmt::format("{} ends {}", called(plan.work[last]), end_of(plan, before))});
                finding.help = "leave the start out, and the stages follow one another";
            }
        }
        if (last == no_work || planned.span.end > analysis.schedule.work[last].span.end) last = stage.work;
    }
}

} // namespace

const Rule rules::overlapping_stages{
    .name = "overlapping-stages",
    .group = "Rollout",
    .severity = Severity::error,
    .finds = "a rollout stage that starts before the stage before it has ended.",
    .why = "While two stages run at once nobody can say which share of the users has the new version, nor which of "
           "them a bad "
           "number comes from.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
rollout:
  - {id: gray-5, percent: 5, start: 2026-03-02, end: 2026-03-04}
  - {id: gray-50, percent: 50, start: 2026-03-04, end: 2026-03-06}
)",
    .mend =
        "Leave the starts of the later stages out: they are inferred. A stage whose end is a date includes that day.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
rollout:
  - {id: gray-5, percent: 5, start: 2026-03-02, end: 2026-03-04}
  - {id: gray-50, percent: 50, end: 2026-03-06}
)",
    .related = "rollout-gap shrinking-rollout early-start",
    .check = check,
};

} // namespace planc
