#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

/// The widest so far, by one measure.
struct Widest {
    const Stage* stage = nullptr;
    const Located<NumberRange>* reach = nullptr;
};

bool different_audiences(const Stage& a, const Stage& b) {
    return a.audience.given() && b.audience.given() && a.audience.value != b.audience.value;
}

/// A stage for other people begins anew: it widens among them.
void keep_the_widest(Widest& widest, const Stage& stage, const Located<NumberRange>& reach) {
    if (!reach.given()) return;
    const bool narrower = widest.stage != nullptr && reach.value.last < widest.reach->value.last;
    if (!narrower || different_audiences(*widest.stage, stage)) widest = {&stage, &reach};
}

/// Tells it if `stage` reaches less than one before it, and gives true then.
bool compare(const Plan& plan, Widest& widest, const Stage& stage, const Located<NumberRange>& reach,
             std::string_view unit, Findings& findings) {
    if (!reach.given()) return false;
    const bool shrinks = widest.stage != nullptr && reach.value.last < widest.reach->value.last;
    if (shrinks) {
        const Stage& before = *widest.stage;
        // Ranges that meet, and stages for different people, may be meant.
        const bool sure = reach.value.last < widest.reach->value.first && !different_audiences(before, stage);
        Diagnostic& finding =
            findings.add(sure ? Severity::error : Severity::warning, reach.span,
                         fmt::format("stage {} reaches {}, less than the {} of stage {} before it",
                                     called(plan.work[stage.work]), range_text(reach.value, unit),
                                     range_text(widest.reach->value, unit), called(plan.work[before.work])));
        finding.others.push_back({widest.reach->span, fmt::format("{} here", range_text(widest.reach->value, unit))});
        finding.help = "put the stages in rising order, or mend the number that is wrong";
    }
    keep_the_widest(widest, stage, reach);
    return shrinks;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    Widest share;
    Widest count;
    for (const Stage& stage : plan.rollout.stages) {
        if (plan.work[stage.work].status.value == Status::cancelled) continue;
        const bool told = compare(plan, share, stage, stage.percent, " %", findings);
        if (told) {
            keep_the_widest(count, stage, stage.users);
        } else {
            compare(plan, count, stage, stage.users, " users", findings);
        }
    }
}

} // namespace

const Rule rules::shrinking_rollout{
    .name = "shrinking-rollout",
    .group = "Rollout",
    .severity = Severity::error,
    .finds = "a rollout stage that reaches fewer users, or a smaller share of them, than one before it. Where the two "
             "name different audiences, or their ranges meet, it is a warning.",
    .why = "Users who already have the new version do not lose it again; so the stage tests nothing new, or a number "
           "is wrong and "
           "the real stage will be larger than anybody approved.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-30, percent: 30, gates: [errors], duration: 2d}
  - {id: gray-20, percent: 20, gates: [errors], duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Mend the number that is wrong, or put the stages in the order in which they widen.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
metrics: {errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}}
rollout:
  - {id: gray-20, percent: 20, gates: [errors], duration: 2d}
  - {id: gray-30, percent: 30, gates: [errors], duration: 2d}
  - {id: full, percent: 100, duration: 1d}
rollback:
  triggers: [{metric: errors}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "unequal-population rollout-jump",
    .check = check,
};

} // namespace planc
