#include "rules/list.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

/// True for the stages that do not reach everybody. Where only head counts are written, those are they that a later
/// stage goes beyond.
std::vector<bool> partial_stages(const Plan& plan) {
    const std::vector<Stage>& stages = plan.rollout.stages;
    std::vector<bool> partial(stages.size(), false);
    double most_later = 0;
    for (std::size_t i = stages.size(); i-- > 0;) {
        const Stage& stage = stages[i];
        if (plan.work[stage.work].status.value == Status::cancelled) continue;
        if (stage.percent.given()) {
            partial[i] = stage.percent.value.last < 100;
        } else if (stage.users.given()) {
            partial[i] = stage.users.value.last < most_later;
        }
        if (stage.users.given()) most_later = std::max(most_later, stage.users.value.last);
    }
    return partial;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const std::vector<bool> partial = partial_stages(plan);
    for (std::size_t i = 0; i < partial.size(); ++i) {
        const Stage& stage = plan.rollout.stages[i];
        const Work& work = plan.work[stage.work];
        if (!partial[i] || work.status.value == Status::done) continue;
        const Planned& planned = analysis.schedule.work[stage.work];
        const bool ungated = stage.gates.empty();
        // A stage that takes its time can be watched in it.
        const bool timeless = !stage.observe.given() && planned.dated && planned.span.empty();
        if (!ungated && !timeless) continue;
        const std::string_view lacks = !ungated                 ? "no time to watch its gates"
                                       : !stage.observe.given() ? "nothing to watch and no time to watch it"
                                                                : "nothing to watch";
        Diagnostic& finding =
            findings.add(name_place(work), fmt::format("partial stage {} has {}", called(work), lacks));
        finding.help = !ungated                 ? "say how long they are watched: `observe: 2h`"
                       : !stage.observe.given() ? "name metrics as `gates` and a watching time as `observe`"
                                                : "name the metrics that decide as `gates`";
        if (ungated && stage.observe.given()) finding.others.push_back({stage.observe.span, "watching what?"});
    }
}

} // namespace

const Rule rules::ungated_stage{
    .name = "ungated-stage",
    .group = "Rollout",
    .severity = Severity::warning,
    .finds = "a partial stage without gates, or without time to watch them.",
    .why = "A small stage is there to find out something. With nothing to look at it finds out nothing, and merely "
           "delays the rest.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Name the metrics that decide whether the next stage may start, and how long they are watched.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, duration: 2d, observe: 4h, gates: [errors]}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "squeezed-observation inconsistent-thresholds",
    .check = check,
};

} // namespace planc
