#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

/// What something has to stay inside of.
struct Frame {
    Interval span;
    std::string name;
    Span start_place;
    Span end_place;
};

void report(const Analysis& analysis, WorkIndex index, const Frame& frame, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Interval& span = analysis.schedule.work[index].span;
    if (span.begin < frame.span.begin) {
        const WorkIndex culprit = reaching_first(plan, analysis.schedule, index);
        const Work& work = plan.work[culprit];
        Diagnostic& finding =
            findings.add(start_place(work), fmt::format("{} starts {} before {} starts", called(work),
                                                        amount((frame.span.begin - span.begin).count()), frame.name));
        finding.label = fmt::format("starts {}", begin_of(plan, analysis.schedule.work[culprit]));
        finding.others.push_back(
            {frame.start_place, fmt::format("{} starts {}", frame.name, day(plan, frame.span.begin, false))});
    }
    if (span.end > frame.span.end) {
        const WorkIndex culprit = reaching_last(plan, analysis.schedule, index);
        const Work& work = plan.work[culprit];
        Diagnostic& finding =
            findings.add(end_place(work), fmt::format("{} ends {} after {} ends", called(work),
                                                      amount((span.end - frame.span.end).count()), frame.name));
        finding.label = fmt::format("ends {}", end_of(plan, analysis.schedule.work[culprit]));
        finding.others.push_back(
            {frame.end_place, fmt::format("{} ends {}", frame.name, day(plan, frame.span.end, false))});
    }
}

Frame frame_of(const Analysis& analysis, WorkIndex index) {
    const Work& work = analysis.plan.work[index];
    return {analysis.schedule.work[index].span, called(work), start_place(work), end_place(work)};
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Schedule& schedule = analysis.schedule;
    Frame window;
    if (schedule.declared) {
        window = {*schedule.declared, "the plan's window",
                  plan.header.start.given() ? plan.header.start.span : plan.header.span,
                  plan.header.end.given() ? plan.header.end.span : plan.header.span};
    }
    const WorkIndex within = plan.find_work(plan.rollout.within.value);
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (!schedule.work[i].dated || work.status.value == Status::cancelled) continue;
        if (work.parent != no_work) {
            if (schedule.work[work.parent].dated && has_own_timing(plan.work[work.parent])) {
                report(analysis, i, frame_of(analysis, work.parent), findings);
            }
            continue;
        }
        if (schedule.declared) report(analysis, i, window, findings);
        if (work.kind == WorkKind::stage && within != no_work && schedule.work[within].dated) {
            report(analysis, i, frame_of(analysis, within), findings);
        }
    }
}

} // namespace

const Rule rules::outside_parent{
    .name = "outside-parent",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "work that lies outside the phase it belongs to, the work the rollout takes place in, or the plan's own "
             "window.",
    .why = "Rooms, freezes, staff and notices to customers are arranged for the window. What lies outside of it is "
           "done without "
           "them.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-06-25 22:00, end: 2026-06-26 02:00}
phases:
  - {id: prepare, title: Prepare, start: 2026-06-25 21:30, end: 22:00}
  - {id: deploy, title: Deploy, start: 2026-06-25 22:00, end: 22:30, depends_on: [prepare]}
)",
    .mend = "Move the work inside, or widen the window.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-06-25 21:30, end: 2026-06-26 02:00}
phases:
  - {id: prepare, title: Prepare, start: 2026-06-25 21:30, end: 22:00}
  - {id: deploy, title: Deploy, start: 2026-06-25 22:00, end: 22:30, depends_on: [prepare]}
)",
    .related = "duration-mismatch freeze-violation",
    .check = check,
};

} // namespace planc
