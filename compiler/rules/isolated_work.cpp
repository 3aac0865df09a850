#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

/// Which phases, stages and milestones something outside of them is tied to.
class Ties {
public:
    explicit Ties(const Plan& plan) : plan_(plan), outermost_(outermost_work(plan)), tied_(plan.work.size(), false) {}

    /// Ties the two together; nothing if they are in one phase.
    void tie(WorkIndex a, WorkIndex b) {
        if (outermost_[a] == outermost_[b]) return;
        tied_[outermost_[a]] = tied_[outermost_[b]] = true;
    }
    void tie(WorkIndex work) {
        if (work != no_work) tied_[outermost_[work]] = true;
    }
    void tie(const WrittenInstant& instant) {
        if (instant.form == WrittenInstant::Form::relative) tie(plan_.find_work(instant.target));
    }
    bool tied(WorkIndex work) const { return tied_[work]; }

private:
    const Plan& plan_;
    std::vector<WorkIndex> outermost_;
    std::vector<bool> tied_;
};

Ties all_ties(const Analysis& analysis) {
    const Plan& plan = analysis.plan;
    Ties ties(plan);
    for (const Edge& edge : analysis.schedule.edges) ties.tie(edge.from, edge.to);
    // The stages of a rollout belong together, whatever dates they have.
    for (std::size_t i = 1; i < plan.rollout.stages.size(); ++i)
        ties.tie(plan.rollout.stages[i - 1].work, plan.rollout.stages[i].work);
    ties.tie(plan.header.start);
    ties.tie(plan.header.end);
    for (const Freeze& freeze : plan.freezes) {
        ties.tie(freeze.start);
        ties.tie(freeze.end);
    }
    for (const Checklist& checklist : plan.checklists) {
        ties.tie(checklist.due);
        for (const Reference& gated : checklist.gates) ties.tie(plan.find_work(gated.value));
        for (const CheckItem& item : checklist.items) ties.tie(item.due);
    }
    return ties;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Ties ties = all_ties(analysis);
    std::vector<WorkIndex> isolated;
    std::size_t tied = 0;
    for (WorkIndex i = 0; i < plan.work.size(); i = plan.work[i].end_of_descendants) {
        const Status status = plan.work[i].status.value;
        if (ties.tied(i)) {
            ++tied;
        } else if (status != Status::cancelled && status != Status::done) {
            isolated.push_back(i);
        }
    }
    // A plan that goes by dates, with a dependency here and there, means it so.
    if (isolated.size() >= tied) return;
    for (const WorkIndex i : isolated) {
        const Work& work = plan.work[i];
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
    .finds = "a phase, a stage or a milestone that no dependency ties to the rest, in a plan that goes by "
             "dependencies.",
    .why = "When the rest of the plan moves, it stays where it is, and nobody notices until the day.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: manual, title: Write the manual, duration: 2d}
)",
    .mend = "Say what it waits for, or let what needs it depend on it.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: manual, title: Write the manual, duration: 2d, depends_on: [build]}
)",
    .related = "redundant-dependency",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
