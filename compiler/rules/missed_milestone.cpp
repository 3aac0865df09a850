#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <vector>

namespace planc {

namespace {

/// What a milestone waits for, and how long.
struct Late {
    const Edge* edge = nullptr;
    Instant needed;
};

constexpr std::size_t most_labels = 3;

bool from_start(const Edge& edge) {
    return edge.type == DependencyType::start_to_start || edge.type == DependencyType::start_to_finish;
}

/// `late` is one milestone's, the worst first.
void report(const Analysis& analysis, std::span<const Late> late, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Edge& worst = *late.front().edge;
    const Instant needed = late.front().needed;
    const Work& milestone = plan.work[worst.to];
    const Planned& planned = analysis.schedule.work[worst.to];
    const std::string missing = distance(plan, planned.span.end, needed);
    const std::string point = awaited(plan.work[worst.from], worst.type, worst.lag);
    Diagnostic& finding = findings.add(
        first_given({milestone.end.span, name_place(milestone)}),
        worst.lag.count == 0
            ? fmt::format("{} is promised {} before {}", called(milestone), missing, point)
            : fmt::format("{} is promised {} too soon: it waits until {}", called(milestone), missing, point));
    finding.label = fmt::format("promised for {}", end_of(analysis, worst.to));
    for (const Late& one : late) {
        if (finding.others.size() == most_labels) break;
        const WorkIndex from = one.edge->from;
        const Work& work = plan.work[from];
        const bool start = from_start(*one.edge);
        finding.others.push_back({start ? start_place(work) : end_place(work),
                                  start ? starts_when(analysis, from) : ends_when(analysis, from)});
    }
    // A day keeps the promise for all that happens on it.
    const Instant kept = planned.whole_days ? needed - minutes{1} : needed;
    finding.help = fmt::format("the earliest it can be kept is {}", day(plan, kept, planned.whole_days));
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Schedule& schedule = analysis.schedule;
    const std::vector<bool>& cancelled = analysis.cancelled;
    std::vector<Late> late;
    for (const Edge& edge : schedule.edges) {
        const Work& to = plan.work[edge.to];
        // A relative date is kept by what it means.
        if (to.kind != WorkKind::milestone || edge.kind == EdgeKind::relative || !to.end.given()) continue;
        if (cancelled[edge.to] || cancelled[edge.from] || to.status.value == Status::done) continue;
        const Planned& before = schedule.work[edge.from];
        if (!before.dated || !schedule.work[edge.to].dated) continue;
        const Instant needed = plan.calendar.shift(from_start(edge) ? before.span.begin : before.span.end, edge.lag);
        if (needed > schedule.work[edge.to].span.end) late.push_back({&edge, needed});
    }
    std::stable_sort(late.begin(), late.end(), [](const Late& a, const Late& b) {
        return a.edge->to != b.edge->to ? a.edge->to < b.edge->to : a.needed > b.needed;
    });
    for (std::size_t begin = 0; begin < late.size();) {
        std::size_t end = begin;
        while (end < late.size() && late[end].edge->to == late[begin].edge->to) ++end;
        report(analysis, std::span(late).subspan(begin, end - begin), findings);
        begin = end;
    }
}

} // namespace

const Rule rules::missed_milestone{
    .name = "missed-milestone",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "a milestone dated before what it depends on can end.",
    .why = "A milestone is a promise, often to people outside. This one cannot be kept even if everything goes well.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, start: 2026-03-02, duration: 5wd}
  - {id: deploy, title: Deploy, duration: 3wd, depends_on: [test]}
milestones:
  - {id: live, title: Shop 2.4 is live, date: 2026-03-06, depends_on: [deploy]}
)",
    .mend = "Move the milestone to the date in the finding or later, or make what it waits for shorter. A milestone "
            "with a date is "
            "kept if all it depends on has ended by the end of that day.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: test, title: Test, start: 2026-03-02, duration: 5wd}
  - {id: deploy, title: Deploy, duration: 3wd, depends_on: [test]}
milestones:
  - {id: live, title: Shop 2.4 is live, date: 2026-03-11, depends_on: [deploy]}
)",
    .related = "early-start",
    .check = check,
};

} // namespace planc
