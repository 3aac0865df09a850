#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    std::vector<bool> linked(plan.work.size(), false);
    bool any_written = false;
    for (const Edge& edge : analysis.schedule.edges) {
        if (edge.kind == EdgeKind::within) continue;
        any_written = any_written || edge.kind == EdgeKind::depends_on;
        linked[edge.from] = linked[edge.to] = true;
    }
    if (!any_written) return;
    // A group is tied in by any of its children, and ties in all of them.
    for (WorkIndex i = static_cast<WorkIndex>(plan.work.size()); i-- > 0;) {
        if (linked[i] && plan.work[i].parent != no_work) linked[plan.work[i].parent] = true;
    }
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (work.parent != no_work && linked[work.parent]) linked[i] = true;
        const bool outermost = work.parent == no_work;
        if (linked[i] || !outermost || work.status.value == Status::cancelled) continue;
        Diagnostic& finding =
            findings.add(name_place(work),
                         fmt::format("{} {} leads to nothing, and nothing leads to it", name(work.kind), called(work)));
        finding.help = "say what it waits for with `depends_on`, or let what needs it depend on it";
    }
}

} // namespace

const Rule rules::isolated_work{
    .name = "isolated-work",
    .group = "Dependencies",
    .severity = Severity::info,
    .finds = "a phase, a stage or a milestone that no dependency ties to the rest, in a plan that has dependencies.",
    .why = "When the rest of the plan moves, it stays where it is, and nobody notices until the day.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: manual, title: Write the manual, duration: 2d}
)",
    .mend = "Say what it waits for, or let what needs it depend on it.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: manual, title: Write the manual, duration: 2d, depends_on: [build]}
)",
    .related = "redundant-dependency",
    .check = check,
};

} // namespace planc
