#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

/// The end of what a milestone waits for, with the dependency that says so.
struct Late {
    const Edge* edge;
    Instant needed;
};

void report(const Analysis& analysis, WorkIndex index, const std::vector<Late>& late, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& milestone = plan.work[index];
    const Planned& planned = analysis.schedule.work[index];
    const Late& worst =
        *std::max_element(late.begin(), late.end(), [](const Late& a, const Late& b) { return a.needed < b.needed; });
    const bool whole_day = milestone.end.form == WrittenInstant::Form::date;
    const Work& last = plan.work[worst.edge->from];
    Diagnostic& finding =
        findings.add(milestone.end.span,
                     fmt::format("{}{} is promised {} before {} ends", is_launch(plan, index) ? "launch " : "",
                                 called(milestone), amount((worst.needed - planned.span.end).count()), called(last)));
    finding.label = fmt::format("promised for {}", day(plan, planned.span.end, whole_day, whole_day));
    for (const Late& one : late) {
        const Planned& before = analysis.schedule.work[one.edge->from];
        finding.others.push_back({end_place(plan.work[one.edge->from]),
                                  fmt::format("{} ends {}", called(plan.work[one.edge->from]), end_of(plan, before))});
        if (finding.others.size() == 3) break;
    }
    finding.help = fmt::format("the earliest it can be kept is {}", day(plan, worst.needed, whole_day, whole_day));
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Schedule& schedule = analysis.schedule;
    if (plan.milestones.empty()) return;
    const WorkIndex first = plan.milestones.front().work;
    std::vector<std::vector<Late>> late(plan.work.size() - first);
    for (const Edge& edge : schedule.edges) {
        if (edge.to < first || edge.kind == EdgeKind::relative || plan.work[edge.to].kind != WorkKind::milestone)
            continue;
        const Planned& before = schedule.work[edge.from];
        if (!plan.work[edge.to].end.given() || !before.dated || !schedule.work[edge.to].dated) continue;
        const bool from_start =
            edge.type == DependencyType::start_to_start || edge.type == DependencyType::start_to_finish;
        const Instant needed = plan.calendar.shift(from_start ? before.span.begin : before.span.end, edge.lag);
        if (needed > schedule.work[edge.to].span.end) late[edge.to - first].push_back({&edge, needed});
    }
    for (WorkIndex i = first; i < plan.work.size(); ++i) {
        if (!late[i - first].empty()) report(analysis, i, late[i - first], findings);
    }
}

} // namespace

const Rule rules::missed_milestone{
    .name = "missed-milestone",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "a milestone dated before what it depends on can end.",
    .why = "A milestone is a promise, often to people outside. This one cannot be kept even if everything goes well.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - {id: test, title: Test, start: 2026-03-02, duration: 5d}
  - {id: deploy, title: Deploy, duration: 3d, depends_on: [test]}
milestones:
  - {id: live, title: Shop 2.4 is live, date: 2026-03-06, depends_on: [deploy]}
)",
    .mend = "Move the milestone to the date in the finding or later, or make what it waits for shorter. A milestone "
            "with a date is "
            "kept if all it depends on has ended by the end of that day.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - {id: test, title: Test, start: 2026-03-02, duration: 5d}
  - {id: deploy, title: Deploy, duration: 3d, depends_on: [test]}
milestones:
  - {id: live, title: Shop 2.4 is live, date: 2026-03-09, depends_on: [deploy]}
)",
    .related = "early-start",
    .check = check,
};

} // namespace planc
