#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <optional>
#include <vector>

namespace planc {

namespace {

/// What has become of each piece of work. A group of which nothing is said is done when all below it is, and active
/// when any of it is begun.
struct Progress {
    std::vector<Status> status;
    std::vector<WorkIndex> open; ///< of a group that does not say: the first below it that is not done; else itself
};

/// What is said of each piece of work, by itself or by a group around it that is cancelled or done; nothing of a group
/// that goes by what is below it.
std::vector<std::optional<Status>> said_of(const Analysis& analysis) {
    const Plan& plan = analysis.plan;
    const std::vector<bool>& cancelled = analysis.cancelled;
    const std::vector<bool>& done = analysis.done;
    std::vector<std::optional<Status>> said(plan.work.size());
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (work.status.given()) {
            said[i] = work.status.value;
        } else if (cancelled[i]) {
            said[i] = Status::cancelled;
        } else if (done[i]) {
            said[i] = Status::done;
        } else if (is_childless(plan, i)) {
            said[i] = Status::planned;
        }
    }
    return said;
}

Progress progress_of(const Analysis& analysis) {
    const Plan& plan = analysis.plan;
    struct Below {
        bool open = false;
        bool begun = false;
    };
    const std::vector<std::optional<Status>> said = said_of(analysis);
    Progress progress;
    progress.status.resize(plan.work.size());
    progress.open.resize(plan.work.size());
    std::vector<Below> below(plan.work.size());
    for (WorkIndex i = static_cast<WorkIndex>(plan.work.size()); i-- > 0;) {
        const Work& work = plan.work[i];
        Status& status = progress.status[i];
        if (said[i]) {
            status = *said[i];
        } else if (below[i].open) {
            status = below[i].begun ? Status::active : Status::planned;
        } else {
            status = below[i].begun ? Status::done : Status::cancelled;
        }
        if (progress.open[i] == 0 || work.status.given()) progress.open[i] = i;
        if (work.parent == no_work || status == Status::cancelled) continue;
        Below& around = below[work.parent];
        if (status != Status::done) {
            around.open = true;
            progress.open[work.parent] = progress.open[i];
        }
        if (status == Status::done || status == Status::active) around.begun = true;
    }
    return progress;
}

std::string_view relation(EdgeKind kind) {
    switch (kind) {
    case EdgeKind::sequence:
        return "which comes before it";
    case EdgeKind::rollout:
        return "the stage before it";
    default:
        return "which it depends on";
    }
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Progress progress = progress_of(analysis);
    for (const Edge& edge : analysis.schedule.edges) {
        if (edge.kind == EdgeKind::relative || edge.kind == EdgeKind::within) continue;
        const Status before = progress.status[edge.from];
        const Status after = progress.status[edge.to];
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
        Diagnostic& finding = findings.add(first_given({to.status.span, name_place(to)}),
                                           fmt::format("{} is {}, but {}, {}, is {}", called(to), name(after),
                                                       called(from), relation(edge.kind), name(before)));
        const Work& open = plan.work[progress.open[edge.from]];
        finding.others.push_back({first_given({open.status.span, name_place(open)}),
                                  &open == &from && open.status.given()
                                      ? "said here"
                                      : fmt::format("{} is {}", called(open), name(open.status.value))});
        if (edge.kind == EdgeKind::depends_on) finding.others.push_back({edge.span, "the dependency"});
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
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, duration: 1d, status: active}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [test], status: done}
)",
    .mend = "Bring the statuses up to date; if the work really was done first, say why in its `notes` and take the "
            "dependency out.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, duration: 1d, status: done}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [test], status: done}
)",
    .related = "early-start",
    .check = check,
};

} // namespace planc
