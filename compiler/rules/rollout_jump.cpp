#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

constexpr double precision = 1e-9; // 0.3 is not quite ten times 0.03

std::string times(double factor) {
    return factor < 100 ? fmt::format("{:.3g}", factor) : fmt::format("{:.0f}", factor);
}

/// Tells it if the jump is too large.
void compare(const Plan& plan, const Stage& before, const Stage& after, const Located<NumberRange>& old_reach,
             const Located<NumberRange>& new_reach, std::string_view unit, double largest_jump, Findings& findings) {
    if (!old_reach.given() || !new_reach.given() || old_reach.value.last <= 0) return;
    const double jump = new_reach.value.first / old_reach.value.last;
    if (jump <= largest_jump * (1 + precision)) return;
    Diagnostic& finding = findings.add(
        new_reach.span, fmt::format("stage {} reaches {} times as many users as stage {}",
                                    called(plan.work[after.work]), times(jump), called(plan.work[before.work])));
    finding.label = range_text(new_reach.value, unit);
    finding.others.push_back({old_reach.span, range_text(old_reach.value, unit)});
    finding.help = "put a stage between the two";
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const double most = factor(analysis, rules::rollout_jump);
    for_each_step_up(plan, [&](const Stage& before, const Stage& after) {
        const bool shares = before.percent.given() && after.percent.given();
        if (shares) {
            compare(plan, before, after, before.percent, after.percent, " %", most, findings);
        } else {
            compare(plan, before, after, before.users, after.users, " users", most, findings);
        }
    });
}

} // namespace

const Rule rules::rollout_jump{
    .name = "rollout-jump",
    .group = "Rollout",
    .severity = Severity::warning,
    .finds = "a stage that reaches more than ten times as many users as the stage before it; the option `factor` says "
             "more than how many.",
    .why = "What goes wrong for one user in ten thousand, or only under load, is not seen in the small stage and hits "
           "everybody in the "
           "next.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-1, percent: 1, gates: [errors], duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Put a stage in between.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-1, percent: 1, gates: [errors], duration: 2d}
  - {id: gray-10, percent: 10, gates: [errors], duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "shrinking-rollout ungated-stage",
    .factor = 10,
    .check = check,
};

} // namespace planc
