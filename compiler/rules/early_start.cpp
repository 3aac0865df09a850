#include "rules/handoff.h"
#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;

std::string situation(const Analysis& analysis, const Handoff& handoff) {
    const Plan& plan = analysis.plan;
    const Work& from = plan.work[handoff.edge->from];
    const std::string subject =
        fmt::format("{} {} {}", called(plan.work[handoff.culprit]), handoff.ends ? "ends" : "starts",
                    distance(plan, handoff.actual, handoff.allowed));
    const std::string point = awaited(from, handoff.edge->type, handoff.edge->lag);
    if (handoff.edge->lag.count == 0) return fmt::format("{} before {}", subject, point);
    return fmt::format("{} too soon: it waits until {}", subject, point);
}

void point_at(const Analysis& analysis, const Handoff& handoff, Diagnostic& finding) {
    const WorkIndex from = handoff.edge->from;
    const Work& work = analysis.plan.work[from];
    finding.others.push_back({handoff.after_start ? start_place(work) : end_place(work),
                              handoff.after_start ? starts_when(analysis, from) : ends_when(analysis, from)});
}

/// The dependencies of one piece of work, the worst of them first.
void report(const Analysis& analysis, std::span<const Handoff> handoffs, Findings& findings) {
    const Handoff& worst = handoffs.front();
    if (worst.kind == Handoff::Kind::shared_day) return;
    const Work& to = analysis.plan.work[worst.culprit];
    const Severity severity = worst.kind == Handoff::Kind::doubtful ? Severity::warning : Severity::error;
    Diagnostic& finding =
        findings.add(severity, worst.ends ? end_place(to) : start_place(to), situation(analysis, worst));
    finding.label = fmt::format("{} {}", worst.ends ? "ends" : "starts",
                                worst.ends ? end_of(analysis, worst.culprit) : begin_of(analysis, worst.culprit));
    for (const Handoff& handoff : handoffs) {
        if (finding.others.size() < most_labels) point_at(analysis, handoff, finding);
    }
    if (worst.edge->span != finding.span) finding.others.push_back({worst.edge->span, "the dependency"});
    if (worst.kind == Handoff::Kind::doubtful) {
        finding.help = "write the clock time at which the day's work is done";
    } else if (!worst.ends && analysis.schedule.work[worst.culprit].start_written) {
        finding.help = "leave the start out, and it is inferred from the dependencies";
    }
}

void check(const Analysis& analysis, Findings& findings) {
    const std::vector<Handoff> handoffs = broken_handoffs(analysis);
    for_each_culprit(handoffs, [&](std::span<const Handoff> one) { report(analysis, one, findings); });
}

} // namespace

const Rule rules::early_start{
    .name = "early-start",
    .group = "Dependencies",
    .severity = Severity::error,
    .finds =
        "work whose written dates begin before what it depends on allows, for all four kinds of dependency and "
        "with the lag. It is a warning where the one ends with a day and the other begins by the clock on that day.",
    .why =
        "On the day, the team stands ready for something that is not there yet; or the step is done anyway, untested.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - id: review
    title: Store review
    start: 2026-03-02
    end: 2026-03-06
  - id: notes
    title: Publish the notes
    depends_on: [review]
    start: 2026-03-04
    duration: 2d
)",
    .mend = "Leave the date out, and it is inferred; or move it behind the end of what it depends on; or, if the work "
            "does not "
            "need it, take the dependency out.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - id: review
    title: Store review
    start: 2026-03-02
    end: 2026-03-06
  - id: notes
    title: Publish the notes
    depends_on: [review]
    duration: 2wd
)",
    .related = "same-day-handoff missed-milestone overlapping-stages",
    .check = check,
};

} // namespace planc
