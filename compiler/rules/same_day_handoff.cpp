#include "rules/handoff.h"
#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Edge& edge : analysis.schedule.edges) {
        const std::optional<Handoff> handoff = broken_handoff(analysis, edge);
        if (!handoff || !handoff->same_day) continue;
        const Work& from = plan.work[edge.from];
        const Work& to = plan.work[handoff->culprit];
        Diagnostic& finding =
            findings.add(start_place(to), fmt::format("{} starts on the day on which {} ends, {}", called(to),
                                                      called(from), day(plan, handoff->actual, true)));
        finding.others.push_back({end_place(from), "ends when that day ends"});
        finding.help = "write clock times if the handoff is meant, or start a day later";
    }
}

} // namespace

const Rule rules::same_day_handoff{
    .name = "same-day-handoff",
    .group = "Dependencies",
    .severity = Severity::info,
    .finds = "work in whole days that begins on the day on which what it depends on ends.",
    .why = "A day as an end means the whole day. Often a morning and an afternoon are meant; sometimes the two teams "
           "find out on "
           "the day that they both need the system.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - {id: test, title: Test, start: 2026-03-02, end: 2026-03-04}
  - {id: load, title: Load test, start: 2026-03-04, end: 2026-03-06, depends_on: [test]}
)",
    .mend = "Write clock times where the day is shared, or begin on the next day.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - {id: test, title: Test, start: 2026-03-02, end: 2026-03-04}
  - {id: load, title: Load test, start: 2026-03-05, end: 2026-03-06, depends_on: [test]}
)",
    .related = "early-start",
    .check = check,
};

} // namespace planc
