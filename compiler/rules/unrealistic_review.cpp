#include "rules/length.h"
#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

std::string said_by(const LeadTimeOfWork& lead) {
    return lead.name.given() ? fmt::format("`{}` takes", lead.name.value) : std::string("its lead time is");
}

void look_at(const Analysis& analysis, WorkIndex index, const LeadTimeOfWork& lead, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& work = plan.work[index];
    const Planned& planned = analysis.schedule.work[index];
    if (!lead.time.given() || analysis.done[index] || analysis.cancelled[index]) return;
    if (!planned.dated || planned.span.empty() || !says_how_long(plan, index)) return;
    const Duration most = lead.time.value.most;
    const PlannedLength length(plan, planned);
    if (!length.shorter_than(most)) return;
    Diagnostic& finding =
        findings.add(end_place(work), fmt::format("{} is planned for {}, but {} {}", called(work),
                                                  length.text(most.working), said_by(lead), text_of(lead.time.value)));
    finding.label = when(analysis, index);
    finding.others.push_back({lead.span, "the review that is waited for"});
    if (lead.name.given()) finding.others.push_back({lead.time.span, "how long it takes"});
}

void check(const Analysis& analysis, Findings& findings) {
    for (WorkIndex i = 0; i < analysis.plan.work.size(); ++i)
        for (const LeadTimeOfWork& lead : analysis.plan.details_of(analysis.plan.work[i]).lead_time)
            look_at(analysis, i, lead, findings);
}

} // namespace

const Rule rules::unrealistic_review{
    .name = "unrealistic-review",
    .group = "Dates",
    .severity = Severity::warning,
    .finds =
        "work with a `lead_time` that is planned for less than that; of a range, the longer end counts. The time is "
        "written there, or under its name in `lead_times` of `.planc.yaml`.",
    .why =
        "A store, a customer or an authority takes its own time, whatever the plan hopes. The launch behind it moves, "
        "and everybody who was told a date is told another.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: review, title: App store review, start: 2026-03-02, duration: 2wd, lead_time: 1wd..7wd}
)",
    .mend = "Plan the time it may take, and let what follows depend on it; or begin it earlier.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: review, title: App store review, start: 2026-03-02, duration: 7wd, lead_time: 1wd..7wd}
)",
    .related = "unfit-estimate missed-milestone",
    .check = check,
};

} // namespace planc
