#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Rollback& rollback = analysis.plan.rollback;
    if (!rollback.time_limit.given() || rollback.time_limit.value.working) return;
    const std::int64_t limit = rollback.time_limit.value.count;
    std::int64_t total = 0;
    const RollbackStep* over = nullptr; // the one in which the limit is passed
    for (const RollbackStep& step : rollback.steps) {
        if (!step.duration.given() || step.duration.value.working) continue;
        total += step.duration.value.count;
        if (over == nullptr && total > limit) over = &step;
    }
    if (over == nullptr) return;
    Diagnostic& finding =
        findings.add(rollback.time_limit.span, fmt::format("the rollback's steps take {}, {} more than its limit of {}",
                                                           amount(total), amount(total - limit), amount(limit)));
    finding.others.push_back({over->duration.span, "the limit is passed in this step"});
}

} // namespace

const Rule rules::rollback_over_time_limit{
    .name = "rollback-over-time-limit",
    .group = "Metrics and rollback",
    .severity = Severity::error,
    .finds = "a rollback whose steps add up to more than its time limit.",
    .why = "The limit is what was promised. The steps cannot keep it even if each of them goes well.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollback:
  time_limit: 15m
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps:
    - {do: Switch back to the old version, duration: 10m, expect: The old version serves}
    - {do: Look at ten orders, duration: 10m, expect: All of them are paid}
)",
    .mend = "Make the steps shorter, or agree on a limit that can be kept. Steps without a duration count as nothing.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollback:
  time_limit: 20m
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps:
    - {do: Switch back to the old version, duration: 10m, expect: The old version serves}
    - {do: Look at ten orders, duration: 10m, expect: All of them are paid}
)",
    .related = "untriggered-rollback",
    .check = check,
};

} // namespace planc
