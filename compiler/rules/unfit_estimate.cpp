#include "rules/length.h"
#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

void look_at(const Analysis& analysis, WorkIndex index, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& work = plan.work[index];
    const Located<DurationRange>& estimate = plan.details_of(work).estimate;
    const Planned& planned = analysis.schedule.work[index];
    if (!estimate.given() || estimate.value.most.count <= 0 || analysis.done[index] || analysis.cancelled[index])
        return;
    if (work.kind == WorkKind::milestone || !planned.dated || planned.span.empty() || !says_how_long(plan, index))
        return;
    const auto& [least, most] = estimate.value;
    const PlannedLength length(plan, planned);
    const bool short_of_it = length.shorter_than(least);
    if (!short_of_it && !length.far_longer_than(most)) return;
    const std::string estimated = text_of(estimate.value);
    Diagnostic& finding = findings.add(
        end_place(work), short_of_it ? fmt::format("{} is planned for {}, but estimated at {}", called(work),
                                                   length.text(least.working), estimated)
                                     : fmt::format("{} is planned for {}, more than three times its estimate of {}",
                                                   called(work), length.text(most.working), estimated));
    finding.label = when(analysis, index);
    finding.others.push_back({estimate.span, "estimated here"});
}

void check(const Analysis& analysis, Findings& findings) {
    for (WorkIndex i = 0; i < analysis.plan.work.size(); ++i) {
        if (analysis.plan.work[i].details != no_details) look_at(analysis, i, findings);
    }
}

} // namespace

const Rule rules::unfit_estimate{
    .name = "unfit-estimate",
    .group = "Dates",
    .severity = Severity::warning,
    .finds = "work that is planned for less time than the shorter end of its `estimate`, or for more than three times "
             "the longer end.",
    .why =
        "One of the two is a wish. Either the work will be late with all that waits for it, or days of the plan stand "
        "empty.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 2wd, estimate: 4wd..6wd}
)",
    .mend =
        "Plan it as long as it is estimated, or estimate it anew. Without `duration` and `end` it is planned with the "
        "longer end.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 5wd, estimate: 4wd..6wd}
)",
    .related = "duration-mismatch",
    .check = check,
};

} // namespace planc
