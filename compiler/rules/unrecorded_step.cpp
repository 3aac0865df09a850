#include "rules/list.h"
#include "rules/recorded.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;

/// What is missing of one phase or stage.
struct Missing {
    std::vector<WorkIndex> first;
    std::size_t count = 0;
    bool steps = true; ///< nothing but steps
};

void report(const Analysis& analysis, WorkIndex phase, const Missing& missing, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& only = plan.work[missing.first.front()];
    const Span place = name_place(missing.count == 1 ? only : plan.work[phase]);
    Diagnostic& finding = findings.add(
        place, missing.count == 1 ? fmt::format("the plan is done, and {} was never recorded", called(only))
                                  : fmt::format("the plan is done, and {} {} of {} were never recorded", missing.count,
                                                missing.steps ? "steps" : "parts", called(plan.work[phase])));
    finding.others.push_back({plan.header.status.span, "done, it says here"});
    if (missing.count == 1) return;
    for (const WorkIndex work : missing.first)
        finding.others.push_back({name_place(plan.work[work]), "there is no entry of this"});
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Header& header = plan.header;
    if (!header.status.given() || header.status.value != PlanStatus::done) return;
    // What came after the point where it was given up has no entries, and needs none.
    const Located<Outcome>& outcome = plan.record.outcome;
    if (outcome.given() && (outcome.value == Outcome::rolled_back || outcome.value == Outcome::failed)) return;
    const Recorded recorded(plan);
    if (recorded.empty()) return;
    const std::vector<WorkIndex> outermost = outermost_work(plan);
    std::vector<bool> told(plan.work.size(), false); // of it, or of the whole that it is part of
    Missing missing;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        told[i] = recorded.of(work.id.value) != nullptr || (work.parent != no_work && told[work.parent]);
        // Nobody carries out a milestone.
        if (!told[i] && is_childless(plan, i) && work.kind != WorkKind::milestone && !analysis.cancelled[i] &&
            !analysis.done[i]) {
            if (missing.first.size() < most_labels) missing.first.push_back(i);
            ++missing.count;
            if (work.kind != WorkKind::step) missing.steps = false;
        }
        if (missing.count == 0 || i + 1 != plan.work[outermost[i]].end_of_descendants) continue;
        report(analysis, outermost[i], missing, findings);
        missing = {};
    }
}

} // namespace

const Rule rules::unrecorded_step{
    .name = "unrecorded-step",
    .group = "Record",
    .severity = Severity::warning,
    .finds =
        "work of which a plan that is done has no entry, while it has entries of other work; one finding a phase or "
        "stage. Not where the release failed or was rolled back.",
    .why = "Was it forgotten in the record, or on the night? Afterwards nobody can tell.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, status: done}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}, tao: {name: Tao, phone: "+86 10 5550 0103"}, wen: {name: Wen, phone: "+86 10 5550 0102"}}
phases:
  - {id: backup, title: Back up the data, start: 2026-03-02 22:00, duration: 30m}
  - {id: deploy, title: Deploy, start: 2026-03-02 22:30, duration: 30m}
sign_off: {prepared_by: ning, reviewed_by: tao, approved_by: wen}
record:
  entries:
    - {of: deploy, start: 2026-03-02 22:30, end: 22:55, by: ning, result: done}
)",
    .mend = "Add the entry; of what was left out, one with `result: skipped`. What the plan had given up before is "
            "`status: cancelled`. An entry of a whole phase stands for all its steps.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, status: done}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}, tao: {name: Tao, phone: "+86 10 5550 0103"}, wen: {name: Wen, phone: "+86 10 5550 0102"}}
phases:
  - {id: backup, title: Back up the data, start: 2026-03-02 22:00, duration: 30m}
  - {id: deploy, title: Deploy, start: 2026-03-02 22:30, duration: 30m}
sign_off: {prepared_by: ning, reviewed_by: tao, approved_by: wen}
record:
  entries:
    - {of: backup, start: 2026-03-02 22:00, end: 22:20, by: ning, result: done}
    - {of: deploy, start: 2026-03-02 22:30, end: 22:55, by: ning, result: done}
)",
    .related = "unplanned-entry status-conflict",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
