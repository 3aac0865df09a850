#include "rules/handoff.h"
#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void report(const Analysis& analysis, const Edge& edge, const Handoff& handoff, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& from = plan.work[edge.from];
    const Work& to = plan.work[handoff.culprit];
    const Planned& planned = analysis.schedule.work[handoff.culprit];
    const Planned& before = analysis.schedule.work[edge.from];
    const std::int64_t missing = (handoff.allowed - handoff.actual).count();
    const std::string with_lag =
        edge.lag.count == 0 ? "" : fmt::format(", with a lag of {}", format_duration(edge.lag));
    Diagnostic& finding =
        findings.add(handoff.ends ? end_place(to) : start_place(to),
                     fmt::format("{} {} {} before {} {}{}", called(to), handoff.ends ? "ends" : "starts",
                                 amount(missing), called(from), handoff.after_start ? "starts" : "ends", with_lag));
    finding.label = fmt::format("{} {}", handoff.ends ? "ends" : "starts",
                                handoff.ends ? end_of(plan, planned) : begin_of(plan, planned));
    finding.others.push_back({handoff.after_start ? start_place(from) : end_place(from),
                              fmt::format("{} {} {}", called(from), handoff.after_start ? "starts" : "ends",
                                          handoff.after_start ? begin_of(plan, before) : end_of(plan, before))});
    finding.others.push_back({edge.span, "the dependency"});
    if (!handoff.ends && planned.start_written)
        finding.help = "leave the start out, and it is inferred from the dependencies";
}

void check(const Analysis& analysis, Findings& findings) {
    for (const Edge& edge : analysis.schedule.edges) {
        const std::optional<Handoff> handoff = broken_handoff(analysis, edge);
        if (handoff && !handoff->same_day) report(analysis, edge, *handoff, findings);
    }
}

} // namespace

const Rule rules::early_start{
    .name = "early-start",
    .group = "Dependencies",
    .severity = Severity::error,
    .finds = "work whose written dates begin before what it depends on allows, for all four kinds of dependency and "
             "with the lag.",
    .why =
        "On the day, the team stands ready for something that is not there yet; or the step is done anyway, untested.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - id: review
    title: Store review
    start: 2026-03-02
    end: 2026-03-06
  - id: gray
    title: First users
    depends_on: [review]
    start: 2026-03-04
    duration: 2d
)",
    .mend = "Leave the date out, and it is inferred; or move it behind the end of what it depends on; or, if the work "
            "does not "
            "need it, take the dependency out.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - id: review
    title: Store review
    start: 2026-03-02
    end: 2026-03-06
  - id: gray
    title: First users
    depends_on: [review]
    duration: 2d
)",
    .related = "same-day-handoff missed-milestone overlapping-stages",
    .check = check,
};

} // namespace planc
