#include "rules/list.h"
#include "rules/stages.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

bool shrinks(const NumberRange& before, const NumberRange& after) {
    return after.first < before.first || after.last < before.last;
}

void compare(const Plan& plan, const Stage& before, const Stage& after, const Located<NumberRange>& old_reach,
             const Located<NumberRange>& new_reach, std::string_view unit, Findings& findings) {
    if (!old_reach.given() || !new_reach.given() || !shrinks(old_reach.value, new_reach.value)) return;
    Diagnostic& finding =
        findings.add(new_reach.span, fmt::format("stage {} reaches {}, less than {} of stage {} before it",
                                                 called(plan.work[after.work]), range_text(new_reach.value, unit),
                                                 range_text(old_reach.value, unit), called(plan.work[before.work])));
    finding.others.push_back({old_reach.span, "more than after it"});
    finding.help = "put the stages in rising order, or mend the number that is wrong";
}

void check(const Analysis& analysis, Findings& findings) {
    for_each_step_up(analysis.plan, [&](const Stage& before, const Stage& after) {
        compare(analysis.plan, before, after, before.percent, after.percent, " %", findings);
        compare(analysis.plan, before, after, before.users, after.users, " users", findings);
    });
}

} // namespace

const Rule rules::shrinking_rollout{
    .name = "shrinking-rollout",
    .group = "Rollout",
    .severity = Severity::error,
    .finds = "a rollout stage that reaches fewer users, or a smaller share of them, than the stage before it.",
    .why = "Users who already have the new version do not lose it again; so the stage tests nothing new, or a number "
           "is wrong and "
           "the real stage will be larger than anybody approved.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
rollout:
  - {id: team, percent: 1, users: 10, duration: 2d}
  - {id: friends, percent: 0.5, users: 100, duration: 3d}
)",
    .mend = "Mend the number that is wrong, or put the stages in the order in which they widen.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
rollout:
  - {id: team, percent: 0.05, users: 10, duration: 2d}
  - {id: friends, percent: 0.5, users: 100, duration: 3d}
)",
    .related = "unequal-population rollout-jump",
    .check = check,
};

} // namespace planc
