#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

constexpr double largest_jump = 10;

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for_each_step_up(plan, [&](const Stage& before, const Stage& after) {
        if (!before.percent.given() || !after.percent.given() || before.percent.value.last <= 0) return;
        const double jump = after.percent.value.first / before.percent.value.last;
        if (jump <= largest_jump) return;
        Diagnostic& finding = findings.add(
            after.percent.span, fmt::format("stage {} reaches {:.3g} times as many users as stage {}",
                                            called(plan.work[after.work]), jump, called(plan.work[before.work])));
        finding.label = range_text(after.percent.value, " %");
        finding.others.push_back({before.percent.span, range_text(before.percent.value, " %")});
        finding.help = "put a stage between the two";
    });
}

} // namespace

const Rule rules::rollout_jump{
    .name = "rollout-jump",
    .group = "Rollout",
    .severity = Severity::warning,
    .finds = "a stage that reaches more than ten times the share of the stage before it.",
    .why = "What goes wrong for one user in ten thousand, or only under load, is not seen in the small stage and hits "
           "everybody in the "
           "next.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
rollout:
  - {id: gray-1, percent: 1, duration: 2d}
  - {id: full, percent: 100, duration: 1d}
)",
    .mend = "Put a stage in between.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
rollout:
  - {id: gray-1, percent: 1, duration: 2d}
  - {id: gray-10, percent: 10, duration: 2d}
  - {id: full, percent: 100, duration: 1d}
)",
    .related = "shrinking-rollout ungated-stage",
    .check = check,
};

} // namespace planc
