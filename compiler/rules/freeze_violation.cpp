#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

struct Frozen {
    Interval span;
    const Freeze* freeze;
};

bool check_unit(const Analysis& analysis, const Frozen& frozen, WorkIndex index, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& work = plan.work[index];
    if (work.kind == WorkKind::milestone && !is_launch(plan, index)) return false;
    const Planned& planned = analysis.schedule.work[index];
    // A milestone kept by the end of a day belongs to that day.
    const Instant begin =
        work.kind == WorkKind::milestone ? planned.span.begin - std::chrono::minutes{1} : planned.span.begin;
    const bool starts = frozen.span.contains(begin);
    if (!starts && !planned.span.overlaps(frozen.span)) return false;
    Diagnostic& finding = findings.add(starts ? start_place(work) : end_place(work),
                                       fmt::format("{} {} freeze {}", called(work), starts ? "starts in" : "runs into",
                                                   quoted(frozen.freeze->title.value)));
    finding.label = fmt::format("{} to {}", begin_of(plan, planned), end_of(plan, planned));
    const bool whole = plan.calendar.is_midnight(frozen.span.begin) && plan.calendar.is_midnight(frozen.span.end);
    finding.others.push_back(
        {frozen.freeze->start.span, fmt::format("frozen from {} to {}", day(plan, frozen.span.begin, whole),
                                                day(plan, frozen.span.end, whole, whole))});
    return true;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Freeze& freeze : plan.freezes) {
        const auto begin = place(freeze.start, plan, analysis.schedule);
        const auto end = place(freeze.end, plan, analysis.schedule, true, begin);
        if (!begin || !end || *end <= *begin) continue;
        const Frozen frozen{{*begin, *end}, &freeze};
        for_each_unit(plan, analysis.schedule,
                      [&](WorkIndex index) { return check_unit(analysis, frozen, index, findings); });
    }
}

} // namespace

const Rule rules::freeze_violation{
    .name = "freeze-violation",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "work that starts in a freeze or runs into one, or a launch inside one.",
    .why = "A freeze is there because others need the system to stay as it is, or because nobody is there to help.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
calendar:
  freezes:
    - {id: sale, title: Autumn sale, start: 2026-11-09, end: 2026-11-12}
phases:
  - {id: deploy, title: Deploy, start: 2026-11-10, duration: 1d}
)",
    .mend = "Move the work out of the freeze, or, if it is allowed after all, end or split the freeze.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
calendar:
  freezes:
    - {id: sale, title: Autumn sale, start: 2026-11-09, end: 2026-11-12}
phases:
  - {id: deploy, title: Deploy, start: 2026-11-16, duration: 1d}
)",
    .related = "non-working-day outside-parent",
    .check = check,
};

} // namespace planc
