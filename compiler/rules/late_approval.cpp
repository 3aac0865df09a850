#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

/// The work that begins first, the inner one of several that begin together; `no_work` if nothing is dated.
WorkIndex first_work(const Analysis& analysis) {
    const Plan& plan = analysis.plan;
    WorkIndex first = no_work;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Planned& planned = analysis.schedule.work[i];
        if (plan.work[i].kind == WorkKind::milestone || analysis.cancelled[i] || !planned.dated) continue;
        if (first == no_work || planned.span.begin < analysis.schedule.work[first].span.begin) first = i;
    }
    return first == no_work ? no_work : reaching_first(plan, analysis.schedule, first);
}

void report(const Analysis& analysis, std::string_view situation, const WrittenDate& date, WorkIndex first,
            Findings& findings) {
    const Plan& plan = analysis.plan;
    const Date begun = plan.calendar.date_of(analysis.schedule.work[first].span.begin);
    Diagnostic& finding = findings.add(date.span, fmt::format("the plan was {} {}, {} after {} starts", situation,
                                                              day(plan, plan.calendar.begin_of(date.value), true),
                                                              amount((date.value - begun).count() * minutes_per_day),
                                                              called(plan.work[first])));
    finding.others.push_back({start_place(plan.work[first]), starts_when(analysis, first)});
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const PlanStatus status = plan.header.status.value;
    if (plan.calendar.counted || status == PlanStatus::abandoned) return;
    const WorkIndex first = first_work(analysis);
    if (first == no_work) return;
    const Date begun = plan.calendar.date_of(analysis.schedule.work[first].span.begin);
    const WrittenDate written = first_written(plan);
    const WrittenDate& signed_on = plan.sign_off.date;
    if (signed_on.given()) {
        // What is being carried out, or was, is written and signed anew on the way.
        const bool under_way = status == PlanStatus::executing || status == PlanStatus::done;
        if (under_way && written.given() && written.value <= begun) return;
        if (signed_on.value > begun) report(analysis, "signed", signed_on, first, findings);
        return;
    }
    const bool binding = status == PlanStatus::approved || status == PlanStatus::executing;
    if (binding && written.given() && written.value > begun) report(analysis, "written", written, first, findings);
}

} // namespace

const Rule rules::late_approval{
    .name = "late-approval",
    .group = "People",
    .severity = Severity::warning,
    .finds = "a plan that is signed after its first work has begun; or, with no date of signing, one that is approved "
             "or being carried out and was written after that. Written is the earliest of `date` and the dates of "
             "`changes`; a plan under way that was written in time may be signed anew.",
    .why = "Whoever signs can no longer say no, and what was done until then was done without a plan.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 5wd}
sign_off: {prepared_by: ning, date: 2026-03-06}
)",
    .mend =
        "Sign before the first work begins, or begin later. Where work had to begin early, make it a plan of its own.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 5wd}
sign_off: {prepared_by: ning, date: 2026-02-27}
)",
    .related = "missing-approval late-deadline",
    .check = check,
};

} // namespace planc
