#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <string>

namespace planc {

namespace {

/// The step of a stage that ends last, or `no_work`.
WorkIndex last_step(const Analysis& analysis, WorkIndex stage) {
    const Plan& plan = analysis.plan;
    WorkIndex last = no_work;
    for (WorkIndex i = stage + 1; i < plan.work[stage].end_of_descendants; i = plan.work[i].end_of_descendants) {
        const Planned& planned = analysis.schedule.work[i];
        if (!planned.dated || plan.work[i].status.value == Status::cancelled) continue;
        if (last == no_work || planned.span.end > analysis.schedule.work[last].span.end) last = i;
    }
    return last;
}

/// What time there is from `begin` on: of the whole stage, or behind its last step.
std::string time_left(const Plan& plan, Instant begin, Instant end, bool behind_steps) {
    if (!behind_steps) return fmt::format("lasts {}", distance(plan, begin, end));
    if (end < begin) return "ends before its last step does";
    if (end == begin) return "ends with its last step";
    return fmt::format("ends {} after its last step", distance(plan, begin, end));
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Stage& stage : plan.rollout.stages) {
        const Work& work = plan.work[stage.work];
        const Planned& planned = analysis.schedule.work[stage.work];
        if (work.status.value == Status::cancelled || !stage.observe.given() || !planned.dated) continue;
        // A stage that ends before it starts is told as that.
        if (planned.span.end < planned.span.begin) continue;
        // Watching is the last part of the stage: nobody watches what is still being widened.
        const WorkIndex step = last_step(analysis, stage.work);
        const bool behind_steps = step != no_work && analysis.schedule.work[step].span.end > planned.span.begin;
        const Instant begin = behind_steps ? analysis.schedule.work[step].span.end : planned.span.begin;
        if (plan.calendar.advance(begin, stage.observe.value) <= planned.span.end) continue;
        Diagnostic& finding =
            findings.add(stage.observe.span, fmt::format("stage {} is to be watched for {}, but {}", called(work),
                                                         amount(stage.observe.value),
                                                         time_left(plan, begin, planned.span.end, behind_steps)));
        finding.others.push_back({end_place(work), when(analysis, stage.work)});
        if (behind_steps) finding.others.push_back({end_place(plan.work[step]), ends_when(analysis, step)});
    }
}

} // namespace

const Rule rules::squeezed_observation{
    .name = "squeezed-observation",
    .group = "Rollout",
    .severity = Severity::error,
    .finds = "a stage whose watching time does not fit into it, behind the last of its steps. A next stage that starts "
             "before the watching is over is found by `overlapping-stages`.",
    .why = "The stage is widened before anybody can have seen whether it is well.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02 20:00}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, duration: 1h, observe: 2h, gates: [errors]}
  - {id: full, percent: 100, duration: 1h}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Give the stage the time its watching takes; without a duration of its own a stage lasts as long as it is "
            "watched.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02 20:00}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, observe: 2h, gates: [errors]}
  - {id: full, percent: 100, duration: 1h}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "ungated-stage overlapping-stages",
    .check = check,
};

} // namespace planc
