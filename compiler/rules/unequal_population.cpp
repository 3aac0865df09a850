#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <cmath>
#include <fmt/format.h>

namespace planc {

namespace {

// Head counts are rounded by those who write them; a tenth more or less says nothing.
constexpr double tolerance = 1.1;

/// How many users there are in all, going by one stage.
struct Population {
    const Stage* stage = nullptr;
    double least = 0;
    double most = 0;
};

std::string range_of(const Population& population) {
    if (std::round(population.least) == std::round(population.most)) return fmt::format("{:.0f}", population.least);
    return fmt::format("{:.0f} to {:.0f}", population.least, population.most);
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    Population smallest;
    Population largest;
    for (const Stage& stage : plan.rollout.stages) {
        const bool cancelled = plan.work[stage.work].status.value == Status::cancelled;
        if (cancelled || !stage.percent.given() || !stage.users.given() || stage.percent.value.first <= 0) continue;
        const Population population{&stage, stage.users.value.first / stage.percent.value.last * 100,
                                    stage.users.value.last / stage.percent.value.first * 100};
        if (smallest.stage == nullptr || population.most < smallest.most) smallest = population;
        if (largest.stage == nullptr || population.least > largest.least) largest = population;
    }
    if (smallest.stage == nullptr || largest.least <= smallest.most * tolerance) return;
    const auto says = [&plan](const Population& population) {
        return fmt::format("{} means {} users in all", called(plan.work[population.stage->work]), range_of(population));
    };
    const bool smallest_first = smallest.stage < largest.stage;
    const Population& first = smallest_first ? smallest : largest;
    const Population& second = smallest_first ? largest : smallest;
    Diagnostic& finding =
        findings.add(second.stage->users.span,
                     fmt::format("stages {} and {} count on different numbers of users",
                                 called(plan.work[first.stage->work]), called(plan.work[second.stage->work])));
    finding.label = says(second);
    finding.others.push_back({first.stage->users.span, says(first)});
    finding.help = "state the share or the head count, and let the other follow";
}

} // namespace

const Rule rules::unequal_population{
    .name = "unequal-population",
    .group = "Rollout",
    .severity = Severity::warning,
    .finds = "stages whose shares and head counts imply different numbers of users in all, by more than a tenth.",
    .why = "The person who sets the share in the console and the one who counts the users who complain are working "
           "from different "
           "plans.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, users: 100, gates: [errors], duration: 2d}
  - {id: gray-20, percent: 20, users: 5000, gates: [errors], duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "State one of the two, or make them agree.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-10, percent: 10, users: 2500, gates: [errors], duration: 2d}
  - {id: gray-20, percent: 20, users: 5000, gates: [errors], duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "shrinking-rollout",
    .check = check,
};

} // namespace planc
