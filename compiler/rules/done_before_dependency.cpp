#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

/// The status of each piece of work; a group that says none is done when all below it is, and active when any is begun.
std::vector<Status> effective_statuses(const Plan& plan) {
    std::vector<Status> statuses(plan.work.size());
    std::vector<bool> open(plan.work.size(), false);
    std::vector<bool> begun(plan.work.size(), false);
    for (WorkIndex i = static_cast<WorkIndex>(plan.work.size()); i-- > 0;) {
        const Work& work = plan.work[i];
        const bool leaf = work.end_of_descendants == i + 1;
        if (work.status.given() || leaf) {
            statuses[i] = work.status.value;
        } else {
            statuses[i] = !open[i] ? Status::done : begun[i] ? Status::active : Status::planned;
        }
        if (work.parent == no_work || statuses[i] == Status::cancelled) continue;
        if (statuses[i] != Status::done) open[work.parent] = true;
        if (statuses[i] == Status::done || statuses[i] == Status::active) begun[work.parent] = true;
    }
    return statuses;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const std::vector<Status> statuses = effective_statuses(plan);
    for (const Edge& edge : analysis.schedule.edges) {
        if (edge.kind == EdgeKind::relative || edge.kind == EdgeKind::within) continue;
        const Status before = statuses[edge.from];
        const Status after = statuses[edge.to];
        const bool bound_end =
            edge.type == DependencyType::finish_to_finish || edge.type == DependencyType::start_to_finish;
        const bool waits_for_start =
            edge.type == DependencyType::start_to_start || edge.type == DependencyType::start_to_finish;
        const bool happened = after == Status::done || (after == Status::active && !bound_end);
        const bool ready =
            before == Status::done || before == Status::cancelled || (waits_for_start && before == Status::active);
        if (!happened || ready) continue;
        const Work& from = plan.work[edge.from];
        const Work& to = plan.work[edge.to];
        Diagnostic& finding = findings.add(to.status.given() ? to.status.span : name_place(to),
                                           fmt::format("{} is {}, but {}, which it depends on, is {}", called(to),
                                                       name(after), called(from), name(before)));
        finding.others.push_back({from.status.given() ? from.status.span : name_place(from),
                                  from.status.given() ? "said here" : "no status is `planned`"});
        if (edge.span != finding.span) finding.others.push_back({edge.span, "the dependency"});
    }
}

} // namespace

const Rule rules::done_before_dependency{
    .name = "done-before-dependency",
    .group = "Dependencies",
    .severity = Severity::warning,
    .finds = "work that is done or active while what it depends on is not done.",
    .why = "Either the plan is not kept up to date, or a step was taken before the check that should have come first.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
phases:
  - {id: test, title: Test, duration: 1d, status: active}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [test], status: done}
)",
    .mend = "Bring the statuses up to date; if the work really was done first, say why in its `notes` and take the "
            "dependency out.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
phases:
  - {id: test, title: Test, duration: 1d, status: done}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [test], status: done}
)",
    .related = "early-start",
    .check = check,
};

} // namespace planc
