#include "rules/handoff.h"
#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void report(const Analysis& analysis, const Handoff& handoff, Findings& findings) {
    if (handoff.kind != Handoff::Kind::shared_day) return;
    const Plan& plan = analysis.plan;
    const Work& from = plan.work[handoff.edge->from];
    const Work& to = plan.work[handoff.culprit];
    const bool milestone = from.kind == WorkKind::milestone;
    Diagnostic& finding =
        findings.add(start_place(to),
                     fmt::format("{} starts on the day {} {}, {}", called(to), milestone ? "of" : "on which",
                                 milestone ? called(from) : called(from) + " ends", day(plan, handoff.actual, true)));
    finding.others.push_back(
        {end_place(from), milestone ? "promised for the end of that day" : "ends when that day ends"});
    finding.help = "write clock times if the handoff is meant, or start a day later";
}

void check(const Analysis& analysis, Findings& findings) {
    const std::vector<Handoff> handoffs = broken_handoffs(analysis);
    for_each_culprit(handoffs, [&](std::span<const Handoff> one) { report(analysis, one.front(), findings); });
}

} // namespace

const Rule rules::same_day_handoff{
    .name = "same-day-handoff",
    .group = "Dependencies",
    .severity = Severity::info,
    .finds =
        "work in whole days that begins on the day on which what it depends on ends, or work that begins on the day of "
        "a milestone it waits for.",
    .why = "A day as an end means the whole day. Often a morning and an afternoon are meant; sometimes the two teams "
           "find out on "
           "the day that they both need the system.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, start: 2026-03-02, end: 2026-03-04}
  - {id: load, title: Load test, start: 2026-03-04, end: 2026-03-06, depends_on: [test]}
)",
    .mend = "Write clock times where the day is shared, or begin on the next day.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, start: 2026-03-02, end: 2026-03-04}
  - {id: load, title: Load test, start: 2026-03-05, end: 2026-03-06, depends_on: [test]}
)",
    .related = "early-start",
    .check = check,
};

} // namespace planc
