#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check_span(const Analysis& analysis, const WrittenInstant& start, const WrittenInstant& end,
                const std::string& what, Findings& findings) {
    // A clock time as an end is the next such time, so it can never lie before the start.
    if (!start.given() || !end.given() || end.form == WrittenInstant::Form::clock) return;
    const auto begin = place(start, analysis.plan, analysis.schedule);
    const auto finish = place(end, analysis.plan, analysis.schedule, true);
    if (!begin || !finish) return;
    const bool whole_day = end.form == WrittenInstant::Form::date;
    if (whole_day ? *finish > *begin : *finish >= *begin) return;
    Diagnostic& finding = findings.add(end.span, fmt::format("{} ends before it starts", what));
    finding.label = fmt::format("ends {}", day(analysis.plan, *finish, whole_day, whole_day));
    finding.others.push_back(
        {start.span, fmt::format("starts {}", day(analysis.plan, *begin, start.form == WrittenInstant::Form::date))});
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    check_span(analysis, plan.header.start, plan.header.end, "the plan's window", findings);
    for (const Freeze& freeze : plan.freezes) {
        check_span(analysis, freeze.start, freeze.end, "freeze " + quoted(freeze.title.value), findings);
    }
    for (const Work& work : plan.work) check_span(analysis, work.start, work.end, called(work), findings);
}

} // namespace

const Rule rules::reversed_span{
    .name = "reversed-span",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "work, a freeze or the plan's window that ends before it starts.",
    .why = "One of the two dates is wrong, often in the year or by a day and a month exchanged, and everything that "
           "depends on it "
           "is then wrong too.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - {id: test, title: Test, start: 2026-12-28, end: 2026-01-08}
)",
    .mend = "Mend the date that is wrong; or write a start and a duration, from which the end follows.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - {id: test, title: Test, start: 2026-12-28, end: 2027-01-08}
)",
    .related = "duration-mismatch",
    .check = check,
};

} // namespace planc
