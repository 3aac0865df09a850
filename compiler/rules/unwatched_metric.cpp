#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <unordered_set>

namespace planc {

namespace {

class Check {
public:
    Check(const Analysis& analysis, Findings& findings) : plan_(analysis.plan), findings_(findings) {}

    void relied_on(const Reference& by, std::string_view what) {
        const Metric* metric = plan_.find_metric(by.value);
        if (metric == nullptr || metric->alert.given() || metric->rollback.given()) return;
        if (!told_.insert(metric).second) return;
        Diagnostic& finding = findings_.add(
            first_given({metric->id.span, metric->title.span, metric->span}),
            fmt::format("{} relies on {}, but nobody is called when it goes wrong", what, quoted(by.value)));
        finding.label = "has neither `alert` nor `rollback`";
        finding.others.push_back({by.span, "relied on here"});
        finding.help = "say at which value somebody has to look: `alert: …`";
    }

private:
    const Plan& plan_;
    Findings& findings_;
    std::unordered_set<const Metric*> told_; ///< one threshold mends it for all who rely on it
};

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    Check check(analysis, findings);
    for (const Stage& stage : plan.rollout.stages) {
        if (analysis.done[stage.work] || analysis.cancelled[stage.work] || stage.gates.empty()) continue;
        const std::string what = fmt::format("the gate of {}", called(plan.work[stage.work]));
        for (const Gate& gate : stage.gates) check.relied_on(gate.metric, what);
    }
    for (const Trigger& trigger : plan.rollback.triggers) check.relied_on(trigger.metric, "the rollback");
    for (const Contingency& contingency : plan.contingencies) {
        for (const Trigger& trigger : contingency.triggers)
            check.relied_on(trigger.metric, fmt::format("contingency {}", quoted(contingency.title.value)));
    }
}

} // namespace

const Rule rules::unwatched_metric{
    .name = "unwatched-metric",
    .group = "Metrics and rollback",
    .severity = Severity::warning,
    .finds = "a metric that a gate of the rollout, the rollback or a contingency relies on, and that has neither an "
             "alert nor a rollback threshold.",
    .why = "A gate is looked at once, at its end. Until then the value can be bad for hours, and nobody is called; a "
           "trigger without a value never fires at all.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%"}}
rollout:
  - {id: gray-10, percent: 10, duration: 2d, observe: 4h, gates: [errors]}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Say at which value somebody has to look (`alert`), or when the release is rolled back (`rollback`). A "
            "target, of the metric or of the gate, says only what is good.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", alert: "> 0.5%"}}
rollout:
  - {id: gray-10, percent: 10, duration: 2d, observe: 4h, gates: [errors]}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "ungated-stage untriggered-rollback inconsistent-thresholds",
    .check = check,
};

} // namespace planc
