#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Rollback& rollback = analysis.plan.rollback;
    if (!rollback.span) return;
    if (rollback.triggers.empty()) {
        findings.add(rollback.span, "the rollback has no trigger").help =
            "say when it is done: `triggers: [{metric: …}, {when: …}]`";
    }
    if (rollback.steps.empty()) {
        findings.add(rollback.span, "the rollback has no steps").help =
            "say what is done, by whom, in which time: `steps: [{do: …}]`";
    }
    for (const Trigger& trigger : rollback.triggers) {
        const Metric* metric = analysis.plan.find_metric(trigger.metric.value);
        if (metric == nullptr || metric->rollback.given()) continue;
        Diagnostic& finding = findings.add(
            trigger.metric.span,
            fmt::format("metric {} triggers the rollback, but does not say at which value", quoted(metric->id.value)));
        finding.others.push_back({metric->id.span, "has no `rollback` condition"});
        finding.help = "add the condition to the metric: `rollback: \"> 1% for 5m\"`";
    }
}

} // namespace

const Rule rules::untriggered_rollback{
    .name = "untriggered-rollback",
    .group = "Metrics and rollback",
    .severity = Severity::error,
    .finds = "a rollback without triggers or without steps, or with a trigger that never fires.",
    .why = "Without a trigger the decision is argued over while users suffer; without steps it is made up on the spot.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollback:
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Name the metrics whose rollback condition decides, and the events on which somebody does; and the steps.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollback:
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "missing-rollback rollback-over-time-limit",
    .check = check,
};

} // namespace planc
